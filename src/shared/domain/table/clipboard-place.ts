import { ownValue } from '../../kit/own-value.ts'
import { foldText } from '../text/fold.ts'

/** Where a block comes to stand: `rows` × `columns` cells from the corner, filled from the block repeated. */
export interface Placement {
  readonly top: number
  readonly left: number
  /** Rows and columns written, the table's edge already observed; rows from `added` on are new ones. */
  readonly rows: number
  readonly columns: number
  /** Of `rows`, how many lie past the last row of the table. */
  readonly added: number
  /** Rows and columns of the block that fall off the table. */
  readonly cutRows: number
  readonly cutColumns: number
}

export interface PlaceInput {
  /** Rows of the block without its header line, and its widest row. */
  readonly height: number
  readonly width: number
  readonly range: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }
  readonly table: { readonly rows: number; readonly columns: number }
  readonly canAddRows: boolean
}

/**
 * A block stands at the range's corner. When the range is its whole multiple it repeats over the range, as in
 * Excel: a single value fills it all; one line of three values over nine cells of one column fills nine lines.
 */
export function placeBlock({ height, width, range, table, canAddRows }: PlaceInput): Placement {
  const rangeRows = range.bottom - range.top + 1
  const rangeColumns = range.right - range.left + 1
  const fits =
    height > 0 &&
    width > 0 &&
    (rangeRows === 1 || rangeRows % height === 0) &&
    (rangeColumns === 1 || rangeColumns % width === 0)
  const wantedRows = fits ? Math.max(rangeRows, height) : height
  const wantedColumns = fits ? Math.max(rangeColumns, width) : width
  const roomDown = Math.max(0, table.rows - range.top)
  const rows = canAddRows ? wantedRows : Math.min(wantedRows, roomDown)
  const columns = Math.min(wantedColumns, Math.max(0, table.columns - range.left))
  return {
    top: range.top,
    left: range.left,
    rows,
    columns,
    added: Math.max(0, rows - roomDown),
    cutRows: wantedRows - rows,
    cutColumns: wantedColumns - columns,
  }
}

/** A header line in a block: for each of its columns the place of the column of the table it names, or null. */
export interface HeaderMatch {
  readonly columns: readonly (number | null)[]
  /** The named columns are those the block would fall on anyway. */
  readonly inPlace: boolean
}

/**
 * Whether the first line of a block names columns of the table. All its words must be titles, or at least two
 * of them and at least half; a line with any number in it is data. `titles` holds for each column everything it
 * may be called; `elsewhere` what columns are called that are not shown: known, but nothing goes there. Words are
 * compared without case, accents and signs.
 */
export function matchHeader(
  line: readonly string[],
  titles: readonly (readonly string[])[],
  left: number,
  elsewhere: ReadonlySet<string> = new Set(),
): HeaderMatch | null {
  const words = line.map(foldTitle)
  const filled = words.filter((word) => word !== '').length
  if (filled === 0) return null
  const places = new Map<string, number[]>()
  titles.forEach((names, place) => {
    for (const name of new Set(names.map(foldTitle)))
      if (name !== '') places.set(name, [...(places.get(name) ?? []), place])
  })
  const taken = new Set<number>()
  const columns = words.map((word, at): number | null => {
    const found = (places.get(word) ?? []).filter((place) => !taken.has(place))
    // A title that several columns carry ("CT" under each indicator) means the one it lies on.
    const place = found.includes(left + at) ? left + at : found[0]
    if (word === '' || place === undefined) return null
    taken.add(place)
    return place
  })
  const placed = columns.filter((place) => place !== null).length
  const matched = placed + words.filter((word, at) => columns[at] === null && elsewhere.has(word)).length
  if (placed === 0 || matched < filled / 2 || (matched < 2 && matched < filled)) return null
  const unknown = line.filter((text, at) => columns[at] === null && text.trim() !== '')
  if (unknown.some((text) => /^[\d.,\s%/-]+$/.test(text.trim()))) return null
  return { columns, inPlace: columns.every((place, at) => place === null || place === left + at) }
}

/** How offices shorten words in the headers of their tables. */
const SHORT: Readonly<Record<string, string>> = {
  bch: 'ban chap hanh',
  cdcs: 'cong doan co so',
  cd: 'cong doan',
  cnld: 'cong nhan lao dong',
  dn: 'doanh nghiep',
  dv: 'doan vien',
  ld: 'lao dong',
  ldld: 'lien doan lao dong',
  mst: 'ma so thue',
  qd: 'quyet dinh',
  sdt: 'so dien thoai',
  sl: 'so luong',
}

/** The form titles are compared in: no case, accents and signs, "Tên CĐCS" as "Tên công đoàn cơ sở". */
export function foldTitle(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim()
    .split(' ')
    .map((word) => ownValue(SHORT, word) ?? word)
    .join(' ')
}
