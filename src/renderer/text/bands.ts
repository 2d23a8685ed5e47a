import type { BandMeasure, BandTone } from '#shared/domain/results/bands.ts'

/** Words of the settings of progress: bands and presets of campaigns. */
export const bandsText = {
  title: 'Mức tiến độ',
  intro:
    'Ngưỡng xếp loại tiến độ của các đơn vị. Chương trình thử từ dòng trên xuống và lấy mức đầu tiên đạt được; mỗi mức áp dụng trong khoảng ngày của dòng.',
  usual: 'Cơ quan đang dùng các mức thường dùng. Sửa một ô là lập bảng riêng của cơ quan.',
  restore: 'Dùng lại các mức thường dùng',
  restoreText: 'Các mức riêng của cơ quan sẽ thay bằng các mức thường dùng. Có thể hoàn tác.',
  up: 'Chuyển lên trên',
  down: 'Chuyển xuống dưới',
  hidden: (name: string) =>
    `Không đơn vị nào được xếp “${name}” vì mức đứng trên đã nhận hết. Hãy chuyển mức này lên hoặc sửa ngưỡng.`,
  columns: {
    code: 'Mã',
    name: 'Tên mức',
    measure: 'Tính theo',
    above: 'Kể từ',
    bound: 'Ngưỡng (%)',
    tone: 'Thể hiện như',
    validFrom: 'Áp dụng từ',
    validTo: 'Đến hết',
  },
  boundHint: 'Tính theo tiến độ: 100 là đúng bằng phần thời gian đã qua.',
  measures: {
    percent: 'tỷ lệ đạt chỉ tiêu',
    pace: 'tiến độ so với thời gian',
  } satisfies Record<BandMeasure, string>,
  above: { from: 'từ ngưỡng trở lên', over: 'trên ngưỡng' },
  tones: {
    behind: 'Chậm',
    slow: 'Cần đôn đốc',
    pace: 'Đúng tiến độ',
    reached: 'Đạt',
    exceeded: 'Vượt',
  } satisfies Record<BandTone, string>,
  incomplete: 'Mỗi mức cần tên và ngưỡng. Hãy điền đủ.',
} as const

export const presetsText = {
  title: 'Mẫu đợt thi đua',
  intro:
    'Các đợt mở hằng năm: Tháng Công nhân, tháng cao điểm… Khi mở đợt, chương trình điền sẵn tên, ngày và giai đoạn theo mẫu.',
  add: 'Thêm mẫu',
  edit: 'Sửa mẫu đợt thi đua',
  columns: { name: 'Tên đợt', days: 'Thời gian', phases: 'Giai đoạn', state: 'Mẫu' },
  days: (from: string, to: string) => `${from} đến ${to}`,
  noPhases: 'không chia giai đoạn',
  phase: (name: string, days: string) => `${name}: ${days}`,
  states: { usual: 'thường dùng', changed: 'đã sửa', own: 'của cơ quan' },
  code: 'Mã mẫu',
  name: 'Tên đợt',
  from: 'Từ ngày',
  to: 'Đến hết ngày',
  dayHint: 'Ngày và tháng, ví dụ 1/5.',
  dayWrong: 'Hãy ghi ngày và tháng, ví dụ 1/5.',
  phaseOutside: (name: string) => `${name} nằm ngoài thời gian của đợt. Hãy sửa ngày.`,
  missing: 'Hãy ghi mã và tên đợt.',
  phaseMissing: 'Hãy ghi tên từng giai đoạn.',
  taken: (code: string) => `Đã có mẫu mang mã ${code}. Hãy chọn mã khác.`,
  phaseName: (number: number) => `Giai đoạn ${number}`,
  addPhase: 'Thêm giai đoạn',
  removePhase: (name: string) => `Bỏ ${name}`,
  basis: 'Cách tính chỉ tiêu',
  bases: { increment: 'trong giai đoạn', cumulative: 'cả năm' },
  remove: 'Xóa mẫu',
  restore: 'Dùng lại mẫu thường dùng',
  alreadyUsual: (name: string) =>
    `“${name}” là mẫu thường dùng của chương trình, không xóa được. Đồng chí có thể sửa theo cơ quan mình.`,
  removeText: (name: string) => `Mẫu “${name}” của cơ quan sẽ được xóa. Các đợt đã mở không thay đổi. Có thể hoàn tác.`,
  restoreText: (name: string) =>
    `“${name}” sẽ trở lại như mẫu thường dùng. Các đợt đã mở không thay đổi. Có thể hoàn tác.`,
} as const
