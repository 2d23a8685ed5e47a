import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { breakLines } from '#main/documents/pdf/break-lines.ts'
import { findFonts } from '#main/documents/pdf/fonts.ts'
import { writePdf } from '#main/documents/pdf/write-pdf.ts'
import { buildPreview } from '#main/documents/preview/build-preview.ts'
import { readWordPages } from '#main/exchange/formats/docx.ts'
import {
  paragraphsOf,
  type PreviewDocument,
  type PreviewParagraph,
  type PreviewRun,
  previewText,
} from '#shared/domain/documents/preview.ts'
import { openTestBackend, type TestBackend } from '#tests/support/backend.ts'
import { RESOURCES } from '#tests/support/resources.ts'
import { makeTempFolder } from '#tests/support/temp-folder.ts'
import { makeDocx, RULE_SET_IDS, rulesNamed, TYPE_IDS } from './support/made.ts'
import { readPdf } from './support/read-pdf.ts'

const FONTS = findFonts(RESOURCES, null)
const EVERY = RULE_SET_IDS.flatMap((rules) => TYPE_IDS.map((type) => [rules, type] as const))
/** Without what only lays text out: lines end elsewhere, and blanks are spaces. */
const bare = (text: string): string => text.replace(/\s+/gu, '')

describe('PDF of a composed document', () => {
  it.each(EVERY)('%s, %s: says all the Word file says, in order, with its letters', async (rules, type) => {
    const { tree } = await makeDocx(type, undefined, rulesNamed(rules))
    const preview = buildPreview(tree, rulesNamed(rules))
    const pdf = readPdf(await writePdf(preview, FONTS))
    expect(pdf.fonts.every((name) => /LiberationSerif/u.test(name))).toBe(true)
    const top = rulesNamed(rules).page.topMm * (72 / 25.4)
    // Without the page numbers, which stand between the lines of two pages.
    const pages = bare(
      pdf.pages.flatMap(({ pieces }) => pieces.flatMap(({ text, y }) => (y < top ? [] : [text]))).join(''),
    )
    for (const paragraph of paragraphsOf(preview)) expect(pages).toContain(bare(previewText(paragraph)))
    expect(pages).not.toContain('�')
    expect(pdf.info).toContain(tree.title)
    expect(pdf.info).toContain(tree.issuer)
  })

  it.each(TYPE_IDS)('%s: numbers pages by section, none on the first, nothing outside the margins', async (type) => {
    const rules = rulesNamed('nd30-cong-doan')
    const { tree } = await makeDocx(type)
    const { pages } = readPdf(await writePdf(buildPreview(tree, rules), FONTS))
    let number = 0
    let landscape: boolean | null = null
    for (const page of pages) {
      const top = page.pieces.filter((piece) => piece.y < rules.page.topMm * (72 / 25.4))
      const isLandscape = page.widthMm > page.heightMm
      number = top.length === 0 ? 1 : number + 1
      // Paper that turns begins a section, and a section counts from 1.
      const turns = landscape !== null && landscape !== isLandscape
      expect(turns ? number : 1).toBe(1)
      landscape = isLandscape
      expect(top.map((piece) => piece.text)).toEqual(number === 1 ? [] : [String(number)])
      for (const { x, y } of page.pieces) {
        expect(x).toBeGreaterThanOrEqual(rules.page.leftMm * (72 / 25.4) - 1)
        expect(x).toBeLessThan((page.widthMm - rules.page.rightMm) * (72 / 25.4))
        expect(y).toBeLessThan((page.heightMm - rules.page.bottomMm) * (72 / 25.4) + 1)
      }
    }
    expect(pages.length).toBeGreaterThanOrEqual(tree.sections.length)
  })

  it('repeats the head of a table on every page and cuts no row', async () => {
    const { pages } = readPdf(await writePdf(longTable(300), FONTS))
    expect(pages.length).toBeGreaterThan(5)
    for (const page of pages) expect(page.lines.filter((line) => line.includes('TIÊU ĐỀ CỘT'))).toHaveLength(1)
    const rows = pages.flatMap((page) => page.pieces.filter(({ text }) => /^Dòng \d+$/u.test(text.trim())))
    expect(rows.map(({ text }) => text.trim())).toEqual(Array.from({ length: 300 }, (_, at) => `Dòng ${at + 1}`))
    // Both lines of a cell stand on the page of its row.
    for (const page of pages) {
      const first = page.lines.filter((line) => /Dòng \d+/u.test(line)).length
      expect(page.lines.filter((line) => line.includes('dòng dưới'))).toHaveLength(first)
    }
  })

  it('cuts between lines only a row that is higher than a page, and loses nothing of it', async () => {
    const long = Array.from({ length: 900 }, (_, at) => `từ${at}`).join(' ')
    const pdf = readPdf(await writePdf(longTable(3, long), FONTS))
    const words = pdf.pages.flatMap((page) => page.pieces.flatMap(({ text }) => text.match(/từ\d+/gu) ?? []))
    expect(words.filter((word) => word === 'từ899')).toHaveLength(3)
    expect(new Set(words).size).toBe(900)
  })
})

