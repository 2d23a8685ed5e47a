import { describe, expect, it } from 'vitest'
import type { SheetCell, SheetRow } from '#shared/contract/targets.ts'
import { allocationScopes } from '#renderer/features/targets/allocation-scopes.ts'
import {
  describeDifference,
  differenceOf,
  notesOf,
  rowKey,
  splitTable,
} from '#renderer/features/targets/target-rows.ts'

function cell(own: number | null, ofChildren: number | null = null): SheetCell {
  const value = own ?? ofChildren
  const id = own === null ? null : 'x'
  return { value, own, ofChildren, id, locked: false, note: null, before: null, changed: false }
}
function row(
  level: SheetRow['level'],
  unit: string | null,
  depth: number,
  dv: SheetCell,
  parent: string | null = null,
): SheetRow {
  return { level, unit, name: unit ?? 'TỔNG CỘNG', depth, parent, sets: [{ DV_MOI: dv }] }
}

const TABLE: readonly SheetRow[] = [
  row('unit', 'TINH', 0, cell(300, 180)),
  row('group', 'LDLD_HUYEN', 1, cell(null, 180)),
  row('unit', 'A', 1, cell(100)),
  row('unit', 'B', 1, cell(80)),
  row('unit', 'B1', 2, cell(5)),
  row('group', 'CD_NGANH', 1, cell(null)),
  row('unit', 'C', 1, cell(null)),
  row('total', null, 1, cell(null, 180)),
]

describe('the table of targets', () => {
  const split = splitTable(TABLE)

  it('numbers groups and units as annexes do', () => {
    expect(split.rows.map(({ index }) => index)).toEqual(['', 'I', '1', '2', '', 'II', '1'])
  })

  it('has TỔNG CỘNG and the difference to the province at its foot, each with a key of its own', () => {
    expect(split.totals.map(rowKey)).toEqual(['total:', 'difference'])
    const [total] = split.totals
    const difference = total === undefined ? null : differenceOf(split.root, total, { code: 'DV_MOI', kind: 'flow' })
    const ratio = total === undefined ? 0 : differenceOf(split.root, total, { code: 'DV_MOI', kind: 'ratio' })
    expect(ratio).toBeNull()
    expect(difference).toBe(120)
    expect(describeDifference(difference)).toBe('còn 120 chưa giao')
    expect(describeDifference(-20)).toBe('giao vượt 20')
    expect(describeDifference(0)).toBe('đã giao đủ')
    expect(describeDifference(null)).toBeNull()
  })

  it('says no difference where the province has no target of its own', () => {
    const [total] = split.totals
    expect(total === undefined ? 0 : differenceOf(split.root, total, { code: 'CDCS_MOI', kind: 'flow' })).toBeNull()
  })

  it('puts a line of what is left behind a unit with a number of its own above others', () => {
    const nested = splitTable([
      row('unit', 'TINH', 0, cell(300, 150)),
      row('group', 'LDLD_HUYEN', 1, cell(null, 150)),
      row('unit', 'A', 1, cell(100, 85)),
      row('unit', 'A1', 2, cell(60), 'A'),
      row('unit', 'A2', 2, cell(25), 'A'),
      row('unit', 'B', 1, cell(50)),
      row('total', null, 1, cell(null, 150)),
    ])
    expect(nested.rows.map(rowKey)).toEqual([
      'unit:TINH',
      'group:LDLD_HUYEN',
      'unit:A',
      'unit:A1',
      'unit:A2',
      'difference:A',
      'unit:B',
    ])
    const line = nested.rows[5]
    expect(line?.name).toBe('So với chỉ tiêu của A')
    const left = line === undefined ? null : differenceOf(line.differenceOf, line, { code: 'DV_MOI', kind: 'flow' })
    expect(left).toBe(15)
  })

  it('offers what the others leave to some of the units', () => {
    const selected = split.rows.filter(({ unit }) => unit === 'A')
    const scopes = allocationScopes(split, selected, 0)
    const told = scopes.map(({ key, units, totalOf }) => [key, units, totalOf('DV_MOI')])
    expect(told).toEqual([
      ['all', null, 300],
      ['chosen', ['A'], 220],
      ['group:LDLD_HUYEN', ['A', 'B'], 300],
      ['group:CD_NGANH', ['C'], 120],
    ])
  })

  it('knows a unit’s notes once each', () => {
    const noted = { ...cell(1), note: 'Mới tách' }
    const [unit] = splitTable([{ ...row('unit', 'A', 1, noted), sets: [{ DV_MOI: noted, CDCS_MOI: noted }] }]).rows
    expect(unit === undefined ? [] : notesOf(unit)).toEqual(['Mới tách'])
  })
})
