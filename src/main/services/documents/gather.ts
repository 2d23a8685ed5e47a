import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { IndicatorRow } from '#shared/contract/indicators.ts'
import type { PlanRow } from '#shared/contract/plans.ts'
import type { DocumentFacts, IndicatorFact, Measure, PhaseFact, PreviousFact } from '#shared/domain/documents/facts.ts'
import { factsFromProgress, measureOf, type NamedUnit } from '#shared/domain/documents/from-progress.ts'
import { buildProgress } from '#shared/domain/results/progress.ts'
import type { ProgressRow } from '#shared/domain/results/progress-row.ts'
import { reportingYearOf } from '#shared/domain/results/reporting-year.ts'
import { buildUnitTree, subtreeOf, type TreeUnitType, type UnitTree } from '#shared/domain/units/tree.ts'
import { addDays, type IsoDate, yearOf } from '#shared/kit/dates.ts'
import { ok } from '#shared/kit/result.ts'
import type { DocumentType } from '../../documents/catalogue.ts'
import { readShortNames } from '../../db/queries/document-rows.ts'
import { readPlans } from '../../db/queries/plans.ts'
import { readSpreadThreshold } from '../../db/queries/registry-counts.ts'
import { readNumberInForce } from '../../db/queries/plan-versions.ts'
import { readAssigners, readTargets } from '../../db/queries/targets.ts'
import { type PlanTree, readPlanTree, readUnitTree } from '../../db/queries/unit-tree.ts'
import type { ReadStore } from '../../db/store.ts'
import { gatherFigures, windowOf } from '../figures.ts'
import { findPlan } from '../lookup.ts'
import { readTargetsIn } from '../plan-facts.ts'
import { gatherLines, gatherOffice, gatherPartyOffice, gatherScope } from './office.ts'
import { gatherRegistry, type GatheredRegistry } from './registry.ts'

/** The national threshold since 2021 (Nghị quyết 02-NQ/TW), where neither targets nor allocation speak of a size. */
const DEFAULT_THRESHOLD = 25

export interface GatherInput {
  readonly plan: string | null
  readonly unit: string | null
  readonly asOf: IsoDate | null
  /** Whose rules it is laid out by; null: those of the type's own issuer. */
  readonly issuedBy?: DocumentType['issuedBy'] | null
}

/** Reads everything one document is composed from. Fails when plan or unit are not there on the day. */
export function gatherFacts(
  store: ReadStore,
  type: DocumentType,
  input: GatherInput,
  today: IsoDate,
): AppResult<DocumentFacts> {
  const found = findPlan(store, input.plan)
  if (!found.ok) return found
  const plan = found.value
  const asOf = input.asOf ?? defaultDay(type, plan, today)
  const onTree = clamp(asOf, plan.from, plan.to)
  const planTree = readPlanTree(store, onTree, plan.from)
  const { tree: whole, types } = planTree
  const scopeUnit = input.unit === null ? whole.roots[0] : whole.units.find((unit) => unit.code === input.unit)
  if (scopeUnit === undefined) return refuseUnit(store, input.unit, whole)

  const shortNames = readShortNames(store)
  const named = (unit: (typeof whole.units)[number]): NamedUnit => ({
    ...unit,
    shortName: shortNames.get(unit.id) ?? unit.name,
  })
  const tree = rerootAt(whole, scopeUnit.id, types, named)
  const above = scopeUnit.parentId === null ? undefined : whole.byId.get(scopeUnit.parentId)
  const placed = { unit: named(scopeUnit), parent: above === undefined ? null : named(above) }

  const progress = progressIn(store, plan, planTree, tree, asOf)
  const targeted = new Set(progress.rows.filter((row) => row.target !== null).map((row) => row.indicator))
  const indicators = progress.indicators.map(indicatorFact)
  const threshold = thresholdOf(indicators, targeted) ?? readSpreadThreshold(store, plan.id) ?? DEFAULT_THRESHOLD
  const registry = surveyFor(type, input, plan, today, (day) =>
    gatherRegistry(store, whole, scopeUnit.id, threshold, day),
  )
  const previous = gatherPrevious(store, plan, whole, tree, types)
  const ownOffice = gatherOffice(store, placed, asOf)
  const office = input.issuedBy === 'party' ? gatherPartyOffice(ownOffice, placed) : ownOffice

  return ok({
    plan: { code: plan.code, kind: plan.kind, name: plan.name, from: plan.from, to: plan.to },
    asOf,
    documentDate: asOf,
    office,
    scope: gatherScope(store, placed, ownOffice.superiorLines),
    indicators,
    assigners: readAssigners(store).map(({ code, name, shortName }) => ({ code, name, shortName })),
    ...factsFromProgress(progress.rows, tree, types, {
      planFrom: plan.from,
      registryOf: registry.ofUnit,
      previousOf: (code) => previous.byUnit.get(code) ?? [],
    }),
    previous: previous.fact,
    registry: registry.fact,
    phases: gatherPhases(store, plan, scopeUnit.id, scopeUnit.code, asOf),
    ...gatherLines(store, type, asOf),
  })
}

