import { daysBetween, isIsoDate } from '../../kit/dates.ts'
import { escapeHtml } from './clipboard-html-entities.ts'

/** A cell to be copied: what is shown, and its value where that is a number, a percent as shown or a day. */
export interface CopiedCell {
  readonly text: string
  readonly value?:
    { readonly kind: 'number' | 'percent'; readonly number: number } | { readonly kind: 'date'; readonly date: string }
}

export interface CopiedTable {
  readonly rows: readonly (readonly CopiedCell[])[]
  /** Titles of the columns, when they are copied too. */
  readonly titles?: readonly string[]
  /** Says which cut or copy this is, so that a paste knows its own again. */
  readonly token?: string
}

/**
 * sdnum of LibreOffice: language of sdval, language of the format, format. The value is always English (1033, a
 * decimal point: with Vietnamese "0.657" became 657); days need Vietnamese (1066), for English knows no
 * DD/MM/YYYY and shows 45473. Tried with LibreOffice 7.4.
 */
const LIBRE = {
  text: '1033;0;@',
  general: '1033;',
  whole: '1033;0;0',
  percent: '1033;0;0.00%',
  wholePercent: '1033;0;0%',
  day: '1033;1066;DD/MM/YYYY',
} as const

/**
 * A table as spreadsheets and Word read it: every number with its machine value (x:num for Excel, sdval for
 * LibreOffice) so that no separator is taken for another, days as days, and everything else as text: "=1+1"
 * stays words and the tax code 0101234567 keeps its zero (number format "@").
 */
export function formatHtmlTable({ rows, titles, token }: CopiedTable): string {
  const head =
    titles === undefined
      ? ''
      : `<thead><tr>${titles.map((title) => `<th style='mso-number-format:"\\@"'>${escapeCell(title)}</th>`).join('')}</tr></thead>\n`
  const body = rows.map((cells) => `<tr>${cells.map(formatCell).join('')}</tr>`).join('\n')
  const mark = token === undefined ? '' : ` data-chitieu="${escapeHtml(token)}"`
  return (
    '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
    '<head><meta charset="utf-8"></head><body>\n' +
    `<table border="1" style="border-collapse:collapse"${mark}>\n${head}<tbody>\n${body}\n</tbody></table>\n</body></html>`
  )
}

/** The `token` of a table written by formatHtmlTable; null for every other clipboard. */
export function readCopyToken(html: string): string | null {
  return /<table[^>]* data-chitieu="([\w-]+)"/.exec(html)?.[1] ?? null
}

function formatCell({ text, value }: CopiedCell): string {
  if (value?.kind === 'number') {
    const isWhole = decimalsOf(value.number) === 0
    return numberCell(text, value.number, isWhole ? '0' : 'General', isWhole ? LIBRE.whole : LIBRE.general)
  }
  if (value?.kind === 'percent') {
    const decimals = decimalsOf(value.number)
    const format = decimals === 0 ? '0%' : `0\\.${'0'.repeat(Math.min(decimals, 10))}%`
    const share = Number((value.number / 100).toPrecision(15))
    return numberCell(text, share, format, decimals === 0 ? LIBRE.wholePercent : LIBRE.percent)
  }
  if (value?.kind === 'date' && isIsoDate(value.date)) {
    // Day 1 of Excel and LibreOffice; before March 1900 they disagree, so such days stay words.
    const serial = daysBetween('1899-12-30', value.date)
    if (serial > 60) return numberCell(text, serial, 'dd\\/mm\\/yyyy', LIBRE.day)
  }
  if (text === '') return '<td></td>'
  return `<td x:str sdnum="${LIBRE.text}" style='mso-number-format:"\\@"'>${escapeCell(text)}</td>`
}

function numberCell(text: string, value: number, excel: string, libre: string): string {
  return `<td align="right" x:num="${value}" sdval="${value}" sdnum="${libre}" style='mso-number-format:"${excel}"'>${escapeCell(text)}</td>`
}

function decimalsOf(value: number): number {
  const [, decimals = ''] = String(value).split('.')
  return decimals.length
}

/** Spaces that a page would fold are no-break ones; a newline stays in its cell. */
function escapeCell(text: string): string {
  const escaped = escapeHtml(text)
    .replaceAll('\t', '&#9;')
    .replace(/^ | $| (?= )/gm, '&nbsp;')
    .replace(/\r\n|\r|\n/g, '<br style="mso-data-placement:same-cell">')
  // A page drops the last <br> of a block.
  return /[\r\n]$/.test(text) ? `${escaped}<br>` : escaped
}
