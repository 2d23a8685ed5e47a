import { describe, expect, it } from 'vitest'
import { CellStates } from '#renderer/ui/DataGrid/cell-states.ts'

describe('what a cell shows beside its row', () => {
  it('shows a value on its way, until a row that was read says it too', () => {
    const states = new CellStates()
    states.begin('r', 'c', 5)
    expect(states.valueOf('r', 'c')).toBe(5)
    expect(states.isPending('r', 'c')).toBe(true)
    states.dropSaid(() => 5)
    expect(states.valueOf('r', 'c')).toBe(5)
    states.settle('r', 'c', 5, 1)
    expect(states.isPending('r', 'c')).toBe(false)
    expect(states.valueOf('r', 'c')).toBe(5)
    states.dropSaid((row, column) => (row === 'r' && column === 'c' ? 5 : undefined))
    expect(states.valueOf('r', 'c')).toBeUndefined()
  })

  it('does not give way to a row that was read before the backend took the value', () => {
    const states = new CellStates()
    states.begin('r', 'c', null)
    states.settle('r', 'c', null, 3)
    // The row as it was, and rows of another page.
    states.dropSaid(() => 512)
    states.dropSaid(() => undefined)
    expect(states.valueOf('r', 'c')).toBeNull()
    // Everything was read again, but in a turn that may have begun before it.
    expect(states.dropSettled(3)).toBe(false)
    expect(states.valueOf('r', 'c')).toBeNull()
    expect(states.dropSettled(4)).toBe(true)
    expect(states.valueOf('r', 'c')).toBeUndefined()
    expect(states.takeChanged()).toContainEqual(['r', 'c'])
  })

  it('keeps the newest of two values on their way when the backend answers the first', () => {
    const states = new CellStates()
    let settled = 0
    states.onSettled(() => (settled += 1))
    states.begin('r', 'c', 7)
    states.begin('r', 'c', 1000)
    states.settle('r', 'c', 7, 1)
    expect(settled).toBe(0)
    expect(states.dropSettled(Infinity)).toBe(false)
    expect(states.valueOf('r', 'c')).toBe(1000)
    states.settle('r', 'c', 1000, 1)
    expect(settled).toBe(1)
    expect(states.dropSettled(Infinity)).toBe(true)
    expect(states.valueOf('r', 'c')).toBeUndefined()
  })

  it('keeps a wrong text in its cell until it is put right', () => {
    const states = new CellStates()
    states.refuse('r', 'c', { text: 'mười', reason: 'không phải là số' })
    states.dropSettled(Infinity)
    states.dropSaid(() => 'mười')
    expect(states.valueOf('r', 'c')).toBe('mười')
    expect(states.countProblems()).toBe(1)
    states.begin('r', 'c', 10)
    expect(states.countProblems()).toBe(0)
    expect(states.problemOf('r', 'c')).toBeNull()
  })

  it('an emptied cell is a value too', () => {
    const states = new CellStates()
    states.begin('r', 'c', null)
    expect(states.valueOf('r', 'c')).toBeNull()
    expect(states.valueOf('r', 'other')).toBeUndefined()
  })

  it('keeps a wrong value with what the table was about when it was typed', () => {
    const states = new CellStates()
    states.turnTo('2024 BCH')
    states.refuse('r', 'c', { text: 'abc', reason: 'không phải là số' })
    expect(states.turnTo('2024 BCH')).toBe(false)
    expect(states.turnTo('2024 TLĐ')).toBe(true)
    expect(states.problemOf('r', 'c')).toBeNull()
    expect(states.valueOf('r', 'c')).toBeUndefined()
    states.begin('r', 'c', 12)
    states.forget('r', 'c')
    // It waits, and is counted, until it is put right.
    expect(states.countProblems()).toBe(1)
    states.turnTo('2024 BCH')
    expect(states.valueOf('r', 'c')).toBe('abc')
    states.begin('r', 'c', 5)
    expect(states.countProblems()).toBe(0)
  })
})
