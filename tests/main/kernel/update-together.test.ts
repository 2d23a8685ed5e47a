import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { openTestBackend } from '#tests/support/backend.ts'

const COLUMNS = ['address', 'workers', 'note', 'members', 'industry'] as const
/** Few enough to be written one by one. */
const PIECE = 90
const text = fc.constantFrom('', '5', '1.200', 'số 1', "o'nhỏ", 'nhiều')

// Thousands of rows are written together (src/main/db/update-together.ts), few of them one by one.
test('many rows written together say, record and undo what they would one by one', async () => {
  const rows = 700
  await fc.assert(
    fc.asyncProperty(
      fc.subarray([...COLUMNS], { minLength: 1 }),
      fc.array(fc.array(text, { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 9 }),
      async (columns, lines) => {
        const { call } = await openTestBackend()
        await call('enterprises.updateMany', {
          added: Array.from({ length: rows }, (_, at) => ({
            cells: [
              { column: 'name', value: `Doanh nghiệp ${String(at).padStart(4, '0')}` },
              { column: 'workers', value: at },
            ],
          })),
        })
        const whole = () => call('enterprises.list', { limit: rows }).then((page) => page.rows)
        const view = { sort: [], filters: [], unit: null, search: '', asOf: null }
        const texts = lines.map((line) => columns.map((column) => line[COLUMNS.indexOf(column)] ?? ''))
        const before = await whole()
        const together = await call('enterprises.writeSpan', { view, start: 0, end: rows, columns, texts })
        const after = await whole()
        const [step] = await call('history.list', { limit: 1 })
        if (together.written > 0) await call('history.undo', {})
        expect(await whole()).toEqual(before)

        let written = 0
        for (let at = 0; at < rows; at += PIECE) {
          const edits = before.slice(at, at + PIECE).flatMap(({ id }, place) =>
            columns.map((column, across) => ({
              id,
              column,
              value: texts[(at + place) % texts.length]?.[across] ?? '',
            })),
          )
          written += (await call('enterprises.updateMany', { edits })).written
        }
        expect(await whole()).toEqual(after)
        expect(written).toBe(together.written)
        expect(together.written > 0 ? (step?.rows ?? 0) : 1).toBeGreaterThan(0)
      },
    ),
    { numRuns: 5 },
  )
}, 120_000)
