import type { TableWords } from './words.ts'

const VALID = { valid_from: 'Dùng từ ngày', valid_to: 'Dùng đến ngày' } as const
const TARGET_KIND = {
  title: 'Loại chỉ tiêu',
  values: { assigned: 'giao', striving: 'phấn đấu', registered: 'đăng ký', pledged: 'cam kết' },
} as const
const BASIS = { title: 'Cách tính', values: { increment: 'phát sinh', cumulative: 'lũy kế' } } as const

/** Plans, indicators, targets and results. */
export const TARGET_WORDS: Readonly<Record<string, TableWords>> = {
  indicators: {
    one: 'chỉ tiêu trong danh mục',
    name: ['short_name'],
    columns: {
      code: 'Mã',
      name: 'Tên đầy đủ',
      short_name: 'Tên ngắn',
      unit_label: 'Đơn vị tính',
      kind: {
        title: 'Cách cộng dồn',
        values: { flow: 'phát sinh', loss: 'giảm', net: 'tăng thực', stock: 'hiện có', ratio: 'tỷ lệ' },
      },
      formula: 'Cách tính',
      parent_id: 'Là một phần của',
      cut: 'Phần tách riêng',
      side: { title: 'Chỉ tiêu bổ trợ', yesNo: true },
      sort_order: 'Thứ tự',
      ...VALID,
    },
  },
  assigners: {
    one: 'nơi giao',
    name: ['short_name'],
    columns: {
      code: 'Mã',
      name: 'Tên đầy đủ',
      short_name: 'Tên ngắn',
      aliases: 'Tên gọi khác',
      sort_order: 'Thứ tự',
      ...VALID,
    },
  },
  plans: {
    one: 'kế hoạch',
    name: ['name'],
    parts: [['plan_versions', 'plan_id']],
    columns: {
      code: 'Mã',
      kind: {
        title: 'Loại',
        values: { term: 'nhiệm kỳ', year: 'năm', campaign: 'đợt thi đua', phase: 'giai đoạn' },
      },
      name: 'Tên',
      from_date: 'Từ ngày',
      to_date: 'Đến ngày',
      parent_id: 'Nằm trong kế hoạch',
      owner_unit_id: 'Đơn vị lập',
      status: {
        title: 'Tình trạng',
        values: { draft: 'dự thảo', consulting: 'lấy ý kiến', issued: 'đã ban hành', closed: 'đã kết thúc' },
      },
      note: 'Ghi chú',
    },
  },
  plan_versions: {
    one: 'phương án',
    name: ['plan_id', 'name'],
    columns: {
      plan_id: 'Kế hoạch',
      number: 'Số thứ tự',
      name: 'Tên phương án',
      state: {
        title: 'Tình trạng phương án',
        values: {
          draft: 'dự thảo',
          chosen: 'được chọn',
          issued: 'đã ban hành',
          adjusting: 'đang điều chỉnh',
          adjusted: 'đã điều chỉnh',
        },
      },
      based_on: 'Chép từ phương án',
      decision_number: 'Số quyết định',
      decided_on: 'Ngày quyết định',
      decided_by: 'Nơi quyết định',
      effective_on: 'Hiệu lực từ',
      reason: 'Lý do',
      made_at: 'Lập lúc',
    },
  },
  targets: {
    one: 'chỉ tiêu',
    name: ['unit_id', 'indicator_id', 'assigner_id'],
    columns: {
      plan_id: 'Kế hoạch',
      unit_id: 'Đơn vị',
      indicator_id: 'Chỉ tiêu',
      assigner_id: 'Nơi giao',
      kind: TARGET_KIND,
      basis: BASIS,
      value: 'Số giao',
      version: 'Phương án số',
      locked: { title: 'Khóa', yesNo: true },
      decision: 'Quyết định',
      note: 'Ghi chú',
    },
  },
  target_moves: {
    one: 'chỉ tiêu chuyển giữa các đơn vị',
    name: ['indicator_id', 'from_unit_id', 'to_unit_id'],
    columns: {
      plan_id: 'Kế hoạch',
      from_unit_id: 'Từ đơn vị',
      to_unit_id: 'Sang đơn vị',
      indicator_id: 'Chỉ tiêu',
      assigner_id: 'Nơi giao',
      kind: TARGET_KIND,
      value: 'Số chuyển',
      on_date: 'Từ ngày',
    },
  },
  allocations: {
    one: 'lần phân bổ',
    name: ['indicator_id', 'assigner_id'],
    columns: {
      plan_id: 'Kế hoạch',
      indicator_id: 'Chỉ tiêu',
      assigner_id: 'Nơi giao',
      unit_id: 'Đơn vị giao',
      total: 'Tổng số',
      weights: {
        title: 'Chia theo',
        values: {
          nonmembers: 'lao động chưa là đoàn viên',
          enterprises: 'doanh nghiệp chưa có công đoàn',
          workers: 'số lao động',
          previous: 'kết quả năm trước',
          equal: 'chia đều',
          hand: 'tỷ trọng nhập tay',
        },
      },
      made_at: 'Phân bổ lúc',
      version: 'Phương án số',
    },
  },
  reports: {
    one: 'báo cáo',
    name: ['unit_id', 'as_of'],
    parts: [['report_values', 'report_id']],
    columns: {
      unit_id: 'Đơn vị',
      from_date: 'Từ ngày',
      as_of: 'Đến ngày',
      basis: BASIS,
      received_on: 'Nhận ngày',
      status: {
        title: 'Tình trạng',
        values: { draft: 'dự thảo', received: 'đã nhận', accepted: 'đã duyệt', returned: 'trả lại' },
      },
      source: 'Nguồn',
    },
  },
  report_values: {
    one: 'số báo cáo',
    name: ['indicator_id', 'report_id'],
    columns: {
      report_id: 'Báo cáo',
      indicator_id: 'Chỉ tiêu',
      value: 'Số báo cáo',
      qualifier_word: 'Từ trước con số',
      stated_percent: 'Tỷ lệ nêu trong báo cáo',
      file_id: 'Tệp báo cáo',
      sheet: 'Trang tính',
      cell: 'Ô',
      cell_text: 'Trong tệp ghi',
    },
  },
}
