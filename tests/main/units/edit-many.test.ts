import { describe, expect, test } from 'vitest'
import { openProvince } from './some-province.ts'

describe('edits of a table of units', () => {
  test('are one step, with new rows completed from their names', async () => {
    const { call } = await openProvince()
    const units = await call('units.list', { asOf: null })
    const idOf = (code: string): string => units.find((unit) => unit.code === code)?.id ?? ''
    const answer = await call('units.updateMany', {
      edits: [
        { id: idOf('A'), patch: { note: 'Ghi chú một' } },
        { id: idOf('B'), patch: { code: 'H-BS', validFrom: '2001-01-01' } },
      ],
      added: [{ name: 'Công đoàn phường Hải An' }, { name: 'Công đoàn xã Hải Lộc', parent: 'H-BS' }, { code: 'TRONG' }],
      label: 'Dán 6 ô vào Đơn vị',
    })
    expect(answer.written).toBe(2)
    expect(answer.refused).toEqual([{ row: 2, isNew: true, reason: 'Đơn vị mới cần có tên. Hãy điền tên đơn vị.' }])
    const after = await call('units.list', { asOf: null })
    expect(after.find((unit) => unit.name === 'Công đoàn phường Hải An')).toMatchObject({
      code: 'P-HAIAN',
      type: 'CD_PHUONG',
      parent: 'TINH',
    })
    expect(after.find((unit) => unit.name === 'Công đoàn xã Hải Lộc')).toMatchObject({ type: 'CD_XA', parent: 'H-BS' })
    expect(after.find((unit) => unit.code === 'H-BS')).toMatchObject({ validFrom: '2001-01-01' })
    await call('history.undo', {})
    expect(await call('units.list', { asOf: null })).toEqual(units)
  })

  test('leave out what contradicts itself and write the rest', async () => {
    const { call } = await openProvince()
    const units = await call('units.list', { asOf: null })
    const idOf = (code: string): string => units.find((unit) => unit.code === code)?.id ?? ''
    const answer = await call('units.updateMany', {
      edits: [
        { id: idOf('A'), patch: { code: 'DOI' } },
        { id: idOf('B'), patch: { code: 'DOI' } },
        { id: idOf('K'), patch: { parent: 'A-1' } },
        { id: idOf('A-1'), patch: { parent: 'K' } },
      ],
    })
    expect(answer.refused.map(({ row }) => row)).toEqual([1, 3])
    expect(answer.written).toBe(2)
  })

  test('of a unit renamed later correct the name of the day shown', async () => {
    const { call } = await openProvince()
    await call('units.change', {
      change: { kind: 'rename', on: '2025-07-01', unit: 'C', name: 'Công đoàn phường Châu Thành Mới' },
    })
    const id = (await call('units.list', { asOf: null })).find((unit) => unit.code === 'C')?.id ?? ''
    await call('units.updateMany', {
      edits: [{ id, patch: { name: 'Công đoàn phường Châu Thanh' } }],
      asOf: '2025-06-30',
    })
    const nameOn = async (asOf: string) => (await call('units.list', { asOf })).find((unit) => unit.code === 'C')?.name
    expect(await nameOn('2025-06-30')).toBe('Công đoàn phường Châu Thanh')
    expect(await nameOn('2025-07-01')).toBe('Công đoàn phường Châu Thành Mới')
  })

  test('remove only what nothing hangs on, those below with those above', async () => {
    const { call } = await openProvince()
    const made = await call('units.updateMany', {
      added: [
        { name: 'Công đoàn phường X', code: 'X' },
        { name: 'CĐCS Y', code: 'Y', parent: 'X' },
      ],
    })
    const ids = made.addedIds.flatMap((id) => id ?? [])
    const used = (await call('units.list', { asOf: null })).find((unit) => unit.code === 'A')?.id ?? ''
    const answer = await call('units.removeMany', { ids: [...ids, used] })
    expect(answer.removed).toBe(2)
    expect(answer.kept.map(({ id }) => id)).toEqual([used])
  })
})

test('enterprises and unions of a unit and all below it are counted as of a day', async () => {
  const { call } = await openProvince()
  await call('units.change', { change: { kind: 'end', on: '2025-07-01', unit: 'B', into: 'C' } })
  const of = async (asOf: string, unit: string) =>
    (await call('units.counts', { asOf })).find((row) => row.unit === unit)?.enterprises
  expect([await of('2025-06-30', 'TINH'), await of('2025-07-01', 'TINH')]).toEqual([5, 5])
  expect([await of('2025-06-30', 'C'), await of('2025-07-01', 'C')]).toEqual([1, 2])
})
