import type { IsoDate } from '#shared/kit/dates.ts'
import { readIndicators } from '../../db/queries/indicators.ts'
import { readPlans } from '../../db/queries/plans.ts'
import { readNumberInForce } from '../../db/queries/plan-versions.ts'
import { readTargets } from '../../db/queries/targets.ts'
import type { ReadStore } from '../../db/store.ts'

/** The targets a unit has of an indicator on a day, of any assigner, in the year plans of that day. */
export function createTargets(store: ReadStore, planCode: string | null) {
  const known = new Map<string, Map<string, number[]>>()
  return {
    of(unitId: string, indicator: string, day: IsoDate): readonly number[] {
      const values = known.get(day) ?? gather(day)
      known.set(day, values)
      return values.get(`${unitId}|${indicator}`) ?? []
    },
  }
  function gather(day: IsoDate): Map<string, number[]> {
    const values = new Map<string, number[]>()
    const codes = new Map(readIndicators(store).map(({ id, code }) => [id, code]))
    for (const plan of readPlans(store)) {
      if (planCode === null ? plan.kind !== 'year' || day < plan.from || plan.to < day : plan.code !== planCode)
        continue
      for (const target of readTargets(store, plan.id, readNumberInForce(store, plan.id, day))) {
        if (target.value === null) continue
        const key = `${target.unitId}|${codes.get(target.indicatorId) ?? ''}`
        values.set(key, [...(values.get(key) ?? []), target.value])
      }
    }
    return values
  }
}
