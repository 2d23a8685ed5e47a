import { isDateCell } from '../exchange/foreign-sheet.ts'
import { formatDate } from '../text/format.ts'
import type { TableSpan } from './find-header.ts'
import type { UnitFinding } from './find-unit.ts'
import { isSigningLine } from './period-text.ts'
import type { ReadingContext } from './read-sheet.ts'
import { placeLine } from './unknown-units.ts'
import type { ReportGrid } from './report-grid.ts'
import type { UnitRef } from './report-model.ts'

/** Lines above a table, without those that say where and when a paper was signed. */
export function linesOf(grid: ReportGrid, { above }: TableSpan): readonly string[] {
  return above.flatMap((row) =>
    row.values.flatMap((_, column) => {
      const text = grid.text(row, column)
      return /\p{L}|\d[/.]\d{4}/u.test(text) ? [text] : []
    }),
  )
}

/** Rows above a table as one line each: "Từ ngày | 01/01/2024 | đến ngày | 30/6/2024" says its days in four cells. */
export function joinedLines(grid: ReportGrid, { above }: TableSpan): readonly string[] {
  return above.flatMap((row) => {
    const texts = row.values.map((value, column) =>
      isDateCell(value) && value.date !== null ? formatDate(value.date) : grid.text(row, column),
    )
    const filled = texts.filter((text) => text !== '')
    return filled.length > 1 ? [filled.join(' ')] : []
  })
}

/** Whose report it is: what its title says, then the sheet's and the file's name, then who signed it. */
export function readUnit(
  grid: ReportGrid,
  lines: readonly string[],
  below: readonly string[],
  { units, fileName }: ReadingContext,
  carried: UnitRef | null,
): UnitRef {
  const tries: readonly (readonly [UnitFinding, 'title' | 'sheet' | 'file'])[] = [
    ...lines.map((line) => [units.inLine(line), 'title'] as const),
    [units.inName(grid.name), 'sheet'],
    [units.inName(fileName), 'file'],
    // Under a table stands who signed it.
    ...below.map((line) => [units.inLine(line), 'title'] as const),
  ]
  const own = tries.find(([found]) => found.kind === 'unit' && !found.isRoot)
  if (own !== undefined && own[0].kind === 'unit') {
    const [found, source] = own
    // A workbook's second sheet may keep the first one's title; what a table on the same sheet had stays its own.
    if (source !== 'title' && carried !== null) return carried
    return { kind: 'unit', unit: found.unit, source, text: found.text }
  }
  if (carried !== null) return carried
  const several = tries.find(([found]) => found.kind === 'several')
  if (several !== undefined && several[0].kind === 'several')
    return { kind: 'several', units: several[0].units, text: several[0].text }
  // "LĐLĐ TỈNH … / LĐLĐ HUYỆN TÂN PHÚ": a unit nobody knows is not its province.
  const unnamed = placeLine([...lines, ...nameParts(fileName)])
  if (unnamed !== null && units.inLine(unnamed).kind !== 'unit') return { kind: 'unknown', text: unnamed }
  const root = tries.find(([found]) => found.kind === 'unit')
  if (root !== undefined && root[0].kind === 'unit')
    return { kind: 'unit', unit: root[0].unit, source: root[1], text: root[0].text }
  const title = lines.find(
    (line) => !/^(?:cộng hòa|độc lập|báo cáo|tổng hợp|biểu|\()/iu.test(line) && !isSigningLine(line),
  )
  return { kind: 'unknown', text: title ?? '' }
}

/** "BC T6 - Huyện Tân Phú (sua).xlsx" → its parts between signs. */
function nameParts(fileName: string): string[] {
  return fileName
    .replace(/\.[a-z]{3,4}$/i, '')
    .split(/[-–_()]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
