import type { SenderKey } from '#shared/contract/exchange-rows.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import { ok } from '#shared/kit/result.ts'
import type { ReadStore } from '../../db/store.ts'
import { fingerprintOf } from '../../exchange/package/keys.ts'
import type { CommandContext } from '../service.ts'
import { readUserName } from '../settings.ts'
import { codesOf, presentCode } from './former-codes.ts'

interface StoredKey {
  readonly id: string
  readonly unit_code: string
  readonly unit_name: string
  readonly public_key: string
  readonly state: 'seen' | 'verified'
  readonly first_seen: string
  readonly verified_at: string | null
  readonly verified_by: string | null
  readonly refused_key: string | null
}

export function listKeys(store: ReadStore): SenderKey[] {
  return store.sqlite
    .prepare<[], StoredKey>('SELECT * FROM sites ORDER BY unit_code, first_seen')
    .all()
    .map((row) => describeKey(store, row))
}

function describeKey({ sqlite }: Pick<ReadStore, 'sqlite'>, row: StoredKey): SenderKey {
  return {
    site: row.id,
    unit: presentCode(sqlite, row.unit_code),
    unitName: row.unit_name,
    fingerprint: fingerprintOf(row.public_key),
    state: row.state,
    firstSeen: row.first_seen,
    verifiedAt: row.verified_at,
    verifiedBy: row.verified_by,
    refused: row.refused_key === null ? null : fingerprintOf(row.refused_key),
  }
}

/**
 * The fingerprint was read back over the telephone. Said with the fingerprint of a key that was refused, that key is
 * the sender's from now on; any other fingerprint is a mistake of reading.
 */
export function trustKey(
  context: CommandContext,
  { site, fingerprint }: { readonly site: string; readonly fingerprint: string | null },
): AppResult<SenderKey> {
  const { sqlite } = context.store
  const rows = sqlite
    .prepare<[string, string], StoredKey>(
      `SELECT * FROM sites WHERE id = ? OR unit_code IN (SELECT value FROM json_each(?)) ORDER BY first_seen DESC`,
    )
    .all(site, codesOf(sqlite, site))
  // A unit with several PCs has to be told apart by the site.
  const row = rows.find(({ id }) => id === site) ?? (rows.length === 1 ? rows[0] : chooseByPrint(rows, fingerprint))
  if (row === undefined) return fail('SITE_UNKNOWN', { code: site })
  const said = fingerprint === null ? null : bare(fingerprint)
  const isKnown = said === null || said === bare(fingerprintOf(row.public_key))
  const isRefused = said !== null && row.refused_key !== null && said === bare(fingerprintOf(row.refused_key))
  if (!isKnown && !isRefused) return fail('SITE_FINGERPRINT_WRONG', { text: fingerprint ?? '' })
  sqlite
    .prepare(
      `UPDATE sites SET public_key = ?, refused_key = NULL, state = 'verified', verified_at = ?, verified_by = ? WHERE id = ?`,
    )
    .run(
      isKnown ? row.public_key : (row.refused_key ?? row.public_key),
      context.clock().toISOString(),
      readUserName(context.store),
      row.id,
    )
  const after = sqlite.prepare<[string], StoredKey>('SELECT * FROM sites WHERE id = ?').get(row.id)
  return after === undefined ? fail('SITE_UNKNOWN', { code: site }) : ok(describeKey(context.store, after))
}

function chooseByPrint(rows: readonly StoredKey[], fingerprint: string | null): StoredKey | undefined {
  if (fingerprint === null) return undefined
  const said = bare(fingerprint)
  return rows.find(
    (row) =>
      bare(fingerprintOf(row.public_key)) === said ||
      (row.refused_key !== null && bare(fingerprintOf(row.refused_key)) === said),
  )
}

/** As it is typed: with spaces, dashes or none, in any case. */
function bare(fingerprint: string): string {
  return fingerprint.replace(/[^0-9A-Fa-f]/g, '').toUpperCase()
}
