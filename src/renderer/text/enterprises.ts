import { formatDate, formatNumber } from '#shared/domain/text/format.ts'

/** Words of the screen Doanh nghiệp. */
export const enterprisesText = {
  title: 'Doanh nghiệp',
  table: 'Danh sách doanh nghiệp',
  import: 'Nhập danh sách',
  clearFilters: 'Bỏ lọc',

  emptyTitle: 'Chưa có doanh nghiệp nào',
  emptyText:
    'Ở đây là danh sách doanh nghiệp trên địa bàn: số lao động, đã có công đoàn cơ sở hay chưa, số đoàn viên. Đồng chí nhập từ tệp Excel của Bảo hiểm xã hội, cơ quan Thuế hoặc của đơn vị gửi; chương trình cho xem trước và chỉ nhập khi đồng chí đồng ý.',

  filters: {
    find: 'Tìm tên, mã số thuế, địa chỉ',
    unit: 'Đơn vị',
    everyUnit: 'Tất cả đơn vị',
    union: 'Công đoàn',
    every: 'Tất cả',
    hasUnion: 'Đã có CĐCS',
    noUnion: 'Chưa có CĐCS',
    minWorkers: 'Từ',
    workers: 'lao động',
  },
  summary: (enterprises: number, workers: number, withUnion: number, members: number) =>
    `${formatNumber(enterprises)} doanh nghiệp · ${formatNumber(workers)} lao động · ${formatNumber(withUnion)} có CĐCS · ${formatNumber(members)} đoàn viên`,
} as const

