import type { DocumentFacts } from '#shared/domain/documents/facts.ts'
import type { DocumentProblem } from '#shared/domain/documents/problems.ts'
import type { TableBlock } from '#shared/domain/documents/tree.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import { dataText, type Inline, joinInline, line } from '#shared/domain/wording/parts.ts'
import { periodLabel } from '#shared/domain/wording/period.ts'
import { numberCell } from './cells.ts'

export interface CommitteeMember {
  readonly fullName: string
  readonly position: string
  readonly role: string
  readonly duties?: string | null
  readonly areas?: readonly string[]
}

/** Who sits on the committee on the document's day; where nobody is written down, a proposal. */
export function committeeMembers(facts: DocumentFacts): readonly CommitteeMember[] {
  const members = facts.organisation?.committee?.members ?? []
  return members.length > 0 ? members : proposedCommittee(facts)
}

/** "giai đoạn 2023 - 2028" of the committee itself, else the plan's own words. */
export function committeePeriod(facts: DocumentFacts): string | Inline {
  return facts.organisation?.committee?.period ?? periodLabel(facts.plan)
}

/** Founded for the first time, or restaffed: as its newest decision says; one nobody has decided on yet is to be founded. */
export function isFounded(facts: DocumentFacts): boolean {
  const last = facts.organisation?.committee?.lastDecision ?? null
  return last === null || last === 'found'
}

/** "thành lập" or "kiện toàn" */
export function foundingVerb(facts: DocumentFacts): string {
  return isFounded(facts) ? 'thành lập' : 'kiện toàn'
}

/**
 * A proposal for the steering committee: the head of the office leads it, the deputies come next, then the people of
 * the office in the order they are listed. Who sits on it is for the office to decide.
 */
export function proposedCommittee(facts: DocumentFacts): readonly CommitteeMember[] {
  const { signer } = facts.office
  const own = facts.lists.people.filter((person) => person.isOwn)
  const head =
    signer === null || signer.fullName === ''
      ? []
      : [{ fullName: signer.fullName, position: `${capital(signer.position)} ${facts.scope.short}` }]
  const others = own.filter((person) => !head.some((chief) => foldText(chief.fullName) === foldText(person.fullName)))
  const isDeputy = (position: string): boolean => foldText(position).startsWith('pho chu tich')
  return [
    ...head.map((person) => ({ ...person, role: 'Trưởng ban' as const })),
    ...others
      .filter((person) => isDeputy(person.position))
      .map((person) => ({ ...person, role: 'Phó Trưởng ban' as const })),
    ...others.filter((person) => !isDeputy(person.position)).map((person) => ({ ...person, role: 'Ủy viên' as const })),
  ].map(({ fullName, position, role }) => ({ fullName, position, role }))
}

function capital(position: string): string {
  const lower = position.toLocaleLowerCase('vi')
  return lower.charAt(0).toLocaleUpperCase('vi') + lower.slice(1)
}

/** TT | Họ và tên | Nhiệm vụ | Địa bàn, đơn vị phụ trách; null where nobody has duties of his own. */
export function dutiesTable(members: readonly CommitteeMember[]): TableBlock | null {
  const given = members.filter(({ duties, areas }) => (duties ?? '') !== '' || (areas ?? []).length > 0)
  if (given.length === 0) return null
  return {
    kind: 'table',
    id: 'nhiem-vu',
    columns: [
      { id: 'tt', align: 'center' },
      { id: 'name', align: 'left', grows: true },
      { id: 'duties', align: 'left', grows: true },
      { id: 'areas', align: 'left', grows: true },
    ],
    header: [
      [
        { text: line`TT` },
        { text: line`Họ và tên` },
        { text: line`Nhiệm vụ` },
        { text: line`Địa bàn, đơn vị phụ trách` },
      ],
    ],
    rows: given.map((member, index) => ({
      kind: 'row' as const,
      cells: [
        numberCell(index + 1),
        { text: [dataText(member.fullName)] },
        { text: [dataText(member.duties ?? '')] },
        {
          text: joinInline(
            (member.areas ?? []).map((area) => [dataText(area)]),
            '; ',
            '; ',
          ),
        },
      ],
    })),
  }
}

/** TT | Họ và tên | Chức vụ, đơn vị | Chức danh trong Ban Chỉ đạo. */
export function committeeTable(members: readonly CommitteeMember[]): TableBlock {
  return {
    kind: 'table',
    id: 'ban-chi-dao',
    columns: [
      { id: 'tt', align: 'center' },
      { id: 'name', align: 'left', grows: true },
      { id: 'position', align: 'left', grows: true },
      { id: 'role', align: 'center' },
    ],
    header: [
      [
        { text: line`TT` },
        { text: line`Họ và tên` },
        { text: line`Chức vụ, đơn vị` },
        { text: line`Chức danh trong Ban Chỉ đạo` },
      ],
    ],
    rows: members.map((member, index) => ({
      kind: 'row' as const,
      cells: [
        numberCell(index + 1),
        { text: [dataText(member.fullName)] },
        { text: [dataText(member.position)] },
        { text: [dataText(member.role)] },
      ],
    })),
  }
}

export function findCommitteeProblems(facts: DocumentFacts): readonly DocumentProblem[] {
  return [...draftedForOthers(facts), ...withoutMembers(facts)]
}

/** What the union only drafts goes to its issuer with a tờ trình. */
function draftedForOthers({ issuer }: DocumentFacts): readonly DocumentProblem[] {
  if (issuer === undefined) return []
  return [
    {
      code: 'ISSUED_BY_OTHERS',
      severity: 'warning',
      mend: 'documents',
      message: `Ban Chỉ đạo do ${issuer.organ} thành lập nên đây là dự thảo theo thể thức của cơ quan đó, để trống họ tên người ký. Hãy lập kèm Tờ trình ${issuer.organ} (loại “Tờ trình cấp ủy thành lập Ban Chỉ đạo”).`,
    },
  ]
}

function withoutMembers(facts: DocumentFacts): readonly DocumentProblem[] {
  if (committeeMembers(facts).length > 1) return []
  return [
    {
      code: 'COMMITTEE_EMPTY',
      severity: 'warning',
      mend: 'settings',
      message: 'Chưa có danh sách Ban Chỉ đạo. Hãy lập danh sách ở màn hình Tổ chức rồi tạo lại văn bản.',
    },
  ]
}
