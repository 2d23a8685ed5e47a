import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readEntriesWithin } from '#main/db/queries/reports.ts'
import { ReportMemory, toldBy } from '#main/db/report-memory.ts'
import { findWrongPacks, preparePacks } from '#main/db/report-packs.ts'
import { indicators, reports, reportValues, units, unitTypes } from '#main/db/schema/index.ts'
import type { Store } from '#main/db/store.ts'
import { takeBack } from '#main/db/undo.ts'
import { verifyStore } from '#main/db/verify.ts'
import { addDays } from '#shared/kit/dates.ts'
import { createTestStore, openTestStore } from '#tests/support/store.ts'

// Progress reads what a unit reported in a year from one row made of its reports. Whatever is written by whatever way,
// taken back or failing half-way, what is held from those rows must be what the reports themselves say.

const UNITS = ['u1', 'u2', 'u3']
const INDICATORS = ['flow', 'stock', 'money']
const YEARS = [2022, 2023, 2024]

type Edit =
  | {
      readonly do: 'report'
      readonly unit: string
      readonly begins: number
      readonly length: number
      readonly basis: 'cumulative' | 'increment'
      readonly status: 'received' | 'accepted' | 'draft' | 'returned'
      readonly values: readonly (number | null)[]
      readonly qualifier: '≥' | null
      readonly stated: number | null
    }
  | { readonly do: 'value'; readonly at: number; readonly value: number; readonly qualifier: '≈' | null }
  | { readonly do: 'retell'; readonly at: number; readonly indicator: string; readonly value: number }
  | { readonly do: 'status'; readonly at: number; readonly status: 'received' | 'returned' }
  | { readonly do: 'move'; readonly at: number; readonly unit: string; readonly begins: number }
  | { readonly do: 'drop-value' | 'drop-report'; readonly at: number }

const unit = fc.constantFrom(...UNITS)
const at = fc.nat(30)
const begins = fc.nat(1050)
const number = fc.oneof(fc.integer({ min: -5, max: 9000 }), fc.constantFrom(12.5, 0.1, 96_400_000_000))
const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('report' as const),
      unit,
      begins,
      length: fc.nat(60),
      basis: fc.constantFrom('cumulative' as const, 'increment' as const),
      status: fc.constantFrom('received' as const, 'received' as const, 'accepted' as const, 'draft' as const),
      values: fc.array(fc.option(number), { minLength: 3, maxLength: 3 }),
      qualifier: fc.constantFrom(null, null, '≥' as const),
      stated: fc.option(fc.nat(120), { freq: 3 }),
    }),
  },
  fc.record({ do: fc.constant('value' as const), at, value: number, qualifier: fc.constantFrom(null, '≈' as const) }),
  fc.record({ do: fc.constant('retell' as const), at, indicator: fc.constantFrom(...INDICATORS), value: number }),
  fc.record({
    do: fc.constant('status' as const),
    at,
    status: fc.constantFrom('received' as const, 'returned' as const),
  }),
  fc.record({ do: fc.constant('move' as const), at, unit, begins }),
  fc.record({ do: fc.constantFrom('drop-value' as const, 'drop-report' as const), at }),
)

interface Step {
  readonly edits: readonly Edit[]
  /** How many of the steps before it are taken back first, the newest first. */
  readonly undone: number
  /** Years are read into memory at other times than they are written. */
  readonly asked: number
}

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    edits: fc.array(edit, { minLength: 1, maxLength: 6 }),
    undone: fc.constantFrom(0, 0, 1, 2),
    asked: fc.nat(7),
  }),
  { minLength: 1, maxLength: 10 },
)

test('what is held of each unit and year is what its reports say, after every write, undo, redo and failure', () => {
  const store = createTestStore()
  prepare(store)
  fc.assert(
    fc.property(steps, fc.nat(9), (list, failing) => {
      clear(store)
      const done: string[] = []
      for (const [place, step] of list.entries()) {
        for (let times = 0; times < step.undone; times += 1) {
          const id = done.pop()
          if (id === undefined) break
          const back = undo(store, id)
          expectSame(store)
          // Every other one is done again, which writes the rows back once more.
          if (times % 2 === 1) done.push(undo(store, back))
          expectSame(store)
        }
        const id = apply(store, step.edits, place === failing)
        if (id !== null) done.push(id)
        // Only some years are asked before the next write: what is held and what is not are brought up to date apart.
        for (const [bit, year] of YEARS.entries())
          if ((step.asked & (1 << bit)) !== 0) ReportMemory.of(store.sqlite).ofYear(year)
      }
      expectSame(store)
      expect(verifyStore(store.sqlite).every(({ ok, name }) => ok || name === 'root')).toBe(true)
    }),
    { numRuns: 40 },
  )
}, 180_000)

