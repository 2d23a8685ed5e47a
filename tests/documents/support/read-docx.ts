import { SaxesParser } from 'saxes'
import yauzl from 'yauzl'

/** An element of a part of a Word file; text stands in `text` of the element that holds it. */
export interface Xml {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Xml[]
  text: string
}

/** Every part of a Word file by its name in the package ("word/document.xml"), as text. */
export async function unzipDocx(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const zip = await yauzl.fromBufferPromise(Buffer.from(bytes))
  const parts = new Map<string, string>()
  for await (const entry of zip.eachEntry()) {
    const stream = await zip.openReadStreamPromise(entry)
    const chunks: Buffer[] = []
    for await (const chunk of stream) chunks.push(chunk as Buffer)
    parts.set(entry.fileName, Buffer.concat(chunks).toString('utf8'))
  }
  return parts
}

export function parseXml(source: string): Xml {
  const root: Xml = { name: '#root', attributes: {}, children: [], text: '' }
  const open: Xml[] = [root]
  const parser = new SaxesParser()
  parser.on('opentag', (tag) => {
    const element: Xml = {
      name: tag.name,
      attributes: { ...tag.attributes },
      children: [],
      text: '',
    }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', (value) => {
    const last = open.at(-1)
    if (last !== undefined) last.text += value
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(source).close()
  return root
}

/** All elements of a name below one, in document order. */
export function all(element: Xml, name: string): Xml[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)])
}

export function first(element: Xml | undefined, ...path: readonly string[]): Xml | undefined {
  return path.reduce<Xml | undefined>((at, name) => at?.children.find((child) => child.name === name), element)
}

export function value(element: Xml | undefined, attribute = 'w:val'): string | undefined {
  return element?.attributes[attribute]
}

export function textOf(element: Xml): string {
  return all(element, 'w:t')
    .map((run) => run.text)
    .join('')
}

export interface Paragraph {
  readonly element: Xml
  readonly style: string
  readonly text: string
}

/** Paragraphs of the body in order, those inside tables as well. */
export function paragraphsOf(document: Xml): Paragraph[] {
  return all(document, 'w:p').map((element) => ({
    element,
    style: value(first(element, 'w:pPr', 'w:pStyle')) ?? 'Normal',
    text: textOf(element),
  }))
}

export interface RunLook {
  readonly halfPoints: number
  readonly bold: boolean
  readonly italic: boolean
  readonly font: string
}

/** The look of a paragraph's first run as Word resolves it: run, then paragraph style and its bases, then defaults. */
export function lookOf(paragraph: Paragraph, styles: Xml): RunLook {
  const direct = first(all(paragraph.element, 'w:r')[0], 'w:rPr')
  const layers = [direct, ...styleChain(paragraph.style, styles).map((style) => first(style, 'w:rPr'))]
  layers.push(first(all(styles, 'w:docDefaults')[0], 'w:rPrDefault', 'w:rPr'))
  const pick = (name: string): Xml | undefined =>
    layers.map((layer) => first(layer, name)).find((found) => found !== undefined)
  const flag = (name: string): boolean => {
    const found = pick(name)
    return found !== undefined && !['0', 'false'].includes(value(found) ?? '1')
  }
  return {
    halfPoints: Number(value(pick('w:sz')) ?? 0),
    bold: flag('w:b'),
    italic: flag('w:i'),
    font: pick('w:rFonts')?.attributes['w:ascii'] ?? '',
  }
}

/** A property of the paragraph as Word resolves it. */
export function paragraphProperty(paragraph: Paragraph, styles: Xml, name: string): Xml | undefined {
  const layers = [
    first(paragraph.element, 'w:pPr'),
    ...styleChain(paragraph.style, styles).map((style) => first(style, 'w:pPr')),
  ]
  return layers.map((layer) => first(layer, name)).find((found) => found !== undefined)
}

function styleChain(id: string, styles: Xml): Xml[] {
  const style = all(styles, 'w:style').find((candidate) => candidate.attributes['w:styleId'] === id)
  if (style === undefined) return []
  const base = value(first(style, 'w:basedOn'))
  return [style, ...(base === undefined ? [] : styleChain(base, styles))]
}
