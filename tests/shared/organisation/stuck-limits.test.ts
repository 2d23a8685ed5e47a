import { expect, test } from 'vitest'
import { stuckLimitOn, type StuckLimit } from '#shared/domain/organisation/stuck-limits.ts'

const limit = (
  stage: string | null,
  days: number,
  validFrom: string | null,
  validTo: string | null = null,
): StuckLimit => ({
  stage,
  days,
  validFrom,
  validTo,
})

test.each([
  ['a month where nobody says otherwise', [], 30],
  ['the general one', [limit(null, 45, null)], 45],
  ['its own before the general one', [limit(null, 45, null), limit('HO_SO', 15, null)], 15],
  ['the one that began last', [limit('HO_SO', 15, null), limit('HO_SO', 20, '2024-01-01')], 20],
  [
    'none that has not begun or is over',
    [limit('HO_SO', 15, '2025-01-01'), limit('HO_SO', 10, null, '2024-01-01')],
    30,
  ],
  ['not that of another stage', [limit('DAI_HOI', 15, null)], 30],
] as const)('the limit of a stage is %s', (_, limits, days) => {
  expect(stuckLimitOn(limits, 'HO_SO', '2024-06-30')).toBe(days)
})
