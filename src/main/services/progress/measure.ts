import type { MeasuredRow } from '#shared/contract/results.ts'
import type { IndicatorRow } from '#shared/contract/indicators.ts'
import { bandOf, NOT_REACHED, type StatusBand } from '#shared/domain/results/bands.ts'
import {
  elapsedOf,
  elapsedPercent,
  monthsLeft,
  neededPerMonth,
  paceOf,
  type PlanDays,
} from '#shared/domain/results/pace.ts'
import { achievedFraction, judgedPercent, percentOf } from '#shared/domain/results/percent.ts'
import type { ProgressRow } from '#shared/domain/results/progress-row.ts'
import type { IsoDate } from '#shared/kit/dates.ts'

export interface Measuring {
  readonly days: PlanDays
  readonly asOf: IsoDate
  readonly bands: readonly StatusBand[]
  readonly indicators: readonly IndicatorRow[]
  readonly period?: MeasuredRow['period']
  /** First day of the reporting year; null: every target counts the plan's own days. */
  readonly yearFrom?: IsoDate | null
}

/** Most rows have neither; ten thousand empty lists are not made for them. Nobody adds to a row. */
const NONE: never[] = []

/** The rows with how each stands in time, and with the other targets set for the same figure. */
export function measureRows(
  rows: readonly ProgressRow[],
  { days, asOf, bands, indicators, period, yearFrom }: Measuring,
): MeasuredRow[] {
  // A target of the year's total within a phase runs since the year began, and has little of its time left.
  const yearDays = { from: yearFrom ?? days.from, to: days.to }
  const times = {
    increment: { exact: elapsedPercent(days, asOf), shown: elapsedOf(days, asOf) },
    cumulative: { exact: elapsedPercent(yearDays, asOf), shown: elapsedOf(yearDays, asOf) },
  }
  const months = monthsLeft(days, asOf)
  const kinds = new Map(indicators.map((indicator) => [indicator.code, indicator]))
  const named = new Map<object, NonNullable<MeasuredRow['band']>>(
    bands.map((band) => [band, { code: band.code, name: band.name, tone: band.tone }]),
  )
  const beside = groupSameFigure(rows)
  const wholes = resultsByRow(rows, indicators)
  return rows.map((row): MeasuredRow => {
    const indicator = kinds.get(row.indicator)
    const kind = indicator?.kind ?? 'flow'
    const { exact, shown: elapsed } = times[row.basis]
    const percent = row.percent === null ? null : judgedPercent(row.result, row.target, row.qualifier)
    const band = bandOf(percent, kind, exact, bands)
    const parent = indicator?.parent ?? null
    return {
      ...row,
      notes: row.notes.length === 0 ? NONE : [...row.notes],
      elapsed,
      pace: paceOf(percent, kind, exact),
      neededPerMonth: neededPerMonth(row.remaining, kind, months),
      band: band === null ? null : (named.get(band) ?? NOT_REACHED),
      parent,
      share: parent === null ? null : shareOf(row, wholes.get(`${parent}|${row.level}|${row.unit ?? ''}`)),
      others: beside.size === 0 || row.assignerCode === null ? NONE : othersOf(row, beside.get(figureKey(row))),
      compared: null,
      period: period ?? null,
    }
  })
}

function figureKey(row: ProgressRow): string {
  return `${row.indicator}|${row.level}|${row.unit ?? ''}`
}

/** Rows of one figure under several targets; most figures have one, and then there is nothing beside. */
function groupSameFigure(rows: readonly ProgressRow[]): ReadonlyMap<string, readonly ProgressRow[]> {
  const severalBlocks = new Set<string>()
  const blockOf = new Map<string, string>()
  for (const row of rows) {
    if (row.assignerCode === null) continue
    const block = `${row.assignerCode}|${row.kind ?? ''}|${row.basis}`
    const known = blockOf.get(row.indicator)
    if (known === undefined) blockOf.set(row.indicator, block)
    else if (known !== block) severalBlocks.add(row.indicator)
  }
  const groups = new Map<string, ProgressRow[]>()
  for (const row of rows) {
    if (row.assignerCode === null || !severalBlocks.has(row.indicator)) continue
    const key = figureKey(row)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  return groups
}

function othersOf(row: ProgressRow, same: readonly ProgressRow[] | undefined): MeasuredRow['others'] {
  if (same === undefined || same.length < 2) return NONE
  return same.flatMap((other) => {
    if (other === row) return []
    const { assigner, assignerCode, kind, target, percent, percentText, remaining, rank } = other
    return [{ assigner, assignerCode, kind, target, percent, percentText, remaining, rank }]
  })
}

/** Results of the wholes that others are parts of, by indicator, level and unit. */
function resultsByRow(
  rows: readonly ProgressRow[],
  indicators: readonly IndicatorRow[],
): ReadonlyMap<string, number | null> {
  const wholes = new Set(indicators.flatMap(({ parent }) => parent ?? []))
  const results = new Map<string, number | null>()
  for (const row of rows) if (wholes.has(row.indicator)) results.set(figureKey(row), row.result)
  return results
}

function shareOf(row: ProgressRow, whole: number | null | undefined): number | null {
  const part = achievedFraction(row.result, whole ?? null)
  return part === null ? null : percentOf(part)
}
