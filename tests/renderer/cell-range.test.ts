import { describe, expect, it } from 'vitest'
import { boundsOf, countCells, isSingle, placePaste } from '#renderer/ui/DataGrid/cell-range.ts'

const SIZE = { rows: 10, columns: 5 }

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

describe('where a paste goes', () => {
  const cellAt = { top: 1, bottom: 1, left: 1, right: 1 }

  it('puts a block at the corner of the selection', () => {
    const { cells, cut } = placePaste(
      [
        ['1', '2'],
        ['3', '4'],
      ],
      cellAt,
      SIZE,
    )
    expect(cut).toBe(false)
    expect(cells.map(({ row, column, text }) => [row, column, text])).toEqual([
      [1, 1, '1'],
      [1, 2, '2'],
      [2, 1, '3'],
      [2, 2, '4'],
    ])
  })

  it('fills a whole range with one value, and repeats a block that fits a whole number of times', () => {
    expect(placePaste([['7']], { top: 0, bottom: 2, left: 0, right: 1 }, SIZE).cells).toHaveLength(6)
    const { cells } = placePaste([['a'], ['b']], { top: 0, bottom: 3, left: 2, right: 2 }, SIZE)
    expect(cells.map(({ text }) => text)).toEqual(['a', 'b', 'a', 'b'])
    expect(placePaste([['a'], ['b']], { top: 0, bottom: 2, left: 2, right: 2 }, SIZE).cells).toHaveLength(2)
  })

  it('leaves out what falls off the table, and says so', () => {
    const { cells, cut } = placePaste([['a', 'b', 'c']], { top: 9, bottom: 9, left: 4, right: 4 }, SIZE)
    expect(cells).toEqual([{ row: 9, column: 4, text: 'a' }])
    expect(cut).toBe(true)
    expect(placePaste([], cellAt, SIZE)).toEqual({ cells: [], cut: false })
  })

  it('takes rows of unequal length as they are', () => {
    const { cells } = placePaste([['a', 'b'], ['c']], cellAt, SIZE)
    expect(cells.map(({ text }) => text)).toEqual(['a', 'b', 'c'])
  })
})
