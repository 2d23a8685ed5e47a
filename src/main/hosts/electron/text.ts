/** Words of the dialogs that the system shows for the window. */
export const DIALOG_TEXT = {
  dataFiles: 'Tệp dữ liệu Chỉ Tiêu',
  workbooks: 'Bảng tính',
  reports: 'Bảng tính và văn bản',
  documents: 'Văn bản Word',
  pdfFiles: 'Tệp PDF',
  allFiles: 'Tất cả các tệp',
  openData: 'Mở tệp dữ liệu',
  openSurvey: 'Chọn tệp danh sách doanh nghiệp',
  openExchange: 'Chọn tệp trao đổi đã nhận',
  openReports: 'Chọn các tệp báo cáo',
  chooseFolder: 'Chọn thư mục để ghi tệp',
  exchangeFiles: 'Tệp trao đổi và biểu mẫu Excel',
  openDocument: 'Chọn văn bản Word cần kiểm tra',
  save: 'Lưu thành tệp',
} as const

/** Folder in the clerk's home or documents where data files go. */
export const DEFAULT_FOLDER_NAME = 'Chỉ Tiêu'
export const SAMPLE_FILE_NAME = 'Tỉnh mẫu.chitieu-db'
