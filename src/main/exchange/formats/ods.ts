import { ForeignFailure, refuseDamaged, refuseNoTable } from '../foreign-failure.ts'
import { openSafeZip, type SafeZip } from '../zip-gate.ts'
import type { TableFormat } from './format.ts'
import { readOdsContent } from './ods/content.ts'
import { OdsStyles } from './ods/styles.ts'
import { chooseSheets } from './xlsx.ts'
import { readXmlText } from './xlsx/xml.ts'

/** OpenDocument spreadsheets, as LibreOffice saves them by itself. Read with our own eyes, as .xlsx is. */
export const odsFormat: TableFormat = {
  id: 'ods',
  extensions: ['ods', 'ots'],
  async read(file, request, sink) {
    const zip = await openSafeZip(file)
    try {
      await refuseOthers(zip)
      const styles = new OdsStyles()
      const common = await zip.text('styles.xml')
      if (common !== null)
        readXmlText(common, {
          open: (name, attributes) => styles.open(name, attributes),
          close: (name) => styles.close(name),
        })
      if (!zip.names.has('content.xml')) refuseDamaged()
      const content = readOdsContent(await zip.bytes('content.xml'), styles)
      if (content.sheets.length === 0) refuseDamaged()
      sink.names(content.sheets.map(({ name }) => name))
      if (content.hasExternalLinks) sink.note('externalLinks')
      if (content.hasUncomputed) sink.note('uncomputed')
      if (content.isCut) sink.note('columnsCut')
      for (const { rows, ...head } of chooseSheets(content.sheets, request)) {
        sink.sheet({ name: head.name, hidden: head.hidden, styles: head.styles, merges: head.merges })
        for (const row of rows) sink.row(row)
      }
    } finally {
      zip.close()
    }
  },
}

/** Whether a zip is an OpenDocument file of any kind: it says so in a part of its own. */
export function isOpenDocument(zip: SafeZip): boolean {
  return zip.names.has('mimetype') || (zip.names.has('content.xml') && zip.names.has('META-INF/manifest.xml'))
}

async function refuseOthers(zip: SafeZip): Promise<void> {
  const manifest = (await zip.text('META-INF/manifest.xml')) ?? ''
  if (/[:<]encryption-data[\s>]/.test(manifest) || zip.names.has('encrypted-package'))
    throw new ForeignFailure('FILE_ENCRYPTED')
  const type = ((await zip.text('mimetype')) ?? manifest).trim()
  if (type.includes('opendocument.text')) refuseNoTable('văn bản dạng OpenDocument (.odt)')
  if (type.includes('opendocument.presentation')) refuseNoTable('bản trình chiếu dạng OpenDocument (.odp)')
  if (!type.includes('opendocument.spreadsheet')) refuseNoTable('tệp không phải bảng tính')
}
