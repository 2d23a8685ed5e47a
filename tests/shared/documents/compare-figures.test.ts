import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareFigures, type PrintedText } from '#shared/domain/documents/compare-figures.ts'

/** "Kết nạp {hơn 267}/{1.000} đoàn viên" with its figures named in order. */
function printed(template: string): PrintedText {
  const figures: PrintedText['figures'][number][] = []
  let text = ''
  for (const piece of template.split(/(\{[^}]*\})/u)) {
    if (!piece.startsWith('{')) text += piece
    else {
      const figure = piece.slice(1, -1)
      figures.push({ id: `f${figures.length + 1}`, text: figure, at: text.length })
      text += figure
    }
  }
  return { text, figures }
}

const SENTENCE = printed('Tính đến ngày 30/6/2024, kết nạp {hơn 5.702}/{6.700} đoàn viên, đạt {85,1%}.')
const ROW = printed('1 | LĐLĐ huyện A (cũ) | {931} | {776} | {83,4%} | –')

describe('figures of an edited file', () => {
  it('stand as printed, whatever spaces and capitals became of the text around them', () => {
    const now = [
      'TÍNH ĐẾN NGÀY 30/6/2024, kết nạp hơn 5.702/6.700 đoàn viên,  đạt 85,1%.',
      '1 | LĐLĐ huyện A (cũ) | 931 | 776 | 83,4% | –',
    ]
    expect(compareFigures([SENTENCE, ROW], now)).toEqual({ changes: [], unchanged: 6 })
  })

  it('are told with both numbers where one was changed', () => {
    const now = ['Tính đến ngày 30/6/2024, kết nạp hơn 5.702/6.900 đoàn viên, đạt 82,6%.']
    const placeOf = (figure: string) => {
      const from = now[0]?.indexOf(figure) ?? -1
      return { text: 0, from, to: from + figure.length }
    }
    expect(compareFigures([SENTENCE], now)).toEqual({
      unchanged: 1,
      changes: [
        { id: 'f2', kind: 'changed', found: '6.900', expected: '6.700', where: now[0], place: placeOf('6.900') },
        { id: 'f3', kind: 'changed', found: '82,6%', expected: '85,1%', where: now[0], place: placeOf('82,6%') },
      ],
    })
  })

  it('are said to be gone where the sentence was reworded or the row removed', () => {
    const { changes } = compareFigures([SENTENCE, ROW], ['Kết nạp được nhiều đoàn viên.'])
    expect(changes.map(({ kind }) => kind)).toEqual(Array.from({ length: 6 }, () => 'missing'))
  })

  it('of one row are not taken for those of another', () => {
    const rows = ['A', 'B', 'C'].map((unit, index) =>
      printed(`${index + 1} | ${unit} | {${index + 10}} | {${index + 20}}`),
    )
    const now = ['1 | A | 10 | 20', '3 | C | 12 | 22']
    expect(compareFigures(rows, now)).toMatchObject({
      unchanged: 4,
      changes: [
        { kind: 'missing', expected: '11' },
        { kind: 'missing', expected: '21' },
      ],
    })
  })

  it('are found again among any other text, and only changed ones are told', () => {
    const number = fc.integer({ min: 0, max: 99_999 })
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number), { minLength: 1, maxLength: 12 }), fc.nat(), (pairs, seed) => {
        const texts = pairs.map(([a, b], index) => printed(`Đơn vị thứ ${index}x: kết quả {${a}} trên {${b}} người.`))
        const now = texts.flatMap(({ text }) => ['Lời thêm vào.', text])
        expect(compareFigures(texts, now)).toEqual({ changes: [], unchanged: pairs.length * 2 })
        const spoilt = seed % pairs.length
        const [a = 0] = pairs[spoilt] ?? []
        now[spoilt * 2 + 1] = `Đơn vị thứ ${spoilt}x: kết quả ${a} trên 100000 người.`
        expect(compareFigures(texts, now).changes).toMatchObject([{ kind: 'changed', found: '100000' }])
      }),
    )
  })
})

describe('a sum of money', () => {
  const text = 'Kinh phí thăm hỏi: 4.850,07 triệu đồng.'
  const printedSum = { text, figures: [{ id: 'f', text: '4.850,07 triệu đồng', at: text.indexOf('4.850') }] }

  it('is found with its unit, changed or not', () => {
    expect(compareFigures([printedSum], [text])).toEqual({ changes: [], unchanged: 1 })
    const { changes } = compareFigures([printedSum], ['Kinh phí thăm hỏi: 5.000 triệu đồng.'])
    expect(changes).toMatchObject([{ kind: 'changed', found: '5.000 triệu đồng', expected: '4.850,07 triệu đồng' }])
  })
})
