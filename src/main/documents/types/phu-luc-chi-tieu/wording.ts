/** For the file's properties and the register; the printed words stand in pieces/wording.ts with the annex. */
export const TITLE = 'Phụ lục giao chỉ tiêu phát triển đoàn viên, thành lập công đoàn cơ sở'
