const WORDS = 4
const EMPTY = -1
/** Where a UUID as text has its dashes. */
const DASHES: ReadonlySet<number> = new Set([8, 13, 18, 23])
const UUID_LENGTH = 36

/**
 * Ids of rows, numbered in the order they came. A UUID is kept as the 16 bytes it is: as text in a Map 100,000 of them
 * take 12 MB instead of 3. Any other text (rows of old files and foreign packages may carry one) is kept as it is.
 */
export class RowIds {
  private count = 0
  private words = new Uint32Array(0)
  /** Row by hash of its id, the next free place where two meet. */
  private slots = new Int32Array(0)
  private readonly others = new Map<string, number>()
  private readonly texts = new Map<number, string>()
  private readonly parsed = new Uint32Array(WORDS)

  constructor(expected = 0) {
    this.resize(expected)
  }

  get size(): number {
    return this.count
  }

  /** Answers the row; the id must not be there yet. */
  add(id: string): number {
    const row = this.count
    this.count += 1
    if (this.count * WORDS > this.words.length) this.resize(this.count + (this.count >>> 2))
    if (this.parse(id)) {
      this.words.set(this.parsed, row * WORDS)
      this.place(row)
    } else {
      this.others.set(id, row)
      this.texts.set(row, id)
    }
    return row
  }

  rowOf(id: string): number | undefined {
    if (!this.parse(id)) return this.others.get(id)
    const [a, b, c, d] = this.parsed
    const mask = this.slots.length - 1
    for (let slot = this.hash(this.parsed, 0) & mask; ; slot = (slot + 1) & mask) {
      const row = this.slots[slot] ?? EMPTY
      if (row === EMPTY) return undefined
      const at = row * WORDS
      const { words } = this
      if (words[at] === a && words[at + 1] === b && words[at + 2] === c && words[at + 3] === d) return row
    }
  }

  /** '' for a row that is not there. */
  idOf(row: number): string {
    if (row < 0 || row >= this.count) return ''
    const other = this.texts.get(row)
    if (other !== undefined) return other
    let hex = ''
    for (let at = 0; at < WORDS; at++) hex += (this.words[row * WORDS + at] ?? 0).toString(16).padStart(8, '0')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  }

  /** False for anything but a UUID in small letters, as this program writes it. */
  private parse(id: string): boolean {
    if (id.length !== UUID_LENGTH) return false
    let word = 0
    let digits = 0
    for (let at = 0; at < UUID_LENGTH; at++) {
      const letter = id.charCodeAt(at)
      if (DASHES.has(at)) {
        if (letter !== 0x2d) return false
        continue
      }
      // '0' to '9', 'a' to 'f'
      const digit =
        letter >= 0x30 && letter <= 0x39 ? letter - 0x30 : letter >= 0x61 && letter <= 0x66 ? letter - 87 : -1
      if (digit < 0) return false
      word = ((word << 4) | digit) >>> 0
      digits += 1
      if (digits % 8 === 0) {
        this.parsed[digits / 8 - 1] = word
        word = 0
      }
    }
    return true
  }

  private hash(words: Uint32Array, at: number): number {
    let hash = 0
    for (let word = 0; word < WORDS; word++) {
      hash = Math.imul(hash ^ (words[at + word] ?? 0), 0x9e3779b1)
      hash ^= hash >>> 15
    }
    return hash >>> 0
  }

  private place(row: number): void {
    const mask = this.slots.length - 1
    let slot = this.hash(this.words, row * WORDS) & mask
    while (this.slots[slot] !== EMPTY) slot = (slot + 1) & mask
    this.slots[slot] = row
  }

  private resize(rows: number): void {
    const words = new Uint32Array(Math.max(rows, 16) * WORDS)
    words.set(this.words.subarray(0, this.count * WORDS))
    this.words = words
    let places = 64
    while (places < 2 * Math.max(rows, 16)) places *= 2
    this.slots = new Int32Array(places).fill(EMPTY)
    // The one that is being added is placed by `add`.
    for (let row = 0; row < this.count - 1; row++) if (!this.texts.has(row)) this.place(row)
  }
}
