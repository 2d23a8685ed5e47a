import type { WordParagraph } from '#shared/domain/documents/word-file.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import type { Components } from './components.ts'
import { type Findings, quote } from './finding.ts'
import { checkLook } from './look.ts'
import { type RuleId, say } from './wording.ts'

/** Letterhead, number, date, tên loại and trích yếu (NĐ 30/2020, Phụ lục I, mục II.1–5). */
export function checkLetterhead(parts: Components, rules: RuleSet, findings: Findings): void {
  if (rules.issuedBy === 'party') checkPartyTitle(parts, rules, findings)
  else checkNational(parts, rules, findings)
  checkOffice(parts, rules, findings)
  checkCode(parts, rules, findings)
  checkDate(parts, rules, findings)
  if (parts.letterSubject.length > 0) checkLetterSubject(parts, rules, findings)
  else checkTitle(parts, rules, findings)
}

function missing(findings: Findings, rule: RuleId, part: string, expected: string): void {
  findings.add({ rule, severity: 'error', found: say.missing, expected, where: part })
}

function sizeOf(paragraph: WordParagraph | null): number | null {
  return paragraph?.runs.find((run) => run.text.trim() !== '')?.size ?? null
}

function checkNational(
  { national, motto, nationalRule, dateLine }: Components,
  rules: RuleSet,
  findings: Findings,
): void {
  const { limits } = rules
  if (national === null) missing(findings, 'national.text', say.parts.national, rules.national.title)
  else {
    const look = { size: limits.national, bold: true, italic: false, capitals: true }
    checkLook(findings, 'national.look', say.parts.national, national, look)
  }
  if (motto === null) missing(findings, 'motto.text', say.parts.motto, rules.national.motto)
  else {
    if (motto.text.trim() !== rules.national.motto)
      findings.add({
        rule: 'motto.text',
        severity: 'error',
        found: motto.text.trim(),
        expected: rules.national.motto,
        where: say.parts.motto,
      })
    checkLook(findings, 'motto.look', say.parts.motto, motto, { size: limits.motto, bold: true, italic: false })
    if (!nationalRule) missing(findings, 'motto.rule', say.parts.motto, 'đường kẻ nét liền, dài bằng dòng chữ')
  }
  const sizes = [sizeOf(national), sizeOf(motto), sizeOf(dateLine)]
  const coherent = rules.letterheadSizes.map((set) => [set.national, set.motto, set.date])
  if (!sizes.includes(null) && !coherent.some((set) => set.every((size, index) => size === sizes[index])))
    findings.add({
      rule: 'sizes.coherent',
      severity: 'warning',
      found: sizes.join('/'),
      expected: coherent.map((set) => set.join('/')).join(' hoặc '),
      where: `${say.parts.national}, ${say.parts.motto}, ${say.parts.date}`,
    })
}

function checkPartyTitle({ partyTitle, motto, nationalRule }: Components, rules: RuleSet, findings: Findings): void {
  if (partyTitle === null) missing(findings, 'party.title', say.parts.party, rules.national.title)
  else {
    const look = { size: rules.limits.national, bold: true, italic: false, capitals: true }
    checkLook(findings, 'party.title', say.parts.party, partyTitle, look)
    if (!nationalRule) missing(findings, 'party.title', say.parts.party, 'đường kẻ dưới tiêu đề')
  }
  if (motto !== null)
    findings.add({
      rule: 'party.title',
      severity: 'error',
      found: motto.text.trim(),
      expected: 'không ghi Tiêu ngữ',
      where: say.parts.motto,
    })
}

function checkOffice({ superior, issuer, issuerRule }: Components, rules: RuleSet, findings: Findings): void {
  const { limits } = rules
  for (const line of superior)
    checkLook(findings, 'superior.look', say.parts.superior, line, {
      size: limits.superior,
      bold: false,
      italic: false,
    })
  if (issuer.length === 0)
    return missing(findings, 'issuer.missing', say.parts.issuer, 'tên cơ quan ban hành, in hoa, đậm')
  for (const line of issuer)
    checkLook(findings, 'issuer.look', say.parts.issuer, line, { size: limits.issuer, bold: true, italic: false })
  const wanted = rules.form.issuerRule
  if (issuerRule !== wanted)
    findings.add({
      rule: 'issuer.rule',
      severity: 'error',
      found: issuerRule === null ? say.missing : issuerRule === 'line' ? 'đường kẻ' : 'dấu *',
      expected: wanted === 'line' ? 'đường kẻ dài bằng 1/3 đến 1/2 dòng chữ' : 'dấu *',
      where: say.parts.issuer,
    })
}

const BLANK = '[\\s\\u00a0.…_]'

