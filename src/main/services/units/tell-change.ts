import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { ChangeReport, TotalLineRow, UnitChangeInput } from '#shared/contract/unit-changes.ts'
import { formatDate, formatNumber } from '#shared/domain/text/format.ts'
import {
  describeEnding,
  describeLeft,
  describeMerge,
  describeRenaming,
  describeSplit,
  describeTotal,
  describeTransfer,
  RELATION_WORDS,
} from '#shared/domain/units/change-words.ts'
import { type DatedUnit, isActive, isSameStanding, placeOn, standingOn } from '#shared/domain/units/dated-unit.ts'
import { keyOf } from '#shared/domain/targets/inherit-targets.ts'
import { type Organisation, planTreeOn } from '#shared/domain/units/organisation.ts'
import { endingIn, type ProvenChange } from '#shared/domain/units/prove-change.ts'
import { targetsIn } from '#shared/domain/units/totals.ts'
import { type ChangeRefusal, isFresh, type UnitChange } from '#shared/domain/units/unit-change.ts'
import { addDays } from '#shared/kit/dates.ts'
import type { GatheredOrganisation } from './gather-organisation.ts'

type UnitEffect = ChangeReport['units'][number]

/** What a change does, as callers see it: totals, units, targets, and the sentence why it may not be written. */
export function tellChange(gathered: GatheredOrganisation, change: UnitChange, proven: ProvenChange): ChangeReport {
  const { organisation } = gathered
  const totals = proven.totals.map((line): TotalLineRow => {
    const indicator = gathered.indicators.find(({ id }) => id === line.indicatorId)
    const plan = gathered.plans.find(({ id }) => id === line.planId)
    const assigner = line.assignerId === null ? undefined : gathered.assigners.get(line.assignerId)
    const kind = line.targetKind === null || line.targetKind === 'assigned' ? '' : (KIND_WORDS[line.targetKind] ?? '')
    return {
      what: line.what,
      label: describeTotal(line.what, {
        indicator: indicator?.shortName ?? '',
        plan: plan?.code ?? '',
        assigner: assigner?.name ?? '',
        kind,
      }),
      plan: plan?.code ?? null,
      indicator: indicator?.code ?? null,
      assigner: assigner?.name ?? null,
      before: line.before,
      after: line.after,
      difference: line.difference,
    }
  })
  const wrong = totals.filter(({ difference }) => difference !== 0)
  return {
    title: titleOf(organisation, change),
    on: change.on,
    balanced: wrong.length === 0,
    problem: wrong.length === 0 ? null : imbalance(wrong, change),
    totals,
    units: effectsOf(organisation, proven.after, change.on),
    targets: targetsOf(gathered, proven.after, change),
    moved: countMoved(organisation, proven.after, change.on),
  }
}

const KIND_WORDS: Readonly<Record<string, string>> = {
  striving: 'phấn đấu',
  registered: 'đăng ký',
  pledged: 'cam kết',
}

/** The sentence why totals that differ forbid the change, naming the first few. */
function imbalance(wrong: readonly TotalLineRow[], change: UnitChange): string {
  const refused = fail('UNIT_CHANGE_TOTALS', placesOfImbalance(wrong, change))
  return refused.error.message
}

export function placesOfImbalance(
  wrong: readonly Pick<TotalLineRow, 'label' | 'before' | 'after'>[],
  change: UnitChange,
): Record<string, string> {
  const named = wrong
    .slice(0, 3)
    .map(({ label, before, after }) => `${label} ${formatNumber(before)} → ${formatNumber(after)}`)
  const more = wrong.length > 3 ? ` và ${formatNumber(wrong.length - 3)} dòng khác` : ''
  const follows = (change.kind === 'merge' || change.kind === 'end') && change.figures === 'follow'
  const advice = follows
    ? 'Hãy chọn giữ chỉ tiêu và kết quả ở đơn vị cũ, hoặc xem lại chỉ tiêu, báo cáo của các đơn vị này.'
    : 'Hãy xem lại chỉ tiêu, báo cáo của các đơn vị này và của đơn vị cấp trên trước khi ghi.'
  return { what: `${named.join('; ')}${more}`, advice }
}

export function titleOf({ units }: Organisation, change: UnitChange): string {
  const nameOf = (id: string): string => {
    const unit = units.get(id)
    return unit === undefined ? '' : standingOn(unit, addDays(change.on, -1)).shortName
  }
  switch (change.kind) {
    case 'merge': {
      const into = isFresh(change.into) ? change.into.shortName : nameOf(change.into.id)
      return describeMerge(change.fromIds.filter((id) => id !== change.into.id).map(nameOf), into, change.on)
    }
    case 'split': {
      const into = change.receivers.map((receiver) => (isFresh(receiver) ? receiver.shortName : nameOf(receiver.id)))
      return describeSplit(nameOf(change.fromId), into, change.ends, change.on)
    }
    case 'transfer':
      return describeTransfer(change.unitIds.map(nameOf), change.holdingIds.length, nameOf(change.toId), change.on)
    case 'rename':
      return describeRenaming(nameOf(change.unitId), change.shortName, change.on)
    case 'end':
      return describeEnding(nameOf(change.unitId), change.toId === null ? null : nameOf(change.toId), change.on)
  }
}

