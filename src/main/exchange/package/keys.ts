import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'

export interface KeyPair {
  /** Raw 32 bytes of the Ed25519 key, base64. */
  readonly publicKey: string
  /** PKCS 8, base64. */
  readonly privateKey: string
}

/** What stands before the 32 bytes of an Ed25519 key in SPKI (RFC 8410, section 4). */
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex')

export function makeKeyPair(): KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).subarray(SPKI_HEAD.length).toString('base64'),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
  }
}

export function signBytes(bytes: Uint8Array, privateKey: string): string {
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' })
  return sign(null, bytes, key).toString('base64')
}

/** False also for what is no key or no signature. */
export function verifyBytes(bytes: Uint8Array, publicKey: string, signature: string): boolean {
  try {
    const raw = Buffer.from(publicKey, 'base64')
    if (raw.length !== 32) return false
    const key = createPublicKey({ key: Buffer.concat([SPKI_HEAD, raw]), format: 'der', type: 'spki' })
    return verify(null, bytes, key, Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}

/** "3A91 0F2C 77D4 …": 40 hex digits of the key's hash in groups of four, to be read over the telephone. */
export function fingerprintOf(publicKey: string): string {
  const hash = createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex').toUpperCase()
  return (hash.slice(0, 40).match(/.{4}/g) ?? []).join(' ')
}
