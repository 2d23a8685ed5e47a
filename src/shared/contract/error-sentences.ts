/**
 * Every expected failure, as the clerk reads it: what is the matter and what to do about it.
 * Polite, short, no blame, no English. `{name}` places are filled by `appError`.
 */
export const ERROR_SENTENCES = {
  // Asking
  INPUT_INVALID: 'Nội dung nhập chưa đúng: {what}. Hãy xem lại rồi thực hiện lại.',
  OPERATION_UNKNOWN: 'Không có thao tác “{name}”. Hãy xem lại tên thao tác.',
  CANCELLED: 'Đã dừng theo yêu cầu. Dữ liệu chưa thay đổi.',
  UNEXPECTED: 'Có lỗi ngoài dự kiến (mã {incident}). Dữ liệu của đồng chí vẫn còn nguyên.',

  // The command line
  COMMAND_UNKNOWN: 'Không có lệnh “{name}”. Gõ chitieu --help để xem các lệnh.',
  OPTION_UNKNOWN: 'Không có tùy chọn --{name} cho lệnh này. Gõ chitieu --help để xem cách dùng.',
  OPTION_WITHOUT_VALUE: 'Tùy chọn --{name} cần một giá trị theo sau.',
  OPTION_MISSING: 'Thiếu tùy chọn --{name}.',
  ARGUMENT_MISSING: 'Lệnh còn thiếu nội dung. Gõ chitieu --help để xem cách dùng.',
  ARGUMENT_EXTRA: 'Thừa “{text}”. Nếu nội dung có dấu cách, hãy đặt trong dấu ngoặc kép.',

  // The data file
  DATA_FILE_MISSING: 'Không tìm thấy tệp dữ liệu “{file}”. Hãy kiểm tra lại tên và thư mục của tệp.',
  DATA_FILE_EXISTS: 'Tệp “{file}” đã có. Hãy chọn tên khác hoặc thư mục khác.',
  DATA_FILE_FOREIGN: 'Tệp “{file}” không phải là tệp dữ liệu của chương trình. Hãy chọn tệp có đuôi .chitieu-db.',
  DATA_FILE_DAMAGED: 'Tệp dữ liệu “{file}” bị hỏng nên chưa mở được. Hãy mở bản sao lưu gần nhất (Cài đặt › Sao lưu).',
  DATA_FILE_NEWER:
    'Tệp “{file}” được lập bằng phiên bản mới hơn của chương trình. Hãy cập nhật chương trình rồi mở lại.',
  DATA_FILE_BUSY: 'Tệp “{file}” đang được mở ở nơi khác. Hãy đóng cửa sổ đang dùng tệp này rồi bấm Thử lại.',
  DATA_FILE_READ_ONLY:
    'Tệp “{file}” chỉ cho phép đọc nên không ghi được. Hãy chép tệp sang thư mục khác của đồng chí rồi mở lại.',
  DATA_FOLDER_SHARED:
    'Thư mục “{folder}” là thư mục mạng hoặc thư mục đồng bộ, dễ làm hỏng dữ liệu. Hãy lưu tệp dữ liệu vào ổ đĩa của máy này.',
  DISK_FULL:
    'Ổ đĩa đã đầy nên chưa ghi được. Hãy giải phóng bớt dung lượng rồi thực hiện lại. Dữ liệu cũ vẫn còn nguyên.',
  NO_DATA_FILE: 'Chưa mở tệp dữ liệu nào. Hãy mở hoặc lập tệp dữ liệu trước.',

  // Files read
  FILE_MISSING: 'Không tìm thấy tệp “{file}”. Hãy kiểm tra lại tên và thư mục của tệp.',
  FILE_LOCKED: 'Tệp “{file}” đang mở trong Word hoặc Excel. Hãy đóng tệp rồi bấm Thử lại, hoặc lưu với tên “{other}”.',
  FILE_OPEN_ELSEWHERE: 'Không đọc được tệp “{file}” vì tệp đang mở trong Excel. Hãy đóng tệp rồi bấm Thử lại.',
  FILE_NO_PERMISSION: 'Đồng chí chưa có quyền đọc tệp “{file}”. Hãy chép tệp sang thư mục khác rồi chọn lại.',
  FILE_IS_FOLDER: '“{file}” là thư mục, không phải tệp. Hãy chọn một tệp trong thư mục đó.',
  FILE_EMPTY: 'Tệp “{file}” không có nội dung. Hãy xin lại tệp từ nơi gửi.',
  FILE_TOO_LARGE: 'Tệp “{file}” lớn quá mức cho phép ({limit}). Hãy chia tệp thành nhiều phần rồi nhập từng phần.',
  FILE_NOT_TABLE:
    'Tệp “{file}” không phải là bảng tính (nội dung thật là {what}). Hãy chọn tệp Excel (.xlsx, .xls) hoặc tệp .csv.',
  FILE_DAMAGED: 'Tệp “{file}” bị hỏng nên không đọc được. Hãy mở tệp bằng Excel, lưu lại, hoặc xin lại tệp từ nơi gửi.',
  FILE_ENCRYPTED: 'Tệp “{file}” có đặt mật khẩu. Hãy mở bằng Excel, bỏ mật khẩu, lưu lại rồi chọn lại.',
  FILE_UNSAFE:
    'Tệp “{file}” có cấu tạo bất thường ({why}) nên chương trình không mở để bảo đảm an toàn. Hãy xin lại tệp từ nơi gửi.',
  FILE_TOO_SLOW: 'Đọc tệp “{file}” quá lâu nên đã dừng. Hãy kiểm tra lại tệp hoặc chia nhỏ tệp rồi nhập lại.',
  SHEET_MISSING: 'Tệp không có trang tính “{sheet}”. Các trang tính có trong tệp: {sheets}.',
  SHEET_NEEDED: 'Tệp có nhiều trang tính ({sheets}). Hãy chọn trang tính cần nhập.',
  HEADER_NOT_FOUND:
    'Không tìm thấy dòng tiêu đề của bảng trong trang tính “{sheet}”. Bảng cần có ít nhất cột tên doanh nghiệp và cột số lao động.',
  IMPORT_HAS_ERRORS: 'Tệp có {count} dòng chưa đúng nên chưa nhập dòng nào. Hãy sửa tệp hoặc chọn nhập các dòng đúng.',

  // Files written
  FILE_CANNOT_OPEN:
    'Máy chưa có chương trình để mở tệp “{file}”. Hãy mở tệp từ thư mục bằng chương trình của đồng chí.',
  FOLDER_MISSING: 'Không có thư mục “{folder}”. Hãy chọn thư mục khác.',
  FOLDER_READ_ONLY: 'Thư mục “{folder}” không cho phép ghi. Hãy chọn thư mục khác, ví dụ thư mục Tài liệu.',
  FILE_NAME_INVALID: 'Tên tệp “{file}” không dùng được. Hãy đặt tên khác, không có các ký tự \\ / : * ? " < > |.',

  // Things of the field
  UNIT_UNKNOWN: 'Không có đơn vị mang mã “{code}”. Hãy xem danh sách đơn vị.',
  UNIT_CODE_TAKEN: 'Mã đơn vị “{code}” đã dùng cho “{name}”. Hãy chọn mã khác.',
  UNIT_TYPE_UNKNOWN: 'Không có loại đơn vị “{code}”. Các loại đang có: {codes}.',
  UNIT_DATES_REVERSED: 'Ngày kết thúc {to} đứng trước ngày bắt đầu {from}. Hãy sửa lại ngày.',
  UNIT_PARENT_LOOP: 'Không thể đặt “{name}” trực thuộc chính đơn vị cấp dưới của mình. Hãy chọn đơn vị cấp trên khác.',
  UNIT_PARENT_MISSING: 'Đơn vị cấp dưới phải có đơn vị cấp trên. Hãy chọn đơn vị cấp trên.',
  UNIT_IN_USE: 'Đơn vị “{name}” đang có số liệu nên không xóa được. Hãy ghi ngày kết thúc hoạt động cho đơn vị.',
  DATE_INVALID: 'Ngày “{text}” không có trong lịch. Hãy nhập theo dạng ngày/tháng/năm, ví dụ 30/6/2024.',
  NUMBER_INVALID: '“{text}” không phải là số. Hãy nhập số, ví dụ 1.348.',
  SETTING_UNKNOWN: 'Không có mục cài đặt “{key}”.',
  ROW_UNKNOWN: 'Dòng này không còn trong dữ liệu. Hãy tải lại trang rồi thực hiện lại.',
} as const
