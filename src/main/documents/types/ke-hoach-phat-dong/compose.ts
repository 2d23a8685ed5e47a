import type { DocumentFacts, PhaseFact } from '#shared/domain/documents/facts.ts'
import type { Block, OfficialDocument } from '#shared/domain/documents/tree.ts'
import { goalClause } from '#shared/domain/wording/targets.ts'
import { capitalize, type Inline } from '#shared/domain/wording/parts.ts'
import { phaseTable } from '../../pieces/campaign.ts'
import { bases } from '../../pieces/office.ts'
import { registrySentence } from '../../pieces/registry.ts'
import { body, createNumbering, isMain, item, type Numbering, sentence, tellingOf } from '../../pieces/telling.ts'
import { officialDocument } from '../../pieces/official.ts'
import * as words from './wording.ts'

/** Kế hoạch phát động a peak campaign: its days, the targets of the whole and of each phase, how units are ranked. */
export function composeKeHoachPhatDong(facts: DocumentFacts): OfficialDocument {
  const numbering = createNumbering()
  const subject = words.subject(facts)
  const survey = registrySentence(facts)
  return officialDocument(facts, {
    type: 'ke-hoach-phat-dong',
    words,
    subject,
    keywords: ['kế hoạch', 'phát động', 'thi đua', 'cao điểm', facts.plan.code],
    content: [
      ...bases(facts),
      body(words.opening(facts)),
      numbering.first('MỤC ĐÍCH, YÊU CẦU'),
      numbering.second('Mục đích'),
      ...words.purpose(facts).map(item),
      numbering.second('Yêu cầu'),
      ...words.REQUIREMENTS.map(item),
      ...goals(facts, numbering),
      numbering.first('NỘI DUNG'),
      ...(survey.length > 0 ? [item(survey)] : []),
      ...words.CONTENTS.map(item),
      numbering.first('ĐÁNH GIÁ, XẾP THỨ, KHEN THƯỞNG'),
      ...words.scoring(facts).map(item),
      numbering.first('TỔ CHỨC THỰC HIỆN'),
      ...words.organising(facts).map(item),
      body(words.closing(facts)),
    ],
  })
}

function goals(facts: DocumentFacts, numbering: Numbering): Block[] {
  const telling = tellingOf(facts)
  const scope = { plan: facts.plan, whole: facts.scope.whole }
  const source = facts.own.some((measure) => measure.target !== null) ? facts.own : facts.total
  const lines = facts.indicators.filter(isMain).flatMap((indicator): Inline[] => {
    const measure = source.find((entry) => entry.indicator === indicator.code && entry.target !== null)
    const goal = measure === undefined ? null : goalClause(measure, indicator, telling, scope)
    return goal === null ? [] : [sentence(capitalize(goal))]
  })
  const phases: readonly PhaseFact[] = facts.phases
  return [
    numbering.first('THỜI GIAN, CHỈ TIÊU'),
    numbering.second('Thời gian'),
    item(words.times(facts)),
    ...(phases.length === 0 ? words.USUAL.map(item) : []),
    ...(lines.length === 0 ? [] : [numbering.second('Chỉ tiêu'), ...lines.map(item)]),
    ...phaseTable(facts, phases, words.PHASES_TITLE),
  ]
}
