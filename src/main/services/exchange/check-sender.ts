import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { ContentSignature, PackageContent, PackageHead } from '#shared/domain/exchange/content.ts'
import { KIND_RULES } from '#shared/domain/exchange/kinds.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import { ok } from '#shared/kit/result.ts'
import type { ReadStore } from '../../db/store.ts'
import { fingerprintOf } from '../../exchange/package/keys.ts'
import { readStamp } from '#shared/domain/exchange/merge/stamp-text.ts'
import { presentCode } from './former-codes.ts'
import { unitsBelow } from './scope.ts'
import { nameOfUnit, readOwnSite, rootUnit } from './site.ts'
import { sayPeriod } from './text.ts'

export interface SenderKeyRow {
  readonly id: string
  readonly unit_code: string
  readonly unit_name: string
  readonly public_key: string
  readonly state: 'seen' | 'verified'
}

export interface Trust {
  readonly state: 'unsigned' | 'new' | 'seen' | 'verified' | 'changed'
  readonly fingerprint: string | null
  readonly knownFingerprint: string | null
}

export interface Arrival {
  readonly file: string
  readonly content: PackageContent
  readonly carrier: 'package' | 'form'
  readonly sha256: string
  readonly signature: ContentSignature | null
  /** Null for a form: the package it answers is ours. */
  readonly province: { readonly id: string; readonly name: string } | null
}

export interface CheckedSender {
  readonly trust: Trust
  /** The file has nothing yet: it becomes the unit's the package is for. */
  readonly adopts: boolean
  /** Whose data this file is, and becomes. */
  readonly ownUnit: string
  /** Codes of the units the sender may speak for; null: the whole province. */
  readonly senderUnits: ReadonlySet<string> | null
  readonly senderIsProvince: boolean
  readonly ownIsProvince: boolean
}

/** Whether a package may be taken over at all: whose it is, for whom, by whose key. Every refusal has its sentence. */
export function checkSender(store: ReadStore, arrival: Arrival): AppResult<CheckedSender> {
  const { file, content, signature } = arrival
  const { head } = content
  const own = readOwnSite(store)
  const root = rootUnit(store)
  const name = head.from.name
  if (own !== null && (head.from.site === own.id || isSentByUs(store, head))) return fail('PACKAGE_OWN', { file })
  const adopts = isFresh(store, own?.unit ?? root.code, root.code) && bringsTree(content)
  if (arrival.province !== null && !adopts && !isOurProvince(store, arrival.province))
    return fail('PACKAGE_OTHER_PROVINCE', { file, name: arrival.province.name })
  // In a file that has nothing yet, the sender's tree is the tree.
  const rootCode = root.code
  const ownUnit = adopts ? head.to.unit : (own?.unit ?? rootCode)
  if (head.to.unit !== ownUnit) return fail('PACKAGE_NOT_FOR_US', { file, name: head.to.name })
  const trust = judgeKey(store, head, signature)
  if (trust.state === 'changed')
    return fail(
      'PACKAGE_KEY_CHANGED',
      { file, name, fingerprint: trust.fingerprint ?? '' },
      { fingerprint: trust.fingerprint, site: head.from.site },
    )
  const bound = head.from.site === null ? undefined : readSite(store, head.from.site)
  if (bound !== undefined && presentCode(store.sqlite, bound.unit_code) !== head.from.unit)
    return fail('PACKAGE_SENDER_UNIT', { file, name, other: bound.unit_name })
  const senderIsProvince = adopts || head.from.unit === rootCode
  const ownIsProvince = ownUnit === rootCode
  const rule = KIND_RULES[head.kind]
  if ((rule.sender === 'province' && !senderIsProvince) || (rule.sender === 'unit' && senderIsProvince))
    return fail('PACKAGE_SENDER_KIND', { file, kind: rule.title, name })
  let senderUnits: ReadonlySet<string> | null = null
  // Another PC of this very office speaks for all this one keeps.
  if (!senderIsProvince && head.from.unit !== ownUnit) {
    const id = store.sqlite.prepare<[string], string>('SELECT id FROM units WHERE code = ?').pluck().get(head.from.unit)
    if (id === undefined) return fail('PACKAGE_SENDER_UNKNOWN', { file, code: head.from.unit })
    senderUnits = new Set(
      store.sqlite
        .prepare<[string], string>('SELECT code FROM units WHERE id IN (SELECT value FROM json_each(?))')
        .pluck()
        .all(JSON.stringify(unitsBelow(store.sqlite, [id]))),
    )
  }
  const period = checkPeriod(arrival)
  if (!period.ok) return period
  if (own !== null && knowsMoreOfUs(content, own.id, own.count)) return fail('PACKAGE_SITE_RESTORED', { file })
  return ok({ trust, adopts, ownUnit, senderUnits, senderIsProvince, ownIsProvince })
}

