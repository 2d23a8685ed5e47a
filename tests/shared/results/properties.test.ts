import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countedInWindow } from '#shared/domain/results/as-of.ts'
import { compactYear, type AskedYear, type ToldFigure } from '#shared/domain/results/compact.ts'
import { elapsedPercent, monthsLeft, neededPerMonth, paceOf } from '#shared/domain/results/pace.ts'
import { achievedFraction } from '#shared/domain/results/percent.ts'
import { rankOf } from '#shared/domain/results/rank.ts'
import type { ReportedEntry } from '#shared/domain/results/reported-entry.ts'
import { usedEntries } from '#shared/domain/results/sources.ts'
import { addDays } from '#shared/kit/dates.ts'
import { compareFractions } from '#shared/kit/fraction.ts'
import { makeUnit } from '#tests/shared/units/some-units.ts'
import { makeIndicator, progressOf, type Reported } from './some-progress.ts'

const START = '2024-01-01'
const day = (at: number): string => addDays(START, at)

/** Three levels: the province, districts, and what lies in them. */
const UNITS = [
  makeUnit('tinh', null),
  ...['a', 'b', 'c'].map((id, at) => makeUnit(id, 'tinh', { sortOrder: at })),
  ...['a1', 'a2', 'b1', 'b2', 'b3'].map((id, at) => makeUnit(id, id.slice(0, 1), { sortOrder: at })),
]
const LEAVES = ['a1', 'a2', 'b1', 'b2', 'b3', 'c']

/** Monthly reports of the leaves, cumulative or increments, some months left out. */
const leafReports = fc
  .array(
    fc.record({
      unit: fc.constantFrom(...LEAVES),
      month: fc.integer({ min: 1, max: 12 }),
      value: fc.nat(500),
    }),
    { maxLength: 40 },
  )
  .map((rows): Reported[] => {
    const seen = new Set<string>()
    return rows.flatMap(({ unit, month, value }): Reported[] => {
      const key = `${unit} ${month}`
      if (seen.has(key)) return []
      seen.add(key)
      const from = `2024-${String(month).padStart(2, '0')}-01`
      const asOf = addDays(month === 12 ? '2025-01-01' : `2024-${String(month + 1).padStart(2, '0')}-01`, -1)
      // Units with an even letter tell the year so far, the others each month by itself.
      return unit.startsWith('b')
        ? [{ unit, value: value + month * 500, from: START, asOf, basis: 'cumulative' as const }]
        : [{ unit, value, from, asOf, basis: 'increment' as const }]
    })
  })

describe('whatever was told', () => {
  test('every sum above is the sum of its leaves, on any day', () => {
    fc.assert(
      fc.property(leafReports, fc.nat(400), (reports, at) => {
        const asked = LEAVES.map((unitId, place) => ({ unitId, value: 10 + place }))
        const { rows } = progressOf({ units: UNITS, reports, targets: asked, day: day(at) })
        const resultOf = (unit: string): number => {
          const own = reports
            .filter((row) => row.unit === unit)
            .map((row): ReportedEntry => ({
              ...row,
              from: row.from ?? START,
              asOf: row.asOf ?? START,
              basis: row.basis ?? 'cumulative',
              qualifier: null,
              word: null,
              statedPercent: null,
            }))
          const window = { from: START, to: '2024-12-31', basis: 'cumulative' as const }
          return countedInWindow(own, window, day(at)).amount?.value ?? 0
        }
        for (const above of ['a', 'b', 'c', 'tinh']) {
          const below = LEAVES.filter((leaf) => above === 'tinh' || leaf.startsWith(above))
          const row = rows.find(({ level, unit }) => level === 'unit' && unit === above.toUpperCase())
          const sum = below.reduce((total, leaf) => total + resultOf(leaf), 0)
          expect(row?.result ?? 0).toBe(sum)
          expect(row?.target).toBe(below.reduce((total, leaf) => total + 10 + LEAVES.indexOf(leaf), 0))
        }
        const total = rows.find(({ level }) => level === 'total')
        expect(total?.result ?? 0).toBe(LEAVES.reduce((sum, leaf) => sum + resultOf(leaf), 0))
      }),
      { numRuns: 150 },
    )
  })

  test('net is new less lost, for every unit, group and total', () => {
    const indicators = [
      makeIndicator('MOI'),
      makeIndicator('GIAM', { kind: 'loss' }),
      makeIndicator('NET', { kind: 'net', formula: { plus: ['MOI'], minus: ['GIAM'] } }),
    ]
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...LEAVES), fc.nat(900), fc.nat(900)), { maxLength: 8 }),
        (told) => {
          const known = new Map(told.map(([unit, moi, giam]) => [unit, { moi, giam }]))
          const reports = [...known].flatMap(([unit, { moi, giam }]) => [
            { unit, indicator: 'MOI', value: moi },
            { unit, indicator: 'GIAM', value: giam },
          ])
          const { rows } = progressOf({ units: UNITS, indicators, reports, targets: [] })
          for (const net of rows.filter(({ indicator }) => indicator === 'NET')) {
            const of = (indicator: string): number =>
              rows.find((row) => row.indicator === indicator && row.level === net.level && row.unit === net.unit)
                ?.result ?? 0
            expect(net.result).toBe(of('MOI') - of('GIAM'))
          }
        },
      ),
      { numRuns: 150 },
    )
  })

  test('ranks follow the exact shares: nobody with a smaller one stands before, equals share, the next are skipped', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 30 })), { maxLength: 20 }), (units) => {
        const candidates = units.flatMap(([result, target], at) => {
          const achieved = achievedFraction(result, target)
          return achieved === null ? [] : [{ key: String(at), achieved, result }]
        })
        const ranks = rankOf(candidates)
        for (const a of candidates) {
          const before = candidates.filter(
            (b) =>
              compareFractions(b.achieved, a.achieved) > 0 ||
              (compareFractions(b.achieved, a.achieved) === 0 && b.result > a.result),
          )
          expect(ranks.get(a.key)).toBe(before.length + 1)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('what each month has to bring reaches the target, and one less a month does not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 0, max: 364 }), (remaining, at) => {
        const plan = { from: START, to: '2024-12-31' }
        const months = monthsLeft(plan, day(at))
        const needed = neededPerMonth(remaining, 'flow', months)
        expect(needed === null).toBe(day(at) >= plan.to)
        if (needed === null || months === null) return
        expect(needed * months).toBeGreaterThanOrEqual(remaining - 1e-6)
        expect((needed - 1) * months).toBeLessThan(remaining)
      }),
      { numRuns: 300 },
    )
  })

  test('time never runs back, and who keeps the share of days gone by is not behind', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), fc.integer({ min: 0, max: 200 }), (a, b, percent) => {
        const plan = { from: '2024-02-01', to: '2025-01-31' }
        const [early, late] = [day(Math.min(a, b)), day(Math.max(a, b))]
        expect(elapsedPercent(plan, early)).toBeLessThanOrEqual(elapsedPercent(plan, late))
        const pace = paceOf(percent, 'flow', elapsedPercent(plan, late))
        expect(pace === 'behind').toBe(percent < 100 && percent < elapsedPercent(plan, late))
      }),
      { numRuns: 300 },
    )
  })
})

