import type { CellChange } from '#shared/contract/exchange-rows.ts'
import type { ContentCells, ContentValue } from '#shared/domain/exchange/content.ts'
import type { CellOutcome } from '#shared/domain/exchange/merge/merge-row.ts'
import { handOf, type Stamp, WHOLE_ROW } from '#shared/domain/exchange/merge/stamp.ts'
import { columnWords } from '#shared/domain/history/words.ts'
import { sayRows, type RowWords } from '../../db/queries/row-words.ts'
import type { ReadStore } from '../../db/store.ts'
import { titleOf } from './collect-rows.ts'
import { isTold, type ComparedRow, type Comparison } from './compare.ts'
import { handIn, readCodes, readHands, type CodeBook, type RowHands } from './local-rows.ts'
import { tableTitle } from './make.ts'
import { readShapes, type ShapedColumn, type TableShape } from './shapes.ts'
import { NOT_THERE } from './text.ts'

/** As many cells as anybody looks through; their count is told. */
const MOST_CHANGES = 5000

export interface DescribeRequest {
  readonly comparison: Comparison
  readonly decides: (owner: 'province' | 'unit') => boolean
}

/** A comparison cell by cell, in the words of a clerk: clashes first. */
export function describeChanges(store: ReadStore, request: DescribeRequest): { changes: CellChange[]; count: number } {
  const { sqlite } = store
  const codes = readCodes(sqlite, readShapes(sqlite))
  const words = sayRows(sqlite)
  const told = request.comparison.rows.flatMap((row) =>
    row.merge.outcomes.flatMap((outcome) => (isTold(row, outcome) ? [{ row, outcome }] : [])),
  )
  const first = told.filter(({ outcome }) => outcome.what === 'clash')
  const shown = [...first, ...told.filter(({ outcome }) => outcome.what !== 'clash')].slice(0, MOST_CHANGES)
  const hands = new Map<TableShape, Map<string, RowHands>>()
  for (const shape of new Set(shown.map(({ row }) => row.shape)))
    hands.set(
      shape,
      readHands(
        sqlite,
        shape,
        shown.filter(({ row }) => row.shape === shape).map(({ row }) => row.row.id),
      ),
    )
  const changes = shown.map(({ row, outcome }): CellChange => {
    const { shape } = row
    const ours = handIn(row.ours?.stamp, hands.get(shape)?.get(row.row.id), outcome.column)
    const theirs = handOf(row.row.sent.stamp, outcome.column)
    const say = (value: ContentValue): string | null => sayCell(words, codes, shape, outcome.column, value)
    return {
      table: shape.table,
      tableTitle: tableTitle(shape.table),
      row: row.row.id,
      rowTitle: rowTitle(words, row),
      unit: unitOf(row),
      column: outcome.column,
      columnTitle: columnTitle(shape, outcome.column),
      what: whatOf(row, outcome),
      old: outcome.old === undefined ? NOT_THERE : say(outcome.old),
      // Of a whole row what stands in it: nobody takes a row over whose figures are not shown.
      theirs:
        outcome.column === WHOLE_ROW
          ? wholeRow(words, codes, shape, row.row.sent.stamp, row.row.sent.cells)
          : say(outcome.theirs),
      ours:
        outcome.column === WHOLE_ROW
          ? row.ours && wholeRow(words, codes, shape, row.ours.stamp, row.ours.cells)
          : say(outcome.ours),
      // A row that goes, or comes, has one hand: whoever did it last.
      theirsBy: (outcome.column === WHOLE_ROW ? null : theirs?.by) ?? row.row.by,
      theirsAt: (outcome.column === WHOLE_ROW ? null : theirs?.at) ?? row.row.at,
      oursBy: ours?.by ?? null,
      oursAt: ours?.at ?? null,
      decides: request.decides(shape.owner),
    }
  })
  return { changes, count: told.length }
}

/** A row in words as it stands at one side; null where it is gone, or says nothing. */
function wholeRow(
  words: RowWords,
  codes: CodeBook,
  shape: TableShape,
  stamp: Stamp,
  cells: ContentCells,
): string | null {
  if (stamp.gone) return null
  const said = sayRow(words, codes, shape, cells)
  return said === '' ? null : said
}

function whatOf({ merge }: ComparedRow, outcome: CellOutcome): CellChange['what'] {
  if (outcome.what !== 'take') return outcome.what
  if (outcome.column !== WHOLE_ROW) return 'take'
  return merge.what === 'delete' ? 'delete' : 'create'
}

function rowTitle(words: RowWords, { shape, row, ours, after }: ComparedRow): string {
  if (ours !== null && !ours.stamp.gone) return words.nameOf(shape.table, row.id)
  return row.title ?? titleOf(shape, after) ?? tableTitle(shape.table)
}

function unitOf({ shape, after, ours, row }: ComparedRow): string | null {
  if (shape.unit === undefined) return null
  const unit = after[shape.unit] ?? ours?.cells[shape.unit] ?? row.sent.cells[shape.unit]
  return typeof unit === 'string' ? unit : null
}

export function columnTitle(shape: TableShape, name: string): string {
  if (name === WHOLE_ROW) return 'Cả dòng'
  const column = shape.columns.find((one) => one.name === name)
  return columnWords(shape.table, column?.column ?? name)?.title ?? name
}

/** A cell of a package in words; references by name, what is not here yet by its code. */
export function sayCell(
  words: RowWords,
  codes: CodeBook,
  shape: TableShape,
  name: string,
  value: ContentValue,
): string | null {
  if (value === null || name === WHOLE_ROW) return null
  const column = shape.columns.find((one) => one.name === name)
  if (column === undefined) return String(value)
  const stored = toStored(column, value, codes)
  return stored === null ? String(value) : words.textOf(shape.table, column.column, stored)
}

function toStored({ isCoded, refers }: ShapedColumn, value: ContentValue, codes: CodeBook): ContentValue {
  return isCoded && refers !== null ? codes.idOf(refers, codes.nowOf(refers, String(value))) : value
}

/** Cells of a row as one text, for a clash about the whole of it. */
export function sayRow(words: RowWords, codes: CodeBook, shape: TableShape, cells: ContentCells): string {
  return shape.names
    .flatMap((name) => {
      const text = sayCell(words, codes, shape, name, cells[name] ?? null)
      return text === null ? [] : [`${columnTitle(shape, name)}: ${text}`]
    })
    .join('; ')
}
