import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { REGISTRY_COLUMNS } from '#shared/domain/enterprises/columns.ts'
import { openForReading } from '#main/db/open.ts'
import { listRecordedTables } from '#main/db/recording.ts'
import { openTestBackend, type TestBackend } from '#tests/support/backend.ts'
import { RESOURCES } from '#tests/support/resources.ts'

// Whatever is done to the registry, in whatever order: taken back step by step it leaves the same data.

let opened: TestBackend
beforeAll(async () => {
  opened = await openTestBackend({ untilClosed: true })
  const { call } = opened
  const officer = await call('people.save', { fullName: 'Lê Bình' })
  await call('units.add', { code: 'X1', name: 'Công đoàn xã Một', type: 'CD_XA', parent: 'TINH' })
  const made = await call('enterprises.updateMany', {
    added: Array.from({ length: 12 }, (_, at) => ({
      cells: [
        { column: 'name', value: `Công ty ${['An', 'Bình', 'Chi', 'Dũng'][at % 4]} ${at % 3}` },
        { column: 'taxCode', value: at % 4 === 3 ? null : `01000000${10 + at}` },
        { column: 'unit', value: at % 2 === 0 ? 'X1' : 'TINH' },
        { column: 'workers', value: at * 7 },
        { column: 'members', value: at % 3 === 0 ? null : at },
        { column: 'officer', value: at % 5 === 0 ? officer.id : null },
      ],
    })),
  })
  const [first = ''] = made.addedIds.map(String)
  await call('enterprises.setStage', { ids: [first], stage: 'KHAO_SAT', onDate: '2024-01-05' })
  const [round] = await call('surveyRounds.list', {})
  if (round === undefined) throw new Error('no round was made')
  await call('surveyRounds.update', { id: round.id, frozen: true })
})
afterAll(() => opened.close())

const pick = fc.nat(30)
const columns = REGISTRY_COLUMNS.map(({ id }) => id)
const words = fc.constantFrom(
  '',
  'x',
  '5',
  '1.200',
  'Công ty Mới',
  '0100000013',
  '0100000014',
  '2015',
  '5/2/2024',
  'Cao',
  'X1',
  'CTCP',
  'Lê Bình',
  'KHAO_SAT',
  'DA_TIEP_XUC',
  'chưa',
  'KK_CHU_DN',
)
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      cells: fc.array(fc.record({ row: pick, column: fc.constantFrom(...columns), value: words }), {
        minLength: 1,
        maxLength: 8,
      }),
      added: fc.array(fc.record({ name: words, tax: words, workers: words, stage: words }), { maxLength: 2 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('span' as const),
      start: pick,
      rows: fc.nat(5),
      columns: fc.subarray(columns, { minLength: 1, maxLength: 4 }),
      texts: fc.array(words, { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('replace' as const),
      text: fc.constantFrom('công ty', 'an', '1'),
      by: words,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('judge' as const),
      first: pick,
      second: pick,
      same: fc.boolean(),
      take: fc.subarray(columns, { maxLength: 5 }),
      keep: fc.constantFrom('first' as const, 'second' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('remove' as const), rows: fc.array(pick, { minLength: 1, maxLength: 3 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('stage' as const),
      rows: fc.array(pick, { minLength: 1, maxLength: 3 }),
      stage: fc.constantFrom('KHAO_SAT', 'DONG_Y', 'KHO_KHAN'),
      on: fc.constantFrom('2024-01-05', '2024-06-30'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('contact' as const),
      row: pick,
      on: fc.constantFrom('2024-02-01', '2024-05-01'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('assign' as const), rows: fc.array(pick, { minLength: 1, maxLength: 3 }) }),
  },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

async function take(one: Step, ids: readonly string[]): Promise<void> {
  const { backend } = opened
  const at = (row: number): string => ids[row % Math.max(1, ids.length)] ?? 'không có'
  switch (one.do) {
    case 'edit': {
      const cell = (column: string, value: string) => ({ column, value })
      await backend.call('enterprises.updateMany', {
        edits: one.cells.map(({ row, column, value }) => ({ id: at(row), column, value })),
        added: one.added.map((row) => ({
          cells: [
            cell('name', row.name),
            cell('taxCode', row.tax),
            cell('workers', row.workers),
            cell('stage', row.stage),
          ],
        })),
      })
      return
    }
    case 'span':
      await backend.call('enterprises.writeSpan', {
        view: {},
        start: one.start % Math.max(1, ids.length),
        end: (one.start % Math.max(1, ids.length)) + one.rows,
        columns: [...one.columns],
        texts: one.texts.map((text) => [text]),
      })
      return
    case 'replace':
      await backend.call('enterprises.replace', { text: one.text, by: one.by, view: {} })
      return
    case 'judge':
      await backend.call('enterprises.judgePair', {
        first: at(one.first),
        second: at(one.second),
        verdict: one.same ? 'same' : 'different',
        keep: one.keep,
        take: [...one.take],
      })
      return
    case 'remove':
      await backend.call('enterprises.remove', { ids: one.rows.map(at) })
      return
    case 'stage':
      await backend.call('enterprises.setStage', { ids: one.rows.map(at), stage: one.stage, onDate: one.on })
      return
    case 'contact':
      await backend.call('enterprises.saveContact', { enterpriseId: at(one.row), onDate: one.on, result: 'đã gặp' })
      return
    case 'assign': {
      const people = await opened.call('people.list', {})
      await backend.call('enterprises.assignOfficer', { ids: one.rows.map(at), officerId: people[0]?.id ?? null })
    }
  }
}

/** Every recorded table but the ones that describe the recording itself. */
function dump(): Record<string, unknown> {
  const store = openForReading(opened.file, RESOURCES)
  if (!store.ok) throw new Error(store.error.message)
  const { sqlite } = store.value
  const tables = listRecordedTables(sqlite).map((table) => [
    table,
    sqlite.prepare<[], Record<string, unknown>>(`SELECT * FROM "${table}" ORDER BY id`).all(),
  ])
  store.value.close()
  return Object.fromEntries(tables) as Record<string, unknown>
}

const RUNS = Number(process.env['UNDO_RUNS'] ?? 40)

test('steps over the registry, undone from the newest to the oldest, leave the same data', async () => {
  const { call } = opened
  const newest = async () => (await call('history.list', { limit: 1 }))[0]?.id
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      const states = [dump()]
      for (const one of steps) {
        const before = await newest()
        const ids = (await call('enterprises.list', { limit: 1000 })).rows.map(({ id }) => id)
        await take(one, ids)
        if ((await newest()) !== before) states.push(dump())
      }
      expect(states.pop()).toEqual(dump())
      for (const state of states.toReversed()) {
        const undone = await call('history.undo', {})
        expect(undone.kept).toEqual([])
        expect(dump()).toEqual(state)
      }
    }),
    { numRuns: RUNS },
  )
  const verified = await call('file.verify', {})
  expect(verified.checks.filter(({ ok }) => !ok)).toEqual([])
}, 240_000)
