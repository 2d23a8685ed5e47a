import { describe, expect, test } from 'vitest'
import { jumpOf, noteJump, waitsForJump } from '#renderer/ui/DataGrid/pending-jump.ts'

function key(name: string, ctrl = false): KeyboardEvent {
  return { key: name, ctrlKey: ctrl, metaKey: false, altKey: false, shiftKey: false } as KeyboardEvent
}

describe('keys pressed while a jump looks for its end', () => {
  test('wait when they are about the active cell', () => {
    for (const name of ['ArrowDown', 'Enter', 'Delete', 'F2', 'a', 'đ', '5', '='])
      expect(waitsForJump(key(name))).toBe(true)
    expect(waitsForJump(key('d', true))).toBe(true)
  })

  test('go on when they are the window’s or the clipboard’s', () => {
    for (const name of ['c', 'v', 'x', 'k', 'z', 's']) expect(waitsForJump(key(name, true))).toBe(false)
    for (const name of ['Shift', 'Control', 'Escape', 'F6']) expect(waitsForJump(key(name))).toBe(false)
  })

  test('the newest jump is waited for; afterwards the table stands still', async () => {
    const table = {}
    let first = (): void => undefined
    let second = (): void => undefined
    noteJump(table, new Promise((resolve) => (first = resolve)))
    noteJump(table, new Promise((resolve) => (second = resolve)))
    const newest = jumpOf(table)
    first()
    await Promise.resolve()
    expect(jumpOf(table)).toBe(newest)
    second()
    await newest
    expect(jumpOf(table)).toBeNull()
    expect(jumpOf({})).toBeNull()
  })

  test('a jump over rows that could not be read ends too: keys behind it are not lost', async () => {
    const table = {}
    noteJump(table, Promise.reject(new Error('not read')))
    await expect(jumpOf(table)).resolves.toBeUndefined()
    expect(jumpOf(table)).toBeNull()
  })
})
