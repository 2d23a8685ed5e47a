import { formatCountInProse, formatDate } from '../text/format.ts'
import { allUnits, type DocumentFacts, type UnitMeasures } from './facts.ts'
import { assignersOfUnits } from './sums.ts'

/** What stands in the way of a document, listed before anything is made. */
export interface DocumentProblem {
  readonly code: ProblemCode
  /** error = it is not made; warning = it is made, and this is said. */
  readonly severity: 'error' | 'warning'
  /** A whole sentence with what to do. */
  readonly message: string
  /** The screen where it is mended. */
  readonly mend: MendScreen
  /** What that screen is to show first: the code of a unit, a section of the settings, a draft's section. */
  readonly focus?: string | null
}

export type MendScreen = 'settings' | 'targets' | 'results' | 'units' | 'enterprises' | 'unions' | 'documents'

export type ProblemCode =
  | 'TARGETS_MISSING'
  | 'UNIT_TARGETS_MISSING'
  | 'UNIT_TARGETS_BLANK'
  | 'PLEDGE_MISSING'
  | 'PLEDGE_WITHOUT_NUMBER'
  | 'LETTERHEAD_MISSING'
  | 'SIGNER_MISSING'
  | 'RECIPIENTS_MISSING'
  | 'LEGAL_BASES_MISSING'
  | 'RESULTS_MISSING'
  | 'REPORTS_MISSING'
  | 'NOBODY_COMMENDED'
  | 'ENTERPRISES_NONE'
  | 'OFFICERS_NONE'
  | 'UNION_NONE'
  | 'UNION_MEMBERS_FEW'
  | 'UNION_MEMBERS_UNKNOWN'
  | 'UNION_DATES'
  | 'COMMITTEE_EMPTY'
  | 'DRAFT_PHRASES'
  | 'DRAFT_FIELD_UNKNOWN'
  | 'DRAFT_CLASH'
  | 'DRAFT_EMPTY'

/** What a type of document cannot do without, or would look wrong without. */
export interface DocumentNeeds {
  readonly targets: boolean
  readonly unitTargets: 'required' | 'expected' | 'not'
  readonly pledge: boolean
  readonly results: boolean
  readonly legalBases: boolean
  /** Stands by itself: has a letterhead, recipients and a signature. */
  readonly signed: boolean
}

/** Where a pledge comes from; computed beside, because the document itself needs it too. */
export interface PledgeState {
  readonly from: 'pledged' | 'party' | 'assigned' | 'none'
  readonly unnumbered: number
}

const NAMES_SHOWN = 5

export function findProblems(facts: DocumentFacts, needs: DocumentNeeds, pledge: PledgeState): DocumentProblem[] {
  return [
    ...targetProblems(facts, needs),
    ...pledgeProblems(needs, pledge),
    ...officeProblems(facts, needs),
    ...resultProblems(facts, needs),
  ]
}

function targetProblems(facts: DocumentFacts, needs: DocumentNeeds): DocumentProblem[] {
  const units = allUnits(facts)
  const given = units.filter((unit) => unit.measures.some((measure) => measure.target !== null))
  const any = given.length > 0 || facts.own.some((measure) => measure.target !== null)
  if (needs.targets && !any) {
    return [
      problem(
        'TARGETS_MISSING',
        'error',
        'targets',
        `Kế hoạch “${facts.plan.name}” chưa có chỉ tiêu nào. Hãy nhập chỉ tiêu ở màn hình Chỉ tiêu rồi tạo lại văn bản.`,
      ),
    ]
  }
  if (needs.unitTargets === 'not' || units.length === 0) {
    if (needs.unitTargets !== 'required') return []
    return [
      problem(
        'UNIT_TARGETS_MISSING',
        'error',
        'units',
        `“${facts.scope.organisation}” chưa có đơn vị trực thuộc để giao chỉ tiêu. Hãy thêm đơn vị ở màn hình Đơn vị.`,
      ),
    ]
  }
  if (given.length === 0) {
    const severity = needs.unitTargets === 'required' ? 'error' : 'warning'
    const what = severity === 'error' ? 'chưa lập được phụ lục' : 'văn bản không có phụ lục kèm theo'
    return [
      problem(
        'UNIT_TARGETS_MISSING',
        severity,
        'targets',
        `Chưa giao chỉ tiêu cho đơn vị nào nên ${what}. Hãy phân bổ chỉ tiêu ở màn hình Chỉ tiêu.`,
      ),
    ]
  }
  return blankTargets(facts, units)
}

