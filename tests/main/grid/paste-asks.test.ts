import { describe, expect, test } from 'vitest'
import { openTestBackend } from '#tests/support/backend.ts'

describe('what a paste would be refused is known before', () => {
  test('of unions: new rows without a name, wrong cells; nothing is written', async () => {
    const { call } = await openTestBackend({ province: 'sample' })
    const [union] = (await call('unions.list', {})).rows
    if (union === undefined) throw new Error('the sample has unions')
    const input = {
      edits: [
        { id: union.id, column: 'decisionOn', value: '31/02/2024' },
        { id: union.id, column: 'chair', value: 'Lê Thị Mai' },
      ],
      added: [
        { cells: [{ column: 'name', value: 'Công đoàn cơ sở Dán thử' }] },
        { cells: [{ column: 'chair', value: 'Trần Văn Nam' }] },
      ],
    }
    const steps = (await call('history.list', {})).length
    const asked = await call('unions.updateMany', { ...input, dryRun: true })
    expect(asked.refused.map(({ id, column }) => [id, column])).toEqual([
      [union.id, 'decisionOn'],
      ['new:1', 'name'],
    ])
    expect(asked.addedIds).toEqual([null, null])
    expect(await call('history.list', {})).toHaveLength(steps)
    const written = await call('unions.updateMany', input)
    expect(written.refused).toEqual(asked.refused)
    expect(written.addedIds.map((id) => id === null)).toEqual([false, true])
  })

  test('of enterprises: the same answer as the writing itself', async () => {
    const { call } = await openTestBackend({ province: 'sample' })
    const [first, second] = (await call('enterprises.list', { limit: 2 })).rows
    if (first === undefined || second === undefined) throw new Error('the sample has enterprises')
    const input = {
      edits: [
        { id: first.id, column: 'workers', value: 'khoảng 20' },
        { id: second.id, column: 'workers', value: 77 },
      ],
      added: [{ cells: [{ column: 'workers', value: 12 }] }],
    }
    const asked = await call('enterprises.updateMany', { ...input, dryRun: true })
    expect(asked.refused.map(({ id, column }) => [id, column])).toEqual([
      [first.id, 'workers'],
      ['new:0', 'name'],
    ])
    const written = await call('enterprises.updateMany', input)
    expect(written.refused).toEqual(asked.refused)
    expect(written.written).toBe(asked.written)
  })
})