function isSentByUs(store: ReadStore, { id }: PackageHead): boolean {
  return store.sqlite.prepare(`SELECT 1 FROM packages WHERE id = ? AND direction = 'out'`).get(id) !== undefined
}

/** Nothing but what a new file begins with: no units below the root, no plan, no registry. */
function isFresh(store: ReadStore, ownUnit: string, root: string): boolean {
  if (ownUnit !== root) return false
  const row = store.sqlite
    .prepare<[], { n: number }>(
      `SELECT (SELECT COUNT(*) FROM units WHERE parent_id IS NOT NULL) + (SELECT COUNT(*) FROM plans)
         + (SELECT COUNT(*) FROM enterprises) + (SELECT COUNT(*) FROM grassroots_unions)
         + (SELECT COUNT(*) FROM packages) AS n`,
    )
    .get()
  return row?.n === 0
}

/** It comes from the top of a tree of units, or from another PC of the same office, and brings the tree along. */
function bringsTree({ head, tables }: PackageContent): boolean {
  const isSameOffice = head.kind === 'handover' && head.from.unit === head.to.unit
  return (tables['units'] ?? []).some(
    ({ cells }) => (isSameOffice || cells['code'] === head.from.unit) && (cells['parent'] ?? null) === null,
  )
}

function isOurProvince(store: ReadStore, { id, name }: { readonly id: string; readonly name: string }): boolean {
  const root = rootUnit(store)
  if (root.id === id || foldText(root.name) === foldText(name)) return true
  return (
    store.sqlite
      .prepare(`SELECT 1 FROM exchange_aliases WHERE table_name = 'units' AND row_id = ? AND alias_id = ?`)
      .get(root.id, id) !== undefined
  )
}

export function readSite(store: ReadStore, id: string): SenderKeyRow | undefined {
  return store.sqlite
    .prepare<[string], SenderKeyRow>('SELECT id, unit_code, unit_name, public_key, state FROM sites WHERE id = ?')
    .get(id)
}

function judgeKey(store: ReadStore, { from }: PackageHead, signature: ContentSignature | null): Trust {
  if (signature === null) return { state: 'unsigned', fingerprint: null, knownFingerprint: null }
  const { fingerprint, publicKey } = signature
  const known = from.site === null ? undefined : readSite(store, from.site)
  if (known === undefined) return { state: 'new', fingerprint, knownFingerprint: null }
  const knownFingerprint = fingerprintOf(known.public_key)
  return known.public_key === publicKey
    ? { state: known.state, fingerprint, knownFingerprint }
    : { state: 'changed', fingerprint, knownFingerprint }
}

/** A report of another period than the package says would be filed where nobody looks for it. */
function checkPeriod({ file, content }: Arrival): AppResult<null> {
  const { period } = content.head
  if (period === null) return ok(null)
  for (const row of content.tables['reports'] ?? []) {
    const day = row.cells['as_of']
    if (typeof day === 'string' && (day < period.from || day > period.to))
      return fail('PACKAGE_WRONG_PERIOD', { file, period: sayPeriod(period), day: formatDate(day) })
  }
  return ok(null)
}

/** Stamps that name edits of this site it has not made yet: the file was restored from an older copy, or is used twice. */
function knowsMoreOfUs({ tables }: PackageContent, site: string, count: number): boolean {
  const looked = new Set<string>()
  for (const rows of Object.values(tables))
    for (const { stamp } of rows) {
      if (stamp === undefined || looked.has(stamp)) continue
      looked.add(stamp)
      if ((readStamp(stamp)?.knows[site] ?? 0) > count) return true
    }
  return false
}

/** Takes the sender's key at its first use, or says again when it was seen. */
export function rememberSender(store: ReadStore, { content, signature }: Arrival, at: string): void {
  const { from } = content.head
  if (from.site === null || signature === null) return
  store.sqlite
    .prepare(
      `INSERT INTO sites (id, unit_code, unit_name, public_key, state, first_seen) VALUES (?, ?, ?, ?, 'seen', ?)
       ON CONFLICT (id) DO UPDATE SET unit_name = excluded.unit_name`,
    )
    .run(from.site, from.unit, from.name, signature.publicKey, at)
}

export function rememberRefusedKey(store: ReadStore, site: string, publicKey: string): void {
  store.sqlite.prepare('UPDATE sites SET refused_key = ? WHERE id = ?').run(publicKey, site)
}

/** How this file calls the sender. */
export function senderName(store: ReadStore, head: PackageHead): string {
  const known = nameOfUnit(store, head.from.unit)
  return known === head.from.unit ? head.from.name : known
}
