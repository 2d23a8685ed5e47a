import type { WordParagraph } from '#shared/domain/documents/word-file.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import { toRoman } from '#shared/domain/text/roman.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import type { Components, Heading } from './components.ts'
import { describeRange, type Findings, isWithin, quote, quoteEnd } from './finding.ts'
import { checkLook } from './look.ts'
import { say } from './wording.ts'

/** Kính gửi, căn cứ, running text and its headings (NĐ 30/2020, Phụ lục I, mục II.6 and II.9). */
export function checkText(parts: Components, rules: RuleSet, findings: Findings): void {
  checkAddressees(parts, rules, findings)
  checkBases(parts, rules, findings)
  for (const paragraph of parts.body) checkBody(paragraph, rules, findings)
  checkHeadings(parts.headings, rules, findings)
  checkEnd(parts, rules, findings)
}

function checkAddressees({ addressees, typeName }: Components, rules: RuleSet, findings: Findings): void {
  const [first, ...others] = addressees
  if (first === undefined) return
  for (const line of addressees)
    checkLook(
      findings,
      'addressees.look',
      say.parts.addressees,
      line,
      { size: rules.limits.addressees, bold: false, italic: false },
      'warning',
    )
  const isPetition = foldText(typeName?.text ?? '').trim() === 'to trinh'
  const word = isPetition ? rules.form.addressing.petition : rules.form.addressing.usual
  const written = /^Kính (gửi|trình)/iu.exec(first.text.trim())?.[0] ?? ''
  if (written !== word)
    findings.add({
      rule: 'addressees.form',
      severity: 'error',
      found: written,
      expected: word,
      where: `${say.parts.addressees}: ${quote(first)}`,
    })
  others.forEach((line, index) => {
    const isLast = index === others.length - 1
    const words = line.text.trim()
    if (isLast ? words.endsWith('.') : words.endsWith(';')) return
    findings.add({
      rule: 'addressees.form',
      severity: 'error',
      found: `cuối dòng là “${words.at(-1) ?? ''}”`,
      expected: isLast ? 'dấu chấm' : 'dấu chấm phẩy',
      where: `${say.parts.addressees}: ${quote(line)}`,
    })
  })
}

function checkBases({ bases }: Components, rules: RuleSet, findings: Findings): void {
  bases.forEach((basis, index) => {
    checkLook(findings, 'bases.look', say.parts.bases, basis, { size: rules.limits.bases, italic: true, bold: false })
    const isLast = index === bases.length - 1
    const words = basis.text.trim()
    // A report's căn cứ may lead into the text with a comma or colon.
    if (isLast ? /[.,:]$/u.test(words) : words.endsWith(';')) return
    findings.add({
      rule: 'bases.marks',
      severity: 'error',
      found: `cuối dòng là “${words.at(-1) ?? ''}”`,
      expected: isLast ? 'dấu chấm' : 'dấu chấm phẩy',
      where: `${say.parts.bases}: ${quote(basis)}`,
    })
  })
}

const LENGTH_SLACK = 0.3

function checkBody(paragraph: WordParagraph, rules: RuleSet, findings: Findings): void {
  const { limits } = rules
  const where = `${say.parts.body}: ${quote(paragraph)}`
  checkLook(findings, 'body.size', say.parts.body, paragraph, { size: limits.body })
  if (paragraph.align !== 'both')
    findings.add({
      rule: 'body.align',
      severity: 'warning',
      found: say.align[paragraph.align],
      expected: say.align.both,
      where,
    })
  // A tab at the beginning is how many offices indent; it prints the same.
  const indent = paragraph.text.startsWith('\t') ? 12.7 : paragraph.firstLineMm + Math.max(0, paragraph.leftMm)
  if (!isWithin(indent, limits.firstLineMm, LENGTH_SLACK))
    findings.add({
      rule: 'body.indent',
      severity: 'warning',
      found: `${String(Math.round(indent * 10) / 10).replace('.', ',')} mm`,
      expected: describeRange(limits.firstLineMm, 'mm'),
      where,
    })
  const gap = paragraph.beforePt + paragraph.afterPt
  if (gap < limits.gapPt)
    findings.add({
      rule: 'body.gap',
      severity: 'warning',
      found: `${gap} pt`,
      expected: `từ ${limits.gapPt} pt`,
      where,
    })
  checkLine(paragraph, rules, findings, where)
}

