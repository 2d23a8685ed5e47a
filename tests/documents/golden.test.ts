import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readWord } from '#main/exchange/formats/docx.ts'
import type { WordFile } from '#shared/domain/documents/word-file.ts'
import { PROJECT } from '#tests/support/resources.ts'
import { factsFor, makeDocx, RULE_SET_IDS, rulesNamed, TYPE_IDS } from './support/made.ts'

// The whole word/document.xml of every type by the union's rules for the fixed data set, one element a line, and by
// every rule set what is read back of it: one paragraph or row a line. After a wanted change:
// UPDATE_GOLDEN=1 vitest run tests/documents/golden.test.ts, read the difference, then npm run pictures.

const FOLDER = path.join(PROJECT, 'tests', 'golden', 'documents')

describe('golden documents', () => {
  it.each(TYPE_IDS)('%s is laid out as before', async (id) => {
    const { parts } = await makeDocx(id)
    const now = normalize(parts.get('word/document.xml') ?? '')
    expect(now).toBe(kept(`${id}.xml`, now))
  })

  it.each(RULE_SET_IDS.flatMap((rules) => TYPE_IDS.map((type) => [rules, type] as const)))(
    '%s: %s reads as before',
    async (rulesId, type) => {
      const rules = rulesNamed(rulesId)
      const { bytes } = await makeDocx(type, factsFor(rules, type), rules)
      const now = describeFile(await readWord(Buffer.from(bytes)))
      expect(now).toBe(kept(path.join(rulesId, `${type}.txt`), now))
    },
  )
})

/** What is kept under a name; written anew where that is asked for. */
function kept(name: string, now: string): string {
  const file = path.join(FOLDER, name)
  if (process.env['UPDATE_GOLDEN'] === '1') {
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(file, now)
  }
  return fs.readFileSync(file, 'utf8').replaceAll('\r\n', '\n')
}

/** One element a line; namespaces of the root and the numbers of relations say nothing about the document. */
function normalize(xml: string): string {
  return `${xml
    .replace(/<w:document [^>]*>/, '<w:document>')
    .replace(/r:id="[^"]*"/g, 'r:id=""')
    .replace(/></g, '>\n<')}\n`
}

/** Sections with their pages, paragraphs with style, alignment and look, rows of tables cell by cell. */
function describeFile(file: WordFile): string {
  const lines: string[] = []
  let section = -1
  let row = ''
  for (const paragraph of file.paragraphs) {
    if (paragraph.section !== section) {
      section = paragraph.section
      const page = file.sections[section]
      if (page !== undefined)
        lines.push(
          `== ${page.widthMm} × ${page.heightMm} mm, lề ${page.topMm}/${page.bottomMm}/${page.leftMm}/${page.rightMm}, số trang ${page.pageNumber?.size ?? '-'} pt từ ${page.startsAt ?? '-'}`,
        )
    }
    const [run] = paragraph.runs
    const look =
      run === undefined
        ? ''
        : `${run.size}${run.bold ? ' đậm' : ''}${run.italic ? ' nghiêng' : ''}${run.underlined ? ' gạch chân' : ''}`
    const text = `${paragraph.mark === null ? '' : `${paragraph.mark} `}${paragraph.text}`
    const { place } = paragraph
    const key = place === null ? '' : `${place.table} ${place.row}`
    if (place !== null && key === row) lines[lines.length - 1] += ` | ${text}`
    else lines.push(`[${paragraph.style}; ${paragraph.align}; ${look}] ${place === null ? '' : '| '}${text}`)
    row = key
  }
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`
}
