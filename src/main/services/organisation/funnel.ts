import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { ReachRow } from '#shared/contract/funnel.ts'
import type { EnterpriseRow } from '#shared/contract/enterprise-rows.ts'
import type { Output, ParsedInput } from '#shared/contract/index.ts'
import { stuckLimitOn } from '#shared/domain/organisation/stuck-limits.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { ok } from '#shared/kit/result.ts'
import { readDefaultPlan } from '../../db/queries/plans.ts'
import { readSpreadThreshold } from '../../db/queries/registry-counts.ts'
import { readRound, readRoundEnterprises } from '../../db/queries/round-without-union.ts'
import { readRatioRound } from '../../db/queries/survey-counts.ts'
import { readUnits } from '../../db/queries/units.ts'
import { findTops, readFunnel } from '../enterprises/funnel.ts'
import { readEnterpriseRows } from '../enterprises/read-rows.ts'
import { openView, type OpenView } from '../enterprises/registry-view.ts'
import type { QueryContext } from '../service.ts'
import { readRemedyRows } from './remedies.ts'
import { readStuckLimits } from './stuck-limits.ts'
import { readScope } from './scope.ts'

type Answer = Output<'funnel.get'>
type Asked = ParsedInput<'funnel.get'>

/** The national threshold since 2021, where neither targets nor allocation speak of a size. */
const USUAL_THRESHOLD = 25

/** Enterprises to reach, as of a day: the funnel, who is stuck in it, who is difficult, who is large and has no union. */
export function getFunnel(context: QueryContext, asked: Asked): AppResult<Answer> {
  const { store } = context
  const day = asked.asOf ?? context.today()
  const base = readFunnel(context, { unit: asked.unit, asOf: asked.asOf, minWorkers: asked.funnelMinWorkers })
  if (!base.ok) return base
  const opened = openView(context, {
    sort: [],
    filters: [],
    unit: asked.unit,
    search: '',
    asOf: asked.asOf,
    round: null,
    minWorkers: asked.funnelMinWorkers,
  })
  if (!opened.ok) return opened
  const limits = readStuckLimits(store)
  const limitOf = (stage: string | null): number => asked.stuckDays ?? stuckLimitOn(limits, stage, day)
  const plans = new Map(
    readRemedyRows(store, day).flatMap((row) =>
      row.enterpriseId !== null && row.open && row.openedOn <= day ? [[row.enterpriseId, row] as const] : [],
    ),
  )
  const sorted = sortOut(opened.value, { limitOf, hasPlan: (id) => plans.has(id) })
  const rowsOf = (ids: readonly string[]): EnterpriseRow[] =>
    readEnterpriseRows(store, ids.slice(0, asked.limit), { day: asked.asOf, round: null }, context.today())
  const withoutUnion = listWithoutUnion(context, asked, day)
  if (!withoutUnion.ok) return withoutUnion
  const catalogue = opened.value.index.catalogue()
  const reasonNames = new Map(
    store.sqlite
      .prepare<[], { code: string; name: string }>('SELECT code, name FROM reasons')
      .all()
      .map(({ code, name }) => [code, name]),
  )
  const tops = findTops(catalogue, asked.unit, asked.asOf)
  const topOf = (unit: string | null): string | null => (unit === null ? null : (tops.get(unit)?.code ?? null))
  const difficult = rowsOf(sorted.difficult.map(({ id }) => id)).map((row) => {
    const remedy = plans.get(row.id)
    const named = row.difficultyCodes.map((code) => reasonNames.get(code) ?? code)
    return {
      ...tellRow(row),
      // The plan's own officer answers for it; else whoever looks after the enterprise.
      officerId: remedy?.officerId ?? row.officerId,
      officer: remedy?.officer ?? row.officerName,
      difficulties: [...named, ...(row.difficulty === null ? [] : [row.difficulty])],
      remedyId: remedy?.id ?? null,
      plan: remedy?.plan ?? null,
      dueOn: remedy?.dueOn ?? null,
      reportedOn: remedy?.reportedOn ?? null,
      overdue: remedy?.overdue ?? false,
    }
  })
  return ok({
    asOf: base.value.asOf,
    unit: asked.unit,
    stuckDays: limitOf(null),
    minWorkers: withoutUnion.value.minWorkers,
    total: base.value.total,
    withoutStage: base.value.withoutStage,
    stages: base.value.stages.map((stage) => ({
      ...stage,
      stuckDays: limitOf(stage.code),
      stuck: sorted.stuck.filter((row) => row.stage === stage.code).length,
    })),
    units: base.value.units.map((unit) => ({
      ...unit,
      stuck: sorted.stuck.filter((row) => topOf(row.unit) === unit.code).length,
      difficult: sorted.difficult.filter((row) => topOf(row.unit) === unit.code).length,
    })),
    stuckCount: sorted.stuck.length,
    stuck: rowsOf(sorted.stuck.map(({ id }) => id)).map(tellRow),
    difficultCount: sorted.difficult.length,
    difficultWithoutPlan: sorted.difficult.filter(({ id }) => !plans.has(id)).length,
    difficultWithoutOfficer: sorted.difficult.filter(
      ({ id, officer }) => (plans.get(id)?.officerId ?? null) === null && officer === null,
    ).length,
    difficult,
    withoutUnion: withoutUnion.value.list,
  })
}

