import { allUnits, type DocumentFacts, type IndicatorFact, type UnitMeasures } from '#shared/domain/documents/facts.ts'
import { assignersOfUnits } from '#shared/domain/documents/sums.ts'
import type { Block, TableRow } from '#shared/domain/documents/tree.ts'
import { dataText, type Inline, line, text } from '#shared/domain/wording/parts.ts'
import { elapsedPercent } from '#shared/domain/results/pace.ts'
import { untilDay } from '#shared/domain/wording/period.ts'
import { numberCell, valueCell } from './cells.ts'
import { isMain, tellingOf } from './telling.ts'
import { ANNEX } from './wording.ts'

/** The indicators units are held to: flows the units themselves have targets of. */
export function urgedIndicators(
  facts: DocumentFacts,
): { readonly indicator: IndicatorFact; readonly assigner: string }[] {
  return facts.indicators
    .filter((indicator) => isMain(indicator) && (indicator.kind === 'flow' || indicator.kind === 'net'))
    .flatMap((indicator) => {
      const [assigner] = assignersOfUnits(facts, indicator.code)
      return assigner === undefined ? [] : [{ indicator, assigner }]
    })
    .slice(0, MOST_INDICATORS)
}

/** As many as a portrait table holds beside the unit's name. */
const MOST_INDICATORS = 3

/** Units with a target that have reported nothing, or stand below the share of time gone by in any such indicator. */
export function lateUnits(facts: DocumentFacts): readonly UnitMeasures[] {
  const pace = elapsedPercent(facts.plan, facts.asOf)
  const urged = urgedIndicators(facts)
  return allUnits(facts).filter((unit) => {
    const held = urged.flatMap(({ indicator, assigner }) =>
      unit.measures.filter(
        (measure) => measure.indicator === indicator.code && measure.assigner === assigner && (measure.target ?? 0) > 0,
      ),
    )
    if (held.length === 0) return false
    return !unit.hasReport || held.some((measure) => measure.percent === null || measure.percent < pace)
  })
}

/** TT | Đơn vị | per indicator CT, TH, % | Báo cáo; with its title and the day of the figures. */
export function lateTable(facts: DocumentFacts, units: readonly UnitMeasures[]): Block[] {
  if (units.length === 0) return []
  const telling = tellingOf(facts)
  const urged = urgedIndicators(facts)
  const rows = units.map((unit, index): TableRow => ({
    kind: 'row',
    cells: [
      numberCell(index + 1),
      { text: [dataText(unit.unit.shortName)] },
      ...urged.flatMap(({ indicator, assigner }) => {
        const measure = unit.measures.find((entry) => entry.indicator === indicator.code && entry.assigner === assigner)
        return (['target', 'result', 'percent'] as const).map((kind) => ({
          text: valueCell(measure, kind, indicator, telling),
        }))
      }),
      { text: [text(unit.hasReport ? 'Đã gửi' : 'Chưa gửi')], align: 'center' as const },
    ],
  }))
  return [
    { kind: 'paragraph', role: 'caption', text: line`Kết quả thực hiện của các đơn vị chậm tiến độ` },
    { kind: 'paragraph', role: 'unit-note', text: line`(Số liệu ${untilDay(facts.asOf)})` },
    {
      kind: 'table',
      id: 'don-vi-cham',
      columns: [
        { id: 'tt', align: 'center' },
        { id: 'unit', align: 'left', grows: true },
        ...urged.flatMap(({ indicator }) =>
          ['target', 'result', 'percent'].map((kind) => ({ id: `${kind}-${indicator.code}`, align: 'right' as const })),
        ),
        { id: 'report', align: 'center' },
      ],
      header: [
        [
          { text: line`TT`, rows: 2 },
          { text: line`Đơn vị`, rows: 2 },
          ...urged.map(({ indicator }) => ({ text: ANNEX.indicator(indicator), columns: 3 })),
          { text: line`Báo cáo`, rows: 2 },
        ],
        urged.flatMap(() => [line`CT`, line`TH`, line`%`].map((heading: Inline) => ({ text: heading }))),
      ],
      rows,
    },
  ]
}
