import { useEffect, useRef, useState } from 'react'
import { fetchData, useData } from '#renderer/api/data.ts'
import { chooseAsOf, choosePlan, today, useWorkingContext } from '#renderer/api/working-context.ts'
import type { PlanRow } from '#shared/contract/plans.ts'

/**
 * Chooses the plan a file begins with (its newest year plan), and the day: today inside the plan's time;
 * of a plan that is over, the newest day anything was reported of it. Answers whether both are known: no screen may be
 * shown before, or it would show the figures and units of another day for a moment.
 */
export function useDefaultContext(): boolean {
  const { data: plans, isError: hasNoPlans } = useData('plans.list', {})
  const { data: newest, isError: hasNoDefault } = useData('plans.default', {})
  const code = useWorkingContext(({ plan }) => plan)
  const dayChosenFor = useRef<string | null>(null)
  const [known, setKnown] = useState(false)
  useEffect(() => {
    if (plans === undefined || newest === undefined) return
    const chosen = plans.find((plan) => plan.code === code)
    if (chosen === undefined) {
      const first = newest ?? plans[0] ?? null
      if (first !== null || code !== null) choosePlan(first?.code ?? null)
      else setKnown(true)
      return
    }
    if (dayChosenFor.current === chosen.id) return
    dayChosenFor.current = chosen.id
    const before = useWorkingContext.getState().asOf
    void usualDay(chosen)
      .then((day) => {
        // Whoever chose a day or a plan while this was asked keeps it.
        const now = useWorkingContext.getState()
        if (now.asOf === before && now.plan === chosen.code) chooseAsOf(day)
      })
      // A failure was told by the frame; the day is today then.
      .catch(() => undefined)
      .finally(() => setKnown(true))
  }, [plans, newest, code])
  // What could not be read was told by the frame; the screens say the rest themselves.
  return known || hasNoPlans || hasNoDefault
}

async function usualDay(plan: PlanRow): Promise<string> {
  const now = today()
  if (now < plan.from) return plan.from
  if (now <= plan.to) return now
  const { day } = await fetchData('overview.newestDay', { plan: plan.code })
  return day ?? plan.to
}
