import { describe, expect, test } from 'vitest'
import { openTestBackend } from '#tests/support/backend.ts'

describe('plans', () => {
  test('the newest year plan is the default, whatever was added last', async () => {
    const { call } = await openTestBackend()
    expect(await call('plans.default', {})).toBeNull()
    await call('plans.add', { code: '2025', kind: 'year', from: '2025-01-01', to: '2025-12-31' })
    await call('plans.add', { code: '2024', kind: 'year', from: '2024-01-01', to: '2024-12-31' })
    await call('plans.add', { code: '2023-2028', kind: 'term', from: '2023-01-01', to: '2028-12-31' })
    expect((await call('plans.default', {}))?.code).toBe('2025')
  })

  test('are listed newest first, what belongs to a plan after it', async () => {
    const { call } = await openTestBackend()
    await call('plans.add', { code: '2023-2028', kind: 'term', from: '2023-01-01', to: '2028-12-31' })
    await call('plans.add', { code: '2024', kind: 'year', from: '2024-01-01', to: '2024-12-31', parent: '2023-2028' })
    await call('plans.add', { code: '2024-CD', kind: 'campaign', from: '2024-07-01', to: '2024-10-30', parent: '2024' })
    await call('plans.add', {
      code: '2024-CD-2',
      kind: 'phase',
      from: '2024-08-01',
      to: '2024-10-30',
      parent: '2024-CD',
    })
    await call('plans.add', {
      code: '2024-CD-1',
      kind: 'phase',
      from: '2024-07-01',
      to: '2024-07-31',
      parent: '2024-CD',
    })
    await call('plans.add', { code: '2025', kind: 'year', from: '2025-01-01', to: '2025-12-31' })
    const listed = await call('plans.list', {})
    expect(listed.map((plan) => plan.code)).toEqual(['2025', '2023-2028', '2024', '2024-CD', '2024-CD-1', '2024-CD-2'])
  })

  test('have a name without being given one; a year from December is named after the year it counts for', async () => {
    const { call } = await openTestBackend()
    const names = []
    for (const plan of [
      { code: '2024', kind: 'year', from: '2023-12-01', to: '2024-11-30' },
      { code: '2024-CD', kind: 'campaign', from: '2024-07-01', to: '2024-10-30' },
      { code: '2024-CD-2', kind: 'phase', from: '2024-08-01', to: '2024-10-30' },
      { code: '2023-2028', kind: 'term', from: '2023-01-01', to: '2028-12-31' },
    ] as const) {
      names.push((await call('plans.add', plan)).name)
    }
    expect(names).toEqual([
      'Kế hoạch năm 2024',
      'Đợt thi đua cao điểm năm 2024',
      'Giai đoạn 2',
      'Kế hoạch giai đoạn 2023 - 2028',
    ])
  })

  test('refuse what cannot be', async () => {
    const { call, refuse } = await openTestBackend()
    const year = await call('plans.add', { code: '2024', kind: 'year', from: '2024-01-01', to: '2024-12-31' })
    const add = { kind: 'year', from: '2025-01-01', to: '2025-12-31' } as const
    expect(await refuse('plans.add', { ...add, code: '2024' })).toBe('PLAN_CODE_TAKEN')
    expect(await refuse('plans.add', { ...add, code: 'x', to: '2024-12-31' })).toBe('PLAN_DATES_REVERSED')
    expect(await refuse('plans.add', { ...add, code: 'x', to: '2026-01-01' })).toBe('PLAN_YEAR_TOO_LONG')
    expect(await refuse('plans.add', { ...add, code: 'x', parent: '1999' })).toBe('PLAN_UNKNOWN')
    expect(await refuse('plans.update', { id: 'nobody', patch: {} })).toBe('ROW_UNKNOWN')
    await call('plans.add', { code: '2024-CD', kind: 'campaign', from: '2024-07-01', to: '2024-10-30', parent: '2024' })
    expect(await refuse('plans.update', { id: year.id, patch: { parent: '2024-CD' } })).toBe('PLAN_PARENT_LOOP')
    expect(await refuse('plans.remove', { id: year.id })).toBe('PLAN_IN_USE')
  })

  test('are changed and removed while nothing hangs on them', async () => {
    const { call } = await openTestBackend()
    const plan = await call('plans.add', { code: '2024', kind: 'year', from: '2024-01-01', to: '2024-12-31' })
    const changed = await call('plans.update', {
      id: plan.id,
      patch: { name: 'Kế hoạch 2024 (điều chỉnh)', status: 'consulting' },
    })
    expect(changed).toEqual({ ...plan, name: 'Kế hoạch 2024 (điều chỉnh)', status: 'consulting' })
    await call('plans.remove', { id: plan.id })
    expect(await call('plans.list', {})).toEqual([])
  })

  test('without any the clerk is told to make one', async () => {
    const { refuse } = await openTestBackend()
    expect(await refuse('progress.get', {})).toBe('PLAN_NONE')
    expect(await refuse('progress.get', { plan: '2024' })).toBe('PLAN_UNKNOWN')
  })
})
