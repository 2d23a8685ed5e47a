import { formatDate } from '../text/format.ts'
import type { DocumentFacts, SignerFact } from './facts.ts'
import { type DocumentNeeds, type DocumentProblem, NAMES_SHOWN, problem } from './problem.ts'

/** What an office that has entered little is short of: letterhead, who signs, Nơi nhận, Căn cứ. */
export function officeProblems(facts: DocumentFacts, needs: DocumentNeeds): DocumentProblem[] {
  const problems: DocumentProblem[] = []
  const on = formatDate(facts.documentDate)
  if (!facts.office.hasLetterhead) {
    problems.push(
      problem(
        'LETTERHEAD_MISSING',
        'warning',
        'settings',
        `Chưa có phần đầu văn bản của “${facts.scope.organisation}” vào ngày ${on} nên phần đầu được lập từ tên đơn vị. Hãy kiểm tra ở Cài đặt › Phần đầu văn bản.`,
        { focus: 'letterheads' },
      ),
    )
  }
  if (needs.bothSign === true) problems.push(...signerProblems(facts), ...superiorProblems(facts))
  if (!needs.signed) return problems
  problems.push(...signerProblems(facts))
  if (facts.recipients.length === 0) {
    problems.push(
      problem(
        'RECIPIENTS_MISSING',
        'warning',
        'settings',
        'Chưa có nơi nhận cho loại văn bản này. Hãy nhập ở Cài đặt › Nơi nhận.',
        { focus: 'recipients' },
      ),
    )
  }
  if (needs.legalBases && facts.legalBases.length === 0) {
    problems.push(
      problem(
        'LEGAL_BASES_MISSING',
        'warning',
        'settings',
        `Chưa có căn cứ ban hành còn hiệu lực vào ngày ${on}. Hãy nhập ở Cài đặt › Căn cứ.`,
        { focus: 'legalBases' },
      ),
    )
  }
  return problems
}

/** Nobody at all, or somebody whose term does not hold the document's day: two different things to mend. */
function signerProblems(facts: DocumentFacts): DocumentProblem[] {
  const { signer } = facts.office
  if (signer !== null && signer.fullName === '' && facts.issuer === undefined) return [namelessProblem(facts, signer)]
  if (signer !== null) return []
  const on = formatDate(facts.documentDate)
  const whose = facts.scope.organisation
  const others = facts.office.otherSigners ?? []
  if (others.length === 0)
    return [
      problem(
        'SIGNER_MISSING',
        'warning',
        'settings',
        `Không có người ký của “${whose}” vào ngày ${on} nên để trống họ tên người ký. Hãy nhập người ký và thời gian giữ chức vụ ở Cài đặt › Người ký.`,
        { focus: 'signers' },
      ),
    ]
  const terms = others.map(({ fullName, from, to }) => {
    const words = [from === null ? '' : `từ ${formatDate(from)}`, to === null ? '' : `đến ${formatDate(to)}`]
    return `${fullName} (${words.filter((word) => word !== '').join(' ')})`
  })
  return [
    problem(
      'SIGNER_TERM',
      'warning',
      'settings',
      `Ngày ${on} nằm ngoài thời gian giữ chức vụ của người ký “${whose}”: ${terms.slice(0, NAMES_SHOWN).join('; ')}. Hãy chọn ngày khác hoặc sửa thời gian ở Cài đặt › Người ký.`,
      { focus: 'signers' },
    ),
  ]
}

/** The union's own Party committee: who its secretary is, the union's list of signers does not say. */
function namelessProblem({ scope }: DocumentFacts, { position }: SignerFact): DocumentProblem {
  const title = position.charAt(0) + position.slice(1).toLocaleLowerCase('vi')
  return problem(
    'SIGNER_MISSING',
    'warning',
    'documents',
    `Chưa có họ tên ${title} của “${scope.organisation}” nên để trống họ tên người ký. Hãy ghi họ tên vào bản Word trước khi trình ký.`,
  )
}

function superiorProblems(facts: DocumentFacts): DocumentProblem[] {
  const { superiorName, superiorSigner } = facts.office
  if (superiorName === '' || superiorSigner !== null) return []
  return [
    problem(
      'SIGNER_MISSING',
      'warning',
      'settings',
      `Không có người ký của “${superiorName}” vào ngày ${formatDate(facts.documentDate)} nên để trống họ tên bên nhận cam kết. Hãy nhập ở Cài đặt › Người ký.`,
      { focus: 'signers' },
    ),
  ]
}
