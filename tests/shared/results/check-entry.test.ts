import { describe, expect, test } from 'vitest'
import { checkEntry } from '#shared/domain/results/check-entry.ts'
import type { ReportedEntry } from '#shared/domain/results/reported-entry.ts'

function entry(basis: ReportedEntry['basis'], from: string, asOf: string, value = 10): ReportedEntry {
  return { basis, from, asOf, value, qualifier: null, word: null, statedPercent: null }
}
const CALENDARS = ['01-01']
const april = entry('increment', '2024-04-01', '2024-04-30')
const half = entry('cumulative', '2024-01-01', '2024-06-30', 60)

function codeOf(wanted: ReportedEntry, existing: readonly ReportedEntry[], calendars = CALENDARS): string {
  const checked = checkEntry(wanted, existing, 'flow', calendars)
  return checked.ok ? checked.value.warnings.map((warning) => warning.code).join(' ') : checked.error.code
}

describe('an increment', () => {
  test.each<[string, ReportedEntry, ReportedEntry[], string]>([
    ['after another is taken', entry('increment', '2024-05-01', '2024-05-31'), [april], ''],
    ['before another is taken, late as it is', entry('increment', '2024-03-01', '2024-03-31'), [april], ''],
    ['that shares one day is refused', entry('increment', '2024-04-30', '2024-05-31'), [april], 'OVERLAPS'],
    ['around another is refused', entry('increment', '2024-01-01', '2024-06-30'), [april], 'OVERLAPS'],
    ['over New Year is refused', entry('increment', '2023-12-15', '2024-01-14'), [], 'CROSSES_YEAR'],
    ['of a whole year is taken', entry('increment', '2024-01-01', '2024-12-31'), [], ''],
    [
      'over the day of a cumulative report is refused',
      entry('increment', '2024-06-15', '2024-07-14'),
      [half],
      'CROSSES_CUMULATIVE',
    ],
    ['inside a cumulative report is taken', entry('increment', '2024-05-01', '2024-05-31'), [half], ''],
    ['from the day after a cumulative report is taken', entry('increment', '2024-07-01', '2024-07-31'), [half], ''],
  ])('%s', (_, wanted, existing, expected) => {
    expect(codeOf(wanted, existing)).toBe(expected)
  })

  test('over 1 December is refused where every year begins there, and pointed out beside a calendar year', () => {
    const quarter = entry('increment', '2023-10-01', '2023-12-31')
    expect(codeOf(quarter, [], ['12-01'])).toBe('CROSSES_YEAR')
    expect(codeOf(quarter, [], ['01-01', '12-01'])).toBe('CROSSES_OTHER_YEAR')
    expect(codeOf(entry('increment', '2023-12-01', '2023-12-31'), [], ['01-01', '12-01'])).toBe('')
  })

  test('over New Year lies inside the year from 1 December', () => {
    expect(codeOf(entry('increment', '2023-12-15', '2024-01-14'), [], ['01-01', '12-01'])).toBe('CROSSES_OTHER_YEAR')
    expect(codeOf(entry('increment', '2023-12-15', '2024-01-14'), [], ['12-01'])).toBe('')
    expect(codeOf(entry('increment', '2023-11-15', '2024-01-14'), [], ['01-01', '12-01'])).toBe('CROSSES_YEAR')
  })
})

describe('a correction', () => {
  test('is the same period and basis again, and does not overlap itself', () => {
    const checked = checkEntry({ ...april, value: 12 }, [april], 'flow', CALENDARS)
    expect(checked).toEqual({ ok: true, value: { corrects: april, warnings: [] } })
  })

  test('of a cumulative figure does not fall against itself', () => {
    expect(codeOf({ ...half, value: 50 }, [half])).toBe('')
  })
})

describe('a cumulative figure', () => {
  const march = entry('cumulative', '2024-01-01', '2024-03-31', 40)
  test.each<[string, ReportedEntry, ReportedEntry[], string]>([
    ['that rises is silent', half, [march], ''],
    ['that falls warns', entry('cumulative', '2024-01-01', '2024-06-30', 39), [march], 'CUMULATIVE_FALLS'],
    ['above a later one warns', entry('cumulative', '2024-01-01', '2024-03-31', 61), [half], 'CUMULATIVE_FALLS'],
    ['of another year is not compared', entry('cumulative', '2025-01-01', '2025-01-31', 1), [half], ''],
    [
      'from the middle of the year is counted by no plan',
      entry('cumulative', '2024-07-01', '2024-07-31'),
      [],
      'NOT_FROM_YEAR_START',
    ],
    [
      'over two years is counted by no plan',
      entry('cumulative', '2023-01-01', '2024-06-30'),
      [],
      'NOT_FROM_YEAR_START',
    ],
    [
      'inside an increment takes its days from it',
      entry('cumulative', '2024-01-01', '2024-04-15'),
      [april],
      'SPLITS_INCREMENT',
    ],
  ])('%s', (_, wanted, existing, expected) => {
    expect(codeOf(wanted, existing)).toBe(expected)
  })
})

describe('by kind', () => {
  test('a level has no increment', () => {
    expect(checkEntry(april, [], 'stock', CALENDARS)).toEqual({ ok: false, error: { code: 'LEVEL_NOT_INCREMENT' } })
    expect(checkEntry(april, [], 'ratio', CALENDARS)).toEqual({ ok: false, error: { code: 'LEVEL_NOT_INCREMENT' } })
  })

  test('a level may fall', () => {
    const less = { ...half, asOf: '2024-09-30', value: 1 }
    expect(checkEntry(less, [half], 'stock', CALENDARS)).toEqual({ ok: true, value: { corrects: null, warnings: [] } })
  })

  test('only a net may be negative', () => {
    expect(checkEntry({ ...half, value: -1 }, [], 'net', CALENDARS).ok).toBe(true)
    expect(checkEntry({ ...half, value: -1 }, [], 'loss', CALENDARS)).toEqual({
      ok: false,
      error: { code: 'NEGATIVE' },
    })
  })
})
