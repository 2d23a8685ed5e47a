import type { DocumentFacts, Measure } from '#shared/domain/documents/facts.ts'
import type { Block, OfficialDocument } from '#shared/domain/documents/tree.ts'
import { line } from '#shared/domain/wording/parts.ts'
import { ofWhole } from '#shared/domain/wording/scope.ts'
import { progressAnnexSections } from '../../pieces/progress-annex.ts'
import { assessmentSection, remainingLead, situationItems, tasksHeading } from '../../pieces/report.ts'
import { growthCharts } from '../../pieces/growth-chart.ts'
import { ownChart } from '../../pieces/own-chart.ts'
import { type ResultLine, resultTable } from '../../pieces/result-table.ts'
import { elapsedSentence, headline, impliedNote, topicItems, unitStandings } from '../../pieces/results.ts'
import { body, createNumbering, item, type Numbering } from '../../pieces/telling.ts'
import { PROGRESS } from '../../pieces/wording.ts'
import { officialDocument } from '../../pieces/official.ts'
import { unitCharts, withChart } from '../../pieces/unit-chart.ts'
import * as words from './wording.ts'

/** Báo cáo tiến độ as of a day, upward in the union, with the results unit by unit as its annex. */
export function composeBaoCaoTienDo(given: DocumentFacts): OfficialDocument {
  const facts = { ...given, own: withoutPledges(given.own) }
  const numbering = createNumbering()
  const subject = words.subject(facts)
  const annexes = progressAnnexSections(facts)
  return officialDocument(facts, {
    type: 'bao-cao-tien-do',
    words,
    subject,
    keywords: ['báo cáo', 'tiến độ', 'phát triển đoàn viên', 'công đoàn cơ sở', facts.plan.code],
    addressee: facts.scope.superior,
    content: [
      body(words.opening(facts)),
      ...situation(facts, numbering),
      ...resultSection(facts, numbering, annexes.length),
      ...assessmentSection(facts, facts.own, numbering),
      numbering.first(tasksHeading(facts)),
      ...remainingLead(facts, facts.own),
      ...words.nextTasks(facts).map(item),
      numbering.first('ĐỀ XUẤT, KIẾN NGHỊ'),
      ...words.proposals(facts).map(item),
      body(words.closing(facts)),
    ],
    annexes: annexes,
    offered: [...ownChart(facts, resultLines(facts)), ...growthCharts(facts), ...unitCharts(facts)],
  })
}

/** Pledges have a report of their own; they are told here only where nobody set another target. */
function withoutPledges(measures: readonly Measure[]): Measure[] {
  const set = new Set(
    measures
      .filter((measure) => measure.kind !== null && measure.kind !== 'pledged')
      .map((measure) => measure.indicator),
  )
  return measures.filter((measure) => measure.kind !== 'pledged' || !set.has(measure.indicator))
}

function situation(facts: DocumentFacts, numbering: Numbering): Block[] {
  const items = situationItems(facts)
  return items.length === 0 ? [] : [numbering.first('TÌNH HÌNH GIAO CHỈ TIÊU VÀ BÁO CÁO'), ...items]
}

function resultSection(facts: DocumentFacts, numbering: Numbering, annexes: number): Block[] {
  const elapsed = elapsedSentence(facts)
  const section = (title: string, items: readonly Block[]): Block[] =>
    items.length === 0 ? [] : [numbering.second(title), ...items]
  const blocks: Block[] = [numbering.first('KẾT QUẢ THỰC HIỆN'), body(headline(facts))]
  if (elapsed.length > 0 && facts.own.some((measure) => measure.percent !== null)) blocks.push(body(elapsed))
  blocks.push(
    ...section('Phát triển đoàn viên', topicItems(facts, 'members')),
    ...section('Thành lập công đoàn cơ sở', topicItems(facts, 'unions')),
    ...section('Tỷ lệ tập hợp đoàn viên, thành lập công đoàn cơ sở tại doanh nghiệp', topicItems(facts, 'coverage')),
    ...section('Giới thiệu đoàn viên công đoàn ưu tú cho Đảng', topicItems(facts, 'party')),
    ...section('Các kết quả khác', [...topicItems(facts, 'other')]),
    ...impliedNote(facts),
    ...section('Kết quả của các đơn vị', withChart(facts, unitStandings(facts))),
  )
  const table = resultTable(facts, resultLines(facts), {
    title: `${PROGRESS.tableTitle} ${ofWhole(facts.scope.whole)}`,
    target: 'Chỉ tiêu',
    nameAssigners: severalAssigners(facts),
  })
  return [
    ...blocks,
    ...table,
    ...(annexes > 0
      ? [body(line`Kết quả chi tiết của từng đơn vị có ${annexes > 1 ? 'các Phụ lục' : 'Phụ lục'} kèm theo.`)]
      : []),
  ]
}

/** Everything with a target, and the results every reader asks for; side results are told in words above. */
const ALWAYS: ReadonlySet<string> = new Set(
  'DV_MOI DV_GIAM DV_TANG_THUC DV_TONG CDCS_MOI CDCS_GIAM CDCS_TONG DVUT_GT DVUT_KN'.split(' '),
)

function resultLines(facts: DocumentFacts): ResultLine[] {
  return facts.indicators.flatMap((indicator) =>
    facts.own
      .filter(
        (measure) => measure.indicator === indicator.code && (measure.target !== null || ALWAYS.has(indicator.code)),
      )
      .map((measure): ResultLine => ({ indicator, measure })),
  )
}

function severalAssigners(facts: DocumentFacts): boolean {
  return new Set(facts.own.filter((measure) => measure.target !== null).map((measure) => measure.assigner)).size > 1
}
