import { CLEAR_WORD, writeStamp, type FormColumn, type FormStamp } from './form-book.ts'
import type { FormNote, FormNoteCode, TableFailure } from './read-form.ts'

/** Every word a form shows that does not belong to one kind, and what is said of a filled one. */
export const FORM_WORDS = {
  guideSheet: 'Hướng dẫn',
  listsSheet: 'Danh mục',
  hiddenSheet: 'Dữ liệu ẩn',
  hiddenNote: 'Phần này do chương trình Chỉ Tiêu ghi để đọc lại biểu mẫu. Xin đừng sửa, đừng xóa.',
  guideHead: 'CÁCH ĐIỀN BIỂU MẪU',
  aboutHead: 'THÔNG TIN CHUNG',
  idTitle: 'Mã dòng',
  deleteTitle: 'Xóa',
  deletePrompt: { title: 'Xóa dòng', text: 'Gõ chữ x nếu dòng này không còn thuộc đơn vị.' },
  deleteError: { title: 'Cột Xóa', text: 'Cột này chỉ nhận chữ x, hoặc để trống.' },
  choiceError: { title: 'Chọn trong danh sách', text: 'Hãy chọn một mục trong danh sách của ô này.' },
  numberPrompt: ({ least }: FormColumn) => ({
    title: 'Nhập số',
    text: `${least === null ? 'Gõ số, có thể âm.' : 'Gõ số.'} Để trống nghĩa là không đổi; gõ ${CLEAR_WORD} để bỏ số cũ.`,
  }),
  numberError: ({ kind, least }: FormColumn) => ({
    title: 'Chưa đúng số',
    text:
      kind === 'count'
        ? `Ô này nhận số nguyên${least === null ? '' : ' không âm'}, không kèm chữ. Muốn bỏ số cũ, hãy gõ ${CLEAR_WORD}.`
        : `Ô này nhận một số${least === null ? '' : ' không âm'}, không kèm chữ. Muốn bỏ số cũ, hãy gõ ${CLEAR_WORD}.`,
  }),
  datePrompt: { title: 'Nhập ngày', text: 'Gõ ngày/tháng/năm, ví dụ 15/6/2024.' },
  dateError: { title: 'Chưa đúng ngày', text: `Hãy gõ ngày/tháng/năm, ví dụ 15/6/2024, hoặc ${CLEAR_WORD} để bỏ.` },
  nothingFilled: 'Biểu mẫu chưa được điền số liệu nào.',
  clearChoice: CLEAR_WORD,
  version: (stamp: FormStamp) => `Biểu mẫu phiên bản ${stamp.version}, lập bằng chương trình Chỉ Tiêu.`,
  footer: (stamp: FormStamp) => writeStamp(stamp),
} as const

/** How any form is filled in; a kind puts its own lines before them. */
export const COMMON_STEPS: readonly string[] = [
  'Chỉ nhập vào các ô nền vàng; các ô khác đã khóa để tránh sửa nhầm.',
  'Ô có sẵn số liệu mà không thay đổi thì để nguyên. Ô để trống nghĩa là không thay đổi gì.',
  `Muốn bỏ số liệu đã có trong một ô, hãy gõ ${CLEAR_WORD} vào ô đó.`,
  'Ô có mũi tên bên phải thì chọn trong danh sách. Ngày gõ theo thứ tự ngày/tháng/năm, ví dụ 15/6/2024.',
  'Có thể sắp xếp lại các dòng. Xin đừng xóa trang tính, đừng xóa cột và đừng sửa dòng tiêu đề.',
  'Điền xong, hãy lưu tệp (giữ dạng .xlsx) rồi gửi lại cho nơi giao biểu mẫu. Tên tệp đặt thế nào cũng được.',
]

/** What is said of a form that came back; each names the place in the file. */
export function wordFormNote({ code, sheet, row, column, places }: FormNote): string {
  const cell = row === null ? `Cột ${column ?? ''}` : column === null ? `Dòng ${row}` : `Ô ${column}${row}`
  return `${SENTENCES[code](cell, places)} (trang “${sheet}”)`.replace(/\. \(trang (.*)\)$/, ' (trang $1).')
}

type Places = Readonly<Record<string, string>>

