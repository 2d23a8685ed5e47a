import { describe, expect, test } from 'vitest'
import { listChoices, type Sources } from '#renderer/app/palette/choices.ts'

const EMPTY: Sources = { hits: [], actions: [], screens: [], plans: [], recent: [] }
const unit = { kind: 'unit' as const, code: 'HL', title: 'LĐLĐ thành phố Hạ Long', subtitle: '', id: 'u1' }
const firm = { kind: 'enterprise' as const, code: '0100109106', title: 'Hạ Long', subtitle: '', id: 'e1' }
const allocate = { key: 'action:targets:Phân bổ', title: 'Phân bổ', subtitle: 'trang Chỉ tiêu' }
const titles = (text: string, sources: Partial<Sources>): readonly string[] =>
  listChoices(text, { ...EMPTY, ...sources }).map(({ title }) => title)

describe('the list of the palette', () => {
  test('puts the group with the best find first, else units before enterprises', () => {
    expect(titles('ha long', { hits: [unit, firm] })).toEqual(['Hạ Long', 'LĐLĐ thành phố Hạ Long'])
    expect(titles('long', { hits: [firm, unit] })).toEqual(['LĐLĐ thành phố Hạ Long', 'Hạ Long'])
  })

  test('finds actions without accents and a day in the text', () => {
    expect(titles('phan bo', { actions: [allocate] })).toEqual(['Phân bổ'])
    expect(titles('đến ngày 30/6/2024', {})).toEqual(['Xem số liệu đến ngày 30/06/2024'])
    expect(titles('31/6/2024', {})).toEqual([])
  })

  test('puts what was used lately first in its group, and alone when nothing is typed', () => {
    const other = { ...unit, id: 'u2', code: 'HB', title: 'LĐLĐ thành phố Hạ Bình' }
    const recent = [{ key: 'unit:u2:HB', title: other.title, subtitle: '' }]
    expect(titles('thanh pho', { hits: [unit, other], recent })[0]).toBe(other.title)
    expect(titles('', { recent, actions: [allocate] })).toEqual([other.title, 'Phân bổ'])
  })
})
