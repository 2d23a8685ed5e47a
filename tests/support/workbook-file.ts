import fs from 'node:fs'
import yazl from 'yazl'

/**
 * Workbooks as offices send them, written by hand part by part: fonts, number formats, merges, hidden rows,
 * formulas with cached values, and the odd forms other programs write. Everything a reader must cope with and no
 * writing library would produce.
 */
export interface CellSpec {
  /** Text, number, or true/false; absent for a formula without a cached value. */
  readonly v?: string | number | boolean
  readonly font?: string
  readonly format?: string
  readonly f?: string
  /** Runs of rich text. */
  readonly runs?: readonly { readonly text: string; readonly font?: string }[]
  readonly error?: string
  /** Text inside the cell instead of in the table of shared strings. */
  readonly inline?: boolean
}
export type Cell = CellSpec | string | number | boolean | null | undefined

export interface SheetSpec {
  readonly name?: string
  readonly state?: 'hidden' | 'veryHidden'
  readonly rows: readonly (readonly Cell[])[]
  readonly merges?: readonly string[]
  /** Numbers of rows hidden in Excel. */
  readonly hiddenRows?: readonly number[]
  /** Font of every cell that names none. */
  readonly font?: string
}

export interface WorkbookSpec {
  readonly sheets: readonly SheetSpec[]
  readonly date1904?: boolean
  /** Elements as `<x:row>`, as some programs write them. */
  readonly prefix?: string
  /** Rows and cells without their addresses. */
  readonly withoutAddresses?: boolean
  /** Parts added or replaced, by name: a macro, a DOCTYPE, an external link. */
  readonly parts?: Readonly<Record<string, string | Buffer>>
}

export async function writeWorkbook(file: string, spec: WorkbookSpec): Promise<string> {
  const styles = new StyleSheet()
  const strings: string[] = []
  const p = spec.prefix === undefined ? '' : `${spec.prefix}:`
  const xmlns = spec.prefix === undefined ? `xmlns="${MAIN}"` : `xmlns:${spec.prefix}="${MAIN}"`
  const parts = new Map<string, string | Buffer>()
  spec.sheets.forEach((sheet, index) => {
    parts.set(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet, spec, styles, strings, p, xmlns))
  })
  parts.set('xl/workbook.xml', workbookXml(spec))
  parts.set('xl/_rels/workbook.xml.rels', workbookRels(spec))
  parts.set(
    '_rels/.rels',
    `${HEAD}<Relationships xmlns="${PACKAGE_RELS}"><Relationship Id="rId1" Type="${DOC_RELS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  )
  parts.set('[Content_Types].xml', contentTypes(spec))
  parts.set('xl/styles.xml', styles.xml())
  parts.set('xl/sharedStrings.xml', `${HEAD}<sst xmlns="${MAIN}">${strings.join('')}</sst>`)
  for (const [name, content] of Object.entries(spec.parts ?? {})) parts.set(name, content)
  fs.writeFileSync(file, await zipParts(parts))
  return file
}

/** A zip of the given parts, in their order. */
export async function zipParts(parts: ReadonlyMap<string, string | Buffer>): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  for (const [name, content] of parts)
    zip.addBuffer(typeof content === 'string' ? Buffer.from(content, 'utf8') : content, name)
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const DOC_RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE_RELS = 'http://schemas.openxmlformats.org/package/2006/relationships'

function contentTypes(spec: WorkbookSpec): string {
  const of = (part: string, type: string): string =>
    `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`
  const sheets = spec.sheets.map((_, at) => of(`worksheets/sheet${at + 1}`, 'worksheet'))
  return `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${of('workbook', 'sheet.main')}${sheets.join('')}${of('styles', 'styles')}${of('sharedStrings', 'sharedStrings')}</Types>`
}

class StyleSheet {
  private readonly fonts = ['Calibri']
  private readonly formats: string[] = []
  private readonly xfs: string[] = ['<xf numFmtId="0" fontId="0"/>']

  index(font: string | undefined, format: string | undefined): number {
    let fontId = this.fonts.indexOf(font ?? 'Calibri')
    if (fontId < 0) fontId = this.fonts.push(font ?? 'Calibri') - 1
    let formatId = 0
    if (format !== undefined) {
      let at = this.formats.indexOf(format)
      if (at < 0) at = this.formats.push(format) - 1
      formatId = 164 + at
    }
    const xf = `<xf numFmtId="${formatId}" fontId="${fontId}"/>`
    const known = this.xfs.indexOf(xf)
    return known >= 0 ? known : this.xfs.push(xf) - 1
  }

  xml(): string {
    const formats = this.formats
      .map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escape(code)}"/>`)
      .join('')
    const fonts = this.fonts.map((name) => `<font><sz val="12"/><name val="${escape(name)}"/></font>`).join('')
    return `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="${this.formats.length}">${formats}</numFmts><fonts>${fonts}</fonts><cellStyleXfs><xf numFmtId="0" fontId="0"/></cellStyleXfs><cellXfs>${this.xfs.join('')}</cellXfs></styleSheet>`
  }
}

