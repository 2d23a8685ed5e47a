import type { Output, ParsedInput } from '#shared/contract/index.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { ContactRow, StageEntryRow } from '#shared/contract/enterprises.ts'
import { ok } from '#shared/kit/result.ts'
import { readOfficersOn } from '../../db/queries/enterprise-officers.ts'
import { findEnterpriseId, readContact, readStageEntry } from '../../db/queries/enterprise-rows.ts'
import type { ReadStore } from '../../db/store.ts'
import { createOfficerNotes } from '../organisation/officers.ts'
import { readUserName } from '../settings.ts'
import type { CommandContext } from '../service.ts'
import { readCatalogue } from './registry-catalogue.ts'
import { ENTERPRISE_LABELS } from './text.ts'
import { createStageWriter } from './write-stages.ts'

/** Ids of rows that are there, each once; a row that was joined goes by the one it is now. */
function findRows({ sqlite }: Pick<ReadStore, 'sqlite'>, ids: readonly string[]): AppResult<readonly string[]> {
  const there = new Set(
    sqlite
      .prepare<[string], string>('SELECT id FROM enterprises WHERE id IN (SELECT value FROM json_each(?))')
      .pluck()
      .all(JSON.stringify(ids)),
  )
  const found = new Set<string>()
  for (const id of ids) {
    const known = there.has(id) ? id : findEnterpriseId(sqlite, id)
    if (known === null) return fail('ROW_UNKNOWN')
    found.add(known)
  }
  return ok([...found])
}

function nameOf({ sqlite }: Pick<ReadStore, 'sqlite'>, id: string): string {
  return sqlite.prepare<[string], string>('SELECT name FROM enterprises WHERE id = ?').pluck().get(id) ?? ''
}

export function setStage(
  context: CommandContext,
  { ids, stage: code, onDate, note, label }: ParsedInput<'enterprises.setStage'>,
): AppResult<Output<'enterprises.setStage'>> {
  const catalogue = readCatalogue(context.store)
  const stage = catalogue.stageByCode.get(code)
  if (stage === undefined) return failStage(catalogue.stages, code)
  const rows = findRows(context.store, ids)
  if (!rows.ok) return rows
  const who = readUserName(context.store)
  const day = onDate ?? context.today()
  const changed = context.store.write(
    { kind: 'enterprises.setStage', label: label ?? ENTERPRISE_LABELS.stage(stage.shortName, rows.value.length) },
    (tx) => {
      const writer = createStageWriter(tx, catalogue, { who })
      return rows.value.filter((id) => writer.enter(id, code, day, note || null)).length
    },
  )
  return ok({ changed, unchanged: rows.value.length - changed })
}

function failStage(stages: readonly { readonly code: string }[], code: string): AppResult<never> {
  return fail('STAGE_UNKNOWN', { code, codes: stages.map((stage) => stage.code).join(', ') })
}

/** Puts an entry of the stage history right. */
export function saveStage(
  context: CommandContext,
  { id, stage: code, onDate, note }: ParsedInput<'enterprises.saveStage'>,
): AppResult<StageEntryRow> {
  const { sqlite } = context.store
  const entry = readStageEntry(sqlite, id)
  if (entry === undefined) return fail('ROW_UNKNOWN')
  const catalogue = readCatalogue(context.store)
  const stage = catalogue.stageByCode.get(code)
  if (stage === undefined) return failStage(catalogue.stages, code)
  const label = ENTERPRISE_LABELS.stageEntry(nameOf(context.store, entry.enterpriseId))
  context.store.write({ kind: 'enterprises.saveStage', label }, (tx) => {
    tx.sqlite
      .prepare('UPDATE enterprise_stages SET stage_id = ?, on_date = ?, note = ? WHERE id = ?')
      .run(stage.id, onDate, note || null, id)
    return null
  })
  const saved = readStageEntry(sqlite, id)
  if (saved === undefined) throw new Error(`stage entry ${id} was written and is not there`)
  return ok(saved)
}

