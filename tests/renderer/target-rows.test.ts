import { describe, expect, it } from 'vitest'
import type { TargetTableRow } from '#shared/contract/targets.ts'
import { describeDifference, differenceOf, rowKey, splitTable } from '#renderer/features/targets/target-rows.ts'

function cell(own: number | null, ofChildren: number | null = null): TargetTableRow['cells'][string] {
  return { value: own ?? ofChildren, own, ofChildren, id: own === null ? null : 'x', locked: false }
}
function row(
  level: TargetTableRow['level'],
  unit: string | null,
  depth: number,
  dv: ReturnType<typeof cell>,
): TargetTableRow {
  return { level, unit, name: unit ?? 'TỔNG CỘNG', depth, cells: { DV_MOI: dv } }
}

const TABLE: readonly TargetTableRow[] = [
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
})
