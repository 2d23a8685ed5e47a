import { expect, test } from 'vitest'
import { owingUnits } from '#shared/domain/report-files/owing-units.ts'

const unit = (code: string, parent: string, more: 'waited' | 'grassroots' | '' = '') => ({
  code,
  parent,
  isGrassroots: more === 'grassroots',
  isWaitedFor: more === 'waited',
})
const owe = (...units: readonly ReturnType<typeof unit>[]) =>
  owingUnits([{ ...unit('TINH', ''), parent: null }, ...units], 'TINH').map(({ code }) => code)

test('units right under the province owe a report, whatever is known of them', () => {
  expect(owe(unit('A', 'TINH'), unit('B', 'TINH', 'waited'), unit('C', 'TINH', 'grassroots'))).toEqual(['A', 'B', 'C'])
})

test('below them those owe that somebody waits for, beside the unit above them', () => {
  const units = [unit('A', 'TINH', 'waited'), unit('A1', 'A', 'waited'), unit('A2', 'A'), unit('A21', 'A2', 'waited')]
  expect(owe(...units)).toEqual(['A', 'A1', 'A21'])
})

test('a unit that only holds others together owes nothing; its parts do, asked or not', () => {
  const units = [
    unit('NGANH', 'TINH'),
    unit('GD', 'NGANH', 'waited'),
    unit('YT', 'NGANH'),
    unit('X', 'NGANH', 'grassroots'),
  ]
  expect(owe(...units)).toEqual(['GD', 'YT'])
})

test('a unit whose parts nobody waits for owes for them', () => {
  expect(owe(unit('A', 'TINH'), unit('A1', 'A'), unit('A2', 'A', 'grassroots'))).toEqual(['A'])
})
