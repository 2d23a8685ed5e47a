/** Words of the window that says how many members founding a union takes. */
export const unionRulesText = {
  action: 'Mức tối thiểu',
  title: 'Số đoàn viên tối thiểu khi thành lập',
  intro:
    'Mỗi dòng có hiệu lực trong những ngày ghi ở bên; quyết định thành lập được so với mức của ngày đó. Muốn đổi mức thì ghi ngày kết thúc cho dòng cũ và thêm dòng mới.',
  table: 'Bảng mức tối thiểu',
  columns: { type: 'Loại hình', members: 'Số đoàn viên', from: 'Từ ngày', to: 'Đến ngày' },
  earliest: 'Ngày thành lập sớm nhất được coi là đúng',
  incomplete: 'Mỗi dòng cần có loại hình và số đoàn viên.',
  noDay: 'Hãy điền ngày thành lập sớm nhất.',
} as const
