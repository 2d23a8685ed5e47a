/** A sentence or cell the document printed, with its figures where they stand in it. */
export interface PrintedText {
  readonly text: string
  readonly figures: readonly PrintedFigure[]
}

export interface PrintedFigure {
  readonly id: string
  readonly text: string
  /** Where it begins in the text. */
  readonly at: number
}

export interface FigureChange {
  readonly id: string
  readonly kind: 'changed' | 'missing'
  readonly found: string
  readonly expected: string
  /** The whole sentence or cell as it stands now, or as it was when it is gone. */
  readonly where: string
  /** Of a changed one: in which of the texts it stands, and from where to where in that text as `tidyText` has it. */
  readonly place?: { readonly text: number; readonly from: number; readonly to: number }
}

/**
 * Which figures of a document no longer stand as it printed them. Sentences are recognised by their words with the
 * figures left out, in order, so that a sentence reworded by hand is said to be gone rather than guessed at; a
 * figure changed inside its sentence is told with both numbers.
 */
export function compareFigures(
  printed: readonly PrintedText[],
  now: readonly string[],
): { readonly changes: readonly FigureChange[]; readonly unchanged: number } {
  const texts = now.map(tidy)
  const used = new Set<number>()
  const changes: FigureChange[] = []
  let unchanged = 0
  let from = 0
  for (const sentence of printed) {
    if (sentence.figures.length === 0) continue
    const pattern = patternOf(sentence)
    const at = findFrom(texts, pattern, used, from)
    if (at < 0) {
      for (const figure of sentence.figures)
        changes.push({ id: figure.id, kind: 'missing', found: '', expected: figure.text, where: tidy(sentence.text) })
      continue
    }
    used.add(at)
    from = at + 1
    const match = pattern.exec(texts[at] ?? '')
    sentence.figures.forEach((figure, index) => {
      const found = (match?.[index + 1] ?? '').trim()
      if (found === tidy(figure.text)) unchanged += 1
      else {
        const [start = 0, end = 0] = match?.indices?.[index + 1] ?? []
        const lead = (match?.[index + 1] ?? '').length - (match?.[index + 1] ?? '').trimStart().length
        const place = { text: at, from: start + lead, to: end }
        changes.push({ id: figure.id, kind: 'changed', found, expected: figure.text, where: texts[at] ?? '', place })
      }
    })
  }
  return { changes, unchanged }
}

/** Onward first: a table's cells repeat, and their order is what tells them apart. */
function findFrom(texts: readonly string[], pattern: RegExp, used: ReadonlySet<number>, from: number): number {
  for (const start of [from, 0])
    for (let index = start; index < texts.length; index += 1)
      if (!used.has(index) && pattern.test(texts[index] ?? '')) return index
  return -1
}

/** What may stand where a figure stood: a number with the word and the sign before it, or a dash. */
const ANY_NUMBER = '(?:hơn|gần|trên|dưới|khoảng|≥|≤|≈|\\+|−|-)?\\s*(?:\\d[\\d.,]*%?|–)'

/** A sum of money carries its unit: "4.850,07 triệu đồng"; another sum of it may carry the same or none. */
function anyFigure({ text }: PrintedFigure): string {
  const unit = /\d[\d.,]*%?(\D+)$/u.exec(text)?.[1] ?? ''
  return unit === '' ? `(${ANY_NUMBER})` : `(${ANY_NUMBER}(?:${escape(unit)})?)`
}

function patternOf({ text, figures }: PrintedText): RegExp {
  let pattern = ''
  let at = 0
  for (const figure of figures) {
    pattern += escape(text.slice(at, figure.at)) + anyFigure(figure)
    at = figure.at + figure.text.length
  }
  return new RegExp(`^\\s*${pattern}${escape(text.slice(at))}\\s*$`, 'diu')
}

function escape(text: string): string {
  return tidyInside(text)
    .replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&')
    .replace(/ /gu, '\\s*')
}

function tidyInside(text: string): string {
  return text.normalize('NFC').replace(/[\s\u00a0]+/gu, ' ')
}

function tidy(text: string): string {
  return tidyInside(text).trim()
}

/** Where in a text as it stands a letter of its tidied form is: spaces in a row count once, those at its ends not. */
export function placeInText(text: string, at: number): number {
  let seen = 0
  let inSpace = true
  for (let index = 0; index < text.length; index += 1) {
    const isSpace = /[\s\u00a0]/u.test(text.charAt(index))
    if (isSpace && inSpace) continue
    if (seen === at) return index
    seen += 1
    inSpace = isSpace
  }
  return text.length
}
