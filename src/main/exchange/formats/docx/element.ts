import { readXml } from '../xlsx/xml.ts'

/** An element of a part, prefixes dropped. Parts of a Word document are small enough to stand in memory whole. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Element[]
  /** Text directly inside it. */
  readonly text: string
}

interface Open {
  readonly name: string
  readonly attributes: Record<string, string>
  readonly children: Open[]
  text: string
}

/** Attributes WordprocessingML and the marks of our own charts give a meaning we read. */
// prettier-ignore
const ATTRIBUTES = [
  'val', 'styleId', 'type', 'default', 'ascii', 'hAnsi', 'asciiTheme', 'hAnsiTheme', 'w', 'h', 'orient', 'top', 'bottom',
  'left', 'right', 'start', 'end', 'header', 'footer', 'firstLine', 'hanging', 'firstLineChars', 'before', 'after', 'line',
  'lineRule', 'numId', 'abstractNumId', 'ilvl', 'id', 'Id', 'Target', 'Type', 'TargetMode', 'name', 'typeface', 'fmt', 'space', 'instr',
  'fldCharType', 'beforeAutospacing', 'afterAutospacing', 'beforeLines', 'afterLines', 'prst', 'gutter', 'xAlign',
  'embed', 'cx', 'cy', 'descr', 'x', 'y', 'x1', 'y1', 'x2', 'y2', 'r', 'width', 'height', 'points', 'viewBox', 'fill', 'stroke',
  'stroke-width', 'stroke-dasharray', 'text-anchor', 'font-size', 'font-weight', 'data-figure',
] as const

/** Reads a part into elements. Throws `ForeignFailure` for what is not well-formed or absurdly large. */
export function readElements(bytes: Buffer): Element {
  const root: Open = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  readXml(bytes, {
    open: (name, attributes) => {
      const element: Open = { name, attributes: {}, children: [], text: '' }
      for (const attribute of ATTRIBUTES) {
        const value = attributes.get(attribute)
        if (value !== undefined) element.attributes[attribute] = value
      }
      open.at(-1)?.children.push(element)
      open.push(element)
    },
    text: (text) => {
      const element = open.at(-1)
      if (element !== undefined) element.text += text
    },
    close: () => void open.pop(),
  })
  return root.children[0] ?? root
}

export function child(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((candidate) => candidate.name === name)
}

export function childrenOf(element: Element | undefined, name: string): readonly Element[] {
  return element?.children.filter((candidate) => candidate.name === name) ?? []
}

/** The value of a child: `<w:sz w:val="28"/>`. */
export function valueOf(element: Element | undefined, name: string): string | undefined {
  return child(element, name)?.attributes['val']
}

/** All elements of a name below one. */
export function descendants(element: Element, name: string): Element[] {
  const found: Element[] = []
  const walk = (at: Element): void => {
    for (const next of at.children) {
      if (next.name === name) found.push(next)
      walk(next)
    }
  }
  walk(element)
  return found
}

export function numberOf(value: string | undefined): number | null {
  if (value === undefined) return null
  const number = Number.parseFloat(value)
  return Number.isFinite(number) ? number : null
}
