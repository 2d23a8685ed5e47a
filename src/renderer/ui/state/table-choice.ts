import { create } from 'zustand'

/**
 * What the tables of Chỉ tiêu and Kết quả show, shared by both so that going from one to the other keeps it:
 * by whom the targets are set, of which kind, and which indicators (null: those with targets in the plan).
 */
type TargetKind = 'assigned' | 'striving' | 'registered' | 'pledged'

interface TableChoice {
  readonly assigner: string
  readonly kind: TargetKind
  readonly indicators: readonly string[] | null
}

/** Code in the catalogue of the body that sets the province's own targets. */
const OWN_COMMITTEE = 'BCH'

export const useTableChoice = create<TableChoice>(() => ({
  assigner: OWN_COMMITTEE,
  kind: 'assigned',
  indicators: null,
}))

export function changeTableChoice(patch: Partial<TableChoice>): void {
  useTableChoice.setState(patch)
}

/** Shown in a plan without any target: what every plan begins with (domain: indicators, the annex's columns). */
const USUAL_INDICATORS = ['DV_MOI', 'CDCS_MOI', 'DVUT_GT']

/** The columns of a table: chosen ones, else those the plan has targets for, else the usual ones. */
export function shownIndicators<I extends { readonly code: string }>(
  all: readonly I[],
  chosen: readonly string[] | null,
  withTargets: ReadonlySet<string>,
): readonly I[] {
  const codes = chosen ?? (withTargets.size > 0 ? [...withTargets] : USUAL_INDICATORS)
  return all.filter((indicator) => codes.includes(indicator.code))
}

export interface SetTarget {
  readonly assignerCode: string
  readonly kind: TargetKind
  readonly indicator: string
}

/** What a body's targets are in this plan: given ones, or a pledge. */
export function usualKind(targets: readonly SetTarget[], assigner: string): TargetKind {
  return targets.find(({ assignerCode }) => assignerCode === assigner)?.kind ?? 'assigned'
}

/** Indicators that a body set a target for. */
export function indicatorsOf(targets: readonly SetTarget[], assigner: string, kind: TargetKind): ReadonlySet<string> {
  return new Set(
    targets.flatMap((target) => (target.assignerCode === assigner && target.kind === kind ? [target.indicator] : [])),
  )
}
