import { fail, type AppResult } from '#shared/contract/errors.ts'
import { ok } from '#shared/kit/result.ts'

/** Options a command declares; anything else on the line is refused, so that a typing slip is never ignored. */
export interface OptionSpec {
  /** `--name VALUE` */
  readonly values?: readonly string[]
  /** `--name VALUE`, may be given several times */
  readonly lists?: readonly string[]
  /** `--name` */
  readonly flags?: readonly string[]
  /** How many words without `--` there may be. */
  readonly words?: readonly [min: number, max: number]
}

export interface Arguments {
  readonly words: readonly string[]
  value(name: string): string | undefined
  list(name: string): readonly string[]
  flag(name: string): boolean
}

const COMMON_VALUES = ['db']
const COMMON_FLAGS = ['json']

/**
 * Reads a command's words and options in any order; `--name=value` works too, `--` ends the options,
 * and a negative number ("-5") is a word.
 */
export function parseArguments(argv: readonly string[], spec: OptionSpec): AppResult<Arguments> {
  const takesValue = new Set([...COMMON_VALUES, ...(spec.values ?? []), ...(spec.lists ?? [])])
  const isFlag = new Set([...COMMON_FLAGS, ...(spec.flags ?? [])])
  const words: string[] = []
  const options = new Map<string, string[]>()
  for (let i = 0; i < argv.length; i++) {
    const part = argv[i] ?? ''
    if (part === '--') {
      words.push(...argv.slice(i + 1))
      break
    }
    if (!part.startsWith('--')) {
      words.push(part)
      continue
    }
    const [name, inline] = splitOnce(part.slice(2), '=')
    if (isFlag.has(name) && inline === undefined) options.set(name, ['true'])
    else if (takesValue.has(name)) {
      const value = inline ?? argv[++i]
      if (value === undefined) return fail('OPTION_WITHOUT_VALUE', { name })
      options.set(name, [...(options.get(name) ?? []), value])
    } else return fail('OPTION_UNKNOWN', { name })
  }
  const [min, max] = spec.words ?? [0, 0]
  if (words.length < min) return fail('ARGUMENT_MISSING')
  if (words.length > max) return fail('ARGUMENT_EXTRA', { text: words[max] ?? '' })
  return ok({
    words,
    value: (name) => options.get(name)?.at(-1),
    list: (name) => options.get(name) ?? [],
    flag: (name) => options.has(name),
  })
}

function splitOnce(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator)
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)]
}
