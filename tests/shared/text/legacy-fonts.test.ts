import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromTcvn3, fromVni, judgeEncoding, legacyEncodingOfFont } from '#shared/domain/text/legacy-fonts.ts'
import { mendMisreadUtf8 } from '#shared/domain/text/misread-utf8.ts'
import { isVietnameseSyllable, vietnameseShare } from '#shared/domain/text/syllable.ts'
import { toTcvn3, toVni } from '#tests/support/legacy-text.ts'

const SMALL = 'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ'
const WORDS =
  'Công ty TNHH một thành viên Cổ phần Đầu tư Xây dựng Thương mại Dịch vụ Nông nghiệp Hợp tác xã Thủy sản Ước Mơ Ngãi Giao Quỳnh Trang Nguyễn Thị Hạnh huyện Hướng Hóa quyết định khuyến khích giường nghiêng'.split(
    ' ',
  )
const letter = fc.constantFrom(...SMALL, ' ', '-', '5')
const words = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 8 })
const sentence = words.map((some) => some.join(' '))
/** With words that show what they are, whatever else chance adds. */
const longSentence = words.map((some) => `Công ty Cổ phần Thủy sản ${some.join(' ')} huyện Hướng Hóa`)

describe('TCVN3', () => {
  test.each([
    ['Uû ban nh©n d©n', 'Uỷ ban nhân dân'],
    ['C«ng ty Cæ phÇn §iÖn tö Th¨ng Long', 'Công ty Cổ phần Điện tử Thăng Long'],
    ['Hîp t¸c x· N«ng nghiÖp', 'Hợp tác xã Nông nghiệp'],
    ['­íc m¬', 'ước mơ'],
  ])('%s → %s', (before, after) => {
    expect(fromTcvn3(before)).toBe(after)
  })

  test('every small letter comes back, and so does any text of them', () => {
    fc.assert(
      fc.property(fc.array(letter), (letters) => {
        expect(fromTcvn3(toTcvn3(letters.join('')))).toBe(letters.join(''))
      }),
    )
  })

  // Of a few words alone nothing can be said: "Thị" stored is "ThÞ", "TNHH" is itself.
  test('is recognised in a sentence', () => {
    fc.assert(
      fc.property(longSentence, (text) => {
        expect(judgeEncoding(toTcvn3(text))).toBe('tcvn3')
      }),
    )
  })

  test('is never taken for VNI', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        expect(['tcvn3', 'plain', 'open']).toContain(judgeEncoding(toTcvn3(text)))
      }),
    )
  })
})

describe('VNI', () => {
  test.each([
    ['Coâng ty Coå phaàn Thöông maïi Ñöùc Thònh', 'Công ty Cổ phần Thương mại Đức Thịnh'],
    ['Uûy ban nhaân daân tænh', 'Ủy ban nhân dân tỉnh'],
    ['NGHÓA, Nghóa, Aâu, AÂU, ñöôïc, Trò', 'NGHĨA, Nghĩa, Âu, ÂU, được, Trị'],
  ])('%s → %s', (before, after) => {
    expect(fromVni(before)).toBe(after)
  })

  test('every letter comes back, small and capital', () => {
    fc.assert(fc.property(fc.array(letter), (letters) => fromVni(toVni(letters.join(''))) === letters.join('')))
    const capitals = SMALL.toUpperCase()
    expect(fromVni(toVni(capitals))).toBe(capitals)
  })

  test('is recognised in a sentence', () => {
    fc.assert(
      fc.property(longSentence, (text) => {
        expect(judgeEncoding(toVni(text))).toBe('vni')
      }),
    )
  })
})

describe('valid Unicode', () => {
  test('is never taken for an old encoding', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        expect(['unicode', 'plain', 'open']).toContain(judgeEncoding(text))
      }),
    )
    for (const text of [
      'Nestlé',
      'Café São Paulo',
      'Crédit Agricole',
      'Müller & Söhne',
      '100 m² – 25 °C',
      'Piñata',
      '© 2024',
      'TNHH',
    ])
      expect(['plain', 'open'], text).toContain(judgeEncoding(text))
  })

  test('is known by its syllables', () => {
    for (const word of [
      'nghiêng',
      'giường',
      'quyết',
      'khuyến',
      'ước',
      'gì',
      'Đức',
      'yêu',
      'xoong',
      'oanh',
      'quý',
      'thuở',
    ])
      expect(isVietnameseSyllable(word), word).toBe(true)
    for (const word of ['nghiÖp', 'mồt', 'zêbra', 'coâng', 'đđ', 'strê', 'ếế'])
      expect(isVietnameseSyllable(word), word).toBe(false)
    expect(vietnameseShare('ASCII only')).toBe(1)
  })
})

test('fonts by name', () => {
  const fonts: readonly (readonly [string | null, string | null])[] = [
    ['.VnTime', 'tcvn3'],
    ['.VnArial Narrow', 'tcvn3'],
    ['.VnTimeH', 'tcvn3Capitals'],
    ['.VNTIMEH', 'tcvn3Capitals'],
    ['VNI-Times', 'vni'],
    ['VNI Times', 'vni'],
    ['Times New Roman', null],
    ['Times New RomanH', null],
    ['Calibri', null],
    [null, null],
  ]
  for (const [font, encoding] of fonts) expect(legacyEncodingOfFont(font), String(font)).toBe(encoding)
})

test('UTF-8 that was read as Latin-1 is put right, and only that', () => {
  fc.assert(
    fc.property(sentence, (text) => {
      const misread = new TextDecoder('windows-1252').decode(new TextEncoder().encode(text))
      expect(mendMisreadUtf8(misread) ?? misread).toBe(text)
      expect(mendMisreadUtf8(text)).toBeNull()
    }),
  )
})
