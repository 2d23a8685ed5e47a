import {
  FEASIBILITIES,
  OPERATING_STATUSES,
  PLACE_KINDS,
  TAX_CHECKS,
  type FixedChoice,
} from '#shared/domain/enterprises/choices.ts'
import { createChoiceList, type ChoiceList, type ListedChoice } from '#shared/domain/enterprises/choice-list.ts'
import type { ChoiceLists } from '#shared/domain/enterprises/cell-text.ts'
import { DEFAULT_SIZE_BANDS, describeBand, type SizeBands } from '#shared/domain/enterprises/size-bands.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import type { ReadStore } from '../../db/store.ts'

export interface CatalogueUnit {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly shortName: string
  readonly parentId: string | null
}

export interface CatalogueStage {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly shortName: string
  readonly branch: 'main' | 'difficult'
}

/** Everything the registry's cells name: units, forms, stages, people, reasons, bands. */
export interface RegistryCatalogue {
  readonly lists: ChoiceLists
  readonly unitByCode: ReadonlyMap<string, CatalogueUnit>
  readonly legalFormIds: ReadonlyMap<string, string>
  readonly stageByCode: ReadonlyMap<string, CatalogueStage>
  readonly stages: readonly CatalogueStage[]
  readonly sizes: SizeBands
  /** Codes of a unit and everything below it (on a day, or as it is now); empty for an unknown code. */
  readonly unitsBelow: (code: string, day: IsoDate | null) => ReadonlySet<string>
  /** What stood above a unit on a day. */
  readonly parentOn: (unit: CatalogueUnit, day: IsoDate | null) => string | null
}

export function readCatalogue({ sqlite }: Pick<ReadStore, 'sqlite'>): RegistryCatalogue {
  const units = sqlite
    .prepare<[], CatalogueUnit & { readonly aliases: string | null }>(
      `SELECT u.id, u.code, u.name, u.short_name AS shortName, u.parent_id AS parentId,
         (SELECT json_group_array(a.alias) FROM unit_aliases a WHERE a.unit_id = u.id) AS aliases
       FROM units u ORDER BY u.sort_order, u.sort_key`,
    )
    .all()
  const forms = sqlite
    .prepare<[], { id: string; code: string; name: string; shortName: string }>(
      'SELECT id, code, name, short_name AS shortName FROM legal_forms ORDER BY sort_order',
    )
    .all()
  const stages = sqlite
    .prepare<[], CatalogueStage>(
      'SELECT id, code, name, short_name AS shortName, branch FROM stages ORDER BY sort_order, code',
    )
    .all()
  const people = sqlite
    .prepare<[], { id: string; fullName: string }>('SELECT id, full_name AS fullName FROM people ORDER BY sort_key, id')
    .all()
  const reasons = sqlite
    .prepare<[], { code: string; name: string }>(
      `SELECT code, name FROM reasons WHERE kind = 'difficulty' ORDER BY sort_order, code`,
    )
    .all()
  const sizes = readSizeBands({ sqlite })
  const parentOn = prepareParents({ sqlite })
  return {
    lists: {
      unit: createChoiceList(
        units.map((unit) => choice(unit.code, unit.shortName, [unit.name, ...readAliases(unit.aliases)])),
      ),
      legalForm: createChoiceList(forms.map((form) => choice(form.code, form.shortName, [form.name]))),
      stage: createChoiceList(stages.map((stage) => choice(stage.code, stage.shortName, [stage.name]))),
      officer: createChoiceList(people.map((person) => choice(person.id, person.fullName, []))),
      difficultyCodes: createChoiceList(reasons.map((reason) => choice(reason.code, reason.name, []))),
      placeKind: fixedList(PLACE_KINDS),
      operatingStatus: fixedList(OPERATING_STATUSES),
      feasibility: fixedList(FEASIBILITIES),
      taxCheck: fixedList(TAX_CHECKS),
      sizeBand: createChoiceList(sizes.bands.map((from) => choice(from, describeBand(sizes.bands, from), []))),
      parentEnterprise: parentList({ sqlite }),
    },
    unitByCode: new Map(units.map((unit) => [unit.code, unit])),
    legalFormIds: new Map(forms.map((form) => [form.code, form.id])),
    stageByCode: new Map(stages.map((stage) => [stage.code, stage])),
    stages,
    sizes,
    unitsBelow: (code, day) => findBelow(units, code, (unit) => parentOn(unit, day)),
    parentOn,
  }
}

