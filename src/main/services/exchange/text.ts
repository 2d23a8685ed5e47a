import type { ContentPeriod } from '#shared/domain/exchange/content.ts'
import { formatDate, formatNumber } from '#shared/domain/text/format.ts'

/** How steps of the exchange stand in the history, and what a running one says of itself. */
export const EXCHANGE_LABELS = {
  make: (kind: string, to: string) => `Lập tệp ${kind} gửi ${to}`,
  apply: (kind: string, from: string, sequence: number) =>
    sequence === 0 ? `Nhận ${kind} của ${from}` : `Nhận ${kind} số ${sequence} của ${from}`,
  transfer: (count: number, to: string) => `Chuyển ${formatNumber(count)} đơn vị sang ${to}`,
  ask: (to: string) => `Lập bản cam kết gửi ${to}`,
  decide: (count: number) => `Quyết định ${formatNumber(count)} chỗ hai bên cùng sửa`,
  opinion: (unit: string, indicator: string) => `Ghi ý kiến của ${unit} về ${indicator}`,
  sign: (unit: string) => `Ký cam kết của ${unit}`,
} as const

export const EXCHANGE_STEPS = {
  gathering: 'Đang gom số liệu',
  writing: 'Đang ghi tệp',
  reading: 'Đang đọc tệp',
  comparing: 'Đang đối chiếu với dữ liệu',
} as const

export const GAP_SENTENCES = {
  unknown: (id: string) => `cần nhận trước một tệp khác của nơi gửi (mã ${id}).`,
  numbered: (sequence: number, from: string, day: string) =>
    `cần nhận trước tệp số ${sequence} lập ngày ${day} của ${from}, hoặc đề nghị gửi lại đầy đủ.`,
  waiting: (sequence: number, from: string) => `tệp số ${sequence} của ${from} đã nhận nhưng cũng đang chờ.`,
  undone: (sequence: number, from: string) =>
    `tệp số ${sequence} của ${from} đã được hoàn tác. Hãy nhận lại tệp đó hoặc đề nghị gửi lại đầy đủ.`,
} as const

export const EMPTY_WHY = {
  nothing: 'đơn vị này chưa có số liệu loại này.',
  report: 'kỳ này chưa có số liệu báo cáo nào.',
  opinions: 'chưa có ý kiến nào được ghi.',
  commitment: 'chưa ký bản cam kết nào.',
  questions: 'chưa có ô nào được trả lại.',
} as const

export const ROW_PROBLEMS = {
  unknownReference: (what: string) => `Gắn với ${what} chưa có ở đây nên chưa nhận dòng này.`,
  unknownCode: (code: string) => `Mã “${code}” chưa có trong danh mục nên chưa nhận ô này.`,
  keyTaken: (value: string, name: string) => `“${value}” đang thuộc “${name}” nên chưa nhận ô này.`,
  inUse: 'Đang có số liệu khác gắn với dòng này nên chưa xóa.',
  notEmpty: 'Ô này không để trống được nên chưa nhận.',
  notTheirs: (title: string) => `“${title}” là của nơi khác nên giữ như đang có ở đây.`,
  unitEnded: (title: string, more: number, unit: string, day: string) =>
    `“${title}”${more === 0 ? '' : ` và ${formatNumber(more)} dòng mới khác`} thuộc ${unit}, đã hết hoạt động từ ngày ${day}. Hãy chuyển sang đơn vị mới.`,
  newTable: (table: string) => `Phần “${table}” chỉ có ở phiên bản mới hơn nên bỏ qua.`,
} as const

/** Where both sides have a row of their own birth, nothing stood there before. */
export const NOT_THERE = 'chưa có'

export function sayPeriod({ from, to }: ContentPeriod): string {
  return `${formatDate(from)} – ${formatDate(to)}`
}
