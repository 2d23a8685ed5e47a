import { describe, expect, test } from 'vitest'
import { openTestBackend, type TestBackend } from '#tests/support/backend.ts'

async function provinceWithUnits(): Promise<TestBackend> {
  const opened = await openTestBackend()
  await opened.call('units.add', {
    code: 'H-CAMLO',
    name: 'Liên đoàn Lao động huyện Cam Thủy',
    type: 'LDLD_HUYEN',
    parent: 'TINH',
    validTo: '2025-06-30',
    aliases: ['Huyện Cam Thủy', 'H. Cam Thủy'],
  })
  await opened.call('units.add', { code: 'CS-1', name: 'CĐCS Trường A', type: 'CDCS', parent: 'H-CAMLO' })
  return opened
}

describe('adding a unit', () => {
  test('keeps its text tidy and gives it its place in the order', async () => {
    const { call } = await provinceWithUnits()
    const decomposed = 'Công đoàn xã Đông Hà'.normalize('NFD')
    const added = await call('units.add', {
      code: ' X-DONGHA ',
      name: `  ${decomposed.replace(' ', '  ')} `,
      type: 'CD_XA',
      parent: 'TINH',
      validFrom: '2025-07-01',
    })
    expect(added).toMatchObject({
      code: 'X-DONGHA',
      name: 'Công đoàn xã Đông Hà',
      shortName: 'Công đoàn xã Đông Hà',
      typeName: 'Công đoàn xã',
      parent: 'TINH',
      sortOrder: 20,
      validFrom: '2025-07-01',
      validTo: null,
    })
  })

  test.for([
    [{ type: 'KHONG_CO' }, 'UNIT_TYPE_UNKNOWN'],
    [{ code: 'H-CAMLO' }, 'UNIT_CODE_TAKEN'],
    [{ parent: 'KHONG-CO' }, 'UNIT_UNKNOWN'],
    [{ parent: null }, 'UNIT_PARENT_MISSING'],
    [{ validFrom: '2025-07-01', validTo: '2025-06-30' }, 'UNIT_DATES_REVERSED'],
    [{ code: 'có dấu cách' }, 'INPUT_INVALID'],
    [{ name: '   ' }, 'INPUT_INVALID'],
    [{ validFrom: '2025-02-30' }, 'INPUT_INVALID'],
  ] as const)('with %o is refused: %s', async ([wrong, code]) => {
    const { refuse, call } = await provinceWithUnits()
    const before = await call('units.list', { asOf: null })
    expect(await refuse('units.add', { code: 'MOI', name: 'Mới', type: 'CD_XA', parent: 'TINH', ...wrong })).toBe(code)
    expect(await call('units.list', { asOf: null })).toEqual(before)
  })

  test('names the types there are when one is not known', async () => {
    const { backend } = await provinceWithUnits()
    const answer = await backend.call('units.add', { code: 'A', name: 'A', type: 'SAI', parent: 'TINH' })
    expect(answer.ok ? '' : answer.error.message).toContain('LDLD_HUYEN')
  })
})

describe('listing units', () => {
  test('as of a day leaves out what did not exist; both ends of the dates count', async () => {
    const { call } = await provinceWithUnits()
    const codes = async (asOf: string | null): Promise<string[]> =>
      (await call('units.list', { asOf })).map((unit) => unit.code)
    expect(await codes('2025-06-30')).toEqual(['TINH', 'H-CAMLO', 'CS-1'])
    expect(await codes('2025-07-01')).not.toContain('H-CAMLO')
    expect(await codes(null)).toContain('H-CAMLO')
  })

  test('types come in official order with what they were before and after the reform', async () => {
    const { call } = await openTestBackend()
    const types = await call('unitTypes.list', {})
    expect(types[0]?.code).toBe('LDLD_TINH')
    expect(types.find((type) => type.code === 'LDLD_HUYEN')?.validTo).toBe('2025-06-30')
    expect(types.find((type) => type.code === 'CD_XA')?.validFrom).toBe('2025-07-01')
    expect(types.map((type) => type.sortOrder)).toEqual(types.map((type) => type.sortOrder).sort((a, b) => a - b))
  })
})

