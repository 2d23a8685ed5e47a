import { describe, expect, test } from 'vitest'
import { openTestBackend } from '#tests/support/backend.ts'

const officer = { fullName: 'Nguyễn Đức An', position: 'Trưởng ban Tổ chức', unit: 'TINH', phone: '0912 345 678' }

describe('people', () => {
  test('are listed by given name, found without accents, and only those at work on the day', async () => {
    const { call } = await openTestBackend()
    for (const fullName of ['Trần Thị Yến', 'Lê Văn Đạt', 'Phạm Danh', 'Nguyễn Đức An', 'Bùi Ánh'])
      await call('people.save', { fullName })
    await call('people.save', { fullName: 'Hoàng Ân', validTo: '2023-12-31' })
    const names = async (input: { asOf?: string; search?: string }) =>
      (await call('people.list', input)).map((row) => row.fullName)
    expect(await names({})).toEqual(['Nguyễn Đức An', 'Bùi Ánh', 'Hoàng Ân', 'Phạm Danh', 'Lê Văn Đạt', 'Trần Thị Yến'])
    expect(await names({ asOf: '2024-01-01' })).not.toContain('Hoàng Ân')
    expect(await names({ search: 'nguyen duc' })).toEqual(['Nguyễn Đức An'])
  })

  test('are saved whole, changed, and removed in steps that undo', async () => {
    const { call, refuse } = await openTestBackend()
    const saved = await call('people.save', officer)
    expect(saved).toMatchObject({ ...officer, unitName: expect.stringContaining('Liên đoàn') })
    const changed = await call('people.save', { ...officer, id: saved.id, phone: '', note: 'Nghỉ từ 2025' })
    expect(changed).toMatchObject({ phone: null, note: 'Nghỉ từ 2025' })
    await call('people.remove', { id: saved.id })
    expect(await call('people.list', {})).toEqual([])
    expect((await call('history.list', {})).slice(0, 3).map((row) => row.label)).toEqual([
      'Xóa cán bộ Nguyễn Đức An',
      'Sửa cán bộ Nguyễn Đức An',
      'Thêm cán bộ Nguyễn Đức An',
    ])
    await call('history.undo', {})
    expect(await call('people.list', { unit: 'TINH' })).toEqual([changed])
    expect(await refuse('people.remove', { id: 'không có' })).toBe('ROW_UNKNOWN')
    expect(await refuse('people.save', { ...officer, unit: 'KHONG-CO' })).toBe('UNIT_UNKNOWN')
    expect(await refuse('people.save', { ...officer, validFrom: '2024-05-01', validTo: '2024-04-30' })).toBe(
      'CATALOGUE_DATES_REVERSED',
    )
  })
})

describe('stages', () => {
  test('begin as the way of founding a union, with the branch of hard cases', async () => {
    const { call } = await openTestBackend()
    const stages = await call('stages.list', {})
    expect(stages.filter((row) => row.branch === 'main').map((row) => row.shortName)).toEqual([
      'Khảo sát',
      'Đủ điều kiện',
      'Đã tiếp xúc',
      'Đồng ý',
      'Ban vận động',
      'Đại hội',
      'Hồ sơ',
      'QĐ công nhận',
      'Ra mắt',
    ])
    expect(stages.filter((row) => row.branch === 'difficult').map((row) => row.code)).toContain('KHO_KHAN')
  })

  test('are added at the end, moved, ended and removed', async () => {
    const { call, refuse } = await openTestBackend()
    const added = await call('stages.save', { code: 'CHO_DUYET', name: 'Chờ duyệt' })
    expect(added).toMatchObject({ shortName: 'Chờ duyệt', branch: 'main' })
    expect((await call('stages.list', {})).at(-1)?.code).toBe('CHO_DUYET')
    await call('stages.save', { ...added, sortOrder: 75, validTo: '2024-06-30' })
    const codes = (await call('stages.list', {})).map((row) => row.code)
    expect(codes.indexOf('CHO_DUYET')).toBe(codes.indexOf('HO_SO') + 1)
    expect((await call('stages.list', { asOf: '2024-07-01' })).map((row) => row.code)).not.toContain('CHO_DUYET')
    expect(await refuse('stages.save', { code: 'HO_SO', name: 'Hồ sơ khác' })).toBe('CATALOGUE_CODE_TAKEN')
    await call('stages.remove', { id: added.id })
    expect(await refuse('stages.remove', { id: added.id })).toBe('ROW_UNKNOWN')
  })
})

describe('reasons', () => {
  test('are of three kinds and tell restructuring from what happens by itself', async () => {
    const { call } = await openTestBackend()
    for (const kind of ['difficulty', 'loss', 'ending'] as const)
      expect((await call('reasons.list', { kind })).length).toBeGreaterThan(4)
    const ending = await call('reasons.list', { kind: 'ending' })
    expect(ending.filter((row) => row.restructuring).map((row) => row.code)).toEqual(['KT_SAP_XEP'])
    const own = await call('reasons.save', { code: 'KT_RIENG', kind: 'ending', name: 'Chuyển ra ngoài tỉnh' })
    expect(await call('reasons.list', { kind: 'ending' })).toContainEqual(own)
    await call('reasons.remove', { id: own.id })
    expect(await call('reasons.list', { kind: 'ending' })).toEqual(ending)
  })
})
