import type { DocumentFacts, IndicatorFact, Measure } from '#shared/domain/documents/facts.ts'
import type { Block, HeaderCell, TableColumn, TableRow } from '#shared/domain/documents/tree.ts'
import { assignerInProse } from '#shared/domain/wording/assigners.ts'
import { dataText, type Inline, line, text } from '#shared/domain/wording/parts.ts'
import { untilDay } from '#shared/domain/wording/period.ts'
import type { Telling } from '#shared/domain/wording/results.ts'
import { numberCell, valueCell } from './cells.ts'
import { tellingOf } from './telling.ts'

export interface ResultLine {
  readonly indicator: IndicatorFact
  readonly measure: Measure
}

/** Columns of every table with a line for each target: what, in what, target, result, percent, what is left. */
export const RESULT_COLUMNS: readonly TableColumn[] = [
  { id: 'tt', align: 'center' },
  { id: 'indicator', align: 'left', grows: true },
  { id: 'unit', align: 'center' },
  { id: 'target', align: 'right' },
  { id: 'result', align: 'right' },
  { id: 'percent', align: 'right' },
  { id: 'remaining', align: 'right' },
]

/** Their heads: `subject` over the names of indicators, `target` over the targets. */
export function resultHeader(subject: Inline, target: Inline): readonly (readonly HeaderCell[])[] {
  const heads = [line`TT`, subject, line`ĐVT`, target, line`Thực hiện`, line`Tỷ lệ đạt (%)`, line`Còn lại`]
  return [heads.map((head) => ({ text: head }))]
}

/** One line of them; `more` stands behind the indicator's name. */
export function resultRow(
  { indicator, measure }: ResultLine,
  { index, more, telling }: { readonly index: number; readonly more: Inline; readonly telling: Telling },
): TableRow {
  return {
    kind: 'row',
    cells: [
      numberCell(index + 1),
      { text: [dataText(indicator.name), ...more] },
      { text: [dataText(indicator.unitLabel)] },
      { text: valueCell(measure, 'target', indicator, telling) },
      { text: valueCell(measure, 'result', indicator, telling) },
      { text: valueCell(measure, 'percent', indicator, telling) },
      { text: indicator.kind === 'ratio' ? [text('–')] : valueCell(measure, 'remaining', indicator, telling) },
    ],
  }
}

/**
 * TT | Chỉ tiêu | ĐVT | Chỉ tiêu giao | Thực hiện | Tỷ lệ | Còn lại, with its title and the day of the figures.
 * Indicators with several assigners have a line for each, named in the first column.
 */
export function resultTable(
  facts: DocumentFacts,
  lines: readonly ResultLine[],
  words: { readonly title: string; readonly target: string; readonly nameAssigners: boolean },
): Block[] {
  if (lines.length === 0) return []
  const telling = tellingOf(facts)
  const rows = lines.map(({ indicator, measure }, index): TableRow => {
    const whose: Inline =
      words.nameAssigners && measure.assigner !== null && measure.target !== null
        ? [
            text(' ('),
            dataText(assignerInProse(telling.assignerName(measure.assigner))),
            text(measure.kind === 'pledged' ? ', cam kết)' : ')'),
          ]
        : []
    return resultRow({ indicator, measure }, { index, more: whose, telling })
  })
  return [
    { kind: 'paragraph', role: 'caption', text: line`${words.title}` },
    { kind: 'paragraph', role: 'unit-note', text: line`(Số liệu ${untilDay(facts.asOf)})` },
    {
      kind: 'table',
      id: 'ket-qua',
      columns: RESULT_COLUMNS,
      header: resultHeader(line`Chỉ tiêu`, line`${words.target}`),
      rows,
    },
  ]
}
