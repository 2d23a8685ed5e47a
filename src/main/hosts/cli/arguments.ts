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
 * and a negative number ("-5") is a word. A value that is blank or looks like the next option, and an option given
 * twice, are slips of a script or of fingers: they are refused rather than guessed at.
 */
export function parseArguments(argv: readonly string[], spec: OptionSpec): AppResult<Arguments> {
  const takesValue = new Set([...COMMON_VALUES, ...(spec.values ?? []), ...(spec.lists ?? [])])
  const isList = new Set(spec.lists)
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
      const value = inline ?? nextValue(argv[++i])
      if (value === undefined || value.trim() === '') return fail('OPTION_WITHOUT_VALUE', { name })
      if (options.has(name) && !isList.has(name)) return fail('OPTION_TWICE', { name })
      options.set(name, [...(options.get(name) ?? []), value])
    } else return fail('OPTION_UNKNOWN', { name })
  }
  const [min, max] = spec.words ?? [0, 0]
  if (words.length < min || words.some((word) => word.trim() === '')) return fail('ARGUMENT_MISSING')
  if (words.length > max) return fail('ARGUMENT_EXTRA', { text: words[max] ?? '' })
  return ok({
    words,
    value: (name) => options.get(name)?.at(-1),
    list: (name) => options.get(name) ?? [],
    flag: (name) => options.has(name),
  })
}

function nextValue(part: string | undefined): string | undefined {
  return part?.startsWith('--') === true ? undefined : part
}

function splitOnce(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator)
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)]
}