describe('packs that are not to be read', () => {
  const damages: readonly (readonly [string, string])[] = [
    ['all gone', 'DELETE FROM report_packs'],
    ['some gone', "DELETE FROM report_packs WHERE unit_id = 'u1'"],
    ['of another program', 'UPDATE report_pack_state SET version = 9; UPDATE report_packs SET body = \'["?"]\''],
  ]
  test.for(damages)('%s: are done without, and made anew when the file is opened', ([, sql]) => {
    const store = createTestStore()
    prepare(store)
    fill(store)
    store.sqlite.exec(sql)
    const other = openTestStore(store.file)
    if (!other.ok) throw new Error(other.error.message)
    expectSame(store)
    expectSame(other.value)
    expect(packsOf(store)).toHaveLength(UNITS.length * 2)
  })

  test.for([
    ['cut off', "UPDATE report_packs SET body = substr(body, 1, 7) WHERE unit_id = 'u2'"],
    ['of a form that is not there', "UPDATE report_packs SET forms = replace(forms, ' c 0', ' c 3')"],
    ['of no basis', "UPDATE report_packs SET forms = replace(forms, ' c 0', ' x 0')"],
    ['short of a number', "UPDATE report_packs SET body = '[[7]]'"],
    ['with words of a report that is not there', "UPDATE report_packs SET body = replace(body, '[[0,{', '[[7,{')"],
  ])('%s: are done without, and made anew by the check of the file', ([, sql = '']) => {
    const store = createTestStore()
    prepare(store)
    fill(store)
    store.sqlite.exec(sql)
    expect(held(store)).toEqual(told(store))
    expect(verifyStore(store.sqlite).find(({ name }) => name === 'report-packs')?.ok).toBe(false)
    expectSame(store)
    expect(verifyStore(store.sqlite).find(({ name }) => name === 'report-packs')?.ok).toBe(true)
  })

  test('a step that is asked for figures in the middle sees what it wrote so far', () => {
    const store = createTestStore()
    prepare(store)
    fill(store)
    store.write({ kind: 'test', label: 'Sửa' }, (tx) => {
      tx.sqlite.exec("UPDATE report_values SET value = value + 1000 WHERE indicator_id = 'flow'")
      expect(held(store)).toEqual(told(store))
      return null
    })
    expectSame(store)
  })

  test('a write past the program is seen all the same', () => {
    const store = createTestStore()
    prepare(store)
    fill(store)
    expectSame(store)
    for (const kind of ['insert', 'update', 'delete'])
      for (const table of ['reports', 'report_values']) store.sqlite.exec(`DROP TRIGGER record_${kind}_${table}`)
    store.sqlite.exec("UPDATE report_values SET value = 77 WHERE indicator_id = 'stock'")
    expect(held(store)).toEqual(told(store))
    preparePacks(store.sqlite)
    expectSame(store)
  })

  test('one that says something else than its reports is found', () => {
    const store = createTestStore()
    prepare(store)
    fill(store)
    expect(findWrongPacks(store.sqlite)).toEqual([])
    store.sqlite.exec("UPDATE report_packs SET body = replace(body, '[7', '[8') WHERE unit_id = 'u1' AND year = 2023")
    expect(findWrongPacks(store.sqlite)).toEqual([{ year: 2023, unitId: 'u1' }])
  })
})

function prepare(store: Store): void {
  store.write({ kind: 'test', label: 'Đơn vị' }, (tx) => {
    const type = { id: 't', code: 'T', name: 'T', shortName: 'T', groupTitle: 'T', level: 'upper', sortOrder: 1 }
    tx.db.insert(unitTypes).values(type).run()
    for (const id of UNITS) {
      const row = { id, code: id, name: id, shortName: id, nameFolded: id, sortKey: id, typeId: 't', sortOrder: 1 }
      tx.db.insert(units).values(row).run()
    }
    for (const id of INDICATORS) {
      const row = { id, code: id, name: id, shortName: id, unitLabel: 'người', kind: 'flow' as const, sortOrder: 1 }
      tx.db.insert(indicators).values(row).run()
    }
    return null
  })
}

function clear(store: Store): void {
  store.write({ kind: 'test', label: 'Xóa' }, (tx) => {
    tx.sqlite.exec('DELETE FROM report_values; DELETE FROM reports')
    return null
  })
}

/** A report of every unit in 2023 and 2024. */
function fill(store: Store): void {
  const edits = UNITS.flatMap((one, place) =>
    [365, 731].map((day): Edit => ({
      do: 'report',
      unit: one,
      begins: day,
      length: 30,
      basis: 'cumulative',
      status: 'received',
      values: [7 + place, 500, 2.5],
      qualifier: null,
      stated: null,
    })),
  )
  apply(store, edits, false)
}

/** The operation's id; null when it changed nothing or failed. */
function apply(store: Store, edits: readonly Edit[], fails: boolean): string | null {
  let id: string | null = null
  const failure = new Error('the power went')
  try {
    store.write({ kind: 'test', label: 'Báo cáo' }, (tx) => {
      for (const one of edits) applyOne(store, tx.newId, one)
      if (fails) throw failure
      id = tx.operationId
      return null
    })
  } catch (thrown) {
    if (thrown !== failure) throw thrown
    return null
  }
  const row = store.sqlite.prepare('SELECT 1 FROM operations WHERE id = ?').get(id)
  return row === undefined ? null : id
}

