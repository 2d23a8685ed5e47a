import { describe, expect, it } from 'vitest'
import { boundsOf, countCells, isSingle } from '#renderer/ui/DataGrid/cell-range.ts'

describe('ranges of cells', () => {
  it('reach from anchor to head whichever way they were drawn', () => {
    const bounds = boundsOf({ anchor: { row: 4, column: 3 }, head: { row: 2, column: 1 } })
    expect(bounds).toEqual({ top: 2, bottom: 4, left: 1, right: 3 })
    expect(countCells(bounds)).toBe(9)
  })

  it('of one cell are told from larger ones', () => {
    const at = { row: 2, column: 1 }
    expect(isSingle(boundsOf({ anchor: at, head: at }))).toBe(true)
    expect(isSingle(boundsOf({ anchor: at, head: { row: 2, column: 2 } }))).toBe(false)
  })
})
