/** What fails in the exchange of files; `error-sentences.ts` has how they are worded and takes them in. */
export const EXCHANGE_SENTENCES = {
  // The file exchange
  PACKAGE_FOREIGN:
    'Tệp “{file}” không phải là tệp trao đổi của chương trình (nội dung thật là {what}). Hãy chọn tệp .chitieu hoặc biểu Excel do chương trình lập.',
  PACKAGE_DAMAGED:
    'Tệp trao đổi “{file}” bị hỏng hoặc bị cắt ngắn nên không đọc được. Hãy xin lại tệp từ nơi gửi. Dữ liệu chưa thay đổi.',
  PACKAGE_TAMPERED:
    'Tệp trao đổi “{file}” đã bị sửa sau khi ký nên không nhận. Hãy xin lại tệp gốc từ nơi gửi và báo cho người phụ trách.',
  PACKAGE_NEWER:
    'Tệp trao đổi “{file}” được lập bằng phiên bản mới hơn của chương trình. Hãy cập nhật chương trình rồi nhận lại.',
  PACKAGE_PASSPHRASE_NEEDED: 'Tệp “{file}” được niêm phong bằng mật khẩu. Hãy nhập mật khẩu nơi gửi đã cho biết.',
  PACKAGE_PASSPHRASE_WRONG:
    'Mật khẩu chưa đúng, hoặc tệp “{file}” đã bị sửa sau khi niêm phong. Hãy nhập lại mật khẩu hoặc xin lại tệp.',
  PACKAGE_OWN:
    'Tệp “{file}” do chính tệp dữ liệu này lập ra nên không nhận lại. Nếu đây là bản sao trên máy khác, hãy chọn “Đây là máy mới” rồi nhận lại.',
  PACKAGE_OTHER_PROVINCE: 'Tệp “{file}” là của {name}, không phải của tỉnh này, nên không nhận.',
  PACKAGE_NO_START:
    'Tệp “{file}” không có danh mục đơn vị của cấp tỉnh nên chưa lập được dữ liệu từ tệp này. Hãy đề nghị cấp tỉnh gửi tệp Danh mục (đầy đủ) cho đơn vị.',
  PACKAGE_NOT_FOR_US: 'Tệp “{file}” gửi cho {name}, không gửi cho đơn vị này, nên không nhận.',
  PACKAGE_NOT_THEIRS:
    'Tệp “{file}” do {name} gửi nhưng có {count} dòng của đơn vị khác (ví dụ: {text}) nên không nhận. Hãy đề nghị nơi gửi lập lại tệp.',
  PACKAGE_SENDER_KIND: 'Tệp “{file}” ({kind}) không thuộc loại mà {name} được gửi nên không nhận.',
  PACKAGE_SENDER_UNIT:
    'Tệp “{file}” ghi nơi gửi là {name}, nhưng máy gửi tệp này trước đây là của {other}. Hãy gọi điện cho nơi gửi để kiểm tra.',
  PACKAGE_SENDER_UNKNOWN:
    'Tệp “{file}” ghi nơi gửi là đơn vị mã “{code}” không có trong danh sách đơn vị nên không nhận.',
  PACKAGE_WRONG_PERIOD:
    'Tệp “{file}” là của kỳ {period} nhưng có báo cáo đến ngày {day} nằm ngoài kỳ nên không nhận. Hãy đề nghị nơi gửi lập lại tệp.',
  PACKAGE_KEY_CHANGED:
    'CẢNH BÁO: tệp “{file}” mang chữ ký khác với chữ ký đã biết của {name}. Chưa nhận gì. Hãy gọi điện cho nơi gửi, đọc mã {fingerprint} để đối chiếu; chỉ khi đúng mới chấp nhận chữ ký mới.',
  PACKAGE_SITE_RESTORED:
    'Tệp “{file}” cho thấy tệp dữ liệu này đã được khôi phục từ bản cũ hoặc đang dùng ở hai máy. Hãy chọn “Đây là máy mới” rồi nhận lại tệp.',
  PACKAGE_WAITS: 'Tệp “{file}” còn phải chờ: {gap} Dữ liệu chưa thay đổi.',
  PACKAGE_CONTRADICTS:
    'Tệp “{file}” có dòng trái với dữ liệu đang có ({text}) nên chưa nhận dòng nào. Hãy báo nơi gửi kiểm tra lại.',
  PACKAGE_FORM_UNKNOWN:
    'Biểu “{file}” trả lời một biểu không do cơ quan này gửi, hoặc đã mất phần nhận biết. Hãy gửi lại biểu mới cho đơn vị.',
  PACKAGE_UNKNOWN: 'Không có tệp trao đổi mang mã “{code}”. Hãy xem danh sách tệp đã gửi, đã nhận.',
  PACKAGE_NOT_APPLIED: 'Tệp trao đổi “{code}” chưa được nhận, hoặc đã hoàn tác rồi, nên không có gì để hoàn tác.',
  PACKAGE_EMPTY: 'Chưa có nội dung để gửi: {why}',
  PACKAGE_UNIT_NEEDED: 'Hãy chọn đơn vị cần gửi.',
  PACKAGE_PERIOD_NEEDED: 'Hãy chọn kỳ của báo cáo, ví dụ 2024-06 hoặc 2024-Q2.',
  PACKAGE_PERIOD_UNKNOWN:
    'Kỳ “{text}” chưa đúng. Hãy nhập tháng (2024-06), quý (2024-Q2), 6 tháng (2024-H1), năm (2024) hoặc từ ngày..đến ngày.',
  PACKAGE_PLAN_NEEDED: 'Chưa có kế hoạch nào để gửi. Hãy lập kế hoạch trước.',
  PACKAGE_MAKER_KIND: '{kind} do {side} lập. Tệp dữ liệu này là của {name} nên không lập được loại này.',
  PACKAGE_TRANSFER_NEEDS: 'Hãy chọn doanh nghiệp hoặc công đoàn cơ sở cần chuyển.',
  PACKAGE_TRANSFER_UNKNOWN: 'Không tìm thấy doanh nghiệp hoặc công đoàn cơ sở “{text}” để chuyển.',
  PACKAGE_TRANSFER_SAME: '“{name}” đã thuộc đơn vị nhận, không cần chuyển.',
  PACKAGE_NOT_ISSUED: 'Kế hoạch {code} chưa ban hành. Hãy ban hành rồi gửi, hoặc gửi dự thảo để lấy ý kiến.',
  PACKAGE_FILE_NAME: 'Tệp trao đổi có đuôi .chitieu, biểu để điền bằng Excel có đuôi .xlsx. Hãy sửa tên “{file}”.',
  PACKAGE_FORM_KIND: '{kind} không có dạng biểu Excel. Hãy lập tệp .chitieu.',
  SITE_UNKNOWN: 'Chưa từng nhận tệp nào của nơi gửi mang mã “{code}”.',
  SITE_FINGERPRINT_WRONG: 'Mã “{text}” không khớp với chữ ký đã nhận. Hãy đọc lại từng nhóm bốn ký tự với nơi gửi.',
  CLASH_UNKNOWN: 'Chỗ cần quyết định này không còn. Hãy xem lại danh sách.',
  CLASH_NOT_OURS: 'Chỗ này do {name} quyết định. Đồng chí có thể nhận số của họ hoặc chờ.',
  CLASH_NOT_OWNERS:
    'Số này do {name} sửa, nhưng {name} không phải nơi quyết định. Hãy để chờ đến khi nơi có dòng này quyết định.',
  CLASH_IN_USE:
    'Chưa quyết định được vì có số liệu khác đang gắn với dòng này hoặc dòng khác đang mang cùng mã. Hãy xem lại các dòng đó rồi quyết định.',
  OPINION_NO_DRAFT: 'Chưa có dự thảo chỉ tiêu {code} giao cho đơn vị. Hãy nhận tệp dự thảo trước.',
  OPINION_NEEDS: 'Hãy ghi số đề nghị, ý kiến, hoặc chọn thống nhất.',
  COMMITMENT_MISSING: 'Chưa nhận bản cam kết của kế hoạch {code}. Hãy nhận tệp cam kết trước.',

  // Forms of the exchange
  FORM_KIND_WITHOUT: 'Loại tệp này không có biểu mẫu Excel. Hãy gửi dạng tệp .chitieu cho đơn vị dùng chương trình.',
  FORM_NEWER: 'Biểu mẫu này do phiên bản mới hơn của chương trình lập. Hãy cập nhật chương trình rồi nhận lại tệp.',
  FORM_HIDDEN_LOST:
    'Biểu mẫu này đã mất phần ẩn của chương trình và máy này không có bản lưu của biểu mẫu (mã {code}). Hãy gửi lại biểu mẫu cho đơn vị để điền lại, hoặc nhập số liệu ở màn hình Kết quả.',
  FORM_HIDDEN_CHANGED:
    'Phần ẩn của biểu mẫu này đã bị sửa hoặc bị cắt bớt nên không dùng được. Hãy gửi lại biểu mẫu cho đơn vị rồi nhận lại tệp.',
  FORM_TABLE_UNREADABLE: '{what}',

  // The board of who sent what
  BOARD_PERIOD_UNKNOWN:
    'Chưa rõ kỳ “{text}”. Hãy ghi tháng (2024-06), quý (2024-Q2), 6 tháng (2024-6T), 9 tháng (2024-9T) hoặc năm (2024).',
  BOARD_NOTHING_REPORTED: '{unit} chưa báo cáo “{name}” cho kỳ {period} nên chưa hỏi lại được.',
  BOARD_NOTHING_TO_ACCEPT: 'Các đơn vị đã chọn chưa có báo cáo {period} nào chờ chấp nhận.',
  SENDER_COLUMN_UNKNOWN: 'Danh sách này không có cột {text}. Hãy xem lại chữ cái của cột.',
  BOARD_ANSWER_EMPTY: 'Hãy ghi câu trả lời hoặc số đúng.',
} as const
