import type { Input } from '#shared/contract/index.ts'
import type { IndicatorRow } from '#shared/contract/indicators.ts'
import { addDays, addMonths, type IsoDate } from '#shared/kit/dates.ts'
import { resultsText } from '#renderer/text/results.ts'
import type { FilterOption } from '#renderer/ui/layout/FilterSelect.tsx'

const text = resultsText.view

/**
 * table  units by indicators, side by side, to type in
 * unit   a line for every figure of a unit, with time and pace; the others the same for what adds units up
 */
export const RESULT_VIEWS = ['table', 'unit', 'group', 'type', 'assigner', 'period'] as const
export type ResultView = (typeof RESULT_VIEWS)[number]

/** What each figure is held against. `other`: any day the clerk names. */
export const COMPARISONS = ['none', 'last-year', 'week', 'month', 'other'] as const
export type Comparison = (typeof COMPARISONS)[number]

export interface ViewChoice {
  readonly by: ResultView
  readonly unitsOf: 'then' | 'now'
  readonly comparison: Comparison
  readonly otherDay: IsoDate | null
  /** As `progress.get` reads it; '' for none. */
  readonly cut: string
}

export const USUAL_VIEW: ViewChoice = {
  by: 'table',
  unitsOf: 'then',
  comparison: 'none',
  otherDay: null,
  cut: '',
}

/** The day `progress.get` compares with; null for none, or while it is being typed. */
export function comparedWith(choice: ViewChoice, asOf: IsoDate): Input<'progress.get'>['compare'] {
  switch (choice.comparison) {
    case 'none':
      return null
    case 'last-year':
      return 'last-year'
    case 'week':
      return addDays(asOf, -7)
    case 'month':
      return monthBefore(asOf)
    case 'other':
      return choice.otherDay
  }
}

/** A month earlier; the last day of a month has the last day of the one before: 30/9 stands beside 31/8. */
export function monthBefore(day: IsoDate): IsoDate {
  const isLast = addDays(day, 1).endsWith('-01')
  return isLast ? addDays(`${day.slice(0, 8)}01`, -1) : (addMonths(day, -1) ?? day)
}

/** "Trong đó": by sector, by size of enterprises, and the parts of each whole that has any. */
export function cutOptions(catalogue: readonly IndicatorRow[]): readonly FilterOption[] {
  const sizes = new Set(catalogue.flatMap(({ cut }) => cut?.minWorkers ?? []))
  const wholes = new Set(catalogue.flatMap(({ parent }) => parent ?? []))
  return [
    { value: '', label: text.wholeOnly },
    ...(catalogue.some(({ cut }) => cut?.sector === 'non_state') ? [{ value: 'non_state', label: text.nonState }] : []),
    ...[...sizes].toSorted((a, b) => a - b).map((size) => ({ value: String(size), label: text.fromWorkers(size) })),
    ...catalogue
      .filter(({ code }) => wholes.has(code))
      .map(({ code, shortName }) => ({ value: code, label: text.partsOf(shortName) })),
  ]
}
