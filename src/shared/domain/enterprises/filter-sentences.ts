/** What is wrong with a condition somebody wrote; stands behind "Điều kiện “…” chưa đúng: ". */
export const FILTER_FAULTS = {
  noSign: () => 'cần một phép so sánh, ví dụ workers>=25, union=no, name~ha long, phone empty',
  noValue: () => 'thiếu giá trị để so sánh',
  notNumber: (text: string) => `“${text}” không phải là số`,
  notDate: (text: string) => `“${text}” không phải là ngày`,
  reversed: (from: string, to: string) => `“${from}” lớn hơn “${to}”; hãy ghi từ nhỏ đến lớn`,
  notFlag: (text: string) => `“${text}” không phải là có hoặc không`,
  notOrdered: () => 'cột này không so sánh lớn, nhỏ được; hãy dùng = hoặc ~',
  unknownChoice: (text: string, known: string) => `không có “${text}”${known === '' ? '' : `; các giá trị: ${known}`}`,
} as const
