import path from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createDataFile } from '#main/db/open.ts'
import { listRecordedTables } from '#main/db/recording.ts'
import type { Store } from '#main/db/store.ts'
import { takeBack } from '#main/db/undo.ts'
import { createIds } from '#main/ids.ts'
import { RESOURCES } from '#tests/support/resources.ts'
import { makeKeptFolder } from '#tests/support/temp-folder.ts'

// Random operations over two tables with a reference between them and a unique column, undone from the
// newest to the oldest: the same data must be left, whatever they were.

type Edit =
  | { readonly do: 'add-type'; readonly code: number }
  | { readonly do: 'add-unit'; readonly type: number; readonly code: number }
  | { readonly do: 'rename'; readonly unit: number; readonly name: string }
  | { readonly do: 'retype'; readonly unit: number; readonly type: number }
  | { readonly do: 'remove-unit'; readonly unit: number }
  | { readonly do: 'remove-type'; readonly type: number }

const small = fc.nat(7)
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ do: fc.constant('add-type' as const), code: small }),
  fc.record({ do: fc.constant('add-unit' as const), type: small, code: small }),
  fc.record({
    do: fc.constant('rename' as const),
    unit: small,
    name: fc.constantFrom('Hạ Long', 'Đông Hà', 'Cần Giờ'),
  }),
  fc.record({ do: fc.constant('retype' as const), unit: small, type: small }),
  fc.record({ do: fc.constant('remove-unit' as const), unit: small }),
  fc.record({ do: fc.constant('remove-type' as const), type: small }),
)
const operations = fc.array(fc.array(edit, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 12 })
const RUNS = Number(process.env['UNDO_RUNS'] ?? 120)

test('operations undone from the newest to the oldest leave the same data', () => {
  const { folder, remove } = makeKeptFolder()
  const made = createDataFile(path.join(folder, 'hoàn tác.chitieu-db'), {
    resources: RESOURCES,
    identity: { origin: 'test', who: () => '', clock: () => new Date(), newId: createIds() },
  })
  if (!made.ok) throw new Error(made.error.message)
  const store = made.value
  try {
    fc.assert(
      fc.property(operations, (batches) => {
        const states = [dump(store)]
        const done: string[] = []
        for (const batch of batches) {
          const id = apply(store, batch)
          if (id === null) continue
          done.push(id)
          states.push(dump(store))
        }
        for (const id of done.toReversed()) {
          expect(dump(store)).toEqual(states.pop())
          const kept = store.write({ kind: 'undo', label: '', undoes: id }, (tx) => takeBack(tx.sqlite, id))
          expect(kept).toEqual([])
        }
        expect(dump(store)).toEqual(states[0])
      }),
      { numRuns: RUNS },
    )
  } finally {
    store.close()
    remove()
  }
})

/** Does a batch as one operation; statements a constraint refuses are left out. Null when nothing was changed. */
function apply(store: Store, batch: readonly Edit[]): string | null {
  const operationId = store.write({ kind: 'test', label: '' }, (tx) => {
    for (const one of batch) {
      try {
        run(store, one)
      } catch (thrown) {
        if (!String(thrown).includes('constraint failed')) throw thrown
      }
    }
    return tx.operationId
  })
  return store.sqlite.prepare('SELECT 1 FROM operations WHERE id = ?').get(operationId) === undefined
    ? null
    : operationId
}

function run({ sqlite }: Store, one: Edit): void {
  switch (one.do) {
    case 'add-type':
      sqlite
        .prepare(
          `INSERT INTO unit_types (id, code, name, short_name, group_title, level, sort_order) VALUES (?, ?, '', '', '', '', 0)`,
        )
        .run(`t${one.code}`, `T${one.code}`)
      return
    case 'add-unit':
      sqlite
        .prepare(
          `INSERT INTO units (id, code, name, short_name, name_folded, sort_key, type_id, sort_order) VALUES (?, ?, '', '', '', '', ?, 0)`,
        )
        .run(`u${one.code}`, `U${one.code}`, `t${one.type}`)
      return
    case 'rename':
      sqlite.prepare('UPDATE units SET name = ? WHERE id = ?').run(one.name, `u${one.unit}`)
      return
    case 'retype':
      sqlite.prepare('UPDATE units SET type_id = ? WHERE id = ?').run(`t${one.type}`, `u${one.unit}`)
      return
    case 'remove-unit':
      sqlite.prepare('DELETE FROM units WHERE id = ?').run(`u${one.unit}`)
      return
    case 'remove-type':
      sqlite.prepare('DELETE FROM unit_types WHERE id = ?').run(`t${one.type}`)
  }
}

/** All data without operations and changes, in a fixed order. */
function dump(store: Store): Record<string, unknown[]> {
  return Object.fromEntries(
    listRecordedTables(store.sqlite).map((table) => [
      table,
      store.sqlite.prepare(`SELECT * FROM "${table}" ORDER BY id`).all(),
    ]),
  )
}
