// Small changes to a part of a Word file as text: what is not touched keeps its bytes, so that nothing the clerk's
// Word wrote is lost on the way through a model of ours.

/** An element as it stands in the part, and where. */
export interface Span {
  readonly from: number
  /** Behind its end tag. */
  readonly to: number
  /** Behind its start tag; equal to `to` of one without content. */
  readonly inside: number
}

/** Elements of one name in document order, outermost only: a paragraph in a text box belongs to its anchor. */
export function findElements(xml: string, name: string): Span[] {
  const tag = new RegExp(`<(/?)w:${name}(?=[\\s/>])[^>]*?(/?)>`, 'gu')
  const spans: Span[] = []
  let depth = 0
  let from = 0
  let inside = 0
  for (const match of xml.matchAll(tag)) {
    const end = match.index + match[0].length
    if (match[1] === '/') {
      depth -= 1
      if (depth === 0) spans.push({ from, to: end, inside })
      if (depth < 0) return spans
    } else if (match[2] === '/') {
      if (depth === 0) spans.push({ from: match.index, to: end, inside: end })
    } else {
      if (depth === 0) {
        from = match.index
        inside = end
      }
      depth += 1
    }
  }
  return spans
}

/** Changes each element of a name, outermost only. */
export function changeElements(xml: string, name: string, change: (element: string, order: number) => string): string {
  let written = ''
  let at = 0
  findElements(xml, name).forEach((span, order) => {
    written += xml.slice(at, span.from) + change(xml.slice(span.from, span.to), order)
    at = span.to
  })
  return written + xml.slice(at)
}

/** Direct children of an element's content, each with its name. */
export function childrenOf(content: string): { readonly name: string; readonly xml: string }[] {
  const children: { name: string; xml: string }[] = []
  const tag = /<(\/?)([\w:.-]+)[^>]*?(\/?)>/gu
  let depth = 0
  let from = 0
  let name = ''
  for (const match of content.matchAll(tag)) {
    const end = match.index + match[0].length
    if (match[1] === '/') {
      depth -= 1
      if (depth === 0) children.push({ name, xml: content.slice(from, end) })
    } else if (match[3] === '/') {
      if (depth === 0) children.push({ name: match[2] ?? '', xml: match[0] })
    } else {
      if (depth === 0) {
        from = match.index
        name = match[2] ?? ''
      }
      depth += 1
    }
  }
  return children
}

/**
 * Puts children into a properties element in the order the schema asks for; one that is there already is replaced.
 * `element` may be without content ("<w:pPr/>").
 */
export function setChildren(
  element: string,
  order: readonly string[],
  wanted: Readonly<Record<string, string | null>>,
): string {
  const start = /^<([\w:]+)([^>]*?)(\/?)>/u.exec(element)
  if (start === null) return element
  const [open, name = '', attributes = ''] = start
  const content = start[3] === '/' ? '' : element.slice(open.length, element.lastIndexOf('</'))
  const rank = (child: string): number => {
    const at = order.indexOf(child.replace(/^w:/u, ''))
    return at < 0 ? order.length : at
  }
  const kept = childrenOf(content).filter((child) => !(child.name.replace(/^w:/u, '') in wanted))
  const added = Object.entries(wanted).flatMap(([child, xml]) => (xml === null ? [] : [{ name: `w:${child}`, xml }]))
  const all = [...kept, ...added].toSorted((a, b) => rank(a.name) - rank(b.name))
  return `<${name}${attributes}>${all.map((child) => child.xml).join('')}</${name}>`
}

/** The properties element that opens another, made where there is none. */
export function changeProperties(element: string, name: string, change: (properties: string) => string): string {
  const start = /^<[^>]*?>/u.exec(element)?.[0] ?? ''
  if (start.endsWith('/>')) {
    const tag = /^<([\w:]+)/u.exec(start)?.[1] ?? ''
    return `${start.slice(0, -2)}>${change(`<w:${name}/>`)}</${tag}>`
  }
  const rest = element.slice(start.length)
  const [found] = findElements(rest, name)
  // Properties stand first; what comes later belongs to something inside.
  if (found === undefined || rest.slice(0, found.from).trim() !== '') return start + change(`<w:${name}/>`) + rest
  return start + change(rest.slice(found.from, found.to)) + rest.slice(found.to)
}

/** An attribute of an element's start tag. */
export function setAttribute(element: string, name: string, value: string): string {
  const pattern = new RegExp(`(<[^>]*?\\s)${name}="[^"]*"`, 'u')
  if (pattern.test(element)) return element.replace(pattern, `$1${name}="${value}"`)
  return element.replace(/^<([\w:]+)/u, `<$1 ${name}="${value}"`)
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

export function unescapeXml(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/giu, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}
