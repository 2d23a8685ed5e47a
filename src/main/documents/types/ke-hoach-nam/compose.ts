import { allUnits, type DocumentFacts, type PhaseFact } from '#shared/domain/documents/facts.ts'
import type { Block, OfficialDocument } from '#shared/domain/documents/tree.ts'
import { formatCountInProse } from '#shared/domain/text/format.ts'
import { targetHeading } from '#shared/domain/wording/assigners.ts'
import { indicatorWords, shortNoun } from '#shared/domain/wording/indicator-words.ts'
import { capitalize, dataText, figure, type Inline, joinInline, line, text } from '#shared/domain/wording/parts.ts'
import { dateRange } from '#shared/domain/wording/period.ts'
import { sourceOf } from '#shared/domain/wording/results.ts'
import { goalClause, goalWithParts, partOfGoal } from '#shared/domain/wording/targets.ts'
import { unitCount, unitKinds } from '#shared/domain/wording/unit-lists.ts'
import { ofWhole } from '#shared/domain/wording/scope.ts'
import { bases } from '../../pieces/office.ts'
import { SINCE_YEAR_START } from '../../pieces/campaign.ts'
import { registrySentence } from '../../pieces/registry.ts'
import { differencePhrases } from '../../pieces/differences.ts'
import { targetAnnexSections } from '../../pieces/target-annex.ts'
import {
  body,
  createNumbering,
  isMain,
  item,
  type Numbering,
  partsOf,
  sentence,
  tellingOf,
  unitTargetColumns,
} from '../../pieces/telling.ts'
import { officialDocument } from '../../pieces/official.ts'
import * as words from './wording.ts'

/** Kế hoạch năm with its annex of targets (a section of its own) when the units have targets. */
export function composeKeHoachNam(facts: DocumentFacts): OfficialDocument {
  const numbering = createNumbering()
  const subject = words.subject(facts)
  return officialDocument(facts, {
    type: 'ke-hoach-nam',
    words,
    subject,
    keywords: ['kế hoạch', 'phát triển đoàn viên', 'công đoàn cơ sở', facts.plan.code],
    content: [
      ...bases(facts),
      body(words.opening(facts)),
      ...purpose(facts, numbering),
      ...goals(facts, numbering),
      ...measures(facts, numbering),
      ...peaks(facts, numbering),
      numbering.first('KINH PHÍ THỰC HIỆN'),
      body(words.FUNDING),
      ...organising(facts, numbering),
      body(words.closing(facts)),
    ],
    annexes: targetAnnexSections(facts),
  })
}

export function hasAnnex(facts: DocumentFacts): boolean {
  return unitTargetColumns(facts).length > 0
}

function purpose(facts: DocumentFacts, numbering: Numbering): Block[] {
  return [
    numbering.first('MỤC ĐÍCH, YÊU CẦU'),
    numbering.second('Mục đích'),
    ...words.PURPOSE.map(item),
    numbering.second('Yêu cầu'),
    ...words.requirements(facts).map(item),
  ]
}

/** One list a target's giver; levels and ratios stand among the counts, in the order of the catalogue. */
function goals(facts: DocumentFacts, numbering: Numbering): Block[] {
  const blocks: Block[] = [numbering.first('CHỈ TIÊU'), numbering.second(`Chỉ tiêu ${ofWhole(facts.scope.whole)}`)]
  const givers = givenBy(facts)
  for (const giver of givers) {
    const lines = goalLines(facts, giver.assigner, giver.kind)
    if (givers.length > 1 || giver.kind === 'pledged') {
      blocks.push(body([...targetHeading(giver.kind, tellingOf(facts).assignerName(giver.assigner)), text(':')]))
    }
    blocks.push(...lines.map((goal) => item(sentence(goal))))
  }
  if (hasAnnex(facts)) blocks.push(numbering.second('Chỉ tiêu giao cho các đơn vị'), ...givenToUnits(facts))
  return blocks
}

