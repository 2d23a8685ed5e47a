import { legacyEncodingOfFont } from '#shared/domain/text/legacy-fonts.ts'
import type { WordFile, WordParagraph, WordSection } from '#shared/domain/documents/word-file.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { describeRange, type Findings, isWithin, quote } from './finding.ts'
import { say } from './wording.ts'

/** Word rounds lengths to twentieths of a point. */
const MILLIMETRE_SLACK = 0.3
const A4: readonly [number, number] = [210, 297]

/** Paper, margins, page numbers (NĐ 30/2020, Phụ lục I, mục I). */
export function checkPages(file: WordFile, rules: RuleSet, findings: Findings): void {
  file.sections.forEach((section, index) => {
    const where = say.parts.page(index, file.sections.length)
    checkPaper(section, where, findings)
    checkMargins(section, where, rules, findings)
    checkPageNumbers(section, index, where, rules, findings)
  })
  if (sectionsOfAnnexes(file).length > 0) checkAnnexNumbers(file, findings)
}

function checkPaper(section: WordSection, where: string, findings: Findings): void {
  const [short, long] = [section.widthMm, section.heightMm].toSorted((a, b) => a - b)
  if (Math.abs((short ?? 0) - A4[0]) > 1 || Math.abs((long ?? 0) - A4[1]) > 1)
    findings.add({
      rule: 'page.size',
      severity: 'error',
      found: `${Math.round(section.widthMm)} × ${Math.round(section.heightMm)} mm`,
      expected: 'A4, 210 × 297 mm',
      where,
    })
}

function checkMargins(section: WordSection, where: string, rules: RuleSet, findings: Findings): void {
  const sides = [
    ['top', section.topMm],
    ['bottom', section.bottomMm],
    ['left', section.leftMm],
    ['right', section.rightMm],
  ] as const
  for (const [side, value] of sides) {
    const range = rules.limits.margins[side]
    if (isWithin(value, range, MILLIMETRE_SLACK)) continue
    findings.add({
      rule: `page.margin.${side}`,
      severity: 'error',
      found: `${String(value).replace('.', ',')} mm`,
      expected: describeRange(range, 'mm'),
      where,
    })
  }
}

function checkPageNumbers(
  section: WordSection,
  index: number,
  where: string,
  rules: RuleSet,
  findings: Findings,
): void {
  const { pageNumber } = section
  if (pageNumber === null) {
    findings.add({
      rule: 'page.number',
      severity: 'error',
      found: say.missing,
      expected: 'có, từ trang thứ hai',
      where,
    })
    return
  }
  if (pageNumber.place !== 'header' || pageNumber.align !== 'center')
    findings.add({
      rule: 'page.number.place',
      severity: 'error',
      found: `${pageNumber.place === 'header' ? 'lề trên' : 'lề dưới'}, ${say.align[pageNumber.align]}`,
      expected: `lề trên, ${say.align.center}`,
      where,
    })
  const range = rules.limits.pageNumber
  if (!isWithin(pageNumber.size, range) || pageNumber.italic || pageNumber.format !== 'decimal')
    findings.add({
      rule: 'page.number.look',
      severity: 'warning',
      found: `${say.points(pageNumber.size)}, ${pageNumber.italic ? say.italic : say.upright}${pageNumber.format === 'decimal' ? '' : ', không phải chữ số Ả Rập'}`,
      expected: `chữ số Ả Rập, ${say.sizes(...range)}, ${say.upright}`,
      where,
    })
  if (section.numbersFirstPage && (index === 0 || section.startsAt === 1))
    findings.add({
      rule: 'page.number.first',
      severity: 'error',
      found: 'trang thứ nhất có số',
      expected: 'không hiển thị số trang thứ nhất',
      where,
    })
}

function sectionsOfAnnexes(file: WordFile): number[] {
  return file.paragraphs.flatMap((paragraph) =>
    /^phụ lục(?: [IVXLC\d]+)?$/iu.test(paragraph.text.trim()) && paragraph.place === null ? [paragraph.section] : [],
  )
}

