import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countedInWindow, countedInYear, latestLevel } from '#shared/domain/results/as-of.ts'
import { usedEntries } from '#shared/domain/results/sources.ts'
import type { ReportedEntry } from '#shared/domain/results/reported-entry.ts'
import { calendarOf, reportingYearOf, reportingYearsIn } from '#shared/domain/results/reporting-year.ts'
import { addDays } from '#shared/kit/dates.ts'

function entry(basis: ReportedEntry['basis'], from: string, asOf: string, value: number): ReportedEntry {
  return { basis, from, asOf, value, qualifier: null, word: null, statedPercent: null }
}
const cumulative = (asOf: string, value: number, from = '2024-01-01'): ReportedEntry =>
  entry('cumulative', from, asOf, value)
const increment = (from: string, asOf: string, value: number): ReportedEntry => entry('increment', from, asOf, value)
const YEAR = '2024-01-01'

describe('reporting years', () => {
  test.each([
    ['2024-01-01', '01-01', '2024-01-01', '2024-12-31'],
    ['2024-12-31', '01-01', '2024-01-01', '2024-12-31'],
    ['2023-12-01', '12-01', '2023-12-01', '2024-11-30'],
    ['2023-11-30', '12-01', '2022-12-01', '2023-11-30'],
    ['2024-02-29', '12-01', '2023-12-01', '2024-11-30'],
  ])('%s under %s lies in %s – %s', (day, calendar, from, to) => {
    expect(reportingYearOf(day, calendar)).toEqual({ from, to })
  })

  test('a term touches each of its years once', () => {
    expect(reportingYearsIn('2023-10-15', '2025-02-01').map((year) => year.from)).toEqual([
      '2023-01-01',
      '2024-01-01',
      '2025-01-01',
    ])
  })

  test('a plan gives its calendar; one from 29/2 begins on a day every year has', () => {
    expect(calendarOf('2023-12-01')).toBe('12-01')
    expect(calendarOf('2024-02-29')).toBe('02-28')
  })
})

describe('flow and loss as of a day', () => {
  const reports = [
    cumulative('2024-03-31', 30),
    increment('2024-04-01', '2024-04-30', 12),
    increment('2024-05-01', '2024-05-31', 8),
    cumulative('2024-06-30', 60),
    increment('2024-07-01', '2024-07-31', 5),
    // Another calendar and an earlier year stand in the same table and are never mixed in.
    cumulative('2024-05-31', 999, '2023-12-01'),
    increment('2023-12-01', '2023-12-31', 7),
  ]
  test.each([
    ['2024-03-30', null, null],
    ['2024-03-31', 30, '2024-03-31'],
    ['2024-04-29', 30, '2024-03-31'],
    ['2024-04-30', 42, '2024-04-30'],
    ['2024-05-31', 50, '2024-05-31'],
    ['2024-06-30', 60, '2024-06-30'],
    ['2024-07-30', 60, '2024-06-30'],
    ['2024-08-15', 65, '2024-07-31'],
  ])('on %s it is %s', (day, value, asOf) => {
    const figure = countedInYear(reports, YEAR, day)
    expect([figure.amount?.value ?? null, figure.asOf]).toEqual([value, asOf])
  })

  test('without a cumulative report all increments since the start count', () => {
    const only = [increment('2024-01-01', '2024-01-31', 3), increment('2024-03-01', '2024-03-31', 4)]
    expect(countedInYear(only, YEAR, '2024-06-30').amount?.value).toBe(7)
  })

  test('the other calendar is read with its own start', () => {
    expect(countedInYear(reports, '2023-12-01', '2024-05-31').amount?.value).toBe(999)
  })

  test('the order of reports does not matter', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(reports, { minLength: reports.length }), (shuffled) => {
        expect(countedInYear(shuffled, YEAR, '2024-08-15')).toEqual(countedInYear(reports, YEAR, '2024-08-15'))
      }),
    )
  })

  test('a cumulative report says the same as the increments it replaces', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(500), { minLength: 1, maxLength: 12 }), fc.nat(11), (values, at) => {
        let day = YEAR
        const months = values.map((value) => {
          const from = day
          day = addDays(from, 30)
          return increment(from, addDays(day, -1), value)
        })
        const cut = at % months.length
        const sum = values.slice(0, cut + 1).reduce((a, b) => a + b, 0)
        const replaced = [cumulative(months[cut]?.asOf ?? '', sum), ...months.slice(cut + 1)]
        // The increments inside may stay beside it: the cumulative report covers them.
        for (const reported of [months, replaced, [...months, ...replaced.slice(0, 1)]]) {
          expect(countedInYear(reported, YEAR, '2024-12-31').amount?.value).toBe(values.reduce((a, b) => a + b, 0))
        }
      }),
    )
  })
})

