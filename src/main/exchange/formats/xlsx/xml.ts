import { refuseDamaged, refuseUnsafe } from '../../foreign-failure.ts'
import { ownValue } from '#shared/kit/own-value.ts'

/** The attributes of the tag at hand; only valid while its handler runs. */
export interface Attributes {
  /** The value whatever the attribute's prefix is (`r:id`, `relationships:id`), entities resolved. */
  get(name: string): string | undefined
}

export interface XmlHandlers {
  /** Names come without their namespace prefix: some programs write `<x:row>`. */
  readonly open: (name: string, attributes: Attributes) => void
  readonly close?: (name: string) => void
  /** May come in several pieces. */
  readonly text?: (text: string) => void
}

const DEEPEST = 200
const PIECE = 4 * 1024 * 1024

/**
 * Reads an XML part. Written for the parts of a workbook, where half a million small tags are one sheet and a
 * general parser is most of the time an import takes. Knows what those parts may hold: both quotes, namespace
 * prefixes, CDATA, comments, the five entities and numbers. A DOCTYPE is refused (nothing in Office Open XML has
 * one), whatever is not well-formed is a damaged file.
 */
export function readXml(bytes: Buffer, handlers: XmlHandlers): void {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe
  const decoder = new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8')
  const reader = new XmlReader(handlers)
  for (let at = 0; at < bytes.length; at += PIECE)
    reader.write(decoder.decode(bytes.subarray(at, at + PIECE), { stream: true }))
  reader.write(decoder.decode())
  reader.end()
}

/** The same for a small part already at hand. */
export function readXmlText(xml: string, handlers: XmlHandlers): void {
  const reader = new XmlReader(handlers)
  reader.write(xml)
  reader.end()
}

const LT = 0x3c
const GT = 0x3e
const SLASH = 0x2f
const EQUALS = 0x3d
const QUOTE = 0x22
const APOSTROPHE = 0x27
const COLON = 0x3a

class XmlReader implements Attributes {
  private readonly handlers: XmlHandlers
  private source = ''
  private readonly stack: string[] = []
  private hasRoot = false
  // Attributes of the tag at hand, as places in `source`.
  private count = 0
  private readonly names: string[] = []
  private readonly from: number[] = []
  private readonly to: number[] = []

  constructor(handlers: XmlHandlers) {
    this.handlers = handlers
  }

  get(name: string): string | undefined {
    for (let index = 0; index < this.count; index++)
      if (this.names[index] === name) return resolveEntities(this.source.slice(this.from[index], this.to[index]))
    return undefined
  }

  write(piece: string): void {
    this.source += piece
    const read = this.scan(false)
    this.source = this.source.slice(read)
  }

  end(): void {
    const read = this.scan(true)
    if (this.source.slice(read).trim() !== '' || this.stack.length > 0 || !this.hasRoot) refuseDamaged()
  }

  /** Reads whole tokens; returns where the first unfinished one begins. */
  private scan(isLast: boolean): number {
    const { source } = this
    let at = 0
    while (at < source.length) {
      if (source.charCodeAt(at) !== LT) {
        const next = source.indexOf('<', at)
        const end = next < 0 ? this.safeTextEnd(at, isLast) : next
        if (end === at) return at
        this.readText(source.slice(at, end))
        at = end
        if (next < 0) return at
      }
      const after = this.readMarkup(at)
      if (after < 0) return at
      at = after
    }
    return at
  }

  /** Text without its end yet can go on except for an entity that may be cut in two. */
  private safeTextEnd(at: number, isLast: boolean): number {
    if (isLast) return this.source.length
    const ampersand = this.source.lastIndexOf('&')
    return ampersand >= at && this.source.length - ampersand < 16 ? ampersand : this.source.length
  }

  private readText(text: string): void {
    if (this.stack.length > 0) this.handlers.text?.(resolveEntities(text))
    else if (text.replace('\ufeff', '').trim() !== '') refuseDamaged()
  }

