import type { DocumentFacts } from '#shared/domain/documents/facts.ts'
import type { Block, OfficialDocument, Section } from '#shared/domain/documents/tree.ts'
import { type Inline, inlineText, line } from '#shared/domain/wording/parts.ts'
import { withEndMark } from '#shared/domain/documents/end-mark.ts'
import { withPictureNumbers } from '#shared/domain/documents/pictures.ts'
import { addressee, articles, bases, letterhead, signature } from './office.ts'

/** What a type of document says beside what every official text of an office has. */
export interface OfficialText {
  readonly type: string
  /** Its wording: the name in capitals ("BÁO CÁO") and its code ("BC"). */
  readonly words: { readonly TYPE_NAME: string; readonly TYPE_CODE: string }
  readonly subject: Inline
  /** Put behind the subject in the title of the file and the register, where the subject alone does not tell whose. */
  readonly titleTail?: string
  readonly keywords: readonly string[]
  readonly addressee?: string
  readonly content: readonly Block[]
  /** Left out: Nơi nhận and who signs for the office. */
  readonly closing?: Block
  readonly annexes?: readonly Section[]
  /** Pictures it prints only where the clerk puts them in. */
  readonly offered?: readonly Block[]
}

/**
 * The frame every text with a tên loại stands in: letterhead, tên loại and trích yếu, Kính gửi, the text with its end
 * mark, the signature, annexes as sections of their own (NĐ 30/2020, Điều 8).
 */
export function officialDocument(facts: DocumentFacts, text: OfficialText): OfficialDocument {
  const { words, subject } = text
  const name = words.TYPE_NAME.charAt(0) + words.TYPE_NAME.slice(1).toLocaleLowerCase('vi')
  return {
    type: text.type,
    title: `${name} ${lowerStart(inlineText(subject))}${text.titleTail ?? ''}`,
    issuer: facts.issuer?.office ?? facts.scope.organisation,
    keywords: text.keywords,
    sections: [
      {
        id: 'van-ban',
        orientation: 'portrait',
        blocks: [
          letterhead(facts, words.TYPE_CODE),
          { kind: 'title', name: words.TYPE_NAME, subject: [subject] },
          ...(text.addressee === undefined ? [] : [addressee(text.addressee, words.TYPE_CODE === 'TTr')]),
          ...withPictureNumbers(withEndMark(text.content)),
          text.closing ?? signature(facts),
        ],
      },
      ...(text.annexes ?? []),
    ],
    ...(text.offered === undefined || text.offered.length === 0 ? {} : { offered: text.offered }),
  }
}

/** A decision: who decides, on what grounds beside the office's own, and its articles (NĐ 30/2020, Phụ lục III, mẫu 1.2). */
export function decision(
  facts: DocumentFacts,
  text: Omit<OfficialText, 'content' | 'addressee' | 'closing'> & {
    readonly authority: Inline
    readonly grounds: string
    readonly articles: readonly Inline[]
  },
): OfficialDocument {
  const { authority, grounds, articles: texts, ...rest } = text
  return officialDocument(facts, {
    ...rest,
    content: [
      { kind: 'centred', role: 'authority', text: authority },
      ...bases({ ...facts, legalBases: [...facts.legalBases, grounds] }),
      { kind: 'centred', role: 'enacting', text: line`Quyết định:` },
      ...articles(texts),
    ],
  })
}

/** Only the first letter: the subject may go on with a name. */
function lowerStart(value: string): string {
  return value.charAt(0).toLocaleLowerCase('vi') + value.slice(1)
}
