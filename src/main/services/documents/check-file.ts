import path from 'node:path'
import type { Output } from '#shared/contract/index.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { WordFile } from '#shared/domain/documents/word-file.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { ok } from '#shared/kit/result.ts'
import { checkDocument } from '../../documents/check/check-document.ts'
import { findComponents } from '../../documents/check/components.ts'
import type { FormatFinding } from '../../documents/check/finding.ts'
import { MENDED } from '../../documents/check/mending.ts'
import { RULES } from '../../documents/check/wording.ts'
import { chooseRuleSet, loadRuleSets, type RuleSet } from '../../documents/rules/rule-set.ts'
import { readForeignWord } from '../../exchange/parse/read-word.ts'
import type { ForeignReader } from '../ports.ts'

/**
 * Reads any Word file in the parse process and lists where it departs from a rule set: the named one, or the one
 * the file itself follows. Needs no data file.
 */
export async function checkDocumentFile(
  {
    foreign,
    resources,
    today,
  }: { readonly foreign: ForeignReader; readonly resources: string; readonly today: IsoDate },
  file: string,
  rulesName: string | null,
): Promise<AppResult<Output<'documents.checkFile'>>> {
  const sets = loadRuleSets(resources)
  const named = sets.find((set) => set.id === rulesName)
  if (rulesName !== null && named === undefined)
    return fail('RULE_SET_UNKNOWN', { name: rulesName, names: sets.map((set) => set.id).join(', ') })
  const read = await readForeignWord(foreign.start, file)
  if (!read.ok) return read
  const rules = named ?? ruleSetOf(read.value, sets, today)
  const findings = checkDocument(read.value, rules)
  return ok({ file: path.resolve(file), rules: rules.id, findings: publishFindings(findings) })
}

/** Findings with the rule in words and what to do about each. */
export function publishFindings(findings: readonly FormatFinding[]): Output<'documents.checkFile'>['findings'] {
  return findings.map((finding) => {
    const canMend = MENDED.has(finding.rule)
    const fix = canMend
      ? `Sửa thành ${finding.expected}; chương trình sửa giúp được.`
      : `Hãy sửa trong Word thành ${finding.expected}.`
    return { ...finding, title: RULES[finding.rule], fix, canMend }
  })
}

/** A file headed by the Party's name follows the Party's rules of today, every other those of the union. */
export function ruleSetOf(file: WordFile, sets: readonly RuleSet[], today: IsoDate): RuleSet {
  const isParty = findComponents(file).partyTitle !== null && sets.some((set) => set.issuedBy === 'party')
  return chooseRuleSet(sets, isParty ? 'party' : 'union', today)
}
