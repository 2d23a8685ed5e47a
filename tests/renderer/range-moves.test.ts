import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CellPlace, Direction } from '#renderer/ui/DataGrid/cell-range.ts'
import {
  clampSelection,
  motionOf,
  movePlace,
  seek,
  selectOnly,
  stepAlong,
  stepInside,
  type Motion,
  type MoveWorld,
} from '#renderer/ui/DataGrid/range-moves.ts'

/** A column or row of cells: x is filled, . is empty, ? is not loaded. */
function world(lines: readonly string[]): MoveWorld {
  return {
    size: { rows: lines.length, columns: lines[0]?.length ?? 0 },
    pageRows: 10,
    isFilled: ({ row, column }) => {
      const sign = lines[row]?.[column]
      return sign === '?' ? null : sign === 'x'
    },
  }
}

const column = (signs: string): MoveWorld => world([...signs])
const jumpDown = (signs: string, from: number): number =>
  movePlace({ row: from, column: 0 }, { kind: 'jump', direction: 'down' }, column(signs)).place.row
const jumpUp = (signs: string, from: number): number =>
  movePlace({ row: from, column: 0 }, { kind: 'jump', direction: 'up' }, column(signs)).place.row

describe('Ctrl+arrow goes to the edge of a block, as in Excel', () => {
  it.each([
    ['xxx..xx.', 0, 2, 'inside a block: its last cell'],
    ['xxx..xx.', 2, 5, 'from its edge: the next filled cell'],
    ['xxx..xx.', 3, 5, 'from an empty cell: the next filled one'],
    ['xxx..xx.', 5, 6, 'the next block, from its first cell'],
    ['xxx..xx.', 6, 7, 'nothing filled behind: the edge of the table'],
    ['x.', 0, 1, 'one step to the edge'],
    ['xx', 1, 1, 'at the edge already'],
    ['....', 0, 3, 'an empty table'],
    ['xxxx', 0, 3, 'a full one'],
  ])('%s from %i down: %i (%s)', (signs, from, to) => {
    expect(jumpDown(signs, from)).toBe(to)
    const mirrored = [...signs].toReversed().join('')
    expect(jumpUp(mirrored, signs.length - 1 - from)).toBe(signs.length - 1 - to)
  })

  it('along a row in the same way', () => {
    const table = world(['xx.x'])
    const go = (from: number, direction: Direction): number =>
      movePlace({ row: 0, column: from }, { kind: 'jump', direction }, table).place.column
    expect([go(0, 'right'), go(1, 'right'), go(3, 'left'), go(2, 'left')]).toEqual([1, 3, 1, 1])
  })

  it('says where rows are not loaded, and goes on from there once they are known', () => {
    const moved = movePlace({ row: 0, column: 0 }, { kind: 'jump', direction: 'down' }, column('xx??'))
    expect(moved).toEqual({ place: { row: 2, column: 0 }, unknown: { wantsFilled: false } })
    expect(seek(moved.place, 'down', column('xxx.'), false)).toEqual({ place: { row: 2, column: 0 } })
    expect(movePlace({ row: 0, column: 0 }, { kind: 'jump', direction: 'down' }, column('.???')).unknown).toEqual({
      wantsFilled: true,
    })
  })
})

describe('keys', () => {
  it.each<[string, boolean, Motion | null]>([
    ['ArrowDown', false, { kind: 'step', direction: 'down' }],
    ['ArrowLeft', true, { kind: 'jump', direction: 'left' }],
    ['PageUp', false, { kind: 'page', direction: 'up' }],
    ['Home', false, { kind: 'rowStart' }],
    ['End', false, { kind: 'rowEnd' }],
    ['Home', true, { kind: 'first' }],
    ['End', true, { kind: 'last' }],
    ['a', false, null],
  ])('%s (Ctrl: %s)', (key, ctrl, motion) => {
    expect(motionOf(key, ctrl)).toEqual(motion)
  })
})

