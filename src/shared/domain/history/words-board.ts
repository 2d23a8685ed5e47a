import type { TableWords } from './words.ts'

/** What is asked back of units, and how senders' columns are read. */
export const BOARD_WORDS: Readonly<Record<string, TableWords>> = {
  returned_cells: {
    one: 'số liệu cần kiểm tra lại',
    name: ['title'],
    columns: {
      unit_id: 'Đơn vị',
      as_of: 'Số liệu đến ngày',
      table_name: null,
      row_id: null,
      column_name: null,
      title: 'Số liệu',
      said: 'Đã báo cáo',
      reason: 'Nội dung hỏi',
      asked_by: 'Người hỏi',
      asked_on: 'Ngày hỏi',
      answer: 'Trả lời',
      corrected: 'Số đúng',
      answered_on: 'Ngày trả lời',
      closed_on: 'Ngày đóng',
    },
  },
  sender_columns: {
    one: 'cách đọc cột của nơi gửi',
    name: ['sender'],
    columns: {
      sender: 'Nơi gửi',
      sender_folded: null,
      fingerprint: null,
      titles: 'Tiêu đề cột',
      fields: 'Ý nghĩa cột',
      used_on: 'Ngày dùng gần nhất',
    },
  },
}
