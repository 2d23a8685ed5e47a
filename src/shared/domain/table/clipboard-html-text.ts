import { decodeEntities } from './clipboard-html-entities.ts'

const VOID = new Set([
  'br',
  'img',
  'hr',
  'input',
  'wbr',
  'col',
  'meta',
  'link',
  'base',
  'area',
  'embed',
  'source',
  'track',
])
/** Begin on a line of their own. */
const BLOCKS = new Set(
  'p div li ul ol dl dt dd tr table h1 h2 h3 h4 h5 h6 pre blockquote section article header footer figure address form fieldset'.split(
    ' ',
  ),
)

/** The text of one cell as a page shows it: spaces of the source are one space, <br> and blocks are newlines. */
export class CellText {
  private text = ''
  /** A block began or ended: what comes next stands on a new line. */
  private newLine = false
  /** A space of the source that shows only if something follows on its line. */
  private space = false

  static isVoid(name: string): boolean {
    return VOID.has(name)
  }

  add(source: string): void {
    // Spaces written as signs (&nbsp;, &#9;) are meant; those of the source are not.
    const collapsed = source.replace(/[ \t\r\n\f]+/g, ' ')
    const inner = collapsed.trim()
    if (inner === '') {
      if (collapsed !== '') this.space = true
      return
    }
    if (collapsed.startsWith(' ')) this.space = true
    this.begin()
    this.text += decodeEntities(inner)
    this.space = collapsed.endsWith(' ')
  }

  addLines(lines: readonly string[]): void {
    for (const line of lines) {
      this.breakLine()
      this.begin()
      this.text += line.trim()
    }
    this.breakLine()
  }

  open(name: string): void {
    if (name === 'br') {
      this.begin()
      this.text += '\n'
      this.space = false
    } else if (BLOCKS.has(name)) this.breakLine()
  }

  close(name: string): void {
    if (BLOCKS.has(name)) this.breakLine()
  }

  /** No-break spaces are plain ones; the one <br> that ends a line without beginning another is no newline. */
  read(): string {
    const text = this.text.replace(/\n$/, '').replaceAll('\u00a0', ' ')
    return text.trim() === '' ? '' : text.normalize('NFC')
  }

  private begin(): void {
    if (this.newLine) {
      this.text += '\n'
      this.newLine = false
    } else if (this.space && this.text !== '' && !this.text.endsWith('\n')) this.text += ' '
    this.space = false
  }

  private breakLine(): void {
    this.space = false
    if (this.text !== '' && !this.text.endsWith('\n')) this.newLine = true
  }
}
