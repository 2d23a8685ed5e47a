import type { OfficialDocument } from '#shared/domain/documents/tree.ts'
import type { FileProperties } from './render.ts'
import { escapeText } from './write-xml.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const CORE_SPACES =
  'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" ' +
  'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
const CUSTOM_SPACES =
  'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"'
/** The id every user-defined property carries (ECMA-376, part 1, 22.3.2). */
const FORMAT_ID = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}'

/** docProps/core.xml: what Explorer and Word show under "Properties". */
export function coreProperties(tree: OfficialDocument, description: string, made: Date): string {
  const at = made.toISOString()
  const moment = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${at}</dcterms:${name}>`
  return (
    `${HEAD}<cp:coreProperties ${CORE_SPACES}>` +
    `<dc:title>${escapeText(tree.title)}</dc:title><dc:subject>${escapeText(tree.title)}</dc:subject>` +
    `<dc:creator>${escapeText(tree.issuer)}</dc:creator><cp:keywords>${escapeText(tree.keywords.join(', '))}</cp:keywords>` +
    `<dc:description>${escapeText(description)}</dc:description><cp:lastModifiedBy>${escapeText(tree.issuer)}</cp:lastModifiedBy>` +
    `<cp:revision>1</cp:revision>${moment('created')}${moment('modified')}</cp:coreProperties>`
  )
}

/** docProps/custom.xml: by these a file that comes back is known again. */
export function customProperties(properties: FileProperties): string {
  const rows = Object.entries(properties).map(
    ([name, value], index) =>
      // Ids begin with 2; 0 and 1 are reserved.
      `<property fmtid="${FORMAT_ID}" pid="${index + 2}" name="${escapeText(name)}"><vt:lpwstr>${escapeText(value)}</vt:lpwstr></property>`,
  )
  return `${HEAD}<Properties ${CUSTOM_SPACES}>${rows.join('')}</Properties>`
}
