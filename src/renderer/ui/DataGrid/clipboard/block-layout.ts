import type { ClipboardCell } from '#shared/domain/table/clipboard-cell.ts'
import { textForKind } from '#shared/domain/table/clipboard-cell.ts'
import { isMonthFirst, readMonthFirst } from '#shared/domain/table/clipboard-format.ts'
import { foldTitle, matchHeader, placeBlock, type HeaderMatch } from '#shared/domain/table/clipboard-place.ts'
import type { RangeBounds } from '../cell-range.ts'
import { columnsOf } from '../cell-writer.ts'
import type { GridColumn } from '../column.ts'
import type { GridHands } from '../hands.ts'
import { titlesByColumn } from './copied-cells.ts'
import { withoutEmptyTail, type PastedBlock } from './pasted-block.ts'

/** One cell of a block: the text to be typed, and what the clipboard held. Null leaves the table's cell as it is. */
export interface LaidCell {
  readonly text: string
  readonly pasted: ClipboardCell
}

/**
 * Texts over a range of the table, rows loaded or not: `lines` repeat downwards over `rows` rows from `top`, of
 * which the last `added` are not there yet.
 */
export interface BlockLayout<Row> {
  readonly top: number
  readonly rows: number
  readonly added: number
  readonly columns: readonly GridColumn<Row>[]
  readonly lines: readonly (readonly (LaidCell | null)[])[]
  readonly cutRows: number
  readonly cutColumns: number
  /** Header words of the block that name no column of the table, so that what is below is left out. */
  readonly unknownTitles: readonly string[]
  /** Those that name a column the clerk has hidden: never written. */
  readonly hiddenTitles: readonly string[]
}

export interface HeaderChoice {
  /** The first line is a header and is not pasted. */
  readonly isHeader: boolean
  /** Columns go where their titles are. */
  readonly byTitle: boolean
}

/** What the first line of a block is, before the clerk says otherwise. */
export interface HeaderFinding {
  readonly match: HeaderMatch | null
  /** Null: nothing looks like a header, and nothing is asked. */
  readonly choice: HeaderChoice | null
}

export function findHeader<Row>(hands: GridHands<Row>, block: PastedBlock, bounds: RangeBounds): HeaderFinding {
  const [first] = block.cells
  if (first === undefined || block.cells.length < 2) return { match: null, choice: null }
  const names = titlesByColumn(hands)
  const titles = columnsOf(hands.setup, 0, hands.range.size().columns - 1).map(({ id }) => names.get(id) ?? [])
  const match = matchHeader(
    first.map(({ text }) => text),
    titles,
    bounds.left,
    hiddenTitles(hands),
  )
  if (match !== null) return { match, choice: { isHeader: true, byTitle: !match.inPlace } }
  return { match, choice: block.headed ? { isHeader: true, byTitle: false } : null }
}

/** Lays a pasted block over the range. */
export function layOutPaste<Row>(
  hands: GridHands<Row>,
  block: PastedBlock,
  bounds: RangeBounds,
  match: HeaderMatch | null,
  choice: HeaderChoice | null,
): BlockLayout<Row> {
  const cells = choice?.isHeader === true ? block.cells.slice(1) : block.cells
  const table = hands.range.size()
  const canAddRows = hands.props().canAddRows === true && hands.setup.write !== null
  if (choice?.isHeader === true && choice.byTitle && match !== null) {
    const range = { ...bounds, bottom: bounds.top, left: 0, right: 0 }
    const placed = placeBlock({ height: cells.length, width: 1, range, table, canAddRows })
    const pairs = match.columns.flatMap((place, from) => {
      const [column] = place === null ? [] : columnsOf(hands.setup, place, place)
      return column === undefined ? [] : [{ column, from }]
    })
    const unmatched = (block.cells[0] ?? []).flatMap(({ text }, from) =>
      match.columns[from] === null && text.trim() !== '' ? [text.trim()] : [],
    )
    const hidden = hiddenTitles(hands)
    return {
      ...layOut(cells, pairs, { ...placed, cutColumns: 0 }),
      unknownTitles: unmatched.filter((title) => !hidden.has(foldTitle(title))),
      hiddenTitles: unmatched.filter((title) => hidden.has(foldTitle(title))),
    }
  }
  const placed = placeBlock({ height: cells.length, width: block.width, range: bounds, table, canAddRows })
  const pairs = columnsOf(hands.setup, placed.left, placed.left + placed.columns - 1).map((column, at) => ({
    column,
    from: at % Math.max(1, block.width),
  }))
  return layOut(cells, pairs, placed)
}

/** Everything the columns that are not shown may be called. */
function hiddenTitles<Row>(hands: GridHands<Row>): ReadonlySet<string> {
  const shown = new Set(columnsOf(hands.setup, 0, hands.range.size().columns - 1).map(({ id }) => id))
  const names = [...titlesByColumn(hands)].flatMap(([id, own]) => (shown.has(id) ? [] : own))
  return new Set(names.map(foldTitle))
}

function layOut<Row>(
  cells: readonly (readonly ClipboardCell[])[],
  pairs: readonly { readonly column: GridColumn<Row>; readonly from: number }[],
  placed: Pick<BlockLayout<Row>, 'top' | 'rows' | 'added' | 'cutRows' | 'cutColumns'>,
): BlockLayout<Row> {
  // Empty lines behind the last filled one make no rows; over rows that are there they empty cells.
  const filled = placed.added > 0 && placed.rows === cells.length ? withoutEmptyTail(cells).length : placed.rows
  const added = Math.max(0, placed.added - (placed.rows - filled))
  const monthFirst = pairs.map(
    ({ column, from }) => column.kind === 'date' && isMonthFirst(cells.map((line) => line[from]?.text ?? '')),
  )
  const lines = cells.map((line) =>
    pairs.map(({ column, from }, at): LaidCell | null => {
      const pasted = line[from]
      if (pasted === undefined) return null
      const day = monthFirst[at] === true && pasted.date === undefined ? readMonthFirst(pasted.text) : null
      return { text: day ?? textForKind(pasted, column.kind), pasted }
    }),
  )
  return {
    top: placed.top,
    rows: placed.rows - (placed.added - added),
    added,
    columns: pairs.map(({ column }) => column),
    lines,
    cutRows: placed.cutRows,
    cutColumns: placed.cutColumns,
    unknownTitles: [],
    hiddenTitles: [],
  }
}

/** Plain texts over a range, as filling, emptying and Ctrl+Enter write them. */
export function layOutTexts<Row>(
  columns: readonly GridColumn<Row>[],
  top: number,
  rows: number,
  texts: readonly (readonly string[])[],
): BlockLayout<Row> {
  const lines = texts.map((line) => line.map((text): LaidCell => ({ text, pasted: { text } })))
  return { top, rows, added: 0, columns, lines, cutRows: 0, cutColumns: 0, unknownTitles: [], hiddenTitles: [] }
}

/** The cell of a block that falls on this row of the range. */
export function cellOf<Row>(layout: BlockLayout<Row>, row: number, column: number): LaidCell | null {
  return layout.lines[row % Math.max(1, layout.lines.length)]?.[column] ?? null
}
