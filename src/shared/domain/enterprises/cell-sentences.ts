/** Why a cell of the registry was not taken, or what is odd about one that was. Shown beside the cell. */
export const CELL_REASONS = {
  readOnly: () => 'Cột này do chương trình tính nên không nhập được.',
  nameMissing: () => 'Doanh nghiệp phải có tên.',
  tooLong: (most: number) => `Nội dung dài quá ${most} chữ.`,
  notCount: () => 'Cần một số nguyên từ 0 trở lên, ví dụ 1.348.',
  notDate: () => 'Ngày không có trong lịch. Hãy nhập ngày/tháng/năm, ví dụ 30/6/2024.',
  notFounding: () => 'Hãy nhập ngày/tháng/năm, tháng/năm hoặc năm.',
  notFlag: () => 'Hãy nhập x hoặc Có, Chưa, hoặc để trống.',
  unknownChoice: (text: string) => `Không có “${text}” trong danh sách của cột này.`,
  ambiguousChoice: (text: string) => `Có nhiều mục tên “${text}”. Hãy ghi rõ hơn.`,
  taxCodeForm: () => 'Mã số thuế phải có 10, 12 hoặc 13 chữ số.',
  taxCodeTaken: (name: string) => `Mã số thuế này đã có ở “${name}”.`,
  taxCodeTwice: () => 'Mã số thuế này được ghi cho hai dòng.',
  stageKept: () => 'Giai đoạn không để trống được. Hãy chọn giai đoạn khác hoặc xóa trong lịch sử giai đoạn.',
  ownParent: () => 'Doanh nghiệp không thể là doanh nghiệp mẹ của chính mình.',
  rowUnknown: () => 'Dòng này không còn trong dữ liệu.',
  columnUnknown: (name: string) => `Không có cột “${name}”.`,
  rowRefused: () => 'Dòng mới này chưa thêm được vì có ô chưa đúng.',
} as const

export const CELL_WARNINGS = {
  taxCodeCheck: () => 'Mã số thuế sai số kiểm tra. Hãy đối chiếu lại với giấy đăng ký.',
  membersOverWorkers: () => 'Số đoàn viên nhiều hơn số lao động.',
} as const
