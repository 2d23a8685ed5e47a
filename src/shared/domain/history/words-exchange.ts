import type { TableWords } from './words.ts'

/** What travels between offices, and what came of it. */
export const EXCHANGE_WORDS: Readonly<Record<string, TableWords>> = {
  // How rows stood when they last travelled: for the program alone.
  exchange_rows: {
    one: 'bản ghi trao đổi',
    name: [],
    columns: { cells: null, stamp: null, count: null, source: null },
  },
  exchange_aliases: {
    one: 'mã dòng ở nơi khác',
    name: [],
    columns: { table_name: null, row_id: null, alias_id: null },
  },
  exchange_clashes: {
    one: 'chỗ hai bên cùng sửa',
    name: [],
    columns: {
      package_id: null,
      table_name: null,
      row_id: null,
      column_name: null,
      base: null,
      theirs: null,
      dot_site: null,
      dot_count: null,
      their_unit: 'Đơn vị sửa',
      their_who: 'Người sửa',
      their_at: null,
      decides: null,
    },
  },
  target_opinions: {
    one: 'ý kiến về chỉ tiêu',
    name: ['unit_id', 'indicator_id'],
    columns: {
      plan_id: 'Kế hoạch',
      unit_id: 'Đơn vị',
      indicator_id: 'Chỉ tiêu',
      assigner_id: 'Nơi giao',
      kind: {
        title: 'Loại chỉ tiêu',
        values: { assigned: 'giao', striving: 'phấn đấu', registered: 'đăng ký', pledged: 'cam kết' },
      },
      version: 'Phương án',
      drafted: 'Số dự thảo',
      proposed: 'Số đề nghị',
      agreed: { title: 'Thống nhất', yesNo: true },
      note: 'Ý kiến',
      given_by: 'Người cho ý kiến',
      given_on: 'Ngày cho ý kiến',
    },
  },
  commitments: {
    one: 'bản cam kết',
    name: ['unit_id', 'plan_id'],
    columns: {
      plan_id: 'Kế hoạch',
      unit_id: 'Đơn vị',
      asked_on: 'Ngày gửi',
      due_on: 'Hạn ký',
      signed_on: 'Ngày ký',
      signed_by: 'Người ký',
      signed_position: 'Chức vụ',
      number: 'Số',
      note: 'Ghi chú',
    },
  },
}
