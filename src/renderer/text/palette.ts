import { formatDatePadded } from '#shared/domain/text/format.ts'

/** Words of the search over everything (Ctrl+K). */
export const paletteText = {
  button: 'Tìm',
  keys: 'Ctrl+K',
  label: 'Tìm và làm',
  placeholder: 'Tìm đơn vị, doanh nghiệp, văn bản, việc cần làm… (không cần gõ dấu)',
  results: 'Kết quả tìm',
  none: (text: string) => `Không tìm thấy “${text}”. Hãy thử ít chữ hơn hoặc chữ khác.`,
  hint: '↑ ↓ để chọn · Enter để mở · Esc để đóng',
  groups: {
    recent: 'Vừa dùng',
    unit: 'Đơn vị',
    enterprise: 'Doanh nghiệp',
    union: 'Công đoàn cơ sở',
    person: 'Người',
    document: 'Văn bản',
    plan: 'Kế hoạch',
    indicator: 'Chỉ tiêu',
    action: 'Việc làm',
    screen: 'Trang',
  },
  goTo: (screen: string) => `Đến trang ${screen}`,
  choosePlan: (plan: string) => `Xem theo ${plan}`,
  chooseAsOf: (date: string) => `Xem số liệu đến ngày ${formatDatePadded(date)}`,
  onScreen: (screen: string) => `trang ${screen}`,
  count: (count: number) => (count === 0 ? 'Không có kết quả' : `${count} kết quả`),
} as const
