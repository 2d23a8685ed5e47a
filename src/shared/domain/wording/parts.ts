import type { IsoDate } from '../../kit/dates.ts'
import { formatDate, formatNumber } from '../text/format.ts'

/**
 * Text of a document, piece by piece, so that every digit in it says where it comes from.
 *
 * text      fixed wording; never holds a digit (a test over every document type holds this)
 * figure    a number computed from data: listed in the document's snapshot with its source
 * reference a digit that is not a result: a date, a legal base, a plan's year, a printed label "II."
 * blank     left for the office to fill by hand: the document's number, day and month
 */
export type Part =
  | { readonly text: string }
  | { readonly figure: Figure }
  | { readonly reference: string; readonly of: ReferenceKind }
  | { readonly blank: BlankKind; readonly width: number }

export type Inline = readonly Part[]
export type ReferenceKind = 'date' | 'year' | 'legal' | 'name' | 'label' | 'threshold' | 'custom'
export type BlankKind = 'number' | 'day' | 'month' | 'year' | 'name'

export type FigureKind =
  | 'target'
  | 'result'
  | 'percent'
  | 'exceeded'
  | 'remaining'
  | 'difference'
  | 'rank'
  | 'count'
  | 'stated-percent'
  | 'implied-target'
  | 'elapsed'

/** Where a figure comes from: enough to find its rows again ("vì sao số này"). */
export interface FigureSource {
  readonly kind: FigureKind
  readonly plan: string | null
  /** Code of the unit; for a group row the group's title; for the total row of a unit's children "TOTAL". */
  readonly unit: string
  readonly indicator: string | null
  readonly assigner: string | null
  readonly asOf: IsoDate | null
  /** What was counted, where the figure is a count: "units behind", "enterprises surveyed". */
  readonly what?: string
}

export interface Figure {
  /** The source as one line, the same for the same fact: `result:DV_MOI::T01@2024-06-30`. */
  readonly id: string
  readonly value: number
  /** As printed: "hơn 7.000", "09", "65,7%". */
  readonly text: string
  readonly source: FigureSource
}

/** Name of one figure; equal sources give equal ids, so text and table can be compared by id. */
export function figureId(source: FigureSource): string {
  const what = source.what === undefined ? '' : `#${source.what}`
  return `${source.kind}:${source.indicator ?? ''}:${source.assigner ?? ''}:${source.unit}@${source.asOf ?? source.plan ?? ''}${what}`
}

export function text(value: string): Part {
  return { text: value }
}

export function figure(value: number, printed: string, source: FigureSource): Part {
  return { figure: { id: figureId(source), value, text: printed, source } }
}

/** A number as tables print it: "9", "1.348". */
export function tableFigure(value: number, source: FigureSource): Part {
  return figure(value, formatNumber(value), source)
}

export function reference(value: string, of: ReferenceKind): Part {
  return { reference: value, of }
}

/** "ngày 30/6/2024" is written text('ngày '), dateRef(...). */
export function dateRef(date: IsoDate): Part {
  return { reference: formatDate(date), of: 'date' }
}

export function blank(kind: BlankKind, width: number): Part {
  return { blank: kind, width }
}

/** No-break spaces, so that a blank is neither squeezed nor broken over two lines. */
export function partText(part: Part): string {
  if ('text' in part) return part.text
  if ('figure' in part) return part.figure.text
  if ('reference' in part) return part.reference
  return '\u00a0'.repeat(part.width)
}

export function inlineText(inline: Inline): string {
  return inline.map(partText).join('')
}

/** Names and sentences from the data file may hold digits ("Công ty 26", "Quyết định số 399-QĐ/TU"). */
export function dataText(value: string, of: ReferenceKind = 'name'): Part {
  return /\d/.test(value) ? { reference: value, of } : { text: value }
}

/** Template for sentences: strings stay text, parts and lists of parts are put in between. */
export function line(strings: TemplateStringsArray, ...values: readonly (string | Part | Inline)[]): Inline {
  const parts: Part[] = []
  strings.forEach((piece, index) => {
    if (piece !== '') parts.push(text(piece))
    const value = values[index]
    if (value === undefined) return
    if (typeof value === 'string') {
      if (value !== '') parts.push(dataText(value))
    } else if (Array.isArray(value)) parts.push(...(value as Inline))
    else parts.push(value as Part)
  })
  return parts
}

/** "a, b và c"; with `last` "; " for long members: "a; b; c". */
export function joinInline(members: readonly Inline[], between = ', ', last = ' và '): Inline {
  return members.flatMap((member, index) => {
    if (index === 0) return [...member]
    return [text(index === members.length - 1 ? last : between), ...member]
  })
}

/** First letter in capital, leaving the rest ("toàn tỉnh…" → "Toàn tỉnh…"). */
export function capitalize(inline: Inline): Inline {
  const [first, ...rest] = inline
  if (first === undefined || !('text' in first)) return inline
  return [text(first.text.charAt(0).toLocaleUpperCase('vi') + first.text.slice(1)), ...rest]
}
