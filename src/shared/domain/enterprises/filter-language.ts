import { foldText } from '../text/fold.ts'
import { parseDateText } from '../text/parse-date.ts'
import { parseCountText } from '../text/parse-number.ts'
import { containsWords, foldedWords } from '../table/words.ts'
import type { TableValue } from '../table/view.ts'
import { parseTaxCodeText } from '../survey/tax-code.ts'
import { readMark } from '../survey/marks.ts'
import { addDays } from '../../kit/dates.ts'
import { splitCodes, type ChoiceLists } from './cell-text.ts'
import type { RegistryColumn } from './columns.ts'
import { findRegistryField } from './field-names.ts'
import { FILTER_FAULTS } from './filter-sentences.ts'

/**
 * Filters as they are written on the command line, one condition each, all of which must hold:
 *
 *   workers>=25          union=no             name~ha long         legalForm=TNHH1TV|CTCP
 *   workers=20..50       Lao động từ 20 đến 50                     stage!=KHAO_SAT
 *   phone empty          members between 10 and 20                 foundedOn<2015
 *
 * Columns go by name or title, accents and case aside. `~` finds words in any order, `=` the whole cell.
 */
export interface RegistryCondition {
  readonly column: RegistryColumn
  readonly passes: (value: TableValue, shownText: () => string) => boolean
}

export type ParsedCondition =
  | { readonly ok: true; readonly condition: RegistryCondition }
  | { readonly ok: false; readonly unknownField: string }
  | { readonly ok: false; readonly fault: string }

type Test = RegistryCondition['passes']
type ParsedTest = { readonly test: Test } | { readonly fault: string }

const SIGNS = /^(.*?)\s*(>=|=>|≥|<=|=<|≤|!=|<>|≠|!~|==|=|~|>|<)\s*(.*)$/su
const SIGN_NAMES: Readonly<Record<string, Sign>> = {
  '=>': '>=',
  '≥': '>=',
  '=<': '<=',
  '≤': '<=',
  '<>': '!=',
  '≠': '!=',
  '==': '=',
}
type Sign = '=' | '!=' | '>=' | '<=' | '>' | '<' | '~' | '!~'

// Words instead of signs, with and without accents, as people here and elsewhere write them.
const BETWEEN =
  /^(.+?)\s+(?:between|từ|tu|trong khoảng|trong khoang)\s+(.+?)\s*(?:\s(?:and|to|đến|den|và|va)\s|,|\.\.|;)\s*(.+)$/iu
const NOT_EMPTY =
  /^(.+?)\s+(?:is\s+)?(?:not\s+empty|is\s+not\s+null|not\s+null|filled|không\s+trống|khong\s+trong|đã\s+có|da\s+co|có\s+ghi|co\s+ghi)$/iu
const EMPTY = /^(.+?)\s+(?:is\s+)?(?:empty|null|blank|trống|trong|để\s+trống|de\s+trong|chưa\s+ghi|chua\s+ghi)$/iu
const IN = /^(.+?)\s+(?:in|là|la|trong\s+số|trong\s+so)\s+\(?(.+?)\)?$/iu
const CONTAINS = /^(.+?)\s+(?:contains|like|chứa|chua|có\s+chữ|co\s+chu)\s+(.+)$/iu

export function parseCondition(text: string, lists: ChoiceLists): ParsedCondition {
  const whole = text.normalize('NFC').replace(/\s+/gu, ' ').trim()
  const signed = SIGNS.exec(whole)
  if (signed !== null) {
    const sign = signed[2] ?? '='
    return build(signed[1] ?? '', (column) =>
      testOf(column, SIGN_NAMES[sign] ?? (sign as Sign), signed[3] ?? '', lists),
    )
  }
  const between = BETWEEN.exec(whole)
  if (between !== null) return build(between[1] ?? '', (column) => range(column, between[2] ?? '', between[3] ?? ''))
  const filled = NOT_EMPTY.exec(whole)
  if (filled !== null) return build(filled[1] ?? '', () => ({ test: isFilled }))
  const empty = EMPTY.exec(whole)
  if (empty !== null) return build(empty[1] ?? '', () => ({ test: (value) => !isFilled(value) }))
  const contains = CONTAINS.exec(whole)
  if (contains !== null) return build(contains[1] ?? '', (column) => testOf(column, '~', contains[2] ?? '', lists))
  const among = IN.exec(whole)
  if (among !== null)
    return build(among[1] ?? '', (column) => testOf(column, '=', (among[2] ?? '').replaceAll(',', '|'), lists))
  return { ok: false, fault: FILTER_FAULTS.noSign() }
}

function build(name: string, make: (column: RegistryColumn) => ParsedTest): ParsedCondition {
  const column = findRegistryField(name)
  if (column === null) return { ok: false, unknownField: name.trim() }
  const made = make(column)
  return 'fault' in made ? { ok: false, fault: made.fault } : { ok: true, condition: { column, passes: made.test } }
}

function isFilled(value: TableValue): boolean {
  return value !== null && value !== ''
}

function testOf(column: RegistryColumn, sign: Sign, wanted: string, lists: ChoiceLists): ParsedTest {
  const given = unquote(wanted)
  if (given === '') {
    if (sign === '=') return { test: (value) => !isFilled(value) }
    return sign === '!=' ? { test: isFilled } : { fault: FILTER_FAULTS.noValue() }
  }
  if (sign === '~' || sign === '!~') {
    const words = foldedWords(given)
    const finds: Test = (_, text) => containsWords(foldText(text()), words)
    return { test: sign === '~' ? finds : (value, text) => !finds(value, text) }
  }
  if (sign === '=' || sign === '!=') {
    const equal = isOneOf(column, given, lists)
    if ('fault' in equal || sign === '=') return equal
    const { test } = equal
    return { test: (value, text) => !test(value, text) }
  }
  return compare(column, sign, given)
}

