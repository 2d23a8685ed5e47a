import { createHash } from 'node:crypto'
import yazl from 'yazl'
import type { PackageContent } from '#shared/domain/exchange/content.ts'
import {
  ENVELOPE_PART,
  ENVELOPE_VERSION,
  FORMAT,
  SEALED_PART,
  SIGNATURE_PART,
  type Envelope,
  type SealedEnvelope,
  type SignaturePart,
} from './envelope.ts'
import { signBytes, type KeyPair } from './keys.ts'
import { packRows } from './pack-rows.ts'
import { seal } from './seal.ts'
import { endZip } from '../zip-bytes.ts'

export interface PackageWrite {
  readonly content: PackageContent
  readonly province: Envelope['province']
  readonly keys: KeyPair
  readonly passphrase: string | null
  readonly made: Date
}

/** The bytes of a `.chitieu` package: a zip of envelope, signature and rows; sealed, of what holds that zip. */
export async function writePackage({ content, province, keys, passphrase, made }: PackageWrite): Promise<Buffer> {
  const parts: [name: string, bytes: Buffer][] = []
  const described: { name: string; table: string; sha256: string }[] = []
  for (const [table, rows] of Object.entries(content.tables)) {
    if (rows.length === 0) continue
    const bytes = Buffer.from(packRows(rows))
    const name = `rows/${table}.json`
    parts.push([name, bytes])
    described.push({ name, table, sha256: sha256Of(bytes) })
  }
  const envelope: Envelope = {
    format: FORMAT,
    version: ENVELOPE_VERSION,
    head: content.head,
    province,
    parts: described,
  }
  const first = Buffer.from(JSON.stringify(envelope))
  const signature: SignaturePart = {
    algorithm: 'Ed25519',
    publicKey: keys.publicKey,
    signature: signBytes(first, keys.privateKey),
  }
  const open = await zipParts(
    [[ENVELOPE_PART, first], [SIGNATURE_PART, Buffer.from(JSON.stringify(signature))], ...parts],
    made,
  )
  if (passphrase === null) return open
  const { parameters, bytes } = seal(open, passphrase)
  const sealed: SealedEnvelope = { format: FORMAT, version: ENVELOPE_VERSION, sealed: parameters }
  return zipParts(
    [
      [ENVELOPE_PART, Buffer.from(JSON.stringify(sealed))],
      [SEALED_PART, bytes],
    ],
    made,
  )
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

export async function zipParts(
  parts: readonly (readonly [name: string, bytes: Buffer])[],
  made: Date,
): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  for (const [name, bytes] of parts) zip.addBuffer(bytes, name, { mtime: made, mode: 0o100644 })
  return endZip(zip)
}
