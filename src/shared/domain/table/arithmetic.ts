import { parseDecimal } from '../results/parse-value.ts'

export type Arithmetic =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly why: 'syntax' | 'divisionByZero' | 'tooLarge' }

/** Deeper than anyone types; keeps a pasted row of brackets from using up the stack. */
const MAX_DEPTH = 50

/** Whether a typed text asks for a calculation: "=12+30". "=> xem ghi chú" is plain text. */
export function isArithmetic(text: string): boolean {
  return /^\s*=[\s\d.,()+\-−–*×÷/:%\u00a0]*\d[\s\d.,()+\-−–*×÷/:%\u00a0]*$/u.test(text)
}

/**
 * Works out what is typed after "=": numbers as people write them (1.348, 12,5), + − × ÷ with * / : as well,
 * brackets, a sign before a number, a percent sign behind it ("=1.200*15%"). Multiplication before addition.
 * The last binary digits of a fraction are rounded off: 0,1 + 0,2 is 0,3.
 */
export function calculate(text: string): Arithmetic {
  const tokens = readTokens(text.trim().replace(/^=/, ''))
  if (tokens === null || tokens.length === 0) return { ok: false, why: 'syntax' }
  const walk: Walk = { tokens, at: 0, dividesByZero: false }
  const value = readSum(walk, 0)
  if (value === null || walk.at < tokens.length) return { ok: false, why: 'syntax' }
  if (walk.dividesByZero) return { ok: false, why: 'divisionByZero' }
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) return { ok: false, why: 'tooLarge' }
  return { ok: true, value: (Number.isInteger(value) ? value : Number(value.toPrecision(15))) || 0 }
}

type Sign = '+' | '-' | '*' | '/' | '(' | ')' | '%'
type Token = number | Sign

interface Walk {
  readonly tokens: readonly Token[]
  at: number
  dividesByZero: boolean
}

const SIGNS: Readonly<Record<string, Sign>> = {
  '+': '+',
  '-': '-',
  '−': '-',
  '–': '-',
  '*': '*',
  '×': '*',
  '/': '/',
  '÷': '/',
  ':': '/',
  '(': '(',
  ')': ')',
  '%': '%',
}

function readTokens(text: string): readonly Token[] | null {
  const tokens: Token[] = []
  // A space inside a number groups its thousands ("1 000"); between numbers without a sign it is a mistake.
  for (const [part] of text.matchAll(/\d(?:[\d.,]|[ \u00a0\u202f](?=\d))*|\S/gu)) {
    const sign = SIGNS[part]
    if (sign !== undefined) {
      tokens.push(sign)
      continue
    }
    const value = parseDecimal(part)
    if (value === null) return null
    tokens.push(value)
  }
  return tokens
}

function readSum(walk: Walk, depth: number): number | null {
  let value = readProduct(walk, depth)
  for (let sign = walk.tokens[walk.at]; value !== null && (sign === '+' || sign === '-'); sign = walk.tokens[walk.at]) {
    walk.at += 1
    const next = readProduct(walk, depth)
    if (next === null) return null
    value = sign === '+' ? value + next : value - next
  }
  return value
}

function readProduct(walk: Walk, depth: number): number | null {
  let value = readSigned(walk, depth)
  for (let sign = walk.tokens[walk.at]; value !== null && (sign === '*' || sign === '/'); sign = walk.tokens[walk.at]) {
    walk.at += 1
    const next = readSigned(walk, depth)
    if (next === null) return null
    // Gone on with: a bracket that is not closed is the mistake to name first.
    if (sign === '/' && next === 0) walk.dividesByZero = true
    value = sign === '*' ? value * next : value / next
  }
  return value
}

function readSigned(walk: Walk, depth: number): number | null {
  let sign = 1
  for (let token = walk.tokens[walk.at]; token === '-' || token === '+'; token = walk.tokens[walk.at]) {
    if (token === '-') sign = -sign
    walk.at += 1
  }
  const value = readAtom(walk, depth)
  return value === null ? null : sign * value
}

function readAtom(walk: Walk, depth: number): number | null {
  const token = walk.tokens[walk.at]
  walk.at += 1
  let value: number | null = null
  if (typeof token === 'number') value = token
  else if (token === '(' && depth < MAX_DEPTH) {
    value = readSum(walk, depth + 1)
    if (value === null || walk.tokens[walk.at] !== ')') return null
    walk.at += 1
  }
  if (value !== null && walk.tokens[walk.at] === '%') {
    walk.at += 1
    value /= 100
  }
  return value
}
