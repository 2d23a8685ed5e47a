import type { EnterprisePatch, RegistryEntry } from '#shared/domain/survey/decide-import.ts'
import { nameKey } from '#shared/domain/survey/enterprise-name.ts'
import type { SurveyRecord } from '#shared/domain/survey/read-record.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import { sortKey } from '#shared/domain/text/sort-key.ts'
import type { Transaction } from '../../db/store.ts'

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
  return {
    create(record, unitId) {
      const id = tx.newId()
      insert.run(
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
      )
      return id
    },
    update(entry, patch, unitId) {
      const columns = patchColumns(patch, legalFormIds)
      if (unitId !== null) columns['unit_id'] = unitId
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
