import { describe, expect, test } from 'vitest'
import { openTestBackend } from '#tests/support/backend.ts'
import { openProvince } from '#tests/support/province.ts'

const AS_OF = '2024-06-30'

describe('the overview of a plan', () => {
  test('an empty province says that it has no plan', async () => {
    const { refuse } = await openTestBackend()
    expect(await refuse('overview.get', { plan: null })).toBe('PLAN_NONE')
  })

  test('shows the figures progress shows, once an indicator, with every body that set a target', async () => {
    const { call } = await openTestBackend({ province: 'sample' })
    const [overview, progress] = await Promise.all([
      call('overview.get', { plan: '2024', asOf: AS_OF }),
      call('progress.get', { plan: '2024', asOf: AS_OF }),
    ])
    expect(overview.figures.length).toBeGreaterThan(3)
    for (const figure of overview.figures) {
      for (const standing of figure.standings) {
        const row = progress.rows.find(
          (one) =>
            one.indicator === figure.indicator &&
            one.assignerCode === standing.assignerCode &&
            one.kind === standing.kind &&
            (one.level === 'total' || (one.level === 'unit' && one.depth === 0)),
        )
        expect(row).toMatchObject({
          target: standing.target,
          result: figure.result,
          percent: standing.percent,
          pace: standing.pace,
          neededPerMonth: standing.neededPerMonth,
        })
        for (const unit of standing.units) {
          const same = progress.rows.find(
            (one) =>
              one.level === 'unit' &&
              one.unit === unit.unit &&
              one.indicator === figure.indicator &&
              one.assignerCode === standing.assignerCode &&
              one.kind === standing.kind,
          )
          expect(same).toMatchObject({ percent: unit.percent, pace: unit.pace, rank: unit.rank })
        }
      }
      // A curve ends with the figure itself, and begins in the first month.
      const { curve, curveBefore } = await call('overview.curve', {
        plan: '2024',
        asOf: AS_OF,
        indicator: figure.indicator,
      })
      expect(curve.at(-1)).toEqual({ day: AS_OF, value: figure.result })
      expect(curve[0]?.day).toBe('2024-01-31')
      expect(curveBefore.at(-1)?.day ?? '2023-12-31').toBe('2023-12-31')
      expect(figure.standings.length).toBeGreaterThan(0)
    }
    expect(overview.silent.map(({ unit }) => unit)).toEqual(progress.silent.map(({ unit }) => unit))
    expect(overview.clock).toEqual({ state: 'running', elapsed: 49.7, days: 366, daysLeft: 184 })
  })

  test('a report that comes in moves figure, week, curve and list of what came', async () => {
    const { call } = await openTestBackend({ province: 'sample', today: AS_OF })
    const before = await call('overview.get', { plan: '2024', asOf: AS_OF })
    const { curve } = await call('overview.curve', { plan: '2024', asOf: AS_OF, indicator: 'DV_MOI' })
    const [silent] = before.silent
    if (silent === undefined) throw new Error('every unit of the sample has reported')
    await call('reports.add', { unit: silent.unit, indicator: 'DV_MOI', asOf: '2024-06-28', value: 40 })
    const after = await call('overview.get', { plan: '2024', asOf: AS_OF })
    const members = (overview: typeof after) => overview.figures.find(({ indicator }) => indicator === 'DV_MOI')
    expect(members(after)?.result).toBe((members(before)?.result ?? 0) + 40)
    expect(members(after)?.weekBefore.change).toBe((members(before)?.weekBefore.change ?? 0) + 40)
    const { curve: risen } = await call('overview.curve', { plan: '2024', asOf: AS_OF, indicator: 'DV_MOI' })
    expect(risen.at(-1)?.value).toBe((curve.at(-1)?.value ?? 0) + 40)
    expect(risen.slice(0, -1)).toEqual(curve.slice(0, -1))
    expect(after.silent).not.toContainEqual(silent)
    expect(after.changes.reports).toContainEqual(
      expect.objectContaining({ unit: silent.unit, asOf: '2024-06-28', receivedOn: AS_OF, figures: 1 }),
    )
  })

  test('the newest day of a plan is that of its newest report inside it', async () => {
    const { call } = await openTestBackend({ province: 'sample' })
    expect(await call('overview.newestDay', { plan: '2024' })).toEqual({ day: '2024-09-30' })
    await call('plans.add', { code: '2030', kind: 'year', from: '2030-01-01', to: '2030-12-31' })
    expect(await call('overview.newestDay', { plan: '2030' })).toEqual({ day: null })
  })

  test('campaigns stand with their own clock and figures while they run, and two months before', async () => {
    const { call } = await openTestBackend({ province: 'sample' })
    await call('plans.add', {
      code: '2024-THI-DUA',
      kind: 'campaign',
      from: '2024-07-01',
      to: '2024-10-30',
      parent: '2024',
    })
    const on = async (asOf: string) => (await call('overview.get', { plan: '2024', asOf })).campaigns
    const stateOf = async (asOf: string) => (await on(asOf)).find(({ plan }) => plan === '2024-THI-DUA')?.clock
    expect(await stateOf('2024-04-01')).toBeUndefined()
    expect(await stateOf(AS_OF)).toMatchObject({ state: 'waiting', daysLeft: 1 })
    expect(await stateOf('2024-07-31')).toMatchObject({ state: 'running', daysLeft: 91, days: 122 })
    expect(await stateOf('2024-11-15')).toMatchObject({ state: 'over', daysLeft: 0 })
    expect(await stateOf('2024-12-31')).toBeUndefined()
  })

  test('a phase whose target is the year’s total is judged on the overview as in the table of results', async () => {
    const { call } = await openProvince()
    await call('campaigns.open', {
      from: '2024-07-01',
      to: '2024-07-31',
      targets: [
        { indicator: 'DV_MOI', value: 10_800, basis: 'cumulative' },
        { indicator: 'CDCS_MOI', value: 15, basis: 'increment' },
      ],
    })
    const told = { unit: 'TINH', from: '2024-01-01', basis: 'cumulative' } as const
    await call('reports.add', { ...told, indicator: 'DV_MOI', asOf: '2024-06-30', value: 7000 })
    await call('reports.add', { ...told, indicator: 'DV_MOI', asOf: '2024-07-10', value: 7100 })
    const july = { unit: 'TINH', from: '2024-07-01', basis: 'increment' } as const
    await call('reports.add', { ...july, indicator: 'CDCS_MOI', asOf: '2024-07-10', value: 6 })
    const { rows } = await call('progress.get', { plan: '2024-CD', asOf: '2024-07-10' })
    const { campaigns } = await call('overview.get', { plan: '2024', asOf: '2024-07-10' })
    const shown = campaigns.find(({ plan }) => plan === '2024-CD')?.figures ?? []
    // 65,7 % with 192 of 213 days gone is behind, though only 10 of the phase's own 31 are over.
    expect(shown.map(({ indicator, percent, pace }) => [indicator, percent, pace])).toEqual([
      ['DV_MOI', 65.7, 'behind'],
      ['CDCS_MOI', 40, 'pace'],
    ])
    for (const { indicator, pace } of shown)
      expect(rows.find((row) => row.indicator === indicator && row.unit === 'TINH')?.pace).toBe(pace)
  })
})