interface Sorted {
  readonly id: string
  readonly unit: string | null
  readonly stage: string | null
  readonly days: number
  readonly officer: string | null
}

/**
 * Of the enterprises without a union: who has been in one stage of the way for more days than asked for (the last
 * stage is the goal), and who is difficult, by stage or because it has a plan of its own.
 */
function sortOut(
  { rows, column, index }: OpenView,
  { limitOf, hasPlan }: { readonly limitOf: (stage: string) => number; readonly hasPlan: (id: string) => boolean },
): { readonly stuck: readonly Sorted[]; readonly difficult: readonly Sorted[] } {
  const { stages } = index.catalogue()
  const goal = stages.findLast(({ branch }) => branch === 'main')?.code
  const branchOf = new Map(stages.map(({ code, branch }) => [code, branch]))
  const [stageOf, daysOf, unionOf, unitOf, officerOf] = [
    column('stage'),
    column('daysInStage'),
    column('hasUnion'),
    column('unit'),
    column('officer'),
  ]
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)
  const stuck: Sorted[] = []
  const difficult: Sorted[] = []
  for (const row of rows) {
    if (unionOf.get(row) === true) continue
    const stage = text(stageOf.get(row))
    const days = daysOf.get(row)
    const id = index.idOf(row)
    const one: Sorted = {
      id,
      unit: text(unitOf.get(row)),
      stage,
      days: typeof days === 'number' ? days : 0,
      officer: text(officerOf.get(row)),
    }
    if (stage !== null && stage !== goal && one.days > limitOf(stage)) stuck.push(one)
    if ((stage !== null && branchOf.get(stage) === 'difficult') || hasPlan(id)) difficult.push(one)
  }
  const longest = (a: Sorted, b: Sorted): number => b.days - a.days
  return { stuck: stuck.toSorted(longest), difficult: difficult.toSorted(longest) }
}

function tellRow(row: EnterpriseRow): ReachRow {
  const { id, taxCode, name, workers, members, stage, stageName, stageOn, daysInStage, officerId } = row
  return {
    ...{ id, taxCode, name, workers, members, stage, stageName, stageOn, daysInStage, officerId },
    unit: row.unitCode,
    unitName: row.unitShortName,
    officer: row.officerName,
    lastContactOn: row.lastContactOn,
    nextContactOn: row.nextContactOn,
  }
}

function listWithoutUnion(
  context: QueryContext,
  asked: Asked,
  day: IsoDate,
): AppResult<{ readonly minWorkers: number; readonly list: Answer['withoutUnion'] }> {
  const { store } = context
  const plan = readDefaultPlan(store)
  const minWorkers = asked.minWorkers ?? (plan === null ? null : readSpreadThreshold(store, plan.id)) ?? USUAL_THRESHOLD
  const usual = asked.round === null ? readRatioRound(store, day) : null
  const roundId = asked.round ?? usual?.id ?? null
  const round = roundId === null ? null : readRound(store, roundId)
  if (asked.round !== null && round === null) return fail('SURVEY_ROUND_UNKNOWN')
  if (round === null) return ok({ minWorkers, list: null })
  const scope = readScope(store, asked.unit)
  if (!scope.ok) return scope
  const units = new Map(readUnits(store, null).map((unit) => [unit.id, unit]))
  const codeOf = (id: string | null): string | null => (id === null ? null : (units.get(id)?.code ?? null))
  const known = readRoundEnterprises(store, round.id, minWorkers, day).filter(({ unitId }) =>
    scope.value.holds(codeOf(unitId)),
  )
  const without = known.filter(({ hadUnion }) => hadUnion === 0)
  const shown = (asked.allOfRound ? known : without).slice(0, asked.limit)
  const stages = new Map(
    readEnterpriseRows(
      store,
      shown.map(({ id }) => id),
      { day: asked.asOf, round: null },
      context.today(),
    ).map((row) => [row.id, row]),
  )
  return ok({
    minWorkers,
    list: {
      roundId: round.id,
      round: round.name,
      surveyedOn: round.surveyedOn,
      frozen: round.frozen === 1,
      atLeast: known.length,
      count: without.length,
      stillWithout: without.filter(({ hasUnionNow }) => hasUnionNow === 0).length,
      rows: shown.map(({ hadUnion, unitId, hasUnionNow, ...row }) => ({
        ...row,
        hadUnion: hadUnion === 1,
        unit: codeOf(unitId),
        unitName: unitId === null ? null : (units.get(unitId)?.shortName ?? null),
        stage: stages.get(row.id)?.stage ?? null,
        stageName: stages.get(row.id)?.stageName ?? null,
        hasUnionNow: hasUnionNow === 1,
      })),
    },
  })
}
