/**
 * What many documents of one moment read alike, read once: the first who asks for a key reads, the others get the same
 * value. It lives as long as one batch, so that all its documents speak of the same moment even when somebody types
 * meanwhile.
 */
export type SharedReads = <T>(key: string, read: () => T) => T

export function createSharedReads(): SharedReads {
  const kept = new Map<string, unknown>()
  return <T>(key: string, read: () => T): T => {
    // A key names one read and its arguments, so what is kept under it has the type of that read.
    if (kept.has(key)) return kept.get(key) as T
    const value = read()
    kept.set(key, value)
    return value
  }
}
