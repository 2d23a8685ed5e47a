import { toRoman } from '#shared/domain/text/roman.ts'
import { child, childrenOf, type Element, numberOf, valueOf } from './element.ts'

/** Marks of lists as Word prints them, counted along the document. */
export interface ListMarks {
  /** The mark of the next paragraph of this list and level, and the level's own indents. */
  next(numId: string, level: number): { readonly mark: string; readonly properties: Element | undefined } | null
}

interface Level {
  readonly format: string
  readonly text: string
  readonly start: number
  readonly properties: Element | undefined
}

export function readListMarks(numbering: Element | null): ListMarks {
  const abstracts = new Map<string, ReadonlyMap<number, Level>>()
  for (const abstract of childrenOf(numbering ?? undefined, 'abstractNum')) {
    const levels = new Map<number, Level>()
    for (const level of childrenOf(abstract, 'lvl'))
      levels.set(numberOf(level.attributes['ilvl']) ?? 0, {
        format: valueOf(level, 'numFmt') ?? 'decimal',
        text: valueOf(level, 'lvlText') ?? '',
        start: numberOf(valueOf(level, 'start')) ?? 1,
        properties: child(level, 'pPr'),
      })
    abstracts.set(abstract.attributes['abstractNumId'] ?? '', levels)
  }
  const lists = new Map<string, string>()
  for (const list of childrenOf(numbering ?? undefined, 'num'))
    lists.set(list.attributes['numId'] ?? '', valueOf(list, 'abstractNumId') ?? '')
  const counters = new Map<string, number[]>()
  return {
    next(numId, level) {
      const abstract = lists.get(numId)
      const levels = abstract === undefined ? undefined : abstracts.get(abstract)
      const own = levels?.get(level)
      if (levels === undefined || own === undefined || abstract === undefined) return null
      const counts = counters.get(abstract) ?? []
      counters.set(abstract, counts)
      counts[level] = (counts[level] ?? own.start - 1) + 1
      counts.length = level + 1
      const mark = own.text.replace(/%(\d)/g, (_, digit: string) => {
        const at = Number(digit) - 1
        const shown = levels.get(at)
        return formatCount(counts[at] ?? shown?.start ?? 1, shown?.format ?? 'decimal')
      })
      // Bullets of symbol fonts are private signs; to a reader they are dots.
      return { mark: mark.replace(/[\ue000-\uf8ff]/gu, '•'), properties: own.properties }
    },
  }
}

/** Past it a list counts in plain digits: a file may start one at a thousand million. */
const LARGEST_NAMED = 399

function formatCount(count: number, format: string): string {
  if (count < 1 || count > LARGEST_NAMED) return String(count)
  switch (format) {
    case 'upperRoman':
      return toRoman(count)
    case 'lowerRoman':
      return toRoman(count).toLowerCase()
    case 'upperLetter':
      return letterOf(count).toUpperCase()
    case 'lowerLetter':
      return letterOf(count)
    case 'decimalZero':
      return String(count).padStart(2, '0')
    default:
      return String(count)
  }
}

/** a…z, aa, bb… as Word counts on. */
function letterOf(count: number): string {
  const letter = String.fromCharCode(97 + ((count - 1) % 26))
  return letter.repeat(Math.floor((count - 1) / 26) + 1)
}
