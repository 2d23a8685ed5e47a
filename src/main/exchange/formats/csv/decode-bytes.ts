import { judgeEncoding, fromTcvn3, fromVni } from '#shared/domain/text/legacy-fonts.ts'
import { vietnameseShare } from '#shared/domain/text/syllable.ts'
import type { ForeignNote } from '#shared/domain/exchange/foreign-sheet.ts'

/** A text file's content and how it was decoded, when that was not plain UTF-8. */
export interface DecodedBytes {
  readonly text: string
  readonly note: ForeignNote | null
}

const JUDGED = 200_000

/**
 * Decodes a text file by its mark, else by what it can be: UTF-8 if valid, UTF-16 by its NULs, else one byte a
 * letter in Windows-1258 or as old fonts used it (TCVN3, VNI) – whichever gives Vietnamese. Bytes of old fonts are
 * handed on as Latin-1 signs, for the reading of cells to convert and report.
 */
export function decodeBytes(bytes: Buffer): DecodedBytes {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return { text: bytes.subarray(3).toString('utf8'), note: null }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: bytes.subarray(2).toString('utf16le'), note: 'utf16' }
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: swap(bytes.subarray(2)).toString('utf16le'), note: 'utf16' }
  const zeros = countZeros(bytes)
  // A NUL or two among letters are dirt, not the other half of every letter.
  const least = Math.min(bytes.length, 4096) * 0.2
  if (zeros.odd > zeros.even * 10 && zeros.odd > least) return { text: bytes.toString('utf16le'), note: 'utf16' }
  if (zeros.even > zeros.odd * 10 && zeros.even > least) return { text: swap(bytes).toString('utf16le'), note: 'utf16' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), note: null }
  } catch {
    return decodeSingleBytes(bytes)
  }
}

function decodeSingleBytes(bytes: Buffer): DecodedBytes {
  const western = new TextDecoder('windows-1252').decode(bytes)
  const vietnamese = new TextDecoder('windows-1258').decode(bytes).normalize('NFC')
  const head = western.slice(0, JUDGED)
  const best = [
    { share: vietnameseShare(vietnamese.slice(0, JUDGED)), text: vietnamese, note: 'windows1258' as const },
    { share: vietnameseShare(fromTcvn3(head)), text: western, note: 'legacyBytes' as const },
    {
      share: judgeEncoding(head) === 'plain' ? 0 : vietnameseShare(fromVni(head)),
      text: western,
      note: 'legacyBytes' as const,
    },
    // A UTF-8 file with a few broken bytes is still UTF-8.
    {
      share: vietnameseShare(bytes.toString('utf8').slice(0, JUDGED).replaceAll('\ufffd', '')) - 0.05,
      text: bytes.toString('utf8'),
      note: null,
    },
  ].reduce((a, b) => (b.share > a.share ? b : a))
  return { text: best.text, note: best.note }
}

function countZeros(bytes: Buffer): { even: number; odd: number } {
  const counts = { even: 0, odd: 0 }
  bytes.subarray(0, 4096).forEach((byte, index) => {
    if (byte === 0) counts[index % 2 === 0 ? 'even' : 'odd']++
  })
  return counts
}

function swap(bytes: Buffer): Buffer {
  return Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16()
}
