import { array, assert, boolean, constantFrom, integer, pre, property, record, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#shared/kit/dates.ts'
import { parseDecimal } from '#shared/domain/results/parse-value.ts'
import { fillLine, repeatLine, type FillCell } from '#shared/domain/table/fill.ts'

const text = (value: string): FillCell => ({ kind: 'text', text: value, value: value === '' ? null : value })
const number = (value: number): FillCell => ({ kind: 'number', text: String(value), value })
const day = (value: string): FillCell => ({ kind: 'date', text: value, value })
const choice = (value: string): FillCell => ({ kind: 'choice', text: value, value })

describe('words drawn out', () => {
  it.each<[string, string[], string[], string[]]>([
    ['quarters go round', ['Quý I'], ['Quý II', 'Quý III', 'Quý IV', 'Quý I'], ['Quý IV', 'Quý III']],
    [
      'quarters pass into the next year',
      ['Quý III/2024'],
      ['Quý IV/2024', 'Quý I/2025'],
      ['Quý II/2024', 'Quý I/2024', 'Quý IV/2023'],
    ],
    ['quarters in figures', ['quý 4 năm 2024'], ['quý 1 năm 2025', 'quý 2 năm 2025'], ['quý 3 năm 2024']],
    ['quarters in steps', ['Quý I', 'Quý III'], ['Quý I', 'Quý III'], ['Quý III', 'Quý I']],
    ['quarters with words before', ['Báo cáo quý IV/2024'], ['Báo cáo quý I/2025'], ['Báo cáo quý III/2024']],
    ['capitals stay', ['QUÝ II'], ['QUÝ III'], ['QUÝ I']],
    ['months go round', ['Tháng 11'], ['Tháng 12', 'Tháng 1', 'Tháng 2'], ['Tháng 10']],
    [
      'months keep their zero',
      ['tháng 09/2024'],
      ['tháng 10/2024', 'tháng 11/2024', 'tháng 12/2024', 'tháng 01/2025'],
      ['tháng 08/2024'],
    ],
    ['months and years alone', ['12/2024'], ['1/2025', '2/2025'], ['11/2024']],
    ['months short', ['T11', 'T12'], ['T1', 'T2'], ['T10']],
    ['months in words', ['Tháng Mười Một'], ['Tháng Mười Hai', 'Tháng Một'], ['Tháng Mười']],
    ['rounds', ['Đợt 1'], ['Đợt 2', 'Đợt 3'], ['Đợt 0']],
    ['terms of a year', ['Kỳ 2/2024'], ['Kỳ 3/2024'], ['Kỳ 1/2024']],
    [
      'terms of a year that tell how many',
      ['Kỳ 1/2024', 'Kỳ 2/2024', 'Kỳ 1/2025'],
      ['Kỳ 2/2025', 'Kỳ 1/2026'],
      ['Kỳ 2/2023', 'Kỳ 1/2023'],
    ],
    ['terms from one year to the next', ['Kỳ 2/2024', 'Kỳ 1/2025'], ['Kỳ 2/2025', 'Kỳ 1/2026'], ['Kỳ 1/2024']],
    ['the same round of each year', ['Đợt 1/2023', 'Đợt 1/2024'], ['Đợt 1/2025'], ['Đợt 1/2022']],
    ['half-years of schools', ['Học kỳ 2/2024'], ['Học kỳ 1/2025'], ['Học kỳ 1/2024']],
    ['terms of office', ['Nhiệm kỳ 2023-2028'], ['Nhiệm kỳ 2028-2033'], ['Nhiệm kỳ 2018-2023']],
    ['years', ['Năm 2024'], ['Năm 2025', 'Năm 2026'], ['Năm 2023']],
    ['Roman numbers', ['I'], ['II', 'III', 'IV'], ['', '']],
    ['Roman numbers with a word', ['Đại hội XII'], ['Đại hội XIII'], ['Đại hội XI']],
    ['Roman numbers in steps', ['I', 'III'], ['V', 'VII', 'IX'], ['']],
    ['a letter is no Roman number', ['C'], ['C', 'C'], ['C']],
    ['a name that ends in a Roman letter', ['Xí nghiệp X'], ['Xí nghiệp X'], ['Xí nghiệp X']],
    [
      'days of the week',
      ['Thứ Hai'],
      ['Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ Nhật', 'Thứ Hai'],
      ['Chủ Nhật', 'Thứ Bảy'],
    ],
    ['days of the week in small letters', ['thứ sáu', 'thứ bảy'], ['chủ nhật', 'thứ hai'], ['thứ năm']],
    ['days of the week in figures', ['Thứ 6'], ['Thứ 7', 'Chủ nhật', 'Thứ 2'], ['Thứ 5']],
    ['every second day', ['Thứ hai', 'Thứ tư'], ['Thứ sáu', 'Chủ nhật', 'Thứ ba'], ['Thứ bảy']],
    ['names that end in a number', ['Công ty 1'], ['Công ty 2', 'Công ty 3'], ['Công ty 0', 'Công ty 1']],
    ['steps of names', ['Tổ 2', 'Tổ 4'], ['Tổ 6', 'Tổ 8'], ['Tổ 0']],
    ['zeros before', ['HD-099'], ['HD-100', 'HD-101'], ['HD-098']],
    ['digits kept as text', ['007'], ['008', '009'], ['006']],
    ['numbers in front', ['9 tháng'], ['10 tháng', '11 tháng'], ['8 tháng']],
    [
      'numbers in the middle are no series',
      ['Công ty 2 thành viên'],
      ['Công ty 2 thành viên'],
      ['Công ty 2 thành viên'],
    ],
    ['days kept as text', ['30/6/2024'], ['1/7/2024', '2/7/2024'], ['29/6/2024']],
    ['days kept as text with zeros', ['30/06/2024', '31/07/2024'], ['31/08/2024', '30/09/2024'], ['31/05/2024']],
    ['plain words', ['Hải Sơn'], ['Hải Sơn', 'Hải Sơn'], ['Hải Sơn']],
    ['a pattern of words', ['Nam', 'Nữ'], ['Nam', 'Nữ', 'Nam'], ['Nữ', 'Nam']],
    ['uneven steps', ['Tổ 1', 'Tổ 2', 'Tổ 4'], ['Tổ 1', 'Tổ 2', 'Tổ 4'], ['Tổ 4']],
    ['different words', ['Tổ 1', 'Ban 2'], ['Tổ 1', 'Ban 2'], ['Ban 2']],
    ['the same text twice', ['Tổ 1', 'Tổ 1'], ['Tổ 1'], ['Tổ 1']],
    ['a gap', ['Tổ 1', ''], ['Tổ 1', ''], ['', 'Tổ 1']],
  ])('%s', (_, given, after, before) => {
    const cells = given.map(text)
    expect(fillLine(cells, { count: after.length })).toEqual(after)
    expect(fillLine(cells, { count: before.length, backwards: true })).toEqual(before)
  })

  it('is copied with Ctrl', () => {
    expect(fillLine([text('Quý I')], { count: 2, toggled: true })).toEqual(['Quý I', 'Quý I'])
    expect(fillLine([choice('CP'), choice('TNHH')], { count: 3 })).toEqual(['CP', 'TNHH', 'CP'])
  })

  it('reads names whose accents come apart', () => {
    expect(fillLine([text('Quý I'.normalize('NFD'))], { count: 1 })).toEqual(['Quý II'])
  })
})

describe('numbers drawn out', () => {
  it.each<[string, number[], string[]]>([
    ['a lone number is copied', [5], ['5', '5']],
    ['equal steps', [1, 2], ['3', '4', '5']],
    ['downwards', [10, 8], ['6', '4', '2', '0', '-2']],
    ['with decimals', [0.1, 0.2], ['0,3', '0,4']],
    ['a standstill', [7, 7], ['7', '7']],
    ['the straight line through uneven ones', [1, 2, 4], ['5', '7']],
    ['large ones', [1000, 2000], ['3000', '4000']],
  ])('%s', (_, given, expected) => {
    expect(fillLine(given.map(number), { count: expected.length })).toEqual(expected)
  })

  it('turn round with Ctrl: one becomes a series, several are copied', () => {
    expect(fillLine([number(5)], { count: 2, toggled: true })).toEqual(['6', '7'])
    expect(fillLine([number(1), number(2)], { count: 3, toggled: true })).toEqual(['1', '2', '1'])
  })

  it('are copied when one cell is empty or a word', () => {
    expect(fillLine([number(1), { kind: 'number', text: '', value: null }], { count: 3 })).toEqual(['1', '', '1'])
    expect(fillLine([number(1), { kind: 'number', text: 'mười', value: 'mười' }], { count: 2 })).toEqual(['1', 'mười'])
  })
})

describe('days drawn out', () => {
  it.each<[string, string[], string[]]>([
    ['day by day', ['2024-06-30'], ['2024-07-01', '2024-07-02']],
    ['weeks', ['2024-01-01', '2024-01-08'], ['2024-01-15', '2024-01-22']],
    ['months', ['2024-01-15', '2024-02-15'], ['2024-03-15', '2024-04-15']],
    ['ends of months', ['2024-01-31', '2024-02-29'], ['2024-03-31', '2024-04-30']],
    ['ends of quarters', ['2024-03-31', '2024-06-30'], ['2024-09-30', '2024-12-31', '2025-03-31']],
    ['a long day in short months', ['2024-01-30', '2024-02-29', '2024-03-30'], ['2024-04-30', '2024-05-30']],
    ['years', ['2023-07-01', '2024-07-01'], ['2025-07-01', '2026-07-01']],
    ['leap days', ['2020-02-29', '2024-02-29'], ['2028-02-29']],
    ['uneven days', ['2024-01-01', '2024-01-02', '2024-01-04'], ['2024-01-05', '2024-01-07']],
  ])('%s', (_, given, expected) => {
    expect(fillLine(given.map(day), { count: expected.length })).toEqual(expected)
  })
})

describe('every line drawn out', () => {
  const line = array(
    constantFrom(
      ...['Quý I', 'Quý III/2024', 'Tháng 12', 'Tổ 7', 'II', 'Thứ Hai', 'Kỳ 2/2024', 'x', '', '007'].map(text),
      ...[1, 2, 4.5, -3].map(number),
      ...['2024-01-31', '2024-02-29'].map(day),
    ),
    { minLength: 1, maxLength: 4 },
  )

  it('gives as many texts as asked for, the first of which do not depend on how many', () => {
    assert(
      property(line, integer({ min: 0, max: 40 }), boolean(), boolean(), (cells, count, backwards, toggled) => {
        const long = fillLine(cells, { count: count + 5, backwards, toggled })
        expect(long).toHaveLength(count + 5)
        expect(fillLine(cells, { count, backwards, toggled })).toEqual(long.slice(0, count))
      }),
    )
  })

  it('of even numbers is the same series from any two neighbours of it', () => {
    assert(
      property(integer({ min: -1000, max: 1000 }), integer({ min: 1, max: 500 }), (start, step) => {
        const first = fillLine([number(start), number(start + step)], { count: 6 }).map(
          (typed) => parseDecimal(typed) ?? Number.NaN,
        )
        const again = fillLine(first.slice(0, 2).map(number), { count: 4 }).map((typed) => parseDecimal(typed))
        expect(again).toEqual(first.slice(2))
        const back = fillLine(first.slice(0, 2).map(number), { count: 2, backwards: true })
        expect(back.map((typed) => parseDecimal(typed))).toEqual([start + step, start])
      }),
    )
  })

  it('of days keeps their distance', () => {
    assert(
      property(integer({ min: 0, max: 60_000 }), integer({ min: 1, max: 25 }), (from, step) => {
        const start = addDays('1950-01-03', from)
        const next = addDays(start, step)
        // Two ends of months stand for months, not for their days.
        pre(!(start.slice(8) > '27' && next.slice(8) > '27'))
        expect(fillLine([day(start), day(next)], { count: 1 })).toEqual([addDays(next, step)])
      }),
    )
  })

  it('never loses a word that ends in a number', () => {
    assert(
      property(
        record({
          word: string({ unit: constantFrom('a', 'Ă', ' ', '-', 'b'), minLength: 1, maxLength: 6 }),
          at: integer({ min: 0, max: 9999 }),
        }),
        ({ word, at }) => {
          const name = `k${word}x ${at}`
          expect(fillLine([text(name)], { count: 2 })).toEqual([`k${word}x ${at + 1}`, `k${word}x ${at + 2}`])
        },
      ),
    )
  })

  it('repeats in order where it is copied', () => {
    assert(
      property(line, integer({ min: 1, max: 20 }), (cells, rounds) => {
        const copied = repeatLine(cells, cells.length * rounds)
        const once = repeatLine(cells, cells.length)
        expect(copied).toEqual(Array.from({ length: rounds }, () => once).flat())
      }),
    )
  })
})
