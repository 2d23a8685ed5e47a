import type { Reconciliation, Side } from '../results/reconcile-pair.ts'
import { formatDate, formatNumber } from '../text/format.ts'

/** What the two numbers of each check are called. */
export const SIDE_LABELS: Readonly<Record<Reconciliation['kind'], readonly [told: string, computed: string]>> = {
  parts: ['Báo cáo tổng', 'Cộng các phần'],
  net: ['Báo cáo tăng thực', 'Mới trừ giảm'],
  stock: ['Báo cáo hiện có', 'Đầu kỳ cộng tăng trừ giảm'],
  ratio: ['Báo cáo tỷ lệ', 'Tính từ tử số và mẫu số'],
  children: ['Đơn vị tự báo cáo', 'Cộng các đơn vị trực thuộc'],
  nets: ['Mới trừ giảm', 'Cộng các đơn vị trực thuộc'],
  above: ['Phần tách riêng', 'Tổng'],
  target: ['Chỉ tiêu của đơn vị', 'Cộng chỉ tiêu đã giao'],
  unions: ['Báo cáo của đơn vị', 'Đếm theo quyết định'],
}

export interface ReconcileNames {
  readonly unit: string
  /** Short name of an indicator by its code. */
  readonly indicator: (code: string) => string
}

/**
 * One sentence that names both numbers, what they differ by, and where to look: "LĐLĐ huyện A báo cáo Tổng ĐV 1.361 đến
 * 31/12/2024; đầu kỳ 1.348 (31/12/2023) cộng tăng trừ giảm là 1.372; chênh -11. Chưa có số liệu CĐCS giảm."
 */
export function reconcileSentence(row: Reconciliation, names: ReconcileNames): string {
  const { told, computed, asOf, opening } = row
  const day = asOf === null ? '' : ` đến ${formatDate(asOf)}`
  const name = names.indicator(row.indicator)
  const left = numberOf(told)
  const right = numberOf(computed)
  const difference = row.difference === null || row.difference === 0 ? '' : `; chênh ${signed(row.difference)}`
  const untold =
    row.untold.length === 0 ? '' : ` Chưa có số liệu ${row.untold.map((code) => names.indicator(code)).join(', ')}.`
  switch (row.kind) {
    case 'parts':
      return `${names.unit} báo cáo ${name} ${left}${day}; cộng các phần là ${right}${difference}.${untold}`
    case 'net':
      return `${names.unit} báo cáo ${name} ${left}${day}; số mới trừ số giảm là ${right}${difference}.`
    case 'stock': {
      const before = opening === null ? '' : `đầu kỳ ${formatNumber(opening.value)} (${formatDate(opening.on)}) `
      return `${names.unit} báo cáo ${name} ${left}${day}; ${before}cộng tăng trừ giảm là ${right}${difference}.${untold}`
    }
    case 'ratio':
      return `${names.unit} báo cáo ${name} ${left}%${day}; tính từ tử số và mẫu số là ${right}%${difference}.`
    case 'children':
      return `${names.unit} báo cáo ${name} ${left}${day}; cộng các đơn vị trực thuộc là ${right}${difference}.`
    case 'nets':
      return `${names.unit}: ${name} tính từ số mới trừ số giảm là ${left}${day}; cộng các đơn vị trực thuộc là ${right}${difference}.${untold}`
    case 'above': {
      const [part = row.indicator] = told.codes
      const [whole = row.indicator] = computed.codes
      return `${names.unit}: ${names.indicator(part)} ${left} lớn hơn ${names.indicator(whole)} ${right}${day}.`
    }
    case 'target':
      return `${names.unit} được giao ${name} ${left}; cộng chỉ tiêu giao cho các đơn vị trực thuộc là ${right}${difference}.`
    case 'unions':
      return told.value === null
        ? `${names.unit} chưa báo cáo ${name}; theo quyết định đã có ${right}${day}.`
        : `${names.unit} báo cáo ${name} ${left}${day}; theo quyết định là ${right}${difference}.`
  }
}

function numberOf({ value, qualifier }: Side): string {
  return value === null ? 'chưa có' : `${qualifier ?? ''}${formatNumber(value)}`
}

function signed(value: number): string {
  return value > 0 ? `+${formatNumber(value)}` : formatNumber(value)
}
