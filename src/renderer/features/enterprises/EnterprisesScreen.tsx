import { Button, Input, SearchBox, Select } from '@fluentui/react-components'
import { ArrowImportRegular, FilterRegular, InfoRegular } from '@fluentui/react-icons'
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { Input as InputOfOperation } from '#shared/contract/index.ts'
import type { EnterpriseRow } from '#shared/contract/enterprises.ts'
import { parseDecimal } from '#shared/domain/results/parse-value.ts'
import { fetchData, useData } from '#renderer/api/data.ts'
import { chooseOpen } from '#renderer/api/commands.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { enterprisesText } from '#renderer/text/enterprises.ts'
import { DataGrid } from '#renderer/ui/DataGrid/DataGrid.tsx'
import type { RowSource } from '#renderer/ui/DataGrid/grid-model.ts'
import { EmptyState } from '#renderer/ui/layout/EmptyState.tsx'
import { Screen, type ScreenAction } from '#renderer/ui/layout/Screen.tsx'
import { takeFocus } from '#renderer/ui/state/navigation.ts'
import { DetailsPanel } from './DetailsPanel.tsx'
import { isSortColumn, makeEnterpriseColumns } from './enterprise-columns.ts'
import { ImportDialog } from './ImportDialog.tsx'
import { writeEnterpriseCells } from './write-enterprise-cells.ts'

const NONE: readonly never[] = []
const text = enterprisesText.filters
/** The size national targets speak of today; the clerk may type another (domain: thresholds). */
const USUAL_SIZE = 25

interface Filters {
  readonly search: string
  readonly unit: string
  readonly union: '' | 'yes' | 'no'
  readonly minWorkers: string
}
const NO_FILTERS: Filters = { search: '', unit: '', union: '', minWorkers: '' }

/** Còn nơi nào vận động được? */
export function EnterprisesScreen() {
  const asOf = useWorkingContext((context) => context.asOf)
  const units = useData('units.list', { asOf }).data ?? NONE
  const legalForms = useData('legalForms.list', {}).data ?? NONE
  const [filters, setFilters] = useState(NO_FILTERS)
  // "Nhập danh sách doanh nghiệp" on another screen comes here with the file dialog open.
  const [importing, setImporting] = useState<string | null>(null)
  const [focused, setFocused] = useState<EnterpriseRow | null>(null)
  const [showsDetails, setShowsDetails] = useState(false)
  const change = (patch: Partial<Filters>): void => setFilters((before) => ({ ...before, ...patch }))
  const settled = useDeferredValue(filters)
  const filter = useMemo(() => filterOf(settled), [settled])
  const summary = useData('enterprises.list', { ...filter, limit: 1 })
  const columns = useMemo(() => makeEnterpriseColumns({ units, legalForms }), [units, legalForms])
  const source = useMemo<RowSource<EnterpriseRow>>(
    () => ({
      load: async (start, end, { sort }) => {
        const order = sort.flatMap(({ column, descending }) => (isSortColumn(column) ? [{ column, descending }] : []))
        const page = await fetchData('enterprises.list', { ...filter, sort: order, offset: start, limit: end - start })
        return { rows: page.rows, total: page.count }
      },
    }),
    [filter],
  )
  const startImport = useCallback(() => {
    void chooseOpen('survey').then((file) => {
      if (file !== null) setImporting(file)
    })
  }, [])
  useEffect(() => {
    if (takeFocus() === 'import') startImport()
  }, [startImport])

  const actions: ScreenAction[] = [
    { label: enterprisesText.import, icon: <ArrowImportRegular />, main: true, run: startImport },
    {
      label: enterprisesText.withoutUnion(USUAL_SIZE),
      icon: <FilterRegular />,
      run: () => setFilters({ ...NO_FILTERS, unit: filters.unit, union: 'no', minWorkers: String(USUAL_SIZE) }),
    },
  ]
  actions.push({
    label: enterprisesText.details,
    icon: <InfoRegular />,
    run: () => setShowsDetails(!showsDetails),
  })
  const counted = summary.data
  const isFiltered = filters !== NO_FILTERS && JSON.stringify(filters) !== JSON.stringify(NO_FILTERS)
  const isEmpty = counted?.count === 0 && !isFiltered
  return (
    <Screen
      title={enterprisesText.title}
      {...(counted === undefined || isEmpty
        ? {}
        : {
            subtitle: enterprisesText.summary(counted.count, counted.workers, counted.withUnion, counted.members),
          })}
      actions={isEmpty ? actions.slice(0, 1) : actions}
      {...(isEmpty
        ? {}
        : {
            filters: (
              <FilterBar filters={filters} change={change} units={units} onClear={() => setFilters(NO_FILTERS)} />
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
        <div className="with-panel">
          <DataGrid<EnterpriseRow>
            name="enterprises"
            label={enterprisesText.table}
            columns={columns}
            source={source}
            version={summary.dataUpdatedAt}
            rowId={rowId}
            write={writeEnterpriseCells}
            onFocusRow={setFocused}
            menu={() => [{ label: enterprisesText.details, run: () => setShowsDetails(true) }]}
          />
          {showsDetails ? <DetailsPanel row={focused} onClose={() => setShowsDetails(false)} /> : null}
        </div>
      )}
      {importing === null ? null : (
        <ImportDialog file={importing} onOtherFile={startImport} onClose={() => setImporting(null)} />
      )}
    </Screen>
  )
}

interface FilterBarProps {
  readonly filters: Filters
  readonly change: (patch: Partial<Filters>) => void
  readonly units: readonly { readonly code: string; readonly name: string }[]
  readonly onClear: () => void
}

function FilterBar({ filters, change, units, onClear }: FilterBarProps) {
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
      <label className="filter">
        {text.unit}
        <Select
          size="small"
          className="unit-select"
          value={filters.unit}
          onChange={(_, { value }) => change({ unit: value })}
        >
          <option value="">{text.everyUnit}</option>
          {units.map((unit) => (
            <option key={unit.code} value={unit.code}>
              {unit.name}
            </option>
          ))}
        </Select>
      </label>
      <label className="filter">
        {text.union}
        <Select
          size="small"
          value={filters.union}
          onChange={(_, { value }) => change({ union: value === 'yes' || value === 'no' ? value : '' })}
        >
          <option value="">{text.every}</option>
          <option value="yes">{text.hasUnion}</option>
          <option value="no">{text.noUnion}</option>
        </Select>
      </label>
      <label className="filter">
        {text.minWorkers}
        <Input
          size="small"
          className="small-number"
          value={filters.minWorkers}
          onChange={(_, { value }) => change({ minWorkers: value })}
        />
        {text.workers}
      </label>
      <Button size="small" appearance="subtle" onClick={onClear}>
        {enterprisesText.clearFilters}
      </Button>
    </>
  )
}

function filterOf(filters: Filters): InputOfOperation<'enterprises.list'> {
  const size = parseDecimal(filters.minWorkers)
  return {
    search: filters.search,
    unit: filters.unit === '' ? null : filters.unit,
    hasUnion: filters.union === '' ? null : filters.union === 'yes',
    minWorkers: size === null || !Number.isInteger(size) ? null : size,
  }
}

function rowId(row: EnterpriseRow): string {
  return row.id
}
