import { describe, expect, test } from 'vitest'
import { openTestBackend, type TestBackend } from '#tests/support/backend.ts'
import { taxCode } from '#tests/support/tax-codes.ts'
import { writeWorkbook } from '#tests/support/workbook-file.ts'
import path from 'node:path'

async function openWithFirms(): Promise<TestBackend> {
  const opened = await openTestBackend()
  const file = await writeWorkbook(path.join(opened.folder, 'ds.xlsx'), {
    sheets: [
      {
        rows: [
          ['(Số liệu tính đến ngày 31/12/2023)'],
          ['STT', 'Tên doanh nghiệp', 'MST', 'Huyện', 'Địa chỉ', 'Ngành nghề', 'Số LĐ', 'Có CĐ', 'Đoàn viên'],
          [1, 'Công ty TNHH Đạt Phát', taxCode(1), 'Huyện Cam Lộ', 'đường Lê Duẩn', 'May mặc', 30, 'x', 20],
          [2, 'Công ty Cổ phần Ánh Dương', taxCode(2), 'Huyện Gio Linh', 'đường 9', 'Xây dựng', 5, '', ''],
          [3, 'Doanh nghiệp tư nhân Yến Nhi', taxCode(3), 'Huyện Cam Lộ', '', 'May mặc', '', '', ''],
        ],
      },
    ],
  })
  await opened.call('survey.import', { file, createUnits: true })
  return opened
}

describe('enterprises.list', () => {
  const names = (rows: readonly { name: string }[]): string[] =>
    rows.map(({ name }) => name.split(' ').slice(-2).join(' '))

  test('in Vietnamese order, filtered, searched without accents, summed', async () => {
    const { call } = await openWithFirms()
    const all = await call('enterprises.list', {})
    expect(names(all.rows)).toEqual(['Ánh Dương', 'Đạt Phát', 'Yến Nhi'])
    expect(all).toMatchObject({ count: 3, workers: 35, members: 20, withUnion: 1 })
    expect(names((await call('enterprises.list', { unit: 'H-CAMLO' })).rows)).toEqual(['Đạt Phát', 'Yến Nhi'])
    expect(names((await call('enterprises.list', { search: 'dat phat' })).rows)).toEqual(['Đạt Phát'])
    expect(names((await call('enterprises.list', { search: 'may LE DUAN' })).rows)).toEqual(['Đạt Phát'])
    expect(names((await call('enterprises.list', { search: taxCode(2) })).rows)).toEqual(['Ánh Dương'])
    expect(names((await call('enterprises.list', { minWorkers: 20 })).rows)).toEqual(['Đạt Phát'])
    expect(names((await call('enterprises.list', { hasUnion: false })).rows)).toEqual(['Ánh Dương', 'Yến Nhi'])
    expect(names((await call('enterprises.list', { legalForm: 'DNTN' })).rows)).toEqual(['Yến Nhi'])
    const root = (await call('units.list', { asOf: null })).find(({ parent }) => parent === null)
    expect((await call('enterprises.list', { unit: root?.code ?? '' })).count).toBe(3)
  })

  test('sorted by any column, blanks last either way, page by page', async () => {
    const { call, refuse } = await openWithFirms()
    const by = async (descending: boolean): Promise<string[]> =>
      names((await call('enterprises.list', { sort: [{ column: 'workers', descending }] })).rows)
    expect(await by(false)).toEqual(['Ánh Dương', 'Đạt Phát', 'Yến Nhi'])
    expect(await by(true)).toEqual(['Đạt Phát', 'Ánh Dương', 'Yến Nhi'])
    expect(
      names(
        (await call('enterprises.list', { sort: [{ column: 'unit' }, { column: 'name', descending: true }] })).rows,
      ),
    ).toEqual(['Yến Nhi', 'Đạt Phát', 'Ánh Dương'])
    expect(await call('enterprises.list', { offset: 1, limit: 1 })).toMatchObject({
      count: 3,
      rows: [{ name: 'Công ty TNHH Đạt Phát' }],
    })
    expect(await refuse('enterprises.list', { unit: 'KHONG-CO' })).toBe('UNIT_UNKNOWN')
  })
})

