import { formatDate, formatNumber } from '#shared/domain/text/format.ts'

/** Words of the frame around every screen. */
export const frameText = {
  screens: {
    overview: 'Tổng quan',
    units: 'Đơn vị',
    enterprises: 'Doanh nghiệp',
    unions: 'CĐCS',
    targets: 'Chỉ tiêu',
    results: 'Kết quả',
    documents: 'Văn bản',
    settings: 'Cài đặt',
  },
  navigation: 'Các trang',
  topBar: 'Phạm vi số liệu',
  statusBar: 'Trạng thái',
  notices: 'Thông báo',

  province: 'Dữ liệu của cơ quan',
  sampleMark: 'dữ liệu mẫu',
  newFile: 'Lập dữ liệu mới…',
  openFile: 'Mở tệp dữ liệu…',
  openSample: 'Mở tỉnh mẫu',
  copyFile: 'Lưu bản sao thành…',
  backUp: 'Sao lưu ngay',
  showFile: 'Mở thư mục chứa tệp dữ liệu',
  copyName: (province: string) => `${province} (bản sao).chitieu-db`,
  copied: (file: string) => `Đã lưu bản sao: ${file}`,
  backedUp: (file: string) => `Đã sao lưu: ${file}`,
  opened: (province: string) => `Đã mở dữ liệu của ${province}.`,

  plan: 'Kế hoạch',
  noPlan: 'Chưa có kế hoạch',
  newPlan: 'Lập kế hoạch mới…',
  editPlan: 'Sửa kế hoạch này…',
  asOf: (date: string) => `Đến ngày ${formatDate(date)}`,
  asOfLabel: 'Số liệu tính đến ngày',
  asOfToday: 'Hôm nay',
  asOfApply: 'Xem',

  saved: (time: string) => `Đã lưu ${time}`,
  savedOn: (time: string, date: string) => `Đã lưu ${time} ngày ${formatDate(date)}`,
  saving: 'Đang lưu…',
  nothingToSave: 'Chưa có thay đổi',
  unsavedCells: (count: number) => `${formatNumber(count)} ô chưa ghi được`,
  allSaved: (time: string) => `Mọi thay đổi đã được lưu lúc ${time}. Chương trình tự lưu sau mỗi lần sửa.`,
  someUnsaved: (count: number) =>
    `Còn ${formatNumber(count)} ô chưa ghi được vì nội dung chưa đúng. Hãy sửa các ô được đánh dấu đỏ.`,

  selection: (cells: number) => `Chọn ${formatNumber(cells)} ô`,
  sum: (sum: number) => `Tổng ${formatNumber(sum)}`,
  average: (average: number) => `TB ${formatNumber(average)}`,
  warnings: (count: number) => `${formatNumber(count)} cảnh báo`,
  noWarnings: 'Không có cảnh báo',
  undo: (label: string) => `Hoàn tác: ${label}`,
  undone: (label: string) => `Đã hoàn tác: ${label}.`,
  redone: (label: string) => `Đã làm lại: ${label}.`,
  keptCells: (count: number) => `Giữ nguyên ${formatNumber(count)} ô đã được sửa sau đó.`,

  working: 'Đang thực hiện',
  cancelling: 'Đang dừng…',
  progressOf: (done: number, total: number) => `${formatNumber(done)} / ${formatNumber(total)}`,

  crashed: (incident: string) => `Có lỗi ngoài dự kiến (mã ${incident}). Dữ liệu của đồng chí vẫn còn nguyên.`,
  crashedHint: 'Hãy tải lại trang này. Nếu vẫn gặp lỗi, đồng chí đóng rồi mở lại chương trình.',
  reload: 'Tải lại',
  starting: 'Đang mở dữ liệu…',
} as const