function sheetXml(
  sheet: SheetSpec,
  spec: WorkbookSpec,
  styles: StyleSheet,
  strings: string[],
  p: string,
  xmlns: string,
): string {
  const rows = sheet.rows.map((cells, at) => {
    const number = at + 1
    const inner = cells
      .map((cell, column) => cellXml(cell, `${letter(column)}${number}`, sheet, spec, styles, strings, p))
      .join('')
    const address = spec.withoutAddresses === true ? '' : ` r="${number}"`
    const hidden = sheet.hiddenRows?.includes(number) === true ? ' hidden="1"' : ''
    return `<${p}row${address}${hidden}>${inner}</${p}row>`
  })
  const merges = sheet.merges ?? []
  const merged =
    merges.length === 0
      ? ''
      : `<${p}mergeCells>${merges.map((ref) => `<${p}mergeCell ref="${ref}"/>`).join('')}</${p}mergeCells>`
  return `${HEAD}<${p}worksheet ${xmlns}><${p}sheetData>${rows.join('')}</${p}sheetData>${merged}</${p}worksheet>`
}

function cellXml(
  cell: Cell,
  address: string,
  sheet: SheetSpec,
  spec: WorkbookSpec,
  styles: StyleSheet,
  strings: string[],
  p: string,
): string {
  const given: CellSpec =
    typeof cell === 'object' && cell !== null ? cell : cell === null || cell === undefined ? {} : { v: cell }
  if (given.v === undefined && given.runs === undefined && given.f === undefined && given.error === undefined)
    return spec.withoutAddresses === true ? `<${p}c/>` : ''
  const style = styles.index(given.font ?? sheet.font, given.format)
  const at = spec.withoutAddresses === true ? '' : ` r="${address}"`
  const formula = given.f === undefined ? '' : `<${p}f>${escape(given.f)}</${p}f>`
  const wrap = (type: string, value: string): string =>
    `<${p}c${at} s="${style}"${type === '' ? '' : ` t="${type}"`}>${formula}${value}</${p}c>`
  if (given.error !== undefined) return wrap('e', `<${p}v>${given.error}</${p}v>`)
  if (given.runs !== undefined) {
    const runs = given.runs.map(
      ({ text, font }) =>
        `<r>${font === undefined ? '' : `<rPr><rFont val="${escape(font)}"/></rPr>`}<t xml:space="preserve">${escape(text)}</t></r>`,
    )
    return wrap('s', `<${p}v>${strings.push(`<si>${runs.join('')}</si>`) - 1}</${p}v>`)
  }
  if (given.v === undefined) return wrap('', '')
  if (typeof given.v === 'number') return wrap('', `<${p}v>${given.v}</${p}v>`)
  if (typeof given.v === 'boolean') return wrap('b', `<${p}v>${given.v ? 1 : 0}</${p}v>`)
  if (given.f !== undefined) return wrap('str', `<${p}v>${escape(given.v)}</${p}v>`)
  if (given.inline === true) return wrap('inlineStr', `<${p}is><${p}t>${escape(given.v)}</${p}t></${p}is>`)
  return wrap('s', `<${p}v>${strings.push(`<si><t xml:space="preserve">${escape(given.v)}</t></si>`) - 1}</${p}v>`)
}

function workbookXml(spec: WorkbookSpec): string {
  const sheets = spec.sheets.map(({ name, state }, at) => {
    const hidden = state === undefined ? '' : ` state="${state}"`
    return `<sheet name="${escape(name ?? `Sheet${at + 1}`)}" sheetId="${at + 1}"${hidden} r:id="rId${at + 1}"/>`
  })
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${DOC_RELS}"><workbookPr${spec.date1904 === true ? ' date1904="1"' : ''}/><sheets>${sheets.join('')}</sheets></workbook>`
}

function workbookRels(spec: WorkbookSpec): string {
  const rels = spec.sheets.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Type="${DOC_RELS}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  )
  return `${HEAD}<Relationships xmlns="${PACKAGE_RELS}">${rels.join('')}<Relationship Id="rIdS" Type="${DOC_RELS}/styles" Target="styles.xml"/><Relationship Id="rIdT" Type="${DOC_RELS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`
}

function letter(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : letter(Math.floor(column / 26) - 1) + letter(column % 26)
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