describe('lines', () => {
  const paragraph = (texts: readonly string[]): PreviewParagraph => ({
    ...PLAIN,
    runs: texts.map((text, at) => ({ ...RUN, text, bold: at % 2 === 1 })),
  })
  const measure = (text: string): number => text.length * 5
  const broken = (texts: readonly string[], width: number): string[] =>
    breakLines(paragraph(texts), width, measure).map((line) => line.pieces.map((piece) => piece.text).join(''))

  it('breaks at plain spaces and never inside what is written without one', () => {
    expect(broken(['Ngày Công đoàn Việt Nam (', '28/7', '): tập trung'], 100)).toEqual([
      'Ngày Công đoàn Việt',
      'Nam (28/7): tập',
      'trung',
    ])
    // A blank of fixed spaces stays whole, however long.
    expect(broken(['ngày\u00a0\u00a0\u00a0\u00a0tháng năm'], 50)).toEqual(['ngày\u00a0\u00a0\u00a0\u00a0th', 'áng năm'])
  })

  it('cuts a word only where it is wider than the line', () => {
    expect(broken(['https://example.vn/dai'], 50)).toEqual(['https://ex', 'ample.vn/d', 'ai'])
    expect(broken(['a\nb'], 50)).toEqual(['a', 'b'])
  })
})

describe('fonts', () => {
  it('takes Times New Roman where the machine has all its faces, else what the program brings', () => {
    const folder = makeTempFolder()
    for (const name of ['times.ttf', 'timesbd.ttf', 'timesi.ttf'])
      fs.copyFileSync(FONTS.regular, path.join(folder, name))
    expect(findFonts(RESOURCES, folder)).toEqual(FONTS)
    fs.copyFileSync(FONTS.boldItalic, path.join(folder, 'timesbi.ttf'))
    expect(findFonts(RESOURCES, folder).regular).toBe(path.join(folder, 'times.ttf'))
    for (const file of Object.values(FONTS)) expect(fs.existsSync(file)).toBe(true)
    expect(fs.readFileSync(path.join(RESOURCES, 'fonts', 'LICENSE.txt'), 'utf8')).toContain('SIL OPEN FONT LICENSE')
  })
})

describe('PDF of a Word file', () => {
  it.each(EVERY)('%s, %s: its pages are those of the composed document', async (rules, type) => {
    const { tree, bytes } = await makeDocx(type, undefined, rulesNamed(rules))
    const composed = buildPreview(tree, rulesNamed(rules))
    const read = await readWordPages(Buffer.from(bytes))
    expect(read.title).toBe(composed.title)
    expect(paragraphsOf(read).map(lookOf)).toEqual(paragraphsOf(composed).map(lookOf))
    const [a, b] = [readPdf(await writePdf(read, FONTS)), readPdf(await writePdf(composed, FONTS))]
    expect(a.pages.map((page) => page.lines)).toEqual(b.pages.map((page) => page.lines))
  })
})

function lookOf(paragraph: ReturnType<typeof paragraphsOf>[number]) {
  const { align, mark, headingLevel } = paragraph
  const near = (value: number): number => Math.round(value)
  return {
    text: bare(previewText(paragraph)),
    align,
    mark,
    headingLevel,
    first: near(paragraph.firstLineMm),
    left: near(paragraph.leftMm),
    before: near(paragraph.beforePt),
    after: near(paragraph.afterPt),
    size: paragraph.runs[0]?.size,
  }
}

