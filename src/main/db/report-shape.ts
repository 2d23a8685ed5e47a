import type { Period } from '#shared/domain/results/compact.ts'

// What a unit's reports of a year are of, without their numbers: which days, which basis, which indicators. Hundreds of
// units report on the same few forms of the same months, so that a province has a handful of shapes, each read once.

/** The indicators a report tells, in the order of its numbers. */
interface Form {
  /** Place among the numbers by number of the indicator, -1 where it is not told. */
  readonly places: Int16Array
  readonly size: number
}

export interface Shape {
  /** The earliest first. */
  readonly periods: readonly Period[]
  /** By report. */
  readonly forms: readonly Form[]
  /** Where each report's numbers begin among all of the unit's. */
  readonly starts: readonly number[]
  /** How many numbers there are in all. */
  readonly size: number
}

export interface WrittenReport extends Period {
  /** Ids parted by commas. */
  readonly indicators: string
}

/** Forms parted by bars, then line by line each report: first day, last day, basis, place of its form. */
export function writeShape(reports: readonly WrittenReport[]): string {
  const forms: string[] = []
  const lines = reports.map(({ indicators, from, asOf, basis }) => {
    if (!forms.includes(indicators)) forms.push(indicators)
    return `${from} ${asOf} ${basis === 'cumulative' ? 'c' : 'i'} ${forms.indexOf(indicators)}`
  })
  return [forms.join('|'), ...lines].join('\n')
}

/** So many are held; a province has a handful, and what was typed over in between leaves some behind. */
const MOST_SHAPES = 5000

/** Reads shapes, equal ones once, and numbers indicators. */
export class Shapes {
  private readonly known = new Map<string, Shape>()
  private readonly forms = new Map<string, Form>()
  private readonly numbers = new Map<string, number>()

  /** Null where it is not what `writeShape` writes. */
  of(text: string): Shape | null {
    const known = this.known.get(text)
    if (known !== undefined) return known
    const shape = this.read(text)
    if (shape === null) return null
    if (this.known.size >= MOST_SHAPES) this.known.clear()
    this.known.set(text, shape)
    return shape
  }

  /** A small number for an indicator; lists of places are asked by it hundreds of thousands of times. */
  numberOf(indicatorId: string): number {
    const known = this.numbers.get(indicatorId)
    if (known !== undefined) return known
    const number = this.numbers.size
    this.numbers.set(indicatorId, number)
    return number
  }

  private read(text: string): Shape | null {
    const [first = '', ...lines] = text.split('\n')
    const forms = first.split('|').map((form) => this.formOf(form))
    const shape = { periods: [] as Period[], forms: [] as Form[], starts: [] as number[], size: 0 }
    for (const line of lines) {
      const [from, asOf, basis, at] = line.split(' ')
      const form = forms[Number(at)]
      if (from === undefined || asOf === undefined || form === undefined) return null
      if (basis !== 'c' && basis !== 'i') return null
      shape.periods.push({ from, asOf, basis: basis === 'c' ? 'cumulative' : 'increment' })
      shape.forms.push(form)
      shape.starts.push(shape.size)
      shape.size += form.size
    }
    return shape
  }

  private formOf(text: string): Form {
    const known = this.forms.get(text)
    if (known !== undefined) return known
    const indicators = text === '' ? [] : text.split(',')
    const numbers = indicators.map((id) => this.numberOf(id))
    const places = new Int16Array(Math.max(-1, ...numbers) + 1).fill(-1)
    for (const [place, number] of numbers.entries()) places[number] = place
    const form = { places, size: indicators.length }
    this.forms.set(text, form)
    return form
  }
}

/** Where a report's number of an indicator stands among all of its unit; -1: it tells none. */
export function placeIn(shape: Shape, report: number, indicator: number): number {
  const place = shape.forms[report]?.places[indicator] ?? -1
  return place < 0 ? -1 : (shape.starts[report] ?? 0) + place
}
