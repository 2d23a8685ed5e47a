import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { ReceiverInput, UnitChangeInput } from '#shared/contract/unit-changes.ts'
import { unitFromPlace } from '#shared/domain/survey/new-units.ts'
import { parsePlace } from '#shared/domain/survey/places.ts'
import { childrenOf } from '#shared/domain/units/check-change.ts'
import { type DatedUnit, placeOn, standingOn } from '#shared/domain/units/dated-unit.ts'
import { isFresh, type Receiver, type UnitChange } from '#shared/domain/units/unit-change.ts'
import { ok } from '#shared/kit/result.ts'
import { freeCode } from '../free-code.ts'
import { UNIT_CODE } from './decide-unit.ts'
import type { GatheredOrganisation } from './gather-organisation.ts'
import { findUnit, findUnits, holdingFinder } from './find-parts.ts'
import { readDivision } from './read-division.ts'

type Gathered = GatheredOrganisation

/** What was typed as a change of rows that exist: codes, names and MST become ids, new units get theirs. */
export function readChange(gathered: Gathered, input: UnitChangeInput, newId: () => string): AppResult<UnitChange> {
  const { on } = input
  switch (input.kind) {
    case 'merge': {
      const from = findUnits(gathered, input.from)
      if (!from.ok) return from
      const into = readReceiver(gathered, input.into, from.value[0], on, newId, [])
      if (!into.ok) return into
      const fromIds = [...new Set(from.value.map((unit) => unit.id))]
      return ok({ kind: 'merge', on, fromIds, into: into.value, figures: input.figures })
    }
    case 'end': {
      const unit = findUnit(gathered, input.unit)
      if (!unit.ok) return unit
      const into = input.into === null ? null : findUnit(gathered, input.into)
      if (into !== null && !into.ok) return into
      return ok({ kind: 'end', on, unitId: unit.value.id, toId: into?.value.id ?? null, figures: input.figures })
    }
    case 'rename': {
      const unit = findUnit(gathered, input.unit)
      if (!unit.ok) return unit
      const { name, shortName = name } = input
      return ok({ kind: 'rename', on, unitId: unit.value.id, name, shortName })
    }
    case 'transfer':
      return readTransfer(gathered, input)
    case 'split': {
      const from = findUnit(gathered, input.from)
      if (!from.ok) return from
      const receivers: Receiver[] = []
      for (const wanted of input.into) {
        const receiver = readReceiver(gathered, wanted, from.value, on, newId, receivers)
        if (!receiver.ok) return receiver
        receivers.push(receiver.value)
      }
      const division = readDivision(gathered, input, from.value, receivers)
      if (!division.ok) return division
      return ok({ kind: 'split', on, fromId: from.value.id, receivers, ends: input.ends, division: division.value })
    }
  }
}

type TransferInput = Extract<UnitChangeInput, { kind: 'transfer' }>

function readTransfer(gathered: Gathered, input: TransferInput): AppResult<UnitChange> {
  const { on } = input
  const into = findUnit(gathered, input.into)
  if (!into.ok) return into
  const units = findUnits(gathered, input.units)
  if (!units.ok) return units
  const unitIds = new Set(units.value.map((unit) => unit.id))
  const holdingIds = new Set<string>()
  for (const [kind, wanted] of [
    ['enterprise', input.enterprises],
    ['union', input.unions],
  ] as const) {
    const find = holdingFinder(gathered, kind)
    for (const name of wanted) {
      const found = find(name)
      if (!found.ok) return found
      holdingIds.add(found.value)
    }
  }
  if (input.allOf !== null) {
    const all = findUnit(gathered, input.allOf)
    if (!all.ok) return all
    for (const child of childrenOf(gathered.organisation, all.value.id, on))
      if (child.id !== into.value.id) unitIds.add(child.id)
    for (const holding of gathered.organisation.holdings)
      if (placeOn(holding, on) === all.value.id) holdingIds.add(holding.id)
  }
  return ok({ kind: 'transfer', on, toId: into.value.id, unitIds: [...unitIds], holdingIds: [...holdingIds] })
}

/** A new unit takes what was not said of it from its name, and else from the unit it comes from. */
function readReceiver(
  gathered: Gathered,
  input: ReceiverInput,
  origin: DatedUnit | undefined,
  on: string,
  newId: () => string,
  others: readonly Receiver[],
): AppResult<Receiver> {
  if ((input.unit === null) === (input.newUnit === null)) return fail('UNIT_CHANGE_RECEIVER_MISSING')
  if (input.unit !== null) {
    const unit = findUnit(gathered, input.unit)
    return unit.ok ? ok({ id: unit.value.id }) : unit
  }
  const wanted = input.newUnit
  if (wanted === null) return fail('UNIT_CHANGE_RECEIVER_MISSING')
  const place = parsePlace(wanted.name)
  const suggested = place === null ? null : unitFromPlace(place, undefined, on)
  const before = origin === undefined ? undefined : standingOn(origin, on)
  const typeCode = wanted.type ?? (place?.kind == null ? undefined : suggested?.type)
  const type = gathered.types.find((row) => row.code === typeCode)
  if (wanted.type !== undefined && type === undefined) {
    const codes = gathered.types.map((row) => row.code).join(', ')
    return fail('UNIT_TYPE_UNKNOWN', { code: wanted.type, codes })
  }
  const parent = wanted.parent === undefined ? null : findUnit(gathered, wanted.parent)
  if (parent !== null && !parent.ok) return parent
  const parentId = parent?.value.id ?? before?.parentId ?? null
  // Beside the root there is no place for a unit.
  if (parentId === null) return fail('UNIT_CHANGE_ROOT', { name: before?.name ?? '' })
  const taken = new Map([...gathered.organisation.units.values()].map((unit) => [unit.code, unit.name]))
  for (const other of others) if (isFresh(other)) taken.set(other.code, other.name)
  if (wanted.code !== undefined && taken.has(wanted.code))
    return fail('UNIT_CODE_TAKEN', { code: wanted.code, name: taken.get(wanted.code) ?? '' })
  return ok({
    id: newId(),
    code: wanted.code ?? freeCode(suggested?.code ?? wanted.name, taken, UNIT_CODE),
    name: wanted.name,
    shortName: wanted.shortName ?? wanted.name,
    typeId: type?.id ?? before?.typeId ?? '',
    parentId,
    aliases: place?.kind == null || suggested === null ? [] : [suggested.alias],
  })
}
