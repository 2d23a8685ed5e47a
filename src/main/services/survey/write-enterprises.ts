import type { EnterprisePatch, RegistryEntry } from '#shared/domain/survey/decide-import.ts'
import { nameKey } from '#shared/domain/survey/enterprise-name.ts'
import { readFurtherFields, type FurtherRegistry } from '#shared/domain/survey/further-fields.ts'
import type { SurveyRecord } from '#shared/domain/survey/read-record.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import { sortKey } from '#shared/domain/text/sort-key.ts'
import { prepareOnce } from '../../db/prepare-once.ts'
import type { Transaction } from '../../db/store.ts'
import { createOfficerNotes, type OfficerNotes } from '../organisation/officers.ts'

export interface EnterpriseWriter {
  /** Returns the new row's id. */
  create(record: SurveyRecord, unitId: string): string
  update(entry: Pick<RegistryEntry, 'id'>, patch: Omit<EnterprisePatch, 'unit'>, unitId: string | null): void
}

/** Prepared once for a transaction: tens of thousands of rows go through it. */
export function createEnterpriseWriter(tx: Transaction, legalFormIds: ReadonlyMap<string, string>): EnterpriseWriter {
  const insert = tx.sqlite.prepare(
    `INSERT INTO enterprises (id, tax_code, name, name_folded, sort_key, match_key, legal_form_id, unit_id, address,
       industry, phone, founded_on, founded_text, note, extra) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const insertFurther = prepareFurther(tx)
  return {
    create(record, unitId) {
      const id = tx.newId()
      const values = [
        id,
        record.taxCode,
        record.name,
        foldText(record.name),
        sortKey(record.name),
        record.nameKey,
        record.legalForm === null ? null : (legalFormIds.get(record.legalForm) ?? null),
        unitId,
        record.address,
        record.industry,
        record.phone,
        record.foundedOn,
        record.foundedText,
        record.note,
        JSON.stringify(record.extra),
      ]
      const further = furtherColumns(tx, readFurtherFields(record.extra, record.places).registry)
      // Born in one statement: the births of thousands of rows are recorded together afterwards.
      if (Object.keys(further).length === 0) insert.run(...values)
      else insertFurther(values, further)
      return id
    },
    update(entry, patch, unitId) {
      const columns = patchColumns(patch, legalFormIds)
      if (unitId !== null) columns['unit_id'] = unitId
      if (patch.further !== undefined) fillFurther(tx, entry.id, patch.further)
      const names = Object.keys(columns)
      if (names.length === 0) return
      // Column names come from the list below, never from a file.
      tx.sqlite
        .prepare(`UPDATE enterprises SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`)
        .run(...Object.values(columns), entry.id)
    },
  }
}

function patchColumns(
  patch: Omit<EnterprisePatch, 'unit'>,
  legalFormIds: ReadonlyMap<string, string>,
): Record<string, string | null> {
  const columns: Record<string, string | null> = {}
  if (patch.taxCode !== undefined) columns['tax_code'] = patch.taxCode
  if (patch.name !== undefined) {
    columns['name'] = patch.name
    columns['name_folded'] = foldText(patch.name)
    columns['sort_key'] = sortKey(patch.name)
    columns['match_key'] = nameKey(patch.name)
  }
  if (patch.legalForm !== undefined) columns['legal_form_id'] = legalFormIds.get(patch.legalForm) ?? null
  if (patch.address !== undefined) columns['address'] = patch.address
  if (patch.industry !== undefined) columns['industry'] = patch.industry
  if (patch.phone !== undefined) columns['phone'] = patch.phone
  if (patch.foundedOn !== undefined) columns['founded_on'] = patch.foundedOn
  if (patch.foundedText !== undefined) columns['founded_text'] = patch.foundedText
  if (patch.note !== undefined) columns['note'] = patch.note
  if (patch.extra !== undefined) columns['extra'] = JSON.stringify(patch.extra)
  return columns
}

const FURTHER_COLUMNS: Readonly<Record<Exclude<keyof FurtherRegistry, 'officer'>, string>> = {
  shortName: 'short_name',
  foreignName: 'foreign_name',
  surveyCode: 'survey_code',
  placeKind: 'place_kind',
  operatingStatus: 'operating_status',
  feasibility: 'feasibility',
  ward: 'ward',
  district: 'district',
  zone: 'zone',
  director: 'director',
  contactPerson: 'contact_person',
  country: 'country',
  attitude: 'attitude',
  expectedOn: 'expected_on',
  expectedMembers: 'expected_members',
  source: 'source',
}

type Further = Readonly<Record<string, string | number>>

function furtherColumns(tx: Transaction, { officer, ...fields }: FurtherRegistry): Further {
  const columns: Record<string, string | number> = {}
  for (const [field, value] of Object.entries(fields))
    columns[FURTHER_COLUMNS[field as keyof typeof FURTHER_COLUMNS]] = value
  const officerId = officer === undefined ? null : findOfficer(tx, officer)
  if (officerId !== null) columns['officer_id'] = officerId
  return columns
}

/** The officer of that name, if the catalogue has exactly one. */
function findOfficer(tx: Transaction, name: string): string | null {
  const found = tx.sqlite
    .prepare<[string], string>('SELECT id FROM people WHERE name_folded = ? LIMIT 2')
    .pluck()
    .all(foldText(name))
  return found.length === 1 ? (found[0] ?? null) : null
}

function prepareFurther(tx: Transaction): (values: readonly (string | null)[], further: Further) => void {
  const base = `id, tax_code, name, name_folded, sort_key, match_key, legal_form_id, unit_id, address, industry, phone,
    founded_on, founded_text, note, extra`
  const prepare = prepareOnce(tx.sqlite)
  const charges = createOfficerNotes(tx, tx.at.slice(0, 10))
  return (values, further) => {
    const names = Object.keys(further).join(', ')
    const all = [...values, ...Object.values(further)]
    prepare(`INSERT INTO enterprises (${base}, ${names}) VALUES (${all.map(() => '?').join(', ')})`).run(...all)
    noteOfficer(charges, String(values[0]), further)
  }
}

function fillFurther(tx: Transaction, id: string, { texts, fillsOnly }: NonNullable<EnterprisePatch['further']>): void {
  const columns = furtherColumns(tx, readFurtherFields(texts).registry)
  const names = Object.keys(columns)
  if (names.length === 0) return
  const set = names.map((name) => `${name} = ${fillsOnly ? `COALESCE(${name}, ?)` : '?'}`)
  tx.sqlite.prepare(`UPDATE enterprises SET ${set.join(', ')} WHERE id = ?`).run(...Object.values(columns), id)
  if (columns['officer_id'] === undefined) return
  // Where only blanks are filled, whoever was in charge still is.
  const officer = tx.sqlite.prepare<[string], string>('SELECT officer_id FROM enterprises WHERE id = ?').pluck().get(id)
  noteOfficer(createOfficerNotes(tx, tx.at.slice(0, 10)), id, { officer_id: officer ?? '' })
}

/** An officer the file names is in charge from today on. */
function noteOfficer(charges: OfficerNotes, id: string, columns: Further): void {
  const officer = columns['officer_id']
  if (typeof officer === 'string' && officer !== '') charges.note(id, officer)
}
