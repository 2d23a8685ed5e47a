import { expect, test } from 'vitest'
import { openTestBackend } from '#tests/support/backend.ts'

test('an indicator ends the day before and goes on as a new one, in one step', async () => {
  const { call, refuse } = await openTestBackend()
  const before = await call('indicators.list', {})
  const old = before.find(({ kind, formula }) => kind === 'flow' && formula === null)
  if (old === undefined) throw new Error('the catalogue has no plain flow')
  const answer = await call('indicators.revise', {
    indicator: old.code,
    on: '2026-01-01',
    name: 'Đoàn viên kết nạp mới',
  })
  expect(answer.ended).toEqual({ ...old, validTo: '2025-12-31' })
  expect(answer.added).toMatchObject({
    code: `${old.code}_2`,
    name: 'Đoàn viên kết nạp mới',
    unitLabel: old.unitLabel,
    kind: old.kind,
    formula: old.formula,
    parent: old.parent,
    cut: old.cut,
    validFrom: '2026-01-01',
    validTo: null,
  })
  const codes = (await call('indicators.list', {})).map(({ code }) => code)
  expect(codes.indexOf(`${old.code}_2`)).toBe(codes.indexOf(old.code) + 1)

  // The next version of the next: its number goes on.
  const third = await call('indicators.revise', {
    indicator: `${old.code}_2`,
    on: '2027-01-01',
    unitLabel: 'nghìn người',
  })
  expect(third.added).toMatchObject({ code: `${old.code}_3`, name: 'Đoàn viên kết nạp mới', unitLabel: 'nghìn người' })

  await call('history.undo', {})
  await call('history.undo', {})
  expect(await call('indicators.list', {})).toEqual(before)

  expect(await refuse('indicators.revise', { indicator: 'KHONG_CO', on: '2026-01-01' })).toBe('INDICATOR_UNKNOWN')
  const taken = {
    indicator: old.code,
    on: '2026-01-01',
    code: before.find(({ code }) => code !== old.code)?.code ?? '',
  }
  expect(await refuse('indicators.revise', taken)).toBe('INDICATOR_CODE_TAKEN')
  await call('indicators.revise', { indicator: old.code, on: '2026-01-01' })
  expect(await refuse('indicators.revise', { indicator: old.code, on: '2026-06-01' })).toBe('INDICATOR_DAY_OUTSIDE')
  const same = { indicator: `${old.code}_2`, on: '2026-01-01' }
  expect(await refuse('indicators.revise', same)).toBe('INDICATOR_DAY_OUTSIDE')
})

test('formulas that name the old one are told', async () => {
  const { call } = await openTestBackend()
  const list = await call('indicators.list', {})
  const net = list.find(({ formula }) => formula !== null && 'plus' in formula)
  if (net?.formula === null || net?.formula === undefined || !('plus' in net.formula))
    throw new Error('no net indicator')
  const [part = ''] = net.formula.plus
  const answer = await call('indicators.revise', { indicator: part, on: '2026-01-01' })
  expect(answer.usedIn.map(({ code }) => code)).toContain(net.code)
})
