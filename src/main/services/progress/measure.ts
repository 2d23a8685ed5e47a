import type { MeasuredRow } from '#shared/contract/results.ts'
import type { IndicatorRow } from '#shared/contract/indicators.ts'
import { moneyScaleOf } from '#shared/domain/indicators/money.ts'
import { bandOf, NOT_REACHED, type StatusBand } from '#shared/domain/results/bands.ts'
import {
  elapsedOf,
  elapsedPercent,
  monthsLeft,
  neededPerMonth,
  paceOf,
  type PlanDays,
} from '#shared/domain/results/pace.ts'
import { achievedFraction, judgedPercent, percentOf, wholeShare } from '#shared/domain/results/percent.ts'
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
  const decimals = new Map(indicators.map(({ code, unitLabel }) => [code, decimalsOf(unitLabel)]))
  const beside = groupSameFigure(rows)
  const wholes = resultsOfWholes(rows, indicators)
  return rows.map((row): MeasuredRow => {
    const indicator = kinds.get(row.indicator)
    const kind = indicator?.kind ?? 'flow'
    const { exact, shown: elapsed } = times[row.basis]
    const percent = row.percent === null ? null : judgedPercent(row.result, row.target, row.qualifier)
    const band = bandOf(percent, kind, exact, bands)
    const parent = indicator?.parent ?? null
    // Written out: a copied row that grows afterwards costs several times as much, and a view has ten thousand.
    return {
      level: row.level,
      unit: row.unit,
      name: row.name,
      depth: row.depth,
      indicator: row.indicator,
      assigner: row.assigner,
      assignerCode: row.assignerCode,
      kind: row.kind,
      basis: row.basis,
      target: row.target,
      result: row.result,
      qualifier: row.qualifier,
      qualifierWord: row.qualifierWord,
      percent: row.percent,
      percentText: row.percentText,
      remaining: row.remaining,
      rank: row.rank,
      reported: row.reported,
      resultAsOf: row.resultAsOf,
      targetDifference: row.targetDifference,
      resultDifference: row.resultDifference,
      resultWithoutTarget: row.resultWithoutTarget,
      statedPercent: row.statedPercent,
      implied: row.implied,
      notes: row.notes.length === 0 ? NONE : [...row.notes],
      elapsed,
      pace: paceOf(percent, kind, exact),
      neededPerMonth: neededPerMonth(row.remaining, kind, months, decimals.get(row.indicator)),
      band: band === null ? null : (named.get(band) ?? NOT_REACHED),
      parent,
      share: parent === null ? null : shareOf(row, wholes.get(parent)?.get(row)),
      others: row.assignerCode === null ? NONE : othersOf(row, beside.get(row.indicator)?.get(row)),
      compared: null,
      period: period ?? null,
    }
  })
}

type Placed = Pick<ProgressRow, 'level' | 'unit'>

/** What stands by level and unit: rows of one indicator under several targets, or one a row. */
class ByFigure<T> {
  private readonly levels = new Map<ProgressRow['level'], Map<string | null, T>>()

  get({ level, unit }: Placed): T | undefined {
    return this.levels.get(level)?.get(unit)
  }

  set({ level, unit }: Placed, value: T): void {
    let known = this.levels.get(level)
    if (known === undefined) {
      known = new Map()
      this.levels.set(level, known)
    }
    known.set(unit, value)
  }
}

/** People count in whole ones; money in thousands and more has parts. */
function decimalsOf(unitLabel: string): number {
  const scale = moneyScaleOf(unitLabel)
  return scale === null || scale === 'dong' ? 0 : 2
}

/** By indicator, rows of one figure under several targets; most figures have one, and then there is nothing beside. */
function groupSameFigure(rows: readonly ProgressRow[]): ReadonlyMap<string, ByFigure<ProgressRow[]>> {
  const firstBlock = new Map<string, ProgressRow>()
  const groups = new Map<string, ByFigure<ProgressRow[]>>()
  for (const row of rows) {
    if (row.assignerCode === null || groups.has(row.indicator)) continue
    const known = firstBlock.get(row.indicator)
    if (known === undefined) firstBlock.set(row.indicator, row)
    else if (known.assignerCode !== row.assignerCode || known.kind !== row.kind || known.basis !== row.basis)
      groups.set(row.indicator, new ByFigure())
  }
  if (groups.size === 0) return groups
  for (const row of rows) {
    if (row.assignerCode === null) continue
    const ofIndicator = groups.get(row.indicator)
    if (ofIndicator === undefined) continue
    const group = ofIndicator.get(row)
    if (group === undefined) ofIndicator.set(row, [row])
    else group.push(row)
  }
  return groups
}

function othersOf(row: ProgressRow, same: readonly ProgressRow[] | undefined): MeasuredRow['others'] {
  if (same === undefined || same.length < 2) return NONE
  const others: MeasuredRow['others'] = []
  for (const other of same) {
    if (other === row) continue
    const { assigner, assignerCode, kind, target, percent, percentText, remaining, rank } = other
    others.push({ assigner, assignerCode, kind, target, percent, percentText, remaining, rank })
  }
  return others
}

/** Results of the wholes that others are parts of, by indicator. */
function resultsOfWholes(
  rows: readonly ProgressRow[],
  indicators: readonly IndicatorRow[],
): ReadonlyMap<string, ByFigure<number | null>> {
  const wholes = new Map<string, ByFigure<number | null>>()
  for (const { parent } of indicators) if (parent !== null) wholes.set(parent, new ByFigure())
  for (const row of rows) wholes.get(row.indicator)?.set(row, row.result)
  return wholes
}

function shareOf(row: ProgressRow, whole: number | null | undefined): number | null {
  if (row.result === null || whole === null || whole === undefined) return null
  const part = wholeShare(row.result, whole) ?? achievedFraction(row.result, whole)
  return part === null ? null : percentOf(part)
}
