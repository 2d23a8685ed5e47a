import { formatDate, formatNumber } from '#shared/domain/text/format.ts'
import { UNION_STATE_WORDS } from '#shared/domain/unions/columns.ts'

/** Words of the screen CĐCS. */
export const unionsText = {
  title: 'Công đoàn cơ sở',
  /** As steps of the history name the table. */
  tableName: 'CĐCS',
  table: 'Danh sách công đoàn cơ sở',
  summary: (active: number, members: number, asOf: string) =>
    `${formatNumber(active)} công đoàn cơ sở đang hoạt động · ${formatNumber(members)} đoàn viên · đến ngày ${formatDate(asOf)}`,
  year: (year: string, founded: number, ended: number) =>
    `Từ đầu năm ${year}: thành lập ${formatNumber(founded)}, kết thúc ${formatNumber(ended)}`,
  found: 'Thêm quyết định',
  end: 'Kết thúc hoạt động',
  details: 'Chi tiết',
  edit: 'Sửa công đoàn cơ sở',
  remove: 'Xóa công đoàn cơ sở',
  countMembers: 'Ghi số đoàn viên',
  clearFilters: 'Bỏ lọc',
  chooseFirst: 'Hãy chọn trong bảng các công đoàn cơ sở cần ghi kết thúc.',

  emptyTitle: 'Chưa có công đoàn cơ sở nào',
  emptyText:
    'Ở đây là các công đoàn cơ sở, nghiệp đoàn cơ sở của tỉnh với quyết định công nhận, số đoàn viên và ngày kết thúc. Đồng chí ghi từng quyết định, hoặc chép danh sách từ Excel rồi dán vào bảng.',
  typeList: 'Dán danh sách vào bảng',

  filters: {
    find: 'Tìm tên, doanh nghiệp, số quyết định',
    unit: 'Đơn vị',
    everyUnit: 'Tất cả đơn vị',
    state: 'Trạng thái',
    every: 'Tất cả',
    states: UNION_STATE_WORDS,
    warned: 'Chỉ nơi cần xem lại',
  },
  groups: {
    union: 'Công đoàn cơ sở',
    founding: 'Quyết định thành lập',
    members: 'Đoàn viên',
    people: 'Liên hệ',
    ending: 'Kết thúc hoạt động',
  },
  warning: (name: string, message: string) => `${name}: ${message}`,
  removed: (count: number) => `Đã xóa ${formatNumber(count)} công đoàn cơ sở.`,
  kept: (name: string) => `“${name}” còn được công đoàn cơ sở khác nhắc đến nên giữ lại.`,

  foundForm: {
    title: 'Thêm quyết định công nhận công đoàn cơ sở',
    submit: 'Ghi quyết định',
    enterprise: 'Doanh nghiệp',
    enterpriseHint: 'Gõ tên hoặc mã số thuế rồi chọn; để trống nếu là cơ quan, trường học, nghiệp đoàn.',
    noEnterprise: 'Không tìm thấy doanh nghiệp nào. Hãy gõ tên khác.',
    chosen: (name: string) => `Đã chọn: ${name}`,
    clearEnterprise: 'Bỏ chọn doanh nghiệp',
    name: 'Tên công đoàn cơ sở',
    type: 'Loại',
    unit: 'Đơn vị quản lý',
    chooseUnit: 'Chọn đơn vị',
    decisionNumber: 'Số quyết định',
    decisionOn: 'Ngày quyết định',
    issuer: 'Nơi ra quyết định',
    foundedOn: 'Ngày thành lập',
    foundedHint: 'Để trống nếu trùng ngày quyết định.',
    members: 'Số đoàn viên',
    women: 'Trong đó nữ',
    chair: 'Chủ tịch',
    phone: 'Điện thoại',
    previous: 'Kế tục công đoàn cơ sở',
    previousHint: 'Khi thành lập lại sau sáp nhập, chia tách; không tính là thành lập mới.',
    stage: 'Giai đoạn của doanh nghiệp',
    keepStage: 'Giữ nguyên giai đoạn',
    note: 'Ghi chú',
    missingName: 'Hãy chọn doanh nghiệp hoặc nhập tên công đoàn cơ sở.',
    missingDay: 'Hãy nhập ngày quyết định.',
    done: (name: string) => `Đã ghi quyết định công nhận ${name}.`,
    look: (message: string) => `Cần xem lại: ${message}`,
  },
  endForm: {
    title: (count: number, name: string) =>
      count === 1 ? `Kết thúc hoạt động: ${name}` : `Kết thúc hoạt động ${formatNumber(count)} công đoàn cơ sở`,
    text: 'Công đoàn cơ sở vẫn còn trong dữ liệu và trong các báo cáo trước ngày này.',
    submit: 'Ghi kết thúc',
    day: 'Ngày kết thúc',
    reason: 'Lý do',
    chooseReason: 'Chọn lý do',
    decisionNumber: 'Số quyết định',
    decisionOn: 'Ngày quyết định',
    successor: 'Đoàn viên chuyển về',
    nobody: 'Không chuyển về đâu',
    moved: 'Số đoàn viên chuyển đi',
    movedHint: (members: number) => `Đang có ${formatNumber(members)} đoàn viên; để trống thì chuyển cả.`,
    note: 'Ghi chú',
    missingDay: 'Hãy nhập ngày kết thúc.',
    done: (count: number) => `Đã ghi kết thúc ${formatNumber(count)} công đoàn cơ sở.`,
    doneMoved: (count: number, members: number) =>
      `Đã ghi kết thúc ${formatNumber(count)} công đoàn cơ sở, chuyển ${formatNumber(members)} đoàn viên.`,
  },
  panel: {
    title: 'Chi tiết công đoàn cơ sở',
    choose: 'Chọn một công đoàn cơ sở trong bảng để xem.',
    decision: 'Quyết định',
    decisionText: (number: string | null, day: string | null) =>
      [number === null ? null : `số ${number}`, day === null ? null : `ngày ${formatDate(day)}`]
        .filter(Boolean)
        .join(' ') || 'chưa ghi',
    issuer: 'Nơi ra quyết định',
    enterprise: 'Doanh nghiệp',
    chair: 'Chủ tịch',
    phone: 'Điện thoại',
    place: 'Địa bàn',
    ended: 'Kết thúc',
    successor: 'Đoàn viên chuyển về',
    previous: 'Kế tục',
    note: 'Ghi chú',
    members: 'Số đoàn viên qua các ngày',
    day: 'Ngày, nguồn',
    count: 'Đoàn viên',
    noMembers: 'Chưa ghi số đoàn viên nào.',
    addCount: 'Ghi số đoàn viên',
    notOwn: 'Số này lấy từ quyết định thành lập hoặc từ khảo sát doanh nghiệp nên không xóa ở đây được.',
    removeTitle: 'Xóa số đoàn viên',
    removeText: (day: string, members: number) =>
      `Xóa số ${formatNumber(members)} đoàn viên của ngày ${formatDate(day)}?`,
  },
  membersForm: {
    title: (name: string) => `Ghi số đoàn viên: ${name}`,
    day: 'Số liệu của ngày',
    members: 'Số đoàn viên',
    women: 'Trong đó nữ',
    source: 'Nguồn',
    sourceHint: 'Ví dụ: Báo cáo quý III, danh sách đoàn viên.',
    missing: 'Hãy nhập ngày và số đoàn viên.',
  },
  removing: {
    title: 'Xóa công đoàn cơ sở',
    text: (count: number, name: string) =>
      count === 1
        ? `Xóa “${name}” khỏi dữ liệu? Nơi đã từng hoạt động thì hãy ghi kết thúc thay cho xóa.`
        : `Xóa ${formatNumber(count)} công đoàn cơ sở khỏi dữ liệu? Nơi đã từng hoạt động thì hãy ghi kết thúc thay cho xóa.`,
  },
} as const
