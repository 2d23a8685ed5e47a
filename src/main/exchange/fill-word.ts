import yazl from 'yazl'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import { ok } from '#shared/kit/result.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { ForeignFailure } from './foreign-failure.ts'
import { openSafeZip } from './zip-gate.ts'
import { endZip } from './zip-bytes.ts'

export interface BlankFilling {
  readonly number: string
  readonly on: IsoDate
}

const DOCUMENT = 'word/document.xml'
const BLANK = '[\\s\\u00a0…._]'

/**
 * Writes number and day into the blanks of a Word file that still stand, and changes nothing else: every other part
 * keeps its bytes. No part is parsed. `complete` is false where a blank was not found, because somebody has filled or
 * rewritten it by hand.
 */
export async function fillBlanks(
  bytes: Buffer,
  { number, on }: BlankFilling,
): Promise<AppResult<{ readonly bytes: Buffer; readonly complete: boolean }>> {
  try {
    const zip = await openSafeZip(bytes)
    try {
      const xml = await zip.text(DOCUMENT)
      if (xml === null) return fail('FILE_NOT_WORD', { file: '', what: 'tệp nén' })
      const [year = '', month = '', day = ''] = on.split('-')
      const monthWritten = Number(month) <= 2 ? month : String(Number(month))
      let numbers = 0
      let days = 0
      const filled = xml
        // "Số:       /KH-LĐLĐ" of the letterhead, "số       /KH-LĐLĐ" of an annex's reference.
        .replace(new RegExp(`(>[^<]*?\\b[Ss]ố:?)${BLANK}{3,}(?=[/-]\\p{L})`, 'gu'), (_, before: string) => {
          numbers += 1
          return `${before} ${number}`
        })
        .replace(new RegExp(`ngày${BLANK}{3,}tháng${BLANK}{3,}năm[\\s\\u00a0]*\\d{4}`, 'gu'), () => {
          days += 1
          return `ngày ${day} tháng ${monthWritten} năm ${year}`
        })
      const parts = new Map<string, Buffer>()
      for (const name of zip.names) parts.set(name, name === DOCUMENT ? Buffer.from(filled) : await zip.bytes(name))
      return ok({ bytes: await packWord(parts), complete: numbers > 0 && days > 0 })
    } finally {
      zip.close()
    }
  } catch (thrown) {
    if (thrown instanceof ForeignFailure) return fail(thrown.code, { file: '', ...thrown.places })
    throw thrown
  }
}

/** The parts as one file again. */
export function packWord(parts: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  // A fixed moment: the same document issued twice gives the same bytes.
  for (const [name, content] of parts) zip.addBuffer(content, name, { mtime: new Date(Date.UTC(2020, 0, 1)) })
  return endZip(zip)
}
