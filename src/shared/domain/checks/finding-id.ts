import type { CheckFinding, CheckRuleId } from './finding.ts'

/** Rules whose sentence changes with every day that passes: the plan tells one year's finding from the next. */
const BY_PLAN: ReadonlySet<CheckRuleId> = new Set<CheckRuleId>(['silent', 'stale'])

/**
 * What a finding is told by, 16 hex digits: its rule, its row, its figure and the facts it states. Explained once it stays
 * explained; with other facts it is another finding. `plan`: code of the plan that is looked at, or null.
 */
export function findingId(finding: CheckFinding, plan: string | null): string {
  const { rule, focus, unit, subject, indicator, asOf, message } = finding
  const facts = BY_PLAN.has(rule) ? [plan ?? ''] : [asOf ?? '', message]
  const text = [rule, focus ?? unit ?? subject, indicator ?? '', ...facts].join('\n')
  return hash(text, 0x811c9dc5) + hash(text, 0x01000193)
}

/** FNV-1a over UTF-16 units: enough to tell the findings of a file apart, the same on every machine. */
function hash(text: string, seed: number): string {
  let value = seed
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return (value >>> 0).toString(16).padStart(8, '0')
}
