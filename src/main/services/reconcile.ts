import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { Output, ParsedInput } from '#shared/contract/index.ts'
import type { IndicatorRow } from '#shared/contract/indicators.ts'
import type { PlanRow } from '#shared/contract/plans.ts'
import type { ReconcileRow, reconcileContract } from '#shared/contract/reconcile.ts'
import { createFigures } from '#shared/domain/results/figures.ts'
import { type EntriesByUnit, inheritEntries } from '#shared/domain/results/inherit.ts'
import { compare, type Reconciliation } from '#shared/domain/results/reconcile-pair.ts'
import { reconcileFigures, type ReconcileInput } from '#shared/domain/results/reconcile.ts'
import { reconcileUnions } from '#shared/domain/results/reconcile-unions.ts'
import { startOfReportingYear } from '#shared/domain/results/reporting-year.ts'
import { subtreeOf, type UnitTree } from '#shared/domain/units/tree.ts'
import { reconcileSentence, SIDE_LABELS } from '#shared/domain/wording/reconcile.ts'
import { addDays, type IsoDate } from '#shared/kit/dates.ts'
import { groupBy } from '#shared/kit/group-by.ts'
import { ok } from '#shared/kit/result.ts'
import { readIndicators } from '../db/queries/indicators.ts'
import { indexEntries, readEntriesWithin } from '../db/queries/reports.ts'
import { readUnions } from '../db/queries/unions.ts'
import type { PlanTree } from '../db/queries/unit-tree.ts'
import type { ReadStore } from '../db/store.ts'
import { windowOf } from './figures.ts'
import { findPlan } from './lookup.ts'
import { NO_ROWS, rowsBehind, type RowSearch } from './reconcile-rows.ts'
import { countedPlan, countProgress, placeUnits } from './progress/count.ts'
import type { QueryContext, Service } from './service.ts'

export const reconcileService: Service<keyof typeof reconcileContract> = { 'results.reconcile': reconcile }

function reconcile(
  { store, today }: QueryContext,
  input: ParsedInput<'results.reconcile'>,
): AppResult<Output<'results.reconcile'>> {
  const found = findPlan(store, input.plan)
  if (!found.ok) return found
  const plan = found.value
  const asOf = input.asOf ?? today()
  const placed = placeUnits(store, windowOf(store, plan), { asOf, unitsOn: null })
  const top = placed.tree.units.find(({ code }) => code === input.unit)
  if (input.unit !== null && top === undefined) return fail('UNIT_UNKNOWN', { code: input.unit })
  const within = new Set((top === undefined ? placed.tree.units : subtreeOf(placed.tree, top.id)).map(({ id }) => id))
  const { pairs: every, search } = pairsOf(store, plan, placed, asOf)
  const pairs = every.filter(({ row }) => within.has(row.unitId))
  const names = new Map(readIndicators(store).map((indicator) => [indicator.code, indicator]))
  return ok({
    plan: plan.code,
    asOf,
    checked: pairs.length,
    agreed: pairs.filter(({ row }) => row.agrees).length,
    rows: pairs
      .filter(({ row }) => input.all || !row.agrees)
      .map((pair) => publish(pair, placed.tree, names, input.trace ? rowsBehind(search, pair.row) : null)),
  })
}

interface Pair {
  readonly row: Reconciliation
  readonly assigner: string | null
}

/** Every pair of numbers of a plan that ought to be one. */
function pairsOf(
  store: ReadStore,
  plan: PlanRow,
  placed: PlanTree,
  asOf: IsoDate,
): { readonly pairs: readonly Pair[]; readonly search: RowSearch } {
  const indicators = readIndicators(store)
  const window = windowOf(store, plan)
  const last = asOf < window.to ? asOf : window.to
  const entriesOf = readAllEntries(store, placed, indicators, window, last)
  const input: ReconcileInput = {
    tree: placed.tree,
    indicators,
    entriesOf,
    window,
    day: asOf,
    figures: createFigures({
      tree: placed.tree,
      indicators: new Map(indicators.map((indicator) => [indicator.code, indicator])),
      entriesOf,
      enterprisesOf: () => null,
      window,
      day: asOf,
    }),
  }
  const unions = groupBy(readUnions(store, last), (union) => union.unit ?? '')
  const search: RowSearch = {
    ...input,
    store,
    indicators: new Map(indicators.map((indicator) => [indicator.code, indicator])),
    unionsOf: (code) => unions.get(code) ?? [],
    continued: false,
  }
  const counted = reconcileUnions({ ...input, unionsOf: search.unionsOf, continued: search.continued })
  const pairs = [
    ...[...reconcileFigures(input), ...counted].map((row): Pair => ({ row, assigner: null })),
    ...targetPairs(store, plan, placed, asOf),
  ]
  return { pairs, search }
}

