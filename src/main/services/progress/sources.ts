import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { Output, ParsedInput } from '#shared/contract/index.ts'
import type { IndicatorRow } from '#shared/contract/indicators.ts'
import type { PlanRow } from '#shared/contract/plans.ts'
import type { SourcesAnswer } from '#shared/contract/results.ts'
import { codesOfFormula } from '#shared/domain/indicators/indicator.ts'
import { ruleOf } from '#shared/domain/indicators/kinds/index.ts'
import type { ReportBasis } from '#shared/domain/results/reported-entry.ts'
import { usedEntries } from '#shared/domain/results/sources.ts'
import { versionInForce } from '#shared/domain/targets/plan-version.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import type { TreeUnit } from '#shared/domain/units/tree.ts'
import { addDays, type IsoDate } from '#shared/kit/dates.ts'
import { ok } from '#shared/kit/result.ts'
import { readVersions, type StoredVersion } from '../../db/queries/plan-versions.ts'
import { readEntries, type StoredEntry } from '../../db/queries/reports.ts'
import { readRatioRound } from '../../db/queries/survey-counts.ts'
import { readTargets } from '../../db/queries/targets.ts'
import type { PlanTree } from '../../db/queries/unit-tree.ts'
import type { ReadStore } from '../../db/store.ts'
import type { GatheredFigures } from '../figures.ts'
import { findPlan } from '../lookup.ts'
import { readTargetsIn } from '../plan-facts.ts'
import type { QueryContext } from '../service.ts'
import { comparedDay, planAround } from './compare.ts'
import { type CountedPlan, countedPlan, gatherCounted } from './count.ts'
import { summedUnits } from './summed-units.ts'

/** The rows behind one number of progress: what its units told, in which files, and the versions of its targets. */
export function readSources(
  { store, today }: QueryContext,
  input: ParsedInput<'progress.sources'>,
): AppResult<Output<'progress.sources'>> {
  const found = findPlan(store, input.plan)
  if (!found.ok) return found
  const plan = found.value
  const shown = input.asOf ?? today()
  const asOf = input.compare === null ? shown : comparedDay(input.compare, shown, plan)
  const counting = { asOf, unitsOn: input.view === 'now' ? today() : null }
  const around = input.compare === null ? countedPlan(store, plan) : planAround(store, plan, asOf)
  const { placed, gathered } = gatherCounted(store, around, counting)
  const indicator = gathered.indicators.find(({ code }) => code === input.indicator)
  if (indicator === undefined) return fail('INDICATOR_UNKNOWN', { code: input.indicator })
  const answer = (
    told: Pick<SourcesAnswer, 'unit' | 'name' | 'result' | 'qualifierWord' | 'basis'>,
    units: readonly TreeUnit[],
    below: readonly TreeUnit[],
  ): AppResult<Output<'progress.sources'>> => {
    const window = { ...around.window, basis: told.basis }
    const { covered: withCovered } = input
    const search: Search = { store, placed, gathered, asOf, window, withCovered, fileOf: createFileReader(store) }
    const reports = units.flatMap((one) => reportsBehind(search, one, indicator))
    const inUse = reports.filter(({ use }) => use !== 'covered')
    return ok({
      ...told,
      plan: around.plan?.code ?? null,
      asOf,
      indicator: indicator.code,
      reports: withCovered ? reports : inUse,
      coveredCount: reports.length - inUse.length,
      round: roundBehind(store, indicator, asOf),
      targets: around.plan === null ? [] : targetsBehind(store, around.plan, [units, below], indicator, asOf),
    })
  }
  if (input.sum !== null) {
    const summed = summedUnits(store, around, counting, placed, { ...input, sum: input.sum })
    if (summed === null) return fail('UNIT_UNKNOWN', { code: input.unit ?? '' })
    const { units, ...told } = summed
    return answer({ ...told, unit: input.unit }, units, [])
  }
  const unit = placed.tree.units.find(({ id, code }) =>
    input.unit === null ? id === placed.tree.roots[0]?.id : code === input.unit,
  )
  if (unit === undefined) return fail('UNIT_UNKNOWN', { code: input.unit ?? '' })
  const basis = input.basis ?? basisOf(store, around, placed, unit, indicator, asOf)
  const figure = gathered.figures.of(indicator.code, basis).get(unit.id)?.figure ?? null
  const result = figure?.amount.value ?? null
  const qualifierWord = figure?.amount.word ?? null
  return answer(
    { unit: unit.code, name: unit.name, basis, result, qualifierWord },
    [unit],
    placed.tree.childrenOf(unit.id),
  )
}

