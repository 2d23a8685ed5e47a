import { describe, expect, test } from 'vitest'
import { bandOf, DEFAULT_BANDS, hiddenBands, type StatusBand } from '#shared/domain/results/bands.ts'

function band(code: string, bound: number, more: Partial<StatusBand> = {}): StatusBand {
  return {
    code,
    name: code,
    measure: 'percent',
    bound,
    above: false,
    tone: 'pace',
    sortOrder: 0,
    validFrom: null,
    validTo: null,
    ...more,
  }
}

describe('bands nothing reaches', () => {
  test('the usual ones are all reached by something', () => {
    expect(hiddenBands(DEFAULT_BANDS)).toEqual([])
  })

  test.each([
    ['a higher bound after a lower one', [band('A', 40), band('B', 50)], ['B']],
    ['the same bound again', [band('A', 50), band('B', 50)], ['B']],
    ['"trên 100" before "từ 100" leaves exactly 100', [band('A', 100, { above: true }), band('B', 100)], []],
    ['"từ 100" before "trên 100" leaves nothing', [band('A', 100), band('B', 100, { above: true })], ['B']],
    ['another measure', [band('A', 40), band('B', 50, { measure: 'pace' })], []],
    [
      'days after the earlier one is over',
      [band('A', 40, { validTo: '2024-12-31' }), band('B', 50, { validFrom: '2025-01-01' })],
      [],
    ],
    ['only some of its days are taken', [band('A', 40, { validFrom: '2024-07-01' }), band('B', 50)], []],
  ] as const)('%s', (_, bands, hidden) => {
    expect(hiddenBands(bands).map(({ code }) => code)).toEqual(hidden)
    // What is said to be hidden is indeed never given, whatever the percent.
    for (const code of hidden)
      for (let percent = 0; percent <= 150; percent += 1)
        expect(bandOf(percent, 'flow', 50, bands)?.code).not.toBe(code)
  })
})
