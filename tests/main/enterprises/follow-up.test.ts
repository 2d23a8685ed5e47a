import { describe, expect, test } from 'vitest'
import { openTestBackend, type TestBackend } from '#tests/support/backend.ts'
import { taxCode } from '#tests/support/tax-codes.ts'

async function openWith(names: readonly string[]): Promise<TestBackend & { readonly ids: string[] }> {
  const opened = await openTestBackend()
  const made = await opened.call('enterprises.updateMany', {
    added: names.map((name, at) => ({
      cells: [
        { column: 'name', value: name },
        { column: 'taxCode', value: taxCode(at + 1) },
        { column: 'workers', value: (at + 1) * 10 },
        { column: 'members', value: at },
      ],
    })),
  })
  return { ...opened, ids: made.addedIds.map(String) }
}

describe('the funnel', () => {
  test('counts enterprises and workers by stage, as of a day, with a branch for difficulties', async () => {
    const { call, ids } = await openWith(['Công ty A', 'Công ty B', 'Công ty C', 'Công ty D'])
    const [a = '', b = '', c = ''] = ids
    await call('enterprises.setStage', { ids: [a, b], stage: 'KHAO_SAT', onDate: '2024-01-10' })
    expect(
      await call('enterprises.setStage', { ids: [a], stage: 'DAI_HOI', onDate: '2024-06-01', note: 'đông đủ' }),
    ).toEqual({
      changed: 1,
      unchanged: 0,
    })
    await call('enterprises.setStage', { ids: [c], stage: 'KHO_KHAN', onDate: '2024-03-01' })
    const now = await call('enterprises.funnel', { asOf: '2024-10-05' })
    const stage = (code: string) => now.stages.find((row) => row.code === code)
    expect(now.total).toEqual({ enterprises: 4, workers: 100, members: 6, nonmembers: 94 })
    expect(now.withoutStage).toMatchObject({ enterprises: 1, workers: 40 })
    expect(stage('KHAO_SAT')).toMatchObject({ enterprises: 1, workers: 20, nonmembers: 19, reached: 2 })
    expect(stage('DAI_HOI')).toMatchObject({ enterprises: 1, workers: 10, reached: 1, branch: 'main' })
    expect(stage('KHO_KHAN')).toMatchObject({ enterprises: 1, workers: 30, reached: 1, branch: 'difficult' })
    const then = await call('enterprises.funnel', { asOf: '2024-12-31', minWorkers: 20 })
    expect(then.total.enterprises).toBe(3)
    const early = await call('enterprises.get', { id: a, asOf: '2024-10-05' })
    expect(early).toMatchObject({ stage: 'DAI_HOI', stageOn: '2024-06-01', daysInStage: 126 })
    expect(early.stageList.map((entry) => [entry.stage, entry.note])).toEqual([
      ['KHAO_SAT', null],
      ['DAI_HOI', 'đông đủ'],
    ])
  })

  test('adds up the units below, on the sample', async () => {
    const { call } = await openTestBackend({ province: 'sample' })
    const funnel = await call('enterprises.funnel', {})
    const sum = (of: (unit: (typeof funnel.units)[number]) => number): number =>
      funnel.units.reduce((total, unit) => total + of(unit), 0)
    expect(sum((unit) => unit.enterprises)).toBe(funnel.total.enterprises)
    expect(sum((unit) => unit.workers)).toBe(funnel.total.workers)
    expect(funnel.stages.reduce((total, stage) => total + stage.enterprises, funnel.withoutStage.enterprises)).toBe(
      funnel.total.enterprises,
    )
    expect(funnel.stages.filter(({ enterprises }) => enterprises > 0).length).toBeGreaterThan(5)
    for (const unit of funnel.units.slice(0, 3)) {
      const own = await call('enterprises.funnel', { unit: unit.code })
      expect(own.total).toEqual({
        enterprises: unit.enterprises,
        workers: unit.workers,
        members: unit.members,
        nonmembers: unit.nonmembers,
      })
    }
  })

  test('entries are put right and removed; the same stage on the same day is no step', async () => {
    const { call, ids, refuse } = await openWith(['Công ty A'])
    await call('enterprises.setStage', { ids, stage: 'KHAO_SAT', onDate: '2024-01-10' })
    expect(await call('enterprises.setStage', { ids, stage: 'KHAO_SAT', onDate: '2024-01-10' })).toEqual({
      changed: 0,
      unchanged: 1,
    })
    const [entry] = await call('enterprises.stages', { id: ids[0] ?? '' })
    const saved = await call('enterprises.saveStage', { id: entry?.id ?? '', stage: 'DONG_Y', onDate: '2024-02-01' })
    expect(saved).toMatchObject({ stage: 'DONG_Y', onDate: '2024-02-01' })
    await call('enterprises.removeStage', { id: saved.id })
    expect(await call('enterprises.stages', { id: ids[0] ?? '' })).toEqual([])
    expect(await refuse('enterprises.setStage', { ids, stage: 'KHONG' })).toBe('STAGE_UNKNOWN')
    expect(await refuse('enterprises.setStage', { ids: ['x'], stage: 'KHAO_SAT' })).toBe('ROW_UNKNOWN')
    expect(await refuse('enterprises.removeStage', { id: 'x' })).toBe('ROW_UNKNOWN')
  })
})

