import { formatDatePadded } from '../text/format.ts'

export interface DatedRow {
  readonly id: string
  readonly name: string
  /** Rows of one group must not be valid on the same day. */
  readonly group: string
  readonly validFrom: string | null
  readonly validTo: string | null
}

export interface Overlap {
  readonly ids: readonly [string, string]
  readonly first: string
  readonly second: string
  /** The days both are valid, as told to the clerk: "từ 01/07/2025 đến 31/12/2025". */
  readonly days: string
}

const BEGINNING = '0000-01-01'
const END = '9999-12-31'

/** Pairs of rows of one group that are valid on the same day: which of the two would a document take? */
export function findOverlaps(rows: readonly DatedRow[]): readonly Overlap[] {
  return rows.flatMap((first, at) =>
    rows.slice(at + 1).flatMap((second): Overlap[] => {
      if (first.group !== second.group) return []
      const from = later(first.validFrom ?? BEGINNING, second.validFrom ?? BEGINNING)
      const to = earlier(first.validTo ?? END, second.validTo ?? END)
      if (to < from) return []
      return [{ ids: [first.id, second.id], first: first.name, second: second.name, days: describeDays(from, to) }]
    }),
  )
}

function describeDays(from: string, to: string): string {
  if (from === to) return `ngày ${formatDatePadded(from)}`
  const begins = from === BEGINNING ? '' : `từ ${formatDatePadded(from)}`
  const ends = to === END ? 'trở đi' : `đến ${formatDatePadded(to)}`
  return begins === '' ? (to === END ? 'mọi ngày' : ends) : `${begins} ${ends}`
}

function later(a: string, b: string): string {
  return a > b ? a : b
}

function earlier(a: string, b: string): string {
  return a < b ? a : b
}
