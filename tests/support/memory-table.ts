import type { GridApi } from 'ag-grid-community'
import { CellStates } from '#renderer/ui/DataGrid/cell-states.ts'
import type { RangeBounds } from '#renderer/ui/DataGrid/cell-range.ts'
import { copyCell, parseCell } from '#renderer/ui/DataGrid/cell-text.ts'
import type { CellValue, GridColumn } from '#renderer/ui/DataGrid/column.ts'
import { newRowId, type CellRefusal, type SpanAnswer, type SpanEdit } from '#renderer/ui/DataGrid/grid-model.ts'
import type { GridHands } from '#renderer/ui/DataGrid/hands.ts'
import { WHOLE_TABLE } from '#shared/domain/table/view.ts'

export interface MemoryRow {
  readonly id: string
  readonly cells: Readonly<Record<string, CellValue>>
}

export interface MemoryTableOptions {
  readonly columns: readonly GridColumn<MemoryRow>[]
  readonly rows: readonly Readonly<Record<string, CellValue>>[]
  /** Ids of the columns on screen; left out: all. */
  readonly shown?: readonly string[]
  /** Rows come by pages and only these are loaded. Left out: the table is whole. */
  readonly loaded?: (row: number) => boolean
  readonly canAddRows?: boolean
  /** What the backend refuses besides what the columns do. */
  readonly refuses?: (column: string, value: CellValue) => string | null
}

/**
 * A table without a window: rows in memory, written to for real, whole or by pages with the operations over spans
 * that a backend has. Each call that writes is one step.
 */
export class MemoryTable {
  rows: MemoryRow[]
  readonly steps: string[] = []
  readonly states = new CellStates()
  readonly hands: GridHands<MemoryRow>
  private readonly options: MemoryTableOptions
  private readonly byId: ReadonlyMap<string, GridColumn<MemoryRow>>

  constructor(options: MemoryTableOptions) {
    this.options = options
    this.rows = options.rows.map((cells, at) => ({ id: `r${at}`, cells }))
    this.byId = new Map(options.columns.map((column) => [column.id, column]))
    this.hands = this.makeHands()
  }

  /** The cells as they are copied, row by row. */
  texts(): string[][] {
    return this.rows.map((row) => this.options.columns.map((column) => copyCell(column, row.cells[column.id] ?? null)))
  }

  problems(): (string | null)[] {
    return this.rows.flatMap((row) =>
      this.options.columns.flatMap(({ id }) => {
        const problem = this.states.problemOf(row.id, id)
        return problem === null ? [] : [`${row.id} ${id}: ${problem.text}`]
      }),
    )
  }

