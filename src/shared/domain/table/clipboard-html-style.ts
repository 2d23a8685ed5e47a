import { readCellFormat, type CellFormat } from './clipboard-format.ts'

/** What of an element's style matters to its cell. */
export interface CellStyle {
  readonly hidden: boolean
  readonly format: CellFormat | null
}

const PLAIN: CellStyle = { hidden: false, format: null }

/** Styles by class, from the <style> blocks Excel and Word put before their tables. */
export type ClassStyles = Map<string, CellStyle>

/** Adds the rules of a style block: `.xl65 {mso-number-format:"\@";}`, `td.an {display:none}`. */
export function addClassStyles(styles: ClassStyles, css: string): void {
  const plain = css.replace(/<!--|-->|\/\*[\s\S]*?\*\//g, ' ')
  for (const [, selector = '', body = ''] of plain.matchAll(/([^{}]+)\{((?:"[^"]*"|[^}"])*)\}/g)) {
    const style = readDeclarations(body)
    if (style === PLAIN) continue
    for (const name of selector.split(',')) {
      const match = /^[a-z]*\.([\w-]+)$/i.exec(name.trim())
      if (match?.[1] !== undefined) styles.set(match[1], style)
    }
  }
}

/** Style of an element: its own declarations, the attribute `hidden`, else those of its classes. */
export function styleOf(attributes: ReadonlyMap<string, string>, styles: ClassStyles): CellStyle {
  if (attributes.size === 0) return PLAIN
  const own = attributes.get('style')
  let style = own === undefined ? PLAIN : readDeclarations(own)
  const names = attributes.get('class')
  if (names !== undefined && styles.size > 0)
    for (const name of names.split(/\s+/)) {
      const known = styles.get(name)
      if (known !== undefined) style = { hidden: style.hidden || known.hidden, format: style.format ?? known.format }
    }
  return attributes.has('hidden') && !style.hidden ? { ...style, hidden: true } : style
}

/** Declarations met before: thousands of cells share a few. */
const READ = new Map<string, CellStyle>()

function readDeclarations(css: string): CellStyle {
  const known = READ.get(css)
  if (known !== undefined) return known
  const hidden = /display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*(?:hidden|collapse)/i.test(css)
  const format = /mso-number-format\s*:\s*("(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|[^;]+)/i.exec(css)?.[1]
  const style =
    !hidden && format === undefined
      ? PLAIN
      : { hidden, format: format === undefined ? null : readCellFormat(unescapeCss(format)) }
  if (READ.size > 2000) READ.clear()
  READ.set(css, style)
  return style
}

/** `"\#\,\#\#0"` → `#,##0`; `\0022` is a quote. */
function unescapeCss(text: string): string {
  return text
    .trim()
    .replace(/^(["'])([\s\S]*)\1$/, '$2')
    .replace(/\\(0[0-9a-f]{3})|\\([\s\S])/gi, (_, code, sign) =>
      code === undefined ? String(sign) : String.fromCharCode(Number.parseInt(String(code), 16)),
    )
}
