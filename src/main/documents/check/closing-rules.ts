import type { RuleSet } from '../rules/rule-set.ts'
import { isCapitals } from './capitals.ts'
import type { Annex, Components } from './components.ts'
import { type Findings, quote } from './finding.ts'
import { checkLook } from './look.ts'
import { say } from './wording.ts'

/** Nơi nhận, signature and annexes (NĐ 30/2020, Phụ lục I, mục II.7, II.9 and III). */
export function checkClosing(parts: Components, rules: RuleSet, findings: Findings): void {
  if (parts.isPact) {
    if (parts.capacity.length === 0) missingSignature(findings)
    return
  }
  checkRecipients(parts, rules, findings)
  checkSignature(parts, rules, findings)
}

export function checkAnnexes({ annexes }: Components, rules: RuleSet, findings: Findings): void {
  annexes.forEach((annex) => checkAnnex(annex, annexes.length, rules, findings))
}

function checkRecipients({ recipientsTitle, recipients }: Components, rules: RuleSet, findings: Findings): void {
  if (recipientsTitle === null) {
    findings.add({
      rule: 'recipients.missing',
      severity: 'error',
      found: say.missing,
      expected: 'Nơi nhận:',
      where: say.parts.recipients,
    })
    return
  }
  const { limits, form } = rules
  checkLook(findings, 'recipients.title', say.parts.recipients, recipientsTitle, {
    size: limits.recipientsTitle,
    ...form.recipientsTitle,
  })
  recipients.forEach((line, index) => {
    checkLook(findings, 'recipients.look', say.parts.recipients, line, {
      size: limits.recipients,
      bold: false,
      italic: false,
    })
    const isLast = index === recipients.length - 1
    const words = line.text.trim()
    if (isLast ? words.endsWith('.') : /[;,]$/u.test(words)) return
    findings.add({
      rule: 'recipients.marks',
      severity: 'error',
      found: `cuối dòng là “${words.at(-1) ?? ''}”`,
      expected: isLast ? 'dấu chấm' : 'dấu chấm phẩy',
      where: `${say.parts.recipients}: ${quote(line)}`,
    })
  })
  const last = recipients.at(-1)
  const archive = form.archiveColon ? /^[-–\s]*Lưu\s*:\s*VT/u : /^[-–\s]*Lưu(?! ?:)/u
  if (last === undefined || !archive.test(last.text.trim()))
    findings.add({
      rule: 'recipients.archive',
      severity: 'error',
      found: last === undefined ? say.missing : last.text.trim(),
      expected: form.archiveColon ? '- Lưu: VT, …' : '- Lưu Văn phòng …',
      where: say.parts.recipients,
    })
}

/** Học hàm, học vị and ranks are not written before the name (NĐ 30/2020, Phụ lục I, mục II.7.đ). */
const DEGREE = /^(?:GS|PGS|TS|ThS|Ths|KS|CN|BS|NGND|NGƯT|Tiến sĩ|Thạc sĩ|Giáo sư)\b\.?/u

function checkSignature({ capacity, signerName }: Components, rules: RuleSet, findings: Findings): void {
  const [authority] = capacity
  if (authority === undefined) return missingSignature(findings)
  const { limits, form } = rules
  capacity.forEach((line, index) => {
    const bold = index === 0 || capacity.length === 1 ? true : form.positionBold
    checkLook(findings, 'signature.look', say.parts.signature, line, { size: limits.signature, bold, italic: false })
  })
  checkCapacity(
    capacity.map(({ text }) => text.trim()),
    rules,
    findings,
  )
  if (signerName === null)
    findings.add({
      rule: 'signature.name',
      severity: 'warning',
      found: say.missing,
      expected: 'họ và tên người ký',
      where: say.parts.signature,
    })
  else {
    checkLook(findings, 'signature.name', say.parts.signature, signerName, {
      size: limits.signature,
      bold: true,
      italic: false,
    })
    const degree = DEGREE.exec(signerName.text.trim())?.[0]
    if (degree !== undefined)
      findings.add({
        rule: 'signature.name',
        severity: 'error',
        found: signerName.text.trim(),
        expected: 'không ghi học hàm, học vị trước họ tên',
        where: say.parts.signature,
      })
  }
}

