import { allUnits, type DocumentFacts, type Measure } from '#shared/domain/documents/facts.ts'
import type { Block } from '#shared/domain/documents/tree.ts'
import { dateRef, type Inline, joinInline, line, text } from '#shared/domain/wording/parts.ts'
import { periodLabel } from '#shared/domain/wording/period.ts'
import { reportingSentence, unitCount, unitKinds } from '#shared/domain/wording/unit-lists.ts'
import { achievements, assess, remainingPhrases, shortfalls } from './assessment.ts'
import { registrySentence } from './registry.ts'
import { body, item, type Numbering, tellingOf } from './telling.ts'

/** What was set going, as far as the data knows: targets given out, who has reported, what was surveyed. */
export function situationItems(facts: DocumentFacts): Block[] {
  const telling = tellingOf(facts)
  const blocks: Block[] = []
  const given = allUnits(facts).filter((unit) => unit.measures.some((measure) => measure.target !== null))
  if (given.length > 0) {
    const groups = facts.groups
      .map((group) => ({ ...group, units: group.units.filter((unit) => given.includes(unit)) }))
      .filter((group) => group.units.length > 0)
    blocks.push(
      item(
        line`${facts.scope.body} ${facts.scope.organisation} đã giao chỉ tiêu ${periodLabel(facts.plan)} cho ${unitCount(given.length, 'units with targets', telling)} đơn vị, gồm: ${unitKinds(groups, telling)}.`,
      ),
    )
  }
  const reporting = reportingSentence(facts, telling)
  if (reporting.length > 0) blocks.push(item(reporting))
  const registry = registrySentence(facts)
  if (registry.length > 0) blocks.push(item(registry))
  return blocks
}

/** Section "Đánh giá": two lists drawn from the figures; nothing is written where they say nothing. */
export function assessmentSection(facts: DocumentFacts, measures: readonly Measure[], numbering: Numbering): Block[] {
  const assessment = assess(facts, measures)
  const good = achievements(facts, assessment)
  const poor = shortfalls(facts, assessment)
  if (good.length === 0 && poor.length === 0) return []
  return [
    numbering.first('ĐÁNH GIÁ CHUNG'),
    ...(good.length > 0 ? [numbering.second('Kết quả đạt được'), ...good] : []),
    ...(poor.length > 0 ? [numbering.second('Tồn tại, hạn chế'), ...poor] : []),
  ]
}

/** "Từ nay đến hết ngày 31/12/2024, phấn đấu …": what each target still lacks. */
export function remainingLead(facts: DocumentFacts, measures: readonly Measure[]): Block[] {
  const phrases = remainingPhrases(facts, measures)
  if (phrases.length === 0) return []
  const list = joinInline(phrases, '; ', '; ')
  if (facts.asOf >= facts.plan.to) {
    return [body([...line`So với chỉ tiêu ${periodLabel(facts.plan)}, còn phải thực hiện: `, ...list, text('.')])]
  }
  const lead: Inline = line`Từ nay đến ngày ${dateRef(facts.plan.to)}, phấn đấu `
  return [body([...lead, ...list, text(' để hoàn thành chỉ tiêu; tập trung thực hiện các nhiệm vụ sau:')])]
}

export function tasksHeading(facts: DocumentFacts): Inline {
  if (facts.asOf >= facts.plan.to) return line`NHIỆM VỤ TRỌNG TÂM THỜI GIAN TỚI`
  return facts.plan.kind === 'year'
    ? line`NHIỆM VỤ TRỌNG TÂM TỪ NAY ĐẾN HẾT NĂM`
    : line`NHIỆM VỤ TRỌNG TÂM TỪ NAY ĐẾN HẾT THỜI GIAN THỰC HIỆN`
}
