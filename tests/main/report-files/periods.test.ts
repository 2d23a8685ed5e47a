import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { openQuangTri } from '#tests/support/quang-tri.ts'
import { runProcess } from '#tests/support/cli.ts'
import { PROJECT } from '#tests/support/resources.ts'

// Every file is read in a process of its own, which a busy machine takes its time to start.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

const JUNE = { from: '2024-06-01', to: '2024-06-30' }
const figure = { unit: 'CLO', indicator: 'DV_MOI', asOf: '2024-06-30', value: 168 }

test('a closed period takes adjustments only, each kept apart with its reason', async () => {
  const { call, refuse } = await openQuangTri()
  await call('settings.set', { userName: 'Mai' })
  await call('reports.add', figure)
  await call('periods.close', JUNE)
  expect(await refuse('periods.close', JUNE)).toBe('PERIOD_ALREADY_CLOSED')
  expect(await refuse('reports.add', { ...figure, value: 170 })).toBe('REPORT_PERIOD_CLOSED')
  expect(await refuse('reports.add', { ...figure, indicator: 'DV_GIAM', asOf: '2024-06-15' })).toBe(
    'REPORT_PERIOD_CLOSED',
  )
  // Saying the same again is no change, and another month is open.
  await call('reports.add', figure)
  await call('reports.add', { ...figure, asOf: '2024-07-31', value: 180 })
  const [row] = await call('reports.list', { unit: 'CLO', indicator: 'DV_MOI' })
  expect(await refuse('reports.remove', { id: row?.id ?? '' })).toBe('REPORT_PERIOD_CLOSED')

  await call('reports.add', { ...figure, value: 170, adjustReason: 'Công đoàn cơ sở A báo bổ sung 2 đoàn viên' })
  await call('reports.add', { ...figure, indicator: 'CDCS_MOI', value: 1, adjustReason: 'Quyết định đến muộn' })
  const adjustments = await call('periods.adjustments', {})
  expect(adjustments.map(({ indicator, before, after, reason, by }) => [indicator, before, after, reason, by])).toEqual(
    [
      ['CDCS_MOI', null, 1, 'Quyết định đến muộn', 'Mai'],
      ['DV_MOI', 168, 170, 'Công đoàn cơ sở A báo bổ sung 2 đoàn viên', 'Mai'],
    ],
  )
  const periods = await call('periods.list', { asOf: '2024-09-30', kind: 'month' })
  expect(periods.find(({ code }) => code === '2024-06')).toMatchObject({
    closed: true,
    closedBy: 'Mai',
    adjustments: 2,
    reported: 1,
    expected: 10,
  })

  expect(await refuse('periods.reopen', { ...JUNE, to: '2024-06-29', reason: 'x' })).toBe('PERIOD_NOT_CLOSED')
  await call('periods.reopen', { ...JUNE, reason: 'Sai toàn bộ huyện Cam Lộ' })
  await call('reports.add', { ...figure, value: 171 })
  expect(await call('periods.log', {})).toEqual([
    { ...JUNE, action: 'reopen', on: '2024-10-05', by: 'Mai', reason: 'Sai toàn bộ huyện Cam Lộ' },
    { ...JUNE, action: 'close', on: '2024-10-05', by: 'Mai', reason: null },
  ])
  const labels = (await call('history.list', { limit: 20 })).map(({ label }) => label)
  expect(labels).toEqual(
    expect.arrayContaining(['Khóa kỳ báo cáo 1/6/2024 – 30/6/2024', 'Mở lại kỳ báo cáo 1/6/2024 – 30/6/2024']),
  )
})

