import type { DocumentFacts, IndicatorFact, Measure } from '#shared/domain/documents/facts.ts'
import type { OfficialDocument, TableBlock } from '#shared/domain/documents/tree.ts'
import { dataText, dateRef, type Inline, line, reference, text } from '#shared/domain/wording/parts.ts'
import { bases } from '../../pieces/office.ts'
import { numberCell, previousFigure, valueCell } from '../../pieces/cells.ts'
import { pledgeOf, previousOf } from '#shared/domain/documents/pledge.ts'
import { body, createNumbering, item, tellingOf } from '../../pieces/telling.ts'
import { officialDocument } from '../../pieces/official.ts'
import * as words from './wording.ts'

/** Bản cam kết with the Party committee: what is pledged beside what was done the year before. */
export function composeCamKetTinhUy(facts: DocumentFacts): OfficialDocument {
  const numbering = createNumbering()
  const subject = words.subject(facts)
  return officialDocument(facts, {
    type: 'cam-ket-tinh-uy',
    words,
    subject,
    keywords: ['cam kết', 'phát triển đoàn viên', 'công đoàn cơ sở', facts.plan.code],
    addressee: `Ban Thường vụ ${facts.office.partyCommittee}`,
    content: [
      ...bases(facts),
      body(words.opening(facts)),
      numbering.first('NHIỆM VỤ'),
      ...words.tasks(facts).map(item),
      numbering.first('NỘI DUNG CAM KẾT'),
      body(words.contentLead(facts)),
      pledgeTable(facts),
      numbering.first('GIẢI PHÁP THỰC HIỆN'),
      ...words.solutions(facts).map(item),
      numbering.first('KIẾN NGHỊ, ĐỀ XUẤT'),
      ...words.proposals(facts).map(item),
      numbering.first('TRÁCH NHIỆM CỦA NGƯỜI ĐỨNG ĐẦU'),
      ...words.responsibility(facts).map(item),
      body(words.closing(facts)),
    ],
  })
}

/**
 * TT | Chỉ tiêu | ĐVT | Thực hiện năm trước | Cam kết | Tiến độ | Người chịu trách nhiệm; columns without data are left
 * out. How far it has come is told where the paper is made of a day inside the year: after six months, after nine.
 */
function pledgeTable(facts: DocumentFacts): TableBlock {
  const telling = tellingOf(facts)
  const { measures } = pledgeOf(facts)
  const rows = measures.flatMap((measure) => {
    const indicator = facts.indicators.find((candidate) => candidate.code === measure.indicator)
    return indicator === undefined ? [] : [{ indicator, measure, before: previousOf(facts, indicator) }]
  })
  const hasBefore = rows.some((row) => row.before?.result !== null && row.before !== undefined)
  const beforeTitle: Inline =
    facts.previous === null ? [] : line`Thực hiện năm ${reference(facts.previous.label, 'year')}`
  const hasProgress = facts.asOf > facts.plan.from && rows.some(({ measure }) => measure.result !== null)
  const head = facts.office.signer
  return {
    kind: 'table',
    id: 'cam-ket',
    columns: [
      { id: 'tt', align: 'center' },
      { id: 'indicator', align: 'left', grows: true },
      { id: 'unit', align: 'center' },
      ...(hasBefore ? [{ id: 'before', align: 'right' as const }] : []),
      { id: 'pledged', align: 'right' },
      ...(hasProgress ? [{ id: 'progress', align: 'right' as const }] : []),
      ...(head === null ? [] : [{ id: 'head', align: 'left' as const, grows: true }]),
    ],
    header: [
      [
        { text: line`TT` },
        { text: line`Chỉ tiêu` },
        { text: line`ĐVT` },
        ...(hasBefore ? [{ text: beforeTitle }] : []),
        { text: line`Cam kết` },
        ...(hasProgress ? [{ text: progressTitle(facts) }] : []),
        ...(head === null ? [] : [{ text: line`Người chịu trách nhiệm` }]),
      ],
    ],
    rows: rows.map(({ indicator, measure, before }, index) => ({
      kind: 'row' as const,
      cells: [
        numberCell(index + 1),
        { text: [dataText(indicator.name)] },
        { text: [dataText(indicator.unitLabel)] },
        ...(hasBefore ? [{ text: previousFigure(facts, indicator, before) }] : []),
        { text: valueCell(measure, 'target', indicator, telling), bold: true },
        ...(hasProgress ? [{ text: progressCell(facts, indicator, measure) }] : []),
        ...(head === null
          ? []
          : [
              {
                text: [
                  ...(head.fullName === '' ? [] : [dataText(head.fullName), text(', ')]),
                  dataText(words.positionInProse(head.position, words.shortOffice(facts))),
                ],
              },
            ]),
      ],
    })),
  }
}

/** "Tiến độ 6 tháng", "Tiến độ 9 tháng", else the day. */
function progressTitle({ asOf }: DocumentFacts): Inline {
  const months = asOf.endsWith('-06-30') ? '6' : asOf.endsWith('-09-30') ? '9' : null
  return months === null ? line`Tiến độ đến ${dateRef(asOf)}` : line`Tiến độ ${reference(months, 'label')} tháng`
}

/** "6.448 (59,7%)" */
function progressCell(facts: DocumentFacts, indicator: IndicatorFact, measure: Measure): Inline {
  const telling = tellingOf(facts)
  const result = valueCell(measure, 'result', indicator, telling)
  if (measure.percent === null || indicator.kind === 'ratio') return result
  return [...result, text(' ('), ...valueCell(measure, 'percent', indicator, telling), text(')')]
}
