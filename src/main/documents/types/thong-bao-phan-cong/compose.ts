import { allUnits, type DocumentFacts, type EnterpriseFact, type PersonFact } from '#shared/domain/documents/facts.ts'
import type { DocumentProblem } from '#shared/domain/documents/problems.ts'
import type { Block, OfficialDocument, TableRow } from '#shared/domain/documents/tree.ts'
import { formatNumber } from '#shared/domain/text/format.ts'
import { dataText, dateRef, figure, joinInline, line, text } from '#shared/domain/wording/parts.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { numberCell } from '../../pieces/cells.ts'
import { personLine } from '../../pieces/enterprise-lists.ts'
import { bases } from '../../pieces/office.ts'
import { body, item } from '../../pieces/telling.ts'
import { officialDocument } from '../../pieces/official.ts'
import * as words from './wording.ts'

interface Assigned {
  readonly officer: PersonFact
  readonly enterprises: readonly EnterpriseFact[]
  /** Units in the officer's charge, and the day all of it is to be done by. */
  readonly units: readonly string[]
  readonly dueOn: IsoDate | null
}

/** Names above this count would fill the cell; the list of the enterprises is an annex of the plan. */
const MOST_NAMES = 8

/** Thông báo of who looks after which units and enterprises, drawn from the charges and the registry's officers. */
export function composeThongBaoPhanCong(facts: DocumentFacts): OfficialDocument {
  const subject = words.subject(facts)
  const table = assignmentTable(facts)
  return officialDocument(facts, {
    type: 'thong-bao-phan-cong',
    words,
    subject,
    keywords: ['thông báo', 'phân công', 'phát triển đoàn viên', facts.plan.code],
    content: [
      ...bases(facts),
      body(words.opening(facts)),
      ...(table.length === 0 ? [body(words.NONE)] : table),
      ...words.duties(facts).map(item),
      body(words.closing(facts)),
    ],
  })
}

/** Officers in the order of the people's list, each with the units and the enterprises still without a union. */
function assignments(facts: DocumentFacts): Assigned[] {
  const byName = new Map<string, Assigned & { readonly enterprises: EnterpriseFact[] }>()
  const keyOf = (fullName: string, position: string, unit: string | null): string =>
    `${fullName}|${position}|${unit ?? ''}`
  for (const charge of facts.organisation?.charges ?? []) {
    const { fullName, position, personUnit: unit, units, dueOn } = charge
    if (units.length === 0) continue
    const officer = { fullName, position, unit, isOwn: false }
    byName.set(keyOf(fullName, position, unit), { officer, enterprises: [], units, dueOn })
  }
  for (const enterprise of facts.lists.enterprises) {
    if (enterprise.officer === null || enterprise.hasUnion) continue
    const { fullName, position, unit } = enterprise.officer
    const key = keyOf(fullName, position, unit)
    const known = byName.get(key)
    if (known === undefined)
      byName.set(key, { officer: enterprise.officer, enterprises: [enterprise], units: [], dueOn: null })
    else known.enterprises.push(enterprise)
  }
  const order = new Map(facts.lists.people.map((person, index) => [person.fullName, index]))
  return [...byName.values()].toSorted(
    (a, b) => (order.get(a.officer.fullName) ?? 0) - (order.get(b.officer.fullName) ?? 0),
  )
}

function assignmentTable(facts: DocumentFacts): Block[] {
  const units = new Map(allUnits(facts).map(({ unit }) => [unit.code, unit.shortName]))
  const assigned = assignments(facts)
  const hasDays = assigned.some(({ dueOn }) => dueOn !== null)
  const rows = assigned.map(({ officer, enterprises, units: charged, dueOn }, index): TableRow => {
    const placed = enterprises.map((enterprise) => units.get(enterprise.unit ?? '') ?? facts.scope.short)
    const places = [...new Set([...charged, ...placed])]
    const named = enterprises.slice(0, MOST_NAMES).map((enterprise) => [dataText(enterprise.name)])
    const more = enterprises.length > MOST_NAMES ? [text(' và các doanh nghiệp khác trong danh sách')] : []
    return {
      kind: 'row',
      cells: [
        numberCell(index + 1),
        { text: personLine(officer) },
        { text: joinInline(places.map((place) => [dataText(place)])) },
        {
          text: [
            figure(enterprises.length, formatNumber(enterprises.length), {
              kind: 'count',
              plan: facts.plan.code,
              unit: facts.scope.unit.code,
              indicator: null,
              assigner: null,
              asOf: facts.asOf,
              what: `enterprises of ${officer.fullName} ${officer.unit ?? ''}`.trim(),
            }),
          ],
        },
        { text: [...joinInline(named, '; ', '; '), ...more] },
        ...(hasDays ? [{ text: dueOn === null ? [] : [dateRef(dueOn)] }] : []),
      ],
    }
  })
  if (rows.length === 0) return []
  return [
    { kind: 'paragraph', role: 'caption', text: words.TABLE_TITLE },
    {
      kind: 'table',
      id: 'phan-cong',
      columns: [
        { id: 'tt', align: 'center' },
        { id: 'person', align: 'left', grows: true },
        { id: 'units', align: 'left', grows: true },
        { id: 'count', align: 'right' },
        { id: 'enterprises', align: 'left', grows: true },
        ...(hasDays ? [{ id: 'due', align: 'center' as const }] : []),
      ],
      header: [
        [
          { text: line`TT` },
          { text: line`Họ và tên, chức vụ` },
          { text: line`Địa bàn, đơn vị` },
          { text: line`Số DN` },
          { text: line`Doanh nghiệp được giao` },
          ...(hasDays ? [{ text: line`Thời hạn` }] : []),
        ],
      ],
      rows,
    },
  ]
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
