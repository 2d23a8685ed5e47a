import { numberAsTyped } from './clipboard-cell.ts'

/** The text of a place in a line: 0 is its first given cell, -1 the one before. */
export type Series = (place: number) => string

/**
 * Two or more numbers: equal steps go on exactly; unequal ones by the straight line through them (least
 * squares), as in Excel, rounded to as many decimals as the given ones have. 1, 2, 4 → 5, 7.
 */
export function numberSeries(numbers: readonly number[]): Series {
  const decimals = Math.max(...numbers.map(decimalsOf))
  const [first = 0, second = first] = numbers
  const step = second - first
  const isEven = numbers.every((number, at) => near(number, first + step * at))
  const { at, slope } = isEven ? { at: first, slope: step } : straightLine(numbers)
  return (place) => numberAsTyped(round(at + slope * place, decimals))
}

export function straightLine(numbers: readonly number[]): { readonly at: number; readonly slope: number } {
  const middle = (numbers.length - 1) / 2
  const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length
  let over = 0
  let under = 0
  numbers.forEach((number, place) => {
    over += (place - middle) * (number - mean)
    under += (place - middle) ** 2
  })
  const slope = under === 0 ? 0 : over / under
  return { at: mean - slope * middle, slope }
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))
}

function decimalsOf(value: number): number {
  const [, decimals = ''] = String(value).split('.')
  return Math.min(decimals.length, 10)
}

function round(value: number, decimals: number): number {
  const rounded = Number(value.toFixed(decimals))
  return rounded === 0 ? 0 : rounded
}
