import { containsWords } from '#shared/domain/table/words.ts'
import { SqliteError } from '../../db/load-sqlite.ts'
import { findSearchTexts, pageOfSearchTexts, readSearchTexts } from '../../db/queries/enterprise-columns.ts'
import type { ReadStore } from '../../db/store.ts'

/** Read at once between other answers: some milliseconds. */
const PIECE = 4000
/** SQLite takes some hundred conditions in a statement; a whole letter pasted into the search has more words. */
const MOST_WORDS = 50

/**
 * Folded texts a search looks in, by row. 100,000 of them take 20 MB and a third of a second to read, so they are not read
 * before somebody searches, and not while somebody waits: the first search is SQLite's, which takes a quarter of that,
 * and the texts come in pieces behind it; the next letters are then looked for in memory.
 */
export class SearchTexts {
  private readonly sqlite: ReadStore['sqlite']
  private readonly rowOf: (id: string) => number | undefined
  private readonly texts: string[] = []
  private state: 'none' | 'coming' | 'here' | 'left' = 'none'

  constructor(sqlite: ReadStore['sqlite'], rowOf: (id: string) => number | undefined) {
    this.sqlite = sqlite
    this.rowOf = rowOf
  }

  /** Whether every one of the folded words stands in a row's text. Good until the next write. */
  test(words: readonly string[]): (row: number) => boolean {
    if (this.state === 'here') return (row) => containsWords(this.texts[row] ?? '', words)
    const found = new Set<number>()
    for (const id of this.find([...new Set(words)])) {
      const row = this.rowOf(id)
      if (row !== undefined) found.add(row)
    }
    if (this.state === 'none') {
      this.state = 'coming'
      this.bring('')
    }
    return (row) => found.has(row)
  }

  private find(words: readonly string[]): readonly string[] {
    const ids = findSearchTexts(this.sqlite, words.slice(0, MOST_WORDS))
    const rest = words.slice(MOST_WORDS)
    if (rest.length === 0) return ids
    return readSearchTexts(this.sqlite, ids)
      .filter(([, text]) => containsWords(text, rest))
      .map(([id]) => id)
  }

  /** Reads again what was written of these enterprises. */
  refresh(ids: readonly string[]): void {
    if (this.state !== 'none') this.take(readSearchTexts(this.sqlite, ids))
  }

  /** Nobody will ask again. */
  leave(): void {
    this.state = 'left'
  }

  private bring(after: string): void {
    const timer = setTimeout(() => {
      // The file may be closed meanwhile; a program that ends does not wait.
      if (!this.sqlite.open || this.state === 'left') return
      const piece = this.pageAfter(after)
      // SQLite goes on answering; the next search tries again.
      if (piece === null) {
        this.state = 'none'
        return
      }
      this.take(piece)
      const last = piece.at(-1)
      if (last === undefined) this.state = 'here'
      else this.bring(last[0])
    })
    timer.unref()
  }

  /** Null where the file cannot be read just now: nobody asked for it, so nobody is told before he does. */
  private pageAfter(after: string): ReturnType<typeof pageOfSearchTexts> | null {
    try {
      return pageOfSearchTexts(this.sqlite, after, PIECE)
    } catch (thrown) {
      if (thrown instanceof SqliteError) return null
      throw thrown
    }
  }

  private take(entries: readonly (readonly [id: string, text: string])[]): void {
    for (const [id, text] of entries) {
      const row = this.rowOf(id)
      if (row === undefined) continue
      // Without gaps: an array with holes is a slow table.
      while (this.texts.length <= row) this.texts.push('')
      this.texts[row] = text
    }
  }
}
