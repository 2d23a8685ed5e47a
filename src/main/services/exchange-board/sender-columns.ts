import type { ParsedInput } from '#shared/contract/index.ts'
import type { SenderMapping } from '#shared/contract/exchange-board.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import { columnIndex, columnLetter } from '#shared/domain/exchange/foreign-sheet.ts'
import { fingerprintOfTitles } from '#shared/domain/exchange/senders/sender-columns.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import { ok } from '#shared/kit/result.ts'
import { and, desc, eq } from '../../db/orm.ts'
import { senderColumns } from '../../db/schema/index.ts'
import type { ReadStore, Transaction } from '../../db/store.ts'
import type { CommandContext, QueryContext } from '../service.ts'
import { BOARD_LABELS } from './text.ts'

type Stored = typeof senderColumns.$inferSelect

export function listMappings({ store }: QueryContext): AppResult<SenderMapping[]> {
  return ok(
    store.db
      .select()
      .from(senderColumns)
      .orderBy(desc(senderColumns.usedOn), desc(senderColumns.id))
      .all()
      .map(publish),
  )
}

function publish({ id, sender, titles, fields, usedOn }: Stored): SenderMapping {
  const byLetter = Object.entries(fields).map(([at, field]) => [columnLetter(Number(at)), field] as const)
  return { id, sender, titles: [...titles], fields: Object.fromEntries(byLetter), usedOn }
}

/** The newest way of reading lists with these titles: of this sender, else of any. */
export function findMapping(
  store: Pick<ReadStore, 'db'>,
  titles: readonly string[],
  sender: string | null,
): Stored | null {
  const known = store.db
    .select()
    .from(senderColumns)
    .where(eq(senderColumns.fingerprint, fingerprintOfTitles(titles)))
    .orderBy(desc(senderColumns.usedOn), desc(senderColumns.id))
    .all()
  const folded = sender === null ? null : foldText(sender)
  return known.find((row) => row.senderFolded === folded) ?? known[0] ?? null
}

export interface MappingToKeep {
  readonly sender: string
  readonly titles: readonly string[]
  /** Field by column, from 0. */
  readonly fields: Readonly<Record<string, string | null>>
}

/** Writes it, or lays it over what was known of this sender and these titles; answers its id. */
export function writeMapping(tx: Transaction, { sender, titles, fields }: MappingToKeep, usedOn: string): string {
  const senderFolded = foldText(sender)
  const fingerprint = fingerprintOfTitles(titles)
  const known = tx.db
    .select()
    .from(senderColumns)
    .where(and(eq(senderColumns.senderFolded, senderFolded), eq(senderColumns.fingerprint, fingerprint)))
    .get()
  const id = known?.id ?? tx.newId()
  if (known === undefined)
    tx.db.insert(senderColumns).values({ id, sender, senderFolded, fingerprint, titles, fields, usedOn }).run()
  else tx.db.update(senderColumns).set({ sender, titles, fields, usedOn }).where(eq(senderColumns.id, id)).run()
  return id
}

export function saveMapping(
  { store, today }: CommandContext,
  { sender, titles, fields: byLetter }: ParsedInput<'senders.save'>,
): AppResult<SenderMapping> {
  const fields: Record<string, string | null> = {}
  for (const [letter, field] of Object.entries(byLetter)) {
    const at = columnIndex(letter.toUpperCase())
    if (at < 0 || at >= titles.length) return fail('SENDER_COLUMN_UNKNOWN', { text: letter })
    fields[at] = field
  }
  const id = store.write({ kind: 'senders.save', label: BOARD_LABELS.remember(sender) }, (tx) =>
    writeMapping(tx, { sender, titles, fields }, today()),
  )
  const written = store.db.select().from(senderColumns).where(eq(senderColumns.id, id)).get()
  return written === undefined ? fail('ROW_UNKNOWN') : ok(publish(written))
}