test('contacts: written, changed, removed; the newest says when to come again', async () => {
  const { call, ids, refuse } = await openWith(['Công ty A'])
  const [id = ''] = ids
  const officer = await call('people.save', { fullName: 'Lê Bình' })
  const first = await call('enterprises.saveContact', {
    enterpriseId: id,
    onDate: '2024-03-01',
    officerId: officer.id,
    kind: 'Gặp trực tiếp',
    result: 'Chủ doanh nghiệp hẹn lại',
    nextOn: '2024-04-01',
  })
  expect(first).toMatchObject({ officerName: 'Lê Bình', nextOn: '2024-04-01' })
  await call('enterprises.saveContact', { enterpriseId: id, onDate: '2024-02-01' })
  expect(await call('enterprises.get', { id })).toMatchObject({
    contacts: 2,
    lastContactOn: '2024-03-01',
    nextContactOn: '2024-04-01',
  })
  await call('enterprises.saveContact', { ...first, kind: null, nextOn: null })
  expect((await call('enterprises.contacts', { id })).map((row) => [row.onDate, row.kind, row.nextOn])).toEqual([
    ['2024-03-01', null, null],
    ['2024-02-01', null, null],
  ])
  await call('enterprises.removeContact', { id: first.id })
  expect((await call('enterprises.list', {})).rows[0]).toMatchObject({ contacts: 1, lastContactOn: '2024-02-01' })
  expect(await refuse('enterprises.saveContact', { enterpriseId: 'x', onDate: '2024-02-01' })).toBe('ROW_UNKNOWN')
  expect(await refuse('enterprises.saveContact', { enterpriseId: id, onDate: '2024-02-01', officerId: 'x' })).toBe(
    'PERSON_UNKNOWN',
  )
})

test('an officer is given to many, and sorted by given name', async () => {
  const { call, ids, refuse } = await openWith(['Công ty A', 'Công ty B', 'Công ty C'])
  const an = await call('people.save', { fullName: 'Trần Văn Ân' })
  const binh = await call('people.save', { fullName: 'Lê Bình' })
  expect(await call('enterprises.assignOfficer', { ids: ids.slice(0, 2), officerId: binh.id })).toEqual({
    changed: 2,
    unchanged: 0,
  })
  await call('enterprises.assignOfficer', { ids: ids.slice(2), officerId: an.id })
  expect(await call('enterprises.assignOfficer', { ids, officerId: an.id })).toEqual({ changed: 2, unchanged: 1 })
  await call('history.undo', {})
  const sorted = await call('enterprises.list', { sort: [{ column: 'officer' }] })
  expect(sorted.rows.map(({ officerName }) => officerName)).toEqual(['Trần Văn Ân', 'Lê Bình', 'Lê Bình'])
  await call('enterprises.assignOfficer', { ids: [ids[0] ?? ''], officerId: null })
  expect((await call('enterprises.list', { where: ['officer empty'] })).count).toBe(1)
  expect(await refuse('enterprises.assignOfficer', { ids, officerId: 'x' })).toBe('PERSON_UNKNOWN')
})

test('rounds: listed, renamed, frozen; size bands: any bounds, counted', async () => {
  const { call, ids } = await openWith(['Công ty A', 'Công ty B', 'Công ty C'])
  const [round] = await call('surveyRounds.list', {})
  expect(round).toMatchObject({ enterprises: 3, workers: 60, frozen: false })
  await call('surveyRounds.update', { id: round?.id ?? '', name: 'Đợt một', frozen: true })
  expect(await call('surveyRounds.list', {})).toMatchObject([{ name: 'Đợt một', frozen: true }])
  await call('enterprises.updateMany', { edits: [{ id: ids[0] ?? '', column: 'workers', value: 25 }] })
  expect(
    (await call('enterprises.observations', { id: ids[0] ?? '' })).map(({ workers, frozen }) => [workers, frozen]),
  ).toEqual([
    [25, false],
    [10, true],
  ])
  expect((await call('sizeBands.get', {})).bands).toEqual([0, 5, 10, 20, 25, 30, 50, 100, 200, 1000])
  expect(await call('sizeBands.set', { bands: [27, 15], thresholds: [27, 15] })).toEqual({
    bands: [0, 15, 27],
    thresholds: [15, 27],
  })
  const counts = await call('sizeBands.counts', {})
  expect(counts.bands.map(({ text, enterprises, workers }) => [text, enterprises, workers])).toEqual([
    ['dưới 15', 0, 0],
    ['15–26', 2, 45],
    ['từ 27', 1, 30],
  ])
  expect(counts.thresholds.map(({ from, enterprises, withoutUnion }) => [from, enterprises, withoutUnion])).toEqual([
    [15, 3, 3],
    [27, 1, 1],
  ])
  expect(
    (await call('enterprises.list', { sort: [{ column: 'sizeBand', descending: true }] })).rows[0]?.sizeBandText,
  ).toBe('từ 27')
  await call('history.undo', {})
  expect((await call('sizeBands.get', {})).bands).toContain(1000)
})

