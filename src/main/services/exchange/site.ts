import type { SiteRow } from '#shared/contract/exchange-rows.ts'
import type { ReadStore, Store } from '../../db/store.ts'
import { fingerprintOf, makeKeyPair, type KeyPair } from '../../exchange/package/keys.ts'
import { presentCode } from './former-codes.ts'

/** This data file as others meet it. */
export interface OwnSite extends KeyPair {
  readonly id: string
  /** Code of the unit whose view it keeps. */
  readonly unit: string
  readonly name: string
  /** Counts the moments at which edits were looked for. */
  readonly count: number
  /** Number of the last package made. */
  readonly sequence: number
}

interface Stored {
  id: string
  unit_code: string
  name: string
  public_key: string
  private_key: string
  count: number
  sequence: number
}

export function readOwnSite(store: Pick<ReadStore, 'sqlite'>): OwnSite | null {
  const row = store.sqlite.prepare<[], Stored>('SELECT * FROM own_site').get()
  return row === undefined
    ? null
    : {
        id: row.id,
        // A code that was changed since goes on meaning the unit.
        unit: presentCode(store.sqlite, row.unit_code),
        name: row.name,
        publicKey: row.public_key,
        privateKey: row.private_key,
        count: row.count,
        sequence: row.sequence,
      }
}

/** The site this file is; made with its key the first time it is needed. Not part of the history, so no step. */
export function prepareOwnSite(store: Store, newId: () => string, unit?: string): OwnSite {
  const known = readOwnSite(store)
  if (known !== null) return known
  const { publicKey, privateKey } = makeKeyPair()
  store.sqlite
    .prepare('INSERT INTO own_site (id, unit_code, name, public_key, private_key) VALUES (?, ?, ?, ?, ?)')
    .run(newId(), unit ?? rootUnit(store).code, '', publicKey, privateKey)
  return prepareOwnSite(store, newId)
}

/** A new id and key for a copied file. What it once sent it now knows as another site's. */
export function renewOwnSite(store: Store, newId: () => string): OwnSite {
  const known = prepareOwnSite(store, newId)
  const { publicKey, privateKey } = makeKeyPair()
  store.sqlite
    .prepare('UPDATE own_site SET id = ?, public_key = ?, private_key = ?, count = 0, sequence = 0')
    .run(newId(), publicKey, privateKey)
  // The other copy is from now on somebody this file may meet, with a key that is known already.
  const unit = nameOfUnit(store, known.unit)
  store.sqlite
    .prepare(
      `INSERT OR IGNORE INTO sites (id, unit_code, unit_name, public_key, state, first_seen)
       VALUES (?, ?, ?, ?, 'verified', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))`,
    )
    .run(known.id, known.unit, unit, known.publicKey)
  return prepareOwnSite(store, newId)
}

export function setOwnSite(
  store: Store,
  newId: () => string,
  patch: { unit: string | null; name: string | null },
): void {
  prepareOwnSite(store, newId)
  if (patch.unit !== null) store.sqlite.prepare('UPDATE own_site SET unit_code = ?').run(patch.unit)
  if (patch.name !== null) store.sqlite.prepare('UPDATE own_site SET name = ?').run(patch.name)
}

export function rootUnit(store: Pick<ReadStore, 'sqlite'>): { id: string; code: string; name: string } {
  const root = store.sqlite
    .prepare<[], { id: string; code: string; name: string }>(
      'SELECT id, code, name FROM units WHERE parent_id IS NULL ORDER BY sort_order, id LIMIT 1',
    )
    .get()
  if (root === undefined) throw new Error('the data file has no province')
  return root
}

/** Whose papers a data file writes: the unit whose view it keeps, the province where that is not known. */
export function ownUnit(store: Pick<ReadStore, 'sqlite'>): { id: string; code: string; name: string } {
  const code = readOwnSite(store)?.unit
  const known =
    code === undefined
      ? undefined
      : store.sqlite
          .prepare<[string], { id: string; code: string; name: string }>(
            'SELECT id, code, name FROM units WHERE code = ?',
          )
          .get(code)
  return known ?? rootUnit(store)
}

export function nameOfUnit(store: Pick<ReadStore, 'sqlite'>, code: string): string {
  const find = store.sqlite.prepare<[string], string>('SELECT name FROM units WHERE code = ?').pluck()
  return find.get(code) ?? find.get(presentCode(store.sqlite, code)) ?? code
}

export function describeSite(store: Pick<ReadStore, 'sqlite'>): SiteRow {
  const site = readOwnSite(store)
  const root = rootUnit(store)
  const unit = site?.unit ?? root.code
  return {
    id: site?.id ?? null,
    unit,
    unitName: nameOfUnit(store, unit),
    name: site?.name ?? '',
    mode: unit === root.code ? 'province' : 'unit',
    fingerprint: site === null ? null : fingerprintOf(site.publicKey),
  }
}
