import type { IndicatorRow } from '#shared/contract/indicators.ts'
import type { PlanRow } from '#shared/contract/plans.ts'
import type { TargetKind } from '#shared/domain/targets/target.ts'
import type { Holding, HeldPlan, Organisation } from '#shared/domain/units/organisation.ts'
import type { ResultSources } from '#shared/domain/units/totals.ts'
import type { TreeUnitType } from '#shared/domain/units/tree.ts'
import { groupBy } from '#shared/kit/group-by.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { readDatedUnits, readRelations, readTargetMoves } from '../../db/queries/dated-units.ts'
import { readIndicators } from '../../db/queries/indicators.ts'
import { readNumberInForce, readVersions } from '../../db/queries/plan-versions.ts'
import { readPlans } from '../../db/queries/plans.ts'
import { type EntryIndex, indexEntries, readEntriesWithin, readLatestLevels } from '../../db/queries/reports.ts'
import { CURRENT_SIZES } from '../../db/queries/survey-counts.ts'
import { readTargets } from '../../db/queries/targets.ts'
import { readUnions } from '../../db/queries/unions.ts'
import { readUnitTree } from '../../db/queries/unit-tree.ts'
import type { ReadStore } from '../../db/store.ts'
import { windowOf, officeCalendar } from '../figures.ts'
import { reportingYearOf } from '#shared/domain/results/reporting-year.ts'

/** What a change of units is decided upon, with the words for what it counts. */
export interface GatheredOrganisation {
  readonly organisation: Organisation
  readonly results: ResultSources
  readonly types: readonly TreeUnitType[]
  readonly indicators: readonly IndicatorRow[]
  readonly plans: readonly PlanRow[]
  readonly assigners: ReadonlyMap<string, { readonly code: string; readonly name: string }>
  /** Unions by name, enterprises by name and MST, for whoever names them so. */
  readonly names: ReadonlyMap<string, HoldingName>
}

export interface HoldingName {
  readonly kind: 'enterprise' | 'union'
  readonly name: string
  readonly taxCode: string | null
}

interface EnterpriseColumns {
  readonly id: string
  readonly unitId: string | null
  readonly name: string
  readonly taxCode: string | null
  readonly workers: number | null
  readonly members: number | null
}

interface FormerColumns {
  readonly holdingId: string
  readonly unitId: string | null
  readonly until: string
}

export function gatherOrganisation(store: ReadStore, on: IsoDate): GatheredOrganisation {
  const units = readDatedUnits(store)
  const indicators = readIndicators(store)
  const names = new Map<string, HoldingName>()
  const plans = readPlans(store)
  const open = plans.filter((plan) => plan.status !== 'closed' && plan.to >= on)
  const assigners = new Map<string, { code: string; name: string }>()
  const held = open.map((plan) => readHeldPlan(store, plan, indicators, assigners, on))
  return {
    organisation: {
      units,
      relations: readRelations(store),
      holdings: readHoldings(store, on, names, new Map([...units.values()].map((unit) => [unit.code, unit.id]))),
      plans: held,
      targetMoves: readTargetMoves(store),
    },
    results: readResults(store, plans, indicators, on),
    types: readUnitTree(store, on).types,
    indicators,
    plans,
    assigners,
    names,
  }
}

function readHeldPlan(
  store: ReadStore,
  plan: PlanRow,
  indicators: readonly IndicatorRow[],
  assigners: Map<string, { code: string; name: string }>,
  on: IsoDate,
): HeldPlan {
  const number = readNumberInForce(store, plan.id, plan.from > on ? plan.from : on)
  const ratios = new Set(indicators.flatMap(({ id, kind }) => (kind === 'ratio' ? [id] : [])))
  const versionFrom = readVersions(store, plan.id).find((version) => version.number === number)?.effectiveOn ?? null
  const targets = readTargets(store, plan.id, number).map((row) => {
    assigners.set(row.assignerId, { code: row.assignerCode, name: row.assigner })
    const { unitId, indicatorId, assignerId, basis, value } = row
    const kind: TargetKind = row.kind
    return { unitId, indicatorId, assignerId, kind, basis, value, isRatio: ratios.has(indicatorId) }
  })
  return { id: plan.id, from: plan.from, to: plan.to, versionFrom, targets }
}

function readHoldings(
  store: ReadStore,
  on: IsoDate,
  names: Map<string, HoldingName>,
  unitIds: ReadonlyMap<string, string>,
): readonly Holding[] {
  const former = (column: 'enterprise_id' | 'union_id') =>
    groupBy(
      store.sqlite
        .prepare<[], FormerColumns>(
          `SELECT ${column} AS holdingId, unit_id AS unitId, until FROM former_places
           WHERE ${column} IS NOT NULL ORDER BY until`,
        )
        .all(),
      (row) => row.holdingId,
    )
  const ofEnterprises = former('enterprise_id')
  const ofUnions = former('union_id')
  const enterprises = store.sqlite
    .prepare<[], EnterpriseColumns>(
      `SELECT e.id, e.unit_id AS unitId, e.name, e.tax_code AS taxCode, ${CURRENT_SIZES} FROM enterprises e`,
    )
    .all()
    .map(({ id, unitId, name, taxCode, workers, members }): Holding => {
      names.set(id, { kind: 'enterprise', name, taxCode })
      const pasts = ofEnterprises.get(id) ?? []
      return { kind: 'enterprise', id, unitId, pasts, workers: workers ?? 0, members: members ?? 0 }
    })
  const unions = readUnions(store, on)
    // One that ended before the day is history of where it was.
    .filter((union) => union.endedOn === null || union.endedOn > on)
    .map((union): Holding => {
      names.set(union.id, { kind: 'union', name: union.name, taxCode: null })
      const unitId = union.unit === null ? null : (unitIds.get(union.unit) ?? null)
      return {
        kind: 'union',
        id: union.id,
        unitId,
        pasts: ofUnions.get(union.id) ?? [],
        workers: 0,
        members: union.members ?? 0,
      }
    })
  return [...enterprises, ...unions]
}

/** Reports up to the day, in the reporting year it lies in as the year plan of that day counts it. */
function readResults(
  store: ReadStore,
  plans: readonly PlanRow[],
  indicators: readonly IndicatorRow[],
  on: IsoDate,
): ResultSources {
  const plan = plans.find((row) => row.kind === 'year' && row.from <= on && on <= row.to)
  const calendar = officeCalendar(store)
  const year = reportingYearOf(on, calendar)
  const window = plan === undefined ? { ...year, basis: 'cumulative' as const, calendar } : windowOf(store, plan)
  const codeById = new Map(indicators.map((indicator) => [indicator.id, indicator.code]))
  const within = readEntriesWithin(store, window.from, on)
  const levels = readLatestLevels(store, on)
  const known = new Set(within.map((entry) => entry.id))
  const index: EntryIndex = indexEntries([...within, ...levels.filter((entry) => !known.has(entry.id))], codeById)
  return { indicators, entriesOf: (code) => index.get(code) ?? new Map(), window }
}
