import { Button, Checkbox, SearchBox } from '@fluentui/react-components'
import { CertificateRegular, DismissCircleRegular, InfoRegular, SettingsRegular } from '@fluentui/react-icons'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { WeakUnionRow } from '#shared/contract/funnel.ts'
import type { UnionRow } from '#shared/contract/unions.ts'
import { containsWords, foldedWords } from '#shared/domain/table/words.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { useData } from '#renderer/api/data.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { commonText } from '#renderer/text/common.ts'
import { remediesText } from '#renderer/text/remedies.ts'
import { unionRulesText } from '#renderer/text/union-rules.ts'
import { unionsText } from '#renderer/text/unions.ts'
import { DataGrid } from '#renderer/ui/DataGrid/DataGrid.tsx'
import type { DataGridHandle, GridMenuItem } from '#renderer/ui/DataGrid/grid-model.ts'
import { ConfirmDialog } from '#renderer/ui/forms/ConfirmDialog.tsx'
import { EmptyState } from '#renderer/ui/layout/EmptyState.tsx'
import { FilterSelect, UnitFilter } from '#renderer/ui/layout/FilterSelect.tsx'
import { Screen, type ScreenAction } from '#renderer/ui/layout/Screen.tsx'
import { takeFocus } from '#renderer/ui/state/navigation.ts'
import { notify } from '#renderer/ui/state/notices.ts'
import { showWarnings } from '#renderer/ui/state/status.ts'
import { FoundUnionDialog } from '#renderer/ui/unions/FoundUnionDialog.tsx'
import { EndUnionDialog } from './EndUnionDialog.tsx'
import { MembersDialog } from './MembersDialog.tsx'
import { makeUnionColumns } from './union-columns.ts'
import { UnionPanel } from './UnionPanel.tsx'
import { UnionRulesDialog } from './UnionRulesDialog.tsx'
import './unions.css'
import { makeWriteUnionCells } from './write-union-cells.ts'

const NONE: readonly never[] = []
const text = unionsText.filters
/** More than anybody reads at the foot of a window; the table has all of them. */
const MOST_WARNINGS = 200

interface Filters {
  readonly search: string
  readonly unit: string
  readonly state: '' | UnionRow['state']
  readonly warned: boolean
  /** Only those that are weak or without members. */
  readonly weak: boolean
}
const NO_FILTERS: Filters = { search: '', unit: '', state: '', warned: false, weak: false }

type Open =
  | { readonly kind: 'found' | 'rules' }
  | { readonly kind: 'end' | 'remove'; readonly unions: readonly UnionRow[] }
  | { readonly kind: 'members'; readonly union: UnionRow }