describe('before a plan’s own first day', () => {
  const reported = [
    { ...cumulative('2023-12-31', 900), from: '2023-01-01' },
    { ...cumulative('2024-06-30', 60) },
    increment('2024-12-01', '2024-12-10', 7),
  ]
  test.each<[string, { from: string; to: string; calendar?: string }, string, number | null]>([
    ['a year shows nothing of the year before', { from: '2024-01-01', to: '2024-12-31' }, '2023-12-31', null],
    ['nor on any day of it', { from: '2024-01-01', to: '2024-12-31' }, '2023-03-01', null],
    ['its first day is its own', { from: '2024-01-01', to: '2024-12-31' }, '2024-01-01', null],
    ['a phase of the year’s total has it already', { from: '2024-08-01', to: '2024-10-30' }, '2024-07-31', 60],
    ['but not that of the year before', { from: '2024-08-01', to: '2024-10-30' }, '2023-12-31', null],
    [
      'the other calendar begins with its own year',
      { from: '2024-12-01', to: '2025-11-30', calendar: '12-01' },
      '2024-11-30',
      null,
    ],
    ['and counts from there', { from: '2024-12-01', to: '2025-11-30', calendar: '12-01' }, '2024-12-10', 7],
  ])('%s', (_, window, day, value) => {
    const ofPlan = { ...window, basis: 'cumulative' as const }
    expect(countedInWindow(reported, ofPlan, day).amount?.value ?? null).toBe(value)
    // What the number rests on says the same.
    const counted = usedEntries(reported, 'flow', ofPlan, day).filter(({ use }) => use === 'counted')
    expect(counted.reduce((sum, { entry }) => sum + entry.value, 0)).toBe(value ?? 0)
  })
})