function applyOne({ sqlite, db }: Store, newId: () => string, one: Edit): void {
  const pick = (table: 'reports' | 'report_values', place: number): string => {
    const rows = sqlite.prepare<[], { id: string }>(`SELECT id FROM ${table} ORDER BY id`).all()
    return rows[place % Math.max(rows.length, 1)]?.id ?? ''
  }
  if (one.do === 'report') {
    const fromDate = addDays('2022-01-01', one.begins)
    const { unit: unitId, basis, status } = one
    const asOf = addDays(fromDate, one.length)
    const id = newId()
    const taken = sqlite.prepare(
      'SELECT 1 FROM reports WHERE unit_id = ? AND from_date = ? AND as_of = ? AND basis = ?',
    )
    if (taken.get(unitId, fromDate, asOf, basis) !== undefined) return
    db.insert(reports).values({ id, unitId, fromDate, asOf, basis, status }).run()
    for (const [place, value] of one.values.entries()) {
      if (value === null) continue
      const { qualifier, stated: statedPercent } = one
      const indicatorId = INDICATORS[place] ?? ''
      db.insert(reportValues).values({ id: newId(), reportId: id, indicatorId, value, qualifier, statedPercent }).run()
    }
  } else if (one.do === 'value') {
    const id = pick('report_values', one.at)
    sqlite.prepare('UPDATE report_values SET value = ?, qualifier = ? WHERE id = ?').run(one.value, one.qualifier, id)
  } else if (one.do === 'retell') {
    const reportId = pick('reports', one.at)
    if (reportId === '') return
    sqlite
      .prepare('INSERT OR REPLACE INTO report_values (id, report_id, indicator_id, value) VALUES (?, ?, ?, ?)')
      .run(newId(), reportId, one.indicator, one.value)
  } else if (one.do === 'status') {
    sqlite.prepare('UPDATE reports SET status = ? WHERE id = ?').run(one.status, pick('reports', one.at))
  } else if (one.do === 'move') {
    const from = addDays('2022-01-01', one.begins)
    sqlite
      .prepare('UPDATE OR IGNORE reports SET unit_id = ?, from_date = ?, as_of = ? WHERE id = ?')
      .run(one.unit, from, addDays(from, 30), pick('reports', one.at))
  } else if (one.do === 'drop-value') {
    sqlite.prepare('DELETE FROM report_values WHERE id = ?').run(pick('report_values', one.at))
  } else {
    const id = pick('reports', one.at)
    sqlite.prepare('DELETE FROM report_values WHERE report_id = ?').run(id)
    sqlite.prepare('DELETE FROM reports WHERE id = ?').run(id)
  }
}

function undo(store: Store, id: string): string {
  let back = ''
  store.write({ kind: 'undo', label: '', undoes: id, always: true }, (tx) => {
    takeBack(tx.sqlite, id)
    back = tx.operationId
    return null
  })
  return back
}

function expectSame(store: Store): void {
  expect(held(store)).toEqual(told(store))
  expect(findWrongPacks(store.sqlite)).toEqual([])
  expect(store.sqlite.prepare('SELECT * FROM report_packs WHERE stamp = 0').all()).toEqual([])
}

function packsOf({ sqlite }: Store): unknown[] {
  return sqlite.prepare('SELECT * FROM report_packs WHERE reports > 0').all()
}

type Told = readonly [string, string, string, string, string, number, string | null, number | null]

/** What the program counts from, taken apart into figures. */
function held(store: Store): Told[] {
  const memory = ReportMemory.of(store.sqlite)
  return YEARS.concat(2025)
    .flatMap((year) => [...memory.ofYear(year)])
    .flatMap(([unitId, list]) =>
      list.shape.periods.flatMap(({ from, asOf, basis }, report) =>
        INDICATORS.flatMap((id): Told[] => {
          const one = toldBy(list, report, { id, number: memory.numberOf(id) })
          if (one === undefined) return []
          const { value, qualifier = null, statedPercent = null } = typeof one === 'number' ? { value: one } : one
          return [[unitId, from, asOf, basis, id, value, qualifier, statedPercent]]
        }),
      ),
    )
    .toSorted(inOrder)
}

/** The same from the reports themselves. */
function told(store: Store): Told[] {
  return readEntriesWithin(store, null, '9999-12-31')
    .map((entry): Told => [
      entry.unitId,
      entry.from,
      entry.asOf,
      entry.basis,
      entry.indicatorId,
      entry.value,
      entry.qualifier,
      entry.statedPercent,
    ])
    .toSorted(inOrder)
}

function inOrder(a: Told, b: Told): number {
  return a.join('|') < b.join('|') ? -1 : 1
}
