import type { ReconcileKind } from '#shared/domain/results/reconcile-pair.ts'
import { formatDate, formatNumber } from '#shared/domain/text/format.ts'

/** Words of the reconciliation: pairs of numbers that ought to be one. */
export const reconcileText = {
  action: 'Đối chiếu số liệu',
  title: (plan: string, asOf: string) => `Đối chiếu số liệu: ${plan}, đến ngày ${formatDate(asOf)}`,
  counts: (checked: number, agreed: number) =>
    `Đã đối chiếu ${formatNumber(checked)} cặp số: khớp ${formatNumber(agreed)}, không khớp ${formatNumber(checked - agreed)}.`,
  kind: 'Cách đối chiếu',
  allKinds: 'Tất cả các cách đối chiếu',
  kindOption: (name: string, count: number) => `${name} (${formatNumber(count)})`,
  all: 'Cả các cặp số khớp',
  clean: 'Các cặp số đều khớp.',
  kinds: {
    parts: 'Tổng và các phần',
    net: 'Tăng thực và mới trừ giảm',
    stock: 'Hiện có và đầu kỳ cộng tăng trừ giảm',
    ratio: 'Tỷ lệ và tử số, mẫu số',
    children: 'Tự báo cáo và cộng cấp dưới',
    nets: 'Tăng thực và cộng cấp dưới',
    above: 'Phần tách riêng và tổng',
    target: 'Chỉ tiêu và cộng chỉ tiêu đã giao',
    unions: 'Báo cáo và quyết định công đoàn cơ sở',
  } satisfies Record<ReconcileKind, string>,
  columns: {
    unit: 'Đơn vị',
    indicator: 'Chỉ tiêu',
    kind: 'Cách đối chiếu',
    asOf: 'Đến ngày',
    left: 'Số thứ nhất',
    right: 'Số thứ hai',
    difference: 'Chênh',
    state: 'Kết quả',
  },
  agrees: 'khớp',
  differs: 'không khớp',
  unknown: 'chưa có',
  value: (value: number | null, sign: string) => (value === null ? 'chưa có' : `${sign}${formatNumber(value)}`),
  choose: 'Chọn một dòng để xem các báo cáo, tệp và quyết định của hai con số.',
  reports: 'Báo cáo đã tính',
  noReports: 'Không có báo cáo riêng của đơn vị.',
  report: (value: string, from: string, asOf: string, basis: string) =>
    `${value} (${formatDate(from)} đến ${formatDate(asOf)}, ${basis})`,
  bases: { cumulative: 'lũy kế', increment: 'phát sinh' },
  uses: { counted: '', opening: 'trừ ra, là số đầu kỳ', covered: 'đã nằm trong báo cáo sau' },
  place: (file: string, sheet: string | null, cell: string | null) =>
    [file, ...(sheet === null ? [] : [`trang ${sheet}`]), ...(cell === null ? [] : [`ô ${cell}`])].join(', '),
  typed: 'nhập tại cơ quan',
  below: 'Các đơn vị trực thuộc',
  decisions: 'Quyết định công đoàn cơ sở',
  noDecisions: 'Không có quyết định nào trong thời gian này.',
  founded: (name: string, on: string, decision: string) => `${name}: thành lập ${formatDate(on)}${decision}`,
  ended: (name: string, on: string, decision: string) => `${name}: kết thúc ${formatDate(on)}${decision}`,
  decision: (number: string) => `, quyết định số ${number}`,
  more: (count: number) => `… và ${formatNumber(count)} dòng nữa.`,
} as const
