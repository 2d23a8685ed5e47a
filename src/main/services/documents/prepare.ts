import { z } from 'zod'
import { documentFigure, type DocumentTypeRow } from '#shared/contract/documents.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import type { DocumentFacts } from '#shared/domain/documents/facts.ts'
import { pledgeOf, unnumbered } from '#shared/domain/documents/pledge.ts'
import { type DocumentProblem, findProblems } from '#shared/domain/documents/problems.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { ok } from '#shared/kit/result.ts'
import type { ReadStore } from '../../db/store.ts'
import { type DocumentType, documentTypes, findDocumentType } from '../../documents/catalogue.ts'
import { chooseRuleSet, loadRuleSets, type RuleSet } from '../../documents/rules/rule-set.ts'
import { gatherFacts } from './gather.ts'
import { createSharedReads, type SharedReads } from './shared-reads.ts'

export type DocumentChoice = ParsedInput<'documents.check'>

/** What is kept with a made document: the figures it printed, the texts they stand in, and by which rules. */
export const storedSnapshot = z.object({
  ruleSet: z.string().optional(),
  figures: z.array(documentFigure),
  texts: z
    .array(
      z.object({ text: z.string(), figures: z.array(z.object({ id: z.string(), text: z.string(), at: z.number() })) }),
    )
    .default([]),
})

/** The catalogue as callers see it; it needs no data file. */
export function listDocumentTypes(resources: string): DocumentTypeRow[] {
  const sets = loadRuleSets(resources)
  return documentTypes.map((type) => ({
    type: type.id,
    title: type.title,
    ruleSets: ruleSetsOf(sets, type).map((set) => set.id),
    speaksOf: type.speaksOf,
    planKind: type.planKind ?? null,
    periodic: type.periodic === true,
    ofUnion: type.lists === 'union',
  }))
}

export interface Prepared {
  readonly type: DocumentType
  readonly facts: DocumentFacts
  readonly problems: DocumentProblem[]
  readonly rules: RuleSet
}

/** Gathers the facts and lists what is the matter with them; nothing is made yet. */
export function prepare(
  store: ReadStore,
  resources: string,
  input: DocumentChoice,
  today: IsoDate,
  share: SharedReads = createSharedReads(),
): AppResult<Prepared> {
  const type = findDocumentType(input.type)
  if (type === undefined) {
    return fail('DOCUMENT_TYPE_UNKNOWN', {
      type: input.type,
      types: documentTypes.map((known) => known.id).join(', '),
    })
  }
  const sets = share('rule sets', () => loadRuleSets(resources))
  const named = sets.find((set) => set.id === input.rules)
  if (input.rules !== null && named === undefined)
    return fail('RULE_SET_UNKNOWN', { name: input.rules, names: sets.map((set) => set.id).join(', ') })
  const facts = gatherFacts(store, type, { ...input, issuedBy: named?.issuedBy ?? null }, today, share)
  if (!facts.ok) return facts
  const rules = named ?? chooseRuleSet(sets, issuerOf(type, facts.value), facts.value.documentDate)
  return ok(prepareFrom(type, facts.value, rules))
}

/** A draft for the Party committee that founds a steering committee is laid out as that committee's own papers are. */
function issuerOf(type: DocumentType, { issuer }: DocumentFacts): DocumentType['issuedBy'] {
  return issuer?.kind === 'party' ? 'party' : type.issuedBy
}

/** The same from facts that are at hand. */
export function prepareFrom(type: DocumentType, facts: DocumentFacts, rules: RuleSet): Prepared {
  const pledge = pledgeOf(facts)
  const problems = [
    ...findProblems(facts, type.needs, { from: pledge.from, unnumbered: unnumbered(pledge).length }),
    ...(type.findProblems?.(facts) ?? []),
  ]
  return { type, facts, problems, rules }
}

function ruleSetsOf(sets: readonly RuleSet[], type: DocumentType): RuleSet[] {
  const newestFirst = sets.toSorted((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? 1 : -1))
  // Its own issuer's first; the others for a draft written on somebody's behalf.
  return [
    ...newestFirst.filter((set) => set.issuedBy === type.issuedBy),
    ...newestFirst.filter((set) => set.issuedBy !== type.issuedBy),
  ]
}

/** "Báo cáo tiến độ 2024 đến 30-6-2024.docx"; a unit's own document carries the unit's code. */
export function fileNameOf(type: DocumentType, facts: DocumentFacts): string {
  const unit = facts.scope.isProvince ? '' : ` ${facts.scope.unit.code}`
  const day = type.speaksOf === 'day' ? ` đến ${formatDate(facts.asOf).replaceAll('/', '-')}` : ''
  return `${type.fileName} ${facts.plan.code}${unit}${day}.docx`
}
