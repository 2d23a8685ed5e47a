import { Select, SearchBox } from '@fluentui/react-components'
import { AddRegular, CalendarCancelRegular, EditRegular } from '@fluentui/react-icons'
import { useMemo, useRef, useState } from 'react'
import type { UnitRow } from '#shared/contract/units.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import { useData } from '#renderer/api/data.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { unitsText } from '#renderer/text/units.ts'
import { DataGrid } from '#renderer/ui/DataGrid/DataGrid.tsx'
import type { DataGridHandle, GridMenuItem } from '#renderer/ui/DataGrid/grid-model.ts'
import { EmptyState } from '#renderer/ui/layout/EmptyState.tsx'
import { Screen, type ScreenAction } from '#renderer/ui/layout/Screen.tsx'
import { goTo } from '#renderer/ui/state/navigation.ts'
import { EndUnitDialog } from './EndUnitDialog.tsx'
import { RemoveUnitDialog } from './RemoveUnitDialog.tsx'
import { UnitDialog } from './UnitDialog.tsx'
import { figuresOf, makeUnitColumns, unitTree } from './unit-columns.ts'
import { writeUnitCells } from './write-unit-cells.ts'

type OpenDialog =
  | { readonly kind: 'add'; readonly parent: string | null }
  | { readonly kind: 'edit' | 'end' | 'remove'; readonly unit: UnitRow }

/** Ai thuộc ai, từ ngày nào? */
export function UnitsScreen() {
  const { plan, asOf } = useWorkingContext()
  const [everyUnit, setEveryUnit] = useState(false)
  const [search, setSearch] = useState('')
  const [focused, setFocused] = useState<UnitRow | null>(null)
  const [dialog, setDialog] = useState<OpenDialog | null>(null)
  const grid = useRef<DataGridHandle>(null)
  const units = useData('units.list', { asOf: everyUnit ? null : asOf }).data
  const types = useData('unitTypes.list', {}).data
  const progress = useData('progress.get', { plan, asOf }, { enabled: plan !== null }).data
  const figures = useMemo(() => figuresOf(progress), [progress])
  const columns = useMemo(() => makeUnitColumns(types ?? [], figures), [types, figures])
  const rows = useMemo(() => findUnits(units ?? [], search), [units, search])
  const tree = useMemo(() => unitTree(rows), [rows])
  const root = units?.find((unit) => unit.parent === null)

  const actions: ScreenAction[] = [
    {
      label: unitsText.add,
      icon: <AddRegular />,
      main: true,
      run: () => setDialog({ kind: 'add', parent: root?.code ?? null }),
    },
    {
      label: unitsText.edit,
      icon: <EditRegular />,
      disabled: focused === null,
      run: () => focused !== null && setDialog({ kind: 'edit', unit: focused }),
    },
    {
      label: unitsText.end,
      icon: <CalendarCancelRegular />,
      disabled: focused === null || focused.parent === null,
      run: () => focused !== null && setDialog({ kind: 'end', unit: focused }),
    },
  ]
  const menu = (unit: UnitRow): readonly GridMenuItem[] => [
    { label: unitsText.addBelow, run: () => setDialog({ kind: 'add', parent: unit.code }) },
    { label: unitsText.edit, run: () => setDialog({ kind: 'edit', unit }) },
    { label: unitsText.end, disabled: unit.parent === null, run: () => setDialog({ kind: 'end', unit }) },
    { label: unitsText.remove, disabled: unit.parent === null, run: () => setDialog({ kind: 'remove', unit }) },
  ]
  const isEmpty = units !== undefined && units.length <= 1 && !everyUnit

  return (
    <Screen
      title={unitsText.title}
      subtitle={everyUnit ? unitsText.subtitleAll : unitsText.subtitle(asOf)}
      actions={actions}
      filters={
        <>
          <label className="filter">
            {unitsText.shown}
            <Select
              size="small"
              value={everyUnit ? 'all' : 'day'}
              onChange={(_, { value }) => setEveryUnit(value === 'all')}
            >
              <option value="day">{unitsText.validOnDay}</option>
              <option value="all">{unitsText.everyUnit}</option>
            </Select>
          </label>
          <SearchBox
            size="small"
            placeholder={unitsText.find}
            aria-label={unitsText.find}
            value={search}
            onChange={(_, { value }) => setSearch(value)}
          />
          <span className="filter">{unitsText.count(rows.length)}</span>
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
        <DataGrid<UnitRow>
          ref={grid}
          name="units"
          label={unitsText.table}
          columns={columns}
          rows={rows}
          rowId={unitId}
          tree={tree}
          isGroup={isRoot}
          write={writeUnitCells}
          onFocusRow={setFocused}
          onOpen={(unit) => setDialog({ kind: 'edit', unit })}
          menu={menu}
        />
      )}
      {dialog?.kind === 'add' ? (
        <UnitDialog unit={null} parent={dialog.parent} units={units ?? []} onClose={() => setDialog(null)} />
      ) : null}
      {dialog?.kind === 'edit' ? (
        <UnitDialog
          unit={dialog.unit}
          parent={dialog.unit.parent}
          units={units ?? []}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {dialog?.kind === 'end' ? <EndUnitDialog unit={dialog.unit} onClose={() => setDialog(null)} /> : null}
      {dialog?.kind === 'remove' ? <RemoveUnitDialog unit={dialog.unit} onClose={() => setDialog(null)} /> : null}
    </Screen>
  )
}

function unitId(unit: UnitRow): string {
  return unit.id
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
