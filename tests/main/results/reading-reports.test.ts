import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCountedEntries } from '#main/db/queries/counted-reports.ts'
import { readLevelEntries } from '#main/db/queries/level-reports.ts'
import { readEntriesWithin, readLatestLevels, type StoredEntry } from '#main/db/queries/reports.ts'
import { indicators, reports, reportValues, units, unitTypes } from '#main/db/schema/index.ts'
import type { Store } from '#main/db/store.ts'
import { countedInWindow, latestLevel } from '#shared/domain/results/as-of.ts'
import { inheritEntries } from '#shared/domain/results/inherit.ts'
import type { Takeover } from '#shared/domain/units/organisation.ts'
import { addDays } from '#shared/kit/dates.ts'
import { createTestStore } from '#tests/support/store.ts'

// Progress does not count over all reports: it holds them by year and keeps the few a figure can rest on, also after
// some were written, changed and taken away. Whatever was reported,
// the rules must come to the same figure from those few as from everything.

const UNITS = ['u1', 'u2', 'u3']
const FIRST_YEAR = 2021
const YEARS = 4
const START = `${FIRST_YEAR}-01-01`

interface Reported {
  readonly unit: string
  readonly stock: boolean
  readonly cumulative: boolean
  readonly year: number
  readonly from: number
  readonly length: number
  readonly value: number
  readonly stated: number | null
  readonly qualifier: '≥' | null
}

const reported = fc.record({
  unit: fc.constantFrom(...UNITS),
  stock: fc.boolean(),
  cumulative: fc.boolean(),
  year: fc.nat(YEARS - 1),
  from: fc.nat(360),
  length: fc.nat(120),
  value: fc.oneof(fc.nat(99), fc.constantFrom(0.1, 12.75, -3)),
  stated: fc.option(fc.nat(100), { freq: 4 }),
  qualifier: fc.constantFrom(null, null, null, null, '≥' as const),
})

const asked = fc.record({
  rows: fc.array(reported, { maxLength: 40 }),
  // A term begins with a year more often than inside one.
  opening: fc.oneof(fc.constant(0), fc.nat(300)),
  until: fc.nat(1400),
  // Units that become one: the first into the second, and that with the third's, now and then on a year's first day.
  takeovers: fc.subarray([1, 2] as const),
  on: fc.oneof(fc.nat(1400), fc.constantFrom(0, 365, 730)),
  later: fc.nat(500),
})
const change = fc.record({ at: fc.nat(40), value: fc.nat(99), drop: fc.boolean() })

function prepare(store: Store): void {
  store.write({ kind: 'test', label: 'Đơn vị' }, (tx) => {
    const type = { id: 't', code: 'T', name: 'T', shortName: 'T', groupTitle: 'T', level: 'upper', sortOrder: 1 }
    tx.db.insert(unitTypes).values(type).run()
    for (const id of UNITS) {
      const row = { id, code: id, name: id, shortName: id, nameFolded: id, sortKey: id, typeId: 't', sortOrder: 1 }
      tx.db.insert(units).values(row).run()
    }
    for (const kind of ['flow', 'stock'] as const) {
      const row = { id: kind, code: kind, name: kind, shortName: kind, unitLabel: 'người', kind, sortOrder: 1 }
      tx.db.insert(indicators).values(row).run()
    }
    return null
  })
}

function fill(store: Store, rows: readonly Reported[]): void {
  store.write({ kind: 'test', label: 'Báo cáo' }, (tx) => {
    tx.db.delete(reportValues).run()
    tx.db.delete(reports).run()
    const known = new Set<string>()
    for (const row of rows) {
      const yearStart = `${FIRST_YEAR + row.year}-01-01`
      const fromDate = row.cumulative ? yearStart : addDays(yearStart, row.from)
      const asOf = addDays(addDays(yearStart, row.from), row.length)
      const key = `${row.unit} ${fromDate} ${asOf} ${row.cumulative}`
      if (known.has(key)) continue
      known.add(key)
      const id = tx.newId()
      const basis = row.cumulative ? ('cumulative' as const) : ('increment' as const)
      tx.db.insert(reports).values({ id, unitId: row.unit, fromDate, asOf, basis, status: 'received' }).run()
      const indicatorId = row.stock ? 'stock' : 'flow'
      const value = {
        id: tx.newId(),
        reportId: id,
        indicatorId,
        value: row.value,
        statedPercent: row.stated,
        qualifier: row.qualifier,
      }
      tx.db.insert(reportValues).values(value).run()
    }
    return null
  })
}

function ofUnit(entries: readonly StoredEntry[], unit: string, indicator: string): StoredEntry[] {
  return entries.filter((entry) => entry.unitId === unit && entry.indicatorId === indicator)
}

