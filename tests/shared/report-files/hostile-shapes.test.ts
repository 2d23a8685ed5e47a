import { expect, test } from 'vitest'
import { HAI_SON, readRows, type Rows, type ShortReport } from '#tests/support/read-report.ts'
import shapes from '#tests/fixtures/report-shapes/shapes.json' with { type: 'json' }

/** Of a report in short: unit, days, and by role what it says (t target, c cumulative, i in the period, v a value). */
interface Told {
  readonly u: string
  readonly d: string
  readonly t?: ShortReport['target']
  readonly c?: ShortReport['target']
  readonly i?: ShortReport['target']
  readonly v?: ShortReport['target']
}

interface Shape {
  readonly name: string
  readonly merges?: readonly string[]
  readonly rows: Rows
  readonly told: readonly Told[]
}

const tell = ({ unit, from, asOf, basis, target, cumulative, increment, value }: ShortReport): Told => ({
  u: unit,
  d: [from, asOf, basis].join(' '),
  ...(target && { t: target }),
  ...(cumulative && { c: cumulative }),
  ...(increment && { i: increment }),
  ...(value && { v: value }),
})

// What offices send in shapes nobody planned for. A shape that is read wrongly is a line of the file before it is mended.
test.each(shapes as unknown as readonly Shape[])('$name', ({ rows, told, merges }) => {
  const got = readRows(rows, merges === undefined ? {} : { merges }, { units: HAI_SON })
  expect(got.reports.map(tell)).toEqual(told)
  expect(got.unmatched).toEqual([])
})
