import { isValidOn, type IsoDate } from '../../kit/dates.ts'
import type { IndicatorKind } from '../indicators/indicator.ts'
import type { Pace } from './pace.ts'

/**
 * percent  of the target
 * pace     percent of the target against the share of the plan's days gone by: 50 % on the 30th of June is 100
 */
export const BAND_MEASURES = ['percent', 'pace'] as const
export type BandMeasure = (typeof BAND_MEASURES)[number]

/** How a band is coloured: the four words of pace, and one between behind and on pace. */
export const BAND_TONES = ['behind', 'slow', 'pace', 'reached', 'exceeded'] as const
export type BandTone = Pace | 'slow'

/**
 * One band of how well a target is kept. What is "good" is the office's own word and changes with the years ("trên
 * 50% kế hoạch năm" at mid-year), so bands are rows with days they hold on.
 */
export interface StatusBand {
  readonly code: string
  readonly name: string
  readonly measure: BandMeasure
  /** From so much on; `above`: only from more than that. */
  readonly bound: number
  readonly above: boolean
  readonly tone: BandTone
  readonly sortOrder: number
  readonly validFrom: IsoDate | null
  readonly validTo: IsoDate | null
}

/** The bands that hold on a day, in the order they are tried. */
export function bandsOn<B extends StatusBand>(bands: readonly B[], day: IsoDate): readonly B[] {
  return bands
    .filter((band) => isValidOn(day, band.validFrom, band.validTo))
    .toSorted((a, b) => a.sortOrder - b.sortOrder || (a.code < b.code ? -1 : 1))
}

/**
 * The first band a percent reaches; null without a percent or where none is reached. `elapsed` is the share of the
 * plan's days gone by in percent. A level (stock, ratio) does not grow with the days: until the plan is over it is on
 * pace whatever it is, as in `paceOf`.
 *
 * Bands of pace speak of the time that is left. Before the first day and after the last there is none to be held
 * against: then only bands of percent are tried, and what is over without its target says so, `NOT_REACHED`.
 */
export function bandOf<B extends StatusBand>(
  percent: number | null,
  kind: IndicatorKind,
  elapsed: number,
  bands: readonly B[],
): B | typeof NOT_REACHED | null {
  if (percent === null) return null
  const isOver = elapsed >= 100
  const inTime = elapsed > 0 && !isOver
  const isLevel = kind === 'stock' || kind === 'ratio'
  const pace = isLevel ? 100 : (100 * percent) / elapsed
  const reached = bands.find(({ measure, bound, above }) => {
    if (measure === 'pace' && !inTime) return false
    const share = measure === 'percent' ? percent : pace
    return above ? share > bound : share >= bound
  })
  return reached ?? (isOver && percent < 100 ? NOT_REACHED : null)
}

/** How a plan, campaign or phase ended that did not reach its target. Nobody is urged on when the days are over. */
export const NOT_REACHED = { code: 'CHUA_DAT', name: 'Chưa hoàn thành', tone: 'behind' } as const

/**
 * Bands nothing ever reaches, because one that is tried before them takes all they would: "từ 50%" after "từ 40%" of the
 * same measure and days.
 */
export function hiddenBands<B extends Omit<StatusBand, 'sortOrder'>>(bands: readonly B[]): readonly B[] {
  return bands.filter((band, at) => bands.slice(0, at).some((earlier) => takesAllOf(earlier, band)))
}

function takesAllOf(earlier: Omit<StatusBand, 'sortOrder'>, band: Omit<StatusBand, 'sortOrder'>): boolean {
  if (earlier.measure !== band.measure) return false
  const begins = earlier.validFrom === null || (band.validFrom !== null && earlier.validFrom <= band.validFrom)
  const ends = earlier.validTo === null || (band.validTo !== null && earlier.validTo >= band.validTo)
  if (!begins || !ends) return false
  return earlier.bound < band.bound || (earlier.bound === band.bound && (!earlier.above || band.above))
}

/** The bands of an office that set none: on pace means as many percent as days gone by. */
export const DEFAULT_BANDS: readonly StatusBand[] = (
  [
    ['VUOT', 'Vượt chỉ tiêu', 'percent', 100, true, 'exceeded'],
    ['DAT', 'Hoàn thành', 'percent', 100, false, 'reached'],
    ['DUNG', 'Đúng tiến độ', 'pace', 100, false, 'pace'],
    ['DONDOC', 'Cần đôn đốc', 'pace', 70, false, 'slow'],
    ['CHAM', 'Chậm', 'pace', 0, false, 'behind'],
  ] as const
).map(([code, name, measure, bound, above, tone], at) => ({
  code,
  name,
  measure,
  bound,
  above,
  tone,
  sortOrder: (at + 1) * 10,
  validFrom: null,
  validTo: null,
}))
