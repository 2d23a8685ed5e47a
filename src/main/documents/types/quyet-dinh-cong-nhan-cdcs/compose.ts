import type { DocumentFacts } from '#shared/domain/documents/facts.ts'
import type { UnionOfficerFact } from '#shared/domain/documents/organisation-facts.ts'
import type { OfficialDocument, Section, TableBlock } from '#shared/domain/documents/tree.ts'
import { formatCountInProse } from '#shared/domain/text/format.ts'
import { dataText, figure, line } from '#shared/domain/wording/parts.ts'
import { numberCell } from '../../pieces/cells.ts'
import { annexReference } from '../../pieces/office.ts'
import { decision } from '../../pieces/official.ts'
import { ANNEX } from '../../pieces/wording.ts'
import * as words from './wording.ts'

/** Quyết định công nhận công đoàn cơ sở, of the union named or the one founded last. */
export function composeQuyetDinhCongNhanCdcs(facts: DocumentFacts): OfficialDocument {
  const { union } = facts.lists
  const subject = words.subject(union)
  const members =
    union === null || union.members === null
      ? null
      : figure(union.members, formatCountInProse(union.members), {
          kind: 'count',
          plan: null,
          unit: facts.scope.unit.code,
          indicator: null,
          assigner: null,
          asOf: union.foundedOn ?? facts.asOf,
          what: `members at founding ${union.id}`,
        })
  return decision(facts, {
    type: 'quyet-dinh-cong-nhan-cdcs',
    words,
    subject,
    keywords: ['quyết định', 'công nhận', 'công đoàn cơ sở', facts.plan.code],
    authority: words.authority(facts),
    grounds: words.grounds(union),
    articles: [
      words.recognised(facts, union, members),
      words.committee(union, hasList(facts)),
      words.RIGHTS,
      words.executed(facts, union),
    ],
    annexes: officerAnnexes(facts),
  })
}

function hasList(facts: DocumentFacts): boolean {
  return (facts.organisation?.unionOfficers ?? []).length > 0
}

/** Danh sách kèm theo: who the congress chose, by committee; none where nobody is written down. */
function officerAnnexes(facts: DocumentFacts): Section[] {
  const officers = facts.organisation?.unionOfficers ?? []
  if (officers.length === 0) return []
  const parts = [
    ['executive', words.EXECUTIVE_TITLE],
    ['inspection', words.INSPECTION_TITLE],
  ] as const
  return [
    {
      id: 'danh-sach',
      orientation: 'portrait',
      blocks: [
        {
          kind: 'annex-title',
          label: ANNEX.label,
          title: [words.ANNEX_TITLE],
          reference: annexReference(facts, 'Quyết định', words.TYPE_CODE),
        },
        ...parts.flatMap(([body, title]) => {
          const rows = officers.filter((officer) => officer.body === body)
          return rows.length === 0
            ? []
            : [{ kind: 'paragraph' as const, role: 'caption' as const, text: title }, officerTable(body, rows)]
        }),
      ],
    },
  ]
}

function officerTable(id: string, officers: readonly UnionOfficerFact[]): TableBlock {
  return {
    kind: 'table',
    id,
    columns: [
      { id: 'tt', align: 'center' },
      { id: 'name', align: 'left', grows: true },
      { id: 'born', align: 'center' },
      { id: 'position', align: 'left', grows: true },
      { id: 'role', align: 'left' },
    ],
    header: [
      [
        { text: line`TT` },
        { text: line`Họ và tên` },
        { text: line`Năm sinh` },
        { text: line`Chức vụ công tác` },
        { text: line`Chức danh` },
      ],
    ],
    rows: officers.map((officer, index) => ({
      kind: 'row' as const,
      cells: [
        numberCell(index + 1),
        { text: [dataText(officer.fullName)] },
        { text: [dataText(officer.born ?? '')] },
        { text: [dataText(officer.position ?? '')] },
        { text: [dataText(officer.role)] },
      ],
    })),
  }
}
