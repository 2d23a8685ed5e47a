import {
  allUnits,
  type DocumentFacts,
  findMeasure,
  type IndicatorFact,
  type Measure,
  type PeriodFact,
} from '#shared/domain/documents/facts.ts'
import type { Block, TableRow } from '#shared/domain/documents/tree.ts'
import { formatNumber } from '#shared/domain/text/format.ts'
import { dataText, figure, type Inline, line } from '#shared/domain/wording/parts.ts'
import { untilDay } from '#shared/domain/wording/period.ts'
import { NOTHING, numberCell, valueCell } from './cells.ts'
import { urgedIndicators } from './late-units.ts'
import { tellingOf } from './telling.ts'
import { ANNEX } from './wording.ts'

const ADDS_UP: ReadonlySet<IndicatorFact['kind']> = new Set(['flow', 'loss', 'net'])

/** A result inside the period; its source names the period's first day, so that it is never taken for the cumulative one. */
function withinCell(
  measure: Measure | undefined,
  indicator: IndicatorFact,
  facts: DocumentFacts,
  period: PeriodFact,
): Inline {
  const result = measure?.result ?? null
  if (measure === undefined || result === null || !ADDS_UP.has(indicator.kind)) return NOTHING
  const number = formatNumber(result.value)
  return [
    figure(result.value, result.word === null ? number : `${result.word} ${number}`, {
      kind: 'result',
      plan: facts.plan.code,
      unit: measure.unit,
      indicator: indicator.code,
      assigner: null,
      asOf: facts.asOf,
      what: `from ${period.from}`,
    }),
  ]
}

/** The difference to the same day a year before, with its sign. */
function changeCell(
  now: Measure | undefined,
  before: Measure | undefined,
  indicator: IndicatorFact,
  facts: DocumentFacts,
): Inline {
  const [value, earlier] = [now?.result?.value ?? null, before?.result?.value ?? null]
  if (now === undefined || value === null || earlier === null) return NOTHING
  // Money and ratios have decimals; their difference must not show more of them than they do.
  const change = Math.round((value - earlier) * 100) / 100
  const printed =
    indicator.kind === 'ratio' ? `${formatNumber(Math.abs(change))} điểm %` : formatNumber(Math.abs(change))
  const sign = change > 0 ? '+' : change < 0 ? '-' : ''
  return [
    figure(change, `${sign}${printed}`, {
      kind: 'difference',
      plan: facts.plan.code,
      unit: now.unit,
      indicator: indicator.code,
      assigner: null,
      asOf: facts.asOf,
      what: 'to the year before',
    }),
  ]
}

/** What every reader asks for, with or without a target; everything else stands in its own tables. */
const USUAL: ReadonlySet<string> = new Set(
  'DV_MOI DV_GIAM DV_TANG_THUC DV_TONG CDCS_MOI CDCS_GIAM CDCS_TONG DVUT_GT DVUT_KN'.split(' '),
)