/** A single line of Times New Roman is 1.15 times its size. */
const SINGLE = 1.15

function checkLine(paragraph: WordParagraph, rules: RuleSet, findings: Findings, where: string): void {
  const { lineTimes, linePt } = rules.limits
  const size = paragraph.runs[0]?.size ?? rules.body.size
  const { kind, value } = paragraph.line
  const times = kind === 'multiple' ? value : value / (size * SINGLE)
  const points = kind === 'multiple' ? value * size * SINGLE : value
  const found =
    kind === 'multiple'
      ? `${String(value).replace('.', ',')} dòng`
      : `${kind === 'exact' ? 'chính xác' : 'ít nhất'} ${value} pt`
  if (linePt !== null) {
    if (kind === 'exact' && isWithin(points, linePt)) return
    findings.add({
      rule: 'body.line',
      severity: 'warning',
      found,
      expected: `chính xác ${describeRange(linePt, 'pt')}`,
      where,
    })
    return
  }
  // "At least" below a single line is a single line.
  if (lineTimes === null || isWithin(times, lineTimes, 0.05) || (kind === 'atLeast' && times < lineTimes[0])) return
  findings.add({ rule: 'body.line', severity: 'warning', found, expected: describeRange(lineTimes, 'dòng'), where })
}

function checkHeadings(headings: readonly Heading[], rules: RuleSet, findings: Findings): void {
  let parts = 0
  let sections = 0
  let from = headings[0]?.paragraph.section ?? 0
  for (const heading of headings) {
    const { paragraph, level, label } = heading
    // Documents merged into one file count anew, each in sections of its own.
    if (level === 'part' && label === 'I' && paragraph.section !== from) {
      parts = 0
      from = paragraph.section
    }
    const where = `${say.parts.heading}: ${quote(paragraph)}`
    const wrongOrder = (expected: string): void =>
      findings.add({ rule: 'heading.order', severity: 'warning', found: label, expected, where })
    if (level === 'part') {
      parts += 1
      sections = 0
      if (label !== toRoman(parts)) wrongOrder(toRoman(parts))
      checkLook(findings, 'heading.look', say.parts.heading, paragraph, { bold: true, italic: false }, 'warning')
      checkMark(heading, rules, findings, where)
    } else if (level === 'section') {
      sections += 1
      // A second run of numbers may be that of a list inside the text.
      if (label !== String(sections) && label !== '1') wrongOrder(String(sections))
      if (label === '1') sections = 1
    }
  }
}

function checkMark({ paragraph, label }: Heading, rules: RuleSet, findings: Findings, where: string): void {
  const words = `${paragraph.mark ?? ''} ${paragraph.text}`.trim()
  const mark = words.slice(label.length).trimStart().at(0) ?? ''
  if (mark === rules.form.headingMark) return
  findings.add({
    rule: 'heading.mark',
    severity: 'warning',
    found: `${label}${mark}`,
    expected: `${label}${rules.form.headingMark}`,
    where,
  })
}

/** "./." of the union and the state, a full stop of the Party. */
function checkEnd({ body, headings }: Components, rules: RuleSet, findings: Findings): void {
  const last = body.at(-1)
  if (
    last === undefined ||
    headings.some(({ paragraph, level }) => paragraph === last && level !== 'article' && level !== 'item')
  )
    return
  const words = last.text.trim()
  const isRight = rules.end === './.' ? words.endsWith('./.') : words.endsWith(rules.end) && !words.endsWith('./.')
  if (isRight) return
  findings.add({
    rule: 'end.mark',
    severity: 'warning',
    found: quoteEnd(words),
    expected: `“${rules.end}”`,
    where: say.parts.end,
  })
}
