import { formatDate, formatNumber } from '#shared/domain/text/format.ts'

/** How steps over enterprises stand in the history. */
export const ENTERPRISE_LABELS = {
  update: (name: string) => `Sửa doanh nghiệp ${name}`,
  updateMany: (cells: number, rows: number) => `Sửa ${formatNumber(cells)} ô của ${formatNumber(rows)} doanh nghiệp`,
  add: (name: string) => `Thêm doanh nghiệp ${name}`,
  addMany: (rows: number) => `Thêm ${formatNumber(rows)} doanh nghiệp`,
  writeSpan: (cells: number) => `Ghi ${formatNumber(cells)} ô trong Doanh nghiệp`,
  replace: (cells: number) => `Thay thế ${formatNumber(cells)} ô trong Doanh nghiệp`,
  removeOne: (name: string) => `Xóa doanh nghiệp ${name}`,
  remove: (rows: number) => `Xóa ${formatNumber(rows)} doanh nghiệp`,
  stage: (stage: string, rows: number) => `Chuyển ${formatNumber(rows)} doanh nghiệp sang giai đoạn ${stage}`,
  stageEntry: (name: string) => `Sửa lịch sử giai đoạn của ${name}`,
  removeStage: (name: string) => `Xóa một giai đoạn của ${name}`,
  contact: (name: string, day: string) => `Ghi lần tiếp xúc ${name} ngày ${formatDate(day)}`,
  removeContact: (name: string, day: string) => `Xóa lần tiếp xúc ${name} ngày ${formatDate(day)}`,
  assign: (officer: string, rows: number) => `Giao ${officer} phụ trách ${formatNumber(rows)} doanh nghiệp`,
  unassign: (rows: number) => `Bỏ phân công ${formatNumber(rows)} doanh nghiệp`,
  freeze: (name: string, frozen: boolean) => `${frozen ? 'Chốt' : 'Mở chốt'} đợt khảo sát ${name}`,
  renameRound: (name: string) => `Sửa đợt khảo sát ${name}`,
  sizeBands: () => 'Sửa các mức quy mô doanh nghiệp',
  join: (name: string, other: string) => `Nhập ${other} vào ${name}`,
  different: (name: string, other: string) => `Ghi nhận ${name} và ${other} là hai doanh nghiệp`,
} as const

/** What doubles have in common. */
export const DUPLICATE_REASONS = {
  taxRoot: (root: string) => `Cùng mã số thuế gốc ${root}`,
  namePlace: () => 'Cùng tên, cùng đơn vị',
  nameOtherTaxCode: () => 'Cùng tên nhưng mã số thuế khác',
  similarName: (share: number) => `Tên gần giống nhau (${formatNumber(share)}%)`,
  samePhone: () => 'Cùng số điện thoại',
} as const

export const KEPT_REASONS = {
  inUse: 'Còn số liệu khác gắn với doanh nghiệp này, như công đoàn cơ sở hoặc chi nhánh.',
} as const
