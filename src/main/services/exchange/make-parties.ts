import type { ParsedInput } from '#shared/contract/index.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { ContentPeriod, Party } from '#shared/domain/exchange/content.ts'
import { KIND_RULES } from '#shared/domain/exchange/kinds.ts'
import { ok } from '#shared/kit/result.ts'
import { readPlans } from '../../db/queries/plans.ts'
import type { ReadStore } from '../../db/store.ts'
import { unitsAfter, unitsBefore, unitsBelow } from './scope.ts'
import { nameOfUnit, rootUnit, type OwnSite } from './site.ts'

export interface MakeParties {
  readonly from: Party
  readonly to: Party
  /** Ids of the units the package is about, and their codes. */
  readonly units: readonly string[]
  readonly unitCodes: ReadonlySet<string>
  readonly isProvince: boolean
  readonly plan: { readonly id: string; readonly code: string } | null
  readonly period: ContentPeriod | null
}

/** Who sends what to whom: checks the kind against whose file this is and fills in what was not said. */
export function settleParties(
  store: ReadStore,
  own: OwnSite,
  input: ParsedInput<'exchange.make'>,
): AppResult<MakeParties> {
  const rule = KIND_RULES[input.kind]
  const root = rootUnit(store)
  const isProvince = own.unit === root.code
  const name = nameOfUnit(store, own.unit)
  const side = isProvince ? 'province' : 'unit'
  if (rule.sender !== 'either' && rule.sender !== side)
    return fail('PACKAGE_MAKER_KIND', {
      kind: rule.title,
      side: rule.sender === 'province' ? 'cấp tỉnh' : 'đơn vị',
      name,
    })
  const chosen = choosePartner(store, own, input, isProvince)
  if (!chosen.ok) return chosen
  const { to, about } = chosen.value
  const units = about.id === root.id ? unitsBelow(store.sqlite, [about.id]) : aboutUnits(store, about.id, input.kind)
  const codes = store.sqlite
    .prepare<[string], string>('SELECT code FROM units WHERE id IN (SELECT value FROM json_each(?))')
    .pluck()
    .all(JSON.stringify(units))
  const plan = rule.needsPlan ? choosePlan(store, input) : ok(null)
  if (!plan.ok) return plan
  if (rule.needsPeriod && input.period === null) return fail('PACKAGE_PERIOD_NEEDED')
  return ok({
    from: { unit: own.unit, name, site: own.id },
    to: { unit: to.code, name: to.name, site: null },
    units,
    unitCodes: new Set(codes),
    isProvince,
    plan: plan.value,
    period: rule.needsPeriod ? input.period : null,
  })
}

function aboutUnits(store: ReadStore, unit: string, kind: string): string[] {
  const roots = kind === 'handover' ? unitsBefore(store.sqlite, [unit]) : [unit]
  return unitsBelow(store.sqlite, roots)
}

interface Unit {
  readonly id: string
  readonly code: string
  readonly name: string
}

function findUnit(store: ReadStore, code: string): AppResult<Unit> {
  const unit = store.sqlite.prepare<[string], Unit>('SELECT id, code, name FROM units WHERE code = ?').get(code)
  return unit === undefined ? fail('UNIT_UNKNOWN', { code }) : ok(unit)
}

/** To whom it goes, and about whom it is. */
function choosePartner(
  store: ReadStore,
  own: OwnSite,
  { kind, unit }: ParsedInput<'exchange.make'>,
  isProvince: boolean,
): AppResult<{ readonly to: Unit; readonly about: Unit }> {
  const root = rootUnit(store)
  if (isProvince) {
    if (unit === null) return kind === 'handover' ? ok({ to: root, about: root }) : fail('PACKAGE_UNIT_NEEDED')
    const found = findUnit(store, unit)
    if (!found.ok) return found
    // A unit that was merged is handed over to whom it went.
    const after = kind === 'handover' ? unitsAfter(store.sqlite, found.value.id) : null
    if (after === null) return ok({ to: found.value, about: found.value })
    const receiver = findUnit(store, after.code)
    return receiver.ok ? ok({ to: receiver.value, about: found.value }) : receiver
  }
  const mine = findUnit(store, own.unit)
  if (!mine.ok) return mine
  const about = mine.value
  if (kind === 'transfer') {
    const to = findUnit(store, unit ?? root.code)
    return to.ok ? ok({ to: to.value, about }) : to
  }
  if (kind === 'handover') {
    // To whom the unit went; said by its own code: another PC of the same office.
    const code = unit ?? unitsAfter(store.sqlite, about.id)?.code ?? root.code
    const to = findUnit(store, code)
    return to.ok ? ok({ to: to.value, about }) : to
  }
  if (unit !== null && unit !== own.unit && unit !== root.code) {
    const known = findUnit(store, unit)
    if (!known.ok) return known
    return ok({ to: known.value, about })
  }
  return ok({ to: root, about })
}

function choosePlan(
  store: ReadStore,
  { plan, kind }: ParsedInput<'exchange.make'>,
): AppResult<{ readonly id: string; readonly code: string }> {
  const plans = readPlans(store)
  const found = plan === null ? plans.find((row) => row.kind === 'year') : plans.find((row) => row.code === plan)
  if (found === undefined) return plan === null ? fail('PACKAGE_PLAN_NEEDED') : fail('PLAN_UNKNOWN', { code: plan })
  const isIssued = store.sqlite
    .prepare(`SELECT 1 FROM plan_versions WHERE plan_id = ? AND state IN ('issued', 'adjusted')`)
    .get(found.id)
  if (kind === 'targets-issued' && isIssued === undefined) return fail('PACKAGE_NOT_ISSUED', { code: found.code })
  return ok(found)
}