/** "No blank unit": every indicator given to some unit is looked for in all of them. */
function blankTargets(facts: DocumentFacts, units: readonly UnitMeasures[]): DocumentProblem[] {
  return facts.indicators.flatMap((indicator): DocumentProblem[] => {
    if (indicator.parent !== null) return []
    return assignersOfUnits(facts, indicator.code).flatMap((assigner): DocumentProblem[] => {
      const blank = units.filter(
        (unit) =>
          !unit.measures.some(
            (measure) =>
              measure.indicator === indicator.code && measure.assigner === assigner && measure.target !== null,
          ),
      )
      if (blank.length === 0) return []
      return [
        problem(
          'UNIT_TARGETS_BLANK',
          'warning',
          'targets',
          `${formatCountInProse(blank.length)} đơn vị chưa có chỉ tiêu “${indicator.name}”: ${names(blank)}. Hãy xem lại ở màn hình Chỉ tiêu.`,
        ),
      ]
    })
  })
}

function pledgeProblems(needs: DocumentNeeds, pledge: PledgeState): DocumentProblem[] {
  if (!needs.pledge) return []
  if (pledge.from === 'assigned') {
    return [
      problem(
        'PLEDGE_MISSING',
        'warning',
        'targets',
        'Chưa có chỉ tiêu loại cam kết; văn bản dùng các chỉ tiêu được giao. Nếu đã cam kết con số khác, hãy nhập chỉ tiêu loại “cam kết” ở màn hình Chỉ tiêu.',
      ),
    ]
  }
  if (pledge.from === 'none') {
    return [
      problem(
        'PLEDGE_MISSING',
        'warning',
        'targets',
        'Chưa có chỉ tiêu cam kết nên văn bản không có tỷ lệ hoàn thành. Hãy nhập chỉ tiêu loại “cam kết” ở màn hình Chỉ tiêu.',
      ),
    ]
  }
  if (pledge.unnumbered > 0) {
    return [
      problem(
        'PLEDGE_WITHOUT_NUMBER',
        'warning',
        'targets',
        `${formatCountInProse(pledge.unnumbered)} chỉ tiêu cam kết chưa có con số nên không tính được tỷ lệ. Hãy nhập số cam kết ở màn hình Chỉ tiêu.`,
      ),
    ]
  }
  return []
}

function officeProblems(facts: DocumentFacts, needs: DocumentNeeds): DocumentProblem[] {
  const problems: DocumentProblem[] = []
  const on = formatDate(facts.documentDate)
  if (!facts.office.hasLetterhead) {
    problems.push(
      problem(
        'LETTERHEAD_MISSING',
        'warning',
        'settings',
        `Chưa có phần đầu văn bản của “${facts.scope.organisation}” vào ngày ${on} nên phần đầu được lập từ tên đơn vị. Hãy kiểm tra ở Cài đặt › Phần đầu văn bản.`,
      ),
    )
  }
  if (!needs.signed) return problems
  if (facts.office.signer === null) {
    problems.push(
      problem(
        'SIGNER_MISSING',
        'warning',
        'settings',
        `Không có người ký của “${facts.scope.organisation}” vào ngày ${on} nên để trống họ tên người ký. Hãy nhập người ký và thời gian giữ chức vụ ở Cài đặt › Người ký.`,
      ),
    )
  }
  if (facts.recipients.length === 0) {
    problems.push(
      problem(
        'RECIPIENTS_MISSING',
        'warning',
        'settings',
        'Chưa có nơi nhận cho loại văn bản này. Hãy nhập ở Cài đặt › Nơi nhận.',
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
      ),
    )
  }
  return problems
}

function resultProblems(facts: DocumentFacts, needs: DocumentNeeds): DocumentProblem[] {
  if (!needs.results) return []
  if (!facts.own.some((measure) => measure.result !== null)) {
    return [
      problem(
        'RESULTS_MISSING',
        'warning',
        'results',
        `Chưa có kết quả nào tính đến ngày ${formatDate(facts.asOf)}. Hãy nhập báo cáo của các đơn vị ở màn hình Kết quả.`,
      ),
    ]
  }
  const silent = allUnits(facts).filter(
    (unit) => !unit.hasReport && unit.measures.some((measure) => measure.target !== null),
  )
  if (silent.length === 0) return []
  return [
    problem(
      'REPORTS_MISSING',
      'warning',
      'results',
      `${formatCountInProse(silent.length)} đơn vị chưa có báo cáo tính đến ngày ${formatDate(facts.asOf)}: ${names(silent)}. Hãy nhập ở màn hình Kết quả.`,
    ),
  ]
}

function names(units: readonly UnitMeasures[]): string {
  const shown = units.slice(0, NAMES_SHOWN).map((unit) => unit.unit.shortName)
  const more = units.length - shown.length
  return shown.join(', ') + (more > 0 ? ` và ${formatCountInProse(more)} đơn vị khác` : '')
}

function problem(
  code: ProblemCode,
  severity: DocumentProblem['severity'],
  mend: DocumentProblem['mend'],
  message: string,
): DocumentProblem {
  return { code, severity, message, mend }
}