  /** Reads what begins with `<`; returns the place after it, -1 when its end has not come yet. */
  private readMarkup(at: number): number {
    const { source } = this
    const second = source.charCodeAt(at + 1)
    if (second === SLASH) return this.readClosing(at)
    if (second === 0x3f) return after(source, '?>', at + 2)
    if (second !== 0x21) return this.readOpening(at)
    if (source.startsWith('<!--', at)) return after(source, '-->', at + 4)
    if (source.startsWith('<![CDATA[', at)) {
      const end = source.indexOf(']]>', at)
      if (end < 0) return -1
      if (this.stack.length > 0) this.handlers.text?.(source.slice(at + 9, end))
      return end + 3
    }
    if (source.startsWith('<!DOCTYPE', at)) return refuseUnsafe('có khai báo DOCTYPE')
    // Too little is there yet to tell.
    return source.length - at < 9 ? -1 : refuseDamaged()
  }

  private readClosing(at: number): number {
    const { source } = this
    const open = this.stack.pop() ?? refuseDamaged()
    // Nearly always: the very name, without a prefix.
    if (source.startsWith(open, at + 2) && source.charCodeAt(at + 2 + open.length) === GT) {
      this.handlers.close?.(open)
      return at + 3 + open.length
    }
    const end = source.indexOf('>', at)
    if (end < 0) {
      this.stack.push(open)
      return -1
    }
    if (localName(source.slice(at + 2, end).trimEnd()) !== open) refuseDamaged()
    this.handlers.close?.(open)
    return end + 1
  }

  private readOpening(at: number): number {
    const { source } = this
    let end = at + 1
    let start = end
    let code = source.charCodeAt(end)
    // NaN (the end of the piece) ends every comparison.
    while (code > 0x20 && code !== GT && code !== SLASH) {
      if (code === COLON) start = end + 1
      code = source.charCodeAt(++end)
    }
    if (end >= source.length) return -1
    const name = source.slice(start, end)
    if (name === '') refuseDamaged()
    this.count = 0
    for (;;) {
      while (code <= 0x20) code = source.charCodeAt(++end)
      if (code === GT) {
        this.openTag(name)
        return end + 1
      }
      if (code === SLASH) {
        if (end + 1 >= source.length) return -1
        if (source.charCodeAt(end + 1) !== GT) refuseDamaged()
        this.openTag(name)
        this.stack.pop()
        this.handlers.close?.(name)
        return end + 2
      }
      if (end >= source.length) return -1
      end = this.readAttribute(end)
      if (end < 0) return -1
      code = source.charCodeAt(end)
    }
  }

  private readAttribute(at: number): number {
    const { source } = this
    let end = at
    let code = source.charCodeAt(end)
    let colon = -1
    while (code > 0x20 && code !== EQUALS && code !== GT && code !== LT) {
      if (code === COLON) colon = end
      code = source.charCodeAt(++end)
    }
    const nameEnd = end
    while (code <= 0x20) code = source.charCodeAt(++end)
    if (end >= source.length) return -1
    if (code !== EQUALS || nameEnd === at) refuseDamaged()
    code = source.charCodeAt(++end)
    while (code <= 0x20) code = source.charCodeAt(++end)
    if (end >= source.length) return -1
    if (code !== QUOTE && code !== APOSTROPHE) refuseDamaged()
    const close = source.indexOf(code === QUOTE ? '"' : "'", end + 1)
    if (close < 0) return -1
    this.names[this.count] = source.slice(colon < 0 ? at : colon + 1, nameEnd)
    this.from[this.count] = end + 1
    this.to[this.count] = close
    this.count++
    return close + 1
  }

  private openTag(name: string): void {
    if (this.stack.length >= DEEPEST || (this.stack.length === 0 && this.hasRoot)) refuseDamaged()
    this.hasRoot = true
    this.stack.push(name)
    this.handlers.open(name, this)
  }
}

function after(source: string, end: string, from: number): number {
  const at = source.indexOf(end, from)
  return at < 0 ? -1 : at + end.length
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function resolveEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w{1,10}));|&/g,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return ownValue(ENTITIES, name) ?? refuseDamaged()
      if (whole === '&') return refuseDamaged()
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : refuseDamaged()
    },
  )
}

/** Excel writes control signs as _x000D_. */
export function plainText(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text
}