describe('changing a unit', () => {
  const find = async ({ call }: TestBackend, code: string): Promise<string> => {
    const unit = (await call('units.list', { asOf: null })).find((row) => row.code === code)
    if (unit === undefined) throw new Error(`no unit ${code}`)
    return unit.id
  }

  test('writes what is given and leaves the rest', async () => {
    const opened = await provinceWithUnits()
    const id = await find(opened, 'H-CAMLO')
    const changed = await opened.call('units.update', { id, patch: { note: 'ghi chú', aliases: ['Huyện Cam Thủy'] } })
    expect(changed).toMatchObject({
      name: 'Liên đoàn Lao động huyện Cam Thủy',
      validTo: '2025-06-30',
      note: 'ghi chú',
      aliases: ['Huyện Cam Thủy'],
    })
  })

  test('a renamed unit is called by the new name in short, unless it had a short name of its own', async () => {
    const opened = await provinceWithUnits()
    const id = await find(opened, 'H-CAMLO')
    expect(await opened.call('units.update', { id, patch: { name: 'LĐLĐ huyện Mới' } })).toMatchObject({
      shortName: 'LĐLĐ huyện Mới',
    })
    await opened.call('units.update', { id, patch: { shortName: 'Cam Thủy' } })
    expect(await opened.call('units.update', { id, patch: { name: 'LĐLĐ huyện Cũ' } })).toMatchObject({
      shortName: 'Cam Thủy',
    })
  })

  test('the root may be renamed but gets no parent; others keep one', async () => {
    const opened = await provinceWithUnits()
    const root = await find(opened, 'TINH')
    expect(await opened.call('units.update', { id: root, patch: { name: 'LĐLĐ tỉnh Khác' } })).toMatchObject({
      name: 'LĐLĐ tỉnh Khác',
      parent: null,
    })
    expect(await opened.refuse('units.update', { id: root, patch: { parent: 'CS-1' } })).toBe('UNIT_PARENT_LOOP')
    const district = await find(opened, 'H-CAMLO')
    expect(await opened.refuse('units.update', { id: district, patch: { parent: null } })).toBe('UNIT_PARENT_MISSING')
  })

  test('a unit never comes under itself or what is below it', async () => {
    const opened = await provinceWithUnits()
    const id = await find(opened, 'H-CAMLO')
    for (const parent of ['H-CAMLO', 'CS-1'])
      expect(await opened.refuse('units.update', { id, patch: { parent } })).toBe('UNIT_PARENT_LOOP')
  })

  test('a row that is gone is said to be gone', async () => {
    const { refuse } = await provinceWithUnits()
    expect(await refuse('units.update', { id: 'không có', patch: { note: 'x' } })).toBe('ROW_UNKNOWN')
    expect(await refuse('units.remove', { id: 'không có' })).toBe('ROW_UNKNOWN')
  })

  test('the same values again leave no trace in the history', async () => {
    const opened = await provinceWithUnits()
    const id = await find(opened, 'H-CAMLO')
    const before = await opened.call('history.list', {})
    await opened.call('units.update', { id, patch: { aliases: ['H. Cam Thủy', 'Huyện Cam Thủy'] } })
    expect(await opened.call('history.list', {})).toEqual(before)
  })
})

describe('removing a unit', () => {
  test('works for one nothing refers to, and takes its aliases', async () => {
    const { call } = await provinceWithUnits()
    const added = await call('units.add', { code: 'THUA', name: 'Thừa', type: 'CD_XA', parent: 'TINH', aliases: ['T'] })
    await call('units.remove', { id: added.id })
    expect((await call('units.list', { asOf: null })).map((unit) => unit.code)).not.toContain('THUA')
    expect((await call('file.verify', {})).ok).toBe(true)
  })

  test('is refused for the root, for one with units below, and for one with figures', async () => {
    const opened = await openTestBackend({ province: 'sample' })
    const units = await opened.call('units.list', { asOf: null })
    for (const code of ['TINH', 'CDKCN', 'H-NHANSON', 'X-SONLOC']) {
      const id = units.find((unit) => unit.code === code)?.id ?? ''
      expect(await opened.refuse('units.remove', { id })).toBe('UNIT_IN_USE')
    }
  })
})
