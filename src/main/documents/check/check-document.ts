import type { WordFile } from '#shared/domain/documents/word-file.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { checkAnnexes, checkClosing } from './closing-rules.ts'
import { findComponents } from './components.ts'
import { Findings, type FormatFinding } from './finding.ts'
import { checkLetterhead } from './letterhead-rules.ts'
import { checkFonts, checkPages, checkTables } from './page-rules.ts'
import { checkDraftPhrases } from './draft-rules.ts'
import { checkPictures } from './picture-rules.ts'
import { checkText } from './text-rules.ts'

/** Where a file departs from a rule set, in the order of the page: found value, what the rule asks, and where. */
export function checkDocument(file: WordFile, rules: RuleSet): readonly FormatFinding[] {
  const findings = new Findings()
  const parts = findComponents(file)
  checkPages(file, rules, findings)
  checkFonts(file, rules, findings)
  // An annex sent by itself has no letterhead of its own.
  const isAnnexAlone =
    parts.annexes.length > 0 && parts.national === null && parts.partyTitle === null && parts.code === null
  if (!isAnnexAlone) {
    checkLetterhead(parts, rules, findings)
    checkText(parts, rules, findings)
    checkClosing(parts, rules, findings)
  }
  checkAnnexes(parts, rules, findings)
  checkTables(file, findings)
  checkPictures(file, findings)
  checkDraftPhrases(file, findings)
  return findings.list()
}
