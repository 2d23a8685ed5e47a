import { allUnits, type DocumentFacts, type EnterpriseFact, type PersonFact } from '#shared/domain/documents/facts.ts'
import type { DocumentProblem } from '#shared/domain/documents/problems.ts'
import type { OfficialDocument, TableBlock, TableRow } from '#shared/domain/documents/tree.ts'
import { formatNumber } from '#shared/domain/text/format.ts'
import {
  dataText,
  dateRef,
  figure,
  type Inline,
  joinInline,
  line,
  type Part,
  reference,
  text,
} from '#shared/domain/wording/parts.ts'
import { periodLabel } from '#shared/domain/wording/period.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { NOTHING, numberCell, valueCell } from '../../pieces/cells.ts'
import { personLine } from '../../pieces/enterprise-lists.ts'
import { urgedIndicators } from '../../pieces/late-units.ts'
import { annexReference, bases } from '../../pieces/office.ts'
import { officialDocument } from '../../pieces/official.ts'
import { body, item, roman, tellingOf } from '../../pieces/telling.ts'
import { ANNEX } from '../../pieces/wording.ts'
import * as words from './wording.ts'

/** Names above this count would fill a page; how many there are in all stands beside them. */
const MOST_NAMES = 12

/** Thông báo of who looks after which units and enterprises, drawn from the charges and the registry's officers. */
export function composeThongBaoPhanCong(facts: DocumentFacts): OfficialDocument {
  const assigned = assignments(facts)
  return officialDocument(facts, {
    type: 'thong-bao-phan-cong',
    words,
    subject: words.subject(facts),
    keywords: ['thông báo', 'phân công', 'phát triển đoàn viên', facts.plan.code],
    content: [
      ...bases(facts),
      body(words.opening(facts, assigned.length > 0)),
      ...(assigned.length === 0 ? [body(words.NONE)] : []),
      ...words.duties(facts).map(item),
      body(words.closing(facts)),
    ],
    annexes:
      assigned.length === 0
        ? []
        : [
            {
              id: 'phan-cong',
              orientation: 'landscape',
              blocks: [
                {
                  kind: 'annex-title',
                  label: ANNEX.label,
                  title: [words.annexTitle(facts)],
                  reference: annexReference(facts, 'Thông báo', words.TYPE_CODE),
                },
                assignmentTable(facts, assigned),
              ],
            },
          ],
  })
}

interface Assigned {
  readonly officer: PersonFact
  /** Where he works: units in his charge, and those of his enterprises, each with the enterprises there. */
  readonly places: Place[]
  /** The day all of it is to be done by. */
  readonly dueOn: IsoDate | null
}

interface Place {
  /** Null: enterprises of no unit below the issuing one. */
  readonly code: string | null
  readonly name: string
  readonly enterprises: EnterpriseFact[]
}

/** Officers in the order of the people's list, each with the units and the enterprises still without a union. */
function assignments(facts: DocumentFacts): Assigned[] {
  const byName = new Map<string, Assigned>()
  const keyOf = (fullName: string, position: string, unit: string | null): string =>
    `${fullName}|${position}|${unit ?? ''}`
  for (const charge of facts.organisation?.charges ?? []) {
    const { fullName, position, personUnit: unit, units, dueOn } = charge
    if (units.length === 0) continue
    const officer = { fullName, position, unit, isOwn: false }
    const places = units.map(({ code, name }) => ({ code, name, enterprises: [] }))
    byName.set(keyOf(fullName, position, unit), { officer, places, dueOn })
  }
  const names = new Map(allUnits(facts).map(({ unit }) => [unit.code, unit.shortName]))
  for (const enterprise of facts.lists.enterprises) {
    if (enterprise.officer === null || enterprise.hasUnion) continue
    const { fullName, position, unit } = enterprise.officer
    const key = keyOf(fullName, position, unit)
    const known = byName.get(key) ?? { officer: enterprise.officer, places: [], dueOn: null }
    byName.set(key, known)
    const code = enterprise.unit !== null && names.has(enterprise.unit) ? enterprise.unit : null
    const place = known.places.find((one) => one.code === code)
    if (place === undefined)
      known.places.push({ code, name: names.get(code ?? '') ?? facts.scope.short, enterprises: [enterprise] })
    else place.enterprises.push(enterprise)
  }
  const order = new Map(facts.lists.people.map((person, index) => [person.fullName, index]))
  return [...byName.values()].toSorted(
    (a, b) => (order.get(a.officer.fullName) ?? 0) - (order.get(b.officer.fullName) ?? 0),
  )
}

