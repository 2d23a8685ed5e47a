import { describe, expect, it } from 'vitest'
import type { CellValue } from '#shared/domain/exchange/foreign-sheet.ts'
import { readStamp, writeStamp, type FormColumn } from '#shared/domain/exchange/form/form-book.ts'
import { readFormCell } from '#shared/domain/exchange/form/read-cell.ts'

const column = (kind: FormColumn['kind'], more: Partial<FormColumn> = {}): FormColumn => ({
  key: 'a',
  title: 'A',
  kind,
  isOpen: true,
  width: 10,
  ...more,
})

/** What a cell says, short: a value, "xóa", "trống", or why it can't be read. */
function said(of: FormColumn, value: CellValue, format = 'General'): unknown {
  const text = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
  const cell = readFormCell(of, value, text, format)
  if (cell.kind === 'value') return cell.word === undefined ? cell.value : `${cell.word} ${cell.value}`
  return cell.kind === 'odd' ? cell.why : cell.kind
}

describe('a cell of a filled form', () => {
  it.each([
    [320, 320],
    ['320', 320],
    [' 1.348 ', 1348],
    ['1,348', 1348],
    ['25 người', 25],
    [12.9999999999, 13],
    // "1.348" typed into an English Excel.
    [1.348, 1348],
    ['khoảng 20', 'NOT_COUNT'],
    ['25,5', 'NOT_COUNT'],
    [-3, 'BELOW_LEAST'],
    ['-3', 'BELOW_LEAST'],
    [{ serial: 41, date: '1900-02-10' }, 41],
    [{ error: '#REF!' }, 'FORMULA_ERROR'],
    [null, 'blank'],
    ['   ', 'blank'],
    ['[xóa]', 'clear'],
    ['[XOÁ]', 'clear'],
    ['[ xoa ]', 'clear'],
    ['xóa', 'NOT_COUNT'],
  ] as const)('counts: %j is %j', (value, expected) => {
    expect(said(column('count'), value)).toEqual(expected)
  })

  it.each([
    ['83,5', 83.5],
    ['83.5', 83.5],
    ['1.348,25', 1348.25],
    [-12.5, -12.5],
    ['-1.250', -1250],
    ['65,7%', 65.7],
    ['=1+1', 'NOT_NUMBER'],
  ] as const)('numbers, below zero too: %j is %j', (value, expected) => {
    expect(said(column('number', { least: null }), value)).toEqual(expected)
  })

  it('keeps the word before a figure where its column has a place for it', () => {
    const figure = column('count', { wordKey: 'word' })
    expect(said(figure, 'hơn 7.000')).toBe('hơn 7000')
    expect(said(figure, 'gần 2.600')).toBe('gần 2600')
    expect(said(figure, 'nhiều')).toBe('NOT_COUNT')
  })

  it.each([
    [45473, '2024-06-30'],
    [{ serial: 45473, date: '2024-06-30' }, '2024-06-30'],
    ['30/6/2024', '2024-06-30'],
    ['2024-06-30', '2024-06-30'],
    ['ngày 30 tháng 6 năm 2024', '2024-06-30'],
    ['31/02/2024', 'NOT_DATE'],
    ['2024', 'NOT_DATE'],
  ] as const)('days: %j is %j', (value, expected) => {
    expect(said(column('date'), value)).toEqual(expected)
  })

  it('choices by their words or by what the program keeps, nothing else', () => {
    const forms = column('choice', {
      choices: [
        { value: 'CTCP', label: 'Công ty cổ phần' },
        { value: '1', label: 'Có' },
      ],
    })
    expect(said(forms, 'công ty CỔ PHẦN')).toBe('CTCP')
    expect(said(forms, 'ctcp')).toBe('CTCP')
    expect(said(forms, true)).toBe('1')
    expect(said(forms, 1)).toBe('1')
    expect(said(forms, 'Công ty')).toBe('NOT_CHOICE')
  })

  it('tax codes with the zero a numeric cell lost', () => {
    expect(said(column('taxCode'), 100109106)).toBe('0100109106')
    expect(said(column('taxCode'), '0100109106-001')).toBe('0100109106-001')
    expect(said(column('taxCode'), 'không rõ số')).toBe('blank')
    expect(said(column('taxCode'), '12345')).toBe('NOT_TAX_CODE')
  })

  it('text that looks like a formula stays text', () => {
    for (const text of ['=1+1', '+84 987', '-5 so với năm trước', '@ cũ', '＝1'])
      expect(said(column('text'), text)).toBe(text)
  })
})

describe('the stamp', () => {
  it('is read out of any text it stands in', () => {
    const stamp = {
      version: 1,
      kind: 'report-form',
      unit: 'H-SONLOC',
      period: '2024-6T',
      id: '019a0000-0000-7000-8000-000000000001',
    }
    expect(readStamp(`${writeStamp(stamp)} – trang 2`)).toEqual(stamp)
    expect(readStamp(writeStamp({ ...stamp, period: null }))).toEqual({ ...stamp, period: null })
    expect(readStamp('ct1|report')).toBeNull()
  })
})
