import type { ForeignRow } from '../exchange/foreign-sheet.ts'
import { parseCountNumber, parseCountText } from '../text/parse-number.ts'
import type { SurveyField } from './fields.ts'
import type { Findings } from './findings.ts'
import type { SurveyRecord } from './read-record.ts'
import type { RowReader } from './row-kinds.ts'
import { FILE_HINTS } from './sentences.ts'

/** Totals a group or total row states. */
export type StatedSums = Partial<Record<'workers' | 'women' | 'insured' | 'members', number>>

export function readStated(reader: RowReader, row: ForeignRow): StatedSums {
  const sums: StatedSums = {}
  for (const field of ['workers', 'women', 'insured', 'members'] as const) {
    const column = reader.columns.get(field)
    const value = column === undefined ? null : row.values[column]
    if (column === undefined || value === null || value === undefined) continue
    const parsed = typeof value === 'number' ? parseCountNumber(value) : parseCountText(reader.text.read(row, column))
    // A formula nobody calculated is stored as 0.
    if (parsed !== null && parsed.value > 0) sums[field] = parsed.value
  }
  return sums
}

const SUM_NAMES = {
  workers: 'số lao động',
  women: 'số lao động nữ',
  insured: 'số tham gia BHXH',
  members: 'số đoàn viên',
} as const

/** Compares the totals a file states with the sums of its rows; a difference is a hint, never used. */
export function createSumCheck(
  columns: ReadonlyMap<SurveyField, number>,
  findings: Findings,
): {
  group(row: ForeignRow, stated: StatedSums): void
  total(row: number, stated: StatedSums, isGrand: boolean): void
  record(record: SurveyRecord): void
  close(): void
} {
  const fields = (['workers', 'women', 'insured', 'members'] as const).filter((field) => columns.has(field))
  const zero = (): Required<StatedSums> => ({ workers: 0, women: 0, insured: 0, members: 0 })
  const all = zero()
  let part = zero()
  let rowsInPart = 0
  let open: { row: number; stated: StatedSums } | null = null
  const compare = (row: number, stated: StatedSums, ours: Required<StatedSums>): void => {
    for (const field of fields) {
      const value = stated[field]
      if (value !== undefined && value !== ours[field])
        findings.say(FILE_HINTS.totalDiffers(row, SUM_NAMES[field], value, ours[field]))
    }
  }
  const closePart = (): void => {
    if (open !== null && rowsInPart > 0) compare(open.row, open.stated, part)
    open = null
  }
  return {
    group(row, stated) {
      closePart()
      part = zero()
      rowsInPart = 0
      open = { row: row.number, stated }
    },
    total(row, stated, isGrand) {
      closePart()
      if (isGrand) compare(row, stated, all)
      else if (rowsInPart > 0) {
        // A subtotal is of its group, or of everything so far where groups are not marked.
        const isOfAll = fields.every((field) => stated[field] === undefined || stated[field] === all[field])
        if (!isOfAll) compare(row, stated, part)
      }
      if (!isGrand) {
        part = zero()
        rowsInPart = 0
      }
    },
    record(record) {
      rowsInPart++
      for (const field of fields) {
        all[field] += record[field] ?? 0
        part[field] += record[field] ?? 0
      }
    },
    close: closePart,
  }
}
