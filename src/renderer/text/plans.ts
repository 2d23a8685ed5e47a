/** Words of plans and of the dialog that makes one. */
export const plansText = {
  newPlan: 'Lập kế hoạch mới',
  kind: 'Loại kế hoạch',
  kinds: {
    year: 'Kế hoạch năm',
    campaign: 'Đợt thi đua',
    phase: 'Giai đoạn của đợt',
    term: 'Kế hoạch nhiệm kỳ',
  },
  year: 'Năm',
  code: 'Mã',
  codeHint: 'Ngắn, không dấu cách; dùng trong tên tệp. Ví dụ 2026.',
  codeMissing: 'Hãy điền mã của kế hoạch.',
  datesMissing: 'Hãy điền ngày bắt đầu và ngày kết thúc.',
  name: 'Tên',
  nameHint: 'Để trống thì lấy tên theo loại và năm.',
  parent: 'Thuộc kế hoạch',
  noParent: '(không)',
  create: 'Lập kế hoạch',
  created: (name: string) => `Đã lập ${name}.`,
} as const
