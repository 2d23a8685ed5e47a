import { expect, test } from 'vitest'
import { checkTimeliness } from '#shared/domain/checks/check-timeliness.ts'
import { duePeriods, type PeriodKind } from '#shared/domain/report-files/calendar.ts'

const rule = (kind: PeriodKind, dueDays: number) => ({
  kind,
  yearStart: '01-01' as const,
  dueDays,
  validFrom: null,
  validTo: null,
})
const periods = duePeriods([rule('month', 5), rule('quarter', 5), rule('half', 5)], '2024-01-01', '2024-06-30').map(
  (period) => ({ ...period, countsFrom: `${period.to.slice(0, 7)}-01` }),
)
const entry = (unit: string, asOf: string, receivedOn: string | null, indicator = 'DV_MOI') => ({
  unit,
  indicator,
  from: '2024-01-01',
  asOf,
  basis: 'cumulative' as const,
  value: 5,
  qualifier: null,
  word: null,
  statedPercent: null,
  receivedOn,
})
const check = (entries: readonly ReturnType<typeof entry>[], asOf = '2024-07-20') =>
  checkTimeliness({
    entries,
    periods,
    targeted: new Map([
      ['A', new Set(['DV_MOI', 'CDCS_MOI'])],
      ['B', new Set(['DV_MOI'])],
    ]),
    partsOf: (indicator) => (indicator === 'CDCS_MOI' ? ['CDCS_MOI_NN', 'CDCS_MOI_NNN'] : []),
    nameOf: (unit) => `Đơn vị ${unit}`,
    shortNameOf: (code) => code,
    asOf,
  }).map(({ rule: of, unit, asOf: day, message }) => [of, unit, day, message])

test('a report after its day is late, once however many periods end with it', () => {
  expect(check([entry('B', '2024-05-31', '2024-06-05'), entry('B', '2024-06-30', '2024-07-09')])).toEqual([
    ['received-late', 'B', '2024-06-30', 'Báo cáo nhận muộn: tháng 6/2024 hạn 5/7/2024, nhận 9/7/2024, muộn 4 ngày.'],
  ])
  const two = check([entry('B', '2024-04-30', '2024-05-07'), entry('B', '2024-06-30', '2024-07-06')])
  expect(two).toHaveLength(1)
  expect(two[0]?.[3]).toMatch(/^Báo cáo nhận muộn: tháng 4\/2024 .*; tháng 6\/2024 .*muộn 1 ngày\.$/)
})

test('what came first counts; a correction later is not late, nor is an old year typed in', () => {
  const entries = [
    entry('B', '2024-04-30', '2024-05-02'),
    entry('B', '2024-04-15', '2024-05-20'),
    entry('B', '2024-01-31', '2024-07-15'),
    entry('B', '2024-02-29', null),
    entry('B', '2024-06-30', '2024-07-01'),
  ]
  expect(check(entries)).toEqual([])
})

test('a report of the last period that leaves out what has a target is told; one that is wanting altogether is silent', () => {
  expect(check([entry('A', '2024-06-30', '2024-07-01'), entry('A', '2024-05-31', '2024-06-01', 'CDCS_MOI')])).toEqual([
    ['incomplete-report', 'A', '2024-06-30', 'Báo cáo tháng 6/2024 chưa có số của: CDCS_MOI.'],
  ])
  expect(check([entry('A', '2024-05-31', '2024-06-01')])).toEqual([])
})

test('who reports every part of an indicator has reported it; one part of two is not the whole', () => {
  const some = [entry('A', '2024-06-30', '2024-07-01'), entry('A', '2024-06-30', '2024-07-01', 'CDCS_MOI_NN')]
  expect(check(some).map(([, , , message]) => message)).toEqual(['Báo cáo tháng 6/2024 chưa có số của: CDCS_MOI.'])
  expect(check([...some, entry('A', '2024-06-30', '2024-07-01', 'CDCS_MOI_NNN')])).toEqual([])
})
