import yazl from 'yazl'
import { writeStamp, type FormBook, type FormColumn } from '#shared/domain/exchange/form/form-book.ts'
import { cutHidden, type HiddenPart } from '#shared/domain/exchange/form/form-hidden.ts'
import { COMMON_STEPS, FORM_WORDS } from '#shared/domain/exchange/form/form-words.ts'
import { columnLetters, linesIn, textCell } from '../formats/xlsx/write-cells.ts'
import { APP_PROPERTIES, coreProperties, HEAD, PACKAGE_RELATIONS, sheetNameOf } from '../formats/xlsx/write-parts.ts'
import { StyleSheet, type CellLook } from '../formats/xlsx/write-styles.ts'
import { contentTypes, formWorkbookXml, MAIN, workbookRelations, type FormPart, type NamedRange } from './form-parts.ts'
import { writeTableSheet } from './table-sheet.ts'
import { endZip } from '../zip-bytes.ts'

const ROW_POINTS = 16.5
const GUIDE_WIDTHS = [6, 26, 62] as const

/**
 * The workbook of a form: instructions first, a protected sheet for each table, a hidden sheet of the lists and one of
 * what the form was made from. The same book gives the same bytes.
 */
export async function writeForm(book: FormBook, hidden: HiddenPart, made: Date): Promise<Buffer> {
  const styles = new StyleSheet()
  const lists = new Lists(styles)
  const parts: FormPart[] = [{ name: FORM_WORDS.guideSheet, xml: writeGuide(book, styles), state: 'visible' }]
  const taken = new Set([FORM_WORDS.guideSheet, FORM_WORDS.listsSheet, FORM_WORDS.hiddenSheet] as string[])
  for (const table of book.tables) {
    const name = freeName(table.sheet, taken)
    const { xml, titles } = writeTableSheet(book, table, styles, (column) => lists.of(column))
    parts.push({ name, xml, titles, state: 'visible' })
  }
  if (!lists.isEmpty()) parts.push({ name: FORM_WORDS.listsSheet, xml: lists.toXml(), state: 'hidden' })
  parts.push({ name: FORM_WORDS.hiddenSheet, xml: writeHidden(hidden, styles), state: 'veryHidden' })
  const zip = new yazl.ZipFile()
  const add = (name: string, text: string): void =>
    zip.addBuffer(Buffer.from(HEAD + text), name, { mtime: made, mode: 0o100644 })
  add('[Content_Types].xml', contentTypes(parts.length))
  add('_rels/.rels', PACKAGE_RELATIONS)
  add('xl/_rels/workbook.xml.rels', workbookRelations(parts.length))
  add('docProps/core.xml', coreProperties(book.title, made))
  add('docProps/app.xml', APP_PROPERTIES)
  add('xl/workbook.xml', formWorkbookXml(parts, lists.ranges()))
  parts.forEach(({ xml }, index) => add(`xl/worksheets/sheet${index + 1}.xml`, xml))
  add('xl/styles.xml', styles.toXml())
  return endZip(zip)
}

function freeName(wanted: string, taken: Set<string>): string {
  const name = sheetNameOf(wanted)
  for (let number = 1; ; number++) {
    const free = number === 1 ? name : `${name.slice(0, 27)} ${number}`
    if (taken.has(free)) continue
    taken.add(free)
    return free
  }
}

