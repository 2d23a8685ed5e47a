import { describe, expect, test } from 'vitest'
import type { ColumnFilter } from '#shared/domain/table/view.ts'
import type { GridColumn } from '#renderer/ui/DataGrid/column.ts'
import { readBetween, type ReadBetween } from '#renderer/ui/DataGrid/filter/between-text.ts'
import { describeFilter, fullTitles } from '#renderer/ui/DataGrid/filter/describe-filter.ts'

describe('two ends as people type them', () => {
  test.for<[string, string, 'number' | 'date', ReadBetween]>([
    ['1.000', '2 500', 'number', { ok: true, from: 1000, to: 2500 }],
    ['', '83,5', 'number', { ok: true, from: null, to: 83.5 }],
    ['65,7 %', '', 'number', { ok: true, from: 65.7, to: null }],
    ['5/2/24', '5.2.2024', 'date', { ok: true, from: '2024-02-05', to: '2024-02-05' }],
    [
      '5/2',
      'ngày 6.3',
      'date',
      { ok: true, from: `${new Date().getFullYear()}-02-05`, to: `${new Date().getFullYear()}-03-06` },
    ],
    ['2023', '2024', 'date', { ok: true, from: '2023-01-01', to: '2024-12-31' }],
    ['tháng 2/2024', '2/2024', 'date', { ok: true, from: '2024-02-01', to: '2024-02-29' }],
    ['', '12/2024', 'date', { ok: true, from: null, to: '2024-12-31' }],
    ['', ' ', 'number', { ok: false, reason: 'Hãy nhập nội dung cần lọc.' }],
    ['nhiều', '', 'number', { ok: false, reason: '“nhiều” không phải là số.' }],
    ['', '31/2/2024', 'date', { ok: false, reason: '“31/2/2024” không phải là ngày.' }],
    ['5', '3', 'number', { ok: false, reason: 'Số đầu lớn hơn số cuối. Hãy nhập lại.' }],
  ])('%s – %s (%s)', ([from, to, nature, read]) => {
    expect(readBetween(from, to, nature)).toEqual(read)
  })
})

describe('a filter in words', () => {
  const workers: GridColumn<unknown> = { id: 'w', title: 'Lao động', kind: 'count', value: () => null }
  const union: GridColumn<unknown> = {
    id: 'u',
    title: 'Có CĐCS',
    kind: 'choice',
    choices: [
      { id: true, label: 'Có' },
      { id: false, label: 'Chưa' },
    ],
    value: () => null,
  }
  const founded: GridColumn<unknown> = { id: 'd', title: 'Thành lập', kind: 'date', value: () => null }
  test.for<[ColumnFilter, GridColumn<unknown>, string]>([
    [{ column: 'w', kind: 'between', from: 25, to: null }, workers, 'Lao động từ 25'],
    [{ column: 'w', kind: 'between', from: 1000, to: 2000 }, workers, 'Lao động từ 1.000 đến 2.000'],
    [{ column: 'd', kind: 'between', from: null, to: '2024-02-05' }, founded, 'Thành lập đến 05/02/2024'],
    [{ column: 'u', kind: 'values', values: [false] }, union, 'Có CĐCS: Chưa'],
    [{ column: 'u', kind: 'values', values: [true, null] }, union, 'Có CĐCS: Có, (Để trống)'],
    [{ column: 'w', kind: 'values', values: [1, 2, 3] }, workers, 'Lao động: 3 giá trị'],
    [{ column: 'w', kind: 'contains', text: 'ha long' }, workers, 'Lao động chứa “ha long”'],
    [{ column: 'w', kind: 'empty' }, workers, 'Lao động: để trống'],
    [{ column: 'w', kind: 'filled' }, workers, 'Lao động: đã có'],
  ])('%j', ([filter, column, words]) => {
    expect(describeFilter(filter, column, column.title)).toBe(words)
  })

  test('a column below a common title is called by both where its own title is not clear', () => {
    const result = { ...workers, id: 'r', title: 'CT' }
    const again = { ...workers, id: 'w2' }
    expect([...fullTitles([workers, { title: 'ĐV mới', columns: [founded, result, again] }]).values()]).toEqual([
      'Lao động',
      'Thành lập',
      'ĐV mới – CT',
      'ĐV mới – Lao động',
    ])
  })
})
