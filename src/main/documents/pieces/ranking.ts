import { allUnits, type DocumentFacts, type IndicatorFact, type UnitMeasures } from '#shared/domain/documents/facts.ts'
import type { Block, TableRow } from '#shared/domain/documents/tree.ts'
import { dataText, type Inline, line } from '#shared/domain/wording/parts.ts'
import { untilDay } from '#shared/domain/wording/period.ts'
import { numberCell, valueCell } from './cells.ts'
import { urgedIndicators } from './late-units.ts'
import { tellingOf } from './telling.ts'
import { ANNEX } from './wording.ts'

export interface RankedUnit {
  readonly unit: UnitMeasures
  /** Of the first indicator; null is not ranked. */
  readonly rank: number | null
}

/** Units by their rank in the first indicator units are held to, then by those that follow; the unranked last. */
export function rankedUnits(facts: DocumentFacts): readonly RankedUnit[] {
  const urged = urgedIndicators(facts)
  const ranksOf = (unit: UnitMeasures): (number | null)[] =>
    urged.map(
      ({ indicator, assigner }) =>
        unit.measures.find((entry) => entry.indicator === indicator.code && entry.assigner === assigner)?.rank ?? null,
    )
  const listed = allUnits(facts).filter((unit) => unit.measures.some((measure) => measure.target !== null))
  return listed
    .map((unit) => ({ unit, ranks: ranksOf(unit) }))
    .toSorted((a, b) => {
      for (const [index, rank] of a.ranks.entries()) {
        const order = (rank ?? Number.MAX_SAFE_INTEGER) - (b.ranks[index] ?? Number.MAX_SAFE_INTEGER)
        if (order !== 0) return order
      }
      return 0
    })
    .map(({ unit, ranks }) => ({ unit, rank: ranks[0] ?? null }))
}

/** TT | Đơn vị | per indicator CT, TH, %, xếp thứ. */
export function rankingTable(facts: DocumentFacts, title: Inline, note: Inline, id = 'xep-thu'): Block[] {
  const ranked = rankedUnits(facts)
  const urged = urgedIndicators(facts).slice(0, 2)
  if (ranked.length === 0 || urged.length === 0) return []
  const telling = tellingOf(facts)
  const kinds = ['target', 'result', 'percent', 'rank'] as const
  const cells = (unit: UnitMeasures, { indicator, assigner }: { indicator: IndicatorFact; assigner: string }) => {
    const measure = unit.measures.find((entry) => entry.indicator === indicator.code && entry.assigner === assigner)
    return kinds.map((kind) => ({ text: valueCell(measure, kind, indicator, telling) }))
  }
  const rows = ranked.map(({ unit }, index): TableRow => ({
    kind: 'row',
    cells: [
      numberCell(index + 1),
      { text: [dataText(unit.unit.shortName)] },
      ...urged.flatMap((one) => cells(unit, one)),
    ],
  }))
  return [
    { kind: 'paragraph', role: 'caption', text: title },
    { kind: 'paragraph', role: 'unit-note', text: line`(Số liệu ${untilDay(facts.asOf)})` },
    {
      kind: 'table',
      id,
      columns: [
        { id: 'tt', align: 'center' },
        { id: 'unit', align: 'left', grows: true },
        ...urged.flatMap(({ indicator }) =>
          kinds.map((kind) => ({
            id: `${kind}-${indicator.code}`,
            align: kind === 'rank' ? ('center' as const) : ('right' as const),
          })),
        ),
      ],
      header: [
        [
          { text: line`TT`, rows: 2 },
          { text: line`Đơn vị`, rows: 2 },
          ...urged.map(({ indicator }) => ({ text: ANNEX.indicator(indicator), columns: kinds.length })),
        ],
        urged.flatMap(() => [line`CT`, line`TH`, line`%`, line`Xếp thứ`].map((heading: Inline) => ({ text: heading }))),
      ],
      rows,
    },
    { kind: 'paragraph', role: 'note', text: note },
  ]
}