/**
 * How the row of a unit is counted when nobody says: a phase may hold some to its own days and others to the year's
 * total, and where all targets a unit is listed under are of the year's total, that is the number on the screen.
 */
function basisOf(
  store: ReadStore,
  { plan, window }: CountedPlan,
  placed: PlanTree,
  unit: TreeUnit,
  indicator: IndicatorRow,
  asOf: IsoDate,
): ReportBasis {
  if (plan === null) return window.basis
  const { tree } = placed
  const depth = tree.depthOf(unit.id)
  const isListedUnder = (id: string): boolean => {
    for (
      let at = tree.byId.get(id);
      at !== undefined;
      at = at.parentId === null ? undefined : tree.byId.get(at.parentId)
    )
      if (at.id === unit.id || tree.depthOf(at.id) === depth) return true
    return false
  }
  const targets = readTargetsIn(store, plan, placed, asOf).filter(
    (target) => target.indicator === indicator.code && isListedUnder(target.unitId),
  )
  const isOfYear = targets.length > 0 && targets.every(({ basis }) => basis === 'cumulative')
  return isOfYear ? 'cumulative' : window.basis
}

interface Search {
  readonly store: ReadStore
  readonly placed: PlanTree
  readonly gathered: GatheredFigures
  readonly asOf: IsoDate
  readonly window: CountedPlan['window']
  readonly withCovered: boolean
  readonly fileOf: (valueId: string) => SourceRow['file']
}

type SourceRow = SourcesAnswer['reports'][number]

/** Takes the way the figure was computed (see `createFigures`), and gathers reports instead of adding them. */
function reportsBehind(search: Search, unit: TreeUnit, indicator: IndicatorRow): SourceRow[] {
  const { placed, gathered, window } = search
  const told = ownReports(search, unit.id, indicator)
  if (told.some(({ use }) => use !== 'covered')) return told
  const here = gathered.figures.of(indicator.code, window.basis).get(unit.id)
  const parts = codesOfFormula(indicator.formula).flatMap(
    (code) => gathered.indicators.find((row) => row.code === code) ?? [],
  )
  for (const source of ruleOf(indicator.kind).sources) {
    if (source === 'own-parts' && (here?.own ?? null) !== null)
      return [...told, ...parts.flatMap((part) => ownReports(search, unit.id, part))]
    if (source === 'children' && (here?.ofChildren ?? null) !== null)
      return [...told, ...placed.tree.childrenOf(unit.id).flatMap((child) => reportsBehind(search, child, indicator))]
    if (source === 'rolled-parts' && (here?.figure ?? null) !== null)
      return [...told, ...parts.flatMap((part) => reportsBehind(search, unit, part))]
  }
  return told
}

/** What the unit told of one indicator, and what those it took over told before. */
function ownReports(search: Search, unitId: string, indicator: IndicatorRow): SourceRow[] {
  const { store, placed, window, asOf } = search
  const read = (id: string, until: IsoDate): SourceRow[] =>
    usedEntries(readEntries(store, id, indicator.id), indicator.kind, window, until).map(({ entry, use }) =>
      publish(search, entry, use, indicator),
    )
  const own = read(unitId, asOf)
  const before = placed.takeovers
    .filter(({ heirId }) => heirId === unitId)
    .flatMap(({ sourceIds, on }) => sourceIds.flatMap((id) => read(id, asOf < on ? asOf : addDays(on, -1))))
  // A cumulative report of the successor covers what was told before it was one unit.
  const covering = own.filter(({ basis, use }) => basis === 'cumulative' && use === 'counted').map((row) => row.asOf)
  const firstDay = placed.takeovers.find(({ heirId }) => heirId === unitId)?.on ?? ''
  const isCovered = covering.some((day) => day >= firstDay)
  return [...before.map((row) => (isCovered ? { ...row, use: 'covered' as const } : row)), ...own]
}

