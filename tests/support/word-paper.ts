import fs from 'node:fs'
import yazl from 'yazl'

/** A cell: its paragraphs, over so many columns, and whether it begins or goes on with a cell joined downwards. */
export interface PaperCell {
  readonly text: string | readonly string[]
  readonly span?: number
  readonly joined?: 'begins' | 'goesOn'
}
export type PaperBlock = string | { readonly table: readonly (readonly (PaperCell | string)[])[] }

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
const paragraph = (text: string): string =>
  `<w:p>${text === '' ? '' : `<w:r><w:t xml:space="preserve">${escape(text)}</w:t></w:r>`}</w:p>`

function cell(given: PaperCell | string): string {
  const { text, span = 1, joined } = typeof given === 'string' ? { text: given } : given
  const lines = typeof text === 'string' ? [text] : text
  const merge = joined === undefined ? '' : joined === 'begins' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>'
  return `<w:tc><w:tcPr>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}${merge}</w:tcPr>${lines.map(paragraph).join('')}</w:tc>`
}

/** Writes a Word document of paragraphs and tables, as bare as one can be. */
export function writePaper(file: string, blocks: readonly PaperBlock[]): Promise<string> {
  const body = blocks.map((block) =>
    typeof block === 'string'
      ? paragraph(block)
      : `<w:tbl>${block.table.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`,
  )
  const zip = new yazl.ZipFile()
  const add = (name: string, xml: string): void => zip.addBuffer(Buffer.from(`<?xml version="1.0"?>${xml}`), name)
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
  add(
    '[Content_Types].xml',
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
  )
  add(
    '_rels/.rels',
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  )
  add(
    'word/document.xml',
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body.join('')}</w:body></w:document>`,
  )
  zip.end()
  return new Promise((resolve, reject) => {
    zip.outputStream
      .pipe(fs.createWriteStream(file))
      .on('close', () => resolve(file))
      .on('error', reject)
  })
}
