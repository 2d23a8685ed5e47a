import type { PackageHead } from '#shared/domain/exchange/content.ts'

/** Stands in every package of ours and in nothing else. */
export const FORMAT = 'chitieu'
/**
 * What this program writes. Older ones are brought up by `migrate-envelope.ts`; a newer one is refused as that. Since 2
 * the stamps of rows hold every edit that waits with what it says, and who wrote each cell when (docs/adr/0040).
 */
export const ENVELOPE_VERSION = 2

export const ENVELOPE_PART = 'chitieu.json'
export const SIGNATURE_PART = 'signature.json'
export const SEALED_PART = 'sealed.bin'

/**
 * First part of a package. It names every other part with its SHA-256, so that the signature over this one holds for
 * all of them.
 */
export interface Envelope {
  readonly format: typeof FORMAT
  readonly version: number
  readonly head: PackageHead
  /** The province all of it belongs to: id and name of its root unit. */
  readonly province: { readonly id: string; readonly name: string }
  readonly parts: readonly { readonly name: string; readonly table: string; readonly sha256: string }[]
}

/** Instead of an envelope, where a passphrase seals the package: how the key is made from it. */
export interface SealedEnvelope {
  readonly format: typeof FORMAT
  readonly version: number
  readonly sealed: SealParameters
}

/** scrypt's N, r, p with its salt, and the nonce of AES-256-GCM; base64. */
export interface SealParameters {
  readonly n: number
  readonly r: number
  readonly p: number
  readonly salt: string
  readonly nonce: string
  readonly tag: string
}

export interface SignaturePart {
  readonly algorithm: 'Ed25519'
  /** Raw 32 bytes, base64. */
  readonly publicKey: string
  readonly signature: string
}
