import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boundsOf } from '#renderer/ui/DataGrid/cell-range.ts'
import { followRows, holdRows, type StandingRows } from '#renderer/ui/DataGrid/held-rows.ts'
import { selectOnly, type Selection } from '#renderer/ui/DataGrid/range-moves.ts'

const standing = (ids: readonly string[]): StandingRows => ({
  idAt: (row) => ids[row] ?? null,
  indexOf: (id) => (ids.includes(id) ? ids.indexOf(id) : null),
})

function rows(top: number, bottom: number): Selection {
  return { anchor: { row: top, column: 0 }, head: { row: bottom, column: 3 }, active: { row: top, column: 0 } }
}

function after(selection: Selection, before: readonly string[], now: readonly string[]): Selection | null {
  const held = holdRows(selection, standing(before))
  return held === null ? null : followRows(held, standing(now))
}

describe('a selection over rows that move', () => {
  test('goes with its row when one is added above', () => {
    expect(after(selectOnly({ row: 1, column: 2 }), ['an', 'ba'], ['moi', 'an', 'ba'])).toEqual(
      selectOnly({ row: 2, column: 2 }),
    )
  })

  test('goes with all its rows', () => {
    expect(after(rows(1, 2), ['an', 'ba', 'chi'], ['moi', 'an', 'ba', 'chi'])).toEqual(rows(2, 3))
  })

  test('stays where nothing moved', () => {
    expect(after(rows(0, 1), ['an', 'ba', 'chi'], ['an', 'ba', 'moi'])).toBeNull()
  })

  test('takes in no row the clerk has not seen in it', () => {
    expect(after(rows(0, 1), ['an', 'ba'], ['an', 'moi', 'ba'])).toEqual(selectOnly({ row: 0, column: 0 }))
  })

  test('shrinks with a row that was taken out of it', () => {
    expect(after(rows(0, 2), ['an', 'ba', 'chi'], ['an', 'chi'])).toEqual(rows(0, 1))
  })

  test('stays in its place when its row is gone', () => {
    expect(after(selectOnly({ row: 1, column: 0 }), ['an', 'ba', 'chi'], ['an', 'chi'])).toBeNull()
  })

  test('over rows that are not all loaded is not followed', () => {
    expect(holdRows(rows(0, 2), standing(['an', 'ba']))).toBeNull()
  })

  test('never covers a row it did not cover before, and its active cell keeps its row', () => {
    const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 12 })
    const cases = fc.tuple(ids, fc.nat(), fc.nat(), fc.nat()).chain(([before, a, b, c]) =>
      fc.record({
        before: fc.constant(before),
        anchor: fc.constant(a % before.length),
        head: fc.constant(b % before.length),
        within: fc.constant(c),
        now: fc
          .shuffledSubarray(before)
          .chain((kept) =>
            fc
              .uniqueArray(fc.string({ minLength: 4, maxLength: 5 }), { maxLength: 4 })
              .chain((added) => fc.shuffledSubarray([...kept, ...added], { minLength: kept.length + added.length })),
          ),
      }),
    )
    fc.assert(
      fc.property(cases, ({ before, anchor, head, within, now }) => {
        const { top, bottom } = boundsOf(rows(anchor, head))
        const active = top + (within % (bottom - top + 1))
        const selection = { ...rows(anchor, head), active: { row: active, column: 1 } }
        const moved = after(selection, before, now)
        if (moved === null) return
        expect(now[moved.active.row]).toBe(before[active])
        const bounds = boundsOf(moved)
        expect(before.slice(top, bottom + 1)).toEqual(expect.arrayContaining(now.slice(bounds.top, bounds.bottom + 1)))
      }),
    )
  })
})
