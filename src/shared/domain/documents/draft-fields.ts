import type { IsoDate } from '../../kit/dates.ts'
import { formatDate } from '../text/format.ts'
import { type BlankKind, type Figure, type Inline, type Part, partText, reference, text } from '../wording/parts.ts'

/**
 * Text the clerk edits, with what is not his to type left as fields: "Tính đến {{ngay}}, đã kết nạp
 * {{result:DV_MOI::TINH@ngay}} đoàn viên". A field says what it stands for, not for which day, so that the same text
 * binds to the figures of another day.
 */
export type Template = string

/** Days a document's figures speak of; each is a field of its own in its text. */
export interface DocumentDays {
  readonly asOf: IsoDate
  /** Of the newest survey the document counts enterprises in. */
  readonly surveyedOn: IsoDate | null
  /** Last day of the year before. */
  readonly previous: IsoDate | null
}

/** What fields stand for on one day. */
export interface FieldBook {
  readonly days: DocumentDays
  /** By key, in the order they are printed. */
  readonly figures: ReadonlyMap<string, Figure>
  /** A figure the document itself does not print, found by its key; null where the data has none. */
  readonly find: (key: string) => Figure | null
}

const FIELD = /\{\{([^{}]+)\}\}/gu
/** Names of the days; no figure's key is one of them, each of those holds a colon. */
const DAY_FIELDS = { asOf: 'ngay', surveyedOn: 'ngay-khao-sat', previous: 'ngay-ky-truoc' } as const

/**
 * The key of a figure without its day: `result:DV_MOI::TINH@2024-06-30` on that day is `result:DV_MOI::TINH@ngay`. A
 * day that is none of the document's stays.
 */
export function fieldKey(figure: Pick<Figure, 'id' | 'source'>, days: DocumentDays): string {
  const { asOf, kind, indicator } = figure.source
  if (asOf === null) return figure.id
  // Enterprises are counted as of their survey, the units of a report as of its day: to the clerk both are "then".
  const isNow = asOf === days.asOf || (kind === 'count' && indicator === null && asOf === days.surveyedOn)
  if (isNow) return figure.id.replace(`@${asOf}`, `@${DAY_FIELDS.asOf}`)
  return asOf === days.previous ? figure.id.replace(`@${asOf}`, `@${DAY_FIELDS.previous}`) : figure.id
}

/** A second way of printing the same figure ("9" in a table, "09" in a sentence) gets a key of its own. */
function variantKey(key: string, order: number): string {
  return order === 1 ? key : `${key}~${order}`
}

/** The fields of a document: those of its sentences first, then those only its tables print. */
export function createFieldBook(
  inlines: readonly Inline[],
  days: DocumentDays,
  find: (key: string) => Figure | null,
): FieldBook {
  const figures = new Map<string, Figure>()
  for (const part of inlines.flat()) {
    if (!('figure' in part)) continue
    const key = fieldKey(part.figure, days)
    let order = 1
    for (; ; order += 1) {
      const known = figures.get(variantKey(key, order))
      if (known === undefined) figures.set(variantKey(key, order), part.figure)
      if (known === undefined || known.text === part.figure.text) break
    }
  }
  return { days, figures, find }
}

/** Words with fields for what comes from data. */
export function toTemplate(inline: Inline, book: FieldBook): Template {
  return inline.map((part) => partTemplate(part, book)).join('')
}

function partTemplate(part: Part, book: FieldBook): string {
  if ('blank' in part) return `{{trong:${part.blank}:${part.width}}}`
  if ('reference' in part && part.of === 'date') {
    for (const day of ['asOf', 'surveyedOn', 'previous'] as const) {
      const value = book.days[day]
      if (value !== null && part.reference === formatDate(value)) return `{{${DAY_FIELDS[day]}}}`
    }
  }
  if (!('figure' in part)) return partText(part)
  const key = fieldKey(part.figure, book.days)
  for (let order = 1; ; order += 1) {
    const known = book.figures.get(variantKey(key, order))
    if (known === undefined) return `{{${key}}}`
    if (known.text === part.figure.text) return `{{${variantKey(key, order)}}}`
  }
}

export interface BoundTemplate {
  readonly inline: Inline
  /** Keys nothing stands for on this day. */
  readonly unknown: readonly string[]
}

/** What is printed for a field nothing stands for: seen in the text, found again before the document leaves. */
export const UNKNOWN_FIELD = '[Dự thảo: chưa có số liệu]'

/** Text with its fields filled in from a day's figures. */
export function bindTemplate(template: Template, book: FieldBook): BoundTemplate {
  const inline: Part[] = []
  const unknown: string[] = []
  let at = 0
  for (const match of template.matchAll(FIELD)) {
    inline.push(...wordsOf(template.slice(at, match.index)))
    at = match.index + match[0].length
    const part = partOf(match[1] ?? '', book)
    if (part === null) {
      unknown.push(match[1] ?? '')
      inline.push(text(UNKNOWN_FIELD))
    } else inline.push(part)
  }
  inline.push(...wordsOf(template.slice(at)))
  return { inline, unknown }
}

/** Digits a clerk types are his own: they are no figure, and stay as they are on every day. */
function wordsOf(words: string): Part[] {
  if (words === '') return []
  return [/\d/u.test(words) ? reference(words, 'custom') : text(words)]
}

function partOf(key: string, book: FieldBook): Part | null {
  const blank = /^trong:(number|day|month|year|name):(\d{1,3})$/u.exec(key)
  if (blank !== null) return { blank: blank[1] as BlankKind, width: Number(blank[2]) }
  for (const day of ['asOf', 'surveyedOn', 'previous'] as const) {
    const value = book.days[day]
    if (key === DAY_FIELDS[day]) return value === null ? null : reference(formatDate(value), 'date')
  }
  const found = book.figures.get(key) ?? book.figures.get(key.replace(/~\d+$/u, '')) ?? book.find(key)
  return found === null ? null : { figure: found }
}

/** A text cut into words and fields, for an editor that shows fields as pieces that cannot be broken. */
export function splitTemplate(
  template: Template,
): readonly ({ readonly words: string } | { readonly field: string })[] {
  const pieces: ({ words: string } | { field: string })[] = []
  let at = 0
  for (const match of template.matchAll(FIELD)) {
    if (match.index > at) pieces.push({ words: template.slice(at, match.index) })
    pieces.push({ field: match[1] ?? '' })
    at = match.index + match[0].length
  }
  if (at < template.length) pieces.push({ words: template.slice(at) })
  return pieces
}

/** "[Dự thảo: …]": words a person has yet to confirm or replace before the document leaves the office. */
export function draftPhrases(words: string): string[] {
  return [...words.matchAll(/\[Dự thảo:[^\]]*\]/giu)].map((match) => match[0])
}
