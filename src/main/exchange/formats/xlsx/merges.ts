import { columnIndex, type MergedArea } from '#shared/domain/exchange/foreign-sheet.ts'
import { refuseUnsafe } from '../../foreign-failure.ts'
import { LIMITS } from '../../limits.ts'

const REF = /mergeCell\s[^>]*?\bref\s*=\s*["']([^"']{1,40})["']/g

/**
 * The merged areas of a sheet. They stand after its rows, but rows are read by them, so they are picked out before:
 * from the last `sheetData` on there are only small elements.
 */
export function readMerges(bytes: Buffer): MergedArea[] {
  const rowsEnd = bytes.lastIndexOf('sheetData')
  const from = rowsEnd < 0 ? -1 : bytes.indexOf('mergeCells', rowsEnd)
  if (from < 0) return []
  const merges: MergedArea[] = []
  for (const match of bytes.subarray(from).toString('latin1').matchAll(REF)) {
    if (merges.length >= LIMITS.merges) refuseUnsafe('quá nhiều ô gộp')
    const area = readArea(match[1] ?? '')
    if (area !== null) merges.push(area)
  }
  return merges
}

/** "A1:C2"; null for what is no area of several cells. */
function readArea(ref: string): MergedArea | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(ref)
  if (match === null) return null
  return {
    left: columnIndex(match[1] ?? ''),
    top: Number(match[2]),
    right: columnIndex(match[3] ?? ''),
    bottom: Number(match[4]),
  }
}
