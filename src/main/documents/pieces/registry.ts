import type { DocumentFacts } from '#shared/domain/documents/facts.ts'
import { formatCountInProse } from '#shared/domain/text/format.ts'
import { dateRef, figure, type Inline, line, type Part, reference } from '#shared/domain/wording/parts.ts'

/**
 * What the survey found, in one sentence; empty without a survey. The threshold is the one the plan's own
 * indicators speak of.
 */
export function registrySentence(facts: DocumentFacts): Inline {
  if (facts.registry === null || facts.registry.counts.enterprises === 0) return []
  const { counts, surveyedOn } = facts.registry
  const count = (value: number, what: string): Part =>
    figure(value, formatCountInProse(value), {
      kind: 'count',
      plan: facts.plan.code,
      unit: facts.scope.unit.code,
      indicator: null,
      assigner: null,
      asOf: surveyedOn,
      what,
    })
  return line`Theo kết quả khảo sát đến ngày ${dateRef(surveyedOn)}, ${facts.scope.within} có ${count(counts.enterprises, 'enterprises')} doanh nghiệp với ${count(counts.workers, 'workers')} lao động; ${count(counts.withUnion, 'withUnion')} doanh nghiệp đã có CĐCS với ${count(counts.members, 'members')} đoàn viên; ${count(counts.nonMembers, 'nonMembers')} lao động chưa là đoàn viên. Trong ${count(counts.atLeast, 'atLeast')} doanh nghiệp có từ ${reference(String(counts.threshold), 'threshold')} lao động trở lên, còn ${count(counts.atLeastWithoutUnion, 'atLeastWithoutUnion')} doanh nghiệp chưa có CĐCS.`
}
