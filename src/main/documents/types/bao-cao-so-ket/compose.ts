import type { DocumentFacts } from '#shared/domain/documents/facts.ts'
import type { Block, OfficialDocument } from '#shared/domain/documents/tree.ts'
import { campaignRankings, phaseAhead, phaseResultTable } from '../../pieces/phase-results.ts'
import { assessmentSection, remainingLead, situationItems, tasksHeading } from '../../pieces/report.ts'
import { elapsedSentence, headline, topicItems, unitStandings } from '../../pieces/results.ts'
import { body, createNumbering, item, type Numbering } from '../../pieces/telling.ts'
import { officialDocument } from '../../pieces/official.ts'
import { growthCharts } from '../../pieces/growth-chart.ts'
import { unitCharts, withChart } from '../../pieces/unit-chart.ts'
import * as words from './wording.ts'

/** Báo cáo sơ kết, or tổng kết once the period is over: results, the ranking with who is left out, and what follows. */
export function composeBaoCaoSoKet(facts: DocumentFacts): OfficialDocument {
  const numbering = createNumbering()
  const subject = words.subject(facts)
  const situation = situationItems(facts)
  return officialDocument(facts, {
    type: 'bao-cao-so-ket',
    words,
    subject,
    keywords: ['báo cáo', 'sơ kết', 'tổng kết', 'thi đua', facts.plan.code],
    addressee: facts.scope.superior,
    content: [
      body(words.opening(facts)),
      ...(situation.length === 0 ? [] : [numbering.first('CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI'), ...situation]),
      ...results(facts, numbering),
      ...assessmentSection(facts, facts.own, numbering),
      numbering.first(tasksHeading(facts)),
      ...leftToDo(facts),
      ...words.nextTasks(facts).map(item),
      body(words.closing(facts)),
    ],
    offered: [...growthCharts(facts), ...unitCharts(facts)],
  })
}

/** Of the campaign's own targets; where all stand in its phases, of the phase that runs or comes next. */
function leftToDo(facts: DocumentFacts): Block[] {
  const own = facts.own.some(({ target }) => target !== null) ? facts : phaseAhead(facts)
  return own === null ? [] : remainingLead(own, own.own)
}

function results(facts: DocumentFacts, numbering: Numbering): Block[] {
  const elapsed = elapsedSentence(facts)
  const standings = unitStandings(facts)
  const section = (title: string, items: readonly Block[]): Block[] =>
    items.length === 0 ? [] : [numbering.second(title), ...items]
  return [
    numbering.first('KẾT QUẢ THỰC HIỆN'),
    body(headline(facts)),
    ...(elapsed.length > 0 && facts.own.some((measure) => measure.percent !== null) ? [body(elapsed)] : []),
    ...phaseResultTable(facts, words.PHASES_TITLE),
    ...section('Phát triển đoàn viên', topicItems(facts, 'members')),
    ...section('Thành lập công đoàn cơ sở', topicItems(facts, 'unions')),
    ...section('Giới thiệu đoàn viên công đoàn ưu tú cho Đảng', topicItems(facts, 'party')),
    ...section('Kết quả của các đơn vị', withChart(facts, standings)),
    ...campaignRankings(facts, { title: words.RANK_TITLE, titleOf: words.rankTitleOf, note: words.RANK_NOTE }),
  ]
}
