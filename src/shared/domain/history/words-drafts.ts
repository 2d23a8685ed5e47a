import type { TableWords } from './words.ts'

export const DRAFT_WORDS: Readonly<Record<string, TableWords>> = {
  document_drafts: {
    one: 'bản thảo văn bản',
    name: ['title'],
    columns: {
      type: 'Loại văn bản',
      title: 'Trích yếu',
      plan_id: 'Kế hoạch',
      unit_id: 'Đơn vị',
      as_of: 'Số liệu đến ngày',
      rule_set: 'Thể thức theo',
      period: 'Kỳ báo cáo',
      union_id: 'Công đoàn cơ sở',
      section_order: 'Thứ tự các phần',
      document_id: 'Tệp đã tạo',
      opened_at: 'Soạn từ lúc',
    },
    parts: [['draft_sections', 'draft_id']],
  },
  draft_sections: {
    one: 'phần của bản thảo',
    name: ['heading', 'section_key'],
    columns: {
      draft_id: 'Bản thảo',
      section_key: 'Phần',
      part: {
        title: 'Loại phần',
        values: {
          subject: 'trích yếu',
          addressees: 'kính gửi',
          lead: 'phần mở đầu',
          heading: 'mục',
          article: 'điều',
          closing: 'câu kết',
          recipients: 'nơi nhận',
          annex: 'phụ lục',
        },
      },
      level: null,
      is_added: { title: 'Phần thêm', yesNo: true },
      is_dropped: { title: 'Bỏ', yesNo: true },
      heading: 'Tiêu đề',
      content: 'Lời văn',
      // As composed when the clerk changed it: the program's own matter.
      base_heading: null,
      base_content: null,
    },
  },
}