function givenBy(
  facts: DocumentFacts,
): { assigner: string; kind: NonNullable<DocumentFacts['own'][number]['kind']> }[] {
  const seen = new Set<string>()
  const sources = facts.own.some((measure) => measure.target !== null) ? facts.own : facts.total
  return facts.assigners.flatMap((assigner) =>
    sources
      .filter((measure) => measure.assigner === assigner.code && measure.target !== null && measure.kind !== null)
      .flatMap((measure) => {
        const key = `${assigner.code} ${measure.kind}`
        if (seen.has(key) || measure.kind === null) return []
        seen.add(key)
        return [{ assigner: assigner.code, kind: measure.kind }]
      }),
  )
}

function goalLines(facts: DocumentFacts, assigner: string, kind: string): Inline[] {
  const telling = tellingOf(facts)
  const scope = { plan: facts.plan, whole: facts.scope.whole }
  // Where the whole has no target of its own, what its units were given together is its goal.
  const source = facts.own.some((measure) => measure.target !== null) ? facts.own : facts.total
  const find = (code: string) =>
    source.find(
      (measure) =>
        measure.indicator === code && measure.assigner === assigner && measure.kind === kind && measure.target !== null,
    )
  return facts.indicators.filter(isMain).flatMap((indicator) => {
    const parts = partsOf(facts, indicator.code).flatMap((part) => {
      const measure = find(part.code)
      const told = measure === undefined ? null : partOfGoal(measure, part, telling)
      return told === null ? [] : [told]
    })
    const measure = find(indicator.code)
    const goal = measure === undefined ? null : goalClause(measure, indicator, telling, scope)
    if (goal !== null) return [goalWithParts(goal, parts)]
    // A part may have a target while its whole has none.
    return parts.map((part) => capitalize([...line`${indicatorWords(indicator).toDo} `, ...part]))
  })
}

function givenToUnits(facts: DocumentFacts): Block[] {
  const telling = tellingOf(facts)
  const withTargets = allUnits(facts).filter((unit) => unit.measures.some((measure) => measure.target !== null))
  const totals = unitTargetColumns(facts)
    .filter(({ indicator }) => isMain(indicator) && indicator.kind !== 'ratio')
    .flatMap(({ indicator, assigners }) =>
      assigners.flatMap((assigner): Inline[] => {
        const total = facts.total.find(
          (measure) => measure.indicator === indicator.code && measure.assigner === assigner,
        )
        if (total === undefined || total.target === null) return []
        const value = figure(total.target, formatCountInProse(total.target), sourceOf(total, 'target', telling))
        const whose = assigners.length > 1 ? line` (chỉ tiêu ${telling.assignerName(assigner)} giao)` : []
        return [[value, text(` ${shortNoun(indicator)}`), ...whose]]
      }),
    )
  const blocks: Block[] = [
    item(
      line`Giao chỉ tiêu cho ${unitCount(withTargets.length, 'units with targets', telling)} đơn vị, gồm: ${unitKinds(groupsWithTargets(facts), telling)} (có Phụ lục kèm theo).`,
    ),
  ]
  if (totals.length > 0) {
    blocks.push(
      item([
        text('Tổng chỉ tiêu giao cho các đơn vị là '),
        ...joinInline(totals, ', ', ', '),
        ...comparison(facts),
        text('.'),
      ]),
    )
  }
  return blocks
}

function groupsWithTargets(facts: DocumentFacts): DocumentFacts['groups'] {
  return facts.groups
    .map((group) => ({
      ...group,
      units: group.units.filter((unit) => unit.measures.some((measure) => measure.target !== null)),
    }))
    .filter((group) => group.units.length > 0)
}

/** The sum beside what is asked of the whole, where they differ. */
function comparison(facts: DocumentFacts): Inline {
  const differences = differencePhrases(facts)
  return differences.length === 0 ? [] : [text('; '), ...joinInline(differences, '; ', '; ')]
}

