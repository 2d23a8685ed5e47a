import { useMemo, useRef, useState } from 'react'
import type { TableColumns } from '#shared/domain/table/column.ts'
import type { TableView } from '#shared/domain/table/view.ts'
import { arrangeRows, keepArrangement, type ArrangedRows, type RowShape } from './arrange-rows.ts'

export interface KeptRows<Row> extends ArrangedRows<Row> {
  /** What was typed since changed the order or what passes; `arrangeAgain` puts it right. */
  readonly isStale: boolean
  readonly arrangeAgain: () => void
  /** To be called before the table writes: the rows that come back then stay where they stand. */
  readonly noteWrite: () => void
}

/** Rows that come this soon after the table's own writing are its answer. */
const ANSWER_MS = 4000

interface Memory<Row> {
  readonly rows: readonly Row[]
  readonly view: TableView
  readonly round: number
  readonly ids: ReadonlySet<string>
  readonly arranged: ArrangedRows<Row>
  readonly isStale: boolean
}

/**
 * A whole table under its view. Excel filters and sorts when asked and not while one types; so do we: a row does
 * not jump away under the clerk's hands.
 */
export function useArrangedRows<Row>(
  rows: readonly Row[] | undefined,
  view: TableView,
  columns: TableColumns<Row>,
  shape: RowShape<Row>,
): KeptRows<Row> {
  const [round, setRound] = useState(0)
  const memory = useRef<Memory<Row> | null>(null)
  const wroteAt = useRef(Number.NEGATIVE_INFINITY)
  const newest = useRef(shape)
  newest.current = shape

  const current = useMemo((): Memory<Row> => {
    const given = rows ?? []
    const fresh = arrangeRows(given, view, columns, newest.current)
    const { rowId } = newest.current
    const last = memory.current
    const isOwnAnswer = performance.now() - wroteAt.current < ANSWER_MS
    const kept =
      last !== null && last.view === view && last.round === round && (isOwnAnswer || last.rows === given)
        ? keepArrangement(given, last.arranged.rows, last.ids, rowId)
        : null
    const isSame = kept === null || hasSameOrder(kept, fresh.rows, rowId)
    const made: Memory<Row> = {
      rows: given,
      view,
      round,
      ids: new Set(given.map(rowId)),
      arranged: isSame ? fresh : { rows: kept, matched: last?.arranged.matched ?? null },
      isStale: !isSame,
    }
    memory.current = made
    return made
  }, [rows, view, columns, round])

  return useMemo(
    () => ({
      ...current.arranged,
      isStale: current.isStale,
      arrangeAgain: () => {
        wroteAt.current = Number.NEGATIVE_INFINITY
        setRound((before) => before + 1)
      },
      noteWrite: () => {
        wroteAt.current = performance.now()
      },
    }),
    [current],
  )
}

function hasSameOrder<Row>(a: readonly Row[], b: readonly Row[], rowId: (row: Row) => string): boolean {
  return a.length === b.length && a.every((row, at) => rowId(row) === rowId(b[at] ?? row))
}
