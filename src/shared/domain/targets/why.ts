import {
  type Fraction,
  fraction,
  decimalFraction,
  divideFractions,
  multiplyFractions,
  roundHalfUp,
} from '../../kit/fraction.ts'
import { formatNumber, formatPercent } from '../text/format.ts'
import type { Allocation, AllocationShare } from './allocation.ts'

/** By what a total is spread. `nonmembers` = workers who are not union members yet. */
export const ALLOCATION_WEIGHTS = ['nonmembers', 'enterprises', 'workers', 'previous', 'equal', 'hand'] as const
export type AllocationWeights = (typeof ALLOCATION_WEIGHTS)[number]

export interface WhyContext {
  readonly by: AllocationWeights
  /** Size from which enterprises count, when spread by enterprises. */
  readonly threshold: number
}

const HUNDRED = fraction(100n)

/**
 * "Vì sao số này": one sentence that lets a clerk defend the number before the unit that got it.
 * Example: "Có 1.240 lao động chưa là đoàn viên, chiếm 12,4% của các đơn vị được phân bổ; phần được chia
 * là 540,32, làm tròn xuống 540."
 */
export function explainShare(share: AllocationShare, allocation: Allocation, context: WhyContext): string {
  if (share.reason === 'locked') return `Đã khóa ở mức ${formatNumber(share.value)}, không tham gia phân bổ.`
  if (share.reason === 'weight-zero') {
    return `${describeNoWeight(context)} nên lấy mức tối thiểu ${formatNumber(share.value)}.`
  }
  const basis = describeWeight(share.weight, context) + describePart(share.weight, allocation.sumOfWeights, context)
  return `${basis}; ${describeOutcome(share)}.`
}

function describeWeight(weight: number, { by, threshold }: WhyContext): string {
  const count = formatNumber(weight)
  switch (by) {
    case 'nonmembers':
      return `Có ${count} lao động chưa là đoàn viên`
    case 'enterprises':
      return `Có ${count} doanh nghiệp từ ${threshold} lao động trở lên chưa có công đoàn cơ sở`
    case 'workers':
      return `Có ${count} lao động`
    case 'previous':
      return `Kết quả năm trước là ${count}`
    case 'equal':
      return 'Chia đều cho các đơn vị'
    case 'hand':
      return `Tỷ trọng được đặt là ${count}`
  }
}

function describeNoWeight({ by, threshold }: WhyContext): string {
  switch (by) {
    case 'nonmembers':
      return 'Không có lao động nào chưa là đoàn viên'
    case 'enterprises':
      return `Không có doanh nghiệp nào từ ${threshold} lao động trở lên chưa có công đoàn cơ sở`
    case 'workers':
      return 'Chưa có số lao động'
    case 'previous':
      return 'Năm trước không có kết quả'
    case 'equal':
    case 'hand':
      return 'Tỷ trọng được đặt là 0'
  }
}

/** What the units would be weighed by, for a sentence that says none of them has any. */
export function weightsInWords({ by, threshold }: WhyContext): string {
  switch (by) {
    case 'nonmembers':
      return 'lao động chưa là đoàn viên'
    case 'enterprises':
      return `doanh nghiệp từ ${threshold} lao động trở lên chưa có công đoàn cơ sở`
    case 'workers':
      return 'số lao động'
    case 'previous':
      return 'kết quả năm trước'
    case 'equal':
    case 'hand':
      return 'tỷ trọng'
  }
}

function describePart(weight: number, sum: Fraction, { by }: WhyContext): string {
  if (by === 'equal' || sum.numerator === 0n) return ''
  const part = roundHalfUp(multiplyFractions(divideFractions(decimalFraction(weight), sum), HUNDRED), 1)
  return `, chiếm ${formatPercent(part)} của các đơn vị được phân bổ`
}

function describeOutcome(share: AllocationShare): string {
  const value = formatNumber(share.value)
  if (share.reason === 'floor') return `phần tính theo tỷ trọng chưa đủ mức tối thiểu nên lấy mức tối thiểu ${value}`
  if (share.reason === 'cap') return `phần tính theo tỷ trọng vượt mức tối đa nên lấy mức tối đa ${value}`
  if (share.exact.denominator === 1n) return `phần được chia là ${value}`
  const exact = describeFraction(share.exact)
  return share.raised
    ? `phần được chia là ${exact}, phần lẻ thuộc nhóm lớn nhất nên lấy ${value}`
    : `phần được chia là ${exact}, bỏ phần lẻ còn ${value}`
}

/** Two decimals, or as many as it takes for the fraction not to look whole: 4,9996 is not printed as 5. */
function describeFraction(value: Fraction): string {
  for (let digits = 2; digits <= 6; digits += 1) {
    const rounded = roundHalfUp(value, digits)
    if (!Number.isInteger(rounded)) return formatNumber(rounded)
  }
  return `xấp xỉ ${formatNumber(roundHalfUp(value, 0))}`
}
