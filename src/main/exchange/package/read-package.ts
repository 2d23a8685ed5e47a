import { createHash } from 'node:crypto'
import path from 'node:path'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { ContentRow, ContentSignature, PackageContent } from '#shared/domain/exchange/content.ts'
import { ok } from '#shared/kit/result.ts'
import { ForeignFailure, refuseDamaged } from '../foreign-failure.ts'
import { isOpenDocument } from '../formats/ods.ts'
import { readBytes } from '../read-foreign-file.ts'
import { recognise } from '../recognise.ts'
import { openSafeZip, type SafeZip } from '../zip-gate.ts'
import { ENVELOPE_PART, FORMAT, SEALED_PART, SIGNATURE_PART, type Envelope, type SealParameters } from './envelope.ts'
import { fingerprintOf, verifyBytes } from './keys.ts'
import { migrateEnvelope } from './migrate-envelope.ts'
import { isRecord, isRowId, parseJson, readCells, unpackRows } from './pack-rows.ts'
import { unseal } from './seal.ts'

/** What a file turned out to be. A workbook may be a form; whoever asked reads it as one. */
export type PackageReading =
  | {
      readonly carrier: 'package'
      readonly sha256: string
      readonly province: Envelope['province']
      readonly signature: ContentSignature
      /** Shapes are checked; what the rows mean is not. */
      readonly content: PackageContent
    }
  | { readonly carrier: 'workbook' }

/**
 * Opens a file, passes it through the gate, recognises it by its content and checks every byte against the signature.
 * Runs in the parse process. Expected failures are values.
 */
export async function readPackageFile(file: string, passphrase: string | null): Promise<AppResult<PackageReading>> {
  const name = path.basename(file)
  try {
    const bytes = readBytes(file)
    const kind = recognise(bytes)
    if (kind === 'ole' || kind === 'text' || kind === 'biff') return ok({ carrier: 'workbook' })
    if (kind !== 'zip')
      throw new ForeignFailure('PACKAGE_FOREIGN', { what: typeof kind === 'object' ? kind.alien : 'tệp khác' })
    return ok(await readZip(bytes, passphrase, createHash('sha256').update(bytes).digest('hex')))
  } catch (thrown) {
    if (!(thrown instanceof ForeignFailure)) return fail('PACKAGE_DAMAGED', { file: name })
    // The gate's own words for a damaged file speak of Excel.
    const code = thrown.code === 'FILE_DAMAGED' ? 'PACKAGE_DAMAGED' : thrown.code
    return fail(code, { file: name, ...thrown.places }, thrown.details)
  }
}

async function readZip(bytes: Buffer, passphrase: string | null, sha256: string): Promise<PackageReading> {
  const zip = await openSafeZip(bytes)
  try {
    if (!zip.names.has(ENVELOPE_PART)) {
      if (zip.names.has('[Content_Types].xml') || isOpenDocument(zip)) return { carrier: 'workbook' }
      throw new ForeignFailure('PACKAGE_FOREIGN', { what: 'tệp nén khác' })
    }
    const first = await zip.bytes(ENVELOPE_PART)
    const read = parseJson(first.toString('utf8'))
    const sealed = isRecord(read) ? read['sealed'] : undefined
    if (sealed === undefined) return await readOpen(zip, first, read, sha256)
    if (!isRecord(read) || read['format'] !== FORMAT) return refuseDamaged()
    if (passphrase === null) throw new ForeignFailure('PACKAGE_PASSPHRASE_NEEDED')
    const inner = unseal(await zip.bytes(SEALED_PART), checkSeal(sealed), passphrase)
    if (inner === null) throw new ForeignFailure('PACKAGE_PASSPHRASE_WRONG')
    const opened = await openSafeZip(inner)
    try {
      const envelope = await opened.bytes(ENVELOPE_PART)
      return await readOpen(opened, envelope, parseJson(envelope.toString('utf8')), sha256)
    } finally {
      opened.close()
    }
  } finally {
    zip.close()
  }
}

function checkSeal(value: unknown): SealParameters {
  if (!isRecord(value)) return refuseDamaged()
  const { n, r, p, salt, nonce, tag } = value
  if (typeof n !== 'number' || typeof r !== 'number' || typeof p !== 'number') return refuseDamaged()
  if (typeof salt !== 'string' || typeof nonce !== 'string' || typeof tag !== 'string') return refuseDamaged()
  return { n, r, p, salt, nonce, tag }
}

async function readOpen(zip: SafeZip, first: Buffer, read: unknown, sha256: string): Promise<PackageReading> {
  // The version is looked at first: a newer program may sign in another way.
  const envelope = migrateEnvelope(read)
  const signature = await checkSignature(zip, first)
  const named = new Set([ENVELOPE_PART, SIGNATURE_PART, ...envelope.parts.map((part) => part.name)])
  if ([...zip.names].some((name) => !named.has(name))) throw new ForeignFailure('PACKAGE_TAMPERED')
  const tables: Record<string, readonly ContentRow[]> = {}
  for (const part of envelope.parts) {
    if (!zip.names.has(part.name)) throw new ForeignFailure('PACKAGE_TAMPERED')
    const bytes = await zip.bytes(part.name)
    if (createHash('sha256').update(bytes).digest('hex') !== part.sha256) throw new ForeignFailure('PACKAGE_TAMPERED')
    const text = bytes.toString('utf8')
    if (part.table === '*') Object.assign(tables, readTrialTables(text))
    else tables[part.table] = unpackRows(text)
  }
  return {
    carrier: 'package',
    sha256,
    province: envelope.province,
    signature,
    content: { head: envelope.head, tables, missing: [], problems: [] },
  }
}

async function checkSignature(zip: SafeZip, first: Buffer): Promise<ContentSignature> {
  if (!zip.names.has(SIGNATURE_PART)) throw new ForeignFailure('PACKAGE_TAMPERED')
  const read = parseJson((await zip.bytes(SIGNATURE_PART)).toString('utf8'))
  if (!isRecord(read)) return refuseDamaged()
  const { publicKey, signature } = read
  if (typeof publicKey !== 'string' || typeof signature !== 'string') return refuseDamaged()
  if (!verifyBytes(first, publicKey, signature)) throw new ForeignFailure('PACKAGE_TAMPERED')
  return { publicKey, fingerprint: fingerprintOf(publicKey) }
}

/** Rows of the trial run: objects as they are, all tables in one part. */
function readTrialTables(text: string): Record<string, ContentRow[]> {
  const read = parseJson(text)
  const tables = isRecord(read) ? read['tables'] : null
  if (!isRecord(tables)) return refuseDamaged()
  return Object.fromEntries(
    Object.entries(tables).map(([table, rows]) => [
      table,
      Array.isArray(rows) ? rows.map(readTrialRow) : refuseDamaged(),
    ]),
  )
}

function readTrialRow(row: unknown): ContentRow {
  if (!isRecord(row) || !isRowId(row['id'])) return refuseDamaged()
  const { id, cells, base, deleted, stamp } = row
  return {
    id,
    cells: readCells(cells),
    ...(base === undefined ? {} : { base: readCells(base) }),
    ...(deleted === true ? { deleted } : {}),
    ...(typeof stamp === 'string' ? { stamp } : {}),
  }
}
