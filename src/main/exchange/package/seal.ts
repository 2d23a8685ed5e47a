import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto'
import type { SealParameters } from './envelope.ts'

/** OWASP's figures for scrypt: 128 MB for a moment, a third of a second on an office PC. */
const COST = { n: 2 ** 17, r: 8, p: 1 } as const
/** More than anybody needs: a package may not make its reader work for minutes. */
const MOST = { n: 2 ** 18, r: 16, p: 4 } as const
const MEMORY = 300 * 1024 * 1024

export interface Sealed {
  readonly parameters: SealParameters
  readonly bytes: Buffer
}

/** Encrypts with AES-256-GCM under a key made from the passphrase. */
export function seal(plain: Uint8Array, passphrase: string): Sealed {
  const salt = randomBytes(16)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', deriveKey(passphrase, salt, COST), nonce)
  const bytes = Buffer.concat([cipher.update(plain), cipher.final()])
  return {
    bytes,
    parameters: {
      ...COST,
      salt: salt.toString('base64'),
      nonce: nonce.toString('base64'),
      tag: cipher.getAuthTag().toString('base64'),
    },
  }
}

/** Null when the passphrase is wrong, or the bytes are not what was sealed: the two cannot be told apart. */
export function unseal(
  bytes: Uint8Array,
  { n, r, p, salt, nonce, tag }: SealParameters,
  passphrase: string,
): Buffer | null {
  const isUsual =
    Number.isInteger(Math.log2(n)) && n >= 2 && n <= MOST.n && r >= 1 && r <= MOST.r && p >= 1 && p <= MOST.p
  if (!isUsual) return null
  try {
    const key = deriveKey(passphrase, Buffer.from(salt, 'base64'), { n, r, p })
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64'), { authTagLength: 16 })
    decipher.setAuthTag(Buffer.from(tag, 'base64'))
    return Buffer.concat([decipher.update(bytes), decipher.final()])
  } catch {
    return null
  }
}

/** A passphrase is the same however its accents are composed. */
function deriveKey(
  passphrase: string,
  salt: Buffer,
  { n, r, p }: { readonly n: number; readonly r: number; readonly p: number },
): Buffer {
  return scryptSync(passphrase.normalize('NFC'), salt, 32, { N: n, r, p, maxmem: MEMORY })
}
