import { describe, expect, test } from 'vitest'
import { allocate, type AllocationUnit } from '#shared/domain/targets/allocation.ts'
import { explainShare, weightsInWords, type WhyContext } from '#shared/domain/targets/why.ts'

const NONMEMBERS: WhyContext = { by: 'nonmembers', threshold: 20 }

function sentences(total: number, units: readonly AllocationUnit[], context: WhyContext): string[] {
  const result = allocate(total, units)
  if (!result.ok) throw new Error('refused')
  return result.value.shares.map((share) => explainShare(share, result.value, context))
}

const unit = (name: string, weight: number, more: Partial<AllocationUnit> = {}): AllocationUnit => ({
  unit: name,
  sortOrder: 0,
  weight,
  ...more,
})

describe('vì sao số này', () => {
  test('says the weight, its part of the whole, the share and how it was rounded', () => {
    expect(sentences(1000, [unit('a', 1240), unit('b', 860)], NONMEMBERS)).toEqual([
      'Có 1.240 lao động chưa là đoàn viên, chiếm 59% của các đơn vị được phân bổ; phần được chia là 590,48, bỏ phần lẻ còn 590.',
      'Có 860 lao động chưa là đoàn viên, chiếm 41% của các đơn vị được phân bổ; phần được chia là 409,52, phần lẻ thuộc nhóm lớn nhất nên lấy 410.',
    ])
  })

  test('says what held the number: a lock, a floor, a cap, no weight', () => {
    const units = [
      unit('khóa', 5, { locked: 40 }),
      unit('sàn', 1, { floor: 30 }),
      unit('trần', 900, { cap: 20 }),
      unit('không', 0, { floor: 3 }),
      unit('còn lại', 50),
    ]
    expect(sentences(193, units, { by: 'enterprises', threshold: 25 })).toEqual([
      'Đã khóa ở mức 40, không tham gia phân bổ.',
      'Có 1 doanh nghiệp từ 25 lao động trở lên chưa có công đoàn cơ sở, chiếm 0,1% của các đơn vị được phân bổ; phần tính theo tỷ trọng chưa đủ mức tối thiểu nên lấy mức tối thiểu 30.',
      'Có 900 doanh nghiệp từ 25 lao động trở lên chưa có công đoàn cơ sở, chiếm 94,6% của các đơn vị được phân bổ; phần tính theo tỷ trọng vượt mức tối đa nên lấy mức tối đa 20.',
      'Không có doanh nghiệp nào từ 25 lao động trở lên chưa có công đoàn cơ sở nên lấy mức tối thiểu 3.',
      'Có 50 doanh nghiệp từ 25 lao động trở lên chưa có công đoàn cơ sở, chiếm 5,3% của các đơn vị được phân bổ; phần được chia là 100.',
    ])
  })

  test('an equal spread speaks of no weight', () => {
    expect(sentences(10, [unit('a', 1), unit('b', 1)], { by: 'equal', threshold: 20 })[0]).toBe(
      'Chia đều cho các đơn vị; phần được chia là 5.',
    )
  })

  test('a fraction is never printed as if it were whole', () => {
    // 1/3 of 29.999 is 9.999,67; a third of 2.999.999 prints with the decimals it needs.
    const [first] = sentences(29_999, [unit('a', 1), unit('b', 29_998)], { by: 'workers', threshold: 20 })
    expect(first).toContain('phần được chia là 1')
    const near = sentences(3, [unit('a', 999_999), unit('b', 2_000_001)], { by: 'previous', threshold: 20 })
    expect(near[0]).toContain('phần được chia là 0,999999,')
    expect(near[1]).toContain('phần được chia là 2,000001,')
  })

  test('names what is missing when nothing weighs', () => {
    expect(weightsInWords(NONMEMBERS)).toBe('lao động chưa là đoàn viên')
    expect(weightsInWords({ by: 'enterprises', threshold: 30 })).toBe(
      'doanh nghiệp từ 30 lao động trở lên chưa có công đoàn cơ sở',
    )
  })
})
