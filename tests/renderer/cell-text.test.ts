import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { copyCell, formatCell, parseCell, readCalculated, today } from '#renderer/ui/DataGrid/cell-text.ts'
import { findChoices } from '#renderer/ui/DataGrid/choice-list.ts'
import { withDraft } from '#renderer/ui/DataGrid/draft-place.ts'
import { DRAFT_ROW, isDraft } from '#renderer/ui/DataGrid/places.ts'
import type { Choice, ColumnKind } from '#renderer/ui/DataGrid/column.ts'

const UNION: readonly Choice[] = [
  { id: null, label: '' },
  { id: true, label: 'Có' },
  { id: false, label: 'Chưa' },
]

describe('reading what is typed into a cell', () => {
  it('names what may be chosen, of a long list the first', () => {
    const reasonOf = (choices: readonly Choice[]): string => {
      const parsed = parseCell({ kind: 'choice', choices }, 'Ai đó')
      return parsed.ok ? '' : parsed.reason
    }
    expect(reasonOf(UNION)).toBe('“Ai đó” không có trong danh sách. Hãy chọn: Có, Chưa.')
    const people = Array.from({ length: 300 }, (_, at): Choice => ({ id: at, label: `Người ${at}` }))
    expect(reasonOf(people)).toMatch(/Người 11, …\.$/)
  })

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

describe('a calculation typed into a cell', () => {
  const read = (kind: ColumnKind, text: string) => readCalculated({ kind }, text, (plain) => parseCell({ kind }, plain))

  it.each<[ColumnKind, string, number]>([
    ['count', '=12+30', 42],
    ['count', '=(1.348-48)*2', 2600],
    ['number', '=1.348/1000', 1.348],
    ['number', '=25/2', 12.5],
    ['percent', '=60+5,7', 65.7],
  ])('%s: %s', (kind, text, value) => {
    expect(read(kind, text)).toEqual({ ok: true, value })
  })

  it.each<[ColumnKind, string, string]>([
    ['count', '=5/0', 'chia cho 0'],
    ['count', '=12+', 'không tính được'],
    ['count', '=5/2', 'phần lẻ'],
    ['count', '=3-5', 'nhỏ hơn 0'],
    ['text', '=12+30', 'Phép tính chỉ dùng trong ô số'],
    ['date', '=5+2', 'Phép tính chỉ dùng trong ô số'],
  ])('%s refuses %s and says why', (kind, text, why) => {
    expect(read(kind, text)).toMatchObject({ ok: false, reason: expect.stringContaining(why) })
  })

  it('leaves words that only begin with the sign as they are', () => {
    expect(read('text', '=> xem ghi chú')).toEqual({ ok: true, value: '=> xem ghi chú' })
  })
})

describe('a day typed without its year', () => {
  it('is of this year', () => {
    const year = today().slice(0, 4)
    for (const text of ['5/2', '05-02', '5.2'])
      expect(parseCell({ kind: 'date' }, text)).toEqual({ ok: true, value: `${year}-02-05` })
  })
})

describe('long text', () => {
  it('keeps its lines, each tidied', () => {
    expect(parseCell({ kind: 'text', multiline: true }, ' Dòng  một \r\n\r\nDòng hai \n')).toEqual({
      ok: true,
      value: 'Dòng một\n\nDòng hai',
    })
  })
})

describe('the list of a choice cell', () => {
  const units = ['LĐLĐ huyện Yên Giang', 'CĐ ngành Y tế', 'Yên Bình', 'Tân Yên'].map((label) => ({ id: label, label }))

  it('finds without accents: labels that begin with the text first, then words that do, then the rest', () => {
    expect(findChoices(units, 'yen').map(({ label }) => label)).toEqual(['Yên Bình', 'LĐLĐ huyện Yên Giang', 'Tân Yên'])
    expect(findChoices(units, 'Y TẾ').map(({ label }) => label)).toEqual(['CĐ ngành Y tế'])
    expect(findChoices(units, 'gành').map(({ label }) => label)).toEqual(['CĐ ngành Y tế'])
    expect(findChoices(units, 'xyz')).toEqual([])
    expect(findChoices(units, ' ')).toBe(units)
  })
})

describe('the empty line for a new row', () => {
  const idOf = (row: { readonly id: string }): string => row.id
  const rows = [{ id: 'a' }, { id: 'b' }]

  it('stands at the end, or beside the row it was asked for', () => {
    expect(withDraft(rows, null, idOf).map(isDraft)).toEqual([false, false, true])
    expect(withDraft(rows, { rowId: 'a', below: true }, idOf).map(isDraft)).toEqual([false, true, false])
    expect(withDraft(rows, { rowId: 'a', below: false }, idOf)[0]).toBe(DRAFT_ROW)
    expect(withDraft(rows, { rowId: 'gone', below: true }, idOf).map(isDraft)).toEqual([false, false, true])
    expect(withDraft([], null, idOf)).toEqual([DRAFT_ROW])
  })
})

describe('what is copied', () => {
  it('keeps a fraction of three digits a fraction', () => {
    expect(copyCell({ kind: 'number' }, 1.348)).toBe('1,3480')
    expect(copyCell({ kind: 'percent' }, 65.125)).toBe('65,1250%')
    expect(copyCell({ kind: 'number' }, 1e-7)).toBe('0,0000001')
    expect(copyCell({ kind: 'choice', choices: [{ id: 20, label: 'Từ 20 lao động' }] }, 20)).toBe('Từ 20 lao động')
  })

  it('reads back as the same value, whatever the number', () => {
    const decimal = fc.tuple(fc.nat(99_999_999), fc.nat(8)).map(([digits, places]) => digits / 10 ** places)
    const number = fc.oneof(decimal, fc.double({ min: 0, max: 1e22, noNaN: true }), fc.nat())
    fc.assert(
      fc.property(number, fc.constantFrom('number' as const, 'percent' as const), (value, kind) => {
        expect(parseCell({ kind }, copyCell({ kind }, value))).toEqual({ ok: true, value: value === 0 ? 0 : value })
      }),
      { numRuns: 500 },
    )
  })
})