function choice(value: string | number, label: string, words: readonly string[]): ListedChoice {
  return { value, label, words }
}

function fixedList(choices: readonly FixedChoice[]): ChoiceList {
  return createChoiceList(choices.map(({ code, label, words }) => choice(code, label, words)))
}

function readAliases(json: string | null): readonly string[] {
  const parsed: unknown = json === null ? [] : JSON.parse(json)
  return Array.isArray(parsed) ? parsed.map(String) : []
}

/** A unit that was moved keeps its row; unit_pasts says below what it stood until a day. */
function prepareParents({ sqlite }: Pick<ReadStore, 'sqlite'>): RegistryCatalogue['parentOn'] {
  const pasts = new Map<string, { readonly until: string; readonly parentId: string | null }[]>()
  for (const { unitId, until, parentId } of sqlite
    .prepare<[], { unitId: string; until: string; parentId: string | null }>(
      'SELECT unit_id AS unitId, until, parent_id AS parentId FROM unit_pasts ORDER BY until',
    )
    .all())
    pasts.set(unitId, [...(pasts.get(unitId) ?? []), { until, parentId }])
  return ({ id, parentId }, day) => {
    const past = day === null ? undefined : pasts.get(id)?.find(({ until }) => until >= day)
    return past === undefined ? parentId : past.parentId
  }
}

function findBelow(
  units: readonly CatalogueUnit[],
  code: string,
  parentOf: (unit: CatalogueUnit) => string | null,
): ReadonlySet<string> {
  const found = new Set<string>()
  const ids = new Set<string>()
  for (const unit of units)
    if (unit.code === code) {
      found.add(unit.code)
      ids.add(unit.id)
    }
  // Until nothing is added any more: a child may stand before its parent in official order.
  for (let before = -1; before !== found.size;) {
    before = found.size
    for (const unit of units) {
      const parent = parentOf(unit)
      if (parent !== null && ids.has(parent) && !ids.has(unit.id)) {
        found.add(unit.code)
        ids.add(unit.id)
      }
    }
  }
  return found
}

/** The whole registry is the list here, so names are looked up one by one; it is read by MST, else by full name. */
function parentList({ sqlite }: Pick<ReadStore, 'sqlite'>): ChoiceList {
  const nameOf = sqlite.prepare<[string], string>('SELECT name FROM enterprises WHERE id = ?').pluck()
  const found = sqlite.prepare<[string, string, string], { id: string; name: string }>(
    'SELECT id, name FROM enterprises WHERE id = ? OR tax_code = ? OR name = ? LIMIT 2',
  )
  return {
    choices: [],
    labelOf: (value) => nameOf.get(String(value)) ?? '',
    rankOf: () => 0,
    read: (text) => {
      const rows = found.all(text, text, text)
      const only = rows[0]
      if (only === undefined) return 'unknown'
      return rows.length > 1 ? 'ambiguous' : choice(only.id, only.name, [])
    },
  }
}

export const SIZE_BANDS_SETTING = 'sizeBands'

export function readSizeBands({ sqlite }: Pick<ReadStore, 'sqlite'>): SizeBands {
  const stored = sqlite
    .prepare<[string], string>('SELECT value FROM settings WHERE key = ?')
    .pluck()
    .get(SIZE_BANDS_SETTING)
  if (stored === undefined) return DEFAULT_SIZE_BANDS
  const parsed: unknown = JSON.parse(stored)
  if (typeof parsed !== 'object' || parsed === null) return DEFAULT_SIZE_BANDS
  const { bands, thresholds } = parsed as Partial<SizeBands>
  return { bands: bands ?? DEFAULT_SIZE_BANDS.bands, thresholds: thresholds ?? DEFAULT_SIZE_BANDS.thresholds }
}
