import { hasReached } from '#shared/domain/documents/reached.ts'
import { allUnits, type DocumentFacts, type IndicatorFact, type UnitMeasures } from '#shared/domain/documents/facts.ts'
import type { Block, TableRow } from '#shared/domain/documents/tree.ts'
import type { DocumentProblem } from '#shared/domain/documents/problems.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import { indicatorWords, shortNoun } from '#shared/domain/wording/indicator-words.ts'
import { capitalize, dataText, type Inline, joinInline, line, text } from '#shared/domain/wording/parts.ts'
import { percentOf, resultFigure, targetFigure } from '#shared/domain/wording/results.ts'
import { numberCell } from './cells.ts'
import { urgedIndicators } from './late-units.ts'
import { rankedUnits } from './ranking.ts'
import { tellingOf } from './telling.ts'

/** A line of the list of the commended. */
export interface Commended {
  /** Null: a person, a union, or a unit the document has no figures of. */
  readonly unit: UnitMeasures | null
  readonly name: string
  readonly merits: string
  /** Null: the form the type of document offers. */
  readonly form: string | null
  readonly kind: 'group' | 'person'
}

/** Those written down for the plan; where nobody is, the units that earned it by their figures. */
export function commended(facts: DocumentFacts): readonly Commended[] {
  const listed = facts.organisation?.commendations ?? []
  const byCode = new Map(allUnits(facts).map((unit) => [unit.unit.code, unit]))
  if (listed.length > 0)
    return listed.map(({ kind, unit, name, position, form, reason }) => ({
      kind,
      unit: unit === null ? null : (byCode.get(unit) ?? null),
      name: position === null || position === '' ? name : `${name}, ${position}`,
      merits: reason,
      form,
    }))
  return commendable(facts).map((unit) => ({ kind: 'group', unit, name: unit.unit.name, merits: '', form: null }))
}

/**
 * Units that reached every target they are held to, by rank. Proposed from figures alone: who is commended in the
 * end is for the office to decide, so rows may be struck out.
 */
export function commendable(facts: DocumentFacts): readonly UnitMeasures[] {
  const urged = urgedIndicators(facts)
  return rankedUnits(facts)
    .filter(({ unit, rank }) => {
      const held = urged.flatMap(({ indicator, assigner }) =>
        unit.measures.filter(
          (measure) =>
            measure.indicator === indicator.code && measure.assigner === assigner && (measure.target ?? 0) > 0,
        ),
      )
      return rank !== null && held.length > 0 && held.every(hasReached)
    })
    .map(({ unit }) => unit)
}

/** A decision that commends nobody is no decision yet. */
export function findCommendationProblems(facts: DocumentFacts): readonly DocumentProblem[] {
  if (commended(facts).length > 0) return []
  return [
    {
      code: 'NOBODY_COMMENDED',
      severity: 'warning',
      mend: 'results',
      message: `Đến ngày ${formatDate(facts.asOf)} chưa có đơn vị nào hoàn thành tất cả các chỉ tiêu được giao nên văn bản chưa có danh sách khen thưởng. Hãy kiểm tra kết quả ở màn hình Kết quả hoặc chọn ngày khác.`,
    },
  ]
}

/** "kết nạp mới 120/100 đoàn viên, đạt 120%; thành lập mới 03/02 CĐCS, đạt 150%" */
function merits(facts: DocumentFacts, unit: UnitMeasures): Inline {
  const telling = tellingOf(facts)
  const clause = (indicator: IndicatorFact, assigner: string): Inline[] => {
    const measure = unit.measures.find((entry) => entry.indicator === indicator.code && entry.assigner === assigner)
    const result = measure === undefined ? null : resultFigure(measure, telling)
    const target = measure === undefined ? null : targetFigure(measure, telling)
    const percent = measure === undefined ? null : percentOf(measure, telling)
    if (result === null || target === null || percent === null) return []
    return [line`${indicatorWords(indicator).did} ${result}/${target} ${shortNoun(indicator)}, đạt ${percent}`]
  }
  return capitalize(
    joinInline(
      urgedIndicators(facts).flatMap(({ indicator, assigner }) => clause(indicator, assigner)),
      '; ',
      '; ',
    ),
  )
}

/** TT | Tập thể, cá nhân | Thành tích | Hình thức; groups before people. */
export function commendationTable(facts: DocumentFacts, rows: readonly Commended[], form: string): Block[] {
  const hasPeople = rows.some(({ kind }) => kind === 'person')
  return [
    {
      kind: 'table',
      id: 'khen-thuong',
      columns: [
        { id: 'tt', align: 'center' },
        { id: 'unit', align: 'left', grows: true },
        { id: 'merits', align: 'left', grows: true },
        { id: 'form', align: 'center' },
      ],
      header: [
        [
          { text: line`TT` },
          { text: hasPeople ? line`Tập thể, cá nhân` : line`Tập thể` },
          { text: line`Thành tích` },
          { text: line`Hình thức` },
        ],
      ],
      rows: rows.map((row, index): TableRow => {
        const told = row.unit === null ? [] : merits(facts, row.unit)
        return {
          kind: 'row',
          cells: [
            numberCell(index + 1),
            { text: [dataText(row.name)] },
            { text: told.length > 0 ? told : [dataText(row.merits)] },
            { text: [row.form === null ? text(form) : dataText(row.form)], align: 'center' },
          ],
        }
      }),
    },
  ]
}
