import { addDecimals, subtractDecimals } from '../../kit/fraction.ts'
import { combineQualifiers, parseQualifier, type Qualifier, reverseQualifier, usualWord } from './qualifier.ts'

/** A figure with what its reporter said about its exactness. */
export interface Amount {
  readonly value: number
  readonly qualifier: Qualifier | null
  /** The reporter's own word ("hơn"); null when exact. */
  readonly word: string | null
}

export function exactAmount(value: number): Amount {
  return { value, qualifier: null, word: null }
}

/** The sum keeps the word when all who qualified their figure used the same one, else takes the usual word. */
export function addAmounts(a: Amount, b: Amount): Amount {
  if (a.qualifier === null && b.qualifier === null) return exactAmount(addDecimals(a.value, b.value))
  return withQualifier(addDecimals(a.value, b.value), combineQualifiers(a.qualifier, b.qualifier), a.word, b.word)
}

export function subtractAmounts(a: Amount, b: Amount): Amount {
  const qualifier = combineQualifiers(a.qualifier, reverseQualifier(b.qualifier))
  // "hơn" said of what is taken away is not the word for the difference.
  return withQualifier(subtractDecimals(a.value, b.value), qualifier, a.word, null)
}

export function sumAmounts(amounts: readonly Amount[]): Amount {
  return amounts.reduce(addAmounts, exactAmount(0))
}

function withQualifier(value: number, qualifier: Qualifier | null, a: string | null, b: string | null): Amount {
  if (qualifier === null) return { value, qualifier: null, word: null }
  const words = [a, b].filter((word) => word !== null && parseQualifier(word)?.qualifier === qualifier)
  const [first = null] = words
  const agreed = words.every((word) => word === first) ? first : null
  return { value, qualifier, word: agreed ?? usualWord(qualifier) }
}
