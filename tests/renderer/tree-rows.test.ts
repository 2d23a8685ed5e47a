import { describe, expect, it } from 'vitest'
import { openRows, parentIds } from '#renderer/ui/DataGrid/tree-rows.ts'

interface Row {
  readonly id: string
  readonly parent: string | null
}
const ROWS: readonly Row[] = [
  { id: 'tỉnh', parent: null },
  { id: 'kcn', parent: 'tỉnh' },
  { id: 'may', parent: 'kcn' },
  { id: 'huyện', parent: 'tỉnh' },
]
const TREE = { depthOf: () => 0, parentOf: (row: Row) => row.parent }
const idOf = (row: Row): string => row.id

describe('folding a tree', () => {
  it('hides everything below a closed row, however deep', () => {
    const shown = (closed: readonly string[]): string[] => openRows(ROWS, TREE, idOf, new Set(closed)).map(idOf)
    expect(shown([])).toEqual(['tỉnh', 'kcn', 'may', 'huyện'])
    expect(shown(['kcn'])).toEqual(['tỉnh', 'kcn', 'huyện'])
    expect(shown(['tỉnh'])).toEqual(['tỉnh'])
  })

  it('knows which rows have others below them', () => {
    expect([...parentIds(ROWS, TREE)]).toEqual(['tỉnh', 'kcn'])
  })
})
