import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import {
  type CalendarRule,
  duePeriods,
  lastDuePeriod,
  parsePeriodCode,
  PERIOD_KINDS,
  periodOf,
  periodsEnding,
} from '#shared/domain/report-files/calendar.ts'
import { addDays } from '#shared/kit/dates.ts'

const rule = (patch: Partial<CalendarRule>): CalendarRule => ({
  kind: 'month',
  yearStart: '01-01',
  dueDays: 5,
  validFrom: null,
  validTo: null,
  ...patch,
})

describe('periods of the reporting calendar', () => {
  it.each([
    ['month', '2024-06-30', '01-01', '2024-06-01', '2024-06-30', '2024-06', 'tháng 6/2024'],
    ['quarter', '2024-06-30', '01-01', '2024-04-01', '2024-06-30', '2024-Q2', 'quý II/2024'],
    ['half', '2024-02-10', '01-01', '2024-01-01', '2024-06-30', '2024-6T', '6 tháng đầu năm 2024'],
    ['nine', '2024-08-01', '01-01', '2024-01-01', '2024-09-30', '2024-9T', '9 tháng đầu năm 2024'],
    ['year', '2024-08-01', '01-01', '2024-01-01', '2024-12-31', '2024', 'năm 2024'],
    ['week', '2024-06-20', '01-01', '2024-06-17', '2024-06-23', '2024-W25', 'tuần 25/2024'],
    // A reporting year from 01/12: six months to 31/5, nine to 31/8, and it is called after the year it ends in.
    ['half', '2023-12-15', '12-01', '2023-12-01', '2024-05-31', '2024-6T', '6 tháng đầu năm 2024'],
    ['nine', '2024-08-31', '12-01', '2023-12-01', '2024-08-31', '2024-9T', '9 tháng đầu năm 2024'],
    ['year', '2024-11-30', '12-01', '2023-12-01', '2024-11-30', '2024', 'năm 2024'],
    ['quarter', '2024-02-29', '12-01', '2023-12-01', '2024-02-29', '2024-Q1', 'quý I/2024'],
    ['month', '2023-12-31', '12-01', '2023-12-01', '2023-12-31', '2023-12', 'tháng 12/2023'],
  ] as const)('%s of %s from %s', (kind, day, start, from, to, code, name) => {
    expect(periodOf(kind, day, start)).toMatchObject({ from, to, code, name })
    expect(parsePeriodCode(code, start)).toMatchObject({ kind, from, to })
  })

  it('has no first half left in July', () => {
    expect(periodOf('half', '2024-07-01')).toBeNull()
    expect(periodOf('nine', '2024-10-01')).toBeNull()
  })

  it('lists due days by the rows in force', () => {
    const rules = [rule({ validTo: '2024-03-31' }), rule({ kind: 'half', dueDays: -2 })]
    expect(duePeriods(rules, '2024-01-01', '2024-12-31').map(({ code, dueOn }) => [code, dueOn])).toEqual([
      ['2024-01', '2024-02-05'],
      ['2024-02', '2024-03-05'],
      ['2024-03', '2024-04-05'],
      ['2024-6T', '2024-06-28'],
    ])
    expect(lastDuePeriod(rules, '2024-06-30')?.code).toBe('2024-6T')
    expect(lastDuePeriod(rules, '2024-06-29')?.code).toBe('2024-03')
    expect(lastDuePeriod([], '2024-06-29')).toBeNull()
  })

  it('covers every day by months without a gap, whatever day the year begins on', () => {
    const starts = fc.integer({ min: 0, max: 364 }).map((n) => addDays('2023-01-01', n).slice(5))
    const days = fc.integer({ min: 0, max: 3000 }).map((n) => addDays('2020-01-01', n))
    const gaps: string[] = []
    fc.assert(
      fc.property(starts, days, fc.constantFrom('month', 'quarter', 'year', 'week'), (start, day, kind) => {
        const period = periodOf(kind, day, start)
        const next = period === null ? null : periodOf(kind, addDays(period.to, 1), start)
        const holds = period !== null && period.from <= day && day <= period.to && next?.from === addDays(period.to, 1)
        if (!holds) gaps.push(`${kind} ${day} ${start}`)
        return holds
      }),
      { numRuns: 500 },
    )
    expect(gaps).toEqual([])
  })

  it('lists each period once, in order', () => {
    for (const kind of PERIOD_KINDS) {
      const listed = periodsEnding(kind, '2022-01-01', '2025-12-31', '12-01')
      expect(new Set(listed.map(({ code }) => code)).size).toBe(listed.length)
      expect(listed.map(({ to }) => to)).toEqual(listed.map(({ to }) => to).toSorted())
    }
  })
})
