import { formatCountInProse, formatDate } from '../text/format.ts'
import { allUnits, type DocumentFacts, type UnitMeasures } from './facts.ts'
import { officeProblems } from './office-problems.ts'
import { type DocumentNeeds, type DocumentProblem, NAMES_SHOWN, problem, type ProblemRow } from './problem.ts'
import { assignersOfUnits } from './sums.ts'

export type { DocumentNeeds, DocumentProblem } from './problem.ts'

/** Where a pledge comes from; computed beside, because the document itself needs it too. */
export interface PledgeState {
  readonly from: 'pledged' | 'party' | 'assigned' | 'none'
  readonly unnumbered: number
}

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
  // A campaign may set its targets phase by phase, a term year by year.
  const parts = facts.plan.kind === 'campaign' ? facts.phases : facts.plan.kind === 'term' ? facts.years : []
  const any =
    given.length > 0 ||
    [...facts.own, ...parts.flatMap(({ targets }) => targets)].some((measure) => measure.target !== null)
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
          { rows: rowsOf(blank) },
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
  const unreported = unreportedProblems(facts)
  if (silent.length === 0) return unreported
  return [
    ...unreported,
    problem(
      'REPORTS_MISSING',
      'warning',
      'results',
      `${formatCountInProse(silent.length)} đơn vị chưa có báo cáo tính đến ngày ${formatDate(facts.asOf)}: ${names(silent)}. Hãy nhập ở màn hình Kết quả.`,
      { rows: rowsOf(silent) },
    ),
  ]
}

/** Figures the document would print a dash for: a target the office is held to, and nobody has reported on it. */
function unreportedProblems(facts: DocumentFacts): DocumentProblem[] {
  const missing = facts.indicators.filter(
    (indicator) =>
      facts.own.some((measure) => measure.indicator === indicator.code && (measure.target ?? 0) > 0) &&
      !facts.own.some((measure) => measure.indicator === indicator.code && measure.result !== null),
  )
  if (missing.length === 0) return []
  const list = missing.map((indicator) => `“${indicator.shortName}”`)
  const shown = list.slice(0, NAMES_SHOWN).join(', ')
  const more = list.length > NAMES_SHOWN ? ` và ${formatCountInProse(list.length - NAMES_SHOWN)} chỉ tiêu khác` : ''
  return [
    problem(
      'RESULTS_PARTLY',
      'warning',
      'results',
      `Chưa có báo cáo nào về ${shown}${more} tính đến ngày ${formatDate(facts.asOf)} nên văn bản không có số liệu này. Hãy nhập ở màn hình Kết quả.`,
    ),
  ]
}

function rowsOf(units: readonly UnitMeasures[]): ProblemRow[] {
  return units.map(({ unit }) => ({ name: unit.shortName, focus: unit.code }))
}

function names(units: readonly UnitMeasures[]): string {
  const shown = units.slice(0, NAMES_SHOWN).map((unit) => unit.unit.shortName)
  const more = units.length - shown.length
  return shown.join(', ') + (more > 0 ? ` và ${formatCountInProse(more)} đơn vị khác` : '')
}
