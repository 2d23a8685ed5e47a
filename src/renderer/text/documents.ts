import { formatDate, formatNumber } from '#shared/domain/text/format.ts'

/** Words of the screen Văn bản. */
export const documentsText = {
  title: 'Văn bản',
  gallery: 'Soạn văn bản mới',
  hints: {
    'ke-hoach-nam': 'Kế hoạch phát triển đoàn viên, thành lập CĐCS, kèm phụ lục giao chỉ tiêu.',
    'phu-luc-chi-tieu': 'Riêng phụ lục giao chỉ tiêu cho các đơn vị, khổ ngang.',
    'cam-ket-tinh-uy': 'Bản cam kết với Ban Thường vụ cấp ủy về các chỉ tiêu trong năm.',
    'bao-cao-tien-do': 'Tiến độ thực hiện chỉ tiêu đến một ngày, kèm phụ lục theo đơn vị.',
    'bao-cao-cam-ket': 'Kết quả thực hiện bản cam kết đến một ngày.',
  },
  defaultHint: 'Số liệu lấy từ dữ liệu đang mở.',
  make: 'Soạn',
  made: 'Văn bản đã tạo',
  empty: 'Chưa có văn bản nào. Chọn một loại ở trên để soạn; tệp Word được lưu vào thư mục đồng chí chọn.',
  noPlanText: 'Văn bản lấy số liệu của một kế hoạch. Hãy lập kế hoạch trước.',
  goToTargets: 'Đến trang Chỉ tiêu',
  columns: { title: 'Văn bản', plan: 'Kế hoạch', asOf: 'Số liệu đến ngày', madeAt: 'Tạo lúc', file: 'Tệp', open: 'Mở' },
  fileGone: 'tệp không còn ở chỗ cũ',

  dialog: {
    title: (name: string) => `Soạn: ${name}`,
    plan: 'Kế hoạch',
    asOf: 'Số liệu tính đến ngày',
    fileName: 'Tên tệp',
    folder: 'Lưu vào',
    chooseFile: 'Chọn nơi lưu…',
    problems: 'Cần xem lại trước khi ký',
    problemNone: 'Đã đủ thông tin để soạn.',
    mend: {
      settings: 'Mở Cài đặt',
      targets: 'Mở Chỉ tiêu',
      results: 'Mở Kết quả',
      units: 'Mở Đơn vị',
    },
    submit: 'Tạo văn bản',
    missing: 'Hãy chọn kế hoạch, ngày và tên tệp.',
    job: (name: string) => `Tạo văn bản: ${name}`,
    otherName: (name: string) => `Lưu với tên “${name}”`,
    done: (name: string, figures: number) => `Đã tạo ${name}. Văn bản in ${formatNumber(figures)} số liệu từ dữ liệu.`,
    doneProblems: (count: number) => `${formatNumber(count)} điều cần xem lại trước khi ký.`,
  },
  day: (date: string) => formatDate(date),
} as const
