import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { CampaignRanking, CampaignReport } from '#shared/contract/campaigns.ts'
import type { Output, ParsedInput } from '#shared/contract/index.ts'
import type { IndicatorRow } from '#shared/contract/indicators.ts'
import type { PlanRow } from '#shared/contract/plans.ts'
import type { MeasuredRow } from '#shared/contract/results.ts'
import { rankingOf } from '#shared/domain/campaigns/ranking.ts'
import { bandsOn } from '#shared/domain/results/bands.ts'
import { elapsedSentence, exclusionSentence, openingSentence, phaseSentence } from '#shared/domain/wording/campaigns.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { groupBy } from '#shared/kit/group-by.ts'
import { ok } from '#shared/kit/result.ts'
import { readBands, readExclusions } from '../../db/queries/campaigns.ts'
import { readPlans } from '../../db/queries/plans.ts'
import type { ReadStore } from '../../db/store.ts'
import { findPlan } from '../lookup.ts'
import { basisMatters, type Counted, countedPlan, countProgress, yearStartOf } from '../progress/count.ts'
import { measureRows } from '../progress/measure.ts'
import { wholesOf } from '../progress/periods.ts'
import { silentUnits } from '../progress/silent.ts'
import type { QueryContext } from '../service.ts'
import { currentCampaign, phasesOf, timedPlan } from './list.ts'
import { openingsIn } from './openings.ts'

/** The Word document a campaign is closed with, sơ kết while it runs and tổng kết after. */
const CLOSING_DOCUMENT = 'bao-cao-so-ket'

/** Where a campaign stands on a day: phases, ranking with who is left out and why, and the sentences of its report. */
export function reportCampaign(
  { store, today }: QueryContext,
  input: ParsedInput<'campaigns.report'>,
): AppResult<Output<'campaigns.report'>> {
  const asOf = input.asOf ?? today()
  const found = input.campaign === null ? currentOf(store, asOf) : findPlan(store, input.campaign)
  if (!found.ok) return found
  const plan = found.value
  if (plan.kind !== 'campaign' && plan.kind !== 'phase') return fail('PLAN_NOT_CAMPAIGN', { name: plan.name })
  const phases = phasesOf(readPlans(store), plan)
  const whole = measure(store, plan, asOf)
  const measured = phases.map((phase) => measure(store, phase, asOf))
  const rankings = [whole, ...measured].flatMap((one) => rankingsOf(store, one))
  const timed = timedPlan(plan, asOf)
  const told = measured.map((one) => ({
    ...timedPlan(one.plan, asOf),
    asOf: one.asOf,
    rows: [...one.wholes],
    sentence: sentenceOf(one),
  }))
  return ok({
    ...timed,
    asOf,
    verdict: asOf >= plan.to ? 'final' : 'interim',
    rows: [...whole.wholes],
    phases: told,
    rankings,
    silent: silentUnits(whole.counted, plan, asOf),
    sentences: [
      ...sentencesOf(whole, timed.clock, told, rankings),
      ...[whole, ...measured].flatMap((one) => openingsOf(one)),
    ],
    document: CLOSING_DOCUMENT,
  })
}

function currentOf(store: ReadStore, asOf: IsoDate): AppResult<PlanRow> {
  const plan = currentCampaign(store, asOf)
  return plan === null ? fail('CAMPAIGN_NONE') : ok(plan)
}

interface Measured {
  readonly plan: PlanRow
  /** The day its figures speak of: the one asked for, or its own last. */
  readonly asOf: IsoDate
  readonly counted: Counted
  readonly rows: readonly MeasuredRow[]
  /** The whole's own rows that have a target or a result of these days. */
  readonly wholes: readonly MeasuredRow[]
}

function measure(store: ReadStore, plan: PlanRow, asOf: IsoDate): Measured {
  const of = countedPlan(store, plan)
  const counted = countProgress(store, of, { asOf, unitsOn: null })
  const bands = bandsOn(readBands(store), asOf)
  const { indicators } = counted
  const rows = measureRows(counted.rows, { days: plan, asOf, bands, indicators, yearFrom: yearStartOf(of) })
  const isTold = (row: MeasuredRow): boolean => row.target !== null || row.kind !== null || (row.result ?? 0) !== 0
  return { plan, asOf: asOf < plan.to ? asOf : plan.to, counted, rows, wholes: wholesOf(rows).filter(isTold) }
}

