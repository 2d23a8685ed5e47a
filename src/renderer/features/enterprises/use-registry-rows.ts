import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { EnterpriseRow } from '#shared/contract/enterprises.ts'
import type { TableView } from '#shared/domain/table/view.ts'
import { useData } from '#renderer/api/data.ts'
import type { RowSource } from '#renderer/ui/DataGrid/grid-model.ts'
import { makeRegistryView, NO_FILTERS, type RegistryFilters } from './registry-filters.ts'
import { makeRegistrySource, type RegistrySums } from './registry-source.ts'

interface Shown {
  readonly source: RowSource<EnterpriseRow>
  readonly table: TableView
}
/** Sums, and the rows they are of. */
interface Told extends Shown {
  readonly sums: RegistrySums
}

interface RegistryRows {
  readonly source: RowSource<EnterpriseRow>
  /** Sums of the rows the table shows; undefined until its first page came. */
  readonly counted: RegistrySums | undefined
  /** There is no enterprise at all. */
  readonly isEmpty: boolean
}

/** The rows of the registry. Their sums come with its pages, so that a letter typed into the search asks once. */
export function useRegistryRows(filters: RegistryFilters, asOf: string, table: TableView): RegistryRows {
  const [told, setTold] = useState<Told>()
  const shown = useRef<Shown | null>(null)
  const source = useMemo(() => {
    const made: RowSource<EnterpriseRow> = makeRegistrySource(filters, asOf, (view, sums) => {
      // A page of rows that were left meanwhile says nothing of those shown now.
      if (shown.current?.source !== made || shown.current.table !== view) return
      setTold((before) =>
        isOf(before, made, view) && isSame(before.sums, sums) ? before : { source: made, table: view, sums },
      )
    })
    return made
  }, [filters, asOf])
  useLayoutEffect(() => void (shown.current = { source, table }), [source, table])
  const isUnfiltered = table.filters.length === 0 && isSame(filters, NO_FILTERS)
  const isEmpty = isUnfiltered && isOf(told, source, table) && told.sums.count === 0
  // No table asks any more; an import brings rows.
  const view = { ...makeRegistryView(filters, asOf, table), limit: 1 }
  const come = useData('enterprises.list', view, { enabled: isEmpty }).data
  useEffect(() => {
    if (come === undefined || come.count === 0) return
    const { rows: _, ...sums } = come
    setTold((before) => (before === undefined ? before : { ...before, sums }))
  }, [come])
  return { source, counted: told?.sums, isEmpty }
}

function isOf(told: Told | undefined, source: Shown['source'], table: TableView): told is Told {
  return told?.source === source && told.table === table
}

/** Plain values as JSON has them. */
function isSame(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
