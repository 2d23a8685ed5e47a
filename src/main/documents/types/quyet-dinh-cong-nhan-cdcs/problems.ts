import type { DocumentFacts, UnionFact } from '#shared/domain/documents/facts.ts'
import type { UnionOfficerFact } from '#shared/domain/documents/organisation-facts.ts'
import type { DocumentProblem } from '#shared/domain/documents/problems.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import { formatDate, formatNumber } from '#shared/domain/text/format.ts'
import { groupBy } from '#shared/kit/group-by.ts'

/** Điều lệ Công đoàn Việt Nam (Điều 13): a grassroots union is founded by five members or more. */
const FEWEST_MEMBERS = 5

const BODIES = { executive: 'Ban Chấp hành', inspection: 'Ủy ban Kiểm tra' } as const

/** Checked before the decision is made: a union at all, five members, days in their order, no person twice. */
export function findUnionProblems(facts: DocumentFacts): readonly DocumentProblem[] {
  const { union } = facts.lists
  if (union === null)
    return [
      {
        code: 'UNION_NONE',
        severity: 'error',
        mend: 'unions',
        message: 'Chưa có công đoàn cơ sở nào để công nhận. Hãy thêm quyết định ở màn hình CĐCS rồi tạo lại văn bản.',
      },
    ]
  const report: Report = (code, severity, message) => ({
    code,
    severity,
    mend: 'unions',
    message,
    rows: [{ name: union.name, focus: union.id }],
  })
  return [
    ...checkMembers(union, report),
    ...checkDays(union, facts, report),
    ...checkOfficers(union, facts.organisation?.unionOfficers ?? [], report),
  ]
}

type Report = (code: DocumentProblem['code'], severity: DocumentProblem['severity'], message: string) => DocumentProblem

function checkMembers({ name, members }: UnionFact, report: Report): DocumentProblem[] {
  if (members === null)
    return [
      report(
        'UNION_MEMBERS_UNKNOWN',
        'warning',
        `Chưa ghi số đoàn viên khi thành lập của “${name}”. Hãy nhập ở màn hình CĐCS.`,
      ),
    ]
  if (members >= FEWEST_MEMBERS) return []
  return [
    report(
      'UNION_MEMBERS_FEW',
      'error',
      `“${name}” chỉ có ${formatNumber(members)} đoàn viên; công đoàn cơ sở cần ít nhất ${formatNumber(FEWEST_MEMBERS)} đoàn viên (Điều lệ Công đoàn Việt Nam). Hãy kiểm tra lại ở màn hình CĐCS.`,
    ),
  ]
}

/** The congress founds, the superior recognises after it, and only what lives is recognised. */
function checkDays({ name, foundedOn, decisionOn, endedOn }: UnionFact, facts: DocumentFacts, report: Report) {
  const problems: DocumentProblem[] = []
  const wrong = (message: string): void => {
    problems.push(report('UNION_DATES', 'warning', message))
  }
  if (foundedOn !== null && decisionOn !== null && decisionOn < foundedOn)
    wrong(
      `Ngày quyết định công nhận ${formatDate(decisionOn)} đứng trước ngày thành lập (đại hội) ${formatDate(foundedOn)} của “${name}”. Hãy kiểm tra lại ở màn hình CĐCS.`,
    )
  if (foundedOn !== null && foundedOn > facts.documentDate)
    wrong(
      `Ngày thành lập (đại hội) ${formatDate(foundedOn)} của “${name}” đứng sau ngày lập văn bản ${formatDate(facts.documentDate)}. Hãy chọn ngày khác hoặc kiểm tra lại ở màn hình CĐCS.`,
    )
  if (endedOn !== null)
    wrong(`“${name}” đã kết thúc hoạt động ngày ${formatDate(endedOn)}. Hãy chọn công đoàn cơ sở khác.`)
  return problems
}

/** Nobody stands twice in one committee, and the chair named in the decision is the one of the list. */
function checkOfficers(
  { name, chair }: UnionFact,
  officers: readonly UnionOfficerFact[],
  report: Report,
): DocumentProblem[] {
  const problems: DocumentProblem[] = []
  for (const [body, title] of Object.entries(BODIES)) {
    const members = officers.filter((officer) => officer.body === body)
    for (const same of groupBy(members, (officer) => foldText(officer.fullName)).values()) {
      const [first] = same
      if (first === undefined || same.length < 2) continue
      // Two of one name are two people only where the year of birth says so.
      const years = same.map(({ born }) => (born ?? '').trim())
      if (years.every((year) => year !== '') && new Set(years).size === years.length) continue
      problems.push(
        report(
          'UNION_OFFICER_TWICE',
          'error',
          `“${first.fullName}” có ${formatNumber(same.length)} dòng trong danh sách ${title} của “${name}”. Hãy bỏ dòng trùng, hoặc ghi năm sinh nếu là những người khác nhau, ở màn hình CĐCS.`,
        ),
      )
    }
  }
  const chairs = officers.filter(({ body, role }) => body === 'executive' && foldText(role) === 'chu tich')
  if (chairs.length > 1)
    problems.push(
      report(
        'UNION_CHAIR',
        'error',
        `Ban Chấp hành của “${name}” có ${formatNumber(chairs.length)} Chủ tịch: ${chairs.map(({ fullName }) => fullName).join(', ')}. Hãy sửa chức danh ở màn hình CĐCS.`,
      ),
    )
  const [only] = chairs
  if (
    chairs.length === 1 &&
    only !== undefined &&
    chair !== null &&
    chair !== '' &&
    foldText(chair) !== foldText(only.fullName)
  )
    problems.push(
      report(
        'UNION_CHAIR',
        'warning',
        `Chủ tịch của “${name}” ghi là ${chair}, trong danh sách Ban Chấp hành là ${only.fullName}. Hãy kiểm tra lại ở màn hình CĐCS.`,
      ),
    )
  return problems
}
