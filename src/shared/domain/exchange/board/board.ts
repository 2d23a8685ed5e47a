import type { DuePeriod } from '../../report-files/calendar.ts'
import { daysBetween, type IsoDate } from '../../../kit/dates.ts'

/** Where a unit stands with one period. The order is the way a report goes. */
export const BOARD_STATES = ['not-sent', 'late', 'received', 'accepted', 'returned'] as const
export type BoardState = (typeof BOARD_STATES)[number]

/** A report as the board needs it; drafts are not there. */
export interface BoardReport {
  readonly id: string
  readonly unitId: string
  readonly from: IsoDate
  readonly asOf: IsoDate
  readonly receivedOn: IsoDate | null
  readonly status: 'received' | 'accepted' | 'returned'
  readonly source: string | null
}

/** A figure asked back; `isOpen` until it is answered or closed. */
export interface BoardQuestion {
  readonly unitId: string
  readonly asOf: IsoDate
  readonly isOpen: boolean
}

export interface BoardCell {
  readonly state: BoardState
  readonly report: BoardReport | null
  /** Days behind the due day: of a report that came late, or of one that has not come by `today`; 0 in time. */
  readonly daysLate: number
  readonly questions: number
  readonly openQuestions: number
}

/** A period with the first day on which a report counts as its own: the report of April is none of the second quarter. */
export interface BoardPeriod extends DuePeriod {
  readonly countsFrom: IsoDate
}

export function isReportOf(period: Pick<BoardPeriod, 'countsFrom' | 'to'>, report: Pick<BoardReport, 'asOf'>): boolean {
  return report.asOf <= period.to && report.asOf >= period.countsFrom
}

/**
 * One unit's cell of the board. Of several reports of a period the last day counts, then the one received last. A
 * figure asked back makes it returned until every question of the period is closed.
 */
export function boardCell(
  period: BoardPeriod,
  reports: readonly BoardReport[],
  questions: readonly BoardQuestion[],
  today: IsoDate,
): BoardCell {
  const fitting = reports
    .filter((report) => isReportOf(period, report))
    .toSorted((a, b) => compare(b.asOf, a.asOf) || compare(b.receivedOn ?? '', a.receivedOn ?? ''))
  const report = fitting[0] ?? null
  const asked = questions.filter((question) => isReportOf(period, question))
  const openQuestions = asked.filter(({ isOpen }) => isOpen).length
  return {
    state: stateOf(report, openQuestions, period.dueOn < today),
    report,
    daysLate: Math.max(0, daysBetween(period.dueOn, report === null ? today : (report.receivedOn ?? period.dueOn))),
    questions: asked.length,
    openQuestions,
  }
}

function stateOf(report: BoardReport | null, openQuestions: number, isOverdue: boolean): BoardState {
  if (report === null) return isOverdue ? 'late' : 'not-sent'
  if (openQuestions > 0 || report.status === 'returned') return 'returned'
  return report.status === 'accepted' ? 'accepted' : 'received'
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** An answered or closed question is not asked any more. */
export function isQuestionOpen(question: {
  readonly answer: string | null
  readonly corrected: number | null
  readonly closedOn: string | null
}): boolean {
  return question.closedOn === null && question.answer === null && question.corrected === null
}
