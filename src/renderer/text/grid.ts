import { formatNumber } from '#shared/domain/text/format.ts'

/** Words of every table. */
export const gridText = {
  noRows: 'Không có dòng nào phù hợp.',
  loading: 'Đang tải…',
  notNumber: (text: string) => `“${text}” không phải là số. Hãy nhập số, ví dụ 1.348.`,
  notWhole: (text: string) => `“${text}” có phần lẻ. Hãy nhập số nguyên, ví dụ 1.348.`,
  negative: (text: string) => `“${text}” nhỏ hơn 0. Hãy nhập số từ 0 trở lên.`,
  notDate: (text: string) => `“${text}” không phải là ngày. Hãy nhập theo dạng ngày/tháng/năm, ví dụ 30/6/2024.`,
  notChoice: (text: string, choices: string) => `“${text}” không có trong danh sách. Hãy chọn: ${choices}.`,
  notSaved: 'Chưa ghi được ô này.',
  problemAt: (column: string, reason: string) => `Cột ${column}: ${reason}`,
  readOnlyCells: (count: number) => `${formatNumber(count)} ô chỉ để xem nên giữ nguyên.`,
  pasteTooWide: 'Phần dán vượt ra ngoài bảng; chỉ dán các ô nằm trong bảng.',
  menuLabel: 'Việc có thể làm với dòng này',
  expand: 'Mở nhóm',
  collapse: 'Thu gọn nhóm',
} as const
