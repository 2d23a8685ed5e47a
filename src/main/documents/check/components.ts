import type { WordFile, WordParagraph } from '#shared/domain/documents/word-file.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import { isCapitals } from './capitals.ts'
import { type Signature, signatureOf, tableOfSignature } from './signature.ts'

/**
 * The parts a rule speaks of, found in a file by what they say and where they stand, never by style names: a file
 * of another office has its own. A part that is not there is null or empty.
 */
export interface Components extends Signature {
  readonly national: WordParagraph | null
  readonly motto: WordParagraph | null
  readonly partyTitle: WordParagraph | null
  readonly superior: readonly WordParagraph[]
  readonly issuer: readonly WordParagraph[]
  /** A rule or star stands under the issuer. */
  readonly issuerRule: 'line' | 'star' | null
  readonly nationalRule: boolean
  readonly code: WordParagraph | null
  readonly dateLine: WordParagraph | null
  /** Trích yếu of a công văn, in the letterhead. */
  readonly letterSubject: readonly WordParagraph[]
  readonly typeName: WordParagraph | null
  readonly subject: readonly WordParagraph[]
  readonly subjectRule: 'line' | 'dashes' | null
  readonly addressees: readonly WordParagraph[]
  readonly bases: readonly WordParagraph[]
  /** Running text with its headings, before the signature. */
  readonly headings: readonly Heading[]
  readonly body: readonly WordParagraph[]
  readonly annexes: readonly Annex[]
  /** Two parties sign it and each keeps a copy: no Nơi nhận, two sides of signatures. */
  readonly isPact: boolean
}

export interface Heading {
  readonly paragraph: WordParagraph
  /** article: "Điều 1." */
  readonly level: 'part' | 'section' | 'item' | 'article'
  readonly label: string
}

export interface Annex {
  readonly label: WordParagraph
  readonly title: readonly WordParagraph[]
  readonly reference: readonly WordParagraph[]
}

const NATIONAL = 'cong hoa xa hoi chu nghia viet nam'
const MOTTO = /^doc lap\W+tu do\W+hanh phuc$/
const PARTY = 'dang cong san viet nam'
// prettier-ignore
const TYPE_NAMES = new Set([
  'nghi quyet', 'quyet dinh', 'chi thi', 'quy che', 'quy dinh', 'thong cao', 'thong bao', 'huong dan', 'chuong trinh', 'ke hoach',
  'phuong an', 'de an', 'du an', 'bao cao', 'bien ban', 'to trinh', 'hop dong', 'ban cam ket', 'cam ket', 'ket luan', 'giay moi',
  'giay gioi thieu', 'giay uy quyen', 'dang ky cam ket', 'ban dang ky cam ket', 'giao uoc', 'quy trinh', 'dieu le', 'chien luoc', 'thong tri',
])
const PACTS = /^(ban )?(dang ky )?cam ket$|^(ban )?giao uoc|^hop dong|^bien ban/
const BASIS = /^(Căn cứ|Theo|Xét|Thực hiện) /u

