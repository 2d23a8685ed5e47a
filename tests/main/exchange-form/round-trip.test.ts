import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openTestBackend, type TestBackend } from '#tests/support/backend.ts'
import { editInOffice } from '#tests/support/exchange/spreadsheet-office.ts'

// From the province to a unit that has only Excel and back, through the contract on a real data file. What the unit
// does is done in LibreOffice.

const UNIT = 'H-SONLOC'

type Call = TestBackend['call']

async function send(opened: TestBackend, input: Parameters<typeof opened.call<'exchange.make'>>[1]): Promise<string> {
  return (await opened.call('exchange.make', input)).file
}

const figuresOf = async (call: Call, asOf: string) =>
  new Map(
    (await call('reports.list', { unit: UNIT }))
      .filter((row) => row.asOf === asOf)
      .map((row) => [row.indicator, row.value]),
  )

describe('a unit that has only Excel', () => {
  it(
    'reports a period; the same file again changes nothing; undone, nothing is left',
    { timeout: 120_000 },
    async () => {
      const opened = await openTestBackend({ province: 'sample', today: '2024-11-04' })
      const { call, folder } = opened
      const october = { from: '2024-10-01', to: '2024-10-31' }
      const file = await send(opened, {
        kind: 'report-form',
        unit: UNIT,
        period: october,
        file: path.join(folder, 'b.xlsx'),
      })
      const filled = await editInOffice(file, ['page = Sheet(1)', 'Put(page, "H7", 321)', 'Put(page, "H8", "9")'])

      const preview = await call('exchange.read', { file: filled })
      expect(preview).toMatchObject({
        kind: 'report',
        carrier: 'form',
        state: 'new',
        clashes: 0,
        problems: [],
        missing: [],
      })
      expect(preview.answers).toMatchObject({ kind: 'report-form', direction: 'out' })
      const { files } = await call('exchange.apply', { files: [filled] })
      expect(files).toMatchObject([{ status: 'applied', kind: 'report', clashes: 0, open: 0 }])

      const told = await figuresOf(call, '2024-10-31')
      expect([...told.values()].toSorted((a, b) => a - b)).toEqual([9, 321])
      const [report] = (await call('reports.list', { unit: UNIT })).filter(({ asOf }) => asOf === '2024-10-31')
      expect(report).toMatchObject({ from: '2024-01-01' })
      const board = await call('board.get', { periods: ['2024-10'], unit: UNIT })
      expect(board.rows[0]?.cells[0]).toMatchObject({ state: 'received', daysLate: 0, receivedOn: '2024-11-04' })

      const again = await call('exchange.apply', { files: [filled] })
      expect(again.files).toMatchObject([{ status: 'again' }])
      await call('exchange.undo', { package: files[0]?.id ?? '' })
      expect([...(await figuresOf(call, '2024-10-31')).keys()]).toEqual([])
    },
  )

  it('updates its enterprises, adds one, marks one to be deleted', { timeout: 120_000 }, async () => {
    const opened = await openTestBackend({ province: 'sample', today: '2024-11-04' })
    const { call, folder } = opened
    const before = await call('enterprises.list', { unit: UNIT, limit: 500 })
    // One with a union on record would be kept, and said so.
    const leaving = before.rows.find((row, index) => index > 3 && row.hasUnion !== true && !row.name.includes('"'))
    const file = await send(opened, { kind: 'survey', unit: UNIT, file: path.join(folder, 'dn.xlsx') })
    const filled = await editInOffice(file, [
      'page = Sheet(1)',
      'Put(page, "K6", "1.234")',
      'at = 6',
      `Do While page.getCellRangeByName("D" & at).String <> "${leaving?.name ?? ''}"`,
      '  at = at + 1',
      'Loop',
      'Put(page, "R" & at, "x")',
      'at = 6',
      'Do While page.getCellRangeByName("D" & at).String <> ""',
      '  at = at + 1',
      'Loop',
      'Put(page, "D" & at, "Công ty TNHH Mây Tre Sơn Lộc Thử")',
      'Put(page, "K" & at, 41)',
    ])
    const { files } = await call('exchange.apply', { files: [filled] })
    expect(files).toMatchObject([{ status: 'applied', kind: 'survey', problems: [] }])
    const after = await call('enterprises.list', { unit: UNIT, limit: 500 })
    // One came, one went.
    expect(after.count).toBe(before.count)
    expect(after.rows.find(({ name }) => name === 'Công ty TNHH Mây Tre Sơn Lộc Thử')).toMatchObject({ workers: 41 })
    expect(after.rows.some(({ workers }) => workers === 1234)).toBe(true)
  })

  it('gives its opinion on a draft and signs its commitment', { timeout: 120_000 }, async () => {
    const opened = await openTestBackend({ province: 'sample', today: '2024-11-04' })
    const { call, folder } = opened
    const draft = await send(opened, { kind: 'targets-draft', unit: UNIT, file: path.join(folder, 'dt.xlsx') })
    const said = await editInOffice(draft, [
      'page = Sheet(1)',
      'Put(page, "G7", "Đồng ý")',
      'Put(page, "H8", 5)',
      'Put(page, "I8", "Ít doanh nghiệp")',
    ])
    expect((await call('exchange.apply', { files: [said] })).files).toMatchObject([
      { status: 'applied', kind: 'opinions' },
    ])
    const round = (await call('exchange.round', { unit: UNIT })).filter(({ agreed }) => agreed !== null)
    expect(round).toMatchObject([
      { agreed: true, proposed: null },
      { agreed: false, proposed: 5, note: 'Ít doanh nghiệp' },
    ])

    const asked = await send(opened, { kind: 'commitment', unit: UNIT, file: path.join(folder, 'ck.xlsx') })
    const signed = await editInOffice(asked, [
      'page = Sheet(1)',
      'Put(page, "D6", "Trần Văn Hải")',
      'Put(page, "E6", "Chủ tịch")',
      'Put(page, "F6", "15/11/2024")',
    ])
    const preview = await call('exchange.read', { file: signed })
    expect(preview.kind).toBe('commitment-signed')
    expect(preview.changes.map(({ theirs }) => theirs)).toContain('Trần Văn Hải')
    expect((await call('exchange.apply', { files: [signed] })).files).toMatchObject([{ status: 'applied' }])
  })

  it(
    'answers what was asked back, which closes the questions and corrects the figure',
    { timeout: 120_000 },
    async () => {
      const opened = await openTestBackend({ province: 'sample', today: '2024-07-15' })
      const { call, folder } = opened
      const before = await figuresOf(call, '2024-06-30')
      const [first, second] = [...before.keys()]
      await call('board.ask', {
        unit: UNIT,
        period: '2024-06',
        questions: [
          { indicator: first ?? '', reason: 'Thấp hơn kỳ trước' },
          { indicator: second ?? '', reason: 'Đề nghị kiểm tra' },
        ],
      })
      const state = async () => (await call('board.get', { periods: ['2024-06'], unit: UNIT })).rows[0]?.cells[0]
      expect(await state()).toMatchObject({ state: 'returned', openQuestions: 2 })
      const file = await send(opened, { kind: 'return', unit: UNIT, file: path.join(folder, 'tl.xlsx') })
      const answered = await editInOffice(file, [
        'page = Sheet(1)',
        'Put(page, "F6", 77)',
        'Put(page, "G6", "Đã rà soát")',
        'Put(page, "G7", "Số đã báo cáo là đúng")',
      ])
      expect((await call('exchange.apply', { files: [answered] })).files).toMatchObject([{ status: 'applied' }])
      expect(await call('board.questions', { open: true })).toEqual([])
      expect(await state()).toMatchObject({ state: 'received', questions: 2, openQuestions: 0 })
      const after = await figuresOf(call, '2024-06-30')
      expect(after.get(first ?? '')).toBe(77)
      expect(after.get(second ?? '')).toBe(before.get(second ?? ''))
    },
  )
})
