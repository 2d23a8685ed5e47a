export interface FindQuery {
  readonly text: string
  readonly matchCase: boolean
  /** The whole cell is the text, not a part of it. */
  readonly wholeCell: boolean
  /** "Đặng" and "dang" are different. */
  readonly withAccents: boolean
}

export interface TextMatcher {
  readonly matches: (text: string) => boolean
  /** The text with every place replaced; null where there is none. */
  readonly replace: (text: string, by: string) => string | null
}

const MARKS = /[\u0300-\u036f]/g

/** Made once for many cells. A query without text finds nothing. */
export function makeMatcher(query: FindQuery): TextMatcher {
  const letters = lettersOf(query)
  const wanted = formOf(query.text.normalize('NFC'), letters)
  if (wanted === '') return { matches: () => false, replace: () => null }
  const isWhole = (form: string): boolean => form.trim() === wanted.trim()
  return {
    matches: (text) => {
      const form = formOf(text.normalize('NFC'), letters)
      return query.wholeCell ? isWhole(form) : form.includes(wanted)
    },
    replace: (text, by) => {
      const composed = text.normalize('NFC')
      if (query.wholeCell) return isWhole(formOf(composed, letters)) ? by : null
      return replaceParts(composed, wanted, by, letters)
    },
  }
}

function replaceParts(text: string, wanted: string, by: string, letters: LetterForms): string | null {
  // Where each unit of the form comes from: one letter may become two ("ß" stays, "İ" becomes "i" and a dot).
  let form = ''
  const origins: number[] = []
  for (let at = 0; at < text.length; at++) {
    const one = letterForm(text, at, letters)
    for (let unit = 0; unit < one.length; unit++) origins.push(at)
    form += one
  }
  let at = form.indexOf(wanted)
  if (at < 0) return null
  let result = ''
  let from = 0
  while (at >= 0) {
    const start = origins[at] ?? 0
    result += text.slice(from, Math.max(from, start)) + by
    from = (origins[at + wanted.length - 1] ?? text.length - 1) + 1
    at = form.indexOf(wanted, at + wanted.length)
  }
  return result + text.slice(from)
}

/** What each letter is compared as, filled as letters are met; one table for each way of asking. */
interface LetterForms {
  readonly known: (string | undefined)[]
  readonly matchCase: boolean
  readonly withAccents: boolean
}

const FORMS = new Map<string, LetterForms>()

function lettersOf({ matchCase, withAccents }: FindQuery): LetterForms {
  const name = `${matchCase} ${withAccents}`
  let forms = FORMS.get(name)
  if (forms === undefined) {
    forms = { known: Array.from<string | undefined>({ length: 0x2100 }), matchCase, withAccents }
    FORMS.set(name, forms)
  }
  return forms
}

/** `text` is composed (NFC): a letter with its marks is one unit. */
function formOf(text: string, letters: LetterForms): string {
  let form = ''
  for (let at = 0; at < text.length; at++) form += letterForm(text, at, letters)
  return form
}

function letterForm(text: string, at: number, letters: LetterForms): string {
  const unit = text.charCodeAt(at)
  const known = letters.known[unit]
  if (known !== undefined) return known
  const made = makeLetterForm(text.charAt(at), letters)
  if (unit < letters.known.length) letters.known[unit] = made
  return made
}

/** Every kind of space counts as the plain one; the rest as the query asks. */
function makeLetterForm(letter: string, { matchCase, withAccents }: LetterForms): string {
  if (/\s/u.test(letter)) return ' '
  const bare = withAccents
    ? letter
    : letter.normalize('NFD').replace(MARKS, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')
  return matchCase ? bare : bare.toLowerCase()
}

/**
 * What a cell becomes. `typed` is the cell as one would type it (1348), `shown` as it stands there (1.348): a
 * number is found in either and replaced in the one it was found in. Null where nothing is found.
 */
export function replaceInCell(matcher: TextMatcher, typed: string, shown: string, by: string): string | null {
  return matcher.replace(typed, by) ?? (shown === typed ? null : matcher.replace(shown, by))
}

export function findInCell(matcher: TextMatcher, typed: string, shown: string): boolean {
  return matcher.matches(shown) || (typed !== shown && matcher.matches(typed))
}
