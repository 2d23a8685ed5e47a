import { documentTypes } from '#main/documents/catalogue.ts'
import { renderDocx } from '#main/documents/layout/render.ts'
import { findFonts } from '#main/documents/pdf/fonts.ts'
import { loadRuleSets, type RuleSet } from '#main/documents/rules/rule-set.ts'
import { issuedBy } from '#main/services/documents/gather.ts'
import type { DocumentFacts } from '#shared/domain/documents/facts.ts'
import type { OfficialDocument } from '#shared/domain/documents/tree.ts'
import { RESOURCES } from '#tests/support/resources.ts'
import { haiAnFacts } from './hai-an.ts'
import { parseXml, unzipDocx, type Xml } from './read-docx.ts'

export interface MadeDocx {
  readonly type: string
  readonly tree: OfficialDocument
  readonly bytes: Uint8Array
  readonly parts: ReadonlyMap<string, string>
  readonly document: Xml
  readonly styles: Xml
}

export function unionRules(): RuleSet {
  return rulesNamed('nd30-cong-doan')
}

export function rulesNamed(id: string): RuleSet {
  const rules = loadRuleSets(RESOURCES).find((set) => set.id === id)
  if (rules === undefined) throw new Error(`resources/format-rules/${id}.json is missing`)
  return rules
}

export const RULE_SET_IDS = loadRuleSets(RESOURCES).map((set) => set.id)

export const TYPE_IDS = documentTypes.map((type) => type.id)

/** Types that list people, enterprises or a union rather than figures. */
export const LISTING_TYPES: ReadonlySet<string> = new Set(
  documentTypes.flatMap((type) => (type.lists === undefined ? [] : [type.id])),
)

/** The fixed data set as the issuer of a rule set would write it: a Party committee has a heading and a secretary. */
export function factsFor(rules: RuleSet, typeId = ''): DocumentFacts {
  const type = documentTypes.find((candidate) => candidate.id === typeId)
  return issuedBy(haiAnFacts(), type ?? {}, rules.issuedBy)
}

/** A document of the fixed data set, laid out and read back. */
export async function makeDocx(
  typeId: string,
  facts: DocumentFacts = haiAnFacts(),
  rules = unionRules(),
): Promise<MadeDocx> {
  const type = documentTypes.find((candidate) => candidate.id === typeId)
  if (type === undefined) throw new Error(`no document type ${typeId}`)
  const tree = type.compose(facts)
  const bytes = await renderDocx(tree, rules, findFonts(RESOURCES, null), { Thử: 'có' })
  const parts = await unzipDocx(bytes)
  return {
    type: typeId,
    tree,
    bytes,
    parts,
    document: parseXml(parts.get('word/document.xml') ?? ''),
    styles: parseXml(parts.get('word/styles.xml') ?? ''),
  }
}

/** What stands in a type's first section, so that a rule is looked for only where it applies. */
export function kindsIn(typeId: string): ReadonlySet<string> {
  const type = documentTypes.find((candidate) => candidate.id === typeId)
  const blocks = type?.compose(haiAnFacts()).sections[0]?.blocks ?? []
  return new Set(
    blocks.flatMap((block): string[] => {
      if (block.kind === 'letterhead' && block.letterSubject !== undefined) return ['letterhead', 'letter']
      if (block.kind === 'paragraph') return [block.kind, block.role]
      return [block.kind]
    }),
  )
}
