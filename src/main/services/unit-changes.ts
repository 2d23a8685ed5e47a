import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { ChangeReport, UnitChangeInput, unitChangesContract } from '#shared/contract/unit-changes.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import { childrenOf } from '#shared/domain/units/check-change.ts'
import { placeOn, standingOn } from '#shared/domain/units/dated-unit.ts'
import { describeOrigin } from '#shared/domain/units/fate.ts'
import { planTreeOn } from '#shared/domain/units/organisation.ts'
import { proveChange, type ProvenChange } from '#shared/domain/units/prove-change.ts'
import { targetsIn } from '#shared/domain/units/totals.ts'
import type { UnitChange } from '#shared/domain/units/unit-change.ts'
import { addDays } from '#shared/kit/dates.ts'
import { ok } from '#shared/kit/result.ts'
import { readDatedUnits, readStoredRelations } from '../db/queries/dated-units.ts'
import { readUnitTypes, tellFate } from '../db/queries/units.ts'
import type { ReadStore } from '../db/store.ts'
import type { Service } from './service.ts'
import { gatherOrganisation, type GatheredOrganisation } from './units/gather-organisation.ts'
import { findUnit } from './units/find-parts.ts'
import { readChange } from './units/read-change.ts'
import { decisionOf, placesOfImbalance, refuseChange, tellChange } from './units/tell-change.ts'
import { writeOrganisation } from './units/write-organisation.ts'

export const unitChangesService: Service<keyof typeof unitChangesContract> = {
  'units.previewChange': ({ store }, { change }) => {
    let made = 0
    // Ids of a preview are seen by nobody; they only have to differ.
    const decided = decide(store, change, () => `new-${(made += 1)}`)
    return decided.ok ? ok(decided.value.report) : decided
  },

  'units.change': ({ store, newId }, { change }) => {
    const decided = decide(store, change, newId)
    if (!decided.ok) return decided
    const { gathered, proven, report, read } = decided.value
    const wrong = report.totals.filter(({ difference }) => difference !== 0)
    if (wrong.length > 0) return fail('UNIT_CHANGE_TOTALS', placesOfImbalance(wrong, read))
    store.write({ kind: `units.${change.kind}`, label: report.title }, (tx) => {
      writeOrganisation(tx, gathered.organisation, proven.after, decisionOf(change))
      return null
    })
    return ok(report)
  },

  'units.contents': ({ store }, { unit: code, on }) => {
    const gathered = gatherOrganisation(store, on)
    const found = findUnit(gathered, code)
    if (!found.ok) return found
    const { organisation, names, indicators, plans, assigners, types } = gathered
    const unit = found.value
    const placed = organisation.holdings.filter((holding) => placeOn(holding, on) === unit.id)
    return ok({
      children: childrenOf(organisation, unit.id, on).map((child) => ({
        code: child.code,
        name: standingOn(child, on).name,
      })),
      enterprises: placed.flatMap(({ kind, id, workers, members }) => {
        const known = names.get(id)
        return kind === 'enterprise' && known !== undefined
          ? [{ id, name: known.name, taxCode: known.taxCode, workers, members }]
          : []
      }),
      unions: placed.flatMap(({ kind, id, members }) =>
        kind === 'union' ? [{ id, name: names.get(id)?.name ?? '', members }] : [],
      ),
      targets: organisation.plans.flatMap((plan) => {
        const tree = planTreeOn(
          organisation.units,
          organisation.relations,
          types,
          plan.from > on ? plan.from : on,
          plan.from,
        )
        return targetsIn(organisation, plan, tree).flatMap((target) => {
          const indicator = indicators.find(({ id }) => id === target.indicatorId)
          const assigner = assigners.get(target.assignerId)
          if (target.unitId !== unit.id || target.value === null || target.isRatio || indicator === undefined) return []
          return [
            {
              plan: plans.find(({ id }) => id === plan.id)?.code ?? '',
              indicator: indicator.code,
              indicatorName: indicator.shortName,
              assigner: assigner?.code ?? '',
              assignerName: assigner?.name ?? '',
              kind: target.kind,
              value: target.value,
            },
          ]
        })
      }),
    })
  },

  'units.history': ({ store }, { unit: code }) => {
    const dated = readDatedUnits(store)
    const unit = [...dated.values()].find((row) => row.code === code)
    if (unit === undefined) return fail('UNIT_UNKNOWN', { code })
    const types = new Map(readUnitTypes(store).map((type) => [type.id, type.name]))
    const edges = [...unit.pasts.map(({ until }) => until), null]
    const relations = readStoredRelations(store)
    return ok({
      name: unit.name,
      standings: edges.map((until, at) => {
        const before = at === 0 ? null : (edges[at - 1] ?? null)
        const from = before === null ? unit.validFrom : addDays(before, 1)
        const stood = until === null ? unit : standingOn(unit, until)
        const parent = stood.parentId === null ? undefined : dated.get(stood.parentId)
        return {
          name: stood.name,
          typeName: types.get(stood.typeId) ?? '',
          parentName: parent === undefined ? null : standingOn(parent, from ?? until ?? '9999-12-31').name,
          from,
          until: until ?? unit.validTo,
        }
      }),
      events: relations.flatMap((relation) => {
        const { fromUnitId, toUnitId, kind, onDate, decision } = relation
        if (fromUnitId === unit.id) return [{ on: onDate, text: tellFate(unit, relation, dated) }]
        const from = dated.get(fromUnitId)
        if (toUnitId !== unit.id || from === undefined) return []
        const fromName = standingOn(from, addDays(onDate, -1)).name
        return [{ on: onDate, text: describeOrigin({ kind, onDate, decision, fromName }) }]
      }),
    })
  },
}

interface Decided {
  readonly gathered: GatheredOrganisation
  readonly read: UnitChange
  readonly proven: ProvenChange
  readonly report: ChangeReport
}

/** Gathers, decides and tells; the only way to a change, previewed or written. */
function decide(store: ReadStore, input: UnitChangeInput, newId: () => string): AppResult<Decided> {
  const gathered = gatherOrganisation(store, input.on)
  const read = readChange(gathered, input, newId)
  if (!read.ok) return read
  const proven = proveChange(gathered.organisation, read.value, gathered.types, gathered.results)
  if (!proven.ok) return refuseChange(gathered, proven.error)
  const late = findLaterReport(store, proven.value, input.on, gathered)
  if (late !== null) return late
  return ok({
    gathered,
    read: read.value,
    proven: proven.value,
    report: tellChange(gathered, read.value, proven.value),
  })
}

/** A unit that ends must not have reported of a day it is no more there: nobody would count that report. */
function findLaterReport(
  store: ReadStore,
  { after }: ProvenChange,
  on: string,
  { organisation }: GatheredOrganisation,
): AppResult<never> | null {
  const last = store.sqlite.prepare<[string, string], { asOf: string | null }>(
    `SELECT MAX(as_of) AS asOf FROM reports WHERE unit_id = ? AND as_of >= ?`,
  )
  for (const unit of after.units.values()) {
    const known = organisation.units.get(unit.id)
    if (known === undefined || unit.validTo !== addDays(on, -1)) continue
    const isNew = after.relations.some(
      ({ id, fromId, like }) => id === null && like === undefined && fromId === unit.id,
    )
    const asOf = isNew ? (last.get(unit.id, on)?.asOf ?? null) : null
    if (asOf !== null)
      return fail('UNIT_CHANGE_LATER_REPORTS', { name: standingOn(known, on).name, asOf: formatDate(asOf) })
  }
  return null
}
