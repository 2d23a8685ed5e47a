import { foldText } from '../text/fold.ts'

/** A value a cell may have, with what it is called. */
export interface ListedChoice {
  readonly value: string | number
  readonly label: string
  /** Other names it is typed by: its code, its full name, what it was called before. */
  readonly words: readonly string[]
}

export interface ChoiceList {
  readonly choices: readonly ListedChoice[]
  /** '' for a value that is not in the list (any more). */
  readonly labelOf: (value: string | number) => string
  /** Place in the list; values that are not in it stand behind. */
  readonly rankOf: (value: string | number) => number
  /** The choice a text means, accents and case aside. Its value and label go before its other names. */
  readonly read: (text: string) => ListedChoice | 'unknown' | 'ambiguous'
}

export function createChoiceList(choices: readonly ListedChoice[]): ChoiceList {
  const byValue = new Map(choices.map((choice, rank) => [choice.value, { choice, rank }]))
  let byName: ReadonlyMap<string, readonly ListedChoice[]>[] | null = null
  return {
    choices,
    labelOf: (value) => byValue.get(value)?.choice.label ?? '',
    rankOf: (value) => byValue.get(value)?.rank ?? choices.length,
    read: (text) => {
      const folded = foldText(text)
      byName ??= [
        collect(choices, ({ value }) => [String(value)]),
        collect(choices, ({ label }) => [label]),
        collect(choices, ({ words }) => words),
      ]
      for (const names of byName) {
        const found = names.get(folded)
        if (found !== undefined) return found.length === 1 && found[0] !== undefined ? found[0] : 'ambiguous'
      }
      return 'unknown'
    },
  }
}

function collect(
  choices: readonly ListedChoice[],
  namesOf: (choice: ListedChoice) => readonly string[],
): ReadonlyMap<string, readonly ListedChoice[]> {
  const names = new Map<string, ListedChoice[]>()
  for (const choice of choices)
    for (const name of new Set(namesOf(choice).map(foldText))) {
      const known = names.get(name)
      if (known === undefined) names.set(name, [choice])
      else known.push(choice)
    }
  return names
}
