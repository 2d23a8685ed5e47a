import { formatDate, formatNumber } from '#shared/domain/text/format.ts'

/** Words of the screen Đơn vị. */
export const unitsText = {
  title: 'Đơn vị',
  subtitle: (date: string) => `Các đơn vị đang hoạt động vào ngày ${formatDate(date)}`,
  subtitleAll: 'Mọi đơn vị, kể cả đơn vị đã kết thúc hoạt động',
  table: 'Cây đơn vị',
  /** In the name of a step: "Dán 12 ô vào Đơn vị". */
  tableName: 'Đơn vị',
  shown: 'Hiện',
  validOnDay: 'Đang hoạt động',
  everyUnit: 'Cả đơn vị đã kết thúc',
  find: 'Tìm đơn vị',
  count: (count: number) => `${formatNumber(count)} đơn vị`,

  add: 'Thêm đơn vị',
  addBelow: 'Thêm đơn vị cấp dưới',
  edit: 'Sửa đơn vị',
  end: 'Ghi ngày kết thúc',
  remove: 'Xóa đơn vị',

  emptyTitle: 'Chưa có đơn vị trực thuộc',
  emptyText:
    'Ở đây là các đơn vị nhận chỉ tiêu và gửi báo cáo: công đoàn xã, phường, khu công nghiệp, công đoàn cơ sở trực thuộc… Đồng chí thêm từng đơn vị, hoặc nhập danh sách doanh nghiệp rồi cho phép chương trình tạo đơn vị theo địa bàn trong tệp.',
  importList: 'Nhập danh sách doanh nghiệp',

  columns: {
    name: 'Tên đơn vị',
    code: 'Mã',
    type: 'Loại đơn vị',
    parent: 'Trực thuộc',
    enterprises: 'DN',
    enterprisesHint: 'Số doanh nghiệp trong đơn vị và các đơn vị cấp dưới vào ngày đang xem',
    unions: 'CĐCS',
    unionsHint: 'Số công đoàn cơ sở theo báo cáo đến ngày đang xem; chưa báo cáo thì đếm theo danh sách CĐCS',
    members: 'Đoàn viên',
    membersHint: 'Số đoàn viên theo báo cáo đến ngày đang xem; chưa báo cáo thì cộng theo danh sách CĐCS',
    counted: 'Theo danh sách CĐCS, chưa có báo cáo',
    from: 'Từ ngày',
    to: 'Đến ngày',
    fate: 'Trở thành',
    aliases: 'Tên gọi khác',
    note: 'Ghi chú',
  },

  form: {
    addTitle: 'Thêm đơn vị',
    editTitle: 'Sửa đơn vị',
    name: 'Tên đơn vị',
    nameHint: 'Viết đầy đủ như trong văn bản.',
    shortName: 'Tên ngắn',
    shortNameHint: 'Dùng trong bảng hẹp. Để trống thì lấy tên đầy đủ.',
    code: 'Mã',
    codeHint: 'Không trùng, không dấu cách; dùng trong tên tệp và tệp trao đổi.',
    type: 'Loại đơn vị',
    parent: 'Trực thuộc',
    from: 'Hoạt động từ ngày',
    to: 'Đến hết ngày',
    datesHint: 'Để trống nếu không rõ hoặc vẫn đang hoạt động.',
    aliases: 'Tên gọi khác',
    aliasesHint: 'Mỗi dòng một tên. Tên trong tệp gửi đến được nhận ra theo các tên này.',
    note: 'Ghi chú',
    missing: 'Hãy điền tên và mã của đơn vị.',
    added: (name: string) => `Đã thêm ${name}.`,
    changed: (name: string) => `Đã sửa ${name}.`,
  },

  ending: {
    title: (name: string) => `Kết thúc hoạt động: ${name}`,
    text: 'Đơn vị vẫn còn trong dữ liệu và trong các báo cáo đến hết ngày này; sau ngày này không nhận chỉ tiêu và không gửi báo cáo nữa.',
    day: 'Ngày hoạt động cuối cùng',
    dayMissing: 'Hãy điền ngày hoạt động cuối cùng.',
    note: 'Ghi chú (sáp nhập vào đâu, theo quyết định nào)',
    submit: 'Ghi kết thúc',
    done: (name: string, date: string) => `${name} kết thúc hoạt động ngày ${formatDate(date)}.`,
  },

  removing: {
    titleMany: (count: number) => `Xóa ${formatNumber(count)} đơn vị`,
    textMany: (count: number) =>
      `Xóa ${formatNumber(count)} đơn vị khỏi dữ liệu? Đơn vị đã có số liệu được giữ lại; hãy ghi ngày kết thúc cho đơn vị đó.`,
    doneMany: (count: number) => `Đã xóa ${formatNumber(count)} đơn vị.`,
    title: 'Xóa đơn vị',
    text: (name: string) =>
      `Xóa “${name}” khỏi dữ liệu? Chỉ xóa được đơn vị chưa có số liệu; đơn vị đã hoạt động thì ghi ngày kết thúc.`,
    done: (name: string) => `Đã xóa ${name}.`,
  },
} as const
