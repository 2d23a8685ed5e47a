import { inflateSync } from 'node:zlib'

export interface PdfPage {
  readonly widthMm: number
  readonly heightMm: number
  /** Lines by their place from the top; words of one line are joined as they were written. */
  readonly lines: readonly string[]
  /** Each written piece: what, where from the upper left corner (points), in which font and size. */
  readonly pieces: readonly PdfPiece[]
}

export interface PdfPiece {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly font: string
  readonly size: number
}

export interface PdfFile {
  readonly pages: readonly PdfPage[]
  readonly fonts: readonly string[]
  readonly info: string
}

interface Entry {
  readonly body: string
  readonly stream: Buffer | null
}

/** Reads a PDF the program wrote: enough to see what a person who selects text in it would get. */
export function readPdf(bytes: Uint8Array): PdfFile {
  const raw = Buffer.from(bytes).toString('latin1')
  if (!raw.startsWith('%PDF-1.') || !raw.trimEnd().endsWith('%%EOF')) throw new Error('not a whole PDF')
  const entries = new Map<string, Entry>()
  for (const [, id = '', body = ''] of raw.matchAll(/(\d+) 0 obj\s([\s\S]*?)\sendobj/gu)) {
    const at = body.indexOf('stream\n')
    const dictionary = at < 0 ? body : body.slice(0, at)
    const data = at < 0 ? null : Buffer.from(body.slice(at + 7, body.lastIndexOf('\nendstream')), 'latin1')
    const stream = data !== null && dictionary.includes('/FlateDecode') ? inflateSync(data) : data
    entries.set(id, { body: dictionary, stream })
  }
  const fonts = new Map<string, ReadonlyMap<string, string>>()
  const names: string[] = []
  for (const [id, { body }] of entries) {
    const unicode = /\/ToUnicode (\d+) 0 R/u.exec(body)?.[1]
    if (unicode === undefined) continue
    fonts.set(id, readUnicode(entries.get(unicode)?.stream?.toString('latin1') ?? ''))
    names.push(/\/BaseFont \/(\S+)/u.exec(body)?.[1] ?? '')
  }
  const order = [...raw.matchAll(/\/Kids \[([^\]]*)\]/gu)].flatMap(([, kids = '']) =>
    [...kids.matchAll(/(\d+) 0 R/gu)].map(([, id = '']) => id),
  )
  const pages = order
    .filter((id) => /\/Type \/Page\b/u.test(entries.get(id)?.body ?? ''))
    .map((id) => readPage(entries.get(id)?.body ?? '', entries, fonts))
  const infoId = /\/Info (\d+) 0 R/u.exec(raw)?.[1] ?? ''
  return { pages, fonts: names, info: readInfo(entries.get(infoId)?.body ?? '', entries) }
}

function readPage(
  body: string,
  entries: ReadonlyMap<string, Entry>,
  fonts: ReadonlyMap<string, ReadonlyMap<string, string>>,
): PdfPage {
  const [, width = '0', height = '0'] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/u.exec(body) ?? []
  const content = /\/Contents (\d+) 0 R/u.exec(body)?.[1] ?? ''
  const resources = /\/Resources (\d+) 0 R/u.exec(body)?.[1] ?? ''
  const listed = entries.get(resources)?.body ?? body
  const named = new Map([...listed.matchAll(/\/(F\d+) (\d+) 0 R/gu)].map(([, name = '', id = '']) => [name, id]))
  const text = entries.get(content)?.stream?.toString('latin1') ?? ''
  const pieces: PdfPiece[] = []
  const places = /1 0 0 1 (\S+) (\S+) Tm\s\/(F\d+) (\S+) Tf([\s\S]*?)ET/gu
  for (const [, x = '', y = '', font = '', size = '', shown = ''] of text.matchAll(places)) {
    const unicode = fonts.get(named.get(font) ?? '') ?? new Map<string, string>()
    const codes = [...shown.matchAll(/<([0-9a-f]+)>/gu)].map(([, hex = '']) => hex).join('')
    const letters = (codes.match(/.{4}/gu) ?? []).map((code) => unicode.get(code) ?? '�')
    pieces.push({ text: letters.join(''), x: Number(x), y: Number(height) - Number(y), font, size: Number(size) })
  }
  const rows = new Map<number, PdfPiece[]>()
  for (const piece of pieces) rows.set(Math.round(piece.y), [...(rows.get(Math.round(piece.y)) ?? []), piece])
  const lines = [...rows]
    .toSorted(([a], [b]) => a - b)
    .map(([, row]) =>
      row
        .map((piece) => piece.text)
        .join('')
        .trim(),
    )
  return { widthMm: Number(width) * (25.4 / 72), heightMm: Number(height) * (25.4 / 72), lines, pieces }
}

/** "<0000> <00ff> [<0041> <1ea1> …]" → letters by code. */
function readUnicode(cmap: string): ReadonlyMap<string, string> {
  const letters = new Map<string, string>()
  for (const [, from = '', , list = ''] of cmap.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/gu))
    [...list.matchAll(/<([0-9a-f ]*)>/gu)].forEach(([, hex = ''], index) => {
      const code = (Number.parseInt(from, 16) + index).toString(16).padStart(4, '0')
      letters.set(
        code,
        String.fromCharCode(
          ...hex
            .split(' ')
            .filter(Boolean)
            .map((part) => Number.parseInt(part, 16)),
        ),
      )
    })
  return letters
}

/** Title, author and the rest, as one text. */
function readInfo(body: string, entries: ReadonlyMap<string, Entry>): string {
  const whole = body.replace(/(\d+) 0 R/gu, (_, id: string) => entries.get(id)?.body ?? '')
  return whole.replace(/\(þÿ((?:[^\\)]|\\[\s\S])*)\)/gu, (_, text: string) => {
    const plain = text.replace(/\\([\s\S])/gu, (__, sign: string) => ESCAPES[sign] ?? sign)
    const bytes = Buffer.from(plain, 'latin1')
    return `(${Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)))
      .swap16()
      .toString('utf16le')})`
  })
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
