import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { IndicatorRow } from '#shared/contract/indicators.ts'
import type { DocumentFacts, IndicatorFact, ReportPeriod } from '#shared/domain/documents/facts.ts'
import { factsFromProgress, type NamedUnit } from '#shared/domain/documents/from-progress.ts'
import { describeArea, wordedFor } from '#shared/domain/units/area.ts'
import { subtreeOf, type UnitTree } from '#shared/domain/units/tree.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { ok } from '#shared/kit/result.ts'
import type { DocumentType } from '../../documents/catalogue.ts'
import { readShortNames } from '../../db/queries/document-rows.ts'
import { readSpreadThreshold } from '../../db/queries/registry-counts.ts'
import { readAssigners } from '../../db/queries/targets.ts'
import { readPlanTree, readUnitTree } from '../../db/queries/unit-tree.ts'
import type { ReadStore } from '../../db/store.ts'
import { asFoundedBy, asOwnPartyCommittee } from '#shared/domain/documents/issuer.ts'
import { findPlan } from '../lookup.ts'
import { readSettings } from '../settings.ts'
import { gatherPeriod, gatherPrevious } from './gather-results.ts'
import { gatherCurves } from './gather-curves.ts'
import { clamp, defaultDay, defaultPlan, defaultUnit, listDay, surveyFor } from './gather-defaults.ts'
import { gatherLists } from './gather-lists.ts'
import { gatherOrganisation } from './gather-organisation.ts'
import { gatherLines, gatherOffice, gatherScope } from './office.ts'
import { gatherPhaseResults, unrankedIn } from './gather-phase-results.ts'
import { gatherPhases, gatherYears } from './gather-phases.ts'
import { progressIn, rerootAt } from './progress-in.ts'
import { gatherRegistry } from './registry.ts'
import { createSharedReads, type SharedReads } from './shared-reads.ts'

/** The national threshold since 2021 (Nghị quyết 02-NQ/TW), where neither targets nor allocation speak of a size. */
const DEFAULT_THRESHOLD = 25

export interface GatherInput {
  readonly plan: string | null
  readonly unit: string | null
  readonly asOf: IsoDate | null
  /** Whose rules it is laid out by; null: those of the type's own issuer. */
  readonly issuedBy?: DocumentType['issuedBy'] | null
  /** Of a periodic report; null: the month. */
  readonly period?: ReportPeriod | null
  readonly union?: string | null
}

/**
 * Reads everything one document is composed from. Fails when plan or unit are not there on the day. A batch hands the
 * same `share` to all its documents: what does not depend on the unit is then read once.
 */
