import type { PlanVersionRow } from '#shared/contract/plan-versions.ts'
import { formatDate, formatNumber } from '#shared/domain/text/format.ts'

/** Words of the command line about versions of a plan. */
export const VERSION_STATE_WORDS: Readonly<Record<PlanVersionRow['state'], string>> = {
  draft: 'dự thảo',
  chosen: 'dự thảo đang dùng',
  issued: 'đã ban hành',
  adjusting: 'đang điều chỉnh',
  adjusted: 'điều chỉnh đã ban hành',
}

export const versionWords = {
  columns: ['Số', 'Tên', 'Tình trạng', 'Lập từ', 'Quyết định', 'Ngày', 'Hiệu lực từ', 'Số chỉ tiêu', 'Đang dùng'],
  inForce: 'đang dùng',
  copied: 'Đã lập',
  chosen: 'Đã chọn',
  renamed: 'Đã đổi tên',
  adjusting: 'Đã lập bản điều chỉnh, chưa ban hành',
  issued: 'Đã ban hành',
  dropped: (name: string, current: string) => `Đã xóa ${name}. Phương án đang dùng: ${current}`,
  locked: (count: number) => `Đã khóa ${formatNumber(count)} ô`,
  unlocked: (count: number) => `Đã mở khóa ${formatNumber(count)} ô`,
  setForm: 'ĐƠN-VỊ:CHỈ-TIÊU=SỐ',
  compare: {
    unit: 'Đơn vị',
    indicator: 'Chỉ tiêu',
    assigner: 'Nơi giao',
    difference: 'Chênh lệch',
    percent: 'Tỷ lệ',
    differing: (count: number) =>
      count === 0 ? 'Hai phương án giống nhau.' : `${formatNumber(count)} chỉ tiêu khác nhau.`,
  },
} as const

/** "Điều chỉnh lần 1 (số 2), Quyết định 45/QĐ-LĐLĐ, hiệu lực từ 01/07/2024". */
export function describeVersion(row: PlanVersionRow): string {
  const parts = [`${row.name} (số ${row.number})`]
  if (row.decisionNumber !== null) parts.push(`Quyết định ${row.decisionNumber}`)
  if (row.effectiveOn !== null) parts.push(`hiệu lực từ ${formatDate(row.effectiveOn)}`)
  return parts.join(', ')
}