/** Đã có những tổ chức nào? */
export function UnionsScreen() {
  const asOf = useWorkingContext((context) => context.asOf)
  const units = useData('units.list', { asOf: null }).data ?? NONE
  const types = useData('unitTypes.list', {}).data ?? NONE
  const endReasons = useData('reasons.list', { kind: 'ending' }).data ?? NONE
  const [filters, setFilters] = useState(NO_FILTERS)
  const [open, setOpen] = useState<Open | null>(null)
  const [focused, setFocused] = useState<UnionRow | null>(null)
  const [selected, setSelected] = useState<readonly UnionRow[]>(NONE)
  const [showsPanel, setShowsPanel] = useState(false)
  // A table without rows, for a list that is pasted.
  const [typing, setTyping] = useState(false)
  const grid = useRef<DataGridHandle>(null)
  const listed = useData('unions.list', { asOf, unit: filters.unit === '' ? null : filters.unit }).data
  const year = asOf.slice(0, 4)
  const counted = useData('unions.counts', {
    from: `${year}-01-01`,
    to: asOf,
    unit: filters.unit === '' ? null : filters.unit,
  }).data?.total
  const weakUnions = useData('remedies.weakUnions', { asOf, unit: filters.unit === '' ? null : filters.unit }).data
  const weakById = useMemo(() => new Map((weakUnions ?? NONE).map((row) => [row.id, row])), [weakUnions])
  const settled = useDeferredValue(filters)
  const rows = useMemo(() => filterUnions(listed?.rows ?? NONE, settled, weakById), [listed, settled, weakById])
  const columns = useMemo(
    () => makeUnionColumns({ units, types, endReasons, asOf, weak: weakById }),
    [units, types, endReasons, asOf, weakById],
  )
  const write = useMemo(() => makeWriteUnionCells(filters.unit === '' ? null : filters.unit), [filters.unit])
  const tryWrite = useMemo(() => makeWriteUnionCells(filters.unit === '' ? null : filters.unit, true), [filters.unit])
  const change = (patch: Partial<Filters>): void => setFilters((before) => ({ ...before, ...patch }))
  // A row named on another screen (search, an enterprise) is shown, or the form of a new decision.
  useEffect(() => {
    const focus = takeFocus()
    if (focus === 'found') setOpen({ kind: 'found' })
    else if (focus !== null) grid.current?.showRow(focus)
  }, [])

  useEffect(() => {
    const warned = (listed?.rows ?? NONE).flatMap((row) =>
      row.warnings.map(({ message }) => ({
        text: unionsText.warning(row.name, message),
        open: () => {
          setFilters(NO_FILTERS)
          grid.current?.showRow(row.id)
        },
      })),
    )
    showWarnings(warned.slice(0, MOST_WARNINGS))
    return () => showWarnings([])
  }, [listed])

  const chosen = selected.length > 0 ? selected : focused === null ? NONE : [focused]
  const actions: ScreenAction[] = [
    {
      label: unionsText.found,
      icon: <CertificateRegular />,
      main: true,
      run: () => setOpen({ kind: 'found' }),
    },
    {
      label: unionsText.end,
      icon: <DismissCircleRegular />,
      run: () => {
        if (chosen.length === 0) notify('info', unionsText.chooseFirst)
        else setOpen({ kind: 'end', unions: chosen })
      },
    },
    { label: unionsText.details, icon: <InfoRegular />, run: () => setShowsPanel(!showsPanel) },
    { label: unionRulesText.action, icon: <SettingsRegular />, run: () => setOpen({ kind: 'rules' }) },
  ]
  const menu = (row: UnionRow): readonly GridMenuItem[] => {
    const several = selected.some(({ id }) => id === row.id) ? selected : [row]
    return [
      { label: unionsText.details, run: () => setShowsPanel(true) },
      { label: unionsText.countMembers, run: () => setOpen({ kind: 'members', union: row }) },
      { label: unionsText.end, run: () => setOpen({ kind: 'end', unions: several }) },
      { label: unionsText.remove, run: () => setOpen({ kind: 'remove', unions: several }) },
    ]
  }
  const isEmpty = listed !== undefined && listed.count === 0 && filters.unit === '' && !typing
  return (
    <Screen
      title={unionsText.title}
      {...(listed === undefined || isEmpty
        ? {}
        : {
            subtitle: [
              unionsText.summary(listed.active, listed.members, asOf),
              ...(counted === undefined ? [] : [unionsText.year(year, counted.founded, counted.ended)]),
            ].join(' · '),
          })}
      actions={isEmpty ? actions.slice(0, 1) : actions}
      {...(isEmpty ? {} : { filters: <FilterBar filters={filters} change={change} units={units} /> })}
    >
      {isEmpty ? (
        <EmptyState
          title={unionsText.emptyTitle}
          text={unionsText.emptyText}
          actions={[
            { label: unionsText.found, main: true, run: () => setOpen({ kind: 'found' }) },
            { label: unionsText.typeList, run: () => setTyping(true) },
          ]}
        />
      ) : (
        <div className="with-panel">
          <DataGrid<UnionRow>
            ref={grid}
            name="unions"
            label={unionsText.table}
            columns={columns}
            {...(listed === undefined ? {} : { rows })}
            rowId={unionId}
            write={write}
            tryWrite={tryWrite}
            canAddRows
            removeRows={async (unions) => setOpen({ kind: 'remove', unions })}
            onFocusRow={setFocused}
            onSelect={setSelected}
            onOpen={() => setShowsPanel(true)}
            menu={menu}
            historyOf={historyOf}
          />
          {showsPanel ? (
            <UnionPanel
              union={rows.find(({ id }) => id === focused?.id) ?? null}
              weak={weakById.get(focused?.id ?? '') ?? null}
              onClose={() => setShowsPanel(false)}
              onCount={(union) => setOpen({ kind: 'members', union })}
            />
          ) : null}
        </div>
      )}
      {open?.kind === 'found' ? (
        <FoundUnionDialog unit={filters.unit === '' ? null : filters.unit} onClose={() => setOpen(null)} />
      ) : null}
      {open?.kind === 'rules' ? <UnionRulesDialog types={types} onClose={() => setOpen(null)} /> : null}
      {open?.kind === 'end' ? <EndUnionDialog unions={open.unions} onClose={() => setOpen(null)} /> : null}
      {open?.kind === 'members' ? <MembersDialog union={open.union} onClose={() => setOpen(null)} /> : null}
      {open?.kind === 'remove' ? (
        <ConfirmDialog
          title={unionsText.removing.title}
          text={unionsText.removing.text(open.unions.length, open.unions[0]?.name ?? '')}
          confirmLabel={commonText.remove}
          onClose={() => setOpen(null)}
          onConfirm={() => removeUnions(open.unions)}
        />
      ) : null}
    </Screen>
  )
}

