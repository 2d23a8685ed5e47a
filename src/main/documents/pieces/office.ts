import type { DocumentFacts } from '#shared/domain/documents/facts.ts'
import type { Block, LetterheadBlock, PactBlock, SignatureBlock } from '#shared/domain/documents/tree.ts'
import { blank, dataText, line, reference, text } from '#shared/domain/wording/parts.ts'
import type { Inline } from '#shared/domain/wording/parts.ts'
import { organOf } from '#shared/domain/documents/issuer.ts'
import { yearOf } from '#shared/kit/dates.ts'

/** Blanks wide enough for a pen: "Số:       /", "ngày      tháng      năm". */
const NUMBER_BLANK = 7
const DAY_BLANK = 5

/** "Số:       /KH-LĐLĐ", number left for the office; never invented. */
export function codeLine(facts: DocumentFacts, typeCode: string): Inline {
  return [text('Số:'), blank('number', NUMBER_BLANK), dataText(`/${typeCode}-${facts.office.codeSuffix}`)]
}

/** "Đông Sơn, ngày      tháng      năm 2024": day and month are known only when it is signed. */
export function dateLine(facts: DocumentFacts): Inline {
  return [dataText(facts.office.place), text(', '), ...blankDate(facts)]
}

export function blankDate(facts: DocumentFacts): Inline {
  return [
    text('ngày'),
    blank('day', DAY_BLANK),
    text('tháng'),
    blank('month', DAY_BLANK),
    // Kept with its year: a line must not end in "năm".
    text('năm\u00a0'),
    reference(String(yearOf(facts.documentDate)), 'year'),
  ]
}

export function letterhead(facts: DocumentFacts, typeCode: string): LetterheadBlock {
  return {
    kind: 'letterhead',
    superiorLines: facts.office.superiorLines,
    issuerLines: facts.office.issuerLines,
    code: codeLine(facts, typeCode),
    dateLine: dateLine(facts),
  }
}

/**
 * Sign block. For a collective body the deputy signs on its behalf as well, without KT. (both lines come from
 * the signer's row). Without a signer valid that day the capacity stands over an empty name, and the missing
 * row is a listed problem.
 */
export function signature(facts: DocumentFacts): SignatureBlock {
  const { signer } = facts.office
  return {
    kind: 'signature',
    recipients: facts.recipients.map((recipient) => [dataText(recipient)]),
    authority: signer?.authority ?? `TM. ${facts.scope.body.toLocaleUpperCase('vi')}`,
    position: signer?.position ?? 'CHỦ TỊCH',
    name: signer?.fullName ?? '',
  }
}

/** An upward report names its addressee above the text and only says "Như trên" below. */
export function addressee(name: string, petition = false): Block {
  return { kind: 'addressees', ...(petition ? { petition } : {}), lines: [[dataText(name)]] }
}

/**
 * Căn cứ, each a line of its own ending with a semicolon, the last with a full stop (NĐ 30/2020, Phụ lục I,
 * mục II.6). A row that does not say how it is a base is taken as "Căn cứ …".
 */
export function bases(facts: DocumentFacts): Block[] {
  const lines = facts.legalBases.map((base) => base.replace(/[;.\s]+$/u, ''))
  return lines.map((base, index): Block => {
    const opened = /^(căn cứ|thực hiện|theo|xét)\s/iu.test(base) ? base : `Căn cứ ${base}`
    return {
      kind: 'paragraph',
      role: 'basis',
      text: [dataText(opened, 'legal'), text(index === lines.length - 1 ? '.' : ';')],
    }
  })
}

/** Letterhead of a công văn: no tên loại; the department that drafts it stands after the office's code. */
export function letterOfficeHead(facts: DocumentFacts, department: string, subject: Inline): LetterheadBlock {
  return {
    kind: 'letterhead',
    superiorLines: facts.office.superiorLines,
    issuerLines: facts.office.issuerLines,
    code: [text('Số:'), blank('number', NUMBER_BLANK), dataText(`/${facts.office.codeSuffix}-${department}`)],
    dateLine: dateLine(facts),
    letterSubject: subject,
  }
}

/** Articles of a decision number themselves. */
export function articles(texts: readonly Inline[]): Block[] {
  return texts.map((content, index) => ({ kind: 'article', label: `Điều ${index + 1}`, text: content }))
}

/** The unit signs on the left, the office above it on the right, each by who may sign for it that day. */
export function pact(facts: DocumentFacts): PactBlock {
  const { signer, superiorSigner, superiorName } = facts.office
  return {
    kind: 'pact',
    left: {
      authority: `ĐẠI DIỆN ${facts.scope.organisation.toLocaleUpperCase('vi')}`,
      position: signer?.position ?? 'CHỦ TỊCH',
      name: signer?.fullName ?? '',
    },
    right: {
      authority:
        superiorName === '' ? 'ĐẠI DIỆN CÔNG ĐOÀN CẤP TRÊN' : `ĐẠI DIỆN ${superiorName.toLocaleUpperCase('vi')}`,
      position: superiorSigner?.position ?? 'CHỦ TỊCH',
      name: superiorSigner?.fullName ?? '',
    },
  }
}

/** "(Kèm theo Quyết định số       /QĐ-LĐLĐ ngày … của Ban Thường vụ …)" */
export function annexReference(facts: DocumentFacts, typeName: string, typeCode: string): Inline {
  return [
    ...line`(Kèm theo ${typeName} số`,
    blank('number', NUMBER_BLANK),
    dataText(`/${typeCode}-${facts.office.codeSuffix} `),
    ...blankDate(facts),
    ...line` của ${organOf(facts)})`,
  ]
}