function effectsOf(before: Organisation, after: Organisation, on: string): UnitEffect[] {
  return [...after.units.values()].flatMap((unit): UnitEffect[] => {
    const known = before.units.get(unit.id)
    if (known === undefined)
      return [{ code: unit.code, name: unit.name, effect: 'created', text: `Hoạt động từ ${formatDate(on)}` }]
    const stood = standingOn(known, on)
    const stands = standingOn(unit, on)
    if (unit.validTo !== known.validTo && unit.validTo !== null)
      return [
        {
          code: unit.code,
          name: stood.name,
          effect: 'ended',
          text: `Kết thúc hoạt động hết ${formatDate(unit.validTo)}`,
        },
      ]
    if (stands.name !== stood.name)
      return [{ code: unit.code, name: stands.name, effect: 'renamed', text: `Tên cũ: ${stood.name}` }]
    if (!isSameStanding(stands, stood) && isActive(unit, on))
      return [
        {
          code: unit.code,
          name: stands.name,
          effect: 'moved',
          text: `Trực thuộc ${parentName(after, stands.parentId, on)}`,
        },
      ]
    return []
  })
}

function parentName({ units }: Organisation, id: string | null, on: string): string {
  const unit = id === null ? undefined : units.get(id)
  return unit === undefined ? '' : standingOn(unit, on).name
}

/** Targets of units whose number is another with the change, of every open plan. */
function targetsOf(gathered: GatheredOrganisation, after: Organisation, change: UnitChange): ChangeReport['targets'] {
  const { on } = change
  const { organisation, types, indicators, assigners } = gathered
  return organisation.plans.flatMap((plan) => {
    const day = plan.from > on ? plan.from : on
    const side = (from: Organisation, alive: ReadonlyMap<string, DatedUnit>) => {
      const tree = planTreeOn(alive, from.relations, types, day, plan.from)
      return new Map(
        targetsIn(from, plan, tree)
          .filter(({ unitId }) => tree.byId.has(unitId))
          .map((target) => [`${keyOf(target)}|${target.unitId}`, target]),
      )
    }
    // Only what this change ends: another merger of the same day is told of where it is recorded.
    const goingOn = new Map(organisation.units)
    for (const id of endingIn(change)) {
      const unit = goingOn.get(id)
      if (unit !== undefined) goingOn.set(id, { ...unit, validTo: null })
    }
    const old = side(organisation, goingOn)
    const now = side(after, after.units)
    // Line by line of the plan, in each the units that had it before those that get it.
    const order = [...new Set([...old.values(), ...now.values()].map(keyOf))]
    const keys = [...new Set([...old.keys(), ...now.keys()])].toSorted((a, b) => place(order, a) - place(order, b))
    return keys.flatMap((key): ChangeReport['targets'] => {
      const target = old.get(key) ?? now.get(key)
      if (target === undefined || old.get(key)?.value === now.get(key)?.value) return []
      const unit = after.units.get(target.unitId)
      const indicator = indicators.find(({ id }) => id === target.indicatorId)
      return [
        {
          plan: gathered.plans.find(({ id }) => id === plan.id)?.code ?? '',
          indicator: indicator?.code ?? '',
          indicatorName: indicator?.shortName ?? '',
          assigner: assigners.get(target.assignerId)?.name ?? '',
          kind: target.kind,
          unit: unit?.code ?? '',
          unitName: unit?.name ?? '',
          before: old.get(key)?.value ?? null,
          after: now.get(key)?.value ?? null,
        },
      ]
    })
  })
}

/** Where in the order of keys a key with a unit behind it belongs. */
function place(order: readonly string[], keyWithUnit: string): number {
  return order.indexOf(keyWithUnit.slice(0, keyWithUnit.lastIndexOf('|')))
}

function countMoved(before: Organisation, after: Organisation, on: string): ChangeReport['moved'] {
  const places = new Map(before.holdings.map((holding) => [holding.id, placeOn(holding, on)]))
  const moved = after.holdings.filter((holding) => placeOn(holding, on) !== places.get(holding.id))
  const units = [...after.units.values()].filter((unit) => {
    const known = before.units.get(unit.id)
    return known !== undefined && isActive(unit, on) && standingOn(unit, on).parentId !== standingOn(known, on).parentId
  })
  return {
    units: units.length,
    enterprises: moved.filter(({ kind }) => kind === 'enterprise').length,
    unions: moved.filter(({ kind }) => kind === 'union').length,
  }
}

/** A refusal of the rules as the sentence of the contract. */
export function refuseChange(gathered: GatheredOrganisation, { code, places }: ChangeRefusal): AppResult<never> {
  const told: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(places)) {
    if (name === 'what') told[name] = RELATION_WORDS[value as keyof typeof RELATION_WORDS]
    else if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) told[name] = formatDate(value)
    else if (typeof value === 'number') told[name] = formatNumber(value)
    else told[name] = value
  }
  if ('children' in places)
    told['left'] = describeLeft(Number(places['children']), Number(places['enterprises']), Number(places['unions']))
  if ('indicatorId' in places)
    told['indicator'] = gathered.indicators.find(({ id }) => id === places['indicatorId'])?.shortName ?? ''
  return fail(code, told)
}

/** The decision as it stands behind a relation. */
export function decisionOf(input: UnitChangeInput) {
  return { number: input.decisionNumber, on: input.decidedOn, by: input.decidedBy }
}