interface FilterBarProps {
  readonly filters: Filters
  readonly change: (patch: Partial<Filters>) => void
  readonly units: readonly { readonly code: string; readonly name: string }[]
}

function FilterBar({ filters, change, units }: FilterBarProps) {
  const isFiltered = JSON.stringify(filters) !== JSON.stringify(NO_FILTERS)
  return (
    <>
      <SearchBox
        size="small"
        className="wide-search"
        placeholder={text.find}
        aria-label={text.find}
        value={filters.search}
        onChange={(_, { value }) => change({ search: value })}
      />
      <UnitFilter
        label={text.unit}
        every={text.everyUnit}
        units={units}
        className="unit-select"
        value={filters.unit}
        onChange={(unit) => change({ unit })}
      />
      <FilterSelect
        label={text.state}
        value={filters.state}
        onChange={(state) => change({ state })}
        options={[
          { value: '', label: text.every },
          { value: 'active', label: text.states.active },
          { value: 'ended', label: text.states.ended },
          { value: 'future', label: text.states.future },
        ]}
      />
      <Checkbox
        label={text.warned}
        checked={filters.warned}
        onChange={(_, { checked }) => change({ warned: checked === true })}
      />
      <Checkbox
        label={remediesText.weak}
        checked={filters.weak}
        onChange={(_, { checked }) => change({ weak: checked === true })}
      />
      {isFiltered ? (
        <Button size="small" appearance="subtle" onClick={() => change(NO_FILTERS)}>
          {unionsText.clearFilters}
        </Button>
      ) : null}
    </>
  )
}

function filterUnions(
  rows: readonly UnionRow[],
  filters: Filters,
  weak: ReadonlyMap<string, WeakUnionRow>,
): readonly UnionRow[] {
  const words = foldedWords(filters.search)
  return rows.filter(
    (row) =>
      (filters.state === '' || row.state === filters.state) &&
      (!filters.warned || row.warnings.length > 0) &&
      (!filters.weak || weak.has(row.id)) &&
      (words.length === 0 ||
        containsWords(
          foldText([row.name, row.enterpriseName, row.decisionNumber, row.chair].filter(Boolean).join(' ')),
          words,
        )),
  )
}

async function removeUnions(unions: readonly UnionRow[]) {
  const answer = await runCommand('unions.remove', { ids: unions.map(({ id }) => id) })
  if (answer.ok) {
    if (answer.value.removed > 0) notify('success', unionsText.removed(answer.value.removed))
    for (const { name } of answer.value.kept) notify('warning', unionsText.kept(name))
  }
  return answer
}

function unionId(row: UnionRow): string {
  return row.id
}

function historyOf(row: UnionRow) {
  return { table: 'grassroots_unions', row: row.id }
}
