import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { IndicatorRow } from '#shared/contract/indicators.ts'
import type { PlanRow } from '#shared/contract/plans.ts'
import type { AssignerRow } from '#shared/contract/targets.ts'
import { allowsDecimals } from '#shared/domain/indicators/indicator.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import type { TreeUnit } from '#shared/domain/units/tree.ts'
import { ok } from '#shared/kit/result.ts'
import { eq } from '../db/orm.ts'
import { readIndicators } from '../db/queries/indicators.ts'
import { readDefaultPlan, readPlans } from '../db/queries/plans.ts'
import { readAssigners } from '../db/queries/targets.ts'
import { readUnits } from '../db/queries/units.ts'
import { assigners, targets, units } from '../db/schema/index.ts'
import type { ReadStore, Transaction } from '../db/store.ts'
import { freeCode } from './free-code.ts'

// Codes come in from people; rows with ids go on from here, or a sentence that names the code.

/** A plan by its code; null means the newest year plan. */
export function findPlan(store: Pick<ReadStore, 'db'>, code: string | null): AppResult<PlanRow> {
  if (code === null) {
    const newest = readDefaultPlan(store)
    return newest === null ? fail('PLAN_NONE') : ok(newest)
  }
  const plan = readPlans(store).find((row) => row.code === code)
  return plan === undefined ? fail('PLAN_UNKNOWN', { code }) : ok(plan)
}

export interface Lookup {
  readonly unitOf: (code: string) => AppResult<TreeUnit>
  readonly indicatorOf: (code: string) => AppResult<IndicatorRow>
}

/** Units and indicators by code, read once for all the cells of one call. */
export function createLookup(store: Pick<ReadStore, 'db'>): Lookup {
  const unitByCode = new Map(
    store.db
      .select()
      .from(units)
      .all()
      .map((row) => [row.code, row]),
  )
  const indicatorByCode = new Map(readIndicators(store).map((row) => [row.code, row]))
  return {
    unitOf: (code) => {
      const unit = unitByCode.get(code)
      return unit === undefined ? fail('UNIT_UNKNOWN', { code }) : ok(unit)
    },
    indicatorOf: (code) => {
      const indicator = indicatorByCode.get(code)
      return indicator === undefined ? fail('INDICATOR_UNKNOWN', { code }) : ok(indicator)
    },
  }
}

/** Codes of a unit and all below it, whenever valid: what a list is narrowed to. Null for no unit: nothing is left out. */
export function findUnitsBelow(
  store: Pick<ReadStore, 'db'>,
  code: string | null,
): AppResult<ReadonlySet<string> | null> {
  if (code === null) return ok(null)
  const codes = new Set<string>()
  // Parents come before children.
  for (const unit of readUnits(store, null))
    if (unit.code === code || (unit.parent !== null && codes.has(unit.parent))) codes.add(unit.code)
  return codes.size === 0 ? fail('UNIT_UNKNOWN', { code }) : ok(codes)
}

/** An assigner by code, name, short name or alias, accents and case aside. */
export function matchAssigner(known: readonly AssignerRow[], name: string): AssignerRow | undefined {
  const folded = foldText(name)
  const matches = (text: string): boolean => foldText(text) === folded
  return (
    known.find((row) => matches(row.code)) ??
    known.find((row) => matches(row.shortName) || matches(row.name)) ??
    known.find((row) => row.aliases.some(matches))
  )
}

/** The assigner of that name, or a new row: who sets targets is data, not a fixed list. */
export function ensureAssigner(tx: Transaction, name: string): AssignerRow {
  const known = readAssigners(tx)
  const match = matchAssigner(known, name)
  if (match !== undefined) return takeWording(tx, match, name)
  const row: AssignerRow = {
    id: tx.newId(),
    code: freeCode(name, new Set(known.map((assigner) => assigner.code)), { most: 32, otherwise: 'NOI-GIAO' }),
    name,
    shortName: name,
    aliases: [],
    sortOrder: Math.max(0, ...known.map((assigner) => assigner.sortOrder)) + 10,
  }
  tx.db
    .insert(assigners)
    .values({ ...row, nameFolded: foldText(name) })
    .run()
  return row
}

/**
 * An assigner of the catalogue nobody used yet goes by the name it is first called by: an office that writes
 * "Tỉnh ủy" reads "Tỉnh ủy" everywhere, not the catalogue's "BTV Tỉnh ủy".
 */
function takeWording(tx: Transaction, assigner: AssignerRow, name: string): AssignerRow {
  const folded = foldText(name)
  const isOwnName = [assigner.code, assigner.shortName, assigner.name].some((text) => foldText(text) === folded)
  if (isOwnName) return assigner
  const used = tx.db.select({ id: targets.id }).from(targets).where(eq(targets.assignerId, assigner.id)).limit(1).get()
  if (used !== undefined) return assigner
  const aliases = [...assigner.aliases.filter((alias) => foldText(alias) !== folded), assigner.shortName]
  const renamed = { shortName: name, aliases }
  tx.db.update(assigners).set(renamed).where(eq(assigners.id, assigner.id)).run()
  return { ...assigner, ...renamed }
}

/** Whether a number may stand for this indicator: people and unions are whole, and nothing but a net is negative. */
export function checkValue(indicator: IndicatorRow, value: number | null): AppResult<number | null> {
  if (value === null) return ok(null)
  const name = indicator.shortName
  if (value < 0 && indicator.kind !== 'net') return fail('VALUE_NEGATIVE', { name })
  if (!Number.isInteger(value) && !allowsDecimals(indicator)) {
    return fail('VALUE_NOT_WHOLE', { name, unit: indicator.unitLabel })
  }
  return ok(value)
}

/** Refuses a unit that is not there at any time between two days. */
export function checkActive(unit: TreeUnit, from: string, to: string): AppResult<null> {
  const begins = unit.validFrom === null || unit.validFrom <= to
  const goesOn = unit.validTo === null || from <= unit.validTo
  if (begins && goesOn) return ok(null)
  const when = from === to ? `vào ngày ${formatDate(from)}` : `từ ${formatDate(from)} đến ${formatDate(to)}`
  return fail('UNIT_NOT_ACTIVE', { name: unit.name, when })
}
