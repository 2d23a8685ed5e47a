import { describe, expect, it } from 'vitest'
import { copyCell, formatCell, parseCell } from '#renderer/ui/DataGrid/cell-text.ts'
import type { Choice, ColumnKind } from '#renderer/ui/DataGrid/column.ts'

const UNION: readonly Choice[] = [
  { id: null, label: '' },
  { id: true, label: 'Có' },
  { id: false, label: 'Chưa' },
]

describe('reading what is typed into a cell', () => {
  it.each(['1000', '1.000', '1,000', '1 000', ' 1\u00a0000 '])('%s is a thousand', (text) => {
    expect(parseCell({ kind: 'count' }, text)).toEqual({ ok: true, value: 1000 })
  })

  it.each<[ColumnKind, string, unknown]>([
    ['count', '', null],
    ['count', '0', 0],
    ['number', '83,5', 83.5],
    ['percent', '65,7%', 65.7],
    ['percent', '80', 80],
    ['date', '5/2/2024', '2024-02-05'],
    ['date', '05-02-2024', '2024-02-05'],
    ['date', '5.2.24', '2024-02-05'],
    ['text', '  Hạ  Long ', 'Hạ Long'],
  ])('%s: %s', (kind, text, value) => {
    expect(parseCell({ kind }, text)).toEqual({ ok: true, value })
  })

  it.each<[ColumnKind, string, string]>([
    ['count', 'mười', 'không phải là số'],
    ['count', '2,5', 'phần lẻ'],
    ['count', '-3', 'nhỏ hơn 0'],
    ['date', '31/2/2024', 'không phải là ngày'],
    ['date', '2024', 'không phải là ngày'],
  ])('%s refuses %s and says why', (kind, text, why) => {
    const parsed = parseCell({ kind }, text)
    expect(parsed).toMatchObject({ ok: false, reason: expect.stringContaining(why) })
  })

  it('takes a choice by its words, with or without accents, or by its id', () => {
    expect(parseCell({ kind: 'choice', choices: UNION }, 'có')).toEqual({ ok: true, value: true })
    expect(parseCell({ kind: 'choice', choices: UNION }, 'CHUA')).toEqual({ ok: true, value: false })
    expect(parseCell({ kind: 'choice', choices: UNION }, '')).toEqual({ ok: true, value: null })
    expect(parseCell({ kind: 'choice', choices: UNION }, 'không rõ')).toMatchObject({ ok: false })
  })
})

describe('showing a cell', () => {
  it('prints numbers, percents and dates as offices do', () => {
    expect(formatCell({ kind: 'count' }, 10_800)).toBe('10.800')
    expect(formatCell({ kind: 'percent' }, 65.7)).toBe('65,7%')
    expect(formatCell({ kind: 'date' }, '2024-06-05')).toBe('05/06/2024')
    expect(formatCell({ kind: 'choice', choices: UNION }, false)).toBe('Chưa')
    expect(formatCell({ kind: 'count' }, null)).toBe('')
  })

  it('copies numbers so that no Excel reads a thousand as one', () => {
    expect(copyCell({ kind: 'count' }, 1348)).toBe('1348')
    expect(copyCell({ kind: 'number' }, 83.5)).toBe('83,5')
    expect(copyCell({ kind: 'date' }, '2024-06-05')).toBe('05/06/2024')
  })

  it('reads back every number it shows or copies', () => {
    for (const value of [0, 7, 10, 999, 1000, 10_800, 1_234_567]) {
      for (const text of [formatCell({ kind: 'count' }, value), copyCell({ kind: 'count' }, value)])
        expect(parseCell({ kind: 'count' }, text)).toEqual({ ok: true, value })
    }
  })
})