/** What the units are held to for members and unions; introductions to the Party are not asked of an officer. */
function targetsOf(facts: DocumentFacts): ReturnType<typeof urgedIndicators> {
  return urgedIndicators(facts)
    .filter(({ indicator }) => !indicator.code.startsWith('DVUT'))
    .slice(0, 2)
}

/** TT | Cán bộ phụ trách, and under him a row a unit: Địa bàn | CT … | Số DN | Doanh nghiệp được giao | Thời hạn. */
function assignmentTable(facts: DocumentFacts, assigned: readonly Assigned[]): TableBlock {
  const hasDays = assigned.some(({ dueOn }) => dueOn !== null)
  const targets = targetsOf(facts)
  const measures = new Map(allUnits(facts).map((unit) => [unit.unit.code, unit.measures]))
  const telling = tellingOf(facts)
  const columns = 4 + targets.length + (hasDays ? 1 : 0)
  const rows = assigned.flatMap(({ officer, places, dueOn }, index): TableRow[] => [
    {
      kind: 'group',
      cells: [{ text: [reference(roman(index + 1), 'label')] }, { text: personLine(officer), columns: columns - 1 }],
    },
    ...places.map(({ code, name, enterprises }, at): TableRow => ({
      kind: 'row',
      cells: [
        numberCell(at + 1),
        { text: [dataText(name)] },
        ...targets.map(({ indicator, assigner }) => ({
          text: valueCell(
            measures
              .get(code ?? '')
              ?.find((measure) => measure.indicator === indicator.code && measure.assigner === assigner),
            'target',
            indicator,
            telling,
          ),
        })),
        { text: enterprises.length === 0 ? NOTHING : [count(facts, officer, code, enterprises.length)] },
        { text: namesOf(enterprises) },
        ...(hasDays ? [{ text: dueOn === null ? NOTHING : [dateRef(dueOn)] }] : []),
      ],
    })),
  ])
  return {
    kind: 'table',
    id: 'phan-cong',
    columns: [
      { id: 'tt', align: 'center' },
      { id: 'unit', align: 'left', grows: true },
      ...targets.map(({ indicator }) => ({ id: `target-${indicator.code}`, align: 'right' as const })),
      { id: 'count', align: 'right' },
      { id: 'enterprises', align: 'left', grows: true },
      ...(hasDays ? [{ id: 'due', align: 'center' as const }] : []),
    ],
    header: [
      [
        { text: line`TT`, rows: 2 },
        { text: line`Cán bộ phụ trách; địa bàn, đơn vị`, rows: 2 },
        ...(targets.length === 0 ? [] : [{ text: line`Chỉ tiêu ${periodLabel(facts.plan)}`, columns: targets.length }]),
        { text: line`Số DN`, rows: 2 },
        { text: line`Doanh nghiệp được giao`, rows: 2 },
        ...(hasDays ? [{ text: line`Thời hạn`, rows: 2 }] : []),
      ],
      targets.map(({ indicator }) => ({ text: ANNEX.indicator(indicator) })),
    ].filter((cells) => cells.length > 0),
    rows,
  }
}

/** How many enterprises of a place are given to an officer, traceable to them by both. */
function count(facts: DocumentFacts, officer: PersonFact, place: string | null, value: number): Part {
  return figure(value, formatNumber(value), {
    kind: 'count',
    plan: facts.plan.code,
    unit: place ?? facts.scope.unit.code,
    indicator: null,
    assigner: null,
    asOf: facts.asOf,
    what: `enterprises of ${officer.fullName} ${officer.unit ?? ''}`.trim(),
  })
}

function namesOf(enterprises: readonly EnterpriseFact[]): Inline {
  if (enterprises.length === 0) return NOTHING
  const named = enterprises.slice(0, MOST_NAMES).map((enterprise): Inline => [dataText(enterprise.name)])
  const more = enterprises.length > MOST_NAMES ? [text(' và các doanh nghiệp khác')] : []
  return [...joinInline(named, '; ', '; '), ...more]
}

export function findAssignmentProblems(facts: DocumentFacts): readonly DocumentProblem[] {
  if (assignments(facts).length > 0) return []
  return [
    {
      code: 'OFFICERS_NONE',
      severity: 'warning',
      mend: 'enterprises',
      message:
        'Chưa có đơn vị, doanh nghiệp nào được phân công cán bộ phụ trách nên văn bản chưa có bảng phân công. Hãy phân công ở màn hình Tổ chức hoặc Doanh nghiệp.',
    },
  ]
}