  private makeHands(): GridHands<MemoryRow> {
    const { options, byId, states } = this
    const shown = (options.shown ?? options.columns.map(({ id }) => id)).map((id) => ({ getColId: () => id }))
    const isLoaded = options.loaded ?? (() => true)
    const api = {
      isDestroyed: () => false,
      refreshInfiniteCache: () => undefined,
      // Rows that are not loaded are told apart below; to the table they are all its own.
      getGridOption: () => undefined,
      getAllDisplayedColumns: () => shown,
      getDisplayedRowAtIndex: (at: number) => (isLoaded(at) ? { data: this.rows[at], rowIndex: at } : undefined),
      getRowNode: (id: string) => {
        const at = this.rows.findIndex((row) => row.id === id)
        return at < 0 || !isLoaded(at) ? undefined : { data: this.rows[at], rowIndex: at }
      },
    } as unknown as GridApi<MemoryRow>
    const source =
      options.loaded === undefined
        ? {}
        : {
            source: {
              load: (start: number, end: number) =>
                Promise.resolve({ rows: this.rows.slice(start, end), total: this.rows.length }),
              spans: {
                read: ({ start, end, columns }: { start: number; end: number; columns: readonly string[] }) =>
                  Promise.resolve(
                    this.rows
                      .slice(start, end)
                      .map((row) => columns.map((id) => copyCell(byId.get(id) ?? NO_COLUMN, row.cells[id] ?? null))),
                  ),
                summarize: () => Promise.resolve({ filled: 0, numbers: 0, sum: 0 }),
                preview: (edit: SpanEdit) => Promise.resolve(this.overSpan(edit, false)),
                write: (edit: SpanEdit) => Promise.resolve(this.overSpan(edit, true)),
              },
            },
          }
    const hands = {
      setup: {
        api,
        columns: byId,
        context: {
          rowId: (row: MemoryRow) => row.id,
          states,
          isGroup: () => false,
          canWrite: true,
          tree: null,
          totals: { valueOf: () => undefined },
        },
        onStatesChanged: () => undefined,
        write: (...given: Parameters<NonNullable<GridHands<MemoryRow>['setup']['write']>>) => this.write(...given),
      },
      range: {
        size: () => ({ rows: this.rows.length, columns: shown.length }),
        bounds: () => this.bounds,
        select: (selection: { anchor: { row: number; column: number }; head: { row: number; column: number } }) => {
          const { anchor, head } = selection
          this.bounds = { top: anchor.row, left: anchor.column, bottom: head.row, right: head.column }
        },
      },
      props: () => ({ columns: options.columns, canAddRows: options.canAddRows === true, ...source }),
      view: () => WHOLE_TABLE,
    }
    return hands as unknown as GridHands<MemoryRow>
  }

  bounds: RangeBounds | null = null

  private write: NonNullable<GridHands<MemoryRow>['setup']['write']> = (edits, origin, added) => {
    this.steps.push(origin)
    const refusals: CellRefusal[] = []
    for (const { rowId, column, value } of edits) {
      const reason = this.options.refuses?.(column, value) ?? null
      if (reason === null) this.set(rowId, column, value)
      else refusals.push({ rowId, column, reason })
    }
    added.forEach(({ cells }, index) => {
      const wrong = cells.find(({ column, value }) => (this.options.refuses?.(column, value) ?? null) !== null)
      if (wrong !== undefined) refusals.push({ rowId: newRowId(index), column: wrong.column, reason: 'không nhận' })
      else
        this.rows.push({
          id: `n${this.rows.length}`,
          cells: Object.fromEntries(cells.map(({ column, value }) => [column, value])),
        })
    })
    return Promise.resolve(refusals)
  }

  private set(rowId: string, column: string, value: CellValue): void {
    this.rows = this.rows.map((row) => (row.id === rowId ? { ...row, cells: { ...row.cells, [column]: value } } : row))
  }

  private overSpan({ start, end, columns, texts, origin }: SpanEdit, writes: boolean): SpanAnswer {
    if (writes) this.steps.push(origin)
    const refused: SpanAnswer['refused'][number][] = []
    const counts = { written: 0, unchanged: 0, readOnly: 0 }
    this.rows.slice(start, end).forEach((row, at) => {
      columns.forEach((id, across) => {
        const column = this.byId.get(id) ?? NO_COLUMN
        const text = texts[at % texts.length]?.[across] ?? ''
        if (column.edit === undefined) {
          counts.readOnly += 1
          return
        }
        const parsed = parseCell(column, text)
        const reason = parsed.ok ? (this.options.refuses?.(id, parsed.value) ?? null) : parsed.reason
        if (!parsed.ok || reason !== null) refused.push({ row: start + at, column: id, text, reason: reason ?? '' })
        else if ((row.cells[id] ?? null) === parsed.value) counts.unchanged += 1
        else {
          counts.written += 1
          if (writes) this.set(row.id, id, parsed.value)
        }
      })
    })
    return { ...counts, refused, refusedCount: refused.length }
  }
}

const NO_COLUMN: GridColumn<MemoryRow> = { id: '', title: '', kind: 'text', value: () => null }