/** TT | Chỉ tiêu | ĐVT | Chỉ tiêu năm | Trong kỳ | Lũy kế | % | So với cùng kỳ; one line an indicator that has any of them. */
export function periodTable(facts: DocumentFacts, period: PeriodFact, title: Inline): Block[] {
  const telling = tellingOf(facts)
  const ownWithin = period.within.get(facts.scope.unit.code) ?? []
  const coversAll = period.from === facts.plan.from
  const lines = facts.indicators.flatMap((indicator) => {
    const measures = facts.own.filter((measure) => measure.indicator === indicator.code)
    const main = measures.find((measure) => measure.target !== null) ?? measures[0]
    const within = findMeasure(ownWithin, indicator.code)
    if (main === undefined || (main.target === null && (main.result === null || !USUAL.has(indicator.code)))) return []
    return [{ indicator, main, within, before: findMeasure(period.yearBefore, indicator.code) }]
  })
  if (lines.length === 0) return []
  const hasBefore = lines.some(({ before }) => before !== undefined && before.result !== null)
  const rows = lines.map(({ indicator, main, within, before }, index): TableRow => ({
    kind: 'row',
    cells: [
      numberCell(index + 1),
      { text: [dataText(indicator.name)] },
      { text: [dataText(indicator.unitLabel)] },
      { text: valueCell(main, 'target', indicator, telling) },
      ...(coversAll ? [] : [{ text: withinCell(within, indicator, facts, period) }]),
      { text: valueCell(main, 'result', indicator, telling) },
      { text: valueCell(main, 'percent', indicator, telling) },
      ...(hasBefore ? [{ text: changeCell(main, before, indicator, facts) }] : []),
    ],
  }))
  return [
    { kind: 'paragraph', role: 'caption', text: title },
    { kind: 'paragraph', role: 'unit-note', text: line`(Số liệu ${untilDay(facts.asOf)})` },
    {
      kind: 'table',
      id: 'ket-qua-ky',
      columns: [
        { id: 'tt', align: 'center' },
        { id: 'indicator', align: 'left', grows: true },
        { id: 'unit', align: 'center' },
        { id: 'target', align: 'right' },
        ...(coversAll ? [] : [{ id: 'within', align: 'right' as const }]),
        { id: 'result', align: 'right' },
        { id: 'percent', align: 'right' },
        ...(hasBefore ? [{ id: 'change', align: 'right' as const }] : []),
      ],
      header: [
        [
          { text: line`TT` },
          { text: line`Chỉ tiêu` },
          { text: line`ĐVT` },
          { text: line`Chỉ tiêu năm` },
          ...(coversAll ? [] : [{ text: line`Trong kỳ` }]),
          { text: line`Lũy kế` },
          { text: line`Tỷ lệ đạt (%)` },
          ...(hasBefore ? [{ text: line`So với cùng kỳ` }] : []),
        ],
      ],
      rows,
    },
  ]
}

/** TT | Đơn vị | per indicator Trong kỳ, Lũy kế, %; a silent unit shows dashes and is named in the text. */
export function unitPeriodTable(facts: DocumentFacts, period: PeriodFact): Block[] {
  const urged = urgedIndicators(facts)
  const units = allUnits(facts).filter((unit) =>
    unit.measures.some((measure) => measure.target !== null || measure.result !== null),
  )
  if (urged.length === 0 || units.length === 0) return []
  const telling = tellingOf(facts)
  const rows = units.map((unit, index): TableRow => ({
    kind: 'row',
    cells: [
      numberCell(index + 1),
      { text: [dataText(unit.unit.shortName)] },
      ...urged.flatMap(({ indicator, assigner }) => {
        const measure =
          unit.measures.find((entry) => entry.indicator === indicator.code && entry.assigner === assigner) ??
          findMeasure(unit.measures, indicator.code)
        const within = findMeasure(period.within.get(unit.unit.code) ?? [], indicator.code)
        return [
          { text: withinCell(within, indicator, facts, period) },
          { text: valueCell(measure, 'result', indicator, telling) },
          { text: valueCell(measure, 'percent', indicator, telling) },
        ]
      }),
    ],
  }))
  return [
    { kind: 'paragraph', role: 'unit-note', text: line`(Số liệu ${untilDay(facts.asOf)})` },
    {
      kind: 'table',
      id: 'don-vi-ky',
      columns: [
        { id: 'tt', align: 'center' },
        { id: 'unit', align: 'left', grows: true },
        ...urged.flatMap(({ indicator }) =>
          ['within', 'result', 'percent'].map((kind) => ({ id: `${kind}-${indicator.code}`, align: 'right' as const })),
        ),
      ],
      header: [
        [
          { text: line`TT`, rows: 2 },
          { text: line`Đơn vị`, rows: 2 },
          ...urged.map(({ indicator }) => ({ text: ANNEX.indicator(indicator), columns: 3 })),
        ],
        urged.flatMap(() => [line`Trong kỳ`, line`Lũy kế`, line`%`].map((heading: Inline) => ({ text: heading }))),
      ],
      rows,
    },
  ]
}