describe('doubles', () => {
  async function openTwins() {
    const opened = await openTestBackend()
    const made = await opened.call('enterprises.updateMany', {
      added: [
        [
          ['name', 'Công ty TNHH An Phát'],
          ['taxCode', taxCode(1)],
          ['workers', 30],
          ['address', 'số 1 đường Trần Phú'],
        ],
        [
          ['name', 'Cty TNHH An Phát'],
          ['workers', 35],
          ['phone', '0912345678'],
          ['director', 'Lê Bình'],
        ],
        [
          ['name', 'Công ty Hoàng Hôn'],
          ['taxCode', taxCode(3)],
        ],
      ].map((cells) => ({ cells: cells.map(([column = '', value = '']) => ({ column: String(column), value })) })),
    })
    const [one = '', other = ''] = made.addedIds.map(String)
    await opened.call('enterprises.setStage', { ids: [other], stage: 'DONG_Y', onDate: '2024-03-01' })
    await opened.call('enterprises.saveContact', { enterpriseId: other, onDate: '2024-03-01' })
    return { ...opened, one, other }
  }

  test('are listed with reasons and what differs', async () => {
    const { call, one, other } = await openTwins()
    const { pairs, count } = await call('enterprises.duplicates', {})
    expect(count).toBe(1)
    const [pair] = pairs
    expect(new Set([pair?.first.id, pair?.second.id])).toEqual(new Set([one, other]))
    expect(pair?.reasons).toMatchObject([{ code: 'namePlace' }])
    expect(pair?.differences.map(({ column }) => column)).toEqual(
      expect.arrayContaining(['name', 'taxCode', 'workers', 'address', 'phone', 'director', 'stage']),
    )
  })

  test('judged different are not shown again, until that is undone', async () => {
    const { call, one, other, refuse } = await openTwins()
    expect(await call('enterprises.judgePair', { first: other, second: one, verdict: 'different' })).toEqual({
      kept: null,
    })
    expect((await call('enterprises.duplicates', {})).count).toBe(0)
    await call('history.undo', {})
    expect((await call('enterprises.duplicates', {})).count).toBe(1)
    expect(await refuse('enterprises.judgePair', { first: one, second: one, verdict: 'same' })).toBe(
      'ENTERPRISE_PAIR_ONE',
    )
    expect(await refuse('enterprises.judgePair', { first: one, second: 'x', verdict: 'same' })).toBe('ROW_UNKNOWN')
  })

  test('judged the same are joined: values chosen, blanks filled, histories together, both ids known; undone as one step', async () => {
    const { call, one, other } = await openTwins()
    const before = await call('enterprises.list', {})
    const { kept } = await call('enterprises.judgePair', {
      first: one,
      second: other,
      verdict: 'same',
      take: ['workers'],
    })
    expect(kept).toMatchObject({
      id: one,
      name: 'Công ty TNHH An Phát',
      taxCode: taxCode(1),
      workers: 35,
      address: 'số 1 đường Trần Phú',
      phone: '0912345678',
      director: 'Lê Bình',
      stage: 'DONG_Y',
      contacts: 1,
    })
    const joined = await call('enterprises.get', { id: other })
    expect(joined).toMatchObject({ id: one, aliases: [other] })
    expect(joined.stageList).toHaveLength(1)
    expect((await call('enterprises.list', {})).count).toBe(2)
    expect((await call('enterprises.duplicates', {})).count).toBe(0)
    // What was known by the other id is found by it still.
    await call('enterprises.updateMany', { edits: [{ id: other, column: 'note', value: 'ghi chú' }] })
    expect((await call('enterprises.get', { id: one })).note).toBe('ghi chú')
    await call('history.undo', {})
    const undone = await call('history.undo', {})
    expect(undone.kept).toEqual([])
    expect(await call('enterprises.list', {})).toEqual(before)
  })

  test('the MST that was let go still finds the enterprise when a list carries it', async () => {
    const { call, one, other } = await openTwins()
    await call('enterprises.updateMany', { edits: [{ id: other, column: 'taxCode', value: taxCode(2) }] })
    await call('enterprises.judgePair', { first: one, second: other, verdict: 'same' })
    expect((await call('enterprises.get', { id: taxCode(2) })).id).toBe(one)
    expect((await call('enterprises.get', { id: taxCode(1) })).id).toBe(one)
  })
})
