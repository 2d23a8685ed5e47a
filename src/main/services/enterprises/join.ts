import type { Output, ParsedInput } from '#shared/contract/index.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { EnterpriseRow } from '#shared/contract/enterprises.ts'
import { REGISTRY_COLUMNS, type RegistryColumnId } from '#shared/domain/enterprises/columns.ts'
import { valueOfEnterprise } from '#shared/domain/enterprises/row-values.ts'
import type { TableValue } from '#shared/domain/table/view.ts'
import { ok } from '#shared/kit/result.ts'
import { OBSERVED_CELLS } from '../../db/queries/enterprise-columns.ts'
import { findEnterpriseId } from '../../db/queries/enterprise-rows.ts'
import { SqliteError } from '../../db/load-sqlite.ts'
import type { Transaction } from '../../db/store.ts'
import { createOfficerNotes } from '../organisation/officers.ts'
import { readUserName } from '../settings.ts'
import type { CommandContext } from '../service.ts'
import { pickColumns } from './list.ts'
import { readEnterpriseRows } from './read-rows.ts'
import { readCatalogue } from './registry-catalogue.ts'
import { readReferences } from './remove.ts'
import { ENTERPRISE_LABELS } from './text.ts'
import { writeCells } from './write-cells.ts'

const NOW = { day: null, round: null } as const

export function judgePair(
  context: CommandContext,
  input: ParsedInput<'enterprises.judgePair'>,
): AppResult<Output<'enterprises.judgePair'>> {
  const { store, today } = context
  const first = findEnterpriseId(store.sqlite, input.first)
  const second = findEnterpriseId(store.sqlite, input.second)
  if (first === null || second === null) return fail('ROW_UNKNOWN')
  if (first === second) return fail('ENTERPRISE_PAIR_ONE')
  const picked = pickColumns(input.take)
  if (!picked.ok) return picked
  const rows = readEnterpriseRows(store, [first, second], NOW, today())
  const [one, other] = input.keep === 'first' ? rows : rows.toReversed()
  if (one === undefined || other === undefined) return fail('ROW_UNKNOWN')
  const who = readUserName(store)
  const review = { first, second, verdict: input.verdict, note: input.note || null, who }
  if (input.verdict === 'different') {
    store.write({ kind: 'enterprises.judgePair', label: ENTERPRISE_LABELS.different(one.name, other.name) }, (tx) => {
      writeReview(tx, review)
      return null
    })
    return ok({ kept: null })
  }
  const take = new Set(input.take)
  // A branch cannot take its own company in and its MST as well: no order of undoing would give both back.
  if (one.parentEnterpriseId === other.id && takesTaxCode(one, other, take))
    return fail('ENTERPRISE_JOIN_CLASH', { name: other.name })
  try {
    store.write({ kind: 'enterprises.join', label: ENTERPRISE_LABELS.join(one.name, other.name) }, (tx) => {
      joinRows(context, tx, { one, other, take, who })
      writeReview(tx, review)
      return null
    })
  } catch (thrown) {
    // Two rows of another table would then say the same of one enterprise.
    if (thrown instanceof SqliteError && thrown.code === 'SQLITE_CONSTRAINT_UNIQUE')
      return fail('ENTERPRISE_JOIN_CLASH', { name: other.name })
    throw thrown
  }
  return ok({ kept: readEnterpriseRows(store, [one.id], NOW, today())[0] ?? null })
}

function takesTaxCode(one: EnterpriseRow, other: EnterpriseRow, take: ReadonlySet<string>): boolean {
  return other.taxCode !== null && (one.taxCode === null || take.has('taxCode'))
}

interface Join {
  /** Stays. */
  readonly one: EnterpriseRow
  /** Goes into it. */
  readonly other: EnterpriseRow
  readonly take: ReadonlySet<string>
  readonly who: string
}

