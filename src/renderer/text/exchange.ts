import type { BoardState } from '#shared/domain/exchange/board/board.ts'
import { formatDate, formatNumber } from '#shared/domain/text/format.ts'

/** What an import did, as its undoing tells it. */
interface UndoCounts {
  readonly removed: number
  readonly restored: number
  readonly rows: number
  readonly cells: number
}

/** Words of the screen Trao đổi. */
export const exchangeText = {
  title: 'Trao đổi',
  subtitle: {
    province: (unit: string, asOf: string) => `${unit} nhận và gửi cho các đơn vị · đến ngày ${formatDate(asOf)}`,
    unit: (unit: string, asOf: string) => `Góc nhìn của ${unit} · đến ngày ${formatDate(asOf)}`,
  },
  views: 'Nội dung trao đổi',
  view: {
    board: 'Bảng theo dõi',
    packages: 'Tệp đã trao đổi',
    round: 'Lấy ý kiến',
    questions: 'Số liệu hỏi lại',
    keys: 'Khóa và nơi gửi',
  },
  send: 'Gửi cho đơn vị',
  sendUp: 'Gửi lên cấp tỉnh',
  receive: 'Nhận tệp',
  accept: 'Chấp nhận',
  ask: 'Hỏi lại',
  undo: 'Hoàn tác',
  differences: 'Xem khác biệt',

  board: {
    table: 'Đơn vị và kỳ báo cáo',
    unit: 'Đơn vị',
    period: 'Kỳ',
    kinds: { week: 'Tuần', month: 'Tháng', quarter: 'Quý', half: '6 tháng', nine: '9 tháng', year: 'Năm' },
    states: {
      every: 'Mọi trạng thái',
      'not-sent': 'Chưa gửi',
      late: 'Quá hạn',
      received: 'Đã nhận',
      accepted: 'Đã chấp nhận',
      returned: 'Trả lại',
    },
    stateFilter: 'Trạng thái kỳ gần nhất',
    /** Each state by a sign of its own, for eyes that do not tell colours apart. */
    signs: { 'not-sent': '○', late: '!', received: '●', accepted: '✓', returned: '↩' },
    short: {
      'not-sent': () => 'chưa gửi',
      late: (days: number) => `quá hạn ${formatNumber(days)} ngày`,
      received: (days: number, _open: number, questions: number) =>
        questions > 0 ? 'đã trả lời' : days > 0 ? `nhận chậm ${formatNumber(days)} ngày` : 'đã nhận',
      accepted: () => 'chấp nhận',
      returned: (_days: number, open: number) => (open > 0 ? `trả lại, hỏi ${formatNumber(open)}` : 'trả lại'),
    },
    /** How many units stand where in the period asked about most; it also says what the signs mean. */
    counts: (name: string, due: string, counts: Readonly<Record<BoardState, number>>) =>
      [
        `${name.charAt(0).toLocaleUpperCase('vi')}${name.slice(1)}, hạn ${formatDate(due)}:`,
        [
          `○ chưa gửi ${formatNumber(counts['not-sent'])}`,
          `! quá hạn ${formatNumber(counts.late)}`,
          `● đã nhận ${formatNumber(counts.received)}`,
          `✓ chấp nhận ${formatNumber(counts.accepted)}`,
          `↩ trả lại ${formatNumber(counts.returned)}`,
        ].join(' · '),
      ].join(' '),
    hint: (state: string, due: string, received: string | null, sent: string | null, source: string | null) =>
      [
        `${state.charAt(0).toLocaleUpperCase('vi')}${state.slice(1)}.`,
        `Hạn gửi ${formatDate(due)}.`,
        sent === null ? 'Chưa gửi biểu mẫu.' : `Đã gửi biểu mẫu ngày ${formatDate(sent)}.`,
        received === null ? '' : `Nhận ngày ${formatDate(received)}.`,
        source === null ? '' : `Nguồn: ${source}.`,
      ]
        .filter(Boolean)
        .join(' '),
    chooseCells: 'Hãy chọn trong bảng ô của đơn vị và kỳ cần thực hiện.',
    accepted: (count: number) => `Đã chấp nhận báo cáo của ${formatNumber(count)} đơn vị.`,
    unaccepted: (count: number) => `Đã bỏ chấp nhận báo cáo của ${formatNumber(count)} đơn vị.`,
    unaccept: 'Bỏ chấp nhận',
    emptyTitle: 'Chưa có đơn vị nào báo cáo',
    emptyText:
      'Ở đây là các đơn vị và những kỳ đã gửi báo cáo. Hãy thêm đơn vị ở trang Đơn vị, hoặc nhận tệp của đơn vị.',
  },

  sendDialog: {
    title: 'Gửi cho đơn vị',
    titleUp: 'Gửi lên cấp tỉnh',
    kind: 'Nội dung gửi',
    units: 'Đơn vị nhận',
    allUnits: (count: number) => `Chọn cả ${formatNumber(count)} đơn vị`,
    noUnits: 'Bỏ chọn hết',
    chosen: (count: number) => `Đã chọn ${formatNumber(count)} đơn vị`,
    period: 'Kỳ báo cáo',
    plan: 'Kế hoạch',
    carrier: 'Dạng tệp',
    package: 'Tệp .chitieu (nơi nhận dùng chương trình)',
    form: 'Biểu mẫu Excel (nơi nhận chỉ dùng Excel)',
    folder: 'Thư mục ghi tệp',
    chooseFolder: 'Chọn thư mục…',
    folderName: 'Gửi đơn vị',
    submit: 'Ghi tệp',
    missingUnits: 'Hãy chọn ít nhất một đơn vị.',
    missingFolder: 'Hãy chọn thư mục ghi tệp.',
    missingPeriod: 'Hãy chọn kỳ báo cáo.',
    full: 'Gửi lại đầy đủ, không chỉ phần mới thay đổi',
    passphrase: 'Mật khẩu niêm phong (nếu cần)',
    passphraseHint: 'Nơi nhận phải có mật khẩu này mới mở được tệp. Báo mật khẩu qua điện thoại, không gửi kèm tệp.',
    job: (kind: string) => `Ghi tệp: ${kind.toLocaleLowerCase('vi')}`,
    step: (unit: string) => `Đang ghi tệp cho ${unit}`,
    done: (count: number) =>
      `Đã ghi ${formatNumber(count)} tệp. Hãy gửi các tệp này cho đơn vị qua thư điện tử, Zalo hoặc USB.`,
    failed: (unit: string, why: string) => `${unit}: ${why}`,
  },

  receiveDialog: {
    title: 'Nhận tệp',
    files: 'Các tệp đã chọn',
    reading: (file: string) => `Đang đọc ${file}`,
    readJob: 'Đọc tệp trao đổi',
    applyJob: 'Nhận tệp trao đổi',
    chooseMore: 'Chọn thêm tệp',
    apply: (count: number) => (count > 1 ? `Nhận ${formatNumber(count)} tệp` : 'Nhận tệp'),
    from: (name: string, kind: string) => `${kind} · ${name}`,
    made: (moment: string, by: string) => `Lập lúc ${moment}${by === '' ? '' : `, người lập: ${by}`}`,
    answers: (kind: string, at: string) => `Trả lời tệp “${kind.toLocaleLowerCase('vi')}” gửi ngày ${formatDate(at)}`,
    counts: (created: number, updated: number, deleted: number, clashes: number) =>
      [
        `thêm ${formatNumber(created)}`,
        `sửa ${formatNumber(updated)}`,
        `xóa ${formatNumber(deleted)}`,
        `hai bên cùng sửa ${formatNumber(clashes)}`,
      ].join(' · '),
    nothing: 'Tệp này không có gì khác với dữ liệu đang có.',
    appliedBefore: (at: string) => `Tệp này đã được nhận lúc ${at}; nhận lại sẽ không thay đổi gì.`,
    password: 'Mật khẩu của tệp',
    openSealed: 'Mở tệp',
    tabs: {
      changes: 'Thay đổi',
      clashes: 'Hai bên cùng sửa',
      problems: 'Cần xem',
      missing: 'Dòng thiếu',
      gaps: 'Tệp còn thiếu',
    },
    tab: (name: string, count: number) => `${name} (${formatNumber(count)})`,
    tabsLabel: 'Nội dung tệp',
    moreChanges: (count: number) => `Còn ${formatNumber(count)} thay đổi nữa không hiện hết ở đây nhưng vẫn được nhận.`,
    changesTable: 'Từng ô thay đổi',
    columns: {
      state: 'Nhận',
      unit: 'Đơn vị',
      row: 'Dòng',
      column: 'Ô',
      old: 'Lần trao đổi trước',
      theirs: 'Của nơi gửi',
      ours: 'Đang có',
      by: 'Nơi gửi sửa',
      oursBy: 'Bên này sửa',
    },
    state: {
      take: 'Nhận',
      create: 'Thêm dòng',
      delete: 'Xóa dòng',
      clash: 'Để lại',
      keep: 'Không nhận',
      ours: 'Giữ bên này',
      theirs: 'Lấy của nơi gửi',
    },
    wholeRow: '(cả dòng)',
    actionsLabel: 'Nhận hay không nhận',
    rejectCell: 'Không nhận ô này',
    rejectRow: 'Không nhận cả dòng',
    rejectColumn: 'Không nhận cột này',
    rejectFile: 'Không nhận gì của tệp này',
    takeBack: 'Nhận lại',
    clashOurs: 'Giữ của bên này',
    clashTheirs: 'Lấy của nơi gửi',
    clashLeave: 'Để lại, quyết định sau',
    someone: (who: string | null, at: string | null) =>
      [who, at].filter((part) => part !== null && part !== '').join(', '),
    missingText: 'Các dòng sau có trong tệp đã gửi đi nhưng không còn trong tệp nhận về; chúng được giữ nguyên.',
    review: 'Vẫn xem và đối chiếu tệp này dù còn thiếu tệp trước',
    trust: {
      new: (fingerprint: string) =>
        `Lần đầu nhận tệp từ máy này. Hãy gọi điện cho nơi gửi và đọc mã kiểm tra để so: ${fingerprint}`,
      seen: (fingerprint: string) => `Khóa của nơi gửi chưa được đọc so qua điện thoại. Mã kiểm tra: ${fingerprint}`,
      changed: (fingerprint: string, known: string) =>
        `KHÓA ĐÃ THAY ĐỔI: mã kiểm tra là ${fingerprint}, trước đây là ${known}. Đừng nhận tệp cho đến khi gọi điện xác nhận với nơi gửi.`,
      unsigned: 'Tệp này không có chữ ký vì được điền bằng Excel.',
      verified: 'Chữ ký đúng với khóa đã xác nhận.',
    },
    outcome: {
      applied: (created: number, updated: number, deleted: number, clashes: number) =>
        `đã nhận: thêm ${formatNumber(created)}, sửa ${formatNumber(updated)}, xóa ${formatNumber(deleted)}${clashes > 0 ? `, còn ${formatNumber(clashes)} chỗ hai bên cùng sửa` : ''}`,
      again: (at: string) => `đã được nhận lúc ${at} nên không thay đổi gì`,
      waiting: 'đang chờ tệp gửi trước đó',
      refused: (why: string) => `không nhận được. ${why}`,
    },
    doneTitle: 'Đã nhận tệp',
    outcomeLine: (file: string, said: string) => `${file}: ${said}.`,
  },

  packages: {
    table: 'Tệp đã gửi và đã nhận',
    at: 'Lúc',
    direction: { in: 'Nhận', out: 'Gửi' },
    columns: {
      direction: 'Chiều',
      kind: 'Nội dung',
      partner: 'Đơn vị',
      period: 'Kỳ, kế hoạch',
      carrier: 'Dạng',
      file: 'Tệp',
      state: 'Trạng thái',
      rows: 'Số dòng',
      changes: 'Thay đổi',
      open: 'Chưa quyết định',
      who: 'Người làm',
      sequence: 'Số tệp',
    },
    carrier: { package: '.chitieu', form: 'Excel' },
    state: { made: 'Đã gửi', applied: 'Đã nhận', undone: 'Đã hoàn tác', waiting: 'Chờ tệp trước' },
    changes: (created: number, updated: number, deleted: number) =>
      `+${formatNumber(created)} · sửa ${formatNumber(updated)} · xóa ${formatNumber(deleted)}`,
    emptyTitle: 'Chưa trao đổi tệp nào',
    emptyText:
      'Ở đây là các tệp đã gửi cho đơn vị và đã nhận về. Bấm Gửi cho đơn vị để bắt đầu, hoặc Nhận tệp khi đơn vị gửi về.',
    chooseOne: 'Hãy chọn trong bảng một tệp đã nhận.',
    undoTitle: 'Hoàn tác tệp đã nhận',
    undoText: (label: string) => `${label}. Những ô đã sửa sau đó được giữ nguyên.`,
    undoCounts: ({ removed, restored, rows, cells }: UndoCounts) =>
      `Bỏ ${formatNumber(removed)} dòng tệp đã thêm, đưa lại ${formatNumber(restored)} dòng tệp đã xóa, trả lại ${formatNumber(cells)} ô của ${formatNumber(rows)} dòng.`,
    undoKept: (count: number) => `Giữ nguyên ${formatNumber(count)} chỗ đã sửa sau khi nhận:`,
    undone: (label: string) => `Đã hoàn tác: ${label}.`,
    clashesTitle: 'Hai bên cùng sửa',
    clashesTable: 'Chỗ hai bên cùng sửa chưa quyết định',
    decideOurs: 'Giữ của bên này',
    decideTheirs: 'Lấy của nơi gửi',
    decided: (decided: number, open: number) =>
      `Đã quyết định ${formatNumber(decided)} chỗ${open > 0 ? `, còn ${formatNumber(open)} chỗ` : ''}.`,
    noClashes: 'Không còn chỗ nào hai bên cùng sửa.',
  },

  round: {
    table: 'Dự thảo, ý kiến và chỉ tiêu ban hành',
    columns: {
      unit: 'Đơn vị',
      indicator: 'Chỉ tiêu',
      assigner: 'Nơi giao',
      draft: 'Dự thảo',
      agreed: 'Ý kiến',
      proposed: 'Đề nghị',
      note: 'Lý do',
      issued: 'Ban hành',
      difference: 'Chênh lệch',
      by: 'Người trả lời',
    },
    agreed: 'Đồng ý',
    other: 'Đề nghị khác',
    silent: 'chưa trả lời',
    onlyOpen: 'Chỉ dòng chưa trả lời hoặc đề nghị khác',
    summary: (all: number, agreed: number, other: number, silent: number) =>
      `${formatNumber(all)} chỉ tiêu · đồng ý ${formatNumber(agreed)} · đề nghị khác ${formatNumber(other)} · chưa trả lời ${formatNumber(silent)}`,
    emptyTitle: 'Chưa có dự thảo để lấy ý kiến',
    emptyText:
      'Khi kế hoạch có chỉ tiêu giao cho đơn vị, ở đây có dự thảo, ý kiến của đơn vị và số ban hành đặt cạnh nhau.',
    opinion: 'Ghi ý kiến',
  },

  questions: {
    table: 'Số liệu đã hỏi lại và câu trả lời',
    columns: {
      unit: 'Đơn vị',
      asOf: 'Số liệu đến',
      title: 'Số liệu',
      said: 'Đã báo cáo',
      reason: 'Nội dung hỏi',
      askedOn: 'Ngày hỏi',
      answer: 'Trả lời',
      corrected: 'Số đúng',
      state: 'Trạng thái',
    },
    open: 'chờ trả lời',
    answered: 'đã trả lời',
    closed: 'đã đóng',
    close: 'Đóng câu hỏi',
    closeDone: (count: number) => `Đã đóng ${formatNumber(count)} câu hỏi.`,
    answerTitle: 'Trả lời số liệu bị hỏi lại',
    answerText: (title: string, said: string | null, reason: string) =>
      `${title}${said === null ? '' : `, đã báo cáo ${said}`}. Nội dung hỏi: ${reason}`,
    answer: 'Trả lời',
    corrected: 'Số đúng (để trống nếu số đã báo cáo là đúng)',
    answerMissing: 'Hãy ghi câu trả lời hoặc số đúng.',
    chooseFirst: 'Hãy chọn trong bảng câu hỏi cần thực hiện.',
    emptyTitle: 'Chưa hỏi lại số liệu nào',
    emptyText:
      'Ở Bảng theo dõi, chọn ô của đơn vị rồi bấm Hỏi lại. Câu hỏi đi kèm tệp trả lại; câu trả lời của đơn vị về sẽ tự đóng câu hỏi.',
    sendReturn: 'Gửi tệp trả lại',
  },
  askDialog: {
    title: (unit: string, period: string) => `Hỏi lại số liệu ${period} của ${unit}`,
    submit: 'Ghi câu hỏi',
    indicator: 'Số liệu',
    reason: 'Nội dung hỏi',
    reasonHint: 'Ví dụ: thấp hơn kỳ trước, đề nghị kiểm tra lại.',
    missing: 'Hãy chọn số liệu và ghi nội dung hỏi.',
    none: 'Đơn vị chưa báo cáo số liệu nào cho kỳ này.',
    done: 'Đã ghi câu hỏi. Bấm Gửi tệp trả lại ở trang Số liệu hỏi lại để gửi cho đơn vị.',
  },

  keys: {
    own: 'Máy này',
    ownUnit: 'Đơn vị',
    ownName: 'Tên máy',
    mode: { province: 'Cấp tỉnh: thấy mọi đơn vị', unit: 'Đơn vị: chỉ thấy phần của mình' },
    fingerprint: 'Mã kiểm tra khóa',
    fingerprintHint: 'Đọc mã này cho nơi nhận qua điện thoại khi họ nhận tệp lần đầu.',
    noFingerprint: 'Khóa được tạo khi gửi tệp lần đầu.',
    change: 'Đổi đơn vị và tên máy…',
    siteTitle: 'Máy này là của đơn vị nào',
    known: 'Khóa của các nơi gửi',
    knownEmpty: 'Chưa nhận tệp có chữ ký nào.',
    columns: { unit: 'Đơn vị', fingerprint: 'Mã kiểm tra', state: 'Trạng thái', refused: 'Khóa bị từ chối' },
    state: { seen: 'đã gặp, chưa đọc so', verified: 'đã xác nhận' },
    trust: 'Đã đọc so khớp',
    trustNew: 'Nhận khóa mới',
    trusted: (unit: string) => `Đã xác nhận khóa của ${unit}.`,
    trustTitle: 'Xác nhận khóa',
    trustText: (unit: string, fingerprint: string) =>
      `Hãy gọi điện cho ${unit} theo số đã biết từ trước và so từng nhóm số: ${fingerprint}. Chỉ xác nhận khi hai bên đọc giống nhau.`,
    senders: 'Cách đọc cột của nơi gửi danh sách',
    sendersEmpty: 'Khi nhập danh sách doanh nghiệp của cơ quan khác, cách đọc cột được ghi nhớ ở đây.',
    senderColumns: { sender: 'Nơi gửi', fields: 'Cột đã ghi nhớ', usedOn: 'Dùng lần cuối' },
    forget: 'Bỏ ghi nhớ',
  },
} as const
