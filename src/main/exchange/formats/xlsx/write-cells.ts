import type { SheetColumn } from '#shared/domain/table/sheet.ts'
import { daysBetween, isIsoDate } from '#shared/kit/dates.ts'
import { escapeXml } from './write-styles.ts'

/** Longest text an Excel cell takes. */
const LONGEST_TEXT = 32_767
/** Text that a program could take for a formula when it is typed over or saved as another format. */
export const LIKE_FORMULA = /^[=+\-@\t\r]/
export const WIDEST_PIXELS = 720

/** Where a cell stands and how its row looks. */
export interface CellPlace {
  readonly column: SheetColumn
  readonly index: number
  readonly isBold: boolean
  readonly indent: number
}

export function textCell(ref: string, style: number, text: string): string {
  const kept = text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT) : text
  return `<c r="${ref}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(kept)}</t></is></c>`
}

/** 0 → "A", 26 → "AA". */
export function columnLetters(index: number): string {
  let letters = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}

/** About how many lines a text takes in its column: letters of the sheet's font are half as wide as tall. */
export function linesOf(text: string, { column, indent }: CellPlace): number {
  return column.kind === 'text' ? linesIn(text, Math.min(column.width, WIDEST_PIXELS) - indent * 9) : 1
}

/** The same for a width in pixels. */
export function linesIn(text: string, width: number): number {
  const room = Math.max(4, (width - 12) / 6.4)
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / room)), 0)
}

/** "▼ " → `"▼ "`: shown before the number and no part of it. */
export function signFormat(sign: string): string {
  return sign === '' ? '' : `"${sign.replaceAll('"', '')}"`
}

/** As many decimals as the number has, so that the sheet shows what the window shows. */
export function numberFormat(kind: SheetColumn['kind'], value: number): string {
  if (Number.isInteger(value)) return kind === 'percent' ? '0%' : '#,##0'
  const decimals = Math.min(6, /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0)
  const fraction = decimals === 0 ? '' : `.${'0'.repeat(decimals)}`
  return kind === 'percent' ? `0${fraction}%` : `#,##0${fraction}`
}

/** 65.7 (percent) → 0.657, without what dividing by 100 leaves behind. */
export function exactShare(percent: number): number {
  return Number((percent / 100).toPrecision(15))
}

/** Days as Excel counts them; null for what is no day, or earlier than its first right one (1/3/1900). */
export function serialOf(text: string): number | null {
  const known = SERIALS.get(text)
  if (known !== undefined) return known
  const serial = isIsoDate(text) && text >= '1900-03-01' ? daysBetween('1899-12-30', text) : null
  if (SERIALS.size < 50_000) SERIALS.set(text, serial)
  return serial
}

/** Days met before: in a list they repeat. */
const SERIALS = new Map<string, number | null>()
