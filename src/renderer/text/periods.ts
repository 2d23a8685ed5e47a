import { formatDate, formatNumber } from '#shared/domain/text/format.ts'

/** Words of closing periods and the reporting calendar, on the screen Kết quả. */
export const periodsText = {
  action: 'Khóa kỳ',
  title: 'Kỳ báo cáo',
  tabs: { periods: 'Kỳ báo cáo', adjustments: 'Số điều chỉnh', log: 'Nhật ký khóa kỳ', calendar: 'Lịch báo cáo' },
  table: 'Các kỳ báo cáo của năm',
  columns: {
    name: 'Kỳ',
    from: 'Từ ngày',
    to: 'Đến ngày',
    due: 'Hạn gửi',
    reported: 'Đã báo cáo',
    state: 'Tình trạng',
    adjustments: 'Số điều chỉnh',
    act: 'Việc',
  },
  reported: (reported: number, expected: number) => `${formatNumber(reported)}/${formatNumber(expected)}`,
  closed: (on: string | null, by: string | null) =>
    `đã khóa${on === null ? '' : ` ngày ${formatDate(on)}`}${by === null || by === '' ? '' : `, ${by}`}`,
  closedWithin: (from: string, to: string) => `khóa theo kỳ ${formatDate(from)} – ${formatDate(to)}`,
  open: 'đang mở',
  close: 'Khóa',
  reopen: 'Mở lại',
  closeTitle: (name: string) => `Khóa kỳ ${name}`,
  closeText: (from: string, to: string) =>
    `Sau khi khóa, số liệu của các báo cáo đến ngày trong khoảng ${formatDate(from)} – ${formatDate(to)} không sửa trực tiếp được nữa; thay đổi sau đó được ghi riêng là số điều chỉnh, kèm lý do.`,
  reopenTitle: (name: string) => `Mở lại kỳ ${name}`,
  reopenText: 'Mở lại kỳ để sửa trực tiếp số liệu. Hãy ghi lý do; lý do được giữ trong nhật ký.',
  reason: 'Lý do',
  reasonHint: 'Không bắt buộc.',
  reasonMissing: 'Hãy ghi lý do mở lại kỳ.',
  noAdjustments: 'Chưa có số điều chỉnh nào.',
  noLog: 'Chưa khóa kỳ nào.',
  adjustmentColumns: {
    unit: 'Đơn vị',
    indicator: 'Chỉ tiêu',
    asOf: 'Đến ngày',
    before: 'Số đã khóa',
    after: 'Số điều chỉnh',
    reason: 'Lý do',
    on: 'Ngày',
    by: 'Người điều chỉnh',
  },
  noneBefore: 'chưa có',
  logColumns: { on: 'Ngày', action: 'Việc', period: 'Kỳ', by: 'Người làm', reason: 'Lý do' },
  actions: { close: 'khóa kỳ', reopen: 'mở lại kỳ' },
  span: (from: string, to: string) => `${formatDate(from)} – ${formatDate(to)}`,
  calendar: {
    usual:
      'Đang dùng lịch thông thường; sửa hoặc thêm một kỳ là có lịch riêng của cơ quan. Năm báo cáo chung (01/01 hay 01/12) chọn ở Cài đặt, mục Cơ quan.',
    columns: { kind: 'Kỳ', year: 'Năm báo cáo', due: 'Hạn gửi', from: 'Dùng từ ngày', to: 'Dùng đến ngày' },
    kinds: { week: 'Tuần', month: 'Tháng', quarter: 'Quý', half: '6 tháng', nine: '9 tháng', year: 'Năm' },
    years: { '01-01': '01/01 đến 31/12', '12-01': '01/12 năm trước đến 30/11' } as Readonly<Record<string, string>>,
    due: (days: number) =>
      days === 0
        ? 'ngày cuối kỳ'
        : days > 0
          ? `${formatNumber(days)} ngày sau kỳ`
          : `${formatNumber(-days)} ngày trước khi hết kỳ`,
    add: 'Thêm kỳ phải báo cáo',
    edit: 'Sửa kỳ phải báo cáo',
    kind: 'Kỳ',
    year: 'Năm báo cáo',
    dueDays: 'Hạn gửi: số ngày sau khi hết kỳ',
    dueHint: 'Số âm: trước khi hết kỳ.',
    from: 'Dùng từ ngày',
    to: 'Dùng đến ngày',
    remove: 'Xóa khỏi lịch báo cáo',
    removeText: (kind: string) => `Xóa kỳ “${kind}” khỏi lịch báo cáo?`,
  },
  /** Typing over a figure of a closed period. */
  adjust: {
    title: 'Kỳ đã khóa',
    reason: 'Lý do điều chỉnh',
    submit: 'Ghi số điều chỉnh',
    reasonMissing: 'Hãy ghi lý do điều chỉnh.',
  },
} as const
