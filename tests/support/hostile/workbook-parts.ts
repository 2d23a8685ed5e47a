import { rawZip, type RawPart } from './raw-zip.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const DOC_RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE_RELS = 'http://schemas.openxmlformats.org/package/2006/relationships'

export interface WorkbookParts {
  /** The whole of sheet1.xml. */
  readonly sheet?: string | Buffer
  /** The whole of sharedStrings.xml, styles.xml, workbook.xml, its relationships. */
  readonly strings?: string | Buffer
  readonly styles?: string
  readonly workbook?: string
  readonly relations?: string
  readonly extra?: readonly RawPart[]
  /** Changes a part on its way into the zip, by its name. */
  readonly lie?: (part: RawPart) => RawPart
  readonly zip?: Parameters<typeof rawZip>[1]
}

/** A workbook put together from parts given as they are: nothing checks that they make sense. */
export function workbookOf(parts: WorkbookParts = {}): Buffer {
  const list: RawPart[] = [
    part('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    part('_rels/.rels', relations([['rId1', 'officeDocument', 'xl/workbook.xml']])),
    part('xl/workbook.xml', parts.workbook ?? workbookXml(['Sheet1'])),
    part(
      'xl/_rels/workbook.xml.rels',
      parts.relations ??
        relations([
          ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
          ['rIdS', 'styles', 'styles.xml'],
          ['rIdT', 'sharedStrings', 'sharedStrings.xml'],
        ]),
    ),
    part('xl/worksheets/sheet1.xml', parts.sheet ?? sheetOf(GOOD_ROWS)),
    part('xl/sharedStrings.xml', parts.strings ?? `<sst xmlns="${MAIN}"/>`),
    part('xl/styles.xml', parts.styles ?? `<styleSheet xmlns="${MAIN}"><cellXfs><xf/></cellXfs></styleSheet>`),
    ...(parts.extra ?? []),
  ]
  return rawZip(list.map(parts.lie ?? ((same) => same)), parts.zip)
}

export function part(name: string, content: string | Buffer): RawPart {
  const isText = typeof content === 'string'
  const whole = isText && !content.startsWith('<?xml') && !content.startsWith('<!') ? `${HEAD}${content}` : content
  return { name, content: Buffer.from(whole as string, 'utf8') }
}

export function workbookXml(names: readonly string[]): string {
  const sheets = names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId1"/>`).join('')
  return `<workbook xmlns="${MAIN}" xmlns:r="${DOC_RELS}"><sheets>${sheets}</sheets></workbook>`
}

export function relations(list: readonly (readonly [id: string, type: string, target: string])[]): string {
  const all = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${DOC_RELS}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${PACKAGE_RELS}">${all.join('')}</Relationships>`
}

export function sheetXml(body: string): string {
  return `${HEAD}<worksheet xmlns="${MAIN}">${body}</worksheet>`
}

/** Text inside the cells, already escaped; a number stays a number. */
export function sheetOf(rows: readonly (readonly (string | number)[])[]): string {
  return sheetXml(`<sheetData>${rows.map((cells, at) => rowXml(at + 1, cells)).join('')}</sheetData>`)
}

export function rowXml(number: number, cells: readonly (string | number)[]): string {
  const inner = cells.map((cell) =>
    typeof cell === 'number' ? `<c><v>${cell}</v></c>` : `<c t="inlineStr"><is><t>${cell}</t></is></c>`,
  )
  return `<row r="${number}">${inner.join('')}</row>`
}

export const HEADER_CELLS = ['STT', 'Tên doanh nghiệp', 'Mã số thuế', 'Huyện', 'Số lao động', 'Ghi chú'] as const

export const GOOD_ROWS: readonly (readonly (string | number)[])[] = [
  HEADER_CELLS,
  [1, 'Công ty TNHH An Phát', '0100109106', 'Thành phố Hải Sơn', 25, ''],
  [2, 'Công ty Cổ phần Bình Minh', '', 'Huyện Yên Giang', 48, ''],
]