/** Each annex is numbered by itself from 1. */
function checkAnnexNumbers(file: WordFile, findings: Findings): void {
  sectionsOfAnnexes(file).forEach((index) => {
    const section = file.sections[index]
    // An annex sent by itself begins the file.
    const isAlone = index === 0 && /^phụ lục/iu.test(file.paragraphs.find(({ text }) => text.trim() !== '')?.text ?? '')
    if (section === undefined || isAlone || (index > 0 && section.startsAt === 1)) return
    findings.add({
      rule: 'page.number.annex',
      severity: 'warning',
      found: index === 0 ? 'phụ lục chung phần trang với văn bản' : 'số trang nối tiếp văn bản',
      expected: 'mỗi phụ lục đánh số trang riêng từ 1',
      where: say.parts.annex,
    })
  })
}

/** Font, encoding, colour, composed letters, in every piece that is printed. */
export function checkFonts(file: WordFile, rules: RuleSet, findings: Findings): void {
  for (const paragraph of file.paragraphs) {
    for (const run of paragraph.runs) {
      if (run.text.trim() === '') continue
      const where = `${say.parts.whole}: ${quote(paragraph)}`
      if (legacyEncodingOfFont(run.font) !== null)
        findings.add({
          rule: 'font.encoding',
          severity: 'error',
          found: `phông ${run.font} (bảng mã cũ)`,
          expected: 'Unicode TCVN 6909:2001',
          where,
        })
      else if (run.font !== rules.font)
        findings.add({ rule: 'font.name', severity: 'error', found: run.font, expected: rules.font, where })
      if (!['auto', '000000'].includes(run.color.toLowerCase()))
        findings.add({ rule: 'font.color', severity: 'error', found: `màu #${run.color}`, expected: 'màu đen', where })
      if (run.text !== run.text.normalize('NFC'))
        findings.add({
          rule: 'text.composed',
          severity: 'warning',
          found: 'dấu tổ hợp',
          expected: 'dấu dựng sẵn',
          where,
        })
    }
    checkSigns(paragraph, findings)
  }
}

/** How numbers and money are written in running text. */
function checkSigns(paragraph: WordParagraph, findings: Findings): void {
  const where = `${say.parts.whole}: ${quote(paragraph)}`
  const percent = /\d+(?:[.,]\d+)?[ \u00a0]+%/u.exec(paragraph.text)?.[0]
  if (percent !== undefined)
    findings.add({
      rule: 'text.percent',
      severity: 'warning',
      found: percent,
      expected: percent.replace(/[ \u00a0]+/u, ''),
      where,
    })
  const dotted = /\d+\.\d{1,2}%/u.exec(paragraph.text)?.[0]
  if (dotted !== undefined)
    findings.add({
      rule: 'text.percent',
      severity: 'warning',
      found: dotted,
      expected: dotted.replace('.', ','),
      where,
    })
  const money = /\d[\d.,]*\s?(?:₫|VND|VNĐ)/u.exec(paragraph.text)?.[0]
  if (money !== undefined)
    findings.add({
      rule: 'text.money',
      severity: 'warning',
      found: money,
      expected: money.replace(/\s?(?:₫|VND|VNĐ)/u, ' đồng'),
      where,
    })
  if (/\p{L} {2,}\p{L}/u.test(paragraph.text))
    findings.add({
      rule: 'text.spaces',
      severity: 'warning',
      found: 'hai dấu cách liền nhau',
      expected: 'một dấu cách',
      where,
    })
}

/** Headers of long tables are repeated, rows stay whole. */
export function checkTables(file: WordFile, findings: Findings): void {
  // A table longer than this surely reaches a second page.
  const surelyLong = 25
  file.tables.forEach((table, index) => {
    if (!table.bordered || table.columns < 2) return
    const where = say.parts.table(index)
    if (table.rows > surelyLong && table.headerRows === 0)
      findings.add({
        rule: 'table.header',
        severity: 'warning',
        found: 'không lặp lại',
        expected: 'lặp lại dòng tiêu đề trên mỗi trang',
        where,
      })
    if (table.rows > surelyLong && table.splittingRows > 0)
      findings.add({
        rule: 'table.rows',
        severity: 'warning',
        found: 'dòng có thể bị tách',
        expected: 'mỗi dòng nằm trọn trên một trang',
        where,
      })
  })
}
