import type { DocumentFacts } from '#shared/domain/documents/facts.ts'
import { pledgeOf, previousOf } from '#shared/domain/documents/pledge.ts'
import type { Block, OfficialDocument, TableBlock } from '#shared/domain/documents/tree.ts'
import { dataText, type Inline, line, reference } from '#shared/domain/wording/parts.ts'
import { numberCell, previousFigure, valueCell } from '../../pieces/cells.ts'
import { bases, pact } from '../../pieces/office.ts'
import { body, createNumbering, item, tellingOf } from '../../pieces/telling.ts'
import { officialDocument } from '../../pieces/official.ts'
import * as words from './wording.ts'

/** Bản cam kết of a unit with the one above it; both parties sign. */
export function composeCamKetDonVi(facts: DocumentFacts): OfficialDocument {
  const numbering = createNumbering()
  const subject = words.subject(facts)
  const table = pledgeTable(facts)
  return officialDocument(facts, {
    type: 'cam-ket-don-vi',
    words,
    subject,
    keywords: ['cam kết', 'phát triển đoàn viên', 'công đoàn cơ sở', facts.plan.code, facts.scope.unit.code],
    addressee: facts.scope.superior,
    content: [
      ...bases(facts),
      body(words.opening(facts)),
      numbering.first('CHỈ TIÊU CAM KẾT'),
      ...table,
      numbering.first('TRÁCH NHIỆM CỦA ĐƠN VỊ'),
      ...words.duties(facts).map(item),
      ...words.responsibility(facts).map(item),
      numbering.first('TRÁCH NHIỆM CỦA CÔNG ĐOÀN CẤP TRÊN'),
      ...words.superiorDuties(facts).map(item),
      body(words.closing()),
    ],
    closing: pact(facts),
    titleTail: ` của ${facts.scope.organisation}`,
  })
}

/** TT | Chỉ tiêu | ĐVT | Thực hiện năm trước | Cam kết. */
function pledgeTable(facts: DocumentFacts): Block[] {
  const telling = tellingOf(facts)
  const rows = pledgeOf(facts).measures.flatMap((measure) => {
    const indicator = facts.indicators.find((candidate) => candidate.code === measure.indicator)
    return indicator === undefined ? [] : [{ indicator, measure, before: previousOf(facts, indicator) }]
  })
  if (rows.length === 0) return []
  const hasBefore = rows.some((row) => row.before !== undefined && row.before.result !== null)
  const before: Inline = facts.previous === null ? [] : line`Thực hiện năm ${reference(facts.previous.label, 'year')}`
  const table: TableBlock = {
    kind: 'table',
    id: 'cam-ket',
    columns: [
      { id: 'tt', align: 'center' },
      { id: 'indicator', align: 'left', grows: true },
      { id: 'unit', align: 'center' },
      ...(hasBefore ? [{ id: 'before', align: 'right' as const }] : []),
      { id: 'pledged', align: 'right' },
    ],
    header: [
      [
        { text: line`TT` },
        { text: line`Chỉ tiêu` },
        { text: line`ĐVT` },
        ...(hasBefore ? [{ text: before }] : []),
        { text: line`Cam kết` },
      ],
    ],
    rows: rows.map(({ indicator, measure, before: earlier }, index) => ({
      kind: 'row' as const,
      cells: [
        numberCell(index + 1),
        { text: [dataText(indicator.name)] },
        { text: [dataText(indicator.unitLabel)] },
        ...(hasBefore ? [{ text: previousFigure(facts, indicator, earlier) }] : []),
        { text: valueCell(measure, 'target', indicator, telling), bold: true },
      ],
    })),
  }
  return [{ kind: 'paragraph', role: 'caption', text: line`${words.TABLE_TITLE}` }, table]
}