/** One for each column of targets the units right below the root were given. */
function rankingsOf(store: ReadStore, { plan, counted, rows }: Measured): CampaignRanking[] {
  const { tree } = counted.placed
  const units = tree.roots.flatMap((root) => tree.childrenOf(root.id)).map(({ code, name }) => ({ code, name }))
  const reasons = new Map(readExclusions(store, plan.id).map(({ unit, reason }) => [unit, reason]))
  const names = new Map(counted.indicators.map((indicator) => [indicator.code, indicator]))
  const isPart = basisMatters(countedPlan(store, plan))
  const columns = groupBy(
    rows.filter((row) => row.level === 'unit' && row.depth === 1 && row.assignerCode !== null),
    // A phase may hold the same units to its own days and to the year's total: two rankings.
    (row) => `${row.indicator}|${row.assignerCode ?? ''}|${row.kind ?? ''}|${isPart ? row.basis : ''}`,
  )
  return [...columns.values()].flatMap((column): CampaignRanking[] => {
    const [first] = column
    if (first === undefined || first.kind === null || !column.some((row) => row.target !== null)) return []
    const { ranked, excluded } = rankingOf(column, units, reasons)
    return [
      {
        plan: plan.code,
        planName: plan.name,
        indicator: first.indicator,
        indicatorName: names.get(first.indicator)?.shortName ?? first.indicator,
        assigner: first.assigner ?? '',
        assignerCode: first.assignerCode ?? '',
        kind: first.kind,
        basis: first.basis,
        rows: ranked.map(({ row, rank, tied }) => ({
          unit: row.unit,
          name: row.name,
          target: row.target,
          result: row.result,
          qualifier: row.qualifier,
          qualifierWord: row.qualifierWord,
          percent: row.percent,
          percentText: row.percentText,
          remaining: row.remaining,
          reported: row.reported,
          neededPerMonth: row.neededPerMonth,
          band: row.band,
          rank,
          tied,
        })),
        excluded: excluded.map(({ why, reason, ...unit }) => ({
          ...unit,
          why,
          sentence: exclusionSentence(why, reason),
        })),
      },
    ]
  })
}

function sentenceOf({ plan, asOf, counted, wholes }: Measured): string {
  const names: ReadonlyMap<string, IndicatorRow> = new Map(counted.indicators.map((row) => [row.code, row]))
  const targeted = wholes.filter((row) => row.target !== null)
  return phaseSentence(
    plan,
    asOf,
    (targeted.length > 0 ? targeted : wholes.filter(({ parent }) => parent === null)).map((row) => ({
      indicator: names.get(row.indicator)?.shortName ?? row.indicator,
      assigner: row.assigner,
      basis: row.basis,
      target: row.target,
      result: row.result,
      word: row.qualifierWord,
      percentText: row.percentText,
      remaining: row.remaining,
    })),
  )
}

/** For each figure a target is set for, whose opening was read from an earlier day than the one before the first. */
function openingsOf({ plan, counted, rows, wholes }: Measured): string[] {
  const names = new Map(counted.indicators.map(({ code, shortName }) => [code, shortName]))
  const told = new Set(wholes.flatMap(({ target, indicator }) => (target === null ? [] : [indicator])))
  return [...told].flatMap(
    (indicator) => openingSentence(names.get(indicator) ?? indicator, plan, openingsIn(rows, indicator)) ?? [],
  )
}

function sentencesOf(
  whole: Measured,
  clock: CampaignReport['clock'],
  phases: CampaignReport['phases'],
  rankings: readonly CampaignRanking[],
): string[] {
  const first = rankings.map(({ planName, indicatorName, assigner, rows }) => {
    // Before the first report all are first with nothing: nobody leads.
    const best = rows.filter(({ rank, percent }) => rank === 1 && percent !== null && percent > 0)
    const names = best.map(({ name, percentText }) => `${name} (${percentText ?? ''})`).join(', ')
    return best.length === 0 ? null : `Dẫn đầu ${indicatorName} (${assigner}) trong ${planName}: ${names}.`
  })
  const excluded = rankings.flatMap(({ planName, indicatorName, excluded: left }) => {
    const byReason = [...groupBy(left, ({ sentence }) => sentence)].map(
      ([sentence, units]) => `${units.map(({ name }) => name).join(', ')} ${sentence}`,
    )
    return byReason.length === 0 ? [] : [`Không xếp thứ ${indicatorName} trong ${planName}: ${byReason.join('; ')}.`]
  })
  return [
    elapsedSentence(clock),
    // A campaign whose targets stand in its phases is told by them.
    ...(phases.length > 0 && whole.wholes.every(({ target }) => target === null) ? [] : [sentenceOf(whole)]),
    ...phases.map(({ sentence }) => sentence),
    ...first.filter((sentence) => sentence !== null),
    ...excluded,
  ]
}