const SENTENCES: Readonly<Record<FormNoteCode, (cell: string, places: Places) => string>> = {
  NOT_COUNT: (cell, { title, text }) =>
    `${cell}: cột “${title}” cần số nguyên, trong ô đang ghi “${text}”. Hãy sửa lại thành số.`,
  NOT_NUMBER: (cell, { title, text }) =>
    `${cell}: cột “${title}” cần một số, trong ô đang ghi “${text}”. Hãy sửa lại thành số.`,
  BELOW_LEAST: (cell, { title, text, least }) =>
    `${cell}: cột “${title}” không nhận số nhỏ hơn ${least}, trong ô đang ghi ${text}.`,
  NOT_DATE: (cell, { title, text }) =>
    `${cell}: cột “${title}” cần ngày/tháng/năm có thật, trong ô đang ghi “${text}”.`,
  NOT_CHOICE: (cell, { title, text }) => `${cell}: “${text}” không có trong danh sách của cột “${title}”.`,
  NOT_TAX_CODE: (cell, { text }) => `${cell}: “${text}” không phải mã số thuế. Hãy kiểm tra lại.`,
  FORMULA_ERROR: (cell, { title, text }) => `${cell}: công thức ở cột “${title}” cho kết quả lỗi ${text}.`,
  HEADER_RENAMED: (cell, { was, is }) =>
    `${cell}: tiêu đề “${was}” đã bị sửa thành “${is}”. Số liệu vẫn được đọc vào “${was}” theo mã cột ẩn; hãy xem lại cho đúng.`,
  HEADER_BY_WORDS: () =>
    'Dòng mã cột ẩn không còn; các cột được nhận ra theo tiêu đề. Hãy xem kỹ trước khi nhận số liệu.',
  COLUMN_GONE: (_, { title }) => `Cột “${title}” không còn trong tệp; số liệu của cột này giữ nguyên.`,
  COLUMN_ADDED: (_, { title }) => `Cột “${title}” không thuộc biểu mẫu nên không được đọc.`,
  LOCKED_CHANGED: (cell, { title, text }) =>
    `${cell}: cột “${title}” là phần đã khóa nhưng bị đổi thành “${text}”; thay đổi này không được nhận.`,
  ROW_COPIED: (cell, { row }) => `${cell} chép từ dòng ${row}; được đọc là dòng thêm mới.`,
  ROW_UNKNOWN: (cell, { text }) => `${cell} (“${text}”) mang mã không thuộc biểu mẫu này nên không được đọc.`,
  ROW_ID_LOST: (cell) => `${cell} mất mã dòng ẩn; được nhận ra theo nội dung.`,
  ROW_IDS_LOST: (_, { count }) =>
    `Cột mã dòng ẩn không còn; ${count} dòng được nhận ra theo nội dung. Hãy xem kỹ trước khi nhận số liệu.`,
  ROW_NOT_ADDED: (cell, { text }) => `${cell} (“${text}”) là dòng thêm; biểu mẫu này không nhận dòng thêm.`,
  MERGED_CELLS: (cell, { rows }) => `${cell} bị gộp (dòng ${rows}); chỉ dòng đầu có số liệu, các dòng sau giữ nguyên.`,
  MARK_UNCLEAR: (cell, { text }) =>
    `${cell}: cột Xóa chỉ nhận chữ x, trong ô đang ghi “${text}”; dòng này chưa bị xóa.`,
}

/** Why a table could not be read. */
export function wordTableFailure({ table, why, titles }: TableFailure): string {
  const named = titles.map((title) => `“${title}”`).join(', ')
  switch (why) {
    case 'SWAPPED':
      return `Bảng “${table}”: tiêu đề các cột ${named} đã bị đổi sang tiêu đề của cột khác nên không rõ số liệu thuộc cột nào. Hãy trả lại tiêu đề như cũ rồi nhận lại tệp.`
    case 'TWICE':
      return `Bảng “${table}”: dòng mã cột ẩn không còn và tiêu đề ${named} có ở nhiều cột. Hãy bỏ các cột thêm rồi nhận lại tệp.`
    case 'PARTLY':
      return `Bảng “${table}”: dòng mã cột ẩn không còn và không thấy tiêu đề ${named}. Hãy trả lại tiêu đề như biểu mẫu đã gửi.`
    case 'GONE':
      return `Không thấy bảng “${table}” (trang ${named}) trong tệp này. Hãy điền lại trên biểu mẫu đã gửi.`
  }
}
