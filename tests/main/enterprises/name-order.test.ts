import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Output } from '#shared/contract/index.ts'
import { createReader } from '#main/backend.ts'
import { RESOURCES } from '#tests/support/resources.ts'
import { openTestBackend, type TestBackend } from '#tests/support/backend.ts'

let opened: TestBackend
beforeAll(async () => {
  opened = await openTestBackend({ untilClosed: true })
})
afterAll(() => opened.close())

/** Few names, so that many rows share one and the ids have to decide. */
const name = fc.constantFrom('An', 'Ân', 'Ấn', 'Bảo', 'Đan', 'Dân', 'Đức Đại', 'Đức đại', 'X')
const step = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('add' as const), names: fc.array(name, { maxLength: 4 }) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('rename' as const), row: fc.nat(40), name }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), row: fc.nat(40) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('undo' as const) }) },
)

const ORDERS = [[], [{ column: 'name', descending: true }], [{ column: 'workers', descending: false }]]

test('an order that was kept through changes is the order the file gives, in every sense', async () => {
  const { call, file } = opened
  const list = async (sort: (typeof ORDERS)[number]): Promise<readonly string[]> =>
    (await call('enterprises.list', { sort })).rows.map(({ id }) => id)
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      for (const one of steps) {
        const ids = await list([])
        const id = 'row' in one ? ids[one.row % Math.max(1, ids.length)] : undefined
        if (one.do === 'add')
          await call('enterprises.updateMany', {
            added: one.names.map((value) => ({ cells: [{ column: 'name', value }] })),
          })
        else if (one.do === 'undo') await opened.backend.call('history.undo', {})
        else if (id !== undefined && one.do === 'remove') await call('enterprises.remove', { ids: [id] })
        else if (id !== undefined && one.do === 'rename')
          await call('enterprises.updateMany', { edits: [{ id, column: 'name', value: one.name }] })
      }
      const fresh = createReader({ resources: RESOURCES })
      fresh.use(file)
      for (const sort of ORDERS) {
        const answer = await fresh.callUnchecked('enterprises.list', { sort })
        if (!answer.ok) throw new Error(answer.error.message)
        expect(await list(sort)).toEqual((answer.value as Output<'enterprises.list'>).rows.map(({ id }) => id))
      }
      fresh.close()
    }),
    { numRuns: 60 },
  )
}, 120_000)