function unquote(text: string): string {
  const quoted = /^(["'“‘])(.*)(["'”’])$/su.exec(text.trim())
  return quoted === null ? text.trim() : (quoted[2] ?? '')
}

/** `=`: any of the values parted by |, or a range "20..50". */
function isOneOf(column: RegistryColumn, given: string, lists: ChoiceLists): ParsedTest {
  const span = /^(.+?)\s*\.\.\s*(.+)$/su.exec(given)
  if (span !== null && column.kind !== 'text') return range(column, span[1] ?? '', span[2] ?? '')
  const tests: Test[] = []
  for (const part of given.split('|')) {
    const made = isEqual(column, unquote(part), lists)
    if ('fault' in made) return made
    tests.push(made.test)
  }
  return { test: (value, text) => tests.some((test) => test(value, text)) }
}

function isEqual(column: RegistryColumn, given: string, lists: ChoiceLists): ParsedTest {
  switch (column.kind) {
    case 'count': {
      const number = parseCountText(given)
      return number === null ? { fault: FILTER_FAULTS.notNumber(given) } : { test: (value) => value === number.value }
    }
    case 'date':
    case 'founding':
      return range(column, given, given)
    case 'flag':
      return isFlag(given)
    case 'choice':
      return isChoice(column, given, lists)
    case 'text':
      return isText(column, given)
  }
}

/** "No" is said of those nobody said anything of as well: lists mark only where there is one. */
function isFlag(given: string): ParsedTest {
  const mark = readMark(given, given, null)
  if (mark.value === null || mark.isOdd) return { fault: FILTER_FAULTS.notFlag(given) }
  const wanted = mark.value
  return { test: (value) => (value === true) === wanted }
}

function isChoice(column: RegistryColumn, given: string, lists: ChoiceLists): ParsedTest {
  const list = lists[column.id]
  const found = list?.read(given) ?? 'unknown'
  if (found === 'ambiguous') {
    const folded = foldText(given)
    return { test: (_, text) => foldText(text()) === folded }
  }
  if (found === 'unknown') {
    const known = list?.choices.map(({ value, label }) => (value === label ? label : `${value} (${label})`)) ?? []
    return { fault: FILTER_FAULTS.unknownChoice(given, known.slice(0, 60).join(', ')) }
  }
  const { value: wanted } = found
  return column.id === 'difficultyCodes'
    ? { test: (value) => splitCodes(value).includes(String(wanted)) }
    : { test: (value) => value === wanted }
}

function isText(column: RegistryColumn, given: string): ParsedTest {
  const code = column.id === 'taxCode' ? parseTaxCodeText(given).code : null
  if (code !== null) return { test: (value) => value === code }
  const folded = foldText(given)
  return { test: (_, text) => foldText(text()) === folded }
}

interface Bound {
  readonly from: number | string
  readonly to: number | string
}

/** What a bound reaches from and to: a number itself, a day itself, a year from its first day to its last. */
function readBound(column: RegistryColumn, given: string): Bound | null {
  const text = unquote(given)
  if (column.kind === 'count' || (column.kind === 'choice' && column.order === 'value')) {
    const number = parseCountText(text)
    return number === null ? null : { from: number.value, to: number.value }
  }
  if (column.kind !== 'date' && column.kind !== 'founding') return null
  const parsed = parseDateText(text)
  if (parsed.kind === 'day') return { from: parsed.date, to: parsed.date }
  // A founding cell may hold the year alone, which stands before its first day.
  return parsed.kind === 'period' && /^\d{4}$/.test(parsed.text)
    ? { from: parsed.text, to: `${parsed.text}-12-31` }
    : null
}

function range(column: RegistryColumn, first: string, last: string): ParsedTest {
  const from = readBound(column, first)
  const to = readBound(column, last)
  if (from === null || to === null) return { fault: describeBound(column, from === null ? first : last) }
  if (from.from > to.to) return { fault: FILTER_FAULTS.reversed(first.trim(), last.trim()) }
  return { test: (value) => isWithin(value, from.from, to.to) }
}

function describeBound(column: RegistryColumn, given: string): string {
  if (column.kind === 'date' || column.kind === 'founding') return FILTER_FAULTS.notDate(given)
  const counts = column.kind === 'count' || column.order === 'value'
  return counts ? FILTER_FAULTS.notNumber(given) : FILTER_FAULTS.notOrdered()
}

/** An empty cell lies between nothing, as in the table's own filters. */
function isWithin(value: TableValue, from: number | string | null, to: number | string | null): boolean {
  if (typeof value === 'number')
    return (
      (from === null || (typeof from === 'number' && value >= from)) &&
      (to === null || (typeof to === 'number' && value <= to))
    )
  if (typeof value !== 'string' || value === '') return false
  return (
    (from === null || (typeof from === 'string' && value >= from)) &&
    (to === null || (typeof to === 'string' && value <= to))
  )
}

function compare(column: RegistryColumn, sign: '>=' | '<=' | '>' | '<', given: string): ParsedTest {
  const bound = readBound(column, given)
  if (bound === null) return { fault: describeBound(column, given) }
  switch (sign) {
    case '>=':
      return { test: (value) => isWithin(value, bound.from, null) }
    case '<=':
      return { test: (value) => isWithin(value, null, bound.to) }
    case '>': {
      const after = typeof bound.to === 'number' ? bound.to + 1 : addDays(bound.to, 1)
      return { test: (value) => isWithin(value, after, null) }
    }
    case '<':
      return { test: (value) => isWithin(value, null, null) && value !== null && value < bound.from }
  }
}
