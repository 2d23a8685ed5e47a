import { describe, expect, test } from 'vitest'
import type { ProgressAnswer } from '#shared/contract/results.ts'
import type { UnitRow, UnitTypeRow } from '#shared/contract/units.ts'
import { tableOf } from '#renderer/features/results/result-rows.ts'

describe('the table of a plan in the units of today', () => {
  const type = (code: string, sortOrder: number) => ({ code, groupTitle: code, sortOrder }) as UnitTypeRow
  const unit = (code: string, of: string, parent: string | null) => ({ code, name: code, type: of, parent }) as UnitRow
  const row = (level: 'unit' | 'group' | 'total', code: string | null, depth: number) =>
    ({
      level,
      unit: code,
      name: code ?? 'TỔNG CỘNG',
      depth,
      indicator: 'X',
      assignerCode: null,
      assigner: null,
    }) as ProgressAnswer['rows'][number]

  test('keeps units that are no more under the group their figures are added to, even one with none of today', () => {
    const progress = {
      rows: [
        row('unit', 'TINH', 0),
        row('group', 'HUYEN', 1),
        row('unit', 'H-CU', 1),
        row('unit', 'H-CU-1', 2),
        row('group', 'NGANH', 1),
        row('unit', 'N1', 1),
        row('unit', 'N-CU', 1),
        row('total', null, 1),
      ],
    } as ProgressAnswer
    const units = [unit('TINH', 'T', null), unit('N1', 'NGANH', 'TINH')]
    const { rows } = tableOf(progress, units, [type('HUYEN', 1), type('NGANH', 2)], {
      assigner: 'BCH',
      kind: 'assigned',
    })
    expect(rows.map((line) => [line.level, line.unit, line.index])).toEqual([
      ['unit', 'TINH', ''],
      ['group', 'HUYEN', 'I'],
      ['unit', 'H-CU', '1'],
      ['unit', 'H-CU-1', ''],
      ['group', 'NGANH', 'II'],
      ['unit', 'N1', '1'],
      ['unit', 'N-CU', '2'],
    ])
  })
})
