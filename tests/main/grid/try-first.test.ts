import { expect, test } from 'vitest'
import { openTestBackend } from '#tests/support/backend.ts'

// A paste shows what will be refused before it happens: the same checks, and nothing written.

test('targets name each cell that could not be written, and write none', async () => {
  const { backend, call } = await openTestBackend({ province: 'sample' })
  const events: string[] = []
  backend.onEvent(({ type }) => events.push(type))
  const [plan] = (await call('plans.list', {})).filter(({ kind }) => kind === 'year')
  if (plan === undefined) throw new Error('the sample has no year plan')
  const list = await call('targets.list', { plan: plan.code })
  const versions = await call('plans.versions', { plan: plan.code })
  const draft = await call('plans.copyVersion', { plan: plan.code, version: versions[0]?.number ?? 1 })
  const [first] = list
  if (first === undefined) throw new Error('the sample has no targets')
  const cell = { unit: first.unit, indicator: first.indicator, assigner: first.assigner, value: 7 }
  const before = await call('targets.list', { plan: plan.code, version: draft.number })
  events.length = 0
  const answer = await call('targets.setMany', {
    plan: plan.code,
    version: draft.number,
    cells: [cell, { ...cell, unit: 'KHONG-CO' }, { ...cell, indicator: 'KHONG_CO' }],
    dryRun: true,
  })
  expect(answer.written).toBe(1)
  expect(answer.refused?.map(({ cell: at }) => at)).toEqual([1, 2])
  expect(answer.refused?.[0]?.reason).toContain('KHONG-CO')
  expect(await call('targets.list', { plan: plan.code, version: draft.number })).toEqual(before)
  // Nothing changed, so nobody is told to read again.
  expect(events).toEqual([])
})

test('units and lists say what they would refuse, and write none', async () => {
  const { call } = await openTestBackend({ province: 'sample' })
  const units = await call('units.list', { asOf: null })
  const [one, other] = units.filter(({ parent }) => parent !== null)
  if (one === undefined || other === undefined) throw new Error('the sample has too few units')
  const tried = await call('units.updateMany', {
    edits: [
      { id: one.id, patch: { code: other.code } },
      { id: other.id, patch: { note: 'ghi chú' } },
    ],
    added: [{}],
    asOf: null,
    dryRun: true,
  })
  expect(tried.refused.map(({ row, isNew }) => [row, isNew])).toEqual([
    [0, false],
    [0, true],
  ])
  expect(await call('units.list', { asOf: null })).toEqual(units)

  const table = await call('catalogues.table', { catalogue: 'people' })
  const [person] = table.rows
  const lists = await call('catalogues.write', {
    catalogue: 'people',
    rows: [
      { id: person?.id ?? '', cells: { phone: '0900000000' } },
      { id: null, cells: { phone: '0900000001' } },
    ],
    dryRun: true,
  })
  expect(lists.refused.map(({ row }) => row)).toEqual([1])
  expect(await call('catalogues.table', { catalogue: 'people' })).toEqual(table)
})
