import { foldHeader } from '../../survey/fields.ts'

/** What tells one layout of lists from another: the titles of the columns in order, without case, accents and signs. */
export function fingerprintOfTitles(titles: readonly string[]): string {
  const folded = titles.map(foldHeader)
  while (folded.at(-1) === '') folded.pop()
  return folded.join('|')
}