const size = fc.record({ rows: fc.integer({ min: 1, max: 12 }), columns: fc.integer({ min: 1, max: 6 }) })
const table = size.chain(({ rows, columns }) =>
  fc.record({
    lines: fc.array(fc.string({ unit: fc.constantFrom('x', '.', '?'), minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
    at: fc.record({ row: fc.nat(rows - 1), column: fc.nat(columns - 1) }),
    other: fc.record({ row: fc.nat(rows - 1), column: fc.nat(columns - 1) }),
  }),
)
const motion: fc.Arbitrary<Motion> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('step' as const, 'jump' as const, 'page' as const),
    direction: fc.constantFrom<Direction>('up', 'down', 'left', 'right'),
  }),
  fc.record({ kind: fc.constantFrom('rowStart' as const, 'rowEnd' as const, 'first' as const, 'last' as const) }),
)

function isIn(place: CellPlace, { size: { rows, columns } }: MoveWorld): boolean {
  return place.row >= 0 && place.row < rows && place.column >= 0 && place.column < columns
}

describe('whatever is pressed', () => {
  it('the place stays in the table, and a jump stops for a reason', () => {
    fc.assert(
      fc.property(table, motion, ({ lines, at }, pressed) => {
        const all = world(lines)
        const moved = movePlace(at, pressed, all)
        expect(isIn(moved.place, all)).toBe(true)
        if (pressed.kind !== 'jump' || moved.unknown !== undefined) return
        const { place } = moved
        const next = movePlace(place, { kind: 'step', direction: pressed.direction }, all).place
        const isEdge = next.row === place.row && next.column === place.column
        // It stands on a filled cell, unless there was none on the way to the edge.
        expect(isEdge || all.isFilled(place) === true).toBe(true)
      }),
    )
  })

  it('Ctrl+arrow gets to the edge in as many presses as there are blocks, and never back', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('x', '.'), minLength: 1, maxLength: 30 }), (signs) => {
        let at = 0
        for (let pressed = 0; at < signs.length - 1; pressed += 1) {
          expect(pressed).toBeLessThanOrEqual(signs.length)
          const next = jumpDown(signs, at)
          expect(next).toBeGreaterThan(at)
          at = next
        }
      }),
    )
  })

  it('Tab and Enter go round a range: every cell once, then the first again; Shift goes the same way back', () => {
    fc.assert(
      fc.property(table, fc.constantFrom('rows' as const, 'columns' as const), ({ at, other }, by) => {
        const bounds = {
          top: Math.min(at.row, other.row),
          bottom: Math.max(at.row, other.row),
          left: Math.min(at.column, other.column),
          right: Math.max(at.column, other.column),
        }
        const count = (bounds.bottom - bounds.top + 1) * (bounds.right - bounds.left + 1)
        const seen = new Set<string>()
        let place = at
        for (let step = 0; step < count; step += 1) {
          seen.add(`${place.row}:${place.column}`)
          const next = stepInside(place, bounds, by, false)
          expect(stepInside(next, bounds, by, true)).toEqual(place)
          place = next
        }
        expect(place).toEqual(at)
        expect(seen.size).toBe(count)
      }),
    )
  })

  it('Tab goes through the whole table row by row and stops at its ends', () => {
    fc.assert(
      fc.property(size, (whole) => {
        let place: CellPlace | null = { row: 0, column: 0 }
        let count = 0
        while (place !== null) {
          count += 1
          const next: CellPlace | null = stepAlong(place, whole, false)
          // The way back from the next cell; at the last one there is none to go back from.
          expect(next === null ? place : stepAlong(next, whole, true)).toEqual(place)
          place = next
        }
        expect(count).toBe(whole.rows * whole.columns)
        expect(stepAlong({ row: 0, column: 0 }, whole, true)).toBeNull()
      }),
    )
  })

  it('a selection is kept inside a table that became smaller', () => {
    fc.assert(
      fc.property(table, size, ({ at, other }, smaller) => {
        const kept = clampSelection({ anchor: at, head: other, active: at }, smaller)
        expect(kept).not.toBeNull()
        for (const place of [kept?.anchor, kept?.head, kept?.active])
          expect(place !== undefined && place.row < smaller.rows && place.column < smaller.columns).toBe(true)
      }),
    )
    expect(clampSelection(selectOnly({ row: 3, column: 0 }), { rows: 0, columns: 4 })).toBeNull()
  })
})
