import { create } from 'zustand'
import type { IsoDate } from '#shared/kit/dates.ts'

/**
 * The three things every figure depends on: whose (the data file), which plan, as of which day. The top bar
 * shows and changes them; every screen reads them from here.
 */
export interface WorkingContext {
  /** Code of the chosen plan; null while the file has none. */
  readonly plan: string | null
  readonly asOf: IsoDate
}

export const useWorkingContext = create<WorkingContext>(() => ({ plan: null, asOf: today() }))

export function choosePlan(plan: string | null): void {
  useWorkingContext.setState({ plan })
}

export function chooseAsOf(asOf: IsoDate): void {
  useWorkingContext.setState({ asOf })
}

/** The calendar day where the office is. */
export function today(): IsoDate {
  const now = new Date()
  const pad = (value: number): string => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`
}
