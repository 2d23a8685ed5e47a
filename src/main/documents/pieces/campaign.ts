import type { DocumentFacts, Measure, PhaseFact } from '#shared/domain/documents/facts.ts'
import type { Block, TableRow } from '#shared/domain/documents/tree.ts'
import { formatNumber } from '#shared/domain/text/format.ts'
import { dataText, dateRef, figure, type Inline, line, text } from '#shared/domain/wording/parts.ts'
import { sourceOf } from '#shared/domain/wording/results.ts'
import { NOTHING, numberCell } from './cells.ts'
import { isMain, tellingOf } from './telling.ts'
import { ANNEX } from './wording.ts'

/** Behind a phase's target that is no share of its own but the year's, counted from the first day of the year. */
export const SINCE_YEAR_START = ' (lũy kế từ đầu năm)'

/** TT | Giai đoạn | Thời gian | one column an indicator that some phase has a target of. */
export function phaseTable(facts: DocumentFacts, phases: readonly PhaseFact[], title: Inline): Block[] {
  const indicators = facts.indicators.filter(
    (indicator) =>
      isMain(indicator) &&
      phases.some((phase) =>
        phase.targets.some((target) => target.indicator === indicator.code && target.target !== null),
      ),
  )
  if (phases.length === 0 || indicators.length === 0) return []
  const rows = phases.map((phase, index): TableRow => {
    const telling = { ...tellingOf(facts), plan: phase.code }
    return {
      kind: 'row',
      cells: [
        numberCell(index + 1),
        { text: [dataText(phase.name)] },
        { text: [dateRef(phase.from), text(' – '), dateRef(phase.to)], align: 'center' },
        ...indicators.map((indicator) => {
          const measure = phase.targets.find((entry) => entry.indicator === indicator.code && entry.target !== null)
          const value = measure?.target ?? null
          return {
            text:
              measure === undefined || value === null
                ? NOTHING
                : [
                    figure(value, formatNumber(value), sourceOf(measure, 'target', telling)),
                    ...(measure.isCumulative === true ? [text(MARK)] : []),
                  ],
          }
        }),
      ],
    }
  })
  return [
    { kind: 'paragraph', role: 'caption', text: title },
    {
      kind: 'table',
      id: 'giai-doan',
      columns: [
        { id: 'tt', align: 'center' },
        { id: 'phase', align: 'left', grows: true },
        { id: 'time', align: 'center' },
        ...indicators.map((indicator) => ({ id: indicator.code, align: 'right' as const })),
      ],
      header: [
        [
          { text: line`TT` },
          { text: line`Giai đoạn` },
          { text: line`Thời gian` },
          ...indicators.map((indicator) => ({ text: ANNEX.indicator(indicator) })),
        ],
      ],
      rows,
    },
    ...(phases.some(({ targets }) => targets.some(isMarked))
      ? [{ kind: 'paragraph' as const, role: 'note' as const, text: line`Ghi chú: (*) Chỉ tiêu lũy kế từ đầu năm.` }]
      : []),
  ]
}

const MARK = ' (*)'

function isMarked({ target, isCumulative }: Measure): boolean {
  return target !== null && isCumulative === true
}
