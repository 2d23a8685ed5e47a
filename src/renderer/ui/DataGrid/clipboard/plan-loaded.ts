import { isBrokenCell } from '#shared/domain/table/clipboard-cell.ts'
import { clipboardText } from '#renderer/text/clipboard.ts'
import { gridText } from '#renderer/text/grid.ts'
import { CellStates } from '../cell-states.ts'
import { formatCell } from '../cell-text.ts'
import { readNewText, readTexts, textOfCell, type CellText, type ReadTexts, type RefusedText } from '../cell-writer.ts'
import type { GridColumn, ParsedCell } from '../column.ts'
import type { NewRow } from '../grid-model.ts'
import type { GridHands } from '../hands.ts'
import { cellOf, type BlockLayout, type LaidCell } from './block-layout.ts'
import { MOST_FINDINGS, type BlockPlan, type Finding } from './plan-model.ts'
import { describeConversion } from './conversions.ts'

/** Plans a block over rows that are at hand: `rowOf` answers them by their index. */
export function planLoaded<Row>(
  hands: GridHands<Row>,
  layout: BlockLayout<Row>,
  rowOf: (index: number) => Row | null,
  cut: readonly CellText<Row>[],
): BlockPlan<Row> {
  const { setup } = hands
  const texts: CellText<Row>[] = []
  const laid = new Map<CellText<Row>, { readonly cell: LaidCell; readonly row: number }>()
  const there = layout.rows - layout.added
  for (let at = 0; at < there; at += 1) {
    const row = rowOf(layout.top + at)
    if (row === null) continue
    layout.columns.forEach((column, across) => {
      const cell = cellOf(layout, at, across)
      if (cell === null) return
      const text = { row, column, text: cell.text }
      texts.push(text)
      laid.set(text, { cell, row: layout.top + at })
    })
  }
  if (cut.length > 0) {
    const covered = new Set(texts.map(({ row, column }) => CellStates.key(setup.context.rowId(row), column.id)))
    for (const text of cut)
      if (!covered.has(CellStates.key(setup.context.rowId(text.row), text.column.id))) texts.push(text)
  }
  const read = withoutBroken(readTexts(setup, texts), setup.columns)
  const isSingle = layout.lines.length === 1 && layout.lines[0]?.length === 1
  const findings: Finding[] = []
  const converted = { count: 0 }
  for (const refusal of read.refused) findings.push(findingOf(refusal, 'refused', null, refusal.reason))
  // One value over a whole range passes by the cells only to be looked at, as it does in Excel's protected sheets.
  if (!isSingle)
    for (const text of read.readOnly) findings.push(findingOf(text, 'readOnly', null, gridText.readOnlyCell))
  const byKey = new Map(read.edits.map((edit) => [CellStates.key(edit.rowId, edit.column), edit.value]))
  for (const [text, { cell }] of laid) {
    const value = byKey.get(CellStates.key(setup.context.rowId(text.row), text.column.id))
    if (value === undefined) continue
    const reason = describeConversion(text.column, cell, value)
    if (reason === null) continue
    converted.count += 1
    if (findings.length < MOST_FINDINGS)
      findings.push(findingOf(text, 'converted', formatCell(text.column, value), reason))
  }
  const fresh = readAdded(layout)
  findings.push(...fresh.findings)
  return {
    layout,
    counts: {
      written: read.edits.length + fresh.cells,
      unchanged: read.unchanged.length,
      readOnly: read.readOnly.length + fresh.readOnly,
      refused: read.refused.length + fresh.refused,
      converted: converted.count + fresh.converted,
      added: layout.added,
    },
    findings: findings.slice(0, MOST_FINDINGS),
    work: { kind: 'loaded', read, added: fresh.rows },
  }

  function findingOf(text: CellText<Row>, kind: Finding['kind'], after: string | null, reason: string): Finding {
    const { row, column } = text
    const at = laid.get(text)
    return {
      kind,
      row: at?.row ?? setup.api.getRowNode(setup.context.rowId(row))?.rowIndex ?? 0,
      isNew: false,
      column: column.id,
      title: column.title,
      before: textOfCell(column, row, setup.context),
      pasted: at?.cell.pasted.text ?? text.text,
      after,
      reason,
    }
  }
}

/** "#N/A" and "####" are never data, also where a column takes any text. */
function withoutBroken<Row>(read: ReadTexts<Row>, columns: ReadonlyMap<string, GridColumn<Row>>): ReadTexts<Row> {
  const isBroken = ({ text }: { readonly text: string }): boolean => isBrokenCell(text)
  if (!read.edits.some(isBroken) && !read.refused.some(isBroken)) return read
  const taken = read.edits.filter(isBroken).flatMap(({ row, column, text }): RefusedText<Row>[] => {
    const own = columns.get(column)
    return own === undefined ? [] : [{ row, column: own, text, reason: '' }]
  })
  return {
    ...read,
    edits: read.edits.filter((edit) => !isBroken(edit)),
    refused: [...read.refused, ...taken].map((refusal) =>
      isBroken(refusal) ? { ...refusal, reason: clipboardText.brokenCell(refusal.text) } : refusal,
    ),
  }
}

interface ReadAdded {
  readonly rows: readonly NewRow[]
  readonly findings: readonly Finding[]
  readonly cells: number
  readonly refused: number
  readonly readOnly: number
  readonly converted: number
}

/** New rows past the last one; what can't be taken stays empty in them. */
function readAdded<Row>(layout: BlockLayout<Row>): ReadAdded {
  const rows: NewRow[] = []
  const findings: Finding[] = []
  const counts = { cells: 0, refused: 0, readOnly: 0, converted: 0 }
  for (let at = layout.rows - layout.added; at < layout.rows; at += 1) {
    const cells: NewRow['cells'][number][] = []
    layout.columns.forEach((column, across) => {
      const cell = cellOf(layout, at, across)
      if (cell === null || cell.text.trim() === '') return
      const note = (kind: Finding['kind'], after: string | null, reason: string): void => {
        if (findings.length >= MOST_FINDINGS) return
        const place = { row: layout.top + at, isNew: true, column: column.id, title: column.title }
        findings.push({ kind, ...place, before: '', pasted: cell.pasted.text, after, reason })
      }
      if (column.edit === undefined) {
        counts.readOnly += 1
        note('readOnly', null, gridText.readOnlyCell)
        return
      }
      const parsed: ParsedCell = isBrokenCell(cell.text)
        ? { ok: false, reason: clipboardText.brokenCell(cell.text) }
        : readNewText(column, cell.text)
      if (!parsed.ok) {
        counts.refused += 1
        note('refused', null, parsed.reason)
        return
      }
      counts.cells += 1
      cells.push({ column: column.id, value: parsed.value, text: cell.text })
      const reason = describeConversion(column, cell, parsed.value)
      if (reason === null) return
      counts.converted += 1
      note('converted', formatCell(column, parsed.value), reason)
    })
    rows.push({ cells })
  }
  return { rows, findings, ...counts }
}
