import { expect, test } from 'vitest'
import { openTestBackend } from '#tests/support/backend.ts'

// docs/adr/0030: which units a plan's targets are typed in.

test('a unit that begins while the plan runs has a row, says since when, and counts in the sums', async () => {
  const { call } = await openTestBackend({ province: 'sample' })
  const [plan] = (await call('plans.list', {})).filter(({ kind }) => kind === 'year')
  const [target] = await call('targets.list', { plan: plan?.code ?? '' })
  if (plan === undefined || target === undefined) throw new Error('the sample has no year plan with targets')
  const { assigner } = target
  const sheet = async () => (await call('targets.sheet', { plan: plan.code, sets: [{ assigner }] })).rows
  const before = await sheet()
  const pattern = (await call('units.list', { asOf: plan.from })).find(({ parent }) => parent === 'TINH')
  if (pattern === undefined) throw new Error('the sample has no unit below the province')
  const middle = `${plan.from.slice(0, 4)}-07-01`
  await call('units.add', {
    code: 'MOI-LAP',
    name: 'Công đoàn phường Mới Lập',
    type: pattern.type,
    parent: 'TINH',
    validFrom: middle,
  })
  await call('units.add', {
    code: 'NAM-SAU',
    name: 'Công đoàn phường Năm Sau',
    type: pattern.type,
    parent: 'TINH',
    validFrom: `${Number(plan.to.slice(0, 4)) + 1}-01-01`,
  })
  const rows = await sheet()
  const added = rows.filter(({ unit }) => !before.some((row) => row.unit === unit))
  expect(added.map(({ unit, name, parent }) => [unit, name, parent])).toEqual([
    ['MOI-LAP', expect.stringContaining('Mới Lập (từ 1/7/'), 'TINH'],
  ])

  const totalOf = (list: typeof rows): number =>
    list.find(({ level }) => level === 'total')?.sets[0]?.[target.indicator]?.value ?? 0
  const draft = await call('plans.copyVersion', { plan: plan.code, version: 1 })
  await call('targets.setMany', {
    plan: plan.code,
    version: draft.number,
    cells: [{ unit: 'MOI-LAP', indicator: target.indicator, assigner, value: 17 }],
  })
  const after = (await call('targets.sheet', { plan: plan.code, version: draft.number, sets: [{ assigner }] })).rows
  const copied = (await call('targets.sheet', { plan: plan.code, version: 1, sets: [{ assigner }] })).rows
  expect(totalOf(after)).toBe(totalOf(copied) + 17)
})