/**
 * All that was told since the reporting year before the window began: a level is followed from the one before the
 * year, which is usually of the last day of that year.
 */
function readAllEntries(
  store: ReadStore,
  placed: PlanTree,
  indicators: readonly IndicatorRow[],
  window: ReconcileInput['window'],
  last: IsoDate,
): ReconcileInput['entriesOf'] {
  const yearStart = startOfReportingYear(window.from, window.calendar)
  const from = startOfReportingYear(addDays(yearStart, -1), window.calendar)
  const codeById = new Map(indicators.map((indicator) => [indicator.id, indicator.code]))
  const kinds = new Map(indicators.map((indicator) => [indicator.code, indicator.kind]))
  const index = indexEntries(readEntriesWithin(store, from, last), codeById)
  const none: EntriesByUnit = new Map()
  const inherited = new Map<string, EntriesByUnit>()
  return (code) => {
    const known = inherited.get(code)
    if (known !== undefined) return known
    const kind = kinds.get(code)
    const told = index.get(code) ?? none
    const entries = kind === undefined ? told : inheritEntries(told, placed.takeovers, kind, window.calendar)
    inherited.set(code, entries)
    return entries
  }
}

/** Own targets against what was given on to the units below, for each who set them. */
function targetPairs(store: ReadStore, plan: PlanRow, placed: PlanTree, asOf: IsoDate): readonly Pair[] {
  const { rows } = countProgress(store, countedPlan(store, plan), {
    asOf,
    unitsOn: null,
    show: { units: true, groups: null, total: false },
  })
  const byCode = new Map(placed.tree.units.map((unit) => [unit.code, unit]))
  return rows.flatMap((row): Pair[] => {
    const unit = byCode.get(row.unit ?? '')
    if (unit === undefined || row.target === null || row.targetDifference === null) return []
    const computed = row.target - row.targetDifference
    const pair = compare(
      'target',
      unit,
      { code: row.indicator },
      {
        told: { value: row.target, qualifier: null, codes: [row.indicator] },
        computed: { value: computed, qualifier: null, codes: [row.indicator] },
        from: plan.from,
        asOf: plan.to,
      },
    )
    return [{ row: pair, assigner: row.assigner }]
  })
}

function publish(
  { row, assigner }: Pair,
  tree: UnitTree,
  names: ReadonlyMap<string, IndicatorRow>,
  behind: ReturnType<typeof rowsBehind> | null,
): ReconcileRow {
  const unit = tree.byId.get(row.unitId)
  const [left, right] = SIDE_LABELS[row.kind]
  const nameOf = (code: string): string => names.get(code)?.shortName ?? code
  return {
    kind: row.kind,
    unit: unit?.code ?? '',
    name: unit?.name ?? '',
    indicator: row.indicator,
    indicatorName: nameOf(row.indicator),
    assigner,
    from: row.from,
    asOf: row.asOf,
    left: {
      label: left,
      value: row.told.value,
      qualifier: row.told.qualifier,
      indicators: [...row.told.codes],
      ...(behind?.left ?? NO_ROWS),
    },
    right: {
      label: right,
      value: row.computed.value,
      qualifier: row.computed.qualifier,
      indicators: [...row.computed.codes],
      ...(behind?.right ?? NO_ROWS),
    },
    difference: row.difference,
    agrees: row.agrees,
    untold: [...row.untold],
    sentence: reconcileSentence(row, { unit: unit?.name ?? '', indicator: nameOf }),
  }
}
