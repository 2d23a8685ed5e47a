import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { PROJECT } from '#tests/support/resources.ts'
import { makeDocx, TYPE_IDS } from './support/made.ts'

// The whole word/document.xml of every type for the fixed data set, one element a line. After a wanted change:
// UPDATE_GOLDEN=1 vitest run tests/documents/golden.test.ts, then read the difference.

const FOLDER = path.join(PROJECT, 'tests', 'golden', 'documents')

describe('golden documents', () => {
  it.each(TYPE_IDS)('%s is laid out as before', async (id) => {
    const { parts } = await makeDocx(id)
    const now = normalize(parts.get('word/document.xml') ?? '')
    const file = path.join(FOLDER, `${id}.xml`)
    if (process.env['UPDATE_GOLDEN'] === '1') {
      fs.mkdirSync(FOLDER, { recursive: true })
      fs.writeFileSync(file, now)
    }
    expect(now).toBe(fs.readFileSync(file, 'utf8').replaceAll('\r\n', '\n'))
  })
})

/** One element a line; namespaces of the root and the numbers of relations say nothing about the document. */
function normalize(xml: string): string {
  return `${xml
    .replace(/<w:document [^>]*>/, '<w:document>')
    .replace(/r:id="[^"]*"/g, 'r:id=""')
    .replace(/></g, '>\n<')}\n`
}
