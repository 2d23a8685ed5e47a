import { child, childrenOf, type Element, numberOf, valueOf } from './element.ts'

/** Styles of a document, answered as Word resolves them: the nearest layer that says something wins. */
export interface Styles {
  /** A paragraph style and what it is based on, the nearest first; an unknown id gives the default style. */
  paragraph(id: string | undefined): readonly Element[]
  character(id: string | undefined): readonly Element[]
  table(id: string | undefined): readonly Element[]
  readonly paragraphDefaults: Element | undefined
  readonly runDefaults: Element | undefined
  /** Latin typeface of the theme: of headings or of the text. */
  themeFont(name: string): string | null
  readonly defaultParagraphStyle: string
}

const DEEPEST = 20

export function readStyles(styles: Element | null, theme: Element | null): Styles {
  const byId = new Map<string, Element>()
  let defaultParagraphStyle = 'Normal'
  for (const style of childrenOf(styles ?? undefined, 'style')) {
    const id = style.attributes['styleId']
    if (id === undefined) continue
    byId.set(id, style)
    if (style.attributes['type'] === 'paragraph' && isOn(style.attributes['default'])) defaultParagraphStyle = id
  }
  const chain = (id: string | undefined): Element[] => {
    const found: Element[] = []
    // A style based on itself, however roundabout, ends somewhere.
    for (let at = id; at !== undefined && found.length < DEEPEST;) {
      const style = byId.get(at)
      if (style === undefined || found.includes(style)) break
      found.push(style)
      at = valueOf(style, 'basedOn')
    }
    return found
  }
  const defaults = child(styles ?? undefined, 'docDefaults')
  const fonts = themeFontsOf(theme)
  return {
    paragraph: (id) => chain(id !== undefined && byId.has(id) ? id : defaultParagraphStyle),
    character: chain,
    table: chain,
    paragraphDefaults: child(child(defaults, 'pPrDefault'), 'pPr'),
    runDefaults: child(child(defaults, 'rPrDefault'), 'rPr'),
    themeFont: (name) => fonts.get(name.startsWith('major') ? 'majorFont' : 'minorFont') ?? null,
    defaultParagraphStyle,
  }
}

/** What the file names as the style's title; ids are often made up by programs. */
function themeFontsOf(theme: Element | null): Map<string, string> {
  const fonts = new Map<string, string>()
  const scheme = child(child(theme ?? undefined, 'themeElements'), 'fontScheme')
  for (const name of ['majorFont', 'minorFont']) {
    const typeface = child(child(scheme, name), 'latin')?.attributes['typeface']
    if (typeface !== undefined) fonts.set(name, typeface)
  }
  return fonts
}

/** An on/off property: present without a value is on. */
export function isOn(value: string | undefined): boolean {
  return value !== undefined && !['0', 'false', 'off', 'none'].includes(value)
}

/** The nearest layer that has the property. */
export function pick(layers: readonly (Element | undefined)[], name: string): Element | undefined {
  for (const layer of layers) {
    const found = child(layer, name)
    if (found !== undefined) return found
  }
  return undefined
}

/** The nearest layer whose property says something of this attribute: spacing and indents are inherited by part. */
export function pickAttribute(
  layers: readonly (Element | undefined)[],
  name: string,
  ...attributes: readonly string[]
): string | undefined {
  for (const layer of layers) {
    const found = child(layer, name)
    for (const attribute of attributes) {
      const value = found?.attributes[attribute]
      if (value !== undefined) return value
    }
  }
  return undefined
}

export function flag(layers: readonly (Element | undefined)[], name: string): boolean {
  const found = pick(layers, name)
  return found !== undefined && isOn(found.attributes['val'] ?? '1')
}

const TWIPS_A_MM = 1440 / 25.4

/** Twips as millimetres, to a tenth: what rules are written in. */
export function millimetres(twips: string | undefined): number {
  return Math.round(((numberOf(twips) ?? 0) / TWIPS_A_MM) * 10) / 10
}

export function pointsOf(twips: string | undefined): number {
  return Math.round(((numberOf(twips) ?? 0) / 20) * 10) / 10
}