export function findComponents(file: WordFile): Components {
  const filled = file.paragraphs.filter(({ text, ruled }) => text.trim() !== '' || ruled)
  const firstAnnex = filled.findIndex((paragraph) => isAnnexLabel(paragraph))
  const main = firstAnnex < 0 ? filled : filled.slice(0, firstAnnex)
  const find = (test: (folded: string) => boolean): WordParagraph | null =>
    main.find(({ text }) => test(foldText(text).trim())) ?? null
  const national = find((text) => text === NATIONAL)
  const motto = find((text) => MOTTO.test(text))
  const partyTitle = find((text) => text === PARTY)
  const head = national ?? partyTitle
  const headTable = head?.place?.table ?? null
  const inHead = headTable === null ? main.slice(0, 12) : main.filter(({ place }) => place?.table === headTable)
  const code =
    inHead.find(({ text }) => /^Số\s*:?[\s\u00a0\d….]*[\d\s\u00a0….]*[-/–]|^Số\s*:/u.test(text.trim())) ?? null
  const dateLine = inHead.find(({ text }) => /ngày[\s\u00a0.…\d]*tháng[\s\u00a0.…\d]*năm/u.test(text)) ?? null
  const office = inHead
    .slice(0, Math.max(0, code === null ? inHead.length : inHead.indexOf(code)))
    .filter(
      (paragraph) =>
        paragraph !== national && paragraph !== motto && paragraph !== partyTitle && paragraph !== dateLine,
    )
  const names = office.filter(({ text }) => isCapitals(text) && text.trim().length > 1)
  const isBold = ({ runs }: WordParagraph): boolean => runs.some((run) => run.bold && run.text.trim() !== '')
  const issuer = names.some(isBold) ? names.filter(isBold) : names.slice(-1)
  const leftCell = names[0]?.place
  const inLeft = (paragraph: WordParagraph): boolean =>
    leftCell === null || leftCell === undefined || paragraph.place?.cell === leftCell.cell
  const letterSubject = letterSubjectOf(inHead, code)
  const rest = main.slice(
    headTable === null ? lastIndexOf(main, [code, dateLine, motto, national]) + 1 : afterTable(main, headTable),
  )
  const typeAt = rest.findIndex(
    (paragraph) => TYPE_NAMES.has(foldText(plain(paragraph)).trim()) && isCapitals(paragraph.text),
  )
  const signatureTable = tableOfSignature(main, headTable)
  const text = rest.filter(({ place }) => place === null)
  const { subject, subjectRule, after } = subjectOf(rest, typeAt)
  const textAfter = (typeAt < 0 ? text : rest.slice(after).filter(({ place }) => place === null)).filter(
    ({ text: words }) => words.trim() !== '',
  )
  const addresseesAt = textAfter.findIndex(({ text: words }) => /^Kính (gửi|trình)/iu.test(words.trim()))
  const addressees = addresseesAt < 0 ? [] : addresseesOf(textAfter, addresseesAt)
  const running = textAfter.slice(addresseesAt < 0 ? 0 : addresseesAt + addressees.length)
  const bases = basesOf(running)
  const headings = headingsOf(running)
  const headingParagraphs = new Set(
    headings.filter(({ level }) => level !== 'item' && level !== 'article').map(({ paragraph }) => paragraph),
  )
  const signature = signatureOf(main, signatureTable)
  const tail = new Set([
    ...signature.capacity,
    signature.recipientsTitle,
    ...signature.recipients,
    signature.signerName,
  ])
  return {
    national,
    motto,
    partyTitle,
    superior: names.filter((paragraph) => !issuer.includes(paragraph)),
    issuer,
    issuerRule: office.some((paragraph) => paragraph.text.trim() === '*')
      ? 'star'
      : office.some((paragraph) => paragraph.ruled && inLeft(paragraph)) || issuer.some(isUnderlined)
        ? 'line'
        : null,
    nationalRule:
      inHead.some((paragraph) => paragraph.ruled && !office.includes(paragraph)) ||
      inHead.some((paragraph) => paragraph.ruled && !inLeft(paragraph)) ||
      [motto, partyTitle].some((paragraph) => paragraph !== null && isUnderlined(paragraph)),
    code,
    dateLine,
    letterSubject,
    typeName: rest[typeAt] ?? null,
    subject,
    subjectRule,
    addressees,
    bases,
    headings,
    body: running.filter(
      (paragraph) =>
        !bases.includes(paragraph) &&
        !headingParagraphs.has(paragraph) &&
        !tail.has(paragraph) &&
        isRunningText(paragraph),
    ),
    ...signature,
    annexes: annexesOf(filled, file),
    isPact: signature.recipientsTitle === null && PACTS.test(foldText(rest[typeAt]?.text ?? '')),
  }
}

function plain(paragraph: WordParagraph): string {
  return paragraph.text.replace(/\s+/gu, ' ').trim()
}

function isUnderlined({ runs }: WordParagraph): boolean {
  return runs.some((run) => run.underlined && run.text.trim() !== '')
}

function isAnnexLabel(paragraph: WordParagraph): boolean {
  return paragraph.place === null && /^phụ lục(?: (?:số )?[IVXLC\d]+)?\.?$/iu.test(plain(paragraph))
}

function lastIndexOf(paragraphs: readonly WordParagraph[], some: readonly (WordParagraph | null)[]): number {
  return Math.max(-1, ...some.map((paragraph) => (paragraph === null ? -1 : paragraphs.indexOf(paragraph))))
}

function afterTable(paragraphs: readonly WordParagraph[], table: number): number {
  return paragraphs.findLastIndex(({ place }) => place?.table === table) + 1
}

function letterSubjectOf(inHead: readonly WordParagraph[], code: WordParagraph | null): WordParagraph[] {
  if (code === null) return []
  const cell = inHead.slice(inHead.indexOf(code) + 1).filter(({ place }) => place?.cell === code.place?.cell)
  const start = cell.findIndex(({ text }) => /^(V\/v|Về việc|về việc)/u.test(text.trim()))
  return start < 0 ? [] : cell.slice(start).filter(({ text }) => text.trim() !== '')
}