describe('from the program', () => {
  let sample: TestBackend
  beforeAll(async () => {
    sample = await openTestBackend({ province: 'sample', today: '2024-10-05', untilClosed: true })
  })
  afterAll(() => sample.close())

  it.each(TYPE_IDS)('%s as PDF, without a record of it', async (type) => {
    const before = await sample.call('documents.list', {})
    const out = path.join(sample.folder, `${type}.pdf`)
    const made = await sample.call('documents.make', { type, out })
    expect(made.file).toBe(out)
    const { pages } = readPdf(fs.readFileSync(out))
    expect(pages.flatMap((page) => page.lines).join('\n')).toContain('Hải Sơn')
    expect(await sample.call('documents.list', {})).toEqual(before)
  })

  it('writes the issued file, with what the clerk changed and the number it got', async () => {
    const out = path.join(sample.folder, 'công văn.docx')
    await sample.call('documents.make', { type: 'cong-van-don-doc', out })
    const [row] = await sample.call('documents.list', {})
    const id = row?.id ?? ''
    const draft = path.join(sample.folder, 'dự thảo.pdf')
    expect(await sample.call('documents.savePdf', { id, out: draft })).toEqual({ file: draft })
    const { code } = await sample.call('documents.issue', { id, number: '15', on: '2024-10-05' })
    fs.rmSync(out)
    const pdf = path.join(sample.folder, 'đã phát hành.pdf')
    expect(await sample.call('documents.saveIssued', { id, out: pdf })).toEqual({ file: pdf })
    const text = readPdf(fs.readFileSync(pdf))
      .pages.flatMap((page) => page.lines)
      .join('\n')
    expect(text).toContain(code)
    expect(text).toContain('ngày 05 tháng 10 năm 2024')
    expect(
      readPdf(fs.readFileSync(draft))
        .pages.flatMap((page) => page.lines)
        .join('\n'),
    ).not.toContain(code)
  })

  it('merges a batch into one PDF', async () => {
    const merged = path.join(sample.folder, 'gộp.pdf')
    const batch = await sample.call('documents.batch', {
      type: 'cam-ket-don-vi',
      folder: path.join(sample.folder, 'lô'),
      merged,
    })
    const { pages } = readPdf(fs.readFileSync(merged))
    expect(batch.merged).toBe(merged)
    expect(pages.filter((page) => page.lines.includes('BẢN CAM KẾT'))).toHaveLength(batch.items.length)
  })
})

const RUN: PreviewRun = {
  text: '',
  size: 13,
  bold: false,
  italic: false,
  underlined: false,
  figure: null,
  state: null,
}
const PLAIN: PreviewParagraph = {
  kind: 'paragraph',
  style: '',
  align: 'left',
  leftMm: 0,
  firstLineMm: 0,
  beforePt: 2,
  afterPt: 2,
  line: { kind: 'multiple', value: 1 },
  keepNext: false,
  mark: null,
  headingLevel: null,
  runs: [],
  origin: null,
}

/** One table of two columns: "Dòng n" and a second line under it. */
function longTable(rows: number, more = 'chữ ở dòng dưới'): PreviewDocument {
  const cell = (column: number, texts: readonly string[]) => ({
    column,
    columns: 1,
    rows: 1,
    vertical: 'center' as const,
    content: texts.map((text) => ({ ...PLAIN, runs: [{ ...RUN, text }] })),
  })
  return {
    title: 'Bảng dài',
    issuer: 'Cơ quan',
    keywords: [],
    rules: '',
    font: 'Times New Roman',
    sections: [
      {
        id: 'a',
        orientation: 'portrait',
        page: {
          widthMm: 210,
          heightMm: 297,
          topMm: 20,
          bottomMm: 20,
          leftMm: 30,
          rightMm: 15,
          numberFromTopMm: 10,
          numberSize: 14,
          numberHiddenOnFirst: true,
        },
        blocks: [
          {
            kind: 'table',
            id: 't',
            look: 'grid',
            columnsMm: [60, 60],
            headerRows: 1,
            cellMarginMm: 1,
            rows: [
              { keepNext: true, cells: [cell(0, ['TIÊU ĐỀ CỘT']), cell(1, [''])] },
              ...Array.from({ length: rows }, (_, at) => ({
                keepNext: false,
                cells: [cell(0, [`Dòng ${at + 1}`, more]), cell(1, [''])],
              })),
            ],
            origin: null,
          },
        ],
      },
    ],
  }
}
