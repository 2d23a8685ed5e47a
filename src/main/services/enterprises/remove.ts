import type { Output, ParsedInput } from '#shared/contract/index.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import { ok } from '#shared/kit/result.ts'
import type { ReadStore, Transaction } from '../../db/store.ts'
import type { CommandContext } from '../service.ts'
import { ENTERPRISE_LABELS, KEPT_REASONS } from './text.ts'

/** What belongs to an enterprise alone and goes with it, in the order it goes. */
const OWN_TABLES = [
  'assignments',
  'enterprise_contacts',
  'enterprise_stages',
  'enterprise_aliases',
  'former_places',
  'observations',
] as const

/** With what surveys, stages and contacts say of them, as one step. Rows something else hangs on stay. */
export function removeEnterprises(
  context: CommandContext,
  { ids, label }: ParsedInput<'enterprises.remove'>,
): AppResult<Output<'enterprises.remove'>> {
  const { sqlite } = context.store
  const rows = sqlite
    .prepare<[string], { id: string; name: string }>(
      'SELECT id, name FROM enterprises WHERE id IN (SELECT value FROM json_each(?))',
    )
    .all(JSON.stringify(ids))
  if (rows.length === 0) return fail('ROW_UNKNOWN')
  const going = new Set(rows.map(({ id }) => id))
  const isHeld = createHoldTest(context.store)
  // A branch that stays holds its company, and so on down: until nothing more is held.
  for (let before = -1; before !== going.size;) {
    before = going.size
    for (const id of going) if (isHeld(id, going)) going.delete(id)
  }
  const kept = rows.filter(({ id }) => !going.has(id)).map((row) => ({ ...row, reason: KEPT_REASONS.inUse }))
  const [only] = rows
  if (going.size > 0)
    context.store.write(
      {
        kind: 'enterprises.remove',
        label:
          label ??
          (rows.length === 1 && only !== undefined
            ? ENTERPRISE_LABELS.removeOne(only.name)
            : ENTERPRISE_LABELS.remove(going.size)),
      },
      (tx) => removeRows(tx, [...going]),
    )
  return ok({ removed: going.size, kept })
}

export interface EnterpriseReference {
  readonly table: string
  readonly column: string
}

/** Every column of the file that refers to an enterprise, read from the file itself. */
export function readReferences({ sqlite }: Pick<ReadStore, 'sqlite'>): readonly EnterpriseReference[] {
  return sqlite
    .prepare<[], EnterpriseReference>(
      `SELECT t.name AS "table", k."from" AS "column" FROM sqlite_schema t JOIN pragma_foreign_key_list(t.name) k
       WHERE t.type = 'table' AND k."table" = 'enterprises' ORDER BY t.name, k."from"`,
    )
    .all()
}

function createHoldTest(store: Pick<ReadStore, 'sqlite'>): (id: string, going: ReadonlySet<string>) => boolean {
  const tests = readReferences(store)
    .filter(({ table }) => !OWN_TABLES.some((own) => own === table))
    .map(({ table, column }) => ({
      isSelf: table === 'enterprises',
      holders: store.sqlite.prepare<[string], string>(`SELECT id FROM "${table}" WHERE "${column}" = ?`).pluck(),
    }))
  return (id, going) =>
    tests.some(({ isSelf, holders }) => holders.all(id).some((holder) => !isSelf || !going.has(holder)))
}

function removeRows(tx: Transaction, ids: readonly string[]): null {
  for (const table of OWN_TABLES) {
    const remove = tx.sqlite.prepare(`DELETE FROM ${table} WHERE enterprise_id = ?`)
    for (const id of ids) remove.run(id)
  }
  // Branches of a company that goes too would hold it for a moment.
  const loosen = tx.sqlite.prepare('UPDATE enterprises SET parent_enterprise_id = NULL WHERE parent_enterprise_id = ?')
  for (const id of ids) loosen.run(id)
  const remove = tx.sqlite.prepare('DELETE FROM enterprises WHERE id = ?')
  for (const id of ids) remove.run(id)
  return null
}
