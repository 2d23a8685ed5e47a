import { formatNumber } from '../text/format.ts'

/** Parameters of the registry: bands enterprises are counted in, sizes from which a union is pressed for. */
export interface SizeBands {
  /** Lower bounds, rising, the first 0. */
  readonly bands: readonly number[]
  readonly thresholds: readonly number[]
}

/** Size bands of the survey forms; programmes of the years name 20, 25, 30 and 50 (domain: enterprise survey). */
export const DEFAULT_SIZE_BANDS: SizeBands = {
  bands: [0, 5, 10, 20, 25, 30, 50, 100, 200, 1000],
  thresholds: [20, 25, 30, 50],
}

/** Lower bound of the band a number of workers falls in. */
export function bandOf(bands: readonly number[], workers: number): number {
  let found = bands[0] ?? 0
  for (const from of bands) if (from <= workers) found = from
  return found
}

/** "dưới 5", "5–9", "từ 1.000"; a band of one number is that number. */
export function describeBand(bands: readonly number[], from: number): string {
  const next = bands[bands.indexOf(from) + 1]
  if (next === undefined) return `từ ${formatNumber(from)}`
  if (from === 0) return `dưới ${formatNumber(next)}`
  return next - 1 === from ? formatNumber(from) : `${formatNumber(from)}–${formatNumber(next - 1)}`
}

/** Sorted, each once, beginning with 0: how bands are kept whatever order they were typed in. */
export function tidyBands(bands: readonly number[]): readonly number[] {
  return [...new Set([0, ...bands])].toSorted((a, b) => a - b)
}

export function tidyThresholds(thresholds: readonly number[]): readonly number[] {
  return [...new Set(thresholds)].toSorted((a, b) => a - b)
}
