import type { Block, OfficialDocument } from '#shared/domain/documents/tree.ts'
import { type Inline, inlineText, type Part, text } from '#shared/domain/wording/parts.ts'
import type { RuleSet } from '../rules/rule-set.ts'

/**
 * The signs in which one kind of office writes otherwise than the union, put into a composed document: types are
 * written once, in the union's form. "Số: 15/BC-LĐLĐ" → "Số 15-BC/TU", "I." → "I-", "TM." → "T/M", "./." → ".".
 */
export function applyForm(document: OfficialDocument, rules: RuleSet): OfficialDocument {
  if (rules.issuedBy !== 'party') return document
  return {
    ...document,
    sections: document.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) => applyToBlock(block, rules)),
    })),
  }
}

function applyToBlock(block: Block, rules: RuleSet): Block {
  switch (block.kind) {
    case 'letterhead':
      return { ...block, code: applyToCode(block.code, rules, block.letterSubject !== undefined) }
    case 'title':
      return { ...block, subject: block.subject.map((line, index) => (index === 0 ? lowerFirst(line) : line)) }
    case 'annex-title':
      return { ...block, reference: applyToReference(block.reference, rules) }
    case 'heading':
      return block.level === 1 ? { ...block, label: block.label.replace(/\.$/u, rules.form.headingMark) } : block
    case 'paragraph':
    case 'article':
    case 'item':
      return inlineText(block.text).endsWith('./.') ? { ...block, text: withoutEndMark(block.text) } : block
    case 'pact':
      return {
        ...block,
        left: { ...block.left, authority: withSlash(block.left.authority) },
        right: { ...block.right, authority: withSlash(block.right.authority) },
      }
    case 'signature':
      return {
        ...block,
        authority: withSlash(block.authority),
        position: withSlash(block.position),
        // The archive line is the rule set's own: a Party body keeps its papers in its office.
        recipients: block.recipients.filter((recipient) => !inlineText(recipient).startsWith('Lưu')),
      }
    default:
      return block
  }
}

function applyToCode(code: Inline, rules: RuleSet, isLetter: boolean): Inline {
  return code.map((part): Part => {
    if ('text' in part && part.text.startsWith('Số')) return text(rules.numberLabel)
    const written = 'text' in part ? part.text : 'reference' in part ? part.reference : null
    const match = written === null ? null : /^\/([^-]+)-(.+)$/u.exec(written)
    if (match === null) return part
    // A Party letter carries the code of its type and no department: "-CV/TU".
    const [, first = '', second = ''] = match
    const changed = `${rules.form.codeSeparator}${isLetter ? `CV/${first}` : `${first}/${second}`}`
    return 'reference' in part ? { ...part, reference: changed } : { text: changed }
  })
}

/** "(Kèm theo Báo cáo số      /BC-LĐLĐ ngày …" → "số      -BC/ĐU ngày …" */
function applyToReference(words: Inline, rules: RuleSet): Inline {
  return words.map((part): Part => {
    const written = 'text' in part ? part.text : 'reference' in part ? part.reference : null
    const match = written === null ? null : /^\/([^-\s]+)-(\S+)(\s*)$/u.exec(written)
    if (match === null) return part
    const [, first = '', second = '', room = ''] = match
    const changed = `${rules.form.codeSeparator}${first}/${second}${room}`
    return 'reference' in part ? { ...part, reference: changed } : { text: changed }
  })
}

function lowerFirst(inline: Inline): Inline {
  const [first, ...rest] = inline
  if (first === undefined || !('text' in first)) return inline
  return [text(first.text.charAt(0).toLocaleLowerCase('vi') + first.text.slice(1)), ...rest]
}

function withoutEndMark(inline: Inline): Inline {
  const last = inline.at(-1)
  if (last === undefined || !('text' in last)) return inline
  // "…theo quy định" + "./." or "…theo quy định." + "/."
  return [...inline.slice(0, -1), text(last.text.replace(/\/\.$/u, ''))]
}

function withSlash(line: string): string {
  return line.replace(/^(T|K)(M|T|L)\. ?/u, '$1/$2 ')
}
