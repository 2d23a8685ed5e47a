import type { RegistryEntry } from '#shared/domain/survey/decide-import.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { emptyFigures, iterateObservations, layOver, type CurrentFigures } from '../../db/queries/enterprises.ts'
import type { ReadStore } from '../../db/store.ts'

interface EnterpriseColumns {
  id: string
  tax_code: string | null
  name: string
  match_key: string
  unit_id: string | null
  legal_form: string | null
  address: string | null
  industry: string | null
  phone: string | null
  founded_on: string | null
  founded_text: string | null
  note: string | null
  extra: string
}
interface Known {
  latestOn: IsoDate | null
  readonly current: CurrentFigures
  sameDay: CurrentFigures | null
  newer: CurrentFigures | null
  fromThisFile: boolean
}

/**
 * The whole registry with what surveys said of each enterprise, as an import compares with it. `roundId`: the
 * round an earlier import of the same file made, if any.
 */
export function readRegistry(store: ReadStore, date: IsoDate, roundId: string | null): RegistryEntry[] {
  const known = readKnown(store, date, roundId)
  const rows = store.sqlite
    .prepare<[], EnterpriseColumns>(
      `SELECT e.id, e.tax_code, e.name, e.match_key, e.unit_id, f.code AS legal_form, e.address, e.industry, e.phone,
         e.founded_on, e.founded_text, e.note, e.extra
       FROM enterprises e LEFT JOIN legal_forms f ON f.id = e.legal_form_id`,
    )
    .all()
  const former = new Map<string, string[]>()
  for (const [id, code] of store.sqlite
    .prepare<[], [string, string]>('SELECT enterprise_id, tax_code FROM enterprise_aliases WHERE tax_code IS NOT NULL')
    .raw()
    .all())
    former.set(id, [...(former.get(id) ?? []), code])
  return rows.map((row): RegistryEntry => {
    const said = known.get(row.id)
    return {
      id: row.id,
      taxCode: row.tax_code,
      formerTaxCodes: former.get(row.id) ?? [],
      name: row.name,
      nameKey: row.match_key,
      unitId: row.unit_id,
      legalForm: row.legal_form,
      address: row.address,
      industry: row.industry,
      phone: row.phone,
      foundedOn: row.founded_on,
      foundedText: row.founded_text,
      note: row.note,
      extra: row.extra === '{}' ? {} : (JSON.parse(row.extra) as Record<string, string>),
      latestOn: said?.latestOn ?? null,
      current: said?.current ?? emptyFigures(),
      sameDay: said?.sameDay ?? null,
      newer: said?.newer ?? null,
      fromThisFile: said?.fromThisFile ?? false,
    }
  })
}

/** Folds observations from the oldest on: column by column what is said later stands. */
function readKnown(store: ReadStore, date: IsoDate, roundId: string | null): Map<string, Known> {
  const known = new Map<string, Known>()
  for (const row of iterateObservations(store)) {
    const said = known.get(row.enterprise_id) ?? {
      latestOn: null,
      current: emptyFigures(),
      sameDay: null,
      newer: null,
      fromThisFile: false,
    }
    known.set(row.enterprise_id, said)
    said.latestOn = row.observed_on
    layOver(said.current, row)
    if (row.observed_on === date) {
      said.sameDay ??= emptyFigures()
      layOver(said.sameDay, row)
    } else if (row.observed_on > date) {
      said.newer ??= emptyFigures()
      layOver(said.newer, row)
    }
    if (row.round_id === roundId) said.fromThisFile = true
  }
  return known
}