describe('a plan of basis increment counts from its own first day', () => {
  const july = { from: '2024-07-01', to: '2024-07-31', basis: 'increment' as const }
  test.each<[string, ReportedEntry[], string, number | null]>([
    ['closing minus opening', [cumulative('2024-06-30', 60), cumulative('2024-07-31', 75)], '2024-07-31', 15],
    [
      'the plan ends before the day asked for',
      [cumulative('2024-06-30', 60), cumulative('2024-07-31', 75), cumulative('2024-09-30', 99)],
      '2024-12-31',
      15,
    ],
    [
      'increments inside it',
      [
        cumulative('2024-06-30', 60),
        increment('2024-07-01', '2024-07-10', 4),
        increment('2024-07-11', '2024-07-20', 5),
      ],
      '2024-07-15',
      4,
    ],
    ['nobody has reported since it began', [cumulative('2024-06-30', 60)], '2024-07-20', null],
    ['nothing was reported before it', [increment('2024-07-01', '2024-07-31', 9)], '2024-07-31', 9],
    ['not begun', [cumulative('2024-06-30', 60)], '2024-06-30', null],
  ])('%s', (_, reports, day, expected) => {
    expect(countedInWindow(reports, july, day).amount?.value ?? null).toBe(expected)
  })

  test('an earlier opening is used and said', () => {
    const figure = countedInWindow([cumulative('2024-06-15', 50), cumulative('2024-07-31', 75)], july, '2024-07-31')
    expect(figure.amount?.value).toBe(25)
    expect(figure.notes).toEqual([{ code: 'OPENING_FROM_EARLIER', wanted: '2024-06-30', used: '2024-06-15' }])
  })

  test('an opening that stands on the day, or that nothing reaches back over, is not remarked', () => {
    expect(
      countedInWindow([cumulative('2024-06-30', 60), cumulative('2024-07-31', 75)], july, '2024-07-31').notes,
    ).toEqual([])
    expect(countedInWindow([increment('2024-07-01', '2024-07-31', 9)], july, '2024-07-31').notes).toEqual([])
  })

  test('of basis cumulative it counts since the reporting year began, as a year total in a campaign does', () => {
    const reports = [cumulative('2024-06-30', 60), cumulative('2024-07-31', 75)]
    expect(countedInWindow(reports, { ...july, basis: 'cumulative' }, '2024-07-31').amount?.value).toBe(75)
  })

  test('a window over several reporting years is the sum over them', () => {
    const term = { from: '2023-07-01', to: '2025-12-31', basis: 'increment' as const }
    const reports = [
      cumulative('2023-06-30', 40, '2023-01-01'),
      cumulative('2023-12-31', 100, '2023-01-01'),
      cumulative('2024-12-31', 70),
      cumulative('2025-03-31', 5, '2025-01-01'),
    ]
    expect(countedInWindow(reports, term, '2025-06-30').amount?.value).toBe(60 + 70 + 5)
    expect(countedInWindow(reports, term, '2024-12-31').amount?.value).toBe(60 + 70)
  })

  test('a term counts all since its first day, whatever its basis', () => {
    const reports = [cumulative('2023-12-31', 100, '2023-01-01'), cumulative('2024-12-31', 70)]
    for (const basis of ['increment', 'cumulative'] as const) {
      const term = { from: '2023-01-01', to: '2028-12-31', basis }
      expect(countedInWindow(reports, term, '2024-12-31').amount?.value).toBe(170)
    }
  })

  test('"hơn" taken away from an exact figure leaves at most the difference', () => {
    const opening: ReportedEntry = { ...cumulative('2024-06-30', 60), qualifier: '≥', word: 'hơn' }
    expect(countedInWindow([opening, cumulative('2024-07-31', 75)], july, '2024-07-31').amount).toEqual({
      value: 15,
      qualifier: '≤',
      word: 'gần',
    })
  })

  test('phases that follow each other sum to the year', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(99), { minLength: 12, maxLength: 12 }),
        fc.integer({ min: 1, max: 11 }),
        (values, cut) => {
          const starts = values.map((_, month) => `2024-${String(month + 1).padStart(2, '0')}-01`)
          let sum = 0
          const reports = values.map((value, month) => {
            sum += value
            return cumulative(addDays(starts[month + 1] ?? '2025-01-01', -1), sum)
          })
          const boundary = starts[cut] ?? ''
          const count = (from: string, to: string): number =>
            countedInWindow(reports, { from, to, basis: 'increment' }, '2025-06-30').amount?.value ?? 0
          expect(count('2024-01-01', addDays(boundary, -1)) + count(boundary, '2024-12-31')).toBe(sum)
        },
      ),
    )
  })
})

describe('a level on a day', () => {
  const reports = [cumulative('2022-12-31', 61_000, '2022-01-01'), cumulative('2023-06-30', 62_400, '2023-01-01')]
  test.each([
    ['2022-12-30', null],
    ['2023-06-29', 61_000],
    ['2023-06-30', 62_400],
    ['2024-01-01', 62_400],
  ])('on %s it is %s, whatever year it was reported in', (day, value) => {
    expect(latestLevel(reports, day).amount?.value ?? null).toBe(value)
  })
})
