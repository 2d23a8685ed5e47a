import { escapeXml } from '../formats/xlsx/write-styles.ts'

/** A sheet of the workbook, its text written already. */
export interface FormPart {
  readonly name: string
  readonly xml: string
  /** `veryHidden`: Excel does not even offer to show it. */
  readonly state: 'visible' | 'hidden' | 'veryHidden'
  /** First and last row printed again on every page. */
  readonly titles?: { readonly first: number; readonly last: number }
}

/** A range of cells with a name, so that lists on another sheet work in every version of Excel. */
export interface NamedRange {
  readonly name: string
  readonly sheet: string
  readonly area: string
}

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

export function contentTypes(count: number): string {
  const sheets = Array.from(
    { length: count },
    (_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${SHEET}.worksheet+xml"/>`,
  )
  return (
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET}.sheet.main+xml"/>` +
    `${sheets.join('')}<Override PartName="/xl/styles.xml" ContentType="${SHEET}.styles+xml"/>` +
    `<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>` +
    `<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>`
  )
}

export function workbookRelations(count: number): string {
  const sheets = Array.from(
    { length: count },
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/relationships/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  )
  return (
    `<Relationships xmlns="${PACKAGE}/relationships">${sheets.join('')}` +
    `<Relationship Id="rId${count + 1}" Type="${OFFICE}/relationships/styles" Target="styles.xml"/></Relationships>`
  )
}

/**
 * The order of sheets and their names. The structure is locked without a password, so that a hidden sheet is not
 * deleted by a slip of the hand.
 */
export function formWorkbookXml(parts: readonly FormPart[], ranges: readonly NamedRange[]): string {
  const sheets = parts.map(({ name, state }, index) => {
    const hidden = state === 'visible' ? '' : ` state="${state}"`
    return `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${hidden} r:id="rId${index + 1}"/>`
  })
  const titles = parts.flatMap(({ name, titles: rows }, index) =>
    rows === undefined
      ? []
      : [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escapeXml(`${quoteSheet(name)}!$${rows.first}:$${rows.last}`)}</definedName>`,
        ],
  )
  const names = ranges.map(
    ({ name, sheet, area }) => `<definedName name="${name}">${escapeXml(`${quoteSheet(sheet)}!${area}`)}</definedName>`,
  )
  const defined = [...titles, ...names]
  return (
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><workbookProtection lockStructure="1"/>` +
    `<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000"/></bookViews>` +
    `<sheets>${sheets.join('')}</sheets>${defined.length === 0 ? '' : `<definedNames>${defined.join('')}</definedNames>`}</workbook>`
  )
}

function quoteSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`
}