function measures(facts: DocumentFacts, numbering: Numbering): Block[] {
  const registry = registrySentence(facts)
  const hasParty = facts.own
    .concat(facts.total)
    .some((measure) => measure.indicator.startsWith('DVUT') && measure.target !== null)
  return [
    numbering.first('NHIỆM VỤ, GIẢI PHÁP'),
    numbering.second('Công tác tuyên truyền, vận động'),
    ...words.PROPAGANDA.map(item),
    numbering.second('Khảo sát, nắm tình hình doanh nghiệp, lao động'),
    ...(registry.length > 0 ? [item(registry)] : []),
    ...words.SURVEY.map(item),
    numbering.second('Tham mưu cấp ủy, phối hợp với chính quyền và các cơ quan chức năng'),
    ...words.advising(facts).map(item),
    numbering.second('Xây dựng đội ngũ cộng tác viên, nhóm lao động nòng cốt'),
    ...words.NETWORK.map(item),
    numbering.second('Nâng cao chất lượng hoạt động của công đoàn cơ sở'),
    ...words.QUALITY.map(item),
    ...(hasParty ? [numbering.second('Giới thiệu đoàn viên công đoàn ưu tú cho Đảng'), ...words.PARTY.map(item)] : []),
    numbering.second('Công tác thi đua, khen thưởng'),
    ...words.emulation(facts).map(item),
  ]
}

function peaks(facts: DocumentFacts, numbering: Numbering): Block[] {
  if (facts.phases.length > 0) {
    return [
      numbering.first('CÁC ĐỢT CAO ĐIỂM'),
      ...facts.phases.map((phase) => item(sentence(phaseLine(facts, phase)))),
    ]
  }
  if (facts.plan.kind === 'campaign' || facts.plan.kind === 'phase') return []
  return [
    numbering.first('CÁC ĐỢT CAO ĐIỂM'),
    body(line`Tổ chức các đợt cao điểm phát triển đoàn viên, thành lập CĐCS ${facts.scope.within}:`),
    item(words.USUAL_PEAKS.workersMonth),
    item(words.USUAL_PEAKS.foundingDay),
  ]
}

/** "Đợt … (từ ngày 1/7/2024 đến ngày 31/7/2024): phấn đấu kết nạp mới 5.000 đoàn viên, thành lập mới 15 CĐCS" */
function phaseLine(facts: DocumentFacts, phase: PhaseFact): Inline {
  const telling = { ...tellingOf(facts), plan: phase.code }
  const scope = { plan: { ...facts.plan, kind: 'phase' as const, to: phase.to }, whole: facts.scope.whole }
  const goalsOfPhase = facts.indicators.flatMap((indicator): Inline[] => {
    const measure = phase.targets.find((entry) => entry.indicator === indicator.code && entry.target !== null)
    const goal = measure === undefined ? null : goalClause(measure, indicator, telling, scope)
    return goal === null ? [] : [measure?.isCumulative === true ? [...goal, text(SINCE_YEAR_START)] : goal]
  })
  const named: Inline = [dataText(phase.name), text(' ('), ...dateRange(phase.from, phase.to), text(')')]
  return goalsOfPhase.length === 0 ? named : [...named, text(': phấn đấu '), ...joinInline(goalsOfPhase, ', ', ', ')]
}

function organising(facts: DocumentFacts, numbering: Numbering): Block[] {
  return [
    numbering.first('TỔ CHỨC THỰC HIỆN'),
    numbering.second(facts.scope.organisation),
    ...words.provincialDuties(facts).map(item),
    ...(facts.groups.length === 0 ? [] : [numbering.second('Các đơn vị trực thuộc'), ...words.UPPER_DUTIES.map(item)]),
    numbering.second('Công đoàn cơ sở'),
    ...words.GRASSROOTS_DUTIES.map(item),
    numbering.second('Chế độ báo cáo'),
    ...words.reporting(facts).map(item),
  ]
}
