import type { AppResult } from '#shared/contract/errors.ts'
import type { IndicatorRow } from '#shared/contract/indicators.ts'
import type { Output, ParsedInput } from '#shared/contract/index.ts'
import type { OverviewAnswer, OverviewFigure, overviewContract } from '#shared/contract/overview.ts'
import type { PlanRow } from '#shared/contract/plans.ts'
import type { ProgressAnswer } from '#shared/contract/results.ts'
import { clockOf, yearBefore } from '#shared/domain/overview/clock.ts'
import { type KeyFigure, keyFiguresOf } from '#shared/domain/overview/key-figures.ts'
import { addDays, daysBetween, type IsoDate } from '#shared/kit/dates.ts'
import { subtractDecimals } from '#shared/kit/fraction.ts'
import { ok } from '#shared/kit/result.ts'
import { readIndicators } from '../db/queries/indicators.ts'
import {
  readLastReportedDays,
  readNewestReportedDay,
  readNewVersions,
  readReceivedReports,
  readUnionEvents,
} from '../db/queries/overview.ts'
import { readOverdue } from '../db/queries/overdue.ts'
import { readPlans } from '../db/queries/plans.ts'
import { remember } from '../db/remembered.ts'
import type { ReadStore } from '../db/store.ts'
import { findPlan } from './lookup.ts'
import { readCurve, type ResultOf, resultsOn } from './overview-curve.ts'
import { progressOf } from './progress.ts'
import type { QueryContext, Service } from './service.ts'

export const overviewService: Service<keyof typeof overviewContract> = {
  'overview.get': readOverview,
  'overview.curve': readCurve,
  'overview.newestDay': ({ store }, { plan }) => {
    const found = findPlan(store, plan)
    return found.ok ? ok({ day: readNewestReportedDay(store, found.value) }) : found
  },
}

type ProgressLine = ProgressAnswer['rows'][number]
type FoundFigure = KeyFigure<ProgressLine, IndicatorRow>

/** Campaigns are told of when they begin within two months, and remembered for one. */
const AHEAD_DAYS = 61
const AFTER_DAYS = 31

function readOverview(
  { store, today }: QueryContext,
  input: ParsedInput<'overview.get'>,
): AppResult<Output<'overview.get'>> {
  const found = findPlan(store, input.plan)
  if (!found.ok) return found
  const plan = found.value
  const asOf = input.asOf ?? today()
  return ok(remember(store.sqlite, `overview ${plan.id} ${asOf}`, () => overviewOf(store, plan, asOf)))
}

function overviewOf(store: ReadStore, plan: PlanRow, asOf: IsoDate): OverviewAnswer {
  const progress = progressOf(store, plan, asOf)
  const catalogue = readIndicators(store)
  const figures = keyFiguresOf(progress.rows, catalogue)
  const resultOf = resultsOn(
    store,
    plan,
    asOf,
    figures.map(({ indicator }) => indicator.code),
  )
  const lastDays = readLastReportedDays(
    store,
    progress.silent.map(({ unit }) => unit),
    asOf,
  )
  return {
    plan: plan.code,
    planName: plan.name,
    from: plan.from,
    to: plan.to,
    asOf,
    clock: clockOf(plan, asOf),
    figures: figures.map((figure) => showFigure(figure, plan, asOf, resultOf)),
    silent: progress.silent.map(({ unit, name }) => ({ unit, name, last: lastDays.get(unit) ?? null })),
    campaigns: readCampaigns(store, plan, asOf, catalogue),
    changes: readChanges(store, addDays(asOf, -7), asOf),
    overdue: overdueOn(store, asOf),
  }
}

const OVERDUE_SHOWN = 50

function overdueOn(store: ReadStore, asOf: IsoDate): OverviewAnswer['overdue'] {
  const lines = readOverdue(store, asOf)
  const rows = lines.slice(0, OVERDUE_SHOWN).map((line) => ({ ...line, daysLate: daysBetween(line.dueOn, asOf) }))
  return { count: lines.length, rows }
}

function showFigure(figure: FoundFigure, plan: PlanRow, asOf: IsoDate, resultOf: ResultOf): OverviewFigure {
  const { indicator, standings } = figure
  const { code, name, shortName, unitLabel, kind } = indicator
  const first = standings[0]?.row
  const result = first?.result ?? null
  const weekAgo = addDays(asOf, -7)
  const earlier = weekAgo < plan.from ? null : resultOf(code, weekAgo, 0)
  // Of a plan that is over the figures are those of its last day.
  const lastYear = yearBefore(asOf < plan.to ? asOf : plan.to)
  return {
    indicator: code,
    name,
    shortName,
    unitLabel,
    kind,
    result,
    qualifier: first?.qualifier ?? null,
    qualifierWord: first?.qualifierWord ?? null,
    resultAsOf: first?.resultAsOf ?? null,
    standings: standings.map(({ row, units }) => ({
      ...measuredOf(row),
      assigner: row.assigner ?? '',
      assignerCode: row.assignerCode ?? '',
      kind: row.kind,
      neededPerMonth: row.neededPerMonth,
      units: units.map(measuredOf),
    })),
    weekBefore: {
      asOf: weekAgo,
      result: earlier,
      change: earlier === null || result === null ? null : subtractDecimals(result, earlier),
    },
    yearBefore: { asOf: lastYear, result: resultOf(code, lastYear, 1) },
  }
}

function measuredOf(row: ProgressLine) {
  const { unit, name, target, result, qualifier, qualifierWord, percent, percentText, remaining, rank } = row
  const { reported, resultAsOf, pace, band } = row
  return {
    unit,
    name,
    target,
    result,
    qualifier,
    qualifierWord,
    percent,
    percentText,
    remaining,
    rank,
    reported,
    resultAsOf,
    pace,
    band,
  }
}

function readCampaigns(
  store: ReadStore,
  plan: PlanRow,
  asOf: IsoDate,
  catalogue: readonly IndicatorRow[],
): OverviewAnswer['campaigns'] {
  const soon = addDays(asOf, AHEAD_DAYS)
  const recent = addDays(asOf, -AFTER_DAYS)
  return readPlans(store)
    .filter(
      ({ kind, code, from, to }) =>
        (kind === 'campaign' || kind === 'phase') && code !== plan.code && from <= soon && to >= recent,
    )
    .map((campaign) => ({
      plan: campaign.code,
      name: campaign.name,
      kind: campaign.kind,
      from: campaign.from,
      to: campaign.to,
      clock: clockOf(campaign, asOf),
      figures: keyFiguresOf(progressOf(store, campaign, asOf).rows, catalogue).flatMap(({ indicator, standings }) =>
        standings.map(({ row }) => ({
          indicator: indicator.code,
          shortName: indicator.shortName,
          unitLabel: indicator.unitLabel,
          assigner: row.assigner ?? '',
          basis: row.basis,
          target: row.target,
          result: row.result,
          qualifier: row.qualifier,
          qualifierWord: row.qualifierWord,
          percent: row.percent,
          percentText: row.percentText,
          remaining: row.remaining,
          pace: row.pace,
          band: row.band,
        })),
      ),
    }))
}

function readChanges(store: ReadStore, since: IsoDate, asOf: IsoDate): OverviewAnswer['changes'] {
  return {
    since,
    reports: readReceivedReports(store, since, asOf),
    founded: readUnionEvents(store, 'founded', since, asOf),
    ended: readUnionEvents(store, 'ended', since, asOf),
    versions: readNewVersions(store, since, asOf),
  }
}
