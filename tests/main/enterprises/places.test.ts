import { expect, test } from 'vitest'
import { openTestBackend } from '#tests/support/backend.ts'
import { taxCode } from '#tests/support/tax-codes.ts'

test('enterprises of an ended unit stand in it on earlier days, and with its successor from then on', async () => {
  const { call } = await openTestBackend({ today: '2025-10-05' })
  for (const code of ['B', 'C'])
    await call('units.add', { code, name: `Công đoàn phường ${code}`, type: 'CD_PHUONG', parent: 'TINH' })
  const made = await call('enterprises.updateMany', {
    added: ['B', 'B', 'C'].map((unit, at) => ({
      cells: [
        { column: 'name', value: `Công ty ${at}` },
        { column: 'taxCode', value: taxCode(at + 1) },
        { column: 'unit', value: unit },
        { column: 'workers', value: 10 },
      ],
    })),
    observedOn: '2025-01-15',
  })
  const before = await call('enterprises.list', { unit: 'B' })
  expect(before.count).toBe(2)
  await call('units.change', { change: { kind: 'end', on: '2025-07-01', unit: 'B', into: 'C' } })
  const count = async (unit: string, asOf: string) => (await call('enterprises.list', { unit, asOf })).count
  for (const asOf of ['2025-06-30', '2025-07-01', '2025-10-05']) {
    const counts = await call('units.counts', { asOf })
    for (const unit of asOf < '2025-07-01' ? ['B', 'C', 'TINH'] : ['C', 'TINH']) {
      expect([asOf, unit, await count(unit, asOf)]).toEqual([
        asOf,
        unit,
        counts.find((row) => row.unit === unit)?.enterprises,
      ])
    }
  }
  expect((await call('enterprises.list', { asOf: '2025-06-30' })).rows.map(({ unitCode }) => unitCode)).toEqual([
    'B',
    'B',
    'C',
  ])
  expect((await call('enterprises.list', {})).rows.map(({ unitCode }) => unitCode)).toEqual(['C', 'C', 'C'])
  expect(
    (await call('enterprises.list', { asOf: '2025-06-30', where: ['unit=B'], sort: [{ column: 'unit' }] })).count,
  ).toBe(2)
  const funnel = await call('enterprises.funnel', { asOf: '2025-06-30' })
  expect(funnel.units.map(({ code, enterprises }) => [code, enterprises])).toEqual([
    ['B', 2],
    ['C', 1],
  ])

  // Joined or removed they take their places along, and bring them back.
  const [first = '', second = ''] = made.addedIds.map(String)
  await call('enterprises.judgePair', { first, second, verdict: 'same' })
  expect(await count('B', '2025-06-30')).toBe(1)
  expect((await call('history.undo', {})).kept).toEqual([])
  expect(await call('enterprises.remove', { ids: [first, second] })).toEqual({ removed: 2, kept: [] })
  expect((await call('history.undo', {})).kept).toEqual([])
  expect(await count('B', '2025-06-30')).toBe(2)
})
