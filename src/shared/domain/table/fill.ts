import { parseDecimal } from '../results/parse-value.ts'
import { isIsoDate } from '../../kit/dates.ts'
import { numberAsTyped } from './clipboard-cell.ts'
import { dateSeries } from './fill-dates.ts'
import { numberSeries, type Series } from './fill-numbers.ts'
import { wordSeries } from './fill-words.ts'

/** One cell of the line that is drawn out: what it shows and what it holds. Days are ISO text. */
export interface FillCell {
  readonly kind: 'number' | 'date' | 'text' | 'choice'
  readonly text: string
  readonly value: string | number | boolean | null
}

export interface FillOptions {
  /** Cells to be filled. */
  readonly count: number
  /** Upwards or to the left: the cells before the first, the nearest one first. */
  readonly backwards?: boolean
  /** Ctrl held: a series is copied instead, a single number becomes a series. */
  readonly toggled?: boolean
}

/**
 * Continues a line of cells as Excel's fill handle does; answers the texts to be typed into the cells, nearest
 * first. Two or more numbers, a day, "Quý I", "Tháng 12/2024", "Đợt 1", "Thứ Hai", "II", "Công ty 1" go on;
 * everything else, and a lone number, is repeated.
 *
 *   [1, 2] → 3, 4 …   [30/6] → 1/7, 2/7 …   ["Quý IV/2024"] → "Quý I/2025" …   ["Hải Sơn"] → "Hải Sơn" …
 */
export function fillLine(cells: readonly FillCell[], options: FillOptions): readonly string[] {
  const { count, backwards = false, toggled = false } = options
  if (cells.length === 0 || count <= 0) return []
  const series = findSeries(cells, toggled)
  const texts: string[] = []
  for (let step = 0; step < count; step += 1) {
    // Places in the line: 0 is its first cell, so the next one is its length and the one before is -1.
    const place = backwards ? -1 - step : cells.length + step
    texts.push(series === null ? repeated(cells, place) : series(place))
  }
  return texts
}

/** Copies only, as Ctrl+D and Ctrl+R do. */
export function repeatLine(cells: readonly FillCell[], count: number): readonly string[] {
  return Array.from({ length: cells.length === 0 ? 0 : count }, (_, step) => repeated(cells, cells.length + step))
}

function repeated(cells: readonly FillCell[], place: number): string {
  const cell = cells[((place % cells.length) + cells.length) % cells.length]
  return cell === undefined ? '' : textOf(cell)
}

/** What typing the cell's value would be. */
function textOf({ kind, text, value }: FillCell): string {
  if (value === null) return kind === 'choice' ? text : ''
  if (kind === 'number' && typeof value === 'number') return numberAsTyped(value)
  if (kind === 'date' && typeof value === 'string' && isIsoDate(value)) return value
  return text
}

function findSeries(cells: readonly FillCell[], toggled: boolean): Series | null {
  if (cells.some(({ kind, value }) => kind === 'choice' || value === null || value === '')) return null
  const numbers = cells.map(numberOf)
  if (numbers.every((number) => number !== null)) {
    if (cells.length === 1) return toggled ? numberSeries([numbers[0] ?? 0, (numbers[0] ?? 0) + 1]) : null
    return toggled ? null : numberSeries(numbers)
  }
  if (toggled) return null
  const days = cells.map(({ kind, value }) =>
    kind === 'date' && typeof value === 'string' && isIsoDate(value) ? value : null,
  )
  if (days.every((day) => day !== null)) return dateSeries(days)
  return cells.every(({ kind }) => kind === 'text') ? wordSeries(cells.map(({ text }) => text)) : null
}

/** A number, also one kept as text in a column of numbers; texts of digits ("007") belong to wordSeries. */
function numberOf({ kind, value }: FillCell): number | null {
  if (typeof value === 'number') return value
  return kind === 'number' && typeof value === 'string' ? parseDecimal(value) : null
}
