import { formatDate, formatNumber } from '#shared/domain/text/format.ts'

/** Words of plans for difficult enterprises and weak unions, wherever they are shown. */
export const remediesText = {
  title: 'Kế hoạch riêng',
  add: 'Lập kế hoạch riêng',
  addForUnion: 'Lập kế hoạch củng cố',
  none: 'Chưa có kế hoạch riêng.',
  officer: 'Cán bộ phụ trách',
  noOfficer: 'chưa phân công',
  due: 'Hạn',
  overdue: 'quá hạn',
  reported: (on: string) => `đã báo cáo Ban Thường vụ ${formatDate(on)}`,
  steps: (done: number, all: number) => `${formatNumber(done)}/${formatNumber(all)} bước đã xong`,
  stuck: (days: number, stage: string) => `${formatNumber(days)} ngày ở giai đoạn “${stage}”`,
  open: 'Xem ở Tổ chức',
  history: 'Người phụ trách trước đây',
  historyLine: (person: string, from: string | null, to: string | null) =>
    [
      person,
      [from === null ? null : `từ ${formatDate(from)}`, to === null ? null : `đến ${formatDate(to)}`]
        .filter(Boolean)
        .join(' '),
    ]
      .filter(Boolean)
      .join(', '),
  weak: 'Cần củng cố',
  consolidation: 'Củng cố',
  consolidated: {
    none: 'chưa có kế hoạch',
    open: (done: number, all: number) => (all === 0 ? 'đang củng cố' : `đang củng cố, ${done}/${all} bước`),
  },
  officers: 'Ban Chấp hành, Ủy ban Kiểm tra',
  form: {
    title: 'Lập kế hoạch riêng',
    kind: 'Loại',
    kinds: {
      difficult: 'Doanh nghiệp khó khăn',
      weak: 'Công đoàn cơ sở yếu',
      memberless: 'Công đoàn cơ sở không còn đoàn viên',
    },
    enterprise: 'Doanh nghiệp (mã số thuế hoặc tên)',
    union: 'Công đoàn cơ sở (tên)',
    openedOn: 'Lập ngày',
    dueOn: 'Hạn hoàn thành',
    officer: 'Cán bộ phụ trách',
    causes: 'Nguyên nhân',
    plan: 'Kế hoạch, giải pháp',
    steps: 'Các bước, mỗi dòng một việc',
    stepsHint: 'Hạn của bước ghi sau dấu chấm phẩy: Khảo sát lao động; 15/9/2024.',
    notChosen: '(chưa phân công)',
    missing: 'Hãy chọn nơi cần xử lý và điền ngày lập.',
    done: 'Đã lập kế hoạch riêng.',
  },
} as const
