import { describe, expect, test } from 'vitest'
import { CATALOGUE_IDS, type CatalogueId } from '#shared/domain/catalogues/catalogues.ts'
import { openTestBackend, type TestBackend } from '#tests/support/backend.ts'

const steps = async ({ call }: TestBackend): Promise<readonly string[]> =>
  (await call('history.list', { limit: 50 })).map(({ label }) => label)

async function rowsOf({ call }: TestBackend, catalogue: CatalogueId) {
  return (await call('catalogues.table', { catalogue })).rows
}

describe('the lists of Danh mục as tables', () => {
  test.for(CATALOGUE_IDS)('%s is read with every column it says it has', async (catalogue) => {
    const backend = await openTestBackend({ province: 'sample' })
    const rows = await rowsOf(backend, catalogue)
    // What is read can be written back as it is, and that is no change.
    const answer = await backend.call('catalogues.write', { catalogue, rows })
    expect(answer.refused).toEqual([])
    expect(answer.written).toBe(rows.length)
    expect((await steps(backend))[0]).toBe('Lập dữ liệu mẫu')
  })

  test('a row is added, changed, ended and removed, each a named step', async () => {
    const backend = await openTestBackend()
    const { call } = backend
    const cells = { name: 'Công đoàn khu mới', code: 'CD_KHUMOI', level: 'cấp trên cơ sở' }
    expect(await call('catalogues.write', { catalogue: 'unitTypes', rows: [{ id: null, cells }] })).toEqual({
      written: 1,
      refused: [],
    })
    const made = (await rowsOf(backend, 'unitTypes')).at(-1)
    expect(made?.cells).toMatchObject({ name: 'Công đoàn khu mới', short_name: 'Công đoàn khu mới', level: 'upper' })
    const id = made?.id ?? ''
    await call('catalogues.write', { catalogue: 'unitTypes', rows: [{ id, cells: { valid_from: '2025-07-01' } }] })
    expect((await call('unitTypes.list', {})).at(-1)).toMatchObject({ code: 'CD_KHUMOI', validFrom: '2025-07-01' })
    expect(await call('catalogues.removeRows', { catalogue: 'unitTypes', ids: [id] })).toEqual({
      removed: 1,
      refused: [],
    })
    expect((await steps(backend)).slice(0, 3)).toEqual([
      'Xóa loại đơn vị Công đoàn khu mới',
      'Sửa loại đơn vị Công đoàn khu mới',
      'Thêm loại đơn vị Công đoàn khu mới',
    ])
  })

  test('many rows are one step, wrong ones are refused with the reason and the others are written', async () => {
    const backend = await openTestBackend()
    const answer = await backend.call('catalogues.write', {
      catalogue: 'legalForms',
      rows: [
        { id: null, cells: { name: 'Hộ mới', code: 'HKD_MOI', sector: 'ngoài nhà nước' } },
        { id: null, cells: { name: 'Trùng mã', code: 'HKD_MOI', sector: 'state' } },
        { id: null, cells: { name: '', code: 'X1', sector: 'state' } },
        { id: null, cells: { name: 'Sai khu vực', code: 'X2', sector: 'mặt trăng' } },
        { id: null, cells: { name: 'Sai mã', code: 'có dấu cách', sector: 'state' } },
        {
          id: null,
          cells: { name: 'Ngày ngược', code: 'X3', sector: 'state', valid_from: '2025-01-02', valid_to: '2025-01-01' },
        },
      ],
      label: 'Dán 6 dòng vào Loại hình',
    })
    expect(answer.written).toBe(1)
    expect(answer.refused.map(({ row, column }) => [row, column])).toEqual([
      [1, 'code'],
      [2, 'name'],
      [3, 'sector'],
      [4, 'code'],
      [5, 'valid_to'],
    ])
    expect(answer.refused[0]?.reason).toContain('“HKD_MOI” đã dùng cho “Hộ mới”')
    expect((await steps(backend))[0]).toBe('Dán 6 dòng vào Loại hình')
    await backend.call('history.undo', {})
    expect((await backend.call('legalForms.list', {})).some(({ code }) => code === 'HKD_MOI')).toBe(false)
  })

  test('what is used stays, with the sentence why', async () => {
    const backend = await openTestBackend({ province: 'sample' })
    const types = await rowsOf(backend, 'unitTypes')
    const used = types.find(({ cells }) => cells['code'] === 'LDLD_HUYEN')?.id ?? ''
    const { removed, refused } = await backend.call('catalogues.removeRows', { catalogue: 'unitTypes', ids: [used] })
    expect(removed).toBe(0)
    expect(refused[0]?.reason).toContain('đang được dùng nên không xóa được. Hãy ghi ngày kết thúc')
    const indicators = await rowsOf(backend, 'indicators')
    const counted = indicators.find(({ cells }) => cells['code'] === 'DV_TONG')?.id ?? ''
    const answer = await backend.call('catalogues.removeRows', { catalogue: 'indicators', ids: [counted] })
    expect(answer.refused).toHaveLength(1)
    // Nothing was removed, so nothing stands in the history.
    expect((await steps(backend))[0]).toBe('Lập dữ liệu mẫu')
  })

  test('how an indicator counts is kept; a new one that needs a formula is sent to its form', async () => {
    const backend = await openTestBackend()
    const rows = await rowsOf(backend, 'indicators')
    const id = rows[0]?.id ?? ''
    const kind = rows[0]?.cells['kind'] === 'stock' ? 'flow' : 'stock'
    const change = await backend.call('catalogues.write', { catalogue: 'indicators', rows: [{ id, cells: { kind } }] })
    expect(change.refused[0]).toMatchObject({ column: 'kind' })
    const made = await backend.call('catalogues.write', {
      catalogue: 'indicators',
      rows: [
        { id: null, cells: { name: 'Đối thoại', code: 'DOITHOAI', unit_label: 'cuộc', kind: 'flow' } },
        { id: null, cells: { name: 'Tỷ lệ mới', code: 'TYLE_X', unit_label: '%', kind: 'tỷ lệ' } },
      ],
    })
    expect(made.written).toBe(1)
    expect(made.refused[0]?.reason).toContain('cần công thức')
    expect((await backend.call('indicators.list', {})).at(-1)).toMatchObject({ code: 'DOITHOAI', kind: 'flow' })
  })

  test('two letterheads on one day are named; ending the older one settles it', async () => {
    const backend = await openTestBackend()
    const { call } = backend
    const cells = { issuer_lines: 'LIÊN ĐOÀN LAO ĐỘNG / TỈNH THỬ NGHIỆM', code_suffix: 'LĐLĐ', place: 'Thử Nghiệm' }
    await call('catalogues.write', {
      catalogue: 'letterheads',
      rows: [{ id: null, cells: { ...cells, valid_from: '2025-07-01' } }],
    })
    const before = await call('catalogues.table', { catalogue: 'letterheads' })
    expect(before.warnings).toHaveLength(1)
    expect(before.warnings[0]?.sentence).toContain('cùng có hiệu lực từ 01/07/2025 trở đi')
    const old = before.rows.find((row) => row.cells['valid_from'] === null)?.id ?? ''
    await call('catalogues.write', {
      catalogue: 'letterheads',
      rows: [{ id: old, cells: { valid_to: '2025-06-30' } }],
    })
    expect((await call('catalogues.table', { catalogue: 'letterheads' })).warnings).toEqual([])
    expect((await call('settings.get', {})).letterheads.at(-1)).toMatchObject({
      issuerLines: ['LIÊN ĐOÀN LAO ĐỘNG', 'TỈNH THỬ NGHIỆM'],
    })
  })

  test('a person is written with the keys lists are ordered and searched by', async () => {
    const backend = await openTestBackend()
    await backend.call('catalogues.write', {
      catalogue: 'people',
      rows: [
        { id: null, cells: { full_name: 'Nguyễn Văn Đức', position: 'Phó Chủ tịch', unit_id: 'TINH' } },
        { id: null, cells: { full_name: 'Đặng Thị An' } },
        { id: null, cells: { full_name: 'Ai đó', unit_id: 'KHONG_CO' } },
      ],
    })
    expect((await rowsOf(backend, 'people')).map(({ cells }) => cells['full_name'])).toEqual([
      'Đặng Thị An',
      'Nguyễn Văn Đức',
    ])
    expect((await backend.call('search.find', { text: 'nguyen duc' }))[0]).toMatchObject({
      kind: 'person',
      title: 'Nguyễn Văn Đức',
    })
  })
})
