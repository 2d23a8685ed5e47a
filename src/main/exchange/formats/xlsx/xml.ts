import type { Readable } from 'node:stream'
import { SaxesParser } from 'saxes'
import { ForeignFailure, refuseDamaged, refuseUnsafe } from '../../foreign-failure.ts'

export type Attributes = Readonly<Record<string, string>>

export interface XmlHandlers {
  /** Names come without their namespace prefix: some programs write `<x:row>`. */
  readonly open: (name: string, attributes: Attributes) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

/** Reads XML as it comes. A DOCTYPE is refused (nothing in Office Open XML has one), broken XML is a damaged file. */
export async function readXml(stream: Readable, handlers: XmlHandlers): Promise<void> {
  const parser = startParser(handlers)
  const decoder = new TextDecoder('utf-8')
  try {
    let isFirst = true
    for await (const chunk of stream) {
      const bytes = chunk as Buffer
      // UTF-16 parts are legal and never seen; they would come out as noise.
      if (isFirst && bytes.length > 1 && (bytes[0] === 0xff || bytes[0] === 0xfe)) refuseDamaged()
      isFirst = false
      parser.write(decoder.decode(bytes, { stream: true }))
    }
    parser.write(decoder.decode())
    parser.close()
  } catch (failure) {
    throw failure instanceof ForeignFailure ? failure : new ForeignFailure('FILE_DAMAGED')
  }
}

/** The same for a small part already at hand. */
export function readXmlText(xml: string, handlers: XmlHandlers): void {
  const parser = startParser(handlers)
  try {
    parser.write(xml)
    parser.close()
  } catch (failure) {
    throw failure instanceof ForeignFailure ? failure : new ForeignFailure('FILE_DAMAGED')
  }
}

function startParser(handlers: XmlHandlers): SaxesParser {
  const parser = new SaxesParser({ xmlns: false, position: false })
  parser.on('doctype', () => refuseUnsafe('có khai báo DOCTYPE'))
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', (tag) => handlers.open(localName(tag.name), tag.attributes))
  const { close, text } = handlers
  if (close) parser.on('closetag', (tag) => close(localName(tag.name)))
  if (text) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  return parser
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** An attribute whatever its prefix: `r:id`, `relationships:id`. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  if (attributes[name] !== undefined) return attributes[name]
  for (const [key, value] of Object.entries(attributes)) if (localName(key) === name) return value
  return undefined
}

/** Excel writes control signs as _x000D_; a line break in a cell is a space to us. */
export function plainText(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text
}
