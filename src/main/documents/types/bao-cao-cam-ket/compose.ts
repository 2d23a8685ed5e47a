import { type DocumentFacts, findMeasure, type Measure } from '#shared/domain/documents/facts.ts'
import type { Block, OfficialDocument } from '#shared/domain/documents/tree.ts'
import { pledgeOf, unnumbered } from '#shared/domain/documents/pledge.ts'
import { assessmentSection, remainingLead, tasksHeading } from '../../pieces/report.ts'
import { type ResultLine, resultTable } from '../../pieces/result-table.ts'
import { elapsedSentence, headline, impliedNote, topicItems } from '../../pieces/results.ts'
import { body, createNumbering, item, type Numbering } from '../../pieces/telling.ts'
import { officialDocument } from '../../pieces/official.ts'
import * as words from './wording.ts'

/** Báo cáo kết quả thực hiện cam kết: the pledge, line by line, against what was done by the day. */
export function composeBaoCaoCamKet(given: DocumentFacts): OfficialDocument {
  // Everything below is told against the pledge alone.
  const facts = { ...given, own: againstPledge(given) }
  const numbering = createNumbering()
  const subject = words.subject(facts)
  return officialDocument(facts, {
    type: 'bao-cao-cam-ket',
    words,
    subject,
    keywords: ['báo cáo', 'cam kết', 'phát triển đoàn viên', 'công đoàn cơ sở', facts.plan.code],
    addressee: `Ban Thường vụ ${facts.office.partyCommittee}`,
    content: [
      body(words.opening(facts)),
      ...resultSection(facts, numbering),
      ...assessmentSection({ ...facts, groups: [] }, facts.own, numbering),
      numbering.first(tasksHeading(facts)),
      ...remainingLead(facts, facts.own),
      ...words.nextTasks(facts).map(item),
      numbering.first('ĐỀ XUẤT, KIẾN NGHỊ'),
      ...words.proposals(facts).map(item),
      body(words.closing(facts)),
    ],
  })
}

function resultSection(facts: DocumentFacts, numbering: Numbering): Block[] {
  const elapsed = elapsedSentence(facts)
  const section = (title: string, items: readonly Block[]): Block[] =>
    items.length === 0 ? [] : [numbering.second(title), ...items]
  const hasPercent = facts.own.some((measure) => measure.percent !== null)
  return [
    numbering.first('KẾT QUẢ THỰC HIỆN CAM KẾT'),
    body(headline(facts)),
    ...(elapsed.length > 0 && hasPercent ? [body(elapsed)] : []),
    ...(unnumbered(pledgeOf(facts)).length > 0 ? [body(words.UNNUMBERED)] : []),
    ...resultTable(facts, resultLines(facts), {
      title: 'Kết quả thực hiện các chỉ tiêu cam kết',
      target: 'Cam kết',
      nameAssigners: false,
    }),
    ...section('Phát triển đoàn viên', topicItems(facts, 'members')),
    ...section('Thành lập công đoàn cơ sở', [...topicItems(facts, 'unions'), ...topicItems(facts, 'coverage')]),
    ...section('Giới thiệu đoàn viên công đoàn ưu tú cho Đảng', topicItems(facts, 'party')),
    ...impliedNote(facts),
  ]
}

/** Pledged measures; of the other indicators the result alone, so that losses and levels stay visible. */
function againstPledge(facts: DocumentFacts): Measure[] {
  const { measures } = pledgeOf(facts)
  return facts.indicators.flatMap((indicator): Measure[] => {
    const pledged = measures.filter((measure) => measure.indicator === indicator.code)
    if (pledged.length > 0) return pledged
    const any = findMeasure(facts.own, indicator.code)
    if (any === undefined || any.result === null) return []
    return [
      { ...any, assigner: null, kind: null, target: null, percent: null, exceeded: null, remaining: null, rank: null },
    ]
  })
}

/** The pledged lines; where no pledge is in the data, the two results everybody asks for. */
function resultLines(facts: DocumentFacts): ResultLine[] {
  return facts.indicators.flatMap((indicator) => {
    const [measure] = facts.own.filter((entry) => entry.indicator === indicator.code)
    const pledged = measure !== undefined && measure.kind !== null
    const asked = indicator.code === 'DV_MOI' || indicator.code === 'CDCS_MOI'
    return measure !== undefined && (pledged || asked) ? [{ indicator, measure }] : []
  })
}