test('what was to be done and was not, as of the day; what was done later was still open then', async () => {
  const { call } = await openProvince()
  const visit = await call('visits.save', {
    onDate: '2024-03-01',
    unit: 'H1',
    followUps: [
      { content: 'Khảo sát lại', dueOn: '2024-03-31' },
      { content: 'Báo cáo', dueOn: '2024-04-20' },
      { content: 'Không có hạn' },
    ],
  })
  const overdueOn = async (asOf: string) => (await call('overview.get', { plan: '2024', asOf })).overdue
  expect(await overdueOn('2024-03-31')).toEqual({ count: 0, rows: [] })
  const late = { kind: 'followUp', what: 'Khảo sát lại', who: null, dueOn: '2024-03-31' }
  expect(await overdueOn('2024-04-10')).toMatchObject({ count: 1, rows: [{ ...late, daysLate: 10 }] })
  expect(await overdueOn('2024-05-01')).toMatchObject({ count: 2, rows: [late, { what: 'Báo cáo', daysLate: 11 }] })
  const id = visit.followUps.find(({ content }) => content === 'Khảo sát lại')?.id ?? ''
  await call('organisation.write', { table: 'followUps', edits: [{ id, column: 'doneOn', value: '2024-04-15' }] })
  expect(await overdueOn('2024-04-10')).toMatchObject({ count: 1, rows: [{ id, daysLate: 10 }] })
  expect(await overdueOn('2024-05-01')).toMatchObject({ count: 1, rows: [{ what: 'Báo cáo' }] })
})

test('steps of plans of their own and charges past their day are among what is overdue', async () => {
  const { call } = await openTestBackend({ province: 'sample' })
  const { overdue } = await call('overview.get', { plan: '2024', asOf: '2025-01-15' })
  expect(new Set(overdue.rows.map(({ kind }) => kind))).toEqual(new Set(['followUp', 'remedy', 'step', 'assignment']))
  const days = overdue.rows.map(({ daysLate }) => daysLate)
  expect(days).toEqual(days.toSorted((a, b) => b - a))
  expect(overdue.rows.every(({ about, daysLate }) => about !== '' && daysLate > 0)).toBe(true)
})
