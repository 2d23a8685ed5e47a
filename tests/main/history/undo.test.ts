import { describe, expect, test } from 'vitest'
import { openTestBackend } from '#tests/support/backend.ts'

const HUYEN = { type: 'LDLD_HUYEN', parent: 'TINH' }

describe('undo', () => {
  test('takes back the newest step and names it; redo does it again', async () => {
    const { call } = await openTestBackend()
    await call('units.add', { ...HUYEN, code: 'HL', name: 'LĐLĐ huyện Hải Lăng' })
    expect(await call('history.steps', {})).toMatchObject({ undo: 'Thêm đơn vị LĐLĐ huyện Hải Lăng', redo: null })

    const undone = await call('history.undo', {})
    expect(undone).toMatchObject({ label: 'Thêm đơn vị LĐLĐ huyện Hải Lăng', kept: [] })
    expect((await call('units.list', { asOf: null })).map((unit) => unit.code)).toEqual(['TINH'])
    expect(await call('history.steps', {})).toMatchObject({ undo: null, redo: 'Thêm đơn vị LĐLĐ huyện Hải Lăng' })

    await call('history.redo', {})
    expect((await call('units.list', { asOf: null })).map((unit) => unit.code)).toEqual(['TINH', 'HL'])
    expect(await call('history.steps', {})).toMatchObject({ undo: 'Thêm đơn vị LĐLĐ huyện Hải Lăng', redo: null })
  })

  test('an older step goes back while later edits stay and are listed', async () => {
    const { call } = await openTestBackend()
    const unit = await call('units.add', { ...HUYEN, code: 'HL', name: 'LĐLĐ huyện Hải Lăng' })
    await call('units.update', { id: unit.id, patch: { name: 'Tên thứ nhất', note: 'ghi chú' } })
    await call('units.update', { id: unit.id, patch: { name: 'Tên thứ hai' } })
    const [, first] = (await call('history.list', { limit: 10 })).filter((row) => row.kind === 'units.update')

    const undone = await call('history.undo', { operationId: first?.id ?? '' })
    // The name was changed again later and stays; the note of the same step goes back.
    expect(undone.kept.map((kept) => [kept.column, kept.reason])).toContainEqual(['name', 'changed-later'])
    const after = (await call('units.list', { asOf: null })).find((row) => row.id === unit.id)
    expect(after).toMatchObject({ name: 'Tên thứ hai', note: null })
  })

  test('a row that others now refer to is kept', async () => {
    const { call } = await openTestBackend()
    await call('units.add', { ...HUYEN, code: 'HL', name: 'LĐLĐ huyện Hải Lăng' })
    await call('units.add', { code: 'CS1', name: 'CĐCS Công ty May', type: 'CDCS', parent: 'HL' })
    const [, parent] = (await call('history.list', { limit: 10 })).filter((row) => row.kind === 'units.add')
    const undone = await call('history.undo', { operationId: parent?.id ?? '' })
    expect(undone.kept).toMatchObject([{ table: 'units', column: '', reason: 'in-use' }])
    expect(await call('units.list', { asOf: null })).toHaveLength(3)
  })

  test('a new edit clears what could be redone, and what made the file is never undone', async () => {
    const { call, refuse } = await openTestBackend()
    expect(await refuse('history.undo', {})).toBe('NOTHING_TO_UNDO')
    await call('units.add', { ...HUYEN, code: 'A', name: 'A' })
    await call('history.undo', {})
    await call('units.add', { ...HUYEN, code: 'B', name: 'B' })
    expect(await refuse('history.redo', {})).toBe('NOTHING_TO_REDO')
    const made = (await call('history.list', { limit: 10 })).at(-1)
    expect(await refuse('history.undo', { operationId: made?.id ?? '' })).toBe('OPERATION_NOT_UNDONE')
  })

  test('a step goes by its number in the history too, and one nobody knows is answered with a sentence', async () => {
    const { call, refuse, backend } = await openTestBackend()
    await call('units.add', { ...HUYEN, code: 'A', name: 'Đơn vị A' })
    await call('units.add', { ...HUYEN, code: 'B', name: 'Đơn vị B' })
    const [, first] = await call('history.list', { limit: 10 })
    const number = String(first?.sequence)
    expect(await call('history.preview', { operationId: number })).toMatchObject({ steps: [{ id: first?.id }] })
    expect(await call('history.undo', { operationId: number })).toMatchObject({ label: 'Thêm đơn vị Đơn vị A' })
    expect((await call('units.list', { asOf: null })).map(({ code }) => code)).toEqual(['TINH', 'B'])
    expect(await refuse('history.undo', { operationId: number })).toBe('OPERATION_UNDONE_ALREADY')
    expect(await call('history.redo', { operationId: number })).toMatchObject({ label: 'Thêm đơn vị Đơn vị A' })
    expect(await refuse('history.redo', { operationId: number })).toBe('OPERATION_STANDS')
    for (const operation of ['history.undo', 'history.redo', 'history.preview'] as const)
      expect(await refuse(operation, { operationId: '999' })).toBe('HISTORY_STEP_UNKNOWN')
    const refused = await backend.call('history.undo', { operationId: '999' })
    expect(refused).toMatchObject({ error: { message: expect.stringContaining('“999”') } })
  })

  test('undo survives closing the file', async () => {
    const { call, file } = await openTestBackend()
    await call('units.add', { ...HUYEN, code: 'A', name: 'Đơn vị A' })
    await call('file.open', { file })
    expect(await call('history.undo', {})).toMatchObject({ label: 'Thêm đơn vị Đơn vị A' })
  })
})
