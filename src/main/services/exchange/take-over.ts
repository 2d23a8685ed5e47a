import type { ParsedInput } from '#shared/contract/index.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { ContentProblem } from '#shared/domain/exchange/content.ts'
import { KIND_RULES } from '#shared/domain/exchange/kinds.ts'
import type { ClashChoice } from '#shared/domain/exchange/merge/merge-row.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import { ok } from '#shared/kit/result.ts'
import { SqliteError } from '../../db/load-sqlite.ts'
import type { ReadStore, Store } from '../../db/store.ts'
import type { CommandContext } from '../service.ts'
import { readUserName } from '../settings.ts'
import {
  checkSender,
  readSite,
  rememberRefusedKey,
  rememberSender,
  senderName,
  type Arrival,
  type CheckedSender,
} from './check-sender.ts'
import { compareContent, type Comparison } from './compare.ts'
import { presentCode } from './former-codes.ts'
import { findPackage, writeLedger, type Counts, type KnownPackage } from './ledger.ts'
import { ownUnit, prepareOwnSite, readOwnSite } from './site.ts'
import { EXCHANGE_LABELS, GAP_SENTENCES } from './text.ts'
import { writeMerge } from './write-merge.ts'

export type Wishes = Pick<ParsedInput<'exchange.apply'>, 'clashes' | 'reject' | 'decide' | 'review'>

export interface Gap {
  readonly id: string
  readonly sequence: number | null
  readonly sentence: string
}

/** What a file is to this data file before its rows are looked at. */
export interface Standing {
  readonly sender: CheckedSender
  readonly known: KnownPackage | null
  readonly gaps: readonly Gap[]
}

export function judgeArrival(store: Store, arrival: Arrival): AppResult<Standing> {
  const known = findPackage(store, arrival.content.head.id)
  const sender = checkSender(store, arrival)
  if (!sender.ok) {
    const { site } = arrival.content.head.from
    if (sender.error.code === 'PACKAGE_KEY_CHANGED' && site !== null && arrival.signature !== null)
      rememberRefusedKey(store, site, arrival.signature.publicKey)
    return sender
  }
  return ok({ sender: sender.value, known, gaps: findGaps(store, arrival) })
}

/** What the package goes on from and is not here. */
export function findGaps(store: ReadStore, { content, carrier }: Pick<Arrival, 'content' | 'carrier'>): Gap[] {
  const { base, from, notes } = content.head
  if (base === null || carrier === 'form') return []
  const known = findPackage(store, base)
  if (known === null) {
    const before = Number(notes['baseSequence'])
    const day = notes['baseDay']
    return Number.isInteger(before) && day !== undefined
      ? [{ id: base, sequence: before, sentence: GAP_SENTENCES.numbered(before, from.name, formatDate(day)) }]
      : [{ id: base, sequence: null, sentence: GAP_SENTENCES.unknown(base) }]
  }
  if (known.direction === 'out' || known.state === 'applied') return []
  const sentence = known.state === 'undone' ? GAP_SENTENCES.undone : GAP_SENTENCES.waiting
  return [{ id: base, sequence: known.sequence, sentence: sentence(known.sequence, known.from.name) }]
}

/** Compares without writing; edits of this side get the count they would get. */
export function compareArrival(
  context: CommandContext,
  arrival: Arrival,
  standing: Standing,
  wishes: Wishes,
): Comparison {
  const { store } = context
  const own = readOwnSite(store)
  const { sender } = standing
  return compareContent(store.sqlite, {
    content: arrival.content,
    now: { site: own?.id ?? 'own', count: (own?.count ?? 0) + 1 },
    decides: (owner) => decidesFor(sender, arrival, owner),
    senderKeeps: (owner) => (owner === 'province' ? sender.senderIsProvince : !sender.senderIsProvince),
    senderUnits: sender.senderUnits,
    isOtherKnown: (site) => site === own?.id || isSiteOfOthers(store, site, arrival, sender.senderUnits),
    rejects: (table, row, column) => wishes.reject.some((selector) => fits(selector, table, row, column)),
    choose: (table, row, column): ClashChoice =>
      wishes.decide.find((selector) => fits(selector, table, row, column))?.choice ?? wishes.clashes,
    review: wishes.review && standing.gaps.length > 0,
    today: context.today(),
  })
}

/** A site that has sent something here, neither the sender's nor another of its office. Forms sign for nobody. */
function isSiteOfOthers(
  store: ReadStore,
  site: string,
  { content }: Arrival,
  units: CheckedSender['senderUnits'],
): boolean {
  if (site === content.head.from.site) return false
  const known = readSite(store, site)
  return known !== undefined && units?.has(presentCode(store.sqlite, known.unit_code)) !== true
}

/** The owner decides; between two sites of one office both do. */
export function decidesFor(sender: CheckedSender, { content }: Arrival, owner: 'province' | 'unit'): boolean {
  if (content.head.from.unit === sender.ownUnit) return true
  return owner === 'province' ? sender.ownIsProvince : !sender.ownIsProvince
}

type Selector = Wishes['reject'][number]

