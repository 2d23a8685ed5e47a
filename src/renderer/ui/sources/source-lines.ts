import type { SourcesAnswer } from '#shared/contract/results.ts'
import { formatNumber } from '#shared/domain/text/format.ts'
import { sourcesText as text } from '#renderer/text/sources.ts'

export type SourceReport = SourcesAnswer['reports'][number]
export type SourceTarget = SourcesAnswer['targets'][number]

/** "hơn 7.000", "≥ 7.000" where no word was written. */
export function showAmount(value: number, word: string | null, sign: string | null = null): string {
  const before = word ?? sign
  return before === null ? formatNumber(value) : `${before} ${formatNumber(value)}`
}

const USE_ORDER: readonly SourceReport['use'][] = ['counted', 'opening', 'covered']

type Used = Pick<SourceReport, 'use' | 'asOf'>

function byUse(a: Used, b: Used): number {
  return USE_ORDER.indexOf(a.use) - USE_ORDER.indexOf(b.use)
}

function byNewest(a: Used, b: Used): number {
  return a.asOf < b.asOf ? 1 : a.asOf > b.asOf ? -1 : 0
}

/** What the number was made of before what it no longer needs, the newest first. */
export function inUseFirst(reports: readonly SourceReport[]): readonly SourceReport[] {
  return reports.toSorted((a, b) => byUse(a, b) || byNewest(a, b))
}

/** The same in the order of units, the newest of each first. */
export function orderReports(reports: readonly SourceReport[]): readonly SourceReport[] {
  const places = new Map<string, number>()
  for (const { unit } of reports) if (!places.has(unit)) places.set(unit, places.size)
  return reports.toSorted(
    (a, b) => byUse(a, b) || (places.get(a.unit) ?? 0) - (places.get(b.unit) ?? 0) || byNewest(a, b),
  )
}

/** "Báo cáo T6.xlsx, trang “BC”", the paper somebody named, or that it was typed here. */
export function originOf({ file, source }: Pick<SourceReport, 'file' | 'source'>): string {
  if (file === null) return source ?? text.typed
  return file.sheet === null ? file.name : `${file.name}, trang “${file.sheet}”`
}

/** Targets in force before those they replaced. */
export function orderTargets(targets: readonly SourceTarget[]): readonly SourceTarget[] {
  return targets.toSorted((a, b) => Number(b.inForce) - Number(a.inForce) || b.version - a.version)
}

export function showTarget({ value }: Pick<SourceTarget, 'value'>): string {
  return value === null ? text.noNumber : formatNumber(value)
}