function missingSignature(findings: Findings): void {
  findings.add({
    rule: 'signature.missing',
    severity: 'error',
    found: say.missing,
    expected: 'quyền hạn, chức vụ, họ và tên người ký',
    where: say.parts.signature,
  })
}

function checkCapacity(lines: readonly string[], rules: RuleSet, findings: Findings): void {
  const { capacityMark } = rules.form
  const where = say.parts.signature
  for (const line of lines) {
    const match = /^(TM|KT|TL|TUQ|T\/M|K\/T|T\/L|T\/UQ|Q)([./ ]?)/u.exec(line)
    if (match === null) continue
    const isParty = match[1]?.includes('/') === true
    if ((capacityMark === '/') !== isParty || (capacityMark === '.' && match[2] !== '.'))
      findings.add({
        rule: 'signature.capacity',
        severity: 'error',
        found: line,
        expected: capacityMark === '.' ? 'TM., KT., TL.' : 'T/M, K/T, T/L',
        where,
      })
  }
  // A standing committee decides together: its deputy signs for it, not in place of the chairman.
  if (
    lines.some((line) => /^T\/?M.*(BAN THƯỜNG VỤ|BAN CHẤP HÀNH)/u.test(line)) &&
    lines.some((line) => /^K\/?T/u.test(line))
  )
    findings.add({
      rule: 'signature.capacity',
      severity: 'error',
      found: lines.join(' / '),
      expected: 'TM. BAN THƯỜNG VỤ / PHÓ CHỦ TỊCH, không ghi KT.',
      where,
    })
}

function checkAnnex({ label, title, reference }: Annex, count: number, rules: RuleSet, findings: Findings): void {
  const { limits } = rules
  checkLook(findings, 'annex.label', say.parts.annex, label, { size: limits.annexLabel, bold: true, align: 'center' })
  const words = label.text.trim()
  if (count > 1 && !/ [IVXLC]+\.?$/u.test(words))
    findings.add({
      rule: 'annex.label',
      severity: 'error',
      found: words,
      expected: 'Phụ lục I, Phụ lục II… (chữ số La Mã)',
      where: say.parts.annex,
    })
  // "Phụ lục" itself is written small (NĐ 30/2020, Phụ lục I, mục III.1); the Party's guidance does not say.
  if (rules.issuedBy !== 'party' && isCapitals(words.replace(/[\sIVXLC.]+$/u, '')))
    findings.add({
      rule: 'annex.label',
      severity: 'warning',
      found: say.capitals,
      expected: say.lower,
      where: `${say.parts.annex}: ${quote(label)}`,
    })
  if (title.length === 0)
    findings.add({
      rule: 'annex.title',
      severity: 'error',
      found: say.missing,
      expected: 'tên phụ lục, in hoa, đậm, căn giữa',
      where: say.parts.annex,
    })
  for (const line of title) {
    checkLook(findings, 'annex.title', say.parts.annex, line, { size: limits.annexTitle, bold: true })
    if (!isCapitals(line.text))
      findings.add({
        rule: 'annex.title',
        severity: 'warning',
        found: say.lower,
        expected: say.capitals,
        where: `${say.parts.annex}: ${quote(line)}`,
      })
  }
  if (reference.length === 0)
    findings.add({
      rule: 'annex.reference',
      severity: 'warning',
      found: say.missing,
      expected: '(Kèm theo … số … ngày … của …)',
      where: `${say.parts.annex}: ${quote(label)}`,
    })
  for (const line of reference)
    checkLook(findings, 'annex.reference', say.parts.annex, line, { size: limits.annexReference, italic: true })
}