/** Any reports of one unit and indicator inside two reporting years, overlapping or not. */
const entries = fc.array(
  fc
    .record({
      from: fc.nat(700),
      length: fc.nat(120),
      value: fc.nat(300),
      isCumulative: fc.boolean(),
      startsYear: fc.integer({ min: 0, max: 9 }),
      word: fc.option(fc.constantFrom('≥' as const, '≈' as const), { freq: 8 }),
    })
    .map(({ from, length, value, isCumulative, startsYear, word }): ReportedEntry => {
      const begins = day(from)
      const yearStart = `${begins.slice(0, 4)}-01-01`
      // Nine in ten cumulative reports begin where they should.
      const first = isCumulative && startsYear > 0 ? yearStart : begins
      const last = addDays(begins, length)
      const end = `${begins.slice(0, 4)}-12-31`
      return {
        from: first,
        asOf: last > end ? end : last,
        basis: isCumulative ? 'cumulative' : 'increment',
        value,
        qualifier: word,
        word: word === null ? null : 'hơn',
        statedPercent: null,
      }
    }),
  { maxLength: 14 },
)

describe('of the reports of one unit', () => {
  test('the rows a figure opens add up to it: Σ counted − Σ opening', () => {
    fc.assert(
      fc.property(
        entries,
        fc.nat(500),
        fc.nat(300),
        fc.nat(800),
        fc.boolean(),
        (told, from, length, at, isIncrement) => {
          const window = {
            from: day(from),
            to: addDays(day(from), length),
            basis: isIncrement ? ('increment' as const) : ('cumulative' as const),
          }
          const figure = countedInWindow(told, window, day(at))
          const used = usedEntries(told, 'flow', window, day(at))
          const sum = used.reduce(
            (total, { entry, use }) => total + (use === 'counted' ? entry.value : use === 'opening' ? -entry.value : 0),
            0,
          )
          expect(sum).toBe(figure.amount?.value ?? 0)
        },
      ),
      { numRuns: 400 },
    )
  })

  test('the few kept of a year give every figure that all of them give', () => {
    fc.assert(
      fc.property(entries, fc.nat(500), fc.nat(300), fc.nat(800), (told, from, length, at) => {
        const window = { from: day(from), to: addDays(day(from), length), basis: 'increment' as const }
        const last = day(at) < window.to ? day(at) : window.to
        const few = ['2024', '2025'].flatMap((year) => {
          const yearStart = `${year}-01-01`
          if (last < yearStart) return []
          const end = `${year}-12-31`
          const days = [last < end ? last : end]
          if (window.from > yearStart && window.from <= last) days.push(addDays(window.from, -1))
          const asked: AskedYear = { from: yearStart, days }
          const until = days.reduce((latest, one) => (one > latest ? one : latest), '')
          const inside = told.filter((entry) => entry.from >= yearStart && entry.from <= end && entry.asOf <= until)
          const values = inside.map((entry): number | ToldFigure =>
            entry.qualifier === null
              ? entry.value
              : { value: entry.value, qualifier: entry.qualifier, word: entry.word, statedPercent: null },
          )
          return compactYear(inside, values, asked, window.from > yearStart ? window.from : yearStart)
        })
        expect(countedInWindow(few, window, day(at))).toEqual(countedInWindow(told, window, day(at)))
      }),
      { numRuns: 400 },
    )
  })
})