/** The lines under the type's name: centred or bold, until the rule or the running text. */
function subjectOf(
  rest: readonly WordParagraph[],
  typeAt: number,
): { readonly subject: WordParagraph[]; readonly subjectRule: 'line' | 'dashes' | null; readonly after: number } {
  if (typeAt < 0) return { subject: [], subjectRule: null, after: 0 }
  const subject: WordParagraph[] = []
  let at = typeAt + 1
  let subjectRule: 'line' | 'dashes' | null = null
  for (; at < rest.length; at += 1) {
    const paragraph = rest[at]
    if (paragraph === undefined || paragraph.place !== null) break
    const words = paragraph.text.trim()
    if (/^[-–—_]{3,}$/u.test(words)) {
      subjectRule = 'dashes'
      at += 1
      break
    }
    if (words === '') {
      if (paragraph.ruled) {
        subjectRule = 'line'
        at += 1
      }
      break
    }
    if (paragraph.align !== 'center' || BASIS.test(words) || /^Kính (gửi|trình)/u.test(words)) break
    // "BAN THƯỜNG VỤ …" of a decision stands between trích yếu and căn cứ.
    if (isCapitals(words) && subject.length > 0) break
    subject.push(paragraph)
    if (paragraph.ruled || isUnderlined(paragraph)) {
      subjectRule = 'line'
      at += 1
      break
    }
  }
  return { subject, subjectRule, after: at }
}

function addresseesOf(text: readonly WordParagraph[], from: number): WordParagraph[] {
  const first = text[from]
  if (first === undefined) return []
  if (!/:\s*$/u.test(first.text)) return [first]
  const others: WordParagraph[] = []
  for (const paragraph of text.slice(from + 1)) {
    if (!/^[-–]/u.test(`${paragraph.mark ?? ''}${paragraph.text}`.trim())) break
    others.push(paragraph)
  }
  return [first, ...others]
}

/** Căn cứ stand together before the text and end with ";" but the last. */
function basesOf(running: readonly WordParagraph[]): WordParagraph[] {
  const found: WordParagraph[] = []
  for (const paragraph of running) {
    const words = paragraph.text.trim()
    if (isCapitals(words) && found.length === 0) continue
    const isBasis = BASIS.test(words) && (/[;]$/u.test(words) || paragraph.runs.every(({ italic }) => italic))
    if (!isBasis) break
    found.push(paragraph)
  }
  return found
}

function headingsOf(running: readonly WordParagraph[]): Heading[] {
  return running.flatMap((paragraph): Heading[] => {
    const words = `${paragraph.mark === null ? '' : `${paragraph.mark} `}${paragraph.text}`.trim()
    const part = /^([IVX]+)\s*[.\-–]\s*\S/u.exec(words)
    if (part !== null && isCapitals(paragraph.text)) return [{ paragraph, level: 'part', label: part[1] ?? '' }]
    const article = /^Điều (\d+)\s*[.:]/u.exec(words)
    if (article !== null) return [{ paragraph, level: 'article', label: article[1] ?? '' }]
    const section = /^(\d+)\.\s+\S/u.exec(words)
    const isAllBold = paragraph.runs.every(({ bold, text }) => bold || text.trim() === '')
    if (section !== null && isAllBold) return [{ paragraph, level: 'section', label: section[1] ?? '' }]
    const item = /^([a-zđ])\)\s/u.exec(words)
    return item === null ? [] : [{ paragraph, level: 'item', label: item[1] ?? '' }]
  })
}

/** Lines of a title or a caption are no running text. */
function isRunningText({ align, text, mark }: WordParagraph): boolean {
  // A note under a table is set smaller.
  if (/^Ghi chú\s*:/u.test(text.trim())) return false
  if (mark !== null) return true
  return align !== 'center' && align !== 'right' && text.trim().length > 20
}

function annexesOf(filled: readonly WordParagraph[], file: WordFile): Annex[] {
  const labels = file.paragraphs.filter(isAnnexLabel)
  return labels.map((label) => {
    const after = filled.slice(filled.indexOf(label) + 1)
    const title: WordParagraph[] = []
    const reference: WordParagraph[] = []
    for (const paragraph of after) {
      if (paragraph.place !== null || paragraph.align !== 'center' || paragraph.text.trim() === '') break
      if (/^(\(|Kèm theo|Ban hành kèm)/iu.test(paragraph.text.trim()) || reference.length > 0) reference.push(paragraph)
      else title.push(paragraph)
    }
    return { label, title, reference }
  })
}