export function removeStage(
  context: CommandContext,
  { id }: ParsedInput<'enterprises.removeStage'>,
): AppResult<Output<'enterprises.removeStage'>> {
  const entry = readStageEntry(context.store.sqlite, id)
  if (entry === undefined) return fail('ROW_UNKNOWN')
  const label = ENTERPRISE_LABELS.removeStage(nameOf(context.store, entry.enterpriseId))
  context.store.write({ kind: 'enterprises.removeStage', label }, (tx) => {
    tx.sqlite.prepare('DELETE FROM enterprise_stages WHERE id = ?').run(id)
    return null
  })
  return ok({})
}

export function saveContact(
  context: CommandContext,
  { id, enterpriseId: given, ...contact }: ParsedInput<'enterprises.saveContact'>,
): AppResult<ContactRow> {
  const { sqlite } = context.store
  const enterpriseId = findEnterpriseId(sqlite, given)
  if (enterpriseId === null || (id !== null && readContact(sqlite, id) === undefined)) return fail('ROW_UNKNOWN')
  if (contact.officerId !== null && personName(context.store, contact.officerId) === null) return fail('PERSON_UNKNOWN')
  const columns = {
    enterprise_id: enterpriseId,
    on_date: contact.onDate,
    officer_id: contact.officerId,
    kind: contact.kind || null,
    content: contact.content || null,
    result: contact.result || null,
    next_on: contact.nextOn,
  }
  const label = ENTERPRISE_LABELS.contact(nameOf(context.store, enterpriseId), contact.onDate)
  const saved = context.store.write({ kind: 'enterprises.saveContact', label }, (tx) => {
    const names = Object.keys(columns)
    const row = id ?? tx.newId()
    if (id === null)
      tx.sqlite
        .prepare(
          `INSERT INTO enterprise_contacts (id, ${names.join(', ')}) VALUES (?, ${names.map(() => '?').join(', ')})`,
        )
        .run(row, ...Object.values(columns))
    else
      tx.sqlite
        .prepare(`UPDATE enterprise_contacts SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`)
        .run(...Object.values(columns), row)
    return row
  })
  const row = readContact(sqlite, saved)
  if (row === undefined) throw new Error(`contact ${saved} was written and is not there`)
  return ok(row)
}

export function removeContact(
  context: CommandContext,
  { id }: ParsedInput<'enterprises.removeContact'>,
): AppResult<Output<'enterprises.removeContact'>> {
  const contact = readContact(context.store.sqlite, id)
  if (contact === undefined) return fail('ROW_UNKNOWN')
  const label = ENTERPRISE_LABELS.removeContact(nameOf(context.store, contact.enterpriseId), contact.onDate)
  context.store.write({ kind: 'enterprises.removeContact', label }, (tx) => {
    tx.sqlite.prepare('DELETE FROM enterprise_contacts WHERE id = ?').run(id)
    return null
  })
  return ok({})
}

export function assignOfficer(
  context: CommandContext,
  { ids, officerId, asOf, label }: ParsedInput<'enterprises.assignOfficer'>,
): AppResult<Output<'enterprises.assignOfficer'>> {
  const officer = officerId === null ? null : personName(context.store, officerId)
  if (officerId !== null && officer === null) return fail('PERSON_UNKNOWN')
  const rows = findRows(context.store, ids)
  if (!rows.ok) return rows
  const named =
    officer === null
      ? ENTERPRISE_LABELS.unassign(rows.value.length)
      : ENTERPRISE_LABELS.assign(officer, rows.value.length)
  const changed = context.store.write({ kind: 'enterprises.assignOfficer', label: label ?? named }, (tx) => {
    const assign = tx.sqlite.prepare('UPDATE enterprises SET officer_id = ? WHERE id = ? AND officer_id IS NOT ?')
    const today = context.today()
    const charges = createOfficerNotes(tx, asOf ?? today, today)
    const before = new Map(readOfficersOn(tx.sqlite, asOf ?? today, rows.value).map((row) => [row.id, row.officerId]))
    const done = rows.value.filter((id) => {
      const wasOther = before.has(id) && before.get(id) !== officerId
      charges.note(id, officerId)
      return assign.run(officerId, id, officerId).changes > 0 || wasOther
    }).length
    charges.settle()
    return done
  })
  return ok({ changed, unchanged: rows.value.length - changed })
}

function personName({ sqlite }: Pick<ReadStore, 'sqlite'>, id: string): string | null {
  return sqlite.prepare<[string], string>('SELECT full_name FROM people WHERE id = ?').pluck().get(id) ?? null
}
