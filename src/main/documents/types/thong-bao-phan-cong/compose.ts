import { allUnits, type DocumentFacts, type EnterpriseFact, type PersonFact } from '#shared/domain/documents/facts.ts'
import type { DocumentProblem } from '#shared/domain/documents/problems.ts'
import type { Block, OfficialDocument, TableRow } from '#shared/domain/documents/tree.ts'
import { formatNumber } from '#shared/domain/text/format.ts'
import { dataText, figure, joinInline, line, text } from '#shared/domain/wording/parts.ts'
import { numberCell } from '../../pieces/cells.ts'
import { personLine } from '../../pieces/enterprise-lists.ts'
import { bases } from '../../pieces/office.ts'
import { body, item } from '../../pieces/telling.ts'
import { officialDocument } from '../../pieces/official.ts'
import * as words from './wording.ts'

interface Assigned {
  readonly officer: PersonFact
  readonly enterprises: readonly EnterpriseFact[]
}

/** Names above this count would fill the cell; the list of the enterprises is an annex of the plan. */
const MOST_NAMES = 8

/** Thông báo of who looks after which enterprises, drawn from the registry's officers. */
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

/** Officers in the order of the people's list, each with the enterprises still without a union. */
function assignments(facts: DocumentFacts): Assigned[] {
  const byName = new Map<string, { officer: PersonFact; enterprises: EnterpriseFact[] }>()
  for (const enterprise of facts.lists.enterprises) {
    if (enterprise.officer === null || enterprise.hasUnion) continue
    const key = `${enterprise.officer.fullName}|${enterprise.officer.position}|${enterprise.officer.unit ?? ''}`
    const known = byName.get(key)
    if (known === undefined) byName.set(key, { officer: enterprise.officer, enterprises: [enterprise] })
    else known.enterprises.push(enterprise)
  }
  const order = new Map(facts.lists.people.map((person, index) => [person.fullName, index]))
  return [...byName.values()].toSorted(
    (a, b) => (order.get(a.officer.fullName) ?? 0) - (order.get(b.officer.fullName) ?? 0),
  )
}

function assignmentTable(facts: DocumentFacts): Block[] {
  const units = new Map(allUnits(facts).map(({ unit }) => [unit.code, unit.shortName]))
  const rows = assignments(facts).map(({ officer, enterprises }, index): TableRow => {
    const places = [...new Set(enterprises.map((enterprise) => units.get(enterprise.unit ?? '') ?? facts.scope.short))]
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
      ],
      header: [
        [
          { text: line`TT` },
          { text: line`Họ và tên, chức vụ` },
          { text: line`Địa bàn, đơn vị` },
          { text: line`Số DN` },
          { text: line`Doanh nghiệp được giao` },
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
        'Chưa có doanh nghiệp nào được phân công cán bộ phụ trách nên văn bản chưa có bảng phân công. Hãy phân công ở màn hình Doanh nghiệp.',
    },
  ]
}
