import type { IsoDate } from '../../kit/dates.ts'

/** How an office counts its documents. */
export interface Counting {
  /** type: within each type of document; one: through all of them. */
  readonly series: 'type' | 'one'
  /** First day of the Party committee's term; '' where it is not known. */
  readonly partyTermFrom: string
}

/**
 * Series and year a document counts on in. The union counts anew every year, within each type or through all types as
 * the house does it; a Party committee always within each type, through its term.
 */
export function countedIn(
  issuer: 'union' | 'party' | 'state',
  series: string,
  on: IsoDate,
  counting: Counting,
): Pick<Numbered, 'series' | 'year'> {
  if (issuer !== 'party') return { series: counting.series === 'one' ? '' : series, year: on.slice(0, 4) }
  const { partyTermFrom } = counting
  return { series, year: partyTermFrom !== '' && on >= partyTermFrom ? `từ ${partyTermFrom}` : '' }
}

/** An issued document's place in the register. */
export interface Numbered {
  readonly series: string
  /** '' in a series that counts on over the years, as a Party committee's does per term. */
  readonly year: string
  readonly number: string
}

export interface RegisterFlag extends Numbered {
  readonly kind: 'gap' | 'double'
}

/** "15" → 15, "06b" → 6; null for what is no number of a document. */
export function numberValue(text: string): number | null {
  const match = /^(\d{1,6})[a-zđ]?$/u.exec(text.trim().toLocaleLowerCase('vi'))
  return match === null ? null : Number(match[1])
}

/** "15/KH" as lists show it; a letter has its number alone. */
export function listedCode({ series, number }: Pick<Numbered, 'series' | 'number'>): string {
  return series === '' ? number : `${number}/${series}`
}

/** Whether two texts are one number: "6" and "06" are, "06" and "06b" are not. */
export function isSameNumber(a: string, b: string): boolean {
  return plainNumber(a) === plainNumber(b)
}

function plainNumber(text: string): string {
  return text
    .trim()
    .toLocaleLowerCase('vi')
    .replace(/^0+(?=\d)/u, '')
}

/** Numbers below ten are written with a zero before (NĐ 30/2020, Phụ lục I, mục II.3). */
export function writeNumber(value: number): string {
  return String(value).padStart(2, '0')
}

/** The number after the largest of the series and year. */
export function nextNumber(taken: readonly Numbered[], series: string, year: string): string {
  const values = taken
    .filter((row) => row.series === series && row.year === year)
    .map((row) => numberValue(row.number) ?? 0)
  return writeNumber(Math.max(0, ...values) + 1)
}

/**
 * Numbers missing between the first and the last of a series, and numbers given twice. "06" and "06b" are two
 * numbers; a series begins with 1.
 */
export function flagRegister(rows: readonly Numbered[]): RegisterFlag[] {
  const groups = new Map<string, Numbered[]>()
  for (const row of rows) {
    const key = JSON.stringify([row.series, row.year])
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()].flatMap((members) => [...gapsIn(members), ...doublesIn(members)])
}

function gapsIn(members: readonly Numbered[]): RegisterFlag[] {
  const values = new Set(members.flatMap((row) => numberValue(row.number) ?? []))
  const last = Math.max(0, ...values)
  const [first] = members
  if (first === undefined) return []
  const gaps: RegisterFlag[] = []
  for (let value = 1; value < last; value += 1)
    if (!values.has(value)) gaps.push({ ...pick(first), kind: 'gap', number: writeNumber(value) })
  return gaps
}

function doublesIn(members: readonly Numbered[]): RegisterFlag[] {
  const seen = new Map<string, number>()
  for (const row of members) {
    const key = row.number
      .trim()
      .toLocaleLowerCase('vi')
      .replace(/^0+(?=\d)/u, '')
    seen.set(key, (seen.get(key) ?? 0) + 1)
  }
  const [first] = members
  if (first === undefined) return []
  return [...seen].filter(([, times]) => times > 1).map(([number]) => ({ ...pick(first), kind: 'double', number }))
}

function pick({ series, year }: Numbered): Omit<Numbered, 'number'> {
  return { series, year }
}