/** "Số: 15/KH-LĐLĐ"; below ten "05"; the number may still be blank, or carry a letter ("06b"). */
function checkCode({ code, letterSubject }: Components, rules: RuleSet, findings: Findings): void {
  if (code === null)
    return missing(findings, 'code.missing', say.parts.code, sampleCode(rules, letterSubject.length > 0))
  const { numberColon, codeSeparator } = rules.form
  const text = code.text.replace(/\u00a0/gu, ' ').trim()
  const suffix = '[\\p{Lu}Đ\\d][\\p{L}\\d]*(?:[-/][\\p{Lu}Đ\\d][\\p{L}\\d]*)*'
  const pattern = new RegExp(
    `^Số${numberColon ? ':' : ''}${BLANK}*(\\d+[a-zđ]?)?${BLANK}*${codeSeparator}${suffix}$`,
    'u',
  )
  const match = pattern.exec(text)
  const number = match?.[1]
  const isShort = number !== undefined && /^\d[a-zđ]?$/u.test(number)
  if (match === null || isShort)
    findings.add({
      rule: 'code.form',
      severity: 'error',
      found: text,
      expected: isShort ? text.replace(number, `0${number}`) : sampleCode(rules, letterSubject.length > 0),
      where: say.parts.code,
    })
  checkLook(findings, 'code.look', say.parts.code, code, { size: rules.limits.code, bold: false, italic: false })
}

function sampleCode(rules: RuleSet, isLetter: boolean): string {
  if (rules.issuedBy === 'party') return 'Số 15-BC/ĐU'
  return isLetter ? 'Số: 15/LĐLĐ-ToC' : 'Số: 15/KH-LĐLĐ'
}

/** "ngày 05 tháng 02 năm 2024": a zero before days below 10 and months 1 and 2, before no other. */
function checkDate({ dateLine }: Components, rules: RuleSet, findings: Findings): void {
  if (dateLine === null) return missing(findings, 'date.missing', say.parts.date, 'địa danh, ngày … tháng … năm …')
  const text = dateLine.text.replace(/\s+/gu, ' ').trim()
  const add = (expected: string): void =>
    findings.add({ rule: 'date.form', severity: 'error', found: text, expected, where: say.parts.date })
  if (!/^\p{Lu}[^,]*,\s*ngày/u.test(text)) add('địa danh, dấu phẩy, rồi “ngày … tháng … năm …”')
  const match = /ngày\s*(\d+)\s*tháng\s*(\d+)\s*năm\s*(\d+)/u.exec(text)
  if (match !== null) {
    const [whole, day = '', month = '', year = ''] = match
    const right = `ngày ${day.padStart(2, '0')} tháng ${formatMonth(month)} năm ${year}`
    if (whole.replace(/\s+/gu, ' ') !== right) add(right)
  }
  checkLook(findings, 'date.look', say.parts.date, dateLine, { size: rules.limits.date, italic: true, bold: false })
}

function formatMonth(month: string): string {
  const value = Number(month)
  return value === 1 || value === 2 ? `0${value}` : String(value)
}

function checkTitle(parts: Components, rules: RuleSet, findings: Findings): void {
  const { limits, form } = rules
  const { typeName, subject, subjectRule } = parts
  if (typeName === null)
    return missing(findings, 'type.missing', say.parts.type, 'tên loại văn bản, in hoa, đậm, căn giữa')
  const type = { size: limits.typeName, bold: true, italic: false, align: 'center' } as const
  checkLook(findings, 'type.look', say.parts.type, typeName, type)
  const [first] = subject
  if (first === undefined)
    return missing(findings, 'subject.missing', say.parts.subject, 'trích yếu, đậm, căn giữa, dưới tên loại')
  const look = { size: limits.subject, bold: true, italic: false, align: 'center' } as const
  for (const line of subject) checkLook(findings, 'subject.look', say.parts.subject, line, look)
  if (subjectRule !== form.subjectRule)
    findings.add({
      rule: 'subject.rule',
      severity: 'error',
      found: subjectRule === null ? say.missing : subjectRule === 'line' ? 'đường kẻ' : 'dòng gạch nối',
      expected: form.subjectRule === 'line' ? 'đường kẻ dài bằng 1/3 đến 1/2 dòng chữ' : '-----',
      where: say.parts.subject,
    })
  if (form.subjectLowerCase && /^\p{Lu}/u.test(first.text.trim()))
    findings.add({
      rule: 'subject.case',
      severity: 'warning',
      found: 'chữ hoa đầu dòng',
      expected: 'chữ thường',
      where: `${say.parts.subject}: ${quote(first)}`,
    })
}

function checkLetterSubject({ letterSubject }: Components, rules: RuleSet, findings: Findings): void {
  const { prefix, italic } = rules.form.letterSubject
  const [first] = letterSubject
  if (first === undefined) return
  if (!first.text.trim().startsWith(prefix))
    findings.add({
      rule: 'letter.subject',
      severity: 'error',
      found: first.text.trim().split(' ').slice(0, 2).join(' '),
      expected: prefix,
      where: say.parts.subject,
    })
  for (const line of letterSubject)
    checkLook(findings, 'letter.subject', say.parts.subject, line, {
      size: rules.limits.letterSubject,
      bold: false,
      italic,
    })
}
