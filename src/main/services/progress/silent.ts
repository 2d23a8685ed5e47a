import type { ProgressAnswer } from '#shared/contract/results.ts'
import type { PlanDays } from '#shared/domain/results/pace.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import type { Counted } from './count.ts'

/** Direct children of the root with a target and nothing told of the plan's own days; before the first of them nobody. */
export function silentUnits(
  { asked, spoke, placed: { tree } }: Counted,
  plan: PlanDays,
  day: IsoDate,
): ProgressAnswer['silent'] {
  if (day < plan.from) return []
  const children = tree.roots.flatMap((root) => tree.childrenOf(root.id))
  return (
    children
      // A level told last year, or counted in the survey, is no report of this plan's days.
      .filter(({ id }) => asked.has(id) && (spoke.get(id) ?? '') < plan.from)
      .map((unit) => ({ unit: unit.code, name: unit.name }))
  )
}
