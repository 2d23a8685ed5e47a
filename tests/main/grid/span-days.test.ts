import { describe, expect, test } from 'vitest'
import { openTestBackend } from '#tests/support/backend.ts'

const VIEW = { sort: [{ column: 'name', descending: false }], filters: [] }
const COLUMNS = ['workers', 'stage']

describe('a block pasted over rows of the registry that are not loaded', () => {
  test('is of the day the table shows, and is one step', async () => {
    const { call } = await openTestBackend({ province: 'sample' })
    const view = { ...VIEW, asOf: '2024-09-30' }
    const span = { view, start: 0, end: 300, columns: ['workers'] }
    const before = await call('enterprises.readSpan', span)
    const texts = Array.from({ length: 300 }, (_, at) => [String(500 + at)])
    expect(await call('enterprises.previewSpan', { ...span, texts })).toMatchObject({ written: 300, refusedCount: 0 })
    expect(await call('enterprises.readSpan', span)).toEqual(before)
    await call('enterprises.writeSpan', { ...span, texts, label: 'Dán 300 dòng vào Doanh nghiệp' })
    expect(await call('enterprises.readSpan', span)).toEqual(texts)
    // The same again changes nothing, seen from that day.
    expect(await call('enterprises.previewSpan', { ...span, texts })).toMatchObject({ written: 0, unchanged: 300 })
    expect((await call('history.list', { limit: 1 }))[0]?.label).toBe('Dán 300 dòng vào Doanh nghiệp')
    await call('history.undo', {})
    expect(await call('enterprises.readSpan', span)).toEqual(before)
  })

  test('takes an empty stage where there is none for no change, and refuses it where there is one', async () => {
    const { call } = await openTestBackend({ province: 'sample' })
    const span = { view: VIEW, start: 0, end: 100, columns: COLUMNS }
    const texts = (await call('enterprises.readSpan', span)).map(([workers = '']) => [workers, ''])
    const staged = (await call('enterprises.readSpan', { ...span, columns: ['stage'] })).filter(
      ([stage]) => stage !== '',
    )
    expect(staged.length).toBeGreaterThan(0)
    expect(await call('enterprises.previewSpan', { ...span, texts })).toMatchObject({
      written: 0,
      unchanged: 200 - staged.length,
      refusedCount: staged.length,
    })
  })
})
