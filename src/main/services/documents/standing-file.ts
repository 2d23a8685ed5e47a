import fs from 'node:fs'
import { readMadeFiles } from '../../db/queries/document-rows.ts'
import type { ReadStore } from '../../db/store.ts'
import { openSafeZip } from '../../exchange/zip-gate.ts'
import { hashOf } from './record-made.ts'

/**
 * What lies where a document of a batch would be written.
 * absent     nothing, or no Word file (half a copy): it is made
 * outdated   what the program wrote, untouched, of other figures: it is made anew
 * same       what would be made now
 * unrecorded the same text, but the run that wrote it was killed before it could record it
 * edited     changed by hand, or put there by somebody: kept
 * issued     as it left the office: kept
 */
export type Standing = 'absent' | 'outdated' | 'same' | 'unrecorded' | 'edited' | 'issued'

/** `composed` is the hash of what would be written, `body` gives its word/document.xml. */
export async function standingOf(
  store: Pick<ReadStore, 'sqlite'>,
  file: string,
  composed: string,
  body: () => Promise<string | null>,
): Promise<Standing> {
  const bytes = readFile(file)
  if (bytes === null) return 'absent'
  const hash = hashOf(bytes)
  const record = readMadeFiles(store, file).find((row) => row.sha256 === hash)
  if (record?.status === 'issued') return 'issued'
  if (record !== undefined) return record.composed === composed ? 'same' : 'outdated'
  const found = await readBody(bytes)
  if (found === null) return 'absent'
  return found === (await body()) ? 'unrecorded' : 'edited'
}

function readFile(file: string): Buffer | null {
  try {
    return fs.readFileSync(file)
  } catch {
    return null
  }
}

/** Null for what is no Word file. */
export async function readBody(bytes: Uint8Array): Promise<string | null> {
  try {
    const zip = await openSafeZip(Buffer.from(bytes))
    try {
      return await zip.text('word/document.xml')
    } finally {
      zip.close()
    }
  } catch {
    return null
  }
}
