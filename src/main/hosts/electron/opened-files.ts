import path from 'node:path'

/** What a double click on a file of ours hands over; a data file is opened in its own way. */
const PACKAGE = /\.chitieu$/i

/** The packages among the words of a command line, as whole paths. */
export function packagesIn(words: readonly string[], folder: string): readonly string[] {
  return words.filter((word) => !word.startsWith('-') && PACKAGE.test(word)).map((word) => path.resolve(folder, word))
}

/** Files that wait for the window: it may not be there yet when the system asks. */
export class OpenedFiles {
  private waiting: string[] = []
  private readonly tell: () => void

  constructor(tell: () => void) {
    this.tell = tell
  }

  add(files: readonly string[]): void {
    if (files.length === 0) return
    this.waiting = [...new Set([...this.waiting, ...files])]
    this.tell()
  }

  take(): readonly string[] {
    const files = this.waiting
    this.waiting = []
    return files
  }
}
