import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import type { UnitRow, UnitTypeRow } from '#shared/contract/units.ts'
import { unitFromPlace } from '#shared/domain/survey/new-units.ts'
import { parsePlace } from '#shared/domain/survey/places.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import { sortKey } from '#shared/domain/text/sort-key.ts'
import { ok } from '#shared/kit/result.ts'
import { freeCode } from '../free-code.ts'

export type UnitPatch = ParsedInput<'units.update'>['patch']
export type UnitInput = Omit<ParsedInput<'units.add'>, 'shortName'> & { readonly shortName?: string | undefined }

export interface UnitColumns {
  readonly code: string
  readonly name: string
  readonly shortName: string
  readonly nameFolded: string
  readonly sortKey: string
  readonly typeId: string
  readonly parentId: string | null
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly note: string | null
  readonly aliases: readonly string[]
}

/** Units as they would be after the rows decided before, so that one paste is checked against itself too. */
export interface KnownUnits {
  readonly types: readonly UnitTypeRow[]
  readonly rows: readonly UnitRow[]
}

/** Checks a unit as it would be and turns it into columns; `current` is null for a new one. */
export function decideColumns(
  { types, rows }: KnownUnits,
  current: UnitRow | null,
  input: UnitInput,
): AppResult<UnitColumns> {
  const type = types.find((row) => row.code === input.type)
  if (type === undefined)
    return fail('UNIT_TYPE_UNKNOWN', { code: input.type, codes: types.map((row) => row.code).join(', ') })
  const twin = rows.find((row) => row.code === input.code && row.id !== current?.id)
  if (twin !== undefined) return fail('UNIT_CODE_TAKEN', { code: input.code, name: twin.name })
  const { validFrom, validTo } = input
  if (validFrom !== null && validTo !== null && validTo < validFrom)
    return fail('UNIT_DATES_REVERSED', { from: formatDate(validFrom), to: formatDate(validTo) })
  if (input.parent === null && current?.parent !== null) return fail('UNIT_PARENT_MISSING')
  const parent = rows.find((row) => row.code === input.parent)
  if (input.parent !== null && parent === undefined) return fail('UNIT_UNKNOWN', { code: input.parent })
  if (current !== null && isWithin(rows, parent, current.code)) return fail('UNIT_PARENT_LOOP', { name: current.name })
  return ok({
    code: input.code,
    name: input.name,
    shortName: input.shortName ?? input.name,
    nameFolded: foldText(input.name),
    sortKey: sortKey(input.name),
    typeId: type.id,
    parentId: parent?.id ?? null,
    validFrom,
    validTo,
    note: input.note,
    aliases: input.aliases,
  })
}

/** The unit as a patch makes it. A renamed unit's short name follows unless the clerk gave it one of its own. */
export function patchUnit(current: UnitRow, patch: UnitPatch): UnitInput {
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
  const shortName =
    patch.shortName ?? (current.shortName === current.name ? (patch.name ?? current.name) : current.shortName)
  return { ...current, ...given, shortName }
}

/** A row typed past the last one: what it does not say comes from its name, as an import would read it. */
export function completeUnit({ rows }: KnownUnits, patch: UnitPatch, on: string): AppResult<UnitInput> {
  if (patch.name === undefined) return fail('UNIT_NAME_MISSING')
  const place = parsePlace(patch.name)
  const suggested = place === null ? null : unitFromPlace(place, undefined, on)
  const code = patch.code ?? freeCode(suggested?.code ?? patch.name, new Set(rows.map((row) => row.code)), UNIT_CODE)
  return ok({
    code,
    name: patch.name,
    shortName: patch.shortName,
    type: patch.type ?? (place?.kind == null ? DEFAULT_TYPE : (suggested?.type ?? DEFAULT_TYPE)),
    parent: patch.parent ?? rows.find((row) => row.parent === null)?.code ?? null,
    validFrom: patch.validFrom ?? null,
    validTo: patch.validTo ?? null,
    note: patch.note ?? null,
    aliases: patch.aliases ?? [],
  })
}

const DEFAULT_TYPE = 'TRUC_THUOC'
export const UNIT_CODE = { most: 34, otherwise: 'DON-VI' }

/** Whether `unit` is the unit with `code` or lies below it. */
function isWithin(rows: readonly UnitRow[], unit: UnitRow | undefined, code: string): boolean {
  const byCode = new Map(rows.map((row) => [row.code, row]))
  const seen = new Set<string>()
  for (let at = unit; at !== undefined && !seen.has(at.code); at = byCode.get(at.parent ?? '')) {
    if (at.code === code) return true
    seen.add(at.code)
  }
  return false
}
