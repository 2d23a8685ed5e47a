import { ArrowImportRegular, FilterRegular, MoreHorizontalRegular, PersonAddRegular } from '@fluentui/react-icons'
import { startTransition, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { EnterpriseRow } from '#shared/contract/enterprises.ts'
import { chooseOpen } from '#renderer/api/commands.ts'
import { useData } from '#renderer/api/data.ts'
import { useDataVersion } from '#renderer/api/query-client.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { enterprisesText } from '#renderer/text/enterprises.ts'
import { registryText } from '#renderer/text/registry.ts'
import { DataGrid } from '#renderer/ui/DataGrid/DataGrid.tsx'
import type { DataGridHandle, GridMenuItem } from '#renderer/ui/DataGrid/grid-model.ts'
import { EmptyState } from '#renderer/ui/layout/EmptyState.tsx'
import { Screen, type ScreenAction } from '#renderer/ui/layout/Screen.tsx'
import { takeFocus } from '#renderer/ui/state/navigation.ts'
import { useTableViews, viewOf } from '#renderer/ui/state/table-views.ts'
import { makeChosenRows } from './chosen-rows.ts'
import { makeEnterpriseColumns } from './enterprise-columns.ts'
import { FunnelStrip } from './FunnelStrip.tsx'
import { EnterprisePanel } from './panel/EnterprisePanel.tsx'
import { makeRegistryView, NO_FILTERS, sizeOf, type RegistryFilters } from './registry-filters.ts'
import './registry.css'
import type { RegistrySums } from './registry-source.ts'
import { useRegistryRows } from './use-registry-rows.ts'
import { RegistryDialogs, type OpenDialog } from './RegistryDialogs.tsx'
import { RegistryFilterBar } from './RegistryFilterBar.tsx'
import { makeWriteEnterpriseCells } from './write-enterprise-cells.ts'

const TABLE = 'enterprises'
const NONE: readonly never[] = []
/** Sizes of the lists until the office's own are read. */
const USUAL_SIZES = { bands: NONE, thresholds: [20, 25, 30, 50] }

/** Còn nơi nào vận động được? */
export function EnterprisesScreen() {
  const asOf = useWorkingContext((context) => context.asOf)
  const units = useData('units.list', { asOf }).data ?? NONE
  const legalForms = useData('legalForms.list', {}).data ?? NONE
  const stages = useData('stages.list', {}).data ?? NONE
  const people = useData('people.list', {}).data ?? NONE
  const difficulties = useData('reasons.list', { kind: 'difficulty' }).data ?? NONE
  const sizes = useData('sizeBands.get', {}).data ?? USUAL_SIZES
  const [filters, setFilters] = useState(NO_FILTERS)
  const [open, setOpen] = useState<OpenDialog | null>(null)
  const [focused, setFocused] = useState<EnterpriseRow | null>(null)
  const [selected, setSelected] = useState<readonly EnterpriseRow[]>(NONE)
  const [showsPanel, setShowsPanel] = useState(false)
  const grid = useRef<DataGridHandle>(null)
  // The table's own order and filters.
  const tableView = useTableViews(({ views }) => viewOf(views, TABLE))
  const change = useCallback(
    (patch: Partial<RegistryFilters>): void => setFilters((before) => ({ ...before, ...patch })),
    [],
  )
  const clear = useCallback(() => setFilters(NO_FILTERS), [])
  const chooseStage = useCallback((stage: string | null) => change({ stage }), [change])
  const settled = useDeferredValue(filters)
  const { source, counted, isEmpty } = useRegistryRows(settled, asOf, tableView)
  const written = useDataVersion('enterprises')
  // After the table: it looks at every enterprise.
  const funnel = useData(
    'enterprises.funnel',
    { unit: settled.unit === '' ? null : settled.unit, asOf, minWorkers: sizeOf(settled) },
    { enabled: counted !== undefined },
  ).data
  const bands = sizes.bands
  const columns = useMemo(
    () => makeEnterpriseColumns({ units, legalForms, stages, people, difficulties, bands }),
    [units, legalForms, stages, people, difficulties, bands],
  )
  const write = useMemo(() => makeWriteEnterpriseCells(asOf, filters.unit), [asOf, filters.unit])
  const tryWrite = useMemo(() => makeWriteEnterpriseCells(asOf, filters.unit, true), [asOf, filters.unit])
  // Buttons and panel follow the hands in the table; they never hold them up.
  const focusRow = useCallback((row: EnterpriseRow | null) => startTransition(() => setFocused(row)), [])
  const selectRows = useCallback((rows: readonly EnterpriseRow[]) => startTransition(() => setSelected(rows)), [])
  const startImport = useCallback(() => {
    void chooseOpen('survey').then((file) => {
      if (file !== null) setOpen({ kind: 'import', file })
    })
  }, [])
  useEffect(() => {
    // "Nhập danh sách doanh nghiệp" on another screen comes here with the file dialog open; a found row is shown.
    const focus = takeFocus()
    if (focus === 'import') startImport()
    else if (focus !== null) grid.current?.showRow(focus)
  }, [startImport])

  const isFiltered = JSON.stringify(filters) !== JSON.stringify(NO_FILTERS)
  // The same as long as they do the same: after every key in the table the toolbar stands as it stood.
  const { unit } = filters
  const { thresholds } = sizes
  const actions = useMemo((): readonly ScreenAction[] => {
    const showWithoutUnion = (size: number): void =>
      setFilters({ ...NO_FILTERS, unit, union: 'no', minWorkers: String(size) })
    return [
      { label: enterprisesText.import, icon: <ArrowImportRegular />, main: true, run: startImport },
      { label: registryText.assign, icon: <PersonAddRegular />, run: () => setOpen({ kind: 'officer' }) },
      {
        label: registryText.withoutUnionList,
        icon: <FilterRegular />,
        menu: [
          ...thresholds.map((size) => ({ label: registryText.withoutUnion(size), run: () => showWithoutUnion(size) })),
          { label: registryText.otherSize, run: () => setOpen({ kind: 'sizes' }) },
        ],
      },
      {
        label: registryText.more,
        icon: <MoreHorizontalRegular />,
        menu: [
          { label: registryText.details, run: () => setShowsPanel((shows) => !shows) },
          { label: registryText.changeStage, run: () => setOpen({ kind: 'stage' }) },
          { label: registryText.review, run: () => setOpen({ kind: 'review', about: null }) },
          { label: registryText.sizes, run: () => setOpen({ kind: 'sizes' }) },
        ],
      },
    ]
  }, [unit, thresholds, startImport])
  const importOnly = useMemo(() => actions.slice(0, 1), [actions])
  const menu = (row: EnterpriseRow): readonly GridMenuItem[] => [
    { label: registryText.details, run: () => setShowsPanel(true) },
    { label: registryText.assign, run: () => setOpen({ kind: 'officer' }) },
    { label: registryText.changeStage, run: () => setOpen({ kind: 'stage' }) },
    { label: registryText.contact, run: () => setOpen({ kind: 'contact', row }) },
    { label: registryText.found, run: () => setOpen({ kind: 'found', row }) },
  ]
  const chosen = selected.length > 0 ? selected : focused === null ? NONE : [focused]
  return (
    <Screen
      title={enterprisesText.title}
      // Its line is there before its figures: they must not move the table they are of.
      {...(isEmpty ? {} : { subtitle: counted === undefined ? '' : summarize(counted) })}
      actions={isEmpty ? importOnly : actions}
      {...(isEmpty
        ? {}
        : {
            filters: (
              <RegistryFilterBar
                filters={filters}
                change={change}
                units={units}
                people={people}
                difficulties={difficulties}
                {...(isFiltered ? { onClear: clear } : {})}
              />
            ),
          })}
    >
      {isEmpty ? (
        <EmptyState
          title={enterprisesText.emptyTitle}
          text={enterprisesText.emptyText}
          actions={[{ label: enterprisesText.import, main: true, run: startImport }]}
        />
      ) : (
        <>
          <FunnelStrip funnel={funnel} chosen={filters.stage} onChoose={chooseStage} />
          <div className="with-panel registry-table">
            <DataGrid<EnterpriseRow>
              ref={grid}
              name={TABLE}
              label={enterprisesText.table}
              columns={columns}
              source={source}
              version={written}
              rowId={rowId}
              write={write}
              tryWrite={tryWrite}
              canAddRows
              removeRows={async (rows) => setOpen({ kind: 'remove', rows })}
              onFocusRow={focusRow}
              onSelect={selectRows}
              onOpen={() => setShowsPanel(true)}
              menu={menu}
              historyOf={historyOf}
            />
            {showsPanel ? (
              <EnterprisePanel
                enterprise={focused}
                columns={columns}
                difficulties={difficulties}
                onClose={() => setShowsPanel(false)}
                onStage={() => setOpen({ kind: 'stage' })}
                onReview={(about) => setOpen({ kind: 'review', about })}
              />
            ) : null}
          </div>
        </>
      )}
      <RegistryDialogs
        open={open}
        rows={makeChosenRows(chosen, counted?.count ?? 0, makeRegistryView(filters, asOf, tableView))}
        columns={columns}
        unit={filters.unit === '' ? null : filters.unit}
        onOtherFile={startImport}
        onClose={() => setOpen(null)}
      />
    </Screen>
  )
}

function summarize({ count, workers, withUnion, members }: RegistrySums): string {
  return enterprisesText.summary(count, workers, withUnion, members)
}

function rowId(row: EnterpriseRow): string {
  return row.id
}

function historyOf(row: EnterpriseRow) {
  return { table: 'enterprises', row: row.id }
}
