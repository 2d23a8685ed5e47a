import fs from 'node:fs'
import { paragraphsOf, parseXml, unzipDocx } from './read-docx.ts'

/** The paragraphs of a Word file, a line each. */
export async function textOfFile(file: string): Promise<string> {
  const parts = await unzipDocx(fs.readFileSync(file))
  return paragraphsOf(parseXml(parts.get('word/document.xml') ?? ''))
    .map((paragraph) => paragraph.text)
    .join('\n')
}
