import { describe, expect, test } from 'vitest'
import { followColumns, shapeOf } from '#renderer/ui/DataGrid/columns/column-shape.ts'
import { flattenColumns, type GridColumn, type GridColumns } from '#renderer/ui/DataGrid/column.ts'

interface Row {
  readonly unit: string
  readonly done: boolean
}

function makeColumns(names: Readonly<Record<string, string>>, more: Partial<GridColumn<Row>> = {}): GridColumns<Row> {
  return [
    {
      title: 'Nơi ở',
      columns: [
        {
          id: 'unit',
          title: 'Đơn vị',
          kind: 'choice',
          value: ({ unit }) => unit,
          hint: ({ unit }) => names[unit] ?? null,
          tone: ({ unit }) => (names[unit] === undefined ? 'warning' : null),
          choices: Object.entries(names).map(([id, label]) => ({ id, label })),
          edit: { allowed: ({ done }) => !done },
          ...more,
        },
      ],
    },
  ]
}

const ROW: Row = { unit: 'P01', done: false }
const EARLY = makeColumns({})
const LATE = makeColumns({ P01: 'Phường Hải An' })

describe('columns whose lists come after them', () => {
  test('have the shape they had: only words and rules are others', () => {
    expect(shapeOf(LATE)).toBe(shapeOf(EARLY))
  })

  test('have another one with other titles, widths, editing or rules', () => {
    const others: readonly Partial<GridColumn<Row>>[] = [
      { title: 'Nơi đóng' },
      { width: 90 },
      { pinned: true },
      { kind: 'text' },
      { locked: () => true },
    ]
    for (const other of others) expect(shapeOf(makeColumns({}, other))).not.toBe(shapeOf(EARLY))
    const [group] = EARLY
    expect(shapeOf(group === undefined ? [] : [{ ...group, title: 'Nơi khác' }])).not.toBe(shapeOf(EARLY))
    expect(shapeOf(flattenColumns(EARLY))).not.toBe(shapeOf(EARLY))
  })

  test('say at every moment what the newest ones say', () => {
    let columns = EARLY
    const newest = (id: string): GridColumn<Row> | undefined => flattenColumns(columns).find((one) => one.id === id)
    const [unit] = flattenColumns(followColumns(EARLY, newest))
    expect([unit?.hint?.(ROW), unit?.tone?.(ROW, 'P01'), unit?.choices]).toEqual([null, 'warning', []])
    columns = LATE
    expect([unit?.hint?.(ROW), unit?.tone?.(ROW, 'P01')]).toEqual(['Phường Hải An', null])
    expect(unit?.choices).toEqual([{ id: 'P01', label: 'Phường Hải An' }])
    expect([unit?.edit?.allowed?.(ROW), unit?.edit?.allowed?.({ ...ROW, done: true })]).toEqual([true, false])
    expect([unit?.id, unit?.title, unit?.value(ROW)]).toEqual(['unit', 'Đơn vị', 'P01'])
  })
})
