import type { CellValue } from '#shared/domain/exchange/foreign-sheet.ts'
import { addDays, daysBetween, isIsoDate } from '#shared/kit/dates.ts'
import { LIMITS } from '../../limits.ts'
import type { Attributes } from '../xlsx/xml.ts'
import type { OdsStyles } from './styles.ts'

/** Rows of a sheet, in Excel as here. */
export const LAST_ROW = 1_048_576
const ERROR = /^(?:#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)|Err:\d{3})$/

/** One cell, or several that are alike. Text may be in pieces of several fonts. */
export class OpenCell {
  readonly repeated: number
  readonly style: string
  readonly hasFormula: boolean
  readonly spans: { readonly rows: number; readonly columns: number } | null
  private readonly styles: OdsStyles
  private readonly isCovered: boolean
  private readonly type: string | undefined
  private readonly stated: string | undefined
  private readonly runs: { text: string; font: string | null }[] = []
  private readonly fonts: (string | null)[] = []
  private paragraphs = 0
  private inParagraph = false
  private length = 0

  constructor(attributes: Attributes, isCovered: boolean, styles: OdsStyles) {
    this.styles = styles
    this.isCovered = isCovered
    this.repeated = repeatOf(attributes.get('number-columns-repeated'))
    this.style = attributes.get('style-name') ?? ''
    this.hasFormula = attributes.get('formula') !== undefined
    this.type = attributes.get('value-type')
    this.stated = attributes.get(
      this.type === 'date' || this.type === 'time' || this.type === 'boolean' || this.type === 'string'
        ? `${this.type}-value`
        : 'value',
    )
    const rows = repeatOf(attributes.get('number-rows-spanned'))
    const columns = repeatOf(attributes.get('number-columns-spanned'))
    this.spans = rows > 1 || columns > 1 ? { rows, columns } : null
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'p' || name === 'h') {
      if (this.paragraphs++ > 0) this.add('\n')
      this.inParagraph = true
    } else if (name === 'span') this.fonts.push(this.styles.fontOfText(attributes.get('style-name')))
    else if (name === 's') this.add(' '.repeat(Math.min(repeatOf(attributes.get('c')), 1000)))
    else if (name === 'tab') this.add('\t')
    else if (name === 'line-break') this.add('\n')
  }

  close(name: string): void {
    if (name === 'p' || name === 'h') this.inParagraph = false
    else if (name === 'span') this.fonts.pop()
  }

  text(text: string): void {
    // Spaces in a row are written as elements; line ends and indents of the file itself mean one space.
    if (this.inParagraph) this.add(text.replace(/[\t\n\r ]+/g, ' '))
  }

  private add(text: string): void {
    const room = LIMITS.cellText - this.length
    if (room <= 0 || text === '') return
    const kept = text.slice(0, room)
    this.length += kept.length
    const font = this.fonts.findLast((one) => one !== null) ?? null
    const last = this.runs.at(-1)
    if (last?.font === font) last.text += kept
    else this.runs.push({ text: kept, font })
  }

  finish(): CellValue {
    if (this.isCovered) return null
    const text = this.runs.map((run) => run.text).join('')
    if (this.hasFormula && ERROR.test(text)) return { error: text }
    switch (this.type) {
      case 'float':
      case 'currency':
      case 'percentage':
        return readNumber(this.stated, text)
      case 'date':
        return readDate(this.stated, text)
      case 'time':
        return readTime(this.stated) ?? (text === '' ? null : text)
      case 'boolean':
        return this.stated === 'true'
      default:
        if (text === '') return this.stated === undefined || this.stated === '' ? null : this.stated
        return this.runs.some(({ font }) => font !== null) ? { runs: this.runs } : text
    }
  }
}

/** How many rows or cells one element stands for. */
export function repeatOf(text: string | undefined): number {
  const count = Number(text ?? 1)
  return Number.isInteger(count) && count >= 1 ? Math.min(count, LAST_ROW) : 1
}

function readNumber(stated: string | undefined, text: string): CellValue {
  const number = stated === undefined || stated.trim() === '' ? Number.NaN : Number(stated)
  if (Number.isFinite(number)) return number
  return text === '' ? null : text
}

/** "2024-06-30", "2024-06-30T00:00:00": the serial is that of the 1900 system, which has a 29/02/1900. */
function readDate(stated: string | undefined, text: string): CellValue {
  const day = (stated ?? '').slice(0, 10)
  if (!isIsoDate(day) || day < '1900-01-01') return text === '' ? null : text
  const serial = daysBetween(day < '1900-03-01' ? addDays('1899-12-30', 1) : '1899-12-30', day)
  return { date: day, serial }
}

/** "PT08H30M00S" as the part of a day it is. */
function readTime(stated: string | undefined): number | null {
  const found = /^PT(\d{1,9})H(\d{1,9})M(\d{1,9}(?:\.\d{1,9})?)S$/.exec(stated ?? '')
  if (found === null) return null
  const [, hours = '0', minutes = '0', seconds = '0'] = found
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400
}
