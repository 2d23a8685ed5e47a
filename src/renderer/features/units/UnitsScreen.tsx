import { SearchBox } from '@fluentui/react-components'
import { AddRegular, BranchForkRegular, EditRegular, HistoryRegular } from '@fluentui/react-icons'
import { useMemo, useRef, useState } from 'react'
import type { UnitRow } from '#shared/contract/units.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import { useData } from '#renderer/api/data.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { unitChangesText } from '#renderer/text/unit-changes.ts'
import { unitsText } from '#renderer/text/units.ts'
import { DataGrid } from '#renderer/ui/DataGrid/DataGrid.tsx'
import type { DataGridHandle, GridMenuItem } from '#renderer/ui/DataGrid/grid-model.ts'
import { EmptyState } from '#renderer/ui/layout/EmptyState.tsx'
import { FilterSelect } from '#renderer/ui/layout/FilterSelect.tsx'
import { Screen, type ScreenAction } from '#renderer/ui/layout/Screen.tsx'
import { goTo } from '#renderer/ui/state/navigation.ts'
import { useRowInFocus } from '#renderer/ui/state/row-request.ts'
import { ChangeDialog } from './change/ChangeDialog.tsx'
import { EndUnitDialog } from './EndUnitDialog.tsx'
import { RemoveUnitsDialog } from './RemoveUnitsDialog.tsx'
import { UnitDialog } from './UnitDialog.tsx'
import { figuresOf, makeUnitColumns, unitTree } from './unit-columns.ts'
import { UnitPanel } from './UnitPanel.tsx'
import { makeWriteUnitCells } from './write-unit-cells.ts'

type OpenDialog =
  | { readonly kind: 'add'; readonly parent: string | null }
  | { readonly kind: 'edit' | 'end'; readonly unit: UnitRow }
  | { readonly kind: 'remove' | 'change'; readonly units: readonly UnitRow[] }

const SHOWN_UNITS = [
  { value: 'day', label: unitsText.validOnDay },
  { value: 'all', label: unitsText.everyUnit },
] as const
const NONE: readonly never[] = []

