import fs from 'node:fs'
import path from 'node:path'
import yazl from 'yazl'
import { readWordFile } from '#main/exchange/read-word-file.ts'
import type { WordFile } from '#shared/domain/documents/word-file.ts'
import { makeTempFolder } from '#tests/support/temp-folder.ts'
import { unzipDocx } from './read-docx.ts'

export type Spoil = (xml: string) => string

/** A Word file with one of its parts changed, as a clerk's hand would have changed it in Word. */
export async function spoilDocx(bytes: Uint8Array, part: string, spoil: Spoil): Promise<Buffer> {
  const parts = new Map(await unzipDocx(bytes))
  const before = parts.get(part)
  if (before === undefined) throw new Error(`no part ${part}`)
  const after = spoil(before)
  if (after === before) throw new Error(`${part} was not changed`)
  parts.set(part, after)
  return zipParts(parts)
}

export function zipParts(parts: ReadonlyMap<string, string>): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  for (const [name, xml] of parts) zip.addBuffer(Buffer.from(xml), name)
  zip.end()
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    zip.outputStream.on('data', (chunk: Buffer) => chunks.push(chunk))
    zip.outputStream.on('end', () => resolve(Buffer.concat(chunks)))
    zip.outputStream.on('error', reject)
  })
}

/** Reads bytes as the program reads a file a clerk chooses. */
export async function readAsWord(bytes: Uint8Array): Promise<WordFile> {
  const file = path.join(makeTempFolder(), 'văn bản.docx')
  fs.writeFileSync(file, bytes)
  const read = await readWordFile(file)
  if (!read.ok) throw new Error(read.error.message)
  return read.value
}
