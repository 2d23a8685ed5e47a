import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { daysBetween } from '#shared/kit/dates.ts'
import { openTestBackend, type TestBackend } from '#tests/support/backend.ts'

let opened: TestBackend
beforeAll(async () => {
  opened = await openTestBackend({ province: 'sample', untilClosed: true })
})
afterAll(() => opened.close())

describe('the funnel of enterprises', () => {
  test('has the counts of the registry, and names who is stuck, the longest first', async () => {
    const { call } = opened
    const base = await call('enterprises.funnel', { asOf: '2024-09-30' })
    const funnel = await call('funnel.get', { asOf: '2024-09-30', stuckDays: 60 })
    expect(funnel.total).toEqual(base.total)
    expect(funnel.stages.map(({ stuck: _, stuckDays: __, ...stage }) => stage)).toEqual(base.stages)
    expect(funnel.stuckCount).toBe(funnel.stages.reduce((sum, { stuck }) => sum + stuck, 0))
    expect(funnel.stuckCount).toBe(funnel.units.reduce((sum, { stuck }) => sum + stuck, 0))
    expect(funnel.stuckCount).toBeGreaterThan(20)
    const days = funnel.stuck.map(({ daysInStage }) => daysInStage ?? 0)
    expect(days).toEqual(days.toSorted((a, b) => b - a))
    expect(days.at(-1)).toBeGreaterThan(60)
    for (const { stageOn, daysInStage } of funnel.stuck)
      expect(daysInStage).toBe(daysBetween(stageOn ?? '', '2024-09-30'))
    const { rows } = await call('enterprises.list', { hasUnion: true, asOf: '2024-09-30', limit: 1000 })
    const withUnion = new Set(rows.map(({ id }) => id))
    expect(funnel.stuck.filter(({ id }) => withUnion.has(id))).toEqual([])
  })

  test('a longer patience finds fewer; a unit only its own', async () => {
    const { call } = opened
    const counts = await Promise.all(
      [0, 30, 90, 365].map(
        async (stuckDays) => (await call('funnel.get', { asOf: '2024-09-30', stuckDays })).stuckCount,
      ),
    )
    expect(counts).toEqual(counts.toSorted((a, b) => b - a))
    const whole = await call('funnel.get', { asOf: '2024-09-30' })
    const parts = await Promise.all(
      whole.units.flatMap(({ code }) =>
        code === null ? [] : [call('funnel.get', { asOf: '2024-09-30', unit: code })],
      ),
    )
    expect(parts.reduce((sum, { stuckCount }) => sum + stuckCount, 0)).toBe(whole.stuckCount)
    expect(parts.reduce((sum, { difficultCount }) => sum + difficultCount, 0)).toBe(whole.difficultCount)
    expect(await opened.refuse('funnel.get', { unit: 'KHONG' })).toBe('UNIT_UNKNOWN')
    expect(await opened.refuse('funnel.get', { round: 'không' })).toBe('SURVEY_ROUND_UNKNOWN')
  })

  test('how long is too long is the office’s to say, stage by stage and from a day on', async () => {
    const { call, refuse } = opened
    const usual = await call('funnel.get', { asOf: '2024-09-30' })
    const stage = usual.stages.find(({ stuck }) => stuck > 0)?.code ?? ''
    const limit = { stage, days: 3650, validFrom: '2024-09-01', validTo: null }
    await call('stuckLimits.set', { limits: [{ stage: null, days: 45, validFrom: null, validTo: null }, limit] })
    const after = await call('funnel.get', { asOf: '2024-09-30' })
    expect(after.stuckDays).toBe(45)
    expect(after.stages.find(({ code }) => code === stage)).toMatchObject({ stuckDays: 3650, stuck: 0 })
    const others = await call('funnel.get', { asOf: '2024-09-30', stuckDays: 45 })
    const without = (funnel: typeof usual): number =>
      funnel.stages.reduce((sum, { code, stuck }) => sum + (code === stage ? 0 : stuck), 0)
    expect(without(after)).toBe(without(others))
    // Before the stage had a limit of its own the general one counted in it.
    const before = await call('funnel.get', { asOf: '2024-08-31' })
    expect(before.stages.find(({ code }) => code === stage)?.stuckDays).toBe(45)
    expect(await refuse('stuckLimits.set', { limits: [{ ...limit, stage: 'KHONG' }] })).toBe('STAGE_UNKNOWN')
    expect(await refuse('stuckLimits.set', { limits: [{ ...limit, validTo: '2024-01-01' }] })).toBe(
      'CATALOGUE_DATES_REVERSED',
    )
    await call('history.undo', {})
    expect((await call('funnel.get', { asOf: '2024-09-30' })).stuckCount).toBe(usual.stuckCount)
  })

  test('difficult ones come with their plan and officer, or are counted as without', async () => {
    const { call } = opened
    const funnel = await call('funnel.get', { asOf: '2024-09-30' })
    expect(funnel.difficultCount).toBe(funnel.difficult.length)
    const planned = funnel.difficult.filter(({ remedyId }) => remedyId !== null)
    expect(funnel.difficultWithoutPlan).toBe(funnel.difficultCount - planned.length)
    expect(planned.length).toBeGreaterThan(3)
    for (const row of planned) {
      expect(row.plan).not.toBeNull()
      expect(row.officer).not.toBeNull()
      expect(row.overdue).toBe((row.dueOn ?? '9999') < '2024-09-30')
    }
  })

  test('the list of those from N workers without a union rests on the frozen round', async () => {
    const { call } = opened
    const rounds = await call('surveyRounds.list', {})
    const frozen = rounds.find((round) => round.frozen)
    const funnel = await call('funnel.get', { asOf: '2024-09-30', minWorkers: 30 })
    const list = funnel.withoutUnion
    expect(list).toMatchObject({ roundId: frozen?.id, frozen: true })
    const ofRound = await call('enterprises.list', { round: frozen?.id ?? '', minWorkers: 30, limit: 100_000 })
    expect(list?.atLeast).toBe(ofRound.count)
    expect(list?.count).toBe(ofRound.count - ofRound.withUnion)
    expect(list?.rows.map(({ workers }) => workers)).toEqual(
      list?.rows.map(({ workers }) => workers).toSorted((a, b) => b - a),
    )
    expect(list?.stillWithout).toBe(list?.rows.filter(({ hasUnionNow }) => !hasUnionNow).length)
    expect(list?.stillWithout).toBeLessThan(list?.count ?? 0)
    const fewer = await call('funnel.get', { asOf: '2024-09-30', minWorkers: 200, limit: 2 })
    expect(fewer.withoutUnion?.count).toBeLessThan(list?.count ?? 0)
    expect(fewer.withoutUnion?.rows.length).toBeLessThanOrEqual(2)
  })
})

describe('weak unions', () => {
  test('those without members and those below the Điều lệ, with what is done about it', async () => {
    const { call } = opened
    const rows = await call('remedies.weakUnions', { asOf: '2024-10-05' })
    const memberless = rows.filter(({ kind }) => kind === 'memberless')
    expect(memberless).toHaveLength(2)
    // One of them has nobody who looks after it: it stands first.
    expect(rows[0]).toMatchObject({ kind: 'memberless', members: 0, remedyId: null })
    expect(memberless.find(({ remedyId }) => remedyId !== null)).toMatchObject({ steps: 2, stepsDone: 1 })
    const weak = rows.find(({ kind }) => kind === 'weak')
    expect(weak?.reasons.map(({ code }) => code)).toEqual(['FEW_MEMBERS', 'MARKED'])
    expect(weak).toMatchObject({ members: 3, overdue: true })
    // Before anybody counted, nothing was known.
    expect(await call('remedies.weakUnions', { asOf: '2024-05-01' })).toEqual([])
  })
})