/** Ai thuộc ai, từ ngày nào? */
export function UnitsScreen() {
  const { plan, asOf } = useWorkingContext()
  const [everyUnit, setEveryUnit] = useState(false)
  const [search, setSearch] = useState('')
  const [focused, setFocused] = useState<UnitRow | null>(null)
  const [selected, setSelected] = useState<readonly UnitRow[]>(NONE)
  const [dialog, setDialog] = useState<OpenDialog | null>(null)
  const [showsPanel, setShowsPanel] = useState(false)
  const grid = useRef<DataGridHandle>(null)
  const units = useData('units.list', { asOf: everyUnit ? null : asOf }).data
  const types = useData('unitTypes.list', {}).data
  const progress = useData('progress.get', { plan, asOf }, { enabled: plan !== null }).data
  const counts = useData('units.counts', { asOf }).data ?? NONE
  const figures = useMemo(() => figuresOf(progress, counts), [progress, counts])
  const columns = useMemo(
    () => makeUnitColumns({ units: units ?? NONE, types: types ?? NONE, figures, asOf }),
    [units, types, figures, asOf],
  )
  useRowInFocus('units', (code) => units?.find((unit) => unit.code === code)?.id ?? null)
  const shownAsOf = everyUnit ? null : asOf
  const write = useMemo(() => makeWriteUnitCells(shownAsOf), [shownAsOf])
  const tryWrite = useMemo(() => makeWriteUnitCells(shownAsOf, true), [shownAsOf])
  const rows = useMemo(() => findUnits(units ?? [], search), [units, search])
  const tree = useMemo(() => unitTree(rows), [rows])
  const root = units?.find((unit) => unit.parent === null)

  const actions: ScreenAction[] = [
    {
      label: unitsText.add,
      icon: <AddRegular />,
      main: true,
      // A new unit belongs below the province unless said otherwise, so that has to be known.
      disabled: units === undefined,
      run: () => setDialog({ kind: 'add', parent: root?.code ?? null }),
    },
    {
      label: unitsText.edit,
      icon: <EditRegular />,
      disabled: focused === null,
      run: () => focused !== null && setDialog({ kind: 'edit', unit: focused }),
    },
    {
      label: unitChangesText.open,
      icon: <BranchForkRegular />,
      run: () => setDialog({ kind: 'change', units: chosenFrom(selected, focused) }),
    },
    { label: unitChangesText.history.open, icon: <HistoryRegular />, run: () => setShowsPanel(!showsPanel) },
  ]
  const menu = (unit: UnitRow): readonly GridMenuItem[] => [
    { label: unitsText.addBelow, run: () => setDialog({ kind: 'add', parent: unit.code }) },
    { label: unitsText.edit, run: () => setDialog({ kind: 'edit', unit }) },
    { label: unitsText.end, disabled: unit.parent === null, run: () => setDialog({ kind: 'end', unit }) },
    {
      label: unitsText.remove,
      disabled: unit.parent === null,
      run: () => setDialog({ kind: 'remove', units: [unit] }),
    },
    {
      label: unitChangesText.open,
      run: () => setDialog({ kind: 'change', units: selected.some(({ id }) => id === unit.id) ? selected : [unit] }),
    },
    { label: unitChangesText.history.open, run: () => setShowsPanel(true) },
  ]
  const isEmpty = units !== undefined && units.length <= 1 && !everyUnit

  return (
    <Screen
      title={unitsText.title}
      subtitle={everyUnit ? unitsText.subtitleAll : unitsText.subtitle(asOf)}
      actions={actions}
      filters={
        <>
          <FilterSelect
            label={unitsText.shown}
            value={everyUnit ? 'all' : 'day'}
            options={SHOWN_UNITS}
            onChange={(shown) => setEveryUnit(shown === 'all')}
          />
          <SearchBox
            size="small"
            placeholder={unitsText.find}
            aria-label={unitsText.find}
            value={search}
            onChange={(_, { value }) => setSearch(value)}
          />
          {units === undefined ? null : <span className="filter">{unitsText.count(rows.length)}</span>}
        </>
      }
    >
      {isEmpty ? (
        <EmptyState
          title={unitsText.emptyTitle}
          text={unitsText.emptyText}
          actions={[
            {
              label: unitsText.add,
              main: true,
              run: () => setDialog({ kind: 'add', parent: root?.code ?? null }),
            },
            { label: unitsText.importList, run: () => goTo('enterprises', 'import') },
          ]}
        />
      ) : (
        <div className="with-panel">
          <DataGrid<UnitRow>
            ref={grid}
            name="units"
            label={unitsText.table}
            columns={columns}
            {...(units === undefined ? {} : { rows })}
            rowId={unitId}
            tree={tree}
            isGroup={isRoot}
            write={write}
            tryWrite={tryWrite}
            canAddRows
            removeRows={async (chosen) => setDialog({ kind: 'remove', units: chosen })}
            onFocusRow={setFocused}
            onSelect={setSelected}
            onOpen={(unit) => setDialog({ kind: 'edit', unit })}
            menu={menu}
            historyOf={historyOf}
          />
          {showsPanel ? <UnitPanel unit={focused} onClose={() => setShowsPanel(false)} /> : null}
        </div>
      )}
      {dialog?.kind === 'add' ? (
        <UnitDialog
          unit={null}
          parent={dialog.parent}
          units={units ?? []}
          shownAsOf={shownAsOf}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {dialog?.kind === 'edit' ? (
        <UnitDialog
          unit={dialog.unit}
          parent={dialog.unit.parent}
          units={units ?? []}
          shownAsOf={shownAsOf}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {dialog?.kind === 'end' ? <EndUnitDialog unit={dialog.unit} onClose={() => setDialog(null)} /> : null}
      {dialog?.kind === 'remove' ? <RemoveUnitsDialog units={dialog.units} onClose={() => setDialog(null)} /> : null}
      {dialog?.kind === 'change' ? (
        <ChangeDialog chosen={dialog.units} onClose={() => setDialog(null)} onDone={() => setFocused(null)} />
      ) : null}
    </Screen>
  )
}

function unitId(unit: UnitRow): string {
  return unit.id
}

function historyOf(unit: UnitRow) {
  return { table: 'units', row: unit.id }
}

/** The rows of the selection, else the row the cursor is in. */
function chosenFrom(selected: readonly UnitRow[], focused: UnitRow | null): readonly UnitRow[] {
  return selected.length > 0 || focused === null ? selected : [focused]
}

function isRoot(unit: UnitRow): boolean {
  return unit.parent === null
}

/** Units whose name, code or other name holds the text, without regard to accents, with all above them. */
function findUnits(units: readonly UnitRow[], search: string): readonly UnitRow[] {
  const wanted = foldText(search)
  if (wanted === '') return units
  const byCode = new Map(units.map((unit) => [unit.code, unit]))
  const kept = new Set<string>()
  for (const unit of units) {
    if (![unit.name, unit.code, ...unit.aliases].some((text) => foldText(text).includes(wanted))) continue
    for (let at: UnitRow | undefined = unit; at !== undefined; at = byCode.get(at.parent ?? '')) kept.add(at.id)
  }
  return units.filter((unit) => kept.has(unit.id))
}
