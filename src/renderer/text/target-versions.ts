import { formatDate, formatNumber } from '#shared/domain/text/format.ts'

type State = 'draft' | 'chosen' | 'issued' | 'adjusting' | 'adjusted'

/** Words of versions of a plan's targets: phương án, ban hành, điều chỉnh. */
export const targetVersionsText = {
  /** Behind a version's name in the menu. */
  states: {
    draft: 'dự thảo',
    chosen: 'đang dùng',
    issued: 'đã ban hành',
    adjusting: 'đang điều chỉnh',
    adjusted: 'đã ban hành',
  } satisfies Record<State, string>,
  inForce: 'đang có hiệu lực',
  named: (name: string, state: string) => `${name} (${state})`,
  pickerLabel: (name: string) => `Phương án đang xem: ${name}`,

  copy: 'Lập phương án mới từ phương án này',
  rename: 'Đổi tên…',
  choose: 'Dùng phương án này',
  remove: 'Xóa phương án này…',
  editDecision: 'Sửa quyết định…',
  removeAdjustment: 'Bỏ bản điều chỉnh này…',
  compare: 'So phương án',
  issue: 'Ban hành',
  adjust: 'Điều chỉnh',
  issueAdjustment: 'Ban hành điều chỉnh',

  subtitleDraft: (name: string) => `${name} chưa dùng cho tiến độ và văn bản.`,
  subtitleIssued: 'Đã ban hành: chỉ để xem, thay đổi bằng Điều chỉnh.',
  subtitleClosed: 'Kế hoạch đã kết thúc: chỉ tiêu chỉ để xem.',
  subtitleLeft: 'Phương án không được ban hành: chỉ để xem.',
  subtitleAdjusting: (decision: string, day: string) => `Đang điều chỉnh theo ${decision}, từ ${formatDate(day)}.`,
  subtitleAdjusted: (decision: string, day: string) => `Điều chỉnh theo ${decision}, từ ${formatDate(day)}.`,

  /** A cell that a decision changed. */
  changedCell: (before: number | null, now: number | null) =>
    `${before === null ? '–' : formatNumber(before)} → ${now === null ? '–' : formatNumber(now)}`,
  changedHint: (before: number | null, now: number | null) => {
    const difference = (now ?? 0) - (before ?? 0)
    const was = before === null ? 'Trước điều chỉnh: chưa giao' : `Trước điều chỉnh: ${formatNumber(before)}`
    return `${was} (${difference > 0 ? '+' : ''}${formatNumber(difference)}).`
  },

  copied: (name: string) => `Đã lập ${name}.`,
  chosen: (name: string) => `Từ nay dùng ${name}.`,
  removed: (name: string) => `Đã xóa ${name}.`,
  renameTitle: 'Đổi tên phương án',
  name: 'Tên',
  nameMissing: 'Hãy điền tên của phương án.',
  save: 'Lưu',
  removeTitle: 'Xóa phương án',
  removeText: (name: string, count: number) =>
    `Xóa ${name} cùng ${formatNumber(count)} chỉ tiêu của phương án này? Có thể hoàn tác.`,
  removeConfirm: 'Xóa',

  adjustDialog: {
    title: 'Điều chỉnh chỉ tiêu theo quyết định',
    intro:
      'Chương trình lập một bản sao để đồng chí sửa. Số đã ban hành giữ nguyên và vẫn dùng cho đến trước ngày có hiệu lực.',
    editTitle: 'Quyết định điều chỉnh',
    number: 'Số quyết định',
    numberHint: 'Ví dụ 45/QĐ-LĐLĐ',
    date: 'Ngày quyết định',
    by: 'Cơ quan ban hành',
    effective: 'Có hiệu lực từ ngày',
    effectiveHint: 'Để trống: từ ngày quyết định',
    reason: 'Lý do điều chỉnh',
    submit: 'Bắt đầu điều chỉnh',
    numberMissing: 'Hãy điền số quyết định.',
    reasonMissing: 'Hãy điền lý do điều chỉnh.',
    effectiveMissing: 'Hãy điền ngày quyết định hoặc ngày có hiệu lực.',
    done: (name: string) => `Đã lập ${name}. Hãy sửa các ô cần điều chỉnh rồi bấm Ban hành điều chỉnh.`,
  },
  issueDialog: {
    title: 'Ban hành kế hoạch',
    titleAdjustment: 'Ban hành bản điều chỉnh',
    text: (plan: string, version: string) =>
      `Ban hành ${plan} theo ${version}. Sau khi ban hành, chỉ tiêu không sửa được nữa, chỉ thay đổi bằng Điều chỉnh; việc này không hoàn tác được.`,
    textAdjustment: (version: string, changed: number, day: string) =>
      `Ban hành ${version}: ${formatNumber(changed)} số thay đổi, có hiệu lực từ ${formatDate(day)}. Việc này không hoàn tác được.`,
    number: 'Số quyết định, kế hoạch',
    date: 'Ngày ban hành',
    submit: 'Ban hành',
    wrongCells: (count: number) =>
      `Còn ${formatNumber(count)} ô nhập chưa đúng nên chưa ban hành được. Hãy sửa các ô có dấu đỏ trước.`,
    done: (name: string) => `Đã ban hành ${name}.`,
  },
  compareView: {
    title: (plan: string) => `So phương án – ${plan}`,
    table: 'Bảng so phương án',
    a: 'Phương án thứ nhất',
    b: 'Phương án thứ hai',
    onlyDifferent: 'Chỉ dòng khác nhau',
    back: 'Trở về bảng chỉ tiêu',
    makeSecond: 'Lập phương án mới',
    oneTitle: 'Kế hoạch mới có một phương án',
    oneText: 'Hãy lập thêm một phương án từ phương án đang có, sửa số rồi so hai phương án với nhau.',
    same: 'Hai phương án giống nhau.',
    differing: (count: number) => `${formatNumber(count)} chỉ tiêu khác nhau.`,
    columns: {
      unit: 'Đơn vị',
      indicator: 'Chỉ tiêu',
      assigner: 'Nơi giao',
      difference: 'Chênh lệch',
      percent: 'Tỷ lệ',
      percentHint: 'Số của phương án thứ hai so với phương án thứ nhất',
    },
    more: 'tăng',
    less: 'giảm',
  },
} as const
