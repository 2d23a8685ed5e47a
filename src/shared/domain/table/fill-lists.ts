import { foldText } from '../text/fold.ts'
import type { ReadWord } from './fill-words.ts'

/** Days of the week and months in words. The first writing of each entry is the one written. */
const LISTS: readonly (readonly (readonly string[])[])[] = [
  [['thứ hai'], ['thứ ba'], ['thứ tư'], ['thứ năm'], ['thứ sáu'], ['thứ bảy', 'thứ bẩy'], ['chủ nhật']],
  [['thứ 2'], ['thứ 3'], ['thứ 4'], ['thứ 5'], ['thứ 6'], ['thứ 7'], ['chủ nhật']],
  [
    ['tháng một', 'tháng giêng'],
    ['tháng hai'],
    ['tháng ba'],
    ['tháng tư'],
    ['tháng năm'],
    ['tháng sáu'],
    ['tháng bảy', 'tháng bẩy'],
    ['tháng tám'],
    ['tháng chín'],
    ['tháng mười'],
    ['tháng mười một'],
    ['tháng mười hai', 'tháng chạp'],
  ],
]

const PLACES: readonly ReadonlyMap<string, number>[] = LISTS.map(
  (list) => new Map(list.flatMap((names, place) => names.map((name) => [foldText(name), place] as const))),
)

/** "Thứ Hai", "thứ 7", "CHỦ NHẬT", "Tháng Giêng": the case of letters is kept. */
export function readListWord(text: string): ReadWord | null {
  const folded = foldText(text)
  for (const [at, places] of PLACES.entries()) {
    const index = places.get(folded)
    const list = LISTS[at]
    if (index === undefined || list === undefined) continue
    // "Chủ nhật" stands in both lists of days; alone it goes on in words, behind "Thứ 7" in figures.
    return {
      key: list.length === 7 ? 'day' : 'month',
      index,
      cycle: list.length,
      write: (place) => withCaseOf(text, list[place]?.[0] ?? ''),
    }
  }
  return null
}

/** "Thứ Hai" → "Chủ Nhật", "Thứ hai" → "Chủ nhật", "THỨ HAI" → "CHỦ NHẬT". */
function withCaseOf(sample: string, text: string): string {
  if (sample === sample.toUpperCase()) return text.toUpperCase()
  const [first = false, second = false] = sample.split(' ').map(isCapital)
  if (!first) return text
  return text
    .split(' ')
    .map((word, at) => (at === 0 || second ? capitalise(word) : word))
    .join(' ')
}

function isCapital(word: string): boolean {
  const [letter = ''] = word
  return letter !== letter.toLowerCase()
}

function capitalise(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}