/** Office, title, what is asked, how to fill it in; locked as a whole. */
function writeGuide(book: FormBook, styles: StyleSheet): string {
  const lines: string[] = []
  const merges: string[] = []
  let next = 1
  const line = (cells: readonly (readonly [letter: string, text: string, look: CellLook])[], tall = 1): void => {
    const written = cells.map(([letter, text, look]) => textCell(`${letter}${next}`, styles.indexOf(look), text))
    lines.push(
      `<row r="${next}"${tall > 1 ? ` ht="${ROW_POINTS * tall}" customHeight="1"` : ''}>${written.join('')}</row>`,
    )
    next += 1
  }
  const across = (text: string, look: CellLook, tall = 1): void => {
    merges.push(`A${next}:C${next}`)
    line([['A', text, look]], tall)
  }
  const tallOf = (text: string, widths: readonly number[]): number =>
    linesIn(text, widths.reduce((sum, width) => sum + width, 0) * 7.2)
  across(book.office, { format: null, bold: true })
  next += 1
  across(
    book.title,
    { format: null, bold: true, size: 14, align: 'center', wrap: true },
    Math.ceil(tallOf(book.title, GUIDE_WIDTHS) * 1.3),
  )
  next += 1
  across(FORM_WORDS.aboutHead, { format: null, bold: true })
  for (const { label, value } of book.facts) {
    merges.push(`A${next}:B${next}`)
    const cell: CellLook = { format: '@', border: true, wrap: true }
    line(
      [
        ['A', label, cell],
        ['B', '', cell],
        ['C', value, { ...cell, bold: true }],
      ],
      tallOf(value, [GUIDE_WIDTHS[2]]),
    )
  }
  next += 1
  across(FORM_WORDS.guideHead, { format: null, bold: true })
  for (const [index, step] of [...book.steps, ...COMMON_STEPS].entries()) {
    merges.push(`B${next}:C${next}`)
    line(
      [
        ['A', `${index + 1}.`, { format: '@', align: 'center' }],
        ['B', step, { format: '@', wrap: true }],
      ],
      tallOf(step, [GUIDE_WIDTHS[1], GUIDE_WIDTHS[2]]),
    )
  }
  next += 1
  across(FORM_WORDS.version(book.stamp), { format: null, italic: true })
  across(writeStamp(book.stamp), { format: null, italic: true })
  const widths = GUIDE_WIDTHS.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  return (
    `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<sheetViews><sheetView tabSelected="1" workbookViewId="0" showGridLines="0"/></sheetViews><sheetFormatPr defaultRowHeight="${ROW_POINTS}"/>` +
    `<cols>${widths.join('')}</cols><sheetData>${lines.join('')}</sheetData><sheetProtection sheet="1" objects="1" scenarios="1"/>` +
    `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` +
    `<pageMargins left="0.8" right="0.6" top="0.8" bottom="0.8" header="0.3" footer="0.3"/>` +
    `<pageSetup paperSize="9" orientation="portrait" fitToWidth="1" fitToHeight="0"/></worksheet>`
  )
}

/** The choices of all columns, one list a column of a hidden sheet; equal lists stand there once. */
class Lists {
  private readonly styles: StyleSheet
  private readonly lists: (readonly string[])[] = []

  constructor(styles: StyleSheet) {
    this.styles = styles
  }

  /** Name of the list of a column; null for one without choices. */
  of({ choices }: FormColumn): string | null {
    if (choices === undefined) return null
    const labels = [...choices.map(({ label }) => label), FORM_WORDS.clearChoice]
    const known = this.lists.findIndex(
      (list) => list.length === labels.length && list.every((label, at) => label === labels[at]),
    )
    const index = known < 0 ? this.lists.push(labels) - 1 : known
    return `ct_list_${index + 1}`
  }

  isEmpty(): boolean {
    return this.lists.length === 0
  }

  ranges(): readonly NamedRange[] {
    return this.lists.map((list, index) => {
      const letter = columnLetters(index)
      return {
        name: `ct_list_${index + 1}`,
        sheet: FORM_WORDS.listsSheet,
        area: `$${letter}$1:$${letter}$${list.length}`,
      }
    })
  }

  toXml(): string {
    const style = this.styles.indexOf({ format: '@' })
    const rows = Array.from({ length: Math.max(...this.lists.map((list) => list.length)) }, (_, row) => {
      const cells = this.lists.map((list, index) => {
        const label = list[row]
        return label === undefined ? '' : textCell(`${columnLetters(index)}${row + 1}`, style, label)
      })
      return `<row r="${row + 1}">${cells.join('')}</row>`
    })
    return `<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}</sheetData><sheetProtection sheet="1" objects="1" scenarios="1"/></worksheet>`
  }
}

function writeHidden(hidden: HiddenPart, styles: StyleSheet): string {
  const style = styles.indexOf({ format: '@' })
  const rows = [...cutHidden(hidden), ['', FORM_WORDS.hiddenNote]].map((cells, index) => {
    const written = cells.map((cell, at) =>
      cell === '' ? '' : textCell(`${columnLetters(at)}${index + 1}`, style, cell),
    )
    return `<row r="${index + 1}">${written.join('')}</row>`
  })
  return `<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}</sheetData><sheetProtection sheet="1" objects="1" scenarios="1"/></worksheet>`
}
