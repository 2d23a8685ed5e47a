import { EXCHANGE_SENTENCES } from './error-sentences-exchange.ts'

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
  OPTION_TWICE: 'Tùy chọn --{name} được ghi hai lần. Hãy giữ lại một lần.',
  OPTION_MISSING: 'Thiếu tùy chọn --{name}.',
  OPTION_TOGETHER: 'Không dùng --{name} cùng với --{other}. Hãy bỏ một trong hai.',
  OPTION_CHOICE: 'Tùy chọn --{name} không nhận “{text}”. Các giá trị: {values}.',
  ARGUMENT_MISSING: 'Lệnh còn thiếu nội dung. Gõ chitieu --help để xem cách dùng.',
  ARGUMENT_EXTRA: 'Thừa “{text}”. Nếu nội dung có dấu cách, hãy đặt trong dấu ngoặc kép.',

  PRESET_UNKNOWN:
    'Không có mẫu đợt thi đua “{code}”. Gõ chitieu campaign presets để xem các mẫu, hoặc ghi ngày của đợt.',
  CAMPAIGN_WITHOUT_DAYS: 'Đợt thi đua chưa có ngày bắt đầu và kết thúc. Hãy chọn một mẫu hoặc ghi đủ hai ngày.',
  CAMPAIGN_NONE: 'Chưa có đợt thi đua nào. Hãy mở đợt ở màn hình Đợt thi đua trước.',
  PLAN_NOT_CAMPAIGN: '{name} không phải là đợt thi đua. Hãy chọn một đợt hoặc một giai đoạn của đợt.',
  PHASE_UNKNOWN: 'Đợt thi đua có {count} giai đoạn, không có giai đoạn {number}. Hãy xem lại số giai đoạn.',
  PHASE_OUTSIDE: '{name} nằm ngoài thời gian của đợt ({from} - {to}). Hãy sửa lại ngày.',
  BAND_DATES_REVERSED: 'Mức “{name}” có ngày kết thúc trước ngày bắt đầu. Hãy sửa lại ngày.',
  CUT_UNKNOWN: 'Không có phần “{text}”. Hãy ghi non_state, số lao động (20, 25…) hoặc mã chỉ tiêu có phần “trong đó”.',

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
  DATA_FILE_MOVED:
    'Tệp dữ liệu “{file}” đã bị xóa, đổi tên hoặc thay bằng tệp khác trong khi đang mở nên chưa ghi được. Hãy đưa tệp về chỗ cũ rồi mở lại.',
  DATA_FILE_UNREACHABLE:
    'Không đọc, ghi được tệp “{file}” vì ổ đĩa bị lỗi hoặc đã tháo ra. Hãy kiểm tra ổ đĩa rồi mở lại tệp.',
  BACKUP_IMPOSSIBLE:
    'Chưa sao lưu được vào thư mục “{folder}” nên chưa thực hiện. Hãy kiểm tra quyền ghi của thư mục đó, hoặc chép tệp dữ liệu sang thư mục khác rồi mở lại.',
  DATA_FOLDER_SHARED:
    'Thư mục “{folder}” là thư mục mạng hoặc thư mục đồng bộ, dễ làm hỏng dữ liệu. Hãy lưu tệp dữ liệu vào ổ đĩa của máy này.',
  DISK_FULL:
    'Ổ đĩa đã đầy nên chưa ghi được. Hãy giải phóng bớt dung lượng rồi thực hiện lại. Dữ liệu cũ vẫn còn nguyên.',
  NO_DATA_FILE: 'Chưa mở tệp dữ liệu nào. Hãy mở hoặc lập tệp dữ liệu trước.',

  // History
  NOTHING_TO_UNDO: 'Không còn việc nào để hoàn tác.',
  NOTHING_TO_REDO: 'Không còn việc nào để làm lại.',
  OPERATION_NOT_UNDONE: 'Việc “{label}” không hoàn tác được. {why}',
  OPERATION_UNDONE_ALREADY: 'Việc “{label}” đã được hoàn tác rồi. Hãy chọn việc khác.',
  OPERATION_NOT_REDONE: 'Việc “{label}” không làm lại được vì sau đó đã có việc mới. Hãy nhập lại nếu cần.',
  OPERATION_STANDS: 'Việc “{label}” đang có hiệu lực nên không có gì để làm lại.',
  OPERATION_IS_UNDO: '“{label}” là một lần hoàn tác hoặc làm lại. Hãy chọn chính việc cần hoàn tác.',
  HISTORY_STEP_UNKNOWN: 'Lịch sử không có việc nào mang số hoặc mã “{code}”. Hãy xem lại trong lịch sử.',
  HISTORY_ROW_UNKNOWN: 'Lịch sử không có dòng nào mang mã “{code}”. Hãy xem lại mã.',

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
  FILE_READING_STOPPED:
    'Việc đọc tệp “{file}” bị ngắt giữa chừng, dữ liệu chưa thay đổi. Hãy thực hiện lại; nếu vẫn bị ngắt, hãy mở tệp bằng Excel, lưu lại rồi nhập.',
  FILE_NOT_WORD:
    'Tệp “{file}” không phải là văn bản Word dạng .docx (nội dung thật là {what}). Hãy chọn tệp .docx, hoặc mở tệp bằng Word và lưu lại dạng .docx.',
  SHEET_MISSING: 'Tệp không có trang tính “{sheet}”. Các trang tính có trong tệp: {sheets}.',
  SHEET_NEEDED: 'Tệp có nhiều trang tính ({sheets}). Hãy chọn trang tính cần nhập.',
  HEADER_NOT_FOUND:
    'Không tìm thấy dòng tiêu đề của bảng trong {where}. Bảng cần có ít nhất cột tên doanh nghiệp và cột số lao động.',
  IMPORT_HAS_ERRORS: 'Tệp có {count} dòng chưa đúng nên chưa nhập dòng nào. Hãy sửa tệp hoặc chọn nhập các dòng đúng.',
  IMPORT_LEAVES_OUT:
    'Có {count} dòng ghi địa bàn chưa khớp với đơn vị nào nên chưa nhập dòng nào. Hãy chọn tạo đơn vị mới, hoặc thêm đơn vị rồi nhập lại.',
  ENTERPRISE_TAX_CODE_TAKEN: 'Mã số thuế {code} đã có ở doanh nghiệp “{name}”. Hãy kiểm tra lại.',
  ENTERPRISE_TAX_CODE_INVALID:
    'Mã số thuế “{text}” không đúng dạng. Hãy nhập 10 chữ số, 13 chữ số (0123456789-001) hoặc 12 chữ số.',
  LEGAL_FORM_UNKNOWN: 'Không có loại hình mang mã “{code}”. Hãy chọn trong danh mục loại hình.',

  ...EXCHANGE_SENTENCES,

  // Files written
  FILE_CANNOT_OPEN:
    'Máy chưa có chương trình để mở tệp “{file}”. Hãy mở tệp từ thư mục bằng chương trình của đồng chí.',
  FOLDER_MISSING: 'Không có thư mục “{folder}”. Hãy chọn thư mục khác.',
  FOLDER_READ_ONLY: 'Thư mục “{folder}” không cho phép ghi. Hãy chọn thư mục khác, ví dụ thư mục Tài liệu.',
  FILE_READ_ONLY:
    'Tệp “{file}” chỉ cho phép đọc nên không ghi đè được. Hãy bỏ thuộc tính chỉ đọc của tệp, hoặc lưu với tên “{other}”.',
  FILE_NOT_DOCUMENT: 'Không lưu được văn bản với tên “{file}”. Hãy đặt tên tệp có một trong các đuôi: {kinds}.',
  FILE_NOT_DOCX: 'Văn bản được lưu dạng tệp Word nên không dùng được tên “{file}”. Hãy đặt tên tệp có đuôi .docx.',
  PRINT_FAILED: 'Chưa in được. Hãy kiểm tra máy in rồi in lại, hoặc lưu thành PDF.',
  EXPORT_TOO_LONG: 'Bảng có nhiều dòng hơn một trang tính Excel chứa được ({limit} dòng). Hãy lọc bớt rồi xuất lại.',
  FILE_NAME_INVALID:
    'Tên tệp “{file}” không dùng được. Hãy đặt tên khác, ngắn hơn và không có các ký tự \\ / : * ? " < > |.',

  // Things of the field
  UNIT_UNKNOWN: 'Không có đơn vị mang mã “{code}”. Hãy xem danh sách đơn vị.',
  UNIT_CODE_TAKEN: 'Mã đơn vị “{code}” đã dùng cho “{name}”. Hãy chọn mã khác.',
  UNIT_TYPE_UNKNOWN: 'Không có loại đơn vị “{code}”. Các loại đang có: {codes}.',
  UNIT_DATES_REVERSED: 'Ngày kết thúc {to} đứng trước ngày bắt đầu {from}. Hãy sửa lại ngày.',
  UNIT_PARENT_LOOP: 'Không thể đặt “{name}” trực thuộc chính đơn vị cấp dưới của mình. Hãy chọn đơn vị cấp trên khác.',
  UNIT_NAME_MISSING: 'Đơn vị mới cần có tên. Hãy điền tên đơn vị.',
  UNIT_PARENT_MISSING: 'Đơn vị cấp dưới phải có đơn vị cấp trên. Hãy chọn đơn vị cấp trên.',
  UNIT_IN_USE: 'Đơn vị “{name}” đang có số liệu nên không xóa được. Hãy ghi ngày kết thúc hoạt động cho đơn vị.',
  CATALOGUE_CODE_TAKEN: 'Mã “{code}” đã dùng cho “{name}”. Hãy chọn mã khác.',
  CATALOGUE_DATES_REVERSED: 'Ngày kết thúc {to} đứng trước ngày bắt đầu {from}. Hãy sửa lại ngày.',
  CATALOGUE_CELL_MISSING: 'Cột “{name}” chưa có nội dung. Hãy nhập nội dung.',
  CATALOGUE_CELL_WRONG: 'Cột “{name}” không nhận “{text}”. Hãy chọn hoặc nhập lại.',
  CATALOGUE_CODE_WRONG:
    'Mã “{text}” không dùng được. Hãy nhập mã chỉ gồm chữ, số, dấu chấm, gạch nối, gạch dưới và không dài quá 40 chữ.',
  CATALOGUE_CODE_IN_USE: 'Mã “{code}” đang được dùng ở nơi khác nên không đổi được. Hãy sửa tên thay cho mã.',
  CATALOGUE_CELL_FIXED: 'Cách tính của “{name}” không đổi được vì số liệu đã dựa vào đó. Hãy thêm một dòng mới.',
  INDICATOR_NEEDS_FORMULA:
    'Chỉ tiêu loại này cần công thức nên không thêm được ngay trong bảng. Hãy bấm Thêm chỉ tiêu để chọn công thức.',
  CATALOGUE_IN_USE: '“{name}” đang được dùng nên không xóa được. Hãy ghi ngày kết thúc thay cho xóa.',

  // Committees, charges, visits, commendations
  RECORD_SUBJECT_NEEDED: 'Hãy ghi đúng một trong các cột {names}.',
  RECORD_DATES_REVERSED: '{name} {to} đứng trước ngày {from}. Hãy sửa lại ngày.',
  RECORD_FIXED: 'Cột “{name}” chỉ ghi khi thêm dòng. Hãy thêm dòng mới thay cho dòng này.',
  RECORD_IN_USE: '“{name}” đang có việc khác gắn với nên không xóa được. Hãy ghi ngày kết thúc thay cho xóa.',
  RECORD_UNKNOWN: 'Không có {word} “{text}”. Hãy chọn trong danh sách.',
  COMMITTEE_UNKNOWN: 'Không có Ban Chỉ đạo “{text}”. Hãy xem danh sách Ban Chỉ đạo.',
  COMMITTEE_TWICE: 'Đơn vị đã có “{name}” trong thời gian này. Hãy kiện toàn Ban Chỉ đạo đang có.',
  COMMITTEE_PERSON_TWICE:
    'Đồng chí {name} đã có tên trong Ban Chỉ đạo vào thời gian này. Mỗi người chỉ ghi một lần; hãy sửa dòng đã có.',
  COMMITTEE_ROLE_TAKEN: 'Đồng chí {name} đang giữ chức danh {word}. Hãy ghi ngày kết thúc cho đồng chí đó trước.',
  COMMITTEE_MEMBER_OUTSIDE:
    'Thời gian tham gia của đồng chí {name} nằm ngoài thời gian hoạt động của Ban Chỉ đạo. Hãy sửa lại ngày.',
  COMMITTEE_FOUNDED_TWICE: 'Ban Chỉ đạo này đã có quyết định thành lập. Hãy chọn nội dung kiện toàn.',
  COLLABORATOR_TWICE:
    'Đồng chí {name} đã có trong danh sách ở nơi này. Nếu là người khác cùng tên, hãy ghi thêm chức vụ hoặc điện thoại để phân biệt.',
  COMMITTEE_ENDED: '“{name}” đã kết thúc hoạt động trước ngày {date}. Hãy thành lập Ban Chỉ đạo mới.',
  ASSIGNMENT_TWICE: 'Đồng chí {name} đã được phân công nơi này trong cùng thời gian. Hãy sửa dòng đã có.',
  ASSIGNMENT_LEAD_TAKEN:
    'Đồng chí {name} đang phụ trách chính nơi này. Hãy ghi ngày kết thúc cho đồng chí đó, hoặc chọn vai trò phối hợp.',
  ASSIGNMENT_NOTHING: 'Hãy chọn ít nhất một đơn vị, doanh nghiệp hoặc công đoàn cơ sở để phân công.',
  COMMENDATION_TWICE: '“{name}” đã có trong danh sách khen thưởng của kế hoạch này. Hãy sửa dòng đã có.',
  COMMENDATION_REASON_MISSING: 'Hãy ghi lý do không đề nghị khen thưởng.',
  COMMENDATION_FORM_WRONG: 'Hình thức khen thưởng này không dành cho đối tượng đã chọn. Hãy chọn hình thức khác.',
  COMMENDATION_NO_TARGETS:
    'Kế hoạch “{name}” chưa giao chỉ tiêu cho đơn vị nào nên chưa xếp thứ để đề nghị khen thưởng được. Hãy giao chỉ tiêu trước.',
  REMEDY_OPEN: 'Nơi này đang có một kế hoạch riêng chưa kết thúc. Hãy sửa kế hoạch đó.',
  REMEDY_KIND_WRONG: 'Kế hoạch cho doanh nghiệp khó khăn phải ghi doanh nghiệp; củng cố CĐCS phải ghi công đoàn cơ sở.',
  REMEDY_OUTCOME_MISSING: 'Kế hoạch kết thúc phải có kết quả. Hãy chọn kết quả.',
  UNION_OFFICER_TWICE: 'Đồng chí {name} đã có trong danh sách. Nếu là người khác cùng tên, hãy ghi năm sinh.',

  // Unions
  UNION_NAME_MISSING: 'Công đoàn cơ sở cần có tên. Hãy nhập tên.',
  UNION_TYPE_UNKNOWN: 'Không có loại công đoàn cơ sở “{text}”. Hãy chọn trong danh mục loại đơn vị.',
  UNION_UNKNOWN: 'Không có công đoàn cơ sở “{text}”. Hãy chọn trong danh sách công đoàn cơ sở.',
  UNION_OF_ITSELF:
    'Công đoàn cơ sở không thể kế tục hoặc chuyển đoàn viên về chính mình. Hãy chọn công đoàn cơ sở khác.',
  UNION_ALREADY_ENDED: '“{name}” đã kết thúc hoạt động trước ngày này. Hãy xem lại ngày.',
  ENTERPRISE_NOT_FOUND: 'Không có doanh nghiệp “{text}”. Hãy nhập tên hoặc mã số thuế có trong danh sách.',
  REASON_UNKNOWN: 'Không có lý do “{text}”. Hãy chọn trong danh mục lý do.',
  STAGE_UNKNOWN: 'Không có giai đoạn mang mã “{code}”. Hãy chọn trong danh mục giai đoạn.',
  NAME_AMBIGUOUS: 'Có nhiều mục cùng tên “{text}”. Hãy chọn đúng mục trong danh sách.',
  COLUMN_UNKNOWN: 'Bảng không có cột “{name}”. Hãy xem lại tên cột.',
  COLUMN_READ_ONLY: 'Cột “{name}” chỉ để xem nên không sửa được.',
  COUNT_INVALID: '“{text}” không phải là số nguyên từ 0 trở lên. Hãy nhập số, ví dụ 1.348.',
  TEXT_TOO_LONG: 'Nội dung dài quá {limit} chữ. Hãy rút gọn lại.',
  UNIT_CHANGE_ROOT: '“{name}” là đơn vị đứng đầu nên không sáp nhập, chia tách, chuyển hay kết thúc được.',
  UNIT_CHANGE_TOO_EARLY:
    'Ngày hiệu lực {date} phải sau ngày “{name}” bắt đầu hoạt động ({from}). Hãy chọn ngày khác hoặc sửa ngày bắt đầu của đơn vị.',
  UNIT_CHANGE_ENDED:
    '“{name}” đã kết thúc hoạt động từ ngày {until}, trước ngày hiệu lực {date}. Hãy chọn đơn vị khác hoặc xem lại ngày.',
  UNIT_CHANGE_RECEIVER:
    '“{name}” không hoạt động vào ngày {date} nên không tiếp nhận được. Hãy chọn đơn vị khác hoặc xem lại ngày.',
  UNIT_CHANGE_INTO_ITSELF:
    '“{name}” không thể vừa là đơn vị được sắp xếp vừa là đơn vị tiếp nhận. Hãy chọn hai đơn vị khác nhau.',
  UNIT_CHANGE_INTO_BELOW:
    'Không thể đưa “{name}” vào “{other}” vì “{other}” là cấp dưới của đơn vị này. Hãy chọn đơn vị tiếp nhận khác, hoặc chuyển “{other}” ra trước.',
  UNIT_CHANGE_SAME_DAY:
    '“{name}” đã ghi {what} từ ngày {date}; trong một ngày không ghi thêm việc trái với việc đó. Hãy hoàn tác việc trước hoặc chọn ngày khác.',
  UNIT_CHANGE_LATER:
    '“{name}” đã ghi {what} từ ngày {later}, sau ngày hiệu lực {date}. Hãy hoàn tác việc đó trước, hoặc chọn ngày sau ngày đó.',
  UNIT_CHANGE_NOTHING: 'Chưa chọn gì để chuyển sang “{name}”. Hãy chọn đơn vị, doanh nghiệp hoặc công đoàn cơ sở.',
  UNIT_CHANGE_ALREADY_THERE: '“{name}” đã thuộc “{other}”. Hãy chọn nơi khác.',
  UNIT_CHANGE_NOT_ITS_OWN: '“{name}” không thuộc “{other}” vào ngày hiệu lực. Hãy chọn trong danh sách của đơn vị.',
  UNIT_CHANGE_REST: 'Còn {left} của “{name}” chưa chọn nơi nhận. Hãy chọn nơi nhận phần còn lại.',
  UNIT_CHANGE_LEFT:
    '“{name}” còn {left} nên chưa kết thúc được. Hãy chọn đơn vị tiếp nhận, hoặc chuyển đi nơi khác trước.',
  UNIT_CHANGE_DETACHED:
    'Từ ngày {date} “{name}” sẽ không còn đơn vị cấp trên. Hãy xem lại ngày kết thúc của đơn vị tiếp nhận.',
  UNIT_CHANGE_TARGET_PARTS:
    'Chỉ tiêu {indicator} của “{name}” là {total} nhưng các phần chia cộng lại là {given}. Hãy chia cho đủ và không vượt.',
  UNIT_CHANGE_NAME_SAME: 'Đơn vị đang mang tên “{name}”. Hãy nhập tên mới.',
  UNIT_CHANGE_LATER_REPORTS:
    '“{name}” đã có báo cáo đến ngày {asOf}, không trước ngày kết thúc. Hãy chọn ngày hiệu lực sau ngày đó, hoặc xóa báo cáo rồi nhập cho đơn vị tiếp nhận.',
  UNIT_CHANGE_TOTALS:
    'Chưa ghi vì tổng số trước và sau chưa khớp: {what}. Số liệu sẽ bị mất hoặc tính hai lần. {advice}',
  UNIT_CHANGE_RECEIVER_MISSING: 'Chưa chọn đơn vị tiếp nhận. Hãy chọn một đơn vị có sẵn hoặc nhập tên đơn vị mới.',
  UNIT_CHANGE_RECEIVER_UNKNOWN:
    'Không có nơi nhận “{name}” trong các đơn vị tiếp nhận. Hãy ghi mã hoặc tên của nơi nhận.',
  UNIT_CHANGE_HOLDING_UNKNOWN: 'Không tìm thấy {what} “{name}”. Hãy ghi mã số thuế hoặc tên như trong dữ liệu.',
  UNIT_CHANGE_TARGET_UNKNOWN:
    '“{name}” không có chỉ tiêu {indicator} trong kế hoạch {plan}, hoặc có của nhiều nơi giao. Hãy ghi rõ nơi giao.',

  // Plans, targets, results
  PLAN_NONE: 'Chưa có kế hoạch năm nào. Hãy lập kế hoạch năm trước.',
  PLAN_UNKNOWN: 'Không có kế hoạch mang mã “{code}”. Hãy xem danh sách kế hoạch.',
  PLAN_CODE_TAKEN: 'Mã kế hoạch “{code}” đã dùng cho “{name}”. Hãy chọn mã khác.',
  PLAN_DATES_REVERSED: 'Ngày kết thúc {to} của kế hoạch đứng trước ngày bắt đầu {from}. Hãy sửa lại ngày.',
  PLAN_PARENT_LOOP: 'Không thể đặt “{name}” nằm trong chính kế hoạch cấp dưới của mình. Hãy chọn kế hoạch khác.',
  PLAN_YEAR_TOO_LONG:
    'Kế hoạch năm không dài quá một năm (từ {from} đến {to}). Hãy sửa lại ngày hoặc chọn loại nhiệm kỳ.',
  PLAN_ISSUED:
    'Kế hoạch “{name}” đã ban hành nên chỉ tiêu không sửa trực tiếp được. Hãy chọn Điều chỉnh để lập bản điều chỉnh theo quyết định.',
  PLAN_CLOSED: 'Kế hoạch “{name}” đã kết thúc nên chỉ tiêu chỉ để xem. Hãy chọn kế hoạch khác.',
  PLAN_NOT_ISSUED: 'Kế hoạch “{name}” chưa ban hành nên chưa cần điều chỉnh. Hãy sửa trực tiếp chỉ tiêu của phương án.',
  PLAN_STAYS_ISSUED:
    'Kế hoạch “{name}” đã ban hành nên không đưa về dự thảo được. Hãy chọn Điều chỉnh để lập bản điều chỉnh theo quyết định.',
  VERSION_UNKNOWN: 'Kế hoạch “{plan}” không có phương án “{name}”. Các phương án đang có: {names}.',
  VERSION_ISSUED:
    '“{name}” đã ban hành nên không sửa trực tiếp được. Hãy chọn Điều chỉnh để lập bản điều chỉnh theo quyết định.',
  VERSION_NAME_TAKEN: 'Tên “{name}” đã dùng cho phương án khác của kế hoạch. Hãy đặt tên khác.',
  VERSION_LAST: '“{name}” là phương án duy nhất của kế hoạch nên không xóa được. Hãy lập phương án khác trước.',
  VERSION_NOT_DRAFT: '“{name}” không phải là phương án dự thảo. Hãy chọn một phương án dự thảo.',
  ADJUSTMENT_OUTDATED:
    '“{name}” được lập từ “{base}”, nay đã có bản ban hành mới hơn. Hãy lập bản điều chỉnh mới rồi sửa lại số liệu.',
  ADJUSTMENT_BEFORE_BASE:
    'Ngày có hiệu lực {date} đứng trước ngày {base} của bản đang được điều chỉnh. Hãy sửa lại ngày có hiệu lực.',
  ADJUSTMENT_OUTSIDE_PLAN:
    'Ngày có hiệu lực {date} nằm ngoài kế hoạch (từ {from} đến {to}). Hãy sửa lại ngày có hiệu lực.',
  TARGET_LOCKED: 'Chỉ tiêu {name} của “{unit}” đang khóa. Hãy mở khóa ô đó rồi sửa.',
  PLAN_IN_USE: 'Kế hoạch “{name}” đang có chỉ tiêu hoặc văn bản nên không xóa được.',
  INDICATOR_UNKNOWN: 'Không có chỉ tiêu mang mã “{code}”. Hãy xem danh mục chỉ tiêu.',
  INDICATOR_CODE_TAKEN: 'Mã chỉ tiêu “{code}” đã dùng cho “{name}”. Hãy chọn mã khác.',
  INDICATOR_DAY_OUTSIDE:
    'Chỉ tiêu “{name}” có hiệu lực {days}, nên bản mới phải bắt đầu sau ngày đầu và không muộn hơn ngày liền sau ngày cuối của nó.',
  INDICATOR_FORMULA_WRONG: 'Cách tính của chỉ tiêu “{name}” chưa đúng: {what}. Hãy xem lại cách tính.',
  INDICATOR_UNIT_HELD:
    'Chỉ tiêu “{name}” đã có số liệu tính theo {unit} nên không đổi sang đơn vị tính này được. Hãy thay bằng bản mới từ một ngày.',
  ASSIGNER_CODE_TAKEN: 'Mã nơi giao “{code}” đã dùng cho “{name}”. Hãy chọn mã khác.',
  UNIT_NOT_ACTIVE: 'Đơn vị “{name}” không hoạt động {when}. Hãy chọn đơn vị khác hoặc sửa ngày hiệu lực của đơn vị.',
  UNIT_NOT_CHILD: '“{name}” không phải là đơn vị trực thuộc được phân bổ. Hãy chọn đơn vị trong danh sách phân bổ.',
  VALUE_NEGATIVE: 'Chỉ tiêu “{name}” không nhận số âm. Hãy nhập lại.',
  VALUE_NOT_WHOLE: 'Chỉ tiêu “{name}” tính theo {unit} nên phải là số nguyên. Hãy nhập lại.',
  QUALIFIER_UNKNOWN: 'Không hiểu từ “{word}” trước con số. Hãy dùng một trong các từ: {words}.',
  ALLOCATION_RATIO:
    'Chỉ tiêu “{name}” là tỷ lệ nên không chia cho các đơn vị được. Hãy giao cùng một tỷ lệ cho từng đơn vị.',
  ALLOCATION_NO_UNITS:
    '“{name}” không có đơn vị trực thuộc nào để phân bổ vào ngày {date}, còn {shortfall} chưa giao được.',
  ALLOCATION_ALL_LOCKED: 'Mọi đơn vị đều đã khóa, còn {shortfall} chưa giao được. Hãy bỏ khóa bớt hoặc giảm tổng số.',
  ALLOCATION_WEIGHTS_ZERO:
    'Không đơn vị nào có {weights} nên không có căn cứ để chia, còn {shortfall} chưa giao được. Hãy chọn cách chia khác.',
  ALLOCATION_LOCKED_ABOVE:
    'Các đơn vị đã khóa cộng lại là {locked}, vượt tổng số {total} là {shortfall}. Hãy giảm số đã khóa hoặc tăng tổng số.',
  ALLOCATION_FLOORS_ABOVE:
    'Các mức tối thiểu cộng lại là {floors}, vượt số còn để chia {rest} là {shortfall}. Hãy giảm mức tối thiểu hoặc tăng tổng số.',
  ALLOCATION_CAPS_BELOW:
    'Các mức tối đa chỉ cho giao {caps}, còn thiếu {shortfall} so với số cần chia {rest}. Hãy tăng mức tối đa hoặc giảm tổng số.',
  ALLOCATION_FLOOR_ABOVE_CAP: 'Mức tối thiểu của “{name}” cao hơn mức tối đa là {shortfall}. Hãy sửa lại hai mức này.',
  ALLOCATION_WEIGHT_MISSING: 'Chưa có tỷ trọng của “{name}”. Hãy nhập tỷ trọng cho mọi đơn vị được phân bổ.',
  REPORT_DATES_REVERSED: 'Ngày cuối kỳ {to} đứng trước ngày đầu kỳ {from}. Hãy sửa lại ngày.',
  REPORT_OVERLAPS:
    'Kỳ {from} – {to} trùng ngày với số phát sinh đã báo cáo từ {otherFrom} đến {otherTo}. Hãy sửa lại kỳ báo cáo.',
  REPORT_CROSSES_YEAR: 'Kỳ {from} – {to} vắt qua ngày kết thúc năm báo cáo {boundary}. Hãy tách thành hai kỳ.',
  REPORT_CROSSES_CUMULATIVE: 'Kỳ {from} – {to} vắt qua ngày {asOf} đã có số lũy kế. Hãy tách kỳ tại ngày đó.',
  REPORT_LEVEL_NOT_INCREMENT:
    'Chỉ tiêu “{name}” là số tại một thời điểm nên không có số phát sinh trong kỳ. Hãy báo cáo theo số lũy kế.',

  REPORT_NOT_FOUND:
    'Không tìm thấy bảng báo cáo nào trong “{file}”. Hãy kiểm tra bảng có dòng tên chỉ tiêu và cột số liệu, hoặc chọn đúng tệp.',
  REPORTS_NOT_WHOLE:
    'Chưa nhập gì: {count} chỗ của báo cáo chưa lấy được. Hãy xem trước, trả lời hoặc sửa các chỗ đó rồi nhập lại.',
  REPORT_PERIOD_CLOSED:
    'Kỳ {from} – {to} đã khóa nên số liệu đến {asOf} không sửa trực tiếp được. Hãy ghi lý do điều chỉnh, hoặc mở lại kỳ.',
  PERIOD_UNKNOWN:
    'Không có kỳ báo cáo “{code}”. Hãy ghi như 2024-06, 2024-Q2, 2024-6T, 2024-9T, 2024 hoặc khoảng ngày 2024-06-01..2024-06-30.',
  PERIOD_DATES_REVERSED: 'Ngày cuối kỳ đứng trước ngày đầu kỳ. Hãy sửa lại ngày.',
  CHECK_NOTE_UNKNOWN: 'Những điều này chưa được giải thích. Hãy xem lại danh sách kiểm tra.',
  CHECK_FINDING_UNKNOWN:
    'Không có điều cần xem mang mã “{code}” vào ngày đang xem. Hãy xem lại danh sách kiểm tra của đúng kế hoạch và ngày.',
  CALENDAR_ROW_TWICE:
    'Lịch đã có kỳ {kind} trong thời gian này. Hãy sửa dòng đã có, hoặc ghi ngày kết thúc cho dòng đó rồi thêm dòng mới.',
  PERIOD_NOT_OVER: 'Kỳ đến ngày {to} chưa kết thúc nên chưa khóa được.',
  PERIOD_ALREADY_CLOSED: 'Kỳ {from} – {to} đã khóa từ trước.',
  PERIOD_NOT_CLOSED: 'Kỳ {from} – {to} không ở trạng thái khóa.',

  // Documents
  DOCUMENT_TYPE_UNKNOWN: 'Không có loại văn bản “{type}”. Các loại đang có: {types}.',
  DOCUMENT_ISSUED: '“{title}” đã phát hành nên giữ nguyên. Hãy lập văn bản mới để đính chính nếu cần.',
  DOCUMENT_NOT_ISSUED: '“{title}” chưa phát hành nên chưa có bản lưu. Hãy phát hành văn bản trước.',
  DOCUMENT_FILE_GONE:
    'Không tìm thấy tệp “{file}” của văn bản nên chưa phát hành được. Hãy đưa tệp về chỗ cũ hoặc tạo lại văn bản.',
  DOCUMENT_NUMBER_INVALID:
    'Số văn bản “{text}” không đúng dạng. Hãy ghi chữ số, có thể kèm một chữ cái, ví dụ 15 hoặc 06b.',
  DOCUMENT_NUMBER_TAKEN: 'Số {code} đã cấp cho “{title}”. Hãy chọn số khác.',
  DOCUMENT_WITHOUT_TABLE:
    '“{title}” không có bảng số liệu nào nên không xuất ra Excel được. Hãy lưu dạng Word hoặc PDF.',
  DOCUMENT_UNKNOWN_FILE:
    'Tệp “{file}” không phải do chương trình tạo từ dữ liệu đang mở nên không đối chiếu được số liệu. Hãy chọn văn bản trong sổ văn bản.',
  RULE_SET_UNKNOWN: 'Không có bộ quy tắc thể thức “{name}”. Các bộ đang có: {names}.',
  MEND_SAME_FILE: 'Bản sửa phải là một tệp khác với “{file}” để giữ nguyên tệp gốc. Hãy chọn tên khác.',
  FIGURE_UNKNOWN: 'Văn bản không có số liệu “{name}”. Hãy chọn số liệu trong danh sách của văn bản.',
  DRAFT_UNKNOWN: 'Không tìm thấy bản thảo này. Bản thảo có thể đã bị xóa; hãy mở lại danh sách văn bản.',
  DRAFT_SECTION_UNKNOWN: 'Bản thảo không có phần “{name}”. Hãy xem lại danh sách các phần.',
  DRAFT_SECTION_FIXED:
    'Phần “{name}” đứng ở chỗ do quy định thể thức nên không bỏ và không chuyển được. Hãy sửa lời của phần này.',
  DRAFT_ORDER_WRONG: 'Thứ tự mới thiếu hoặc thừa phần so với bản thảo. Hãy mở lại bản thảo rồi sắp xếp lại.',
  DOCUMENT_INCOMPLETE: 'Chưa tạo được “{title}”. {what}',

  // The registry of enterprises
  REGISTRY_COLUMN_UNKNOWN: 'Danh sách doanh nghiệp không có cột “{name}”. Các cột: {columns}.',
  PERSON_UNKNOWN: 'Không có cán bộ này trong danh mục. Hãy chọn lại cán bộ.',
  FILTER_INVALID: 'Điều kiện “{text}” chưa đúng: {what}.',
  ENTERPRISE_CELL_REFUSED: 'Chưa ghi được. {reason}',
  ENTERPRISE_JOIN_CLASH:
    'Chưa nhập được “{name}” vì số liệu của hai doanh nghiệp vướng nhau. Hãy giữ lại doanh nghiệp kia, hoặc sửa số liệu rồi thực hiện lại.',
  ENTERPRISES_NONE_NAMED: 'Chưa rõ doanh nghiệp nào. Hãy ghi mã số thuế, hoặc dùng --filter để chọn các doanh nghiệp.',
  ENTERPRISE_PAIR_ONE: 'Hai dòng này là cùng một doanh nghiệp. Hãy chọn hai dòng khác nhau.',
  SPAN_TOO_LARGE: 'Vùng chọn có nhiều hơn {limit} ô. Hãy chọn vùng nhỏ hơn.',
  SURVEY_ROUND_UNKNOWN: 'Không có đợt khảo sát này. Hãy tải lại trang rồi chọn lại.',

  // What is typed
  DATE_INVALID: 'Ngày “{text}” không có trong lịch. Hãy nhập theo dạng ngày/tháng/năm, ví dụ 30/6/2024.',
  LIMIT_INVALID: 'Số dòng cần xem “{text}” chưa đúng. Hãy nhập số nguyên từ 1 trở lên.',
  NUMBER_INVALID: '“{text}” không phải là số. Hãy nhập số, ví dụ 1.348.',
  SETTING_UNKNOWN: 'Không có mục cài đặt “{key}”.',
  ROW_UNKNOWN: 'Dòng này không còn trong dữ liệu. Hãy tải lại trang rồi thực hiện lại.',
} as const