/**
 * A report speaks of the survey as known on its day. A plan is written from what was known when it began; where
 * the survey came later, from the newest there is.
 */
function surveyFor(
  type: DocumentType,
  input: GatherInput,
  plan: PlanRow,
  today: IsoDate,
  gather: (day: IsoDate) => GatheredRegistry,
): GatheredRegistry {
  if (input.asOf !== null) return gather(input.asOf)
  if (type.speaksOf === 'day') return gather(defaultDay(type, plan, today))
  const known = gather(plan.from)
  return known.fact === null ? gather(today) : known
}

/** A report speaks of today, but not of days after the plan; a plan speaks of its beginning. */
function defaultDay(type: DocumentType, plan: PlanRow, today: IsoDate): IsoDate {
  return type.speaksOf === 'plan' ? plan.from : clamp(today, plan.from, plan.to)
}

function clamp(day: IsoDate, from: IsoDate, to: IsoDate): IsoDate {
  if (day < from) return from
  return day > to ? to : day
}

function refuseUnit(store: ReadStore, code: string | null, tree: UnitTree): AppResult<never> {
  if (code === null) throw new Error('a data file always has a root unit')
  const { all } = readUnitTree(store, tree.on)
  const known = all.find((unit) => unit.code === code)
  if (known === undefined) return fail('UNIT_UNKNOWN', { code })
  const [year = '', month = '', day = ''] = tree.on.split('-')
  return fail('UNIT_NOT_ACTIVE', { name: known.name, when: `vào ngày ${Number(day)}/${Number(month)}/${year}` })
}

/** The tree as the unit sees it: itself at the root. Figures are computed on the whole tree all the same. */
function rerootAt(
  whole: UnitTree,
  id: string,
  types: readonly TreeUnitType[],
  named: (unit: UnitTree['units'][number]) => NamedUnit,
): UnitTree<NamedUnit> {
  const units = subtreeOf(whole, id).map((unit) => named(unit.id === id ? { ...unit, parentId: null } : unit))
  return buildUnitTree(units, types, whole.on)
}

function progressIn(
  store: ReadStore,
  plan: PlanRow,
  planTree: PlanTree,
  tree: UnitTree<NamedUnit>,
  asOf: IsoDate,
): { rows: readonly ProgressRow[]; indicators: readonly IndicatorRow[] } {
  const window = windowOf(store, plan)
  const { figures, entriesOf, indicators } = gatherFigures(store, planTree.tree, window, asOf)
  const { rows } = buildProgress({
    tree,
    unitTypes: planTree.types,
    indicators,
    assigners: readAssigners(store),
    targets: readTargetsIn(store, plan, planTree, asOf).map((target) => ({
      ...target,
      assigner: target.assignerCode,
    })),
    figures,
    entriesOf,
    window,
    day: asOf,
    basisMatters: window.from !== reportingYearOf(window.from, window.calendar).from,
  })
  return { rows, indicators }
}

