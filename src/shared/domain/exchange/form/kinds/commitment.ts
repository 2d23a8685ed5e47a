import type { ContentRow } from '../../content.ts'
import { changedRow, filledTable, nameOf, numberOf, textOf, type FormKind } from '../form-kind.ts'

/** The commitment a unit signs: its targets are shown, its signer is filled in. */
export const commitmentForm: FormKind = {
  answer: 'commitment-signed',
  compose(content, facts) {
    const commitments = content.tables['commitments'] ?? []
    const targets = (content.tables['targets'] ?? []).filter(({ cells }) => numberOf(cells, 'value') !== null)
    return {
      title: `CAM KẾT THỰC HIỆN CHỈ TIÊU – ${(facts.planName ?? '').toLocaleUpperCase('vi')}`.replace(/ – $/, ''),
      steps: [
        'Xem các chỉ tiêu ở trang “Chỉ tiêu”, ký bản cam kết trên giấy như thường lệ.',
        'Ở trang “Cam kết”, ghi người ký, chức vụ, ngày ký và số của bản cam kết.',
      ],
      tables: [
        {
          key: 'commitment',
          sheet: 'Cam kết',
          title: 'XÁC NHẬN CAM KẾT',
          notes: [content.head.to.name],
          columns: [
            { key: 'plan', title: 'Kế hoạch', kind: 'text', isOpen: false, width: 30 },
            { key: 'due_on', title: 'Hạn gửi', kind: 'date', isOpen: false, width: 12 },
            {
              key: 'signed_by',
              title: 'Người ký',
              also: ['Họ và tên người ký'],
              kind: 'text',
              isOpen: true,
              width: 26,
            },
            { key: 'signed_position', title: 'Chức vụ', kind: 'text', isOpen: true, width: 20 },
            { key: 'signed_on', title: 'Ngày ký', kind: 'date', isOpen: true, width: 12 },
            { key: 'number', title: 'Số bản cam kết', also: ['Số'], kind: 'text', isOpen: true, width: 18 },
            { key: 'note', title: 'Ghi chú', kind: 'text', isOpen: true, width: 28 },
          ],
          rows: commitments.map(({ id, cells }) => ({
            id,
            cells: {
              plan: facts.planName ?? textOf(cells, 'plan'),
              due_on: textOf(cells, 'due_on') || null,
              ...Object.fromEntries(OPEN.map((name) => [name, textOf(cells, name) || null])),
            },
          })),
          spareRows: 0,
          isDeletable: false,
          knownBy: ['plan'],
        },
        {
          key: 'targets',
          sheet: 'Chỉ tiêu',
          title: 'CÁC CHỈ TIÊU CAM KẾT',
          notes: [content.head.to.name],
          columns: [
            { key: 'tt', title: 'TT', kind: 'count', isOpen: false, width: 5 },
            { key: 'name', title: 'Chỉ tiêu', kind: 'text', isOpen: false, width: 50 },
            { key: 'assigner', title: 'Nơi giao', kind: 'text', isOpen: false, width: 20 },
            { key: 'label', title: 'Đơn vị tính', kind: 'text', isOpen: false, width: 10 },
            { key: 'value', title: 'Chỉ tiêu giao', kind: 'number', isOpen: false, least: null, width: 14 },
          ],
          rows: targets.map(({ id, cells }, index) => {
            const indicator = facts.indicators.find(({ code }) => code === textOf(cells, 'indicator'))
            return {
              id,
              cells: {
                tt: index + 1,
                name: indicator?.name ?? textOf(cells, 'indicator'),
                assigner: nameOf(facts.assigners, textOf(cells, 'assigner')),
                label: indicator?.unitLabel ?? '',
                value: numberOf(cells, 'value'),
              },
            }
          }),
          spareRows: 0,
          isDeletable: false,
          knownBy: [],
          isShownOnly: true,
        },
      ],
      memory: {},
    }
  },
  read({ content }, filled) {
    const sent = new Map((content.tables['commitments'] ?? []).map((row) => [row.id, row]))
    const rows: ContentRow[] = []
    for (const { id, changes } of filledTable(filled, 'commitment')?.rows ?? []) {
      const known = id === null ? undefined : sent.get(id)
      if (known !== undefined) rows.push(changedRow(known, changes))
    }
    return { tables: { commitments: rows }, problems: [] }
  },
}

const OPEN = ['signed_by', 'signed_position', 'signed_on', 'number', 'note'] as const
