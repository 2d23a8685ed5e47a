import path from 'node:path'
import { refuseDamaged, refuseNoTable, refuseUnsafe } from '../../foreign-failure.ts'
import { LIMITS } from '../../limits.ts'
import type { SafeZip } from '../../zip-gate.ts'
import { readXmlText } from './xml.ts'

/** Where the parts of a workbook are, found by relationships: names inside the zip are convention only. */
export interface WorkbookParts {
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly part: string }[]
  readonly is1904: boolean
  readonly sharedStrings: string | null
  readonly styles: string | null
  readonly hasExternalLinks: boolean
}

interface Relationship {
  readonly type: string
  readonly target: string
}

export async function readWorkbookParts(zip: SafeZip): Promise<WorkbookParts> {
  const roots = await readRelationships(zip, '')
  const workbookPart =
    [...roots.values()].find((relation) => relation.type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml'
  await refuseOtherDocuments(zip, workbookPart)
  const xml = await zip.text(workbookPart)
  if (xml === null) return refuseDamaged()
  const relations = await readRelationships(zip, workbookPart)
  const listed: { name: string; hidden: boolean; id: string }[] = []
  let is1904 = false
  readXmlText(xml, {
    open(name, attributes) {
      if (name === 'workbookPr') is1904 = isTrue(attributes.get('date1904'))
      if (name !== 'sheet') return
      const state = attributes.get('state') ?? 'visible'
      listed.push({
        name: attributes.get('name') ?? '',
        hidden: state !== 'visible',
        id: attributes.get('id') ?? '',
      })
    },
  })
  if (listed.length > LIMITS.sheets) refuseUnsafe('quá nhiều trang tính')
  // Chart sheets have no cells.
  const sheets = listed.flatMap(({ name, hidden, id }) => {
    const relation = relations.get(id)
    return relation?.type.endsWith('/worksheet') ? [{ name, hidden, part: relation.target }] : []
  })
  if (sheets.length === 0) return refuseDamaged()
  const find = (type: string): string | null =>
    [...relations.values()].find((relation) => relation.type.endsWith(`/${type}`))?.target ?? null
  return {
    sheets,
    is1904,
    sharedStrings: find('sharedStrings'),
    styles: find('styles'),
    hasExternalLinks: [...relations.values()].some((relation) => relation.type.endsWith('/externalLink')),
  }
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}

/** A zip may be a Word document, a presentation, an OpenDocument file … each is named to the clerk. */
async function refuseOtherDocuments(zip: SafeZip, workbookPart: string): Promise<void> {
  const lower = workbookPart.toLowerCase()
  if (lower.endsWith('workbook.bin')) refuseNoTable('bảng tính dạng .xlsb; hãy mở bằng Excel và lưu lại dạng .xlsx')
  if (lower.includes('word/') || zip.names.has('word/document.xml')) refuseNoTable('văn bản Word')
  if (lower.includes('ppt/') || zip.names.has('ppt/presentation.xml')) refuseNoTable('bản trình chiếu PowerPoint')
  if (![...zip.names].some((name) => name.toLowerCase() === lower)) {
    if (zip.names.has('[Content_Types].xml')) refuseDamaged()
    refuseNoTable('tệp nén ZIP; hãy giải nén rồi chọn tệp bên trong')
  }
}

async function readRelationships(zip: SafeZip, part: string): Promise<Map<string, Relationship>> {
  const folder = path.posix.dirname(part)
  const file = part === '' ? '_rels/.rels' : path.posix.join(folder, '_rels', `${path.posix.basename(part)}.rels`)
  const xml = await zip.text(file)
  const relations = new Map<string, Relationship>()
  if (xml === null) return relations
  readXmlText(xml, {
    open(name, attributes) {
      if (name !== 'Relationship' || attributes.get('TargetMode') === 'External') return
      const target = attributes.get('Target') ?? ''
      const absolute = target.startsWith('/') ? target.slice(1) : path.posix.join(part === '' ? '' : folder, target)
      relations.set(attributes.get('Id') ?? '', { type: attributes.get('Type') ?? '', target: absolute })
    },
  })
  return relations
}
