import type { ContentRow } from '../../content.ts'
import { changedRow, filledTable, textOf, type FormKind } from '../form-kind.ts'

/** What was asked back of a report: the figure in question with the reason, and room for the right one. */
export const returnForm: FormKind = {
  answer: 'report',
  compose(content) {
    const questions = content.tables['returned_cells'] ?? []
    return {
      title: `ĐỀ NGHỊ KIỂM TRA LẠI SỐ LIỆU – ${content.head.to.name.toLocaleUpperCase('vi')}`,
      steps: [
        'Mỗi dòng là một số liệu cần xem lại; lý do ghi ở cột “Nội dung hỏi”.',
        'Nếu số đã báo cáo đúng, ghi giải trình ở cột “Trả lời”. Nếu chưa đúng, ghi số đúng và lý do.',
      ],
      tables: [
        {
          key: 'questions',
          sheet: 'Cần kiểm tra',
          title: 'CÁC SỐ LIỆU CẦN KIỂM TRA LẠI',
          notes: [content.head.to.name],
          columns: [
            { key: 'tt', title: 'TT', kind: 'count', isOpen: false, width: 5 },
            { key: 'title', title: 'Số liệu', kind: 'text', isOpen: false, width: 40 },
            { key: 'said', title: 'Đã báo cáo', kind: 'text', isOpen: false, width: 16 },
            { key: 'reason', title: 'Nội dung hỏi', kind: 'text', isOpen: false, width: 40 },
            { key: 'value', title: 'Số đúng', kind: 'number', isOpen: true, least: null, width: 14 },
            { key: 'answer', title: 'Trả lời', kind: 'text', isOpen: true, width: 44 },
          ],
          rows: questions.map(({ id, cells }, index) => ({
            id,
            cells: {
              tt: index + 1,
              title: textOf(cells, 'title'),
              said: textOf(cells, 'said') || null,
              reason: textOf(cells, 'reason'),
              value: null,
              answer: textOf(cells, 'answer') || null,
            },
          })),
          spareRows: 0,
          isDeletable: false,
          knownBy: [],
        },
      ],
      memory: {},
    }
  },
  read({ content }, filled, { day }) {
    const sent = new Map((content.tables['returned_cells'] ?? []).map((row) => [row.id, row]))
    const values = new Map((content.tables['report_values'] ?? []).map((row) => [row.id, row]))
    const questions: ContentRow[] = []
    const corrected: ContentRow[] = []
    for (const { id, changes } of filledTable(filled, 'questions')?.rows ?? []) {
      const question = id === null ? undefined : sent.get(id)
      if (question === undefined) continue
      const { answer, value } = changes
      const said: Record<string, string | number | null> = {}
      if (answer !== undefined) said['answer'] = answer
      if (typeof value === 'number') {
        said['corrected'] = value
        const row = values.get(textOf(question.cells, 'row_id'))
        if (row !== undefined) corrected.push(changedRow(row, { value, qualifier: null, qualifier_word: null }))
      }
      if (Object.keys(said).length > 0) said['answered_on'] = day
      questions.push(changedRow(question, said))
    }
    return {
      tables: { returned_cells: questions, ...(corrected.length > 0 ? { report_values: corrected } : {}) },
      problems: [],
    }
  },
}
