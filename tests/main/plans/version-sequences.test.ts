import * as fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { openSqlite, type SqliteDatabase } from '#main/db/load-sqlite.ts'
import type { TestBackend } from '#tests/support/backend.ts'
import { openProvince } from '#tests/support/province.ts'

// Random sequences over the versions of a plan, undone from the newest to the oldest: the same targets, versions
// and records of allocations must be left, on a plan that is a draft as on one that was issued.

type Act =
  | { readonly do: 'set'; readonly version: number; readonly unit: number; readonly value: number | null }
  | { readonly do: 'paste'; readonly version: number; readonly value: number }
  | { readonly do: 'allocate'; readonly version: number; readonly total: number }
  | { readonly do: 'lock'; readonly version: number; readonly unit: number; readonly locked: boolean }
  | { readonly do: 'copy'; readonly version: number }
  | { readonly do: 'rename'; readonly version: number; readonly name: number }
  | { readonly do: 'choose'; readonly version: number }
  | { readonly do: 'remove'; readonly version: number }
  | { readonly do: 'adjust'; readonly unit: number; readonly value: number }

/** The first, second, … of the versions there are: numbers are never used again. */
const version = fc.nat(4)
const unit = fc.nat(3)
const value = fc.nat(500)
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('set' as const), version, unit, value: fc.option(value) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('paste' as const), version, value }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('allocate' as const), version, total: value }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('lock' as const), version, unit, locked: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('copy' as const), version }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rename' as const), version, name: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('choose' as const), version }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), version }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('adjust' as const), unit, value }) },
)

const UNITS = ['H1', 'H2', 'H3', 'NGD']
const DV = { indicator: 'DV_MOI', assigner: 'BCH' }
const RUNS = Number(process.env['VERSION_RUNS'] ?? 30)

async function perform({ backend, call }: TestBackend, one: Act): Promise<boolean> {
  const versions = await call('plans.versions', {})
  const number = versions['version' in one ? one.version % versions.length : 0]?.number ?? 1
  const unitCode = UNITS['unit' in one ? one.unit : 0] ?? ''
  const ask = (): Promise<{ readonly ok: boolean }> => {
    switch (one.do) {
      case 'set':
        return backend.call('targets.setMany', {
          version: number,
          cells: [{ ...DV, unit: unitCode, value: one.value, remove: one.value === null }],
        })
      case 'paste':
        return backend.call('targets.setMany', {
          version: number,
          cells: UNITS.map((code, at) => ({ ...DV, unit: code, value: one.value + at })),
        })
      case 'allocate':
        return backend.call('targets.allocate', { ...DV, version: number, total: one.total, by: 'equal' })
      case 'lock':
        return backend.call('targets.lockArea', { version: number, units: [unitCode], locked: one.locked })
      case 'copy':
        return backend.call('plans.copyVersion', { version: number })
      case 'rename':
        return backend.call('plans.updateVersion', { version: number, patch: { name: `Tên ${one.name}` } })
      case 'choose':
        return backend.call('plans.chooseVersion', { version: number })
      case 'remove':
        return backend.call('plans.removeVersion', { version: number })
      case 'adjust':
        return backend.call('plans.adjust', {
          decisionNumber: '1/QĐ',
          reason: 'Bổ sung',
          effectiveOn: '2024-07-01',
          cells: [{ ...DV, unit: unitCode, value: one.value }],
        })
    }
  }
  return (await ask()).ok
}

/** What undo must bring back: everything a version is made of, as it lies in the file. */
function dump(sqlite: SqliteDatabase): unknown {
  return ['plans', 'plan_versions', 'targets', 'allocations', 'assigners'].map((table) =>
    sqlite.prepare(`SELECT * FROM "${table}" ORDER BY id`).all(),
  )
}

test.each([false, true])(
  'sequences undone leave the same data; the plan is issued: %s',
  async (issued) => {
    const opened = await openProvince()
    const { call } = opened
    const sqlite = openSqlite(opened.file)
    onTestFinished(() => {
      sqlite.close()
    })
    await call('targets.setMany', { cells: UNITS.map((code, at) => ({ ...DV, unit: code, value: 10 * at })) })
    if (issued) await call('plans.issue', {})
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 10 }), async (acts) => {
        const states = [dump(sqlite)]
        const newest = async (): Promise<string> => (await call('history.list', { limit: 1 }))[0]?.id ?? ''
        for (const one of acts) {
          const before = await newest()
          const done = await perform(opened, one)
          // Refused acts and acts that change nothing leave no step, and the same data.
          const stepped = done && (await newest()) !== before
          const now = dump(sqlite)
          expect(stepped ? null : now).toEqual(stepped ? null : states.at(-1))
          if (stepped) states.push(now)
        }
        // One draft of an open plan is the chosen one, whatever was done.
        const chosen = (await call('plans.versions', {})).filter(({ state }) => state === 'chosen')
        expect(chosen).toHaveLength(issued ? 0 : 1)
        while (states.length > 1) {
          expect(dump(sqlite)).toEqual(states.pop())
          expect((await call('history.undo', {})).kept).toEqual([])
        }
        expect(dump(sqlite)).toEqual(states[0])
      }),
      { numRuns: RUNS },
    )
  },
  120_000,
)