function joinRows(context: CommandContext, tx: Transaction, { one, other, take, who }: Join): void {
  joinObservations(tx, one.id, other.id)
  // Where the row that stays was placed on earlier days is its own history.
  tx.sqlite.prepare('DELETE FROM former_places WHERE enterprise_id = ?').run(other.id)
  for (const { table, column } of readReferences(tx))
    if (table !== 'observations')
      tx.sqlite
        .prepare(`UPDATE "${table}" SET "${column}" = ? WHERE "${column}" = ? AND id <> ?`)
        .run(one.id, other.id, one.id)
  tx.sqlite
    .prepare(
      'INSERT INTO enterprise_aliases (id, enterprise_id, alias_id, tax_code, name, joined_at) VALUES (?, ?, ?, ?, ?, ?)',
    )
    .run(tx.newId(), one.id, other.id, other.taxCode, other.name, tx.at)
  const remove = (): void => void tx.sqlite.prepare('DELETE FROM enterprises WHERE id = ?').run(other.id)
  // Its MST must be free before it is taken; but what this row hung on can only go when it does not any more.
  const isBelow = one.parentEnterpriseId === other.id
  if (isBelow) tx.sqlite.prepare('UPDATE enterprises SET parent_enterprise_id = NULL WHERE id = ?').run(one.id)
  remove()
  const merged = { ...other.extra, ...one.extra }
  if (Object.keys(merged).length > Object.keys(one.extra).length)
    tx.sqlite.prepare('UPDATE enterprises SET extra = ? WHERE id = ?').run(JSON.stringify(merged), one.id)
  const today = context.today()
  const values = chooseValues(tx, { one, other, take }, today)
  if (values.size > 0)
    writeCells(
      tx,
      { catalogue: readCatalogue(tx), changes: [{ id: one.id, name: one.name, values }], added: [] },
      { observedOn: null, today, who },
    )
  // Both had somebody in charge: whoever the joined row names goes on.
  const officer = tx.sqlite.prepare<[string], string | null>('SELECT officer_id FROM enterprises WHERE id = ?').pluck()
  createOfficerNotes(tx, today).note(one.id, officer.get(one.id) ?? null)
}

/** What the joined row is to say: the values named in `take` are the other's, blanks are filled, the rest stays. */
function chooseValues(
  tx: Transaction,
  { one, other, take }: Omit<Join, 'who'>,
  today: string,
): Map<RegistryColumnId, TableValue> {
  const now = readEnterpriseRows(tx, [one.id], NOW, today)[0]
  const values = new Map<RegistryColumnId, TableValue>()
  if (now === undefined) return values
  for (const { id, editable, origin } of REGISTRY_COLUMNS) {
    // Both histories of stages stand together; the newest entry is the stage, unless the clerk chose the other's.
    if (!editable || (origin === 'stage' && !take.has(id))) continue
    const own = valueOfEnterprise(one, id)
    const others = valueOfEnterprise(other, id)
    const wanted = take.has(id) ? others : (own ?? others)
    if (wanted === null && (id === 'name' || origin === 'stage')) continue
    if (id === 'parentEnterprise' && (wanted === other.id || wanted === one.id)) continue
    if (wanted !== valueOfEnterprise(now, id)) values.set(id, wanted)
  }
  return values
}

/** Where both were surveyed in one round, its observation keeps what it says and its blanks are filled. */
function joinObservations(tx: Transaction, one: string, other: string): void {
  const columns = Object.values(OBSERVED_CELLS)
  const pairs = tx.sqlite
    .prepare<[string, string], { own: string; others: string }>(
      `SELECT a.id AS own, b.id AS others FROM observations a JOIN observations b ON b.round_id = a.round_id
       WHERE a.enterprise_id = ? AND b.enterprise_id = ?`,
    )
    .all(one, other)
  const fill = tx.sqlite.prepare<[string, string]>(
    `UPDATE observations SET (${columns.join(', ')}) =
       (SELECT ${columns.map((name) => `COALESCE(observations.${name}, b.${name})`).join(', ')} FROM observations b WHERE b.id = ?)
     WHERE id = ?`,
  )
  const remove = tx.sqlite.prepare('DELETE FROM observations WHERE id = ?')
  for (const pair of pairs) {
    fill.run(pair.others, pair.own)
    remove.run(pair.others)
  }
  tx.sqlite.prepare('UPDATE observations SET enterprise_id = ? WHERE enterprise_id = ?').run(one, other)
}

interface Review {
  readonly first: string
  readonly second: string
  readonly verdict: 'same' | 'different'
  readonly note: string | null
  readonly who: string
}

function writeReview(tx: Transaction, { first, second, verdict, note, who }: Review): void {
  const [lesser, greater] = first < second ? [first, second] : [second, first]
  const known = tx.sqlite
    .prepare<[string, string], string>('SELECT id FROM enterprise_pair_reviews WHERE first_id = ? AND second_id = ?')
    .pluck()
    .get(lesser, greater)
  if (known === undefined)
    tx.sqlite
      .prepare(
        `INSERT INTO enterprise_pair_reviews (id, first_id, second_id, verdict, judged_at, who, note)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(tx.newId(), lesser, greater, verdict, tx.at, who, note)
  else
    tx.sqlite
      .prepare('UPDATE enterprise_pair_reviews SET verdict = ?, judged_at = ?, who = ?, note = ? WHERE id = ?')
      .run(verdict, tx.at, who, note, known)
}
