import { describe, expect, it } from 'vitest'
import { CellStates } from '#renderer/ui/DataGrid/cell-states.ts'

describe('what a cell shows beside its row', () => {
  it('shows a value on its way, until new rows came after the backend took it', () => {
    const states = new CellStates()
    states.begin('r', 'c', 5)
    expect(states.valueOf('r', 'c')).toBe(5)
    expect(states.isPending('r', 'c')).toBe(true)
    states.dropSettled()
    expect(states.valueOf('r', 'c')).toBe(5)
    states.settle('r', 'c', 5)
    expect(states.isPending('r', 'c')).toBe(false)
    expect(states.valueOf('r', 'c')).toBe(5)
    states.dropSettled()
    expect(states.valueOf('r', 'c')).toBeUndefined()
  })

  it('keeps the newest of two values on their way when the backend answers the first', () => {
    const states = new CellStates()
    states.begin('r', 'c', 7)
    states.begin('r', 'c', 1000)
    states.settle('r', 'c', 7)
    states.dropSettled()
    expect(states.valueOf('r', 'c')).toBe(1000)
    states.settle('r', 'c', 1000)
    states.dropSettled()
    expect(states.valueOf('r', 'c')).toBeUndefined()
  })

  it('keeps a wrong text in its cell until it is put right', () => {
    const states = new CellStates()
    states.refuse('r', 'c', { text: 'mười', reason: 'không phải là số' })
    states.dropSettled()
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
})