/** Words of the import of a list. */
export const importText = {
  title: 'Nhập danh sách doanh nghiệp',
  reading: 'Đọc tệp danh sách doanh nghiệp',
  importing: 'Nhập danh sách doanh nghiệp',
  file: 'Tệp',
  chooseSheet: 'Tệp có nhiều trang tính. Hãy chọn trang tính có danh sách doanh nghiệp.',
  sheet: 'Trang tính',
  readSheet: 'Đọc trang tính này',
  otherFile: 'Chọn tệp khác…',

  understood: (sheet: string | null, headerRow: number) =>
    sheet === null
      ? `Dòng tiêu đề của bảng: dòng ${formatNumber(headerRow)}.`
      : `Trang tính “${sheet}”, dòng tiêu đề của bảng: dòng ${formatNumber(headerRow)}.`,
  source: (source: string) => `Nguồn: ${source}.`,
  surveyDate: 'Số liệu của ngày',
  surveyDateFrom: {
    asked: 'theo ngày đồng chí chọn',
    title: 'lấy từ dòng tiêu đề trong tệp',
    earlierImport: 'theo lần nhập trước của tệp này',
    today: 'tệp không ghi ngày nên lấy hôm nay',
  },
  workingDay: 'tệp không ghi ngày nên lấy “Đến ngày” đang xem',
  counts: {
    rows: 'Dòng đọc được',
    created: 'Doanh nghiệp mới',
    updated: 'Cập nhật',
    unchanged: 'Không đổi',
    duplicates: 'Dòng trùng',
    errors: 'Dòng lỗi',
    leftOut: 'Dòng bỏ lại',
  },
  totals: (workers: number, members: number, withUnion: number, without: number) =>
    `${formatNumber(workers)} lao động · ${formatNumber(members)} đoàn viên · ${formatNumber(withUnion)} nơi có CĐCS · ${formatNumber(without)} nơi từ 20 lao động chưa có CĐCS`,

  sender: 'Nơi gửi danh sách',
  senderHint: 'Cách đọc cột được ghi nhớ theo nơi gửi.',
  columnsHint: {
    guessed: () => 'Cột nào hiểu chưa đúng thì chọn lại ở cột Hiểu là; lần sau chương trình tự đọc như vậy.',
    remembered: (sender: string | null) =>
      `Các cột được đọc như lần trước${sender === null ? '' : ` của ${sender}`}. Có thể chọn lại ở cột Hiểu là.`,
    asked: (sender: string | null) =>
      `Cách đọc cột đồng chí vừa chọn sẽ được ghi nhớ${sender === null ? '' : ` cho ${sender}`} khi nhập danh sách.`,
  } as Readonly<Record<'guessed' | 'remembered' | 'asked', (sender: string | null) => string>>,
  tabs: {
    units: 'Theo đơn vị',
    columns: 'Các cột',
    problems: 'Lỗi, cảnh báo',
    unmatched: 'Địa bàn chưa nhận ra',
    duplicates: 'Dòng trùng',
    conversions: 'Chuyển đổi phông chữ',
    hints: 'Cần lưu ý',
  },
  tabCount: (name: string, count: number) => `${name} (${formatNumber(count)})`,
  tabsLabel: 'Những điều chương trình hiểu được từ tệp',

  unitColumns: {
    nameInFile: 'Tên trong tệp',
    name: 'Đơn vị trong chương trình',
    enterprises: 'Doanh nghiệp',
    workers: 'Lao động',
    withUnion: 'Có CĐCS',
    members: 'Đoàn viên',
  },
  newUnit: (name: string) => `${name} (tạo mới)`,
  columnColumns: { column: 'Cột', label: 'Tiêu đề trong tệp', field: 'Hiểu là' },
  keptColumn: 'Giữ nguyên nội dung',
  fields: {
    index: 'Số thứ tự',
    name: 'Tên doanh nghiệp',
    taxCode: 'Mã số thuế',
    placeDistrict: 'Huyện, thị xã, thành phố',
    placeCommune: 'Xã, phường',
    placeZone: 'Khu công nghiệp',
    placeUnit: 'Đơn vị quản lý',
    address: 'Địa chỉ',
    industry: 'Ngành nghề',
    legalForm: 'Loại hình',
    legalFormMark: 'Loại hình (đánh dấu)',
    workers: 'Số lao động',
    men: 'Lao động nam',
    women: 'Lao động nữ',
    insured: 'Số tham gia BHXH',
    hasUnion: 'Đã có CĐCS',
    noUnion: 'Chưa có CĐCS',
    members: 'Số đoàn viên',
    phone: 'Điện thoại',
    foundedOn: 'Ngày, năm thành lập',
    difficulty: 'Khó khăn',
    note: 'Ghi chú',
  },
  problemColumns: { row: 'Dòng', column: 'Cột', severity: 'Mức', message: 'Nội dung' },
  severities: { error: 'Lỗi', warning: 'Cảnh báo' },
  unmatchedColumns: { name: 'Tên trong tệp', count: 'Số dòng', rows: 'Các dòng' },
  unmatchedText:
    'Các dòng này chưa thuộc đơn vị nào nên được bỏ lại. Đồng chí có thể cho tạo đơn vị mới, hoặc thêm tên gọi khác cho đơn vị đã có rồi nhập lại.',
  createUnits: (count: number) => `Tạo đơn vị mới cho ${formatNumber(count)} địa bàn chưa có`,
  createUnitsAgain: 'Tạo đơn vị mới cho các địa bàn chưa có',
  duplicateColumns: { mst: 'Mã số thuế', name: 'Tên', rows: 'Các dòng' },
  duplicateText: 'Dòng đầu tiên được nhập, các dòng sau bỏ qua.',
  conversionColumns: { column: 'Cột', font: 'Phông chữ', cells: 'Số ô', before: 'Trong tệp', after: 'Chuyển thành' },

  applyGood: 'Nhập các dòng đúng',
  apply: 'Nhập danh sách',
  applyAllOrNothing: 'Chỉ nhập khi không có lỗi',
  nothingToDo: 'Tệp này đã được nhập trước đây; không có gì thay đổi.',
  done: (created: number, updated: number, unchanged: number) =>
    `Đã nhập: ${formatNumber(created)} doanh nghiệp mới, ${formatNumber(updated)} cập nhật, ${formatNumber(unchanged)} không đổi.`,
  doneTitle: 'Đã nhập danh sách',
  leftOut: (count: number) => `${formatNumber(count)} dòng bỏ lại vì chưa rõ đơn vị.`,
  errorRows: (count: number) => `${formatNumber(count)} dòng lỗi không nhập.`,
  rowList: (rows: readonly number[]) => {
    const shown = rows.slice(0, 20).map(String).join(', ')
    return rows.length > 20 ? `${shown}, …` : shown
  },
  day: (date: string) => formatDate(date),
} as const
