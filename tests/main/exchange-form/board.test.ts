import { describe, expect, it } from 'vitest'
import { openTestBackend } from '#tests/support/backend.ts'
import { runProcess } from '#tests/support/cli.ts'
import { beginUnit, openOffice } from '#tests/support/exchange/offices.ts'

const UNIT = 'H-SONLOC'

describe('the board', () => {
  it('says who has not sent, is late, sent in time or late, and was accepted', async () => {
    const { call } = await openTestBackend({ province: 'sample' })
    const ask = async (asOf: string) => {
      const { periods, rows } = await call('board.get', { periods: ['2024-06'], asOf })
      return { period: periods[0], cell: (unit: string) => rows.find((row) => row.unit === unit)?.cells[0] }
    }
    const before = await ask('2024-07-05')
    expect(before.period).toMatchObject({ code: '2024-06', name: 'tháng 6/2024', dueOn: '2024-07-05' })
    expect(before.cell('H-NHANSON')).toMatchObject({ state: 'not-sent', daysLate: 0, stateText: 'chưa gửi' })
    const after = await ask('2024-07-08')
    expect(after.cell('H-NHANSON')).toMatchObject({ state: 'late', daysLate: 3, stateText: 'quá hạn 3 ngày' })
    expect(after.cell(UNIT)).toMatchObject({ state: 'received', asOf: '2024-06-30' })
    expect(after.period?.counts).toMatchObject({ late: 1, received: 18 })

    expect(await call('board.accept', { units: [UNIT, 'H-TANKHE'], period: '2024-06' })).toEqual({ changed: 2 })
    expect((await ask('2024-07-08')).cell(UNIT)).toMatchObject({ state: 'accepted' })
    await call('board.accept', { units: [UNIT], period: '2024-06', accepted: false })
    expect((await ask('2024-07-08')).cell(UNIT)).toMatchObject({ state: 'received' })
  })

  it('takes a report for that of its period only', async () => {
    const { call } = await openTestBackend({ province: 'sample' })
    const states = async (period: string) =>
      (await call('board.get', { periods: [period], unit: UNIT, asOf: '2024-10-05' })).rows[0]?.cells[0]?.state
    // The report of June is the one of the second quarter and of the half-year, that of May is not.
    expect(await states('2024-Q2')).toBe('received')
    expect(await states('2024-6T')).toBe('received')
    expect(await states('6/2024')).toBe('received')
    const values = await call('reports.list', { unit: UNIT })
    for (const { id, asOf } of values) if (asOf === '2024-06-30') await call('reports.remove', { id })
    expect(await states('2024-Q2')).toBe('late')
    expect(await states('2024-05')).toBe('received')
  })

  it('lists the last periods of a kind when none is named, and one unit alone', async () => {
    const { call } = await openTestBackend({ province: 'sample' })
    const { periods, rows } = await call('board.get', { kind: 'quarter', last: 3, unit: UNIT, asOf: '2024-10-05' })
    expect(periods.map(({ code }) => code)).toEqual(['2024-Q2', '2024-Q3', '2024-Q4'])
    expect(rows).toHaveLength(1)
    const halves = await call('board.get', { kind: 'half', last: 2, asOf: '2024-10-05' })
    expect(halves.periods.map(({ code }) => code)).toEqual(['2023-6T', '2024-6T'])
  })

  it('waits for the very units that are listed as not having reported, of any level', async () => {
    const { call } = await openTestBackend({ province: 'sample' })
    await call('units.add', { code: 'NGANH', name: 'Khối công đoàn ngành', type: 'CD_NGANH', parent: 'TINH' })
    for (const code of ['GT', 'VH'])
      await call('units.add', { code, name: `Công đoàn ngành ${code}`, type: 'CD_NGANH', parent: 'NGANH' })
    const figure = { indicator: 'DV_MOI', from: '2024-01-01', asOf: '2024-06-30', basis: 'cumulative' } as const
    const asOf = '2024-07-08'
    const board = async () => {
      const { rows } = await call('board.get', { periods: ['2024-06'], asOf })
      return new Map(rows.map(({ unit, cells }) => [unit, cells[0]]))
    }
    const waited = async () => {
      const owed = [...(await board())].flatMap(([unit, cell]) => (cell?.state === 'late' ? [unit] : []))
      const { missing } = await call('periods.missing', { asOf: '2024-06-30', kind: 'month' })
      expect(owed).toEqual(missing.map(({ code }) => code))
      return owed
    }
    expect(await waited()).toEqual(expect.arrayContaining(['H-NHANSON', 'NGANH']))
    // Somebody waits for GT now; the union above it only holds its parts together.
    await call('reports.add', { ...figure, unit: 'GT', value: 4 })
    expect(await waited()).toEqual(expect.arrayContaining(['H-NHANSON', 'VH']))
    expect((await board()).has('NGANH')).toBe(false)
    expect((await board()).get('GT')).toMatchObject({ state: 'received' })
    await call('reports.add', { ...figure, unit: 'VH', value: 2 })
    expect(await waited()).toEqual(['H-NHANSON'])

    // Parts that have all reported speak for the unit above them.
    await call('units.add', { code: 'NS-CS', name: 'CĐCS Đảo Nhạn', type: 'CDCS', parent: 'H-NHANSON' })
    await call('reports.add', { ...figure, unit: 'NS-CS', value: 1 })
    expect(await waited()).toEqual([])
    expect((await board()).get('H-NHANSON')).toMatchObject({
      state: 'received',
      daysLate: 0,
      report: null,
      stateText: 'đơn vị cấp dưới đã báo cáo',
    })
  })

  it('keeps the day a report was received here when a file corrects it later', async () => {
    const province = await openOffice({ province: 'sample' })
    const unit = await beginUnit(province, UNIT)
    await unit.take((await province.make({ kind: 'handover', unit: UNIT })).file)
    const cell = async () => {
      const { rows } = await province.call('board.get', { periods: ['2024-06'], unit: UNIT, asOf: '2024-07-08' })
      return rows[0]?.cells[0]
    }
    const before = await cell()
    expect(before).toMatchObject({ state: 'received' })
    const figure = { indicator: 'DV_MOI', from: '2024-01-01', asOf: '2024-06-30', basis: 'cumulative' } as const
    await unit.call('reports.add', { ...figure, unit: UNIT, value: 260 })
    const sent = await unit.make({ kind: 'report', period: { from: '2024-06-01', to: '2024-06-30' } })
    await province.take(sent.file, { clashes: 'theirs' })
    const listed = await province.call('reports.list', { unit: UNIT })
    expect(listed.map(({ asOf, indicator, value }) => [asOf, indicator, value])).toContainEqual([
      '2024-06-30',
      'DV_MOI',
      260,
    ])
    expect(await cell()).toMatchObject({ state: 'received', daysLate: before?.daysLate })
  })

  it('is returned while a question is open; an answer, a right figure or closing ends that', async () => {
    const { call, refuse } = await openTestBackend({ province: 'sample' })
    const state = async () =>
      (await call('board.get', { periods: ['2024-06'], unit: UNIT, asOf: '2024-07-08' })).rows[0]?.cells[0]?.state
    const [one, two] = await call('board.ask', {
      unit: UNIT,
      period: '2024-06',
      questions: [
        { indicator: 'DV_MOI', reason: 'Thấp hơn kỳ trước' },
        { indicator: 'CDCS_MOI', reason: 'Đề nghị kiểm tra' },
      ],
    })
    expect(await state()).toBe('returned')
    expect(await refuse('board.answer', { id: one?.id ?? '' })).toBe('BOARD_ANSWER_EMPTY')
    expect(await call('board.answer', { id: one?.id ?? '', corrected: 5 })).toMatchObject({ open: false, corrected: 5 })
    expect(await state()).toBe('returned')
    await call('board.close', { ids: [two?.id ?? ''] })
    expect(await state()).toBe('received')
    const figures = await call('reports.list', { unit: UNIT, indicator: 'DV_MOI' })
    expect(figures.find(({ asOf }) => asOf === '2024-06-30')?.value).toBe(5)
    expect(
      await refuse('board.ask', {
        unit: 'H-NHANSON',
        period: '2024-06',
        questions: [{ indicator: 'DV_MOI', reason: 'x' }],
      }),
    ).toBe('BOARD_NOTHING_REPORTED')
    expect(await refuse('board.get', { periods: ['tháng mười ba'] })).toBe('BOARD_PERIOD_UNKNOWN')
  })

  it('speaks JSON on the command line', async () => {
    const { file, folder, close } = await openTestBackend({ province: 'sample', untilClosed: true })
    try {
      const board = await runProcess(
        ['board', '--period', '2024-06', '--as-of', '2024-07-08', '--db', file, '--json'],
        folder,
      )
      expect(board.code).toBe(0)
      const told = JSON.parse(board.out) as {
        period: { code: string; dueOn: string }
        counts: Record<string, number>
        rows: { unit: string; state: string }[]
      }
      expect(told).toMatchObject({ asOf: '2024-07-08', period: { code: '2024-06', dueOn: '2024-07-05' } })
      expect(told.rows.find(({ unit }) => unit === 'H-NHANSON')).toMatchObject({ state: 'late' })
      expect(Object.values(told.counts).reduce((sum, count) => sum + count, 0)).toBe(told.rows.length)
      const wrong = await runProcess(['board', '--period', 'x', '--db', file, '--json'], folder)
      expect([wrong.code, JSON.parse(wrong.out)]).toMatchObject([1, { error: { code: 'BOARD_PERIOD_UNKNOWN' } }])
    } finally {
      close()
    }
  })
})
