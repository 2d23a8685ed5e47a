import Database from 'better-sqlite3'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Input } from '#shared/contract/index.ts'
import type { TestBackend } from '#tests/support/backend.ts'
import { openProvince } from './some-province.ts'

type Change = Input<'units.change'>['change']

/** What undoing has to bring back: everything but operations and the changes themselves. */
const NOT_DATA = /^(operations|changes|write_context|search_|report_pack|sqlite_)/

function dump(file: string): Record<string, unknown[]> {
  const db = new Database(file, { readonly: true })
  try {
    const tables = db
      .prepare<[], { name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
      .all()
      .filter(({ name }) => !NOT_DATA.test(name))
    return Object.fromEntries(tables.map(({ name }) => [name, db.prepare(`SELECT * FROM "${name}" ORDER BY id`).all()]))
  } finally {
    db.close()
  }
}

const unit = fc.constantFrom('A', 'B', 'C', 'K', 'A-1', 'B-1', 'M0', 'M1', 'M2')
const on = fc.constantFrom('2025-07-01', '2025-07-02', '2025-08-01', '2025-10-01')
const figures = fc.constantFrom('follow' as const, 'stay' as const)

/** Changes as somebody may ask for them, sensible or not; `M0`… are the codes of new units. */
function wishFor(index: number): fc.Arbitrary<Change> {
  const fresh = (name: string) => ({ newUnit: { name, code: name } })
  return fc
    .oneof(
      fc.record({
        kind: fc.constant('merge' as const),
        on,
        from: fc.array(unit, { minLength: 1, maxLength: 2 }),
        into: fc.constant(fresh(`M${index}`)),
        figures,
      }),
      fc.record({
        kind: fc.constant('merge' as const),
        on,
        from: fc.array(unit, { minLength: 1, maxLength: 1 }),
        into: fc.record({ unit }),
        figures,
      }),
      fc.record({
        kind: fc.constant('split' as const),
        on,
        from: unit,
        into: fc.constant<ReturnType<typeof fresh>[]>([fresh(`M${index}`), fresh(`N${index}`)]),
        ends: fc.boolean(),
        rest: fc.constantFrom('1', '2'),
      }),
      fc.record({
        kind: fc.constant('transfer' as const),
        on,
        into: unit,
        units: fc.array(unit, { minLength: 1, maxLength: 2 }),
        allOf: fc.option(unit),
      }),
      fc.record({ kind: fc.constant('rename' as const), on, unit, name: fc.constantFrom('Tên khác', 'Tên khác nữa') }),
      fc.record({ kind: fc.constant('end' as const), on, unit, into: fc.option(unit), figures }),
    )
    .map((change): Change => change)
}

async function totalsOf({ call }: TestBackend, asOf: string) {
  const { rows } = await call('progress.get', { plan: '2025', asOf })
  return rows
    .filter((row) => row.level === 'total')
    .map((row) => [row.indicator, row.assigner, row.kind, row.target, row.result])
}

const RUNS = Number(process.env['UNDO_RUNS'] ?? 15)

test(
  'changes of units one after another keep the totals, and undone leave the same file',
  { timeout: 120_000 },
  async () => {
    const province = await openProvince()
    const { backend, call, file } = province
    const start = dump(file)
    const totals = await totalsOf(province, '2025-10-05')
    let written = 0
    await fc.assert(
      fc.asyncProperty(fc.tuple(wishFor(0), wishFor(1), wishFor(2)), async (wishes) => {
        let done = 0
        for (const change of wishes) {
          const before = dump(file)
          const answer = await backend.call('units.change', { change })
          // What is refused leaves no trace.
          const left = answer.ok ? null : [/^(UNIT_|INPUT_)/.test(answer.error.code), dump(file)]
          expect(left).toEqual(answer.ok ? null : [true, before])
          if (!answer.ok) continue
          done += 1
          // Every total of the province, which nobody's order of units may change.
          expect(await totalsOf(province, '2025-10-05')).toEqual(totals)
          expect(await totalsOf(province, '2025-06-30')).toEqual(totals)
        }
        written += done
        for (; done > 0; done -= 1) expect((await call('history.undo', {})).kept).toEqual([])
        expect(dump(file)).toEqual(start)
      }),
      { numRuns: RUNS },
    )
    expect(written).toBeGreaterThan(RUNS / 3)
  },
)
