import { randomBytes } from 'node:crypto'

export type NewId = () => string

const POOL = 16 * 256

/**
 * Makes UUIDv7 text (RFC 9562): 48 bits of milliseconds, then a counter that never falls within a
 * millisecond, then randomness. Ids of one site therefore sort in the order their rows were born.
 */
export function createIds(now: () => number = Date.now): NewId {
  let lastMs = 0
  let counter = 0
  let pool: Buffer = Buffer.alloc(0)
  let used = 0
  return () => {
    const ms = Math.max(now(), lastMs)
    counter = ms === lastMs ? counter + 1 : randomBytes(2).readUInt16BE() & 0x3ff
    // 12 bits are used up only by > 3,000 rows in one millisecond; borrow the next one.
    const carry = counter > 0xfff
    lastMs = carry ? ms + 1 : ms
    if (carry) counter = 0
    // Random bytes are fetched for many ids at once: an import makes a hundred thousand.
    if (used === pool.length) {
      pool = randomBytes(POOL)
      used = 0
    }
    const bytes = pool.subarray(used, (used += 16))
    bytes.writeUIntBE(lastMs, 0, 6)
    bytes.writeUInt16BE(0x7000 | counter, 6)
    bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8)
    const hex = bytes.toString('hex')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  }
}
