import { describe, expect, test } from 'vitest'
import { openProvince } from '#tests/support/province.ts'

/** Targets and results of four units: one behind, one that never reported, two that share a rank. */
async function openRanked() {
  const opened = await openProvince()
  const { call } = opened
  const target = (unit: string, indicator: string, value: number) =>
    call('targets.set', { plan: '2024', unit, indicator, assigner: 'BCH', value })
  const report = (unit: string, indicator: string, value: number) =>
    call('reports.add', { unit, indicator, asOf: '2024-09-30', value })
  for (const [unit, members, unions] of [
    ['H1', 100, 2],
    ['H2', 200, 4],
    ['H3', 50, 1],
    ['NGD', 40, 1],
  ] as const) {
    await target(unit, 'DV_MOI', members)
    await target(unit, 'CDCS_MOI', unions)
  }
  for (const [unit, members, unions] of [
    ['H1', 120, 3],
    ['H2', 240, 6],
    ['H3', 60, 0],
  ] as const) {
    await report(unit, 'DV_MOI', members)
    await report(unit, 'CDCS_MOI', unions)
  }
  return opened
}

const ASK = { plan: '2024', asOf: '2024-09-30' } as const

describe('proposals from the ranking', () => {
  test('are the units that reached every target; everybody else is named with the reason', async () => {
    const { call } = await openRanked()
    const made = await call('commendations.propose', { ...ASK, form: 'BK_LDLD' })
    expect(made).toMatchObject({ plan: '2024', asOf: '2024-09-30', proposed: 2, excluded: 2 })
    expect(made.rows.map(({ name, rank, state, form }) => [name, rank, state, form])).toEqual([
      // 120 % each; the greater result stands before, as in the ranking itself.
      ['Liên đoàn Lao động huyện Hai', 1, 'proposed', 'BK_LDLD'],
      ['Liên đoàn Lao động huyện Một', 2, 'proposed', 'BK_LDLD'],
      ['Liên đoàn Lao động huyện Ba', 3, 'excluded', null],
      ['Công đoàn ngành Giáo dục', 4, 'excluded', null],
    ])
    const [first, , behind, silent] = made.rows
    expect(first?.reason).toBe('kết nạp 240/200 đoàn viên, đạt 120%; thành lập mới 06/04 CĐCS, đạt 150%')
    expect(behind?.exclusion).toBe('Chưa đạt 100%: CĐCS mới 0%.')
    expect(silent?.exclusion).toBe('Chưa có báo cáo kết quả.')
  })

  test('by other rules: a bound, the first so many, one indicator', async () => {
    const { call, refuse } = await openRanked()
    const proposed = async (more: object) =>
      (await call('commendations.propose', { ...ASK, ...more, dryRun: true })).rows
        .filter(({ state }) => state === 'proposed')
        .map(({ unit }) => unit)
    expect(await proposed({ indicators: ['DV_MOI'] })).toEqual(['H2', 'H1', 'H3'])
    expect(await proposed({ top: 1 })).toEqual(['H2'])
    expect(await proposed({ atLeast: 130 })).toEqual([])
    expect(await call('commendations.list', { plan: '2024' })).toEqual([])
    expect(await refuse('commendations.propose', { ...ASK, assigner: 'TLD' })).toBe('COMMENDATION_NO_TARGETS')
    expect(await refuse('commendations.propose', { ...ASK, form: 'KHONG' })).toBe('RECORD_UNKNOWN')
  })

  test('made again follow the figures, but leave alone what was typed or sent', async () => {
    const { call } = await openRanked()
    await call('commendations.propose', ASK)
    const rows = await call('commendations.list', { plan: '2024' })
    const idOf = (unit: string): string => rows.find((row) => row.unit === unit)?.id ?? ''
    await call('organisation.write', {
      table: 'commendations',
      edits: [
        { id: idOf('H1'), column: 'state', value: 'đã trình' },
        { id: idOf('H2'), column: 'form', value: 'Giấy khen' },
      ],
    })
    await call('reports.add', { unit: 'H1', indicator: 'CDCS_MOI', asOf: '2024-09-30', value: 1 })
    await call('reports.add', { unit: 'H3', indicator: 'CDCS_MOI', asOf: '2024-09-30', value: 1 })
    const again = await call('commendations.propose', ASK)
    const stateOf = (unit: string) => {
      const row = again.rows.find((one) => one.unit === unit)
      return [row?.state, row?.form]
    }
    expect(stateOf('H1')).toEqual(['submitted', null])
    expect(stateOf('H2')).toEqual(['proposed', 'GK'])
    expect(stateOf('H3')).toEqual(['proposed', null])
    await call('history.undo', {})
    expect((await call('commendations.list', { plan: '2024' })).find(({ unit }) => unit === 'H3')?.state).toBe(
      'excluded',
    )
  })

  test('of a person by the unions founded where the person was in charge', async () => {
    const { call } = await openRanked()
    const an = (await call('people.save', { fullName: 'Lê An', position: 'Cán bộ' })).id
    const binh = (await call('people.save', { fullName: 'Trần Bình' })).id
    const firm = async (name: string) =>
      (
        await call('enterprises.add', {
          cells: [
            { column: 'name', value: name },
            { column: 'unit', value: 'H1' },
          ],
        })
      ).id
    const [one, two, three] = [await firm('Công ty Một'), await firm('Công ty Hai'), await firm('Công ty Ba')]
    await call('assignments.assign', { personId: an, enterprises: [one, two, three], validFrom: '2024-01-01' })
    await call('assignments.assign', { personId: binh, enterprises: [three], validFrom: '2024-05-01' })
    const found = (enterpriseId: string, decisionOn: string) =>
      call('unions.found', { enterpriseId, decisionOn, decisionNumber: `${decisionOn}/QĐ`, members: 20 })
    await found(one, '2024-03-01')
    await found(two, '2023-12-01')
    // By then Trần Bình was in charge.
    await found(three, '2024-06-01')
    const { rows } = await call('commendations.propose', { ...ASK, people: true, personForm: 'GK' })
    expect(
      rows.filter(({ kind }) => kind === 'person').map(({ name, rank, state, form }) => [name, rank, state, form]),
    ).toEqual([
      ['Lê An', 1, 'proposed', 'GK'],
      ['Trần Bình', 1, 'proposed', 'GK'],
    ])
  })
})

test('typed by hand: once a plan, a reason when left out, a form that fits, money in any unit', async () => {
  const { call } = await openRanked()
  const write = (cells: Readonly<Record<string, string>>) =>
    call('organisation.write', {
      table: 'commendations',
      added: [{ cells: Object.entries({ plan: '2024', ...cells }).map(([column, value]) => ({ column, value })) }],
    })
  const good = await write({ unit: 'H1', form: 'Giấy khen', amount: '1,5 triệu', reason: 'Sáng tạo' })
  expect(good.refused).toEqual([])
  expect(await call('commendations.list', { plan: '2024' })).toMatchObject([
    { name: 'Liên đoàn Lao động huyện Một', kind: 'group', amount: 1_500_000, source: 'hand', state: 'proposed' },
  ])
  expect((await write({ unit: 'H1' })).refused).toMatchObject([{ column: 'name' }])
  expect((await write({ unit: 'H2', state: 'không đề nghị' })).refused).toMatchObject([{ column: 'exclusion' }])
  expect((await write({ name: 'Ông Tám', kind: 'cá nhân', form: 'CO_TLD' })).refused).toMatchObject([
    { column: 'form' },
  ])
  expect((await write({ name: 'Ông Tám', kind: 'cá nhân' })).refused).toEqual([])
})
