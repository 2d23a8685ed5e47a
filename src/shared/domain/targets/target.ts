import type { ReportBasis } from '../results/reported-entry.ts'

/** assigned = giao, striving = phấn đấu, registered = tự đăng ký, pledged = cam kết. */
export const TARGET_KINDS = ['assigned', 'striving', 'registered', 'pledged'] as const
export type TargetKind = (typeof TARGET_KINDS)[number]

export const PLAN_KINDS = ['term', 'year', 'campaign', 'phase'] as const
export type PlanKind = (typeof PLAN_KINDS)[number]

export interface Target {
  readonly unitId: string
  /** Code of the indicator. */
  readonly indicator: string
  /** Code of the assigner: one indicator may have targets of several (TLĐ, BCH LĐLĐ tỉnh, a pledge to Tỉnh ủy). */
  readonly assigner: string
  readonly kind: TargetKind
  /** increment = within the plan's own days; cumulative = since the reporting year began. */
  readonly basis: ReportBasis
  /** Null: it is known that there is one, its number was not given. */
  readonly value: number | null
}

/**
 * What a plan's targets count when nobody says otherwise: a campaign or phase its own days, a year or term all
 * since it began.
 */
export function defaultBasis(kind: PlanKind): ReportBasis {
  return kind === 'campaign' || kind === 'phase' ? 'increment' : 'cumulative'
}
