import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { makeKeyPair, signBytes, type KeyPair } from '#main/exchange/package/keys.ts'
import { unpackRows } from '#main/exchange/package/pack-rows.ts'
import { zipParts } from '#main/exchange/package/write-package.ts'
import { openForReading } from '#main/db/open.ts'
import { openSafeZip } from '#main/exchange/zip-gate.ts'
import { readOwnSite } from '#main/services/exchange/site.ts'
import { RESOURCES } from '#tests/support/resources.ts'

/** Opens a package, lets somebody at its parts, and zips it again; nothing is signed anew. */
export async function rewritePackage(file: string, change: (parts: Map<string, Buffer>) => unknown): Promise<Buffer> {
  const parts = await readParts(file)
  change(parts)
  return zipParts([...parts], new Date('2024-10-05T05:00:00Z'))
}

async function readParts(file: string): Promise<Map<string, Buffer>> {
  const zip = await openSafeZip(fs.readFileSync(file))
  const parts = new Map<string, Buffer>()
  for (const name of zip.names) parts.set(name, await zip.bytes(name))
  zip.close()
  return parts
}

type Fields = Readonly<Record<string, unknown>>

function readJson(parts: ReadonlyMap<string, Buffer>, name: string): Fields {
  return JSON.parse(parts.get(name)?.toString('utf8') ?? '{}') as Fields
}

function signParts(parts: Map<string, Buffer>, keys: KeyPair): void {
  const first = parts.get('chitieu.json') ?? Buffer.alloc(0)
  const signature = { algorithm: 'Ed25519', publicKey: keys.publicKey, signature: signBytes(first, keys.privateKey) }
  parts.set('signature.json', Buffer.from(JSON.stringify(signature)))
}

/** The same package signed by somebody else. */
export function signAs(file: string, keys: KeyPair): Promise<Buffer> {
  return rewritePackage(file, (parts) => signParts(parts, keys))
}

/** Another envelope, rightly signed with a key of its own. */
export function rewriteEnvelope(file: string, change: (envelope: Fields) => Fields): Promise<Buffer> {
  return rewritePackage(file, (parts) => {
    parts.set('chitieu.json', Buffer.from(JSON.stringify(change(readJson(parts, 'chitieu.json')))))
    signParts(parts, makeKeyPair())
  })
}

/** A package with other rows, rightly signed by the key of a data file: what a program that means harm could send. */
export async function forgeRows(file: string, dataFile: string, change: (rows: string) => string): Promise<Buffer> {
  const opened = openForReading(dataFile, RESOURCES)
  if (!opened.ok) throw new Error(opened.error.message)
  const own = readOwnSite(opened.value)
  opened.value.close()
  if (own === null) throw new Error('the data file is no site yet')
  return rewritePackage(file, (parts) => {
    const envelope = readJson(parts, 'chitieu.json')
    const described = (envelope['parts'] as readonly { name: string; table: string }[]).map((part) => {
      const bytes = Buffer.from(change(parts.get(part.name)?.toString('utf8') ?? ''))
      parts.set(part.name, bytes)
      return { ...part, sha256: createHash('sha256').update(bytes).digest('hex') }
    })
    parts.set('chitieu.json', Buffer.from(JSON.stringify({ ...envelope, parts: described })))
    signParts(parts, own)
  })
}

export const envelopeBytes = {
  /** As the trial run wrote packages, from a site nobody has met: version 0, flat, all rows in one part. */
  async asTrial(file: string): Promise<Buffer> {
    const parts = await readParts(file)
    const { head, province, parts: described } = readJson(parts, 'chitieu.json')
    const { madeAt, madeBy, answers: _answers, notes: _notes, from, ...rest } = head as Fields
    const tables = Object.fromEntries(
      (described as readonly { name: string; table: string }[]).map(({ name, table }) => [
        table,
        unpackRows(parts.get(name)?.toString('utf8') ?? ''),
      ]),
    )
    const payload = Buffer.from(JSON.stringify({ tables }))
    const envelope = {
      format: 'chitieu',
      version: 0,
      ...rest,
      from: { ...(from as object), site: '01900000-0000-7000-8000-000000000001' },
      province,
      made: { at: madeAt, by: madeBy },
      checksum: createHash('sha256').update(payload).digest('hex'),
    }
    const older = new Map([
      ['chitieu.json', Buffer.from(JSON.stringify(envelope))],
      ['payload.json', payload],
    ])
    signParts(older, makeKeyPair())
    return zipParts([...older], new Date('2024-10-05T05:00:00Z'))
  },
}