export function gatherFacts(
  store: ReadStore,
  type: DocumentType,
  input: GatherInput,
  today: IsoDate,
  share: SharedReads = createSharedReads(),
): AppResult<DocumentFacts> {
  const found = input.plan === null ? defaultPlan(store, type) : findPlan(store, input.plan)
  if (!found.ok) return found
  const plan = found.value
  const asOf = input.asOf ?? defaultDay(type, plan, today, input.period ?? null)
  const onTree = clamp(asOf, plan.from, plan.to)
  const planTree = share(`tree ${onTree} ${plan.from}`, () => readPlanTree(store, onTree, plan.from))
  const { tree: whole, types } = planTree
  const scopeUnit =
    input.unit === null ? defaultUnit(store, type, whole) : whole.units.find((unit) => unit.code === input.unit)
  if (scopeUnit === undefined) return refuseUnit(store, input.unit, whole)

  const shortNames = share('short names', () => readShortNames(store))
  const named = (unit: (typeof whole.units)[number]): NamedUnit => ({
    ...unit,
    shortName: shortNames.get(unit.id) ?? unit.name,
  })
  const tree = rerootAt(whole, scopeUnit.id, types, named)
  const above = scopeUnit.parentId === null ? undefined : whole.byId.get(scopeUnit.parentId)
  const placed = { unit: named(scopeUnit), parent: above === undefined ? null : named(above) }

  const progress = progressIn(store, plan, planTree, tree, asOf, share)
  const targeted = new Set(progress.rows.filter((row) => row.target !== null).map((row) => row.indicator))
  const indicators = progress.indicators.map(indicatorFact)
  const spread = share(`spread ${plan.id}`, () => readSpreadThreshold(store, plan.id))
  const threshold = thresholdOf(indicators, targeted) ?? spread ?? DEFAULT_THRESHOLD
  const registry = surveyFor(type, input.asOf, plan, today, (day) =>
    gatherRegistry(store, whole, scopeUnit.id, threshold, day, share),
  )
  const counted = { whole, tree, types, share }
  const previous = gatherPrevious(store, plan, counted)
  const office = gatherOffice(store, placed, asOf)

  const lists = gatherLists(store, type, {
    whole,
    scopeId: scopeUnit.id,
    asOf: listDay(type, input.asOf, plan, today),
    union: input.union ?? null,
    shortName: (unit) => named(unit).shortName,
    share,
  })
  const area = share('area', () => describeArea(readSettings(store).area))
  const facts: DocumentFacts = {
    plan: { code: plan.code, kind: plan.kind, name: plan.name, from: plan.from, to: plan.to },
    asOf,
    documentDate: asOf,
    office,
    scope: gatherScope(store, placed, office.superiorLines),
    indicators,
    assigners: share('assigners', () => readAssigners(store)).map(({ code, name, shortName }) => ({
      code,
      // A data file of a city made before its catalogue spoke of one.
      name: wordedFor(area, name),
      shortName: wordedFor(area, shortName),
    })),
    ...factsFromProgress(progress.rows, tree, types, {
      planFrom: plan.from,
      registryOf: registry.ofUnit,
      previousOf: (code) => previous.byUnit.get(code) ?? [],
      notesOf: (code) => progress.notes.get(code) ?? [],
    }),
    previous: previous.fact,
    registry: registry.fact,
    ...(type.phases === true
      ? {
          phaseResults: gatherPhaseResults(store, plan, scopeUnit.code, named, asOf, share),
          unranked: unrankedIn(store, plan, tree),
        }
      : {}),
    phases: gatherPhases(store, plan, scopeUnit.id, scopeUnit.code, asOf, share),
    years: gatherYears(store, plan, scopeUnit.id, scopeUnit.code, asOf, share),
    period: type.periodic === true ? gatherPeriod(store, plan, counted, input.period ?? 'month', asOf) : null,
    lists,
    organisation: gatherOrganisation(store, {
      type: type.id,
      plan: plan.code,
      unit: scopeUnit.code,
      below: new Set(subtreeOf(whole, scopeUnit.id).map(({ code }) => code)),
      asOf: listDay(type, input.asOf, plan, today),
      union: lists.union?.id ?? null,
    }),
    ...(type.growth === true
      ? {
          curves: gatherCurves(
            store,
            plan,
            { indicators: grown(indicators), wanted: targeted, unitId: scopeUnit.id, asOf },
            share,
          ),
        }
      : {}),
    ...share(`lines ${asOf}`, () => gatherLines(store, type, asOf)),
  }
  return ok(issuedBy(facts, type, input.issuedBy ?? null))
}

/** Who speaks: the union; in the Party's form its Party committee; of a committee others found, those others. */
export function issuedBy(
  facts: DocumentFacts,
  type: Pick<DocumentType, 'foundedByOthers'>,
  rules: DocumentType['issuedBy'] | null,
): DocumentFacts {
  if (type.foundedByOthers !== true) return rules === 'party' ? asOwnPartyCommittee(facts) : facts
  if (rules === 'party') return asFoundedBy(facts, 'party')
  const founder = facts.organisation?.committee?.issuerKind ?? 'union'
  // Asked for in the union's form, a Party committee's decision is the union's own.
  if (founder === 'union' || (founder === 'party' && rules !== null)) return facts
  return asFoundedBy(facts, founder)
}

function refuseUnit(store: ReadStore, code: string | null, tree: UnitTree): AppResult<never> {
  if (code === null) throw new Error('a data file always has a root unit')
  const { all } = readUnitTree(store, tree.on)
  const known = all.find((unit) => unit.code === code)
  if (known === undefined) return fail('UNIT_UNKNOWN', { code })
  const [year = '', month = '', day = ''] = tree.on.split('-')
  return fail('UNIT_NOT_ACTIVE', { name: known.name, when: `vào ngày ${Number(day)}/${Number(month)}/${year}` })
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

/** Indicators that stand by themselves and grow from nothing: those a curve says something of. */
function grown(indicators: readonly IndicatorFact[]): string[] {
  return indicators
    .filter(({ kind, parent }) => parent === null && (kind === 'flow' || kind === 'net'))
    .map(({ code }) => code)
}
