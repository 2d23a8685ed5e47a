export const checkText = {
  columns: ['Mức', 'Quy tắc', 'Đang là', 'Phải là', 'Chỗ'],
  severity: { error: 'Sai', warning: 'Xem lại' },
  clean: (rules: string): string => `Văn bản đúng thể thức (${rules}).`,
} as const