/** Results of the year before and levels on the day before the plan; none for a campaign, which has no "year before". */
function gatherPrevious(
  store: ReadStore,
  plan: PlanRow,
  whole: UnitTree,
  tree: UnitTree<NamedUnit>,
  types: readonly TreeUnitType[],
): { fact: PreviousFact | null; byUnit: ReadonlyMap<string, readonly Measure[]> } {
  if (plan.kind !== 'year' && plan.kind !== 'term') return { fact: null, byUnit: new Map() }
  const lastDay = addDays(plan.from, -1)
  const { calendar = '01-01' } = windowOf(store, plan)
  const year = reportingYearOf(lastDay, calendar)
  const window = { from: year.from, to: lastDay, basis: 'cumulative' as const, calendar }
  const { figures, entriesOf, indicators } = gatherFigures(store, whole, window, lastDay)
  const { rows } = buildProgress({
    tree,
    unitTypes: types,
    indicators,
    assigners: [],
    targets: [],
    figures,
    entriesOf,
    window,
    day: lastDay,
    basisMatters: false,
  })
  const byUnit = new Map<string, Measure[]>()
  for (const row of rows) {
    if (row.level !== 'unit' || row.unit === null) continue
    const measures = byUnit.get(row.unit) ?? []
    measures.push(measureOf(row, row.unit))
    byUnit.set(row.unit, measures)
  }
  const own = byUnit.get(tree.roots[0]?.code ?? '') ?? []
  return { fact: own.length === 0 ? null : { label: String(yearOf(lastDay)), asOf: lastDay, own }, byUnit }
}

/** Campaigns and phases under the plan, by date; a campaign parted into phases is told by its phases. */
function gatherPhases(store: ReadStore, plan: PlanRow, unitId: string, unitCode: string, asOf: IsoDate): PhaseFact[] {
  const plans = readPlans(store)
  const under = (code: string): PlanRow[] =>
    plans
      .filter((candidate) => candidate.parent === code && (candidate.kind === 'campaign' || candidate.kind === 'phase'))
      .flatMap((child) => {
        const deeper = under(child.code)
        return deeper.length === 0 ? [child] : deeper
      })
  return under(plan.code)
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
    .map((phase) => ({
      code: phase.code,
      name: phase.name,
      from: phase.from,
      to: phase.to,
      targets: readTargets(store, phase.id, readNumberInForce(store, phase.id, asOf))
        .filter((target) => target.unitId === unitId)
        .map((target): Measure => targetOnly(target, unitCode)),
    }))
}

function targetOnly(
  target: { indicator: string; assignerCode: string; kind: Measure['kind']; value: number | null },
  unit: string,
): Measure {
  return {
    unit,
    indicator: target.indicator,
    assigner: target.assignerCode,
    kind: target.kind,
    target: target.value,
    result: null,
    percent: null,
    exceeded: null,
    remaining: null,
    rank: null,
    resultWithoutTarget: null,
    statedPercent: null,
    implied: null,
  }
}

function indicatorFact(indicator: IndicatorRow): IndicatorFact {
  const { formula, cut } = indicator
  const ofFormula =
    formula !== null && typeof formula === 'object' && 'enterprises' in formula ? formula.enterprises.minWorkers : null
  return {
    code: indicator.code,
    name: indicator.name,
    shortName: indicator.shortName,
    unitLabel: indicator.unitLabel,
    kind: indicator.kind,
    parent: indicator.parent,
    cut,
    minWorkers: ofFormula ?? cut?.minWorkers ?? null,
  }
}

/** N of "từ N lao động trở lên": the smallest the plan's own targets speak of; null when they speak of none. */
function thresholdOf(indicators: readonly IndicatorFact[], targeted: ReadonlySet<string>): number | null {
  const sizes = indicators.flatMap((indicator) =>
    targeted.has(indicator.code) && indicator.minWorkers !== null ? [indicator.minWorkers] : [],
  )
  return sizes.length === 0 ? null : Math.min(...sizes)
}