test('older steps taken back leave closed figures alone; an adjustment itself goes back', async () => {
  const { call } = await openQuangTri()
  await call('reports.add', figure)
  const [typed] = await call('history.list', { limit: 1 })
  await call('periods.close', JUNE)
  const undone = await call('history.undo', { operationId: typed?.id ?? '' })
  expect(undone.kept.map(({ reason }) => reason)).toContain('closed')
  expect((await call('reports.list', {}))[0]?.value).toBe(168)
  await call('reports.add', { ...figure, value: 170, adjustReason: 'bổ sung' })
  await call('history.undo', {})
  expect((await call('reports.list', {}))[0]?.value).toBe(168)
  expect(await call('periods.adjustments', {})).toEqual([])
})

test('a file for a closed period: its figures wait for a reason', async () => {
  const { call } = await openQuangTri()
  const file = path.join(PROJECT, 'tests/fixtures/bao-cao', '8. Huyện Đakrông.xlsx')
  await call('periods.close', { from: '2024-01-01', to: '2024-06-30' })
  const answer = await call('reportFiles.import', { files: [file] })
  expect(answer.taken).toBe(0)
  expect(new Set(answer.reports[0]?.values.map(({ state }) => state))).toEqual(new Set(['closed']))
  expect(new Set(answer.findings.map(({ kind }) => kind))).toEqual(new Set(['closed']))
  const adjusted = await call('reportFiles.import', { files: [file], adjustReason: 'Đơn vị gửi muộn' })
  expect(adjusted.taken).toBe(7)
  expect(await call('periods.adjustments', {})).toHaveLength(7)
})

test('the calendar is rows with their days, also for a year from 01/12', async () => {
  const { call, refuse } = await openQuangTri()
  expect(await call('calendar.list', {})).toMatchObject({ usual: true })
  const old = await call('calendar.save', { kind: 'month', yearStart: '01-01', dueDays: 5, validTo: '2023-12-31' })
  await call('calendar.save', { kind: 'half', yearStart: '12-01', dueDays: -3, validFrom: '2023-12-01' })
  await call('calendar.save', { kind: 'quarter', yearStart: '12-01', dueDays: 10, validFrom: '2023-12-01' })
  const missing = await call('periods.missing', { asOf: '2024-05-31', kind: 'half' })
  expect(missing).toMatchObject({
    period: { code: '2024-6T', from: '2023-12-01', to: '2024-05-31' },
    dueOn: '2024-05-28',
  })
  // January's report is none of the half-year; one of the last month is.
  await call('reports.add', { ...figure, from: '2023-12-01', asOf: '2024-01-31' })
  expect((await call('periods.missing', { asOf: '2024-05-31', kind: 'half' })).missing).toHaveLength(10)
  await call('reports.add', { ...figure, from: '2023-12-01', asOf: '2024-05-25' })
  const later = await call('periods.missing', { asOf: '2024-06-11', kind: 'half' })
  expect(later.missing.map(({ code }) => code)).not.toContain('CLO')
  expect(later.missing[0]).toMatchObject({ overdue: true })
  expect((await call('periods.missing', { asOf: '2023-07-10' })).period?.code).toBe('2023-06')
  expect(
    await refuse('calendar.save', {
      kind: 'year',
      yearStart: '01-01',
      dueDays: 3,
      validFrom: '2024-02-01',
      validTo: '2024-01-01',
    }),
  ).toBe('PERIOD_DATES_REVERSED')
  await call('calendar.remove', { id: old.id ?? '' })
  expect((await call('calendar.list', {})).rows).toHaveLength(2)
})

test('a first row of the office’s own keeps the other usual ones; the same report is due once', async () => {
  const { call, refuse } = await openQuangTri()
  const usual = (await call('calendar.list', {})).rows
  const month = { kind: 'month', yearStart: '01-01', dueDays: 3 } as const
  await call('calendar.save', { ...month, validFrom: '2024-07-01', keepUsual: true })
  const { rows } = await call('calendar.list', {})
  expect(rows).toHaveLength(usual.length + 1)
  expect(rows.filter(({ kind }) => kind === 'month')).toMatchObject([
    { dueDays: 5, validFrom: null, validTo: '2024-06-30' },
    { dueDays: 3, validFrom: '2024-07-01', validTo: null },
  ])
  expect(await refuse('calendar.save', { ...month, dueDays: 9 })).toBe('CALENDAR_ROW_TWICE')
  expect(await refuse('calendar.save', { ...month, validFrom: '2024-01-01', validTo: '2024-06-30' })).toBe(
    'CALENDAR_ROW_TWICE',
  )
  // Years that begin otherwise stand side by side.
  await call('calendar.save', { ...month, yearStart: '12-01', keepUsual: true })
  await call('history.undo', {})
  await call('history.undo', {})
  expect(await call('calendar.list', {})).toMatchObject({ usual: true })
})

