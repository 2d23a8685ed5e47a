import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCountedEntries, readLevelEntries } from '#main/db/queries/counted-reports.ts'
import { readEntriesWithin, readLatestLevels, type StoredEntry } from '#main/db/queries/reports.ts'
import { indicators, reports, reportValues, units, unitTypes } from '#main/db/schema/index.ts'
import type { Store } from '#main/db/store.ts'
import { countedInWindow, latestLevel } from '#shared/domain/results/as-of.ts'
import { addDays } from '#shared/kit/dates.ts'
import { createTestStore } from '#tests/support/store.ts'

// Progress does not count over all reports: it holds them by year and keeps the few a figure can rest on, also after
// some were written, changed and taken away. Whatever was reported,
// the rules must come to the same figure from those few as from everything.

const UNITS = ['u1', 'u2']
const START = '2023-01-01'

interface Reported {
  readonly unit: string
  readonly stock: boolean
  readonly cumulative: boolean
  readonly year: number
  readonly from: number
  readonly length: number
  readonly value: number
  readonly stated: number | null
}

const reported = fc.record({
  unit: fc.constantFrom(...UNITS),
  stock: fc.boolean(),
  cumulative: fc.boolean(),
  year: fc.nat(1),
  from: fc.nat(360),
  length: fc.nat(120),
  value: fc.nat(99),
  stated: fc.option(fc.nat(100), { freq: 4 }),
})

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
      const yearStart = `${2023 + row.year}-01-01`
      const fromDate = row.cumulative ? yearStart : addDays(yearStart, row.from)
      const asOf = addDays(addDays(yearStart, row.from), row.length)
      const key = `${row.unit} ${fromDate} ${asOf} ${row.cumulative}`
      if (known.has(key)) continue
      known.add(key)
      const id = tx.newId()
      const basis = row.cumulative ? ('cumulative' as const) : ('increment' as const)
      tx.db.insert(reports).values({ id, unitId: row.unit, fromDate, asOf, basis, status: 'received' }).run()
      const indicatorId = row.stock ? 'stock' : 'flow'
      const value = { id: tx.newId(), reportId: id, indicatorId, value: row.value, statedPercent: row.stated }
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
  fc.assert(
    fc.property(fc.array(reported, { maxLength: 25 }), fc.nat(300), fc.nat(700), (rows, opening, until) => {
      fill(store, rows)
      const all = readEntriesWithin(store, null, '9999-12-31')
      const window = { from: addDays(START, opening), to: '2024-12-31', basis: 'increment' as const }
      const day = addDays(START, opening + until)
      const last = day < window.to ? day : window.to
      const indicatorsAsked = [
        { id: 'flow', kind: 'flow' as const },
        { id: 'stock', kind: 'stock' as const },
      ]
      const few = readCountedEntries(store, {
        years: [
          { from: '2023-01-01', days: [last < '2023-12-31' ? last : '2023-12-31', addDays(window.from, -1)] },
          ...(last >= '2024-01-01' ? [{ from: '2024-01-01', days: [last] }] : []),
        ],
        opening: window.from,
        indicators: indicatorsAsked,
        whole: new Set(),
      })
      const found = readLevelEntries(store, { day, indicators: indicatorsAsked, statedSince: START })
      const levels = readLatestLevels(store, day)
      for (const unit of UNITS) {
        expect(countedInWindow(few.get('flow')?.get(unit) ?? [], window, day).amount).toEqual(
          countedInWindow(ofUnit(all, unit, 'flow'), window, day).amount,
        )
        const level = latestLevel(ofUnit(all, unit, 'stock'), day)
        expect(latestLevel(ofUnit(levels, unit, 'stock'), day)).toEqual(level)
        expect(latestLevel(found.get('stock')?.get(unit) ?? [], day)).toEqual(level)
      }
    }),
    { numRuns: 150 },
  )
})