describe('enterprises.update', () => {
  async function firm(opened: TestBackend, search: string): Promise<{ id: string }> {
    const row = (await opened.call('enterprises.list', { search })).rows[0]
    if (row === undefined) throw new Error(`${search} is not there`)
    return row
  }

  test('cells of the registry and figures', async () => {
    const opened = await openWithFirms()
    const { id } = await firm(opened, 'yen nhi')
    const changed = await opened.call('enterprises.update', {
      id,
      patch: {
        name: '  Công ty TNHH  Yến Nhi ',
        unit: 'H-GIOLINH',
        founded: '5.6.2019',
        workers: 12,
        hasUnion: true,
        members: 10,
        legalForm: 'TNHH2TV',
        address: '',
      },
    })
    expect(changed).toMatchObject({
      name: 'Công ty TNHH Yến Nhi',
      unitCode: 'H-GIOLINH',
      foundedOn: '2019-06-05',
      workers: 12,
      hasUnion: true,
      members: 10,
      legalForm: 'TNHH2TV',
      address: null,
    })
    expect(await opened.call('enterprises.update', { id, patch: { founded: '2015', members: null } })).toMatchObject({
      foundedOn: null,
      foundedText: '2015',
      members: null,
      workers: 12,
    })
    expect((await opened.call('history.list', {}))[0]).toMatchObject({ kind: 'enterprises.update' })
  })

  test('what cannot be is refused', async () => {
    const opened = await openWithFirms()
    const { id } = await firm(opened, 'yen nhi')
    expect(await opened.refuse('enterprises.update', { id, patch: { taxCode: taxCode(1) } })).toBe(
      'ENTERPRISE_TAX_CODE_TAKEN',
    )
    expect(await opened.refuse('enterprises.update', { id, patch: { taxCode: '123' } })).toBe(
      'ENTERPRISE_TAX_CODE_INVALID',
    )
    expect(await opened.refuse('enterprises.update', { id, patch: { founded: '31/2/2020' } })).toBe('DATE_INVALID')
    expect(await opened.refuse('enterprises.update', { id, patch: { unit: 'X' } })).toBe('UNIT_UNKNOWN')
    expect(await opened.refuse('enterprises.update', { id, patch: { legalForm: 'X' } })).toBe('LEGAL_FORM_UNKNOWN')
    expect(await opened.refuse('enterprises.update', { id, patch: { workers: -1 } })).toBe('INPUT_INVALID')
    expect(await opened.refuse('enterprises.update', { id: 'không có', patch: {} })).toBe('ROW_UNKNOWN')
  })

  // The sample's first round is frozen: what it said is the denominator of ratios and must not move.
  test('a frozen round keeps what it said', async () => {
    const opened = await openTestBackend({ province: 'sample' })
    const frozen = (await opened.call('enterprises.list', { limit: 5000 })).rows.find(
      ({ surveyedOn }) => surveyedOn === '2023-11-30',
    )
    if (frozen === undefined) throw new Error('every enterprise of the sample was surveyed later')
    const changed = await opened.call('enterprises.update', { id: frozen.id, patch: { workers: 999 } })
    expect(changed).toMatchObject({ workers: 999, members: frozen.members, surveyedOn: '2024-10-05' })
    await opened.call('history.undo', {})
    expect((await opened.call('enterprises.list', { search: frozen.taxCode ?? '' })).rows[0]).toEqual(frozen)
  })

  test('a correction after an import is not undone by importing the same file again', async () => {
    const opened = await openWithFirms()
    const { id } = await firm(opened, 'dat phat')
    await opened.call('enterprises.update', { id, patch: { workers: 31 } })
    expect(await opened.call('survey.import', { file: path.join(opened.folder, 'ds.xlsx') })).toMatchObject({
      unchanged: 3,
    })
    expect((await opened.call('enterprises.list', { search: 'dat phat' })).rows[0]).toMatchObject({ workers: 31 })
  })
})
