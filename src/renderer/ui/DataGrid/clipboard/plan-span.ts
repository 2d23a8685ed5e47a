import { formatCell, parseCell } from '../cell-text.ts'
import { rowAt, textOfCell } from '../cell-writer.ts'
import type { GridColumn } from '../column.ts'
import type { EditOrigin, SpanEdit } from '../grid-model.ts'
import type { GridHands } from '../hands.ts'
import type { BlockLayout, LaidCell } from './block-layout.ts'
import { MOST_FINDINGS, type BlockPlan, type Finding } from './plan-model.ts'
import { describeConversion } from './conversions.ts'

/** Plans a block over rows that are not loaded: the backend says what would become of it. */
export async function planSpan<Row>(
  hands: GridHands<Row>,
  layout: BlockLayout<Row>,
  origin: EditOrigin,
): Promise<BlockPlan<Row>> {
  const spans = hands.props().source?.spans
  const kept = layout.columns.map((column) => column.edit !== undefined)
  const edit: SpanEdit = {
    view: hands.view(),
    start: layout.top,
    end: layout.top + layout.rows,
    columns: layout.columns.filter((_, at) => kept[at] === true).map(({ id }) => id),
    origin,
    texts: layout.lines.map((line) => line.flatMap((cell, at) => (kept[at] === true ? [cell?.text ?? ''] : []))),
  }
  const readOnlyColumns = kept.filter((is) => !is).length * layout.rows
  const answer =
    spans === undefined || edit.columns.length === 0
      ? { written: 0, unchanged: 0, readOnly: 0, refused: [], refusedCount: 0, ids: [] }
      : await spans.preview(edit)
  const titles = new Map(layout.columns.map((column) => [column.id, column.title]))
  const refused = answer.refused.map(({ row, column, text, reason }): Finding => ({
    kind: 'refused',
    row,
    isNew: row >= layout.top + layout.rows - layout.added,
    column,
    title: titles.get(column) ?? column,
    before: beforeOf(hands, layout, row, column),
    pasted: text,
    after: null,
    reason,
  }))
  const local = readWithoutRows(hands, layout)
  return {
    layout,
    counts: {
      written: answer.written,
      unchanged: answer.unchanged,
      readOnly: answer.readOnly + readOnlyColumns,
      refused: answer.refusedCount,
      converted: local.converted,
      added: layout.added,
    },
    findings: [...refused, ...local.findings].slice(0, MOST_FINDINGS),
    work: { kind: 'span', edit: { ...edit, ids: answer.ids } },
  }
}

interface Reading {
  readonly reason: string
  readonly after: string
}

/** What can be said of a block without its rows: which texts read as something else than they show. */
function readWithoutRows<Row>(
  hands: GridHands<Row>,
  layout: BlockLayout<Row>,
): { readonly findings: readonly Finding[]; readonly converted: number } {
  const findings: Finding[] = []
  let converted = 0
  const times = Math.ceil(layout.rows / Math.max(1, layout.lines.length))
  // Texts repeat: of 40,000 cells some hundred are different.
  const known = layout.columns.map(() => new Map<string, Reading | null>())
  layout.lines.forEach((line, at) => {
    line.forEach((cell, across) => {
      const column = layout.columns[across]
      // A column with a reading of its own needs the row for it.
      if (cell === null || column?.edit === undefined || column.edit.parse !== undefined) return
      const key = `${cell.text}\u0000${cell.pasted.text}`
      const before = known[across]?.get(key)
      const reading = before === undefined ? readCell(column, cell) : before
      if (before === undefined) known[across]?.set(key, reading)
      if (reading === null) return
      converted += times
      if (findings.length >= MOST_FINDINGS) return
      findings.push({
        kind: 'converted',
        row: layout.top + at,
        isNew: false,
        column: column.id,
        title: column.title,
        before: beforeOf(hands, layout, layout.top + at, column.id),
        pasted: cell.pasted.text,
        ...reading,
      })
    })
  })
  return { findings, converted }
}

function readCell<Row>(column: GridColumn<Row>, cell: LaidCell): Reading | null {
  const parsed = parseCell(column, cell.text)
  const reason = parsed.ok ? describeConversion(column, cell, parsed.value) : null
  return reason === null || !parsed.ok ? null : { reason, after: formatCell(column, parsed.value) }
}

function beforeOf<Row>(hands: GridHands<Row>, layout: BlockLayout<Row>, row: number, columnId: string): string | null {
  const data = rowAt(hands.setup.api, row)
  const column: GridColumn<Row> | undefined = layout.columns.find(({ id }) => id === columnId)
  return data === null || column === undefined ? null : textOfCell(column, data, hands.setup.context)
}
