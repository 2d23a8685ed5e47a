import type { PlanRow } from '#shared/contract/plans.ts'
import type { Measure, PhaseFact } from '#shared/domain/documents/facts.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { readNumberInForce } from '../../db/queries/plan-versions.ts'
import { readPlans } from '../../db/queries/plans.ts'
import { readTargets } from '../../db/queries/targets.ts'
import type { ReadStore } from '../../db/store.ts'
import type { SharedReads } from './shared-reads.ts'

/** Campaigns and phases under the plan, by date; a campaign parted into phases is told by its phases. */
export function gatherPhases(
  store: ReadStore,
  plan: PlanRow,
  unitId: string,
  unitCode: string,
  asOf: IsoDate,
  share: SharedReads,
): PhaseFact[] {
  const plans = share('plans', () => readPlans(store))
  const under = (code: string): PlanRow[] =>
    plans
      .filter((candidate) => candidate.parent === code && (candidate.kind === 'campaign' || candidate.kind === 'phase'))
      .flatMap((child) => {
        const deeper = under(child.code)
        return deeper.length === 0 ? [child] : deeper
      })
  return under(plan.code)
    .toSorted(byDate)
    .map((phase) => phaseFact(store, phase, unitId, unitCode, asOf, share))
}

/** Year plans of a term, by date. */
export function gatherYears(
  store: ReadStore,
  plan: PlanRow,
  unitId: string,
  unitCode: string,
  asOf: IsoDate,
  share: SharedReads,
): PhaseFact[] {
  if (plan.kind !== 'term') return []
  return share('plans', () => readPlans(store))
    .filter(
      ({ kind, parent, from, to }) => kind === 'year' && (parent === plan.code || (from >= plan.from && to <= plan.to)),
    )
    .toSorted(byDate)
    .map((year) => phaseFact(store, year, unitId, unitCode, asOf, share))
}

/** Plans by their first day. */
export function byDate(a: PlanRow, b: PlanRow): number {
  return a.from < b.from ? -1 : a.from > b.from ? 1 : 0
}

function phaseFact(
  store: ReadStore,
  phase: PlanRow,
  unitId: string,
  unitCode: string,
  asOf: IsoDate,
  share: SharedReads,
): PhaseFact {
  return {
    code: phase.code,
    name: phase.name,
    from: phase.from,
    to: phase.to,
    targets: share(`phase ${phase.id} ${asOf}`, () =>
      readTargets(store, phase.id, readNumberInForce(store, phase.id, asOf)),
    )
      .filter((target) => target.unitId === unitId)
      .map((target): Measure => targetOnly(target, unitCode)),
  }
}

function targetOnly(
  target: { indicator: string; assignerCode: string; kind: Measure['kind']; basis: string; value: number | null },
  unit: string,
): Measure {
  return {
    unit,
    indicator: target.indicator,
    assigner: target.assignerCode,
    isCumulative: target.basis === 'cumulative',
    kind: target.kind,
    target: target.value,
    result: null,
    percent: null,
    exceeded: null,
    remaining: null,
    rank: null,
    resultWithoutTarget: null,
    statedPercent: null,
    implied: null,
  }
}
