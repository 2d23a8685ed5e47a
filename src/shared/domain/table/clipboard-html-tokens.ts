import { decodeEntities } from './clipboard-html-entities.ts'

/** What a page is made of, in order. Names and attribute names are in lower case; comments are left out. */
export type HtmlToken =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'open'
      readonly name: string
      readonly attributes: ReadonlyMap<string, string>
      readonly selfClosed: boolean
    }
  | { readonly kind: 'close'; readonly name: string }
  /** Content of <style>, raw. */
  | { readonly kind: 'style'; readonly text: string }

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map()
/** Their content is no text of the page. */
const SILENT = new Set(['script', 'title', 'template', 'noscript', 'xml', 'svg', 'math', 'object', 'iframe', 'select'])

/**
 * Reads any text as a page: nothing is run, nothing is fetched, nothing is refused; broken marks are text.
 * Time grows with the length only (a copy of 5,000 rows from Excel is several megabytes).
 */
export function* readHtmlTokens(html: string): Generator<HtmlToken> {
  let at = 0
  while (at < html.length) {
    const mark = html.indexOf('<', at)
    if (mark < 0) {
      yield { kind: 'text', text: html.slice(at) }
      return
    }
    if (mark > at) yield { kind: 'text', text: html.slice(at, mark) }
    if (html.startsWith('<!--', mark)) {
      const end = html.indexOf('-->', mark + 4)
      at = end < 0 ? html.length : end + 3
      continue
    }
    const next = html.charCodeAt(mark + 1)
    // "<![if …]>", "<!DOCTYPE>", "<?xml …>"
    if (next === 33 || next === 63) {
      at = afterSign(html, mark)
      continue
    }
    const isClose = next === 47
    const nameStart = isClose ? mark + 2 : mark + 1
    const name = readName(html, nameStart)
    if (name === '') {
      // "5 < 7" of a program that did not escape.
      yield { kind: 'text', text: '<' }
      at = mark + 1
      continue
    }
    const { attributes, end, selfClosed } = readAttributes(html, nameStart + name.length, isClose)
    at = end
    const lower = name.toLowerCase()
    if (isClose) {
      yield { kind: 'close', name: lower }
      continue
    }
    if (lower === 'style' || SILENT.has(lower)) {
      if (selfClosed) continue
      const close = indexOfClose(html, lower, at)
      if (lower === 'style') yield { kind: 'style', text: html.slice(at, close) }
      at = close
      continue
    }
    yield { kind: 'open', name: lower, attributes, selfClosed }
  }
}

function afterSign(html: string, from: number): number {
  const end = html.indexOf('>', from)
  return end < 0 ? html.length : end + 1
}

function indexOfClose(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}`, 'gi')
  close.lastIndex = from
  return close.exec(html)?.index ?? html.length
}

function isNameSign(code: number): boolean {
  // Letters, digits, ":" of "o:p", "-" and "_".
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 58) ||
    code === 45 ||
    code === 95
  )
}

function readName(html: string, start: number): string {
  const first = html.charCodeAt(start)
  if (!((first >= 97 && first <= 122) || (first >= 65 && first <= 90))) return ''
  let end = start + 1
  while (end < html.length && isNameSign(html.charCodeAt(end))) end += 1
  return html.slice(start, end)
}

function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13)
}

function readAttributes(
  html: string,
  start: number,
  skip: boolean,
): { readonly attributes: ReadonlyMap<string, string>; readonly end: number; readonly selfClosed: boolean } {
  let at = start
  let attributes: Map<string, string> | null = null
  while (at < html.length) {
    while (isBlank(html.charCodeAt(at))) at += 1
    const code = html.charCodeAt(at)
    if (code === 62) return { attributes: attributes ?? NO_ATTRIBUTES, end: at + 1, selfClosed: html[at - 1] === '/' }
    if (code === 47 || code === 61 || code === 34 || code === 39) {
      at += 1
      continue
    }
    if (Number.isNaN(code)) break
    let end = at
    while (end < html.length) {
      const sign = html.charCodeAt(end)
      if (isBlank(sign) || sign === 61 || sign === 62 || sign === 47) break
      end += 1
    }
    const name = html.slice(at, end).toLowerCase()
    at = end
    while (isBlank(html.charCodeAt(at))) at += 1
    let value = ''
    if (html.charCodeAt(at) === 61) {
      at += 1
      while (isBlank(html.charCodeAt(at))) at += 1
      const quote = html[at]
      if (quote === '"' || quote === "'") {
        const close = html.indexOf(quote, at + 1)
        const stop = close < 0 ? html.length : close
        value = html.slice(at + 1, stop)
        at = stop + 1
      } else {
        const from = at
        while (at < html.length && !isBlank(html.charCodeAt(at)) && html.charCodeAt(at) !== 62) at += 1
        value = html.slice(from, at)
      }
    }
    if (skip) continue
    attributes ??= new Map()
    if (!attributes.has(name)) attributes.set(name, decodeEntities(value))
  }
  return { attributes: attributes ?? NO_ATTRIBUTES, end: html.length, selfClosed: false }
}
