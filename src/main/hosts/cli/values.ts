import { fail, type AppResult } from '#shared/contract/errors.ts'
import { parseFigure } from '#shared/domain/indicators/money.ts'
import type { TypedValue } from '#shared/domain/results/parse-value.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import { ok } from '#shared/kit/result.ts'
import type { Arguments } from './arguments.ts'

/** A number as people type it ("1.348", "65,7", "hơn 7.000"); money in any unit of it ("96,4 tỷ"). */
export function readTypedValue(text: string, unitLabel = ''): AppResult<TypedValue> {
  const typed = parseFigure(text, unitLabel)
  return typed === null ? fail('NUMBER_INVALID', { text }) : ok(typed)
}

/** The same where a word before it makes no sense: a total, a bound, a threshold. */
export function readNumber(text: string, unitLabel = ''): AppResult<number> {
  const typed = parseFigure(text, unitLabel)
  return typed === null || typed.qualifier !== null ? fail('NUMBER_INVALID', { text }) : ok(typed.value)
}

export function readOptionalNumber(text: string | undefined): AppResult<number | null> {
  return text === undefined ? ok(null) : readNumber(text)
}

/** `--limit 20`: how many rows, from one on; null when left out. */
export function readLimit(args: Arguments): AppResult<number | null> {
  const text = args.value('limit')
  const limit = readOptionalNumber(text)
  if (!limit.ok) return limit
  const isWhole = limit.value === null || (Number.isInteger(limit.value) && limit.value >= 1)
  return isWhole ? limit : fail('LIMIT_INVALID', { text: text ?? '' })
}

type Choices<T extends string> = Readonly<Record<T, readonly string[]>>

/** One of a fixed set, by its word or by what offices call it ("assigned" or "giao"). */
export function readChoice<T extends string>(args: Arguments, name: string, choices: Choices<T>): AppResult<T> {
  const text = args.value(name)
  if (text === undefined) return fail('OPTION_MISSING', { name })
  const folded = foldText(text)
  for (const choice of Object.keys(choices) as T[]) {
    if (foldText(choice) === folded || choices[choice].some((word) => foldText(word) === folded)) return ok(choice)
  }
  return fail('OPTION_CHOICE', { name, text, values: Object.keys(choices).join(', ') })
}

/** The same for an option that may be left out. */
export function readOptionalChoice<T extends string>(
  args: Arguments,
  name: string,
  choices: Choices<T>,
): AppResult<T | null> {
  return args.value(name) === undefined ? ok(null) : readChoice(args, name, choices)
}

export interface UnitNumbers {
  /** For all units: the one given without a unit. */
  readonly all: number | null
  readonly byUnit: Readonly<Record<string, number>>
}

/** `--floor 5 --floor TX01=8`: numbers by unit code, and one for all where the form without a unit is allowed. */
export function readUnitNumbers(args: Arguments, name: string, allowsAll: boolean): AppResult<UnitNumbers> {
  let all: number | null = null
  const byUnit: Record<string, number> = {}
  for (const text of args.list(name)) {
    const at = text.lastIndexOf('=')
    const number = readNumber(text.slice(at + 1))
    if (!number.ok) return number
    const unit = text.slice(0, Math.max(at, 0)).trim()
    if (Object.hasOwn(byUnit, unit) || (at < 0 && all !== null))
      return fail('OPTION_TWICE', { name: `${name} ${unit}`.trim() })
    // No code begins with another sign, and "__proto__" would be lost on the way.
    if (at > 0 && !/^[\p{L}\p{N}]/u.test(unit)) return fail('UNIT_UNKNOWN', { code: unit })
    if (at > 0) byUnit[unit] = number.value
    else if (allowsAll && at < 0) all = number.value
    else return fail('OPTION_CHOICE', { name, text, values: 'MÃ=SỐ' })
  }
  return ok({ all, byUnit })
}

/** Options that must be there, by name. */
export function requireOptions(args: Arguments, names: readonly string[]): AppResult<null> {
  const missing = names.find((name) => args.value(name) === undefined)
  return missing === undefined ? ok(null) : fail('OPTION_MISSING', { name: missing })
}
