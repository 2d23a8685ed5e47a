import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rankOf } from '#shared/domain/results/rank.ts'
import { compareFractions, fraction } from '#shared/kit/fraction.ts'

function ranks(rows: readonly (readonly [result: number, target: number])[]): number[] {
  const ranked = rankOf(
    rows.map(([result, target], index) => ({
      key: String(index),
      achieved: fraction(BigInt(result), BigInt(target)),
      result,
    })),
  )
  return rows.map((_, index) => ranked.get(String(index)) ?? 0)
}

describe('rank', () => {
  test.each<[string, [number, number][], number[]]>([
    [
      'by the fraction',
      [
        [5, 10],
        [9, 10],
        [1, 10],
      ],
      [2, 1, 3],
    ],
    [
      'equal share the rank and the next skips it',
      [
        [5, 10],
        [5, 10],
        [4, 10],
      ],
      [1, 1, 3],
    ],
    [
      'equal fractions by the result',
      [
        [5, 10],
        [50, 100],
        [5, 10],
      ],
      [2, 1, 2],
    ],
    [
      'by the exact fraction, not the printed percent',
      [
        [6661, 10_000],
        [6664, 10_000],
      ],
      [2, 1],
    ],
    [
      'nothing done still has a rank',
      [
        [0, 10],
        [0, 20],
        [1, 100],
      ],
      [2, 2, 1],
    ],
  ])('%s', (_, rows, expected) => {
    expect(ranks(rows)).toEqual(expected)
  })

  test('is one more than the number of those ahead', () => {
    const row = fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 20 }))
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
        const isAhead = ([a, b]: readonly [number, number], [c, d]: readonly [number, number]): boolean => {
          const order = compareFractions(fraction(BigInt(a), BigInt(b)), fraction(BigInt(c), BigInt(d)))
          return order > 0 || (order === 0 && a > c)
        }
        expect(ranks(rows)).toEqual(rows.map((row) => 1 + rows.filter((other) => isAhead(other, row)).length))
      }),
    )
  })
})