test('a unit whose parts have all reported is not missing', async () => {
  const { call } = await openQuangTri()
  for (const code of ['A', 'B'])
    await call('units.add', { code: `CLO-${code}`, name: `CĐCS ${code}`, type: 'CDCS', parent: 'CLO' })
  await call('reports.add', { ...figure, unit: 'CLO-A' })
  expect((await call('periods.missing', { asOf: '2024-06-30' })).missing.map(({ code }) => code)).toContain('CLO')
  await call('reports.add', { ...figure, unit: 'CLO-B' })
  expect((await call('periods.missing', { asOf: '2024-06-30' })).missing.map(({ code }) => code)).not.toContain('CLO')
})

test('parts of a union that only holds them together are named, not the union', async () => {
  const { call } = await openQuangTri()
  await call('units.add', { code: 'NGANH', name: 'Khối công đoàn ngành', type: 'CD_NGANH', parent: 'TINH' })
  for (const code of ['GD', 'YT'])
    await call('units.add', { code, name: `Công đoàn ngành ${code}`, type: 'CD_NGANH', parent: 'NGANH' })
  await call('reports.add', { ...figure, unit: 'GD' })
  const missing = await call('periods.missing', { asOf: '2024-06-30' })
  const codes = missing.missing.map(({ code }) => code)
  expect(codes).toContain('YT')
  expect(codes).not.toContain('GD')
  expect(codes).not.toContain('NGANH')
  expect(missing.groups.map(({ expected, reported }) => [expected, reported])).toContainEqual([2, 1])
  expect(missing.missing.find(({ code }) => code === 'YT')).toMatchObject({ parentName: 'Khối công đoàn ngành' })
})

test('from the command line', { timeout: 240_000 }, async () => {
  const { file, folder, call, close } = await openQuangTri({ untilClosed: true })
  await call('reports.add', figure)
  const run = async (...args: string[]) => {
    const done = await runProcess([...args, '--db', file, '--json'], folder)
    return { code: done.code, value: JSON.parse(done.out) as Record<string, unknown> }
  }
  expect((await run('periods', 'close', '2024-06')).value).toMatchObject(JUNE)
  expect(
    (
      await run(
        'report',
        'add',
        '--unit',
        'CLO',
        '--indicator',
        'DV_MOI',
        '--from',
        '1/1/2024',
        '--as-of',
        '30/6/2024',
        '--basis',
        'cumulative',
        '200',
      )
    ).value,
  ).toMatchObject({
    error: { code: 'REPORT_PERIOD_CLOSED' },
  })
  expect((await run('periods', 'reopen', '2024-06')).value).toMatchObject({ error: { code: 'OPTION_MISSING' } })
  expect((await run('periods', 'reopen', '1/6/2024..30/6/2024', '--reason', 'sai số')).value).toMatchObject({
    action: 'reopen',
    reason: 'sai số',
  })
  const listed = (await run('periods', 'list', '--kind', 'tháng', '--as-of', '2024-12-31')).value as unknown as {
    code: string
    closed: boolean
  }[]
  expect(listed).toHaveLength(12)
  expect(listed.some(({ closed }) => closed)).toBe(false)
  expect((await run('periods', 'close', 'tháng sáu')).value).toMatchObject({ error: { code: 'PERIOD_UNKNOWN' } })
  close()
})