function fits({ table, row, column }: Selector, ofTable: string, ofRow: string, ofColumn: string): boolean {
  return (
    (table === null || table === ofTable) && (row === null || row === ofRow) && (column === null || column === ofColumn)
  )
}

export interface TakenOver {
  readonly counts: Counts
  readonly open: number
  readonly problems: readonly ContentProblem[]
  readonly at: string
}

/** Compares and writes, all or nothing, as one step of the history with its line in the log. */
export function takeOver(
  context: CommandContext,
  arrival: Arrival,
  standing: Standing,
  wishes: Wishes,
): AppResult<TakenOver> {
  const { store } = context
  const { content, file } = arrival
  const { head } = content
  const own = prepareOwnSite(store, context.newId, standing.sender.ownUnit)
  // A site that was made before the file got its unit follows the unit.
  if (own.unit !== standing.sender.ownUnit)
    store.sqlite.prepare('UPDATE own_site SET unit_code = ?').run(standing.sender.ownUnit)
  // A file that has nothing yet learns of its unit from this package.
  const ownId = standing.sender.adopts ? null : ownUnit(store).id
  const comparison = compareArrival(context, arrival, standing, wishes)
  const [stranger] = comparison.foreign
  if (stranger !== undefined)
    return fail('PACKAGE_NOT_THEIRS', {
      file,
      name: head.from.name,
      count: comparison.foreign.length,
      text: stranger.title,
    })
  const kind = KIND_RULES[head.kind].title.toLocaleLowerCase('vi')
  const label = EXCHANGE_LABELS.apply(kind, senderName(store, head), head.sequence)
  try {
    const taken = store.write({ kind: 'exchange.apply', label }, (tx) => {
      tx.sqlite.prepare('UPDATE own_site SET count = ?').run(own.count + 1)
      const written = writeMerge(tx, {
        comparison,
        packageId: head.id,
        count: own.count + 1,
        source: head.from.site,
        theirUnit: head.from.unit,
        decides: (owner) => decidesFor(standing.sender, arrival, owner),
      })
      if (ownId !== null) followOwnUnit(store, ownId)
      const { counts } = comparison
      const kept = {
        ...counts,
        // What a new file was seeded with nobody said: the province's word stands, and that is no clash.
        clashes: standing.sender.adopts ? 0 : counts.clashes,
      }
      rememberSender(store, arrival, tx.at)
      writeLedger(tx.sqlite, {
        head,
        direction: 'in',
        carrier: arrival.carrier,
        fileName: file,
        sha256: arrival.sha256,
        state: 'applied',
        at: tx.at,
        who: readUserName(store),
        count: own.count + 1,
        rows: comparison.rows.length,
        counts: kept,
        operationId: tx.operationId,
      })
      tx.sqlite.prepare('DELETE FROM package_files WHERE id = ?').run(head.id)
      return { counts: kept, open: written.open, problems: comparison.problems, at: tx.at }
    })
    forgetEmptyStep(store, head.id)
    return ok(taken)
  } catch (thrown) {
    if (thrown instanceof SqliteError && thrown.code.startsWith('SQLITE_CONSTRAINT'))
      return fail('PACKAGE_CONTRADICTS', { file, text: describeConstraint(thrown) })
    throw thrown
  }
}

/** The unit's own code may have come to mean another unit by what was taken over. */
function followOwnUnit(store: Store, id: string): void {
  if (ownUnit(store).id === id) return
  store.sqlite.prepare('UPDATE own_site SET unit_code = (SELECT code FROM units WHERE id = ?)').run(id)
}

/** A step that changed nothing leaves no trace in the history; the log does not point at it then. */
function forgetEmptyStep(store: Store, id: string): void {
  store.sqlite
    .prepare(
      `UPDATE packages SET operation_id = NULL
       WHERE id = ? AND NOT EXISTS (SELECT 1 FROM operations o WHERE o.id = packages.operation_id)`,
    )
    .run(id)
}

/** "observations", where SQLite names a table; the columns mean nothing to a clerk. */
function describeConstraint(thrown: Error): string {
  const table = /: ([a-z_]+)\./.exec(thrown.message)?.[1]
  return table === undefined ? 'dòng gắn với dòng khác chưa có' : `phần ${table}`
}

/** Keeps the bytes of a package that has to wait, with its line in the log. */
export function keepWaiting(context: CommandContext, arrival: Arrival, bytes: Buffer): void {
  const { store } = context
  const at = context.clock().toISOString()
  store.sqlite.transaction(() => {
    store.sqlite
      .prepare('INSERT OR REPLACE INTO package_files (id, bytes) VALUES (?, ?)')
      .run(arrival.content.head.id, bytes)
    writeLedger(store.sqlite, {
      head: arrival.content.head,
      direction: 'in',
      carrier: arrival.carrier,
      fileName: arrival.file,
      sha256: arrival.sha256,
      state: 'waiting',
      at,
      who: readUserName(store),
      count: 0,
      rows: Object.values(arrival.content.tables).reduce((sum, rows) => sum + rows.length, 0),
      counts: { created: 0, updated: 0, deleted: 0, unchanged: 0, clashes: 0 },
      operationId: null,
    })
  })()
}