test('the few reports read for a day give the figures that all of them give', () => {
  const store = createTestStore()
  prepare(store)
  let compared = 0
  fc.assert(
    fc.property(asked, fc.array(change, { maxLength: 3 }), (situation, changes) => {
      fill(store, situation.rows)
      compare(store, situation)
      // One that is changed is all that is made anew of its year.
      for (const one of changes) {
        retell(store, one)
        compare(store, situation)
      }
      compared += 1
    }),
    { numRuns: 250 },
  )
  expect(compared).toBe(250)
}, 120_000)

interface Situation {
  readonly opening: number
  readonly until: number
  readonly takeovers: readonly (1 | 2)[]
  readonly on: number
  readonly later: number
}

/** Takeovers in the course of the years, the second on a later day. */
function takeoversOf({ takeovers, on, later }: Situation): Takeover[] {
  return takeovers.map((one) =>
    one === 1
      ? { heirId: 'u2', on: addDays(START, on), sourceIds: ['u1'] }
      : { heirId: 'u3', on: addDays(START, on + later), sourceIds: ['u2'] },
  )
}

function compare(store: Store, situation: Situation): void {
  const { opening, until } = situation
  const takeovers = takeoversOf(situation)
  const all = readEntriesWithin(store, null, '9999-12-31')
  const window = { from: addDays(START, opening), to: `${FIRST_YEAR + YEARS - 1}-12-31`, basis: 'increment' as const }
  const day = addDays(START, opening + until)
  const last = day < window.to ? day : window.to
  const indicatorsAsked = [
    { id: 'flow', kind: 'flow' as const },
    { id: 'stock', kind: 'stock' as const },
  ]
  const few = readCountedEntries(store, {
    years: yearsTo(last, window.from),
    opening: window.from,
    indicators: indicatorsAsked,
    takeovers,
  })
  const found = readLevelEntries(store, { day, indicators: indicatorsAsked, statedSince: START })
  const levels = readLatestLevels(store, day)
  // A unit that told nothing by the day adds nothing to its successor. What crosses a year is refused, and no year's.
  const byDay = all.filter(({ from, asOf }) => asOf <= last && from.slice(0, 4) === asOf.slice(0, 4))
  const allByUnit = new Map(UNITS.map((unit) => [unit, ofUnit(byDay, unit, 'flow')]))
  const inheritedFew = inheritEntries(few.get('flow') ?? new Map(), takeovers, 'flow')
  const inheritedAll = inheritEntries(allByUnit, takeovers, 'flow')
  // What a unit that is over reported is asked for by nobody but its successor.
  const over = new Set(takeovers.flatMap(({ sourceIds, on }) => (on <= last ? sourceIds : [])))
  for (const unit of UNITS.filter((id) => !over.has(id)))
    expect(countedInWindow(inheritedFew.get(unit) ?? [], window, day)).toEqual(
      countedInWindow(inheritedAll.get(unit) ?? [], window, day),
    )
  for (const unit of UNITS) {
    expect(countedInWindow(few.get('flow')?.get(unit) ?? [], window, day)).toEqual(
      countedInWindow(ofUnit(all, unit, 'flow'), window, day),
    )
    const level = latestLevel(ofUnit(all, unit, 'stock'), day)
    expect(latestLevel(ofUnit(levels, unit, 'stock'), day)).toEqual(level)
    expect(latestLevel(found.get('stock')?.get(unit) ?? [], day)).toEqual(level)
  }
}

/** Each year with the days its counting looks at: its last, and the day before the window where it opens inside. */
function yearsTo(last: string, opening: string): { from: string; days: string[] }[] {
  return Array.from({ length: YEARS }, (_, at) => FIRST_YEAR + at).flatMap((year) => {
    const [from, to] = [`${year}-01-01`, `${year}-12-31`]
    if (from > last || to < opening) return []
    return [{ from, days: [last < to ? last : to, ...(opening > from ? [addDays(opening, -1)] : [])] }]
  })
}

function retell(store: Store, { at, value, drop }: { at: number; value: number; drop: boolean }): void {
  const values = store.sqlite.prepare<[], { id: string }>('SELECT id FROM report_values ORDER BY id').all()
  const id = values[at % Math.max(values.length, 1)]?.id ?? ''
  store.write({ kind: 'test', label: 'Sửa' }, (tx) => {
    if (drop) tx.sqlite.prepare('DELETE FROM report_values WHERE id = ?').run(id)
    else tx.sqlite.prepare('UPDATE report_values SET value = ? WHERE id = ?').run(value, id)
    return null
  })
}
