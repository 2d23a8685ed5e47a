import fs from 'node:fs'

/**
 * How long a file may be read: a list of 25 MB takes a slow machine well under the two minutes it gets, and a small
 * file that sends a parser round in circles ends soon. In milliseconds.
 */
export function timeLimitOf(file: string): number {
  return Math.min(20_000 + (sizeOf(file) / 1_048_576) * 4_000, 120_000)
}

function sizeOf(file: string): number {
  try {
    return fs.statSync(file).size
  } catch {
    // The parser meets the same failure and says which.
    return 0
  }
}