function publish(
  { placed, withCovered, fileOf }: Search,
  entry: StoredEntry,
  use: SourceRow['use'],
  indicator: IndicatorRow,
): SourceRow {
  const unit = placed.dated.get(entry.unitId)
  return {
    id: entry.id,
    unit: unit?.code ?? '',
    unitName: unit?.name ?? '',
    indicator: indicator.code,
    from: entry.from,
    asOf: entry.asOf,
    basis: entry.basis,
    value: entry.value,
    qualifier: entry.qualifier,
    qualifierWord: entry.word,
    receivedOn: entry.receivedOn,
    source: entry.source,
    // What is left out in the end needs no file.
    file: use === 'covered' && !withCovered ? null : fileOf(entry.id),
    use,
  }
}

/** One statement for thousands of rows. */
function createFileReader(store: ReadStore): Search['fileOf'] {
  const read = store.sqlite.prepare<[string], NonNullable<SourceRow['file']>>(
    `SELECT f.id, f.name, v.sheet, v.cell, v.cell_text AS text
     FROM report_values v JOIN report_files f ON f.id = v.file_id WHERE v.id = ?`,
  )
  return (valueId) => read.get(valueId) ?? null
}

function roundBehind(store: ReadStore, { formula }: IndicatorRow, asOf: IsoDate): SourcesAnswer['round'] {
  if (formula === null || !('enterprises' in formula)) return null
  const round = readRatioRound(store, asOf)
  if (round === null) return null
  return (
    store.sqlite
      .prepare<[string], NonNullable<SourcesAnswer['round']>>(
        'SELECT name, surveyed_on AS surveyedOn, source, file_name AS file FROM survey_rounds WHERE id = ?',
      )
      .get(round.id) ?? null
  )
}

/** The targets of the units themselves, of every version, else those of the units below that their sum is made of. */
function targetsBehind(
  store: ReadStore,
  plan: PlanRow,
  [units, below]: readonly [readonly TreeUnit[], readonly TreeUnit[]],
  indicator: IndicatorRow,
  asOf: IsoDate,
): SourcesAnswer['targets'] {
  const versions = readVersions(store, plan.id)
  const inForce = versionInForce(versions, asOf)?.number
  // Drafts beside the one that counts are plans of plans.
  const told = versions.filter(({ number, state }) => number === inForce || state === 'issued' || state === 'adjusted')
  const of = (units: ReadonlySet<string>): SourcesAnswer['targets'] =>
    told.flatMap((version) =>
      readTargets(store, plan.id, version.number)
        .filter((target) => target.indicatorId === indicator.id && units.has(target.unitId))
        .map((target) => ({
          unit: target.unit,
          unitName: target.unitName,
          assigner: target.assigner,
          kind: target.kind,
          value: target.value,
          version: version.number,
          versionName: version.name,
          decision: decisionOf(version) ?? target.decision,
          effectiveOn: version.effectiveOn,
          note: target.note,
          inForce: version.number === inForce,
        })),
    )
  const own = of(new Set(units.map(({ id }) => id)))
  return own.length > 0 ? own : of(new Set(below.map(({ id }) => id)))
}

function decisionOf({ decisionNumber, decidedOn, decidedBy }: StoredVersion): string | null {
  if (decisionNumber === null) return null
  const on = decidedOn === null ? '' : ` ngày ${formatDate(decidedOn)}`
  const by = decidedBy === null ? '' : ` của ${decidedBy}`
  return `${decisionNumber}${on}${by}`
}
