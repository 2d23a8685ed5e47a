import type { TableWords } from './words.ts'

/** Files results came in, the reporting calendar, closed periods and what was adjusted in them. */
export const REPORT_WORDS: Readonly<Record<string, TableWords>> = {
  report_files: {
    one: 'tệp báo cáo',
    name: ['name'],
    columns: {
      name: 'Tên tệp',
      size: 'Cỡ tệp',
      taken_on: 'Nhận ngày',
      consolidated: { title: 'Bảng tổng hợp', yesNo: true },
    },
  },
  report_wordings: {
    one: 'cách gọi trong báo cáo',
    name: ['wording'],
    columns: {
      kind: { title: 'Loại', values: { indicator: 'chỉ tiêu', unit: 'đơn vị' } },
      wording: 'Cách gọi',
      indicator_id: 'Chỉ tiêu',
      unit_id: 'Đơn vị',
    },
  },
  check_notes: {
    one: 'giải thích điều cần xem',
    name: ['subject'],
    columns: {
      finding: 'Mã điều cần xem',
      rule: 'Loại kiểm tra',
      subject: 'Nơi',
      message: 'Nội dung',
      note: 'Giải thích',
      noted_on: 'Ngày giải thích',
      noted_by: 'Người giải thích',
    },
  },
  reporting_calendars: {
    one: 'kỳ báo cáo phải gửi',
    name: ['kind', 'year_start'],
    columns: {
      kind: {
        title: 'Kỳ',
        values: { week: 'tuần', month: 'tháng', quarter: 'quý', half: '6 tháng', nine: '9 tháng', year: 'năm' },
      },
      year_start: 'Năm báo cáo bắt đầu',
      due_days: 'Hạn gửi sau số ngày',
      valid_from: 'Dùng từ ngày',
      valid_to: 'Dùng đến ngày',
    },
  },
  period_closings: {
    one: 'lần khóa kỳ',
    name: ['from_date', 'to_date'],
    columns: {
      from_date: 'Từ ngày',
      to_date: 'Đến ngày',
      action: { title: 'Việc', values: { close: 'khóa kỳ', reopen: 'mở lại kỳ' } },
      done_on: 'Ngày làm',
      done_by: 'Người làm',
      reason: 'Lý do',
    },
  },
  report_adjustments: {
    one: 'số điều chỉnh',
    name: ['indicator_id', 'report_id'],
    columns: {
      report_id: 'Báo cáo',
      indicator_id: 'Chỉ tiêu',
      value_before: 'Số đã khóa',
      word_before: 'Từ trước số đã khóa',
      value_after: 'Số điều chỉnh',
      word_after: 'Từ trước số điều chỉnh',
      reason: 'Lý do',
      made_on: 'Ngày điều chỉnh',
      made_by: 'Người điều chỉnh',
    },
  },
}
