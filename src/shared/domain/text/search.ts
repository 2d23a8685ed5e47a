import { foldText } from './fold.ts'

// Search as the palette and the command line do it: every word of what was typed, in any order, without accents.

/** Words with single spaces between, nothing else: the form texts are searched in, and what they are searched for. */
export function searchText(text: string): string {
  const folded = foldText(text)
  return /[^a-z0-9 ]/.test(folded) ? folded.replace(/[^\p{L}\p{N}]+/gu, ' ').trim() : folded
}

/** How good a find is; less is better. */
export const RANK = { exact: 0, begins: 1, phrase: 2, words: 3, inside: 4, beside: 5, elsewhere: 6 } as const

export interface Searchable {
  readonly title: string
  /** Codes and other names: as good as the title where they are typed whole or from their beginning. */
  readonly names?: readonly string[]
  /** What may be searched as well, but says less. */
  readonly others?: readonly string[]
}

/** Null when a word is nowhere. `query` is `searchText` of what was typed, not empty. */
export function rankMatch(query: string, { title, names = [], others = [] }: Searchable): number | null {
  const words = query.split(' ')
  const called = [title, ...names].map(searchText)
  const all = [...called, ...others.map(searchText)].join('\n')
  if (!words.every((word) => all.includes(word))) return null
  if (called.includes(query)) return RANK.exact
  if (called.some((name) => name.startsWith(query))) return RANK.begins
  // "ha long" means Hạ Long before Long Hà.
  if (called.some((name) => name.includes(` ${query}`))) return RANK.phrase
  const inOne = (holds: (name: string, word: string) => boolean): boolean =>
    called.some((name) => words.every((word) => holds(name, word)))
  if (inOne((name, word) => ` ${name}`.includes(` ${word}`))) return RANK.words
  if (inOne((name, word) => name.includes(word))) return RANK.inside
  // A chair "Nguyễn Đức Hà" before a chair Ngô Đức of a union "… Nguyên".
  return others.some((text) => ` ${searchText(text)}`.includes(` ${query}`)) ? RANK.beside : RANK.elsewhere
}
