import { foldText } from '../text/fold.ts'

/** "Hạ  LONG" → ["ha", "long"]: what a search looks for. */
export function foldedWords(text: string): readonly string[] {
  return foldText(text)
    .split(' ')
    .filter((word) => word !== '')
}

/** Every word stands somewhere in the folded text, in any order: "long ha" finds "Vịnh Hạ Long". No words find all. */
export function containsWords(folded: string, words: readonly string[]): boolean {
  return words.every((word) => folded.includes(word))
}

/** Every word stands in one of the texts: a name in one column, a place in another. */
export function matchesSearch(texts: readonly string[], search: string): boolean {
  const words = foldedWords(search)
  if (words.length === 0) return true
  const folded = texts.map(foldText)
  return words.every((word) => folded.some((text) => text.includes(word)))
}
