import path from 'node:path'
import { expect, test } from 'vitest'
import { createDataFile } from '#main/db/open.ts'
import { readSteps } from '#main/db/queries/steps.ts'
import type { Store } from '#main/db/store.ts'
import { takeBack } from '#main/db/undo.ts'
import { historyService } from '#main/services/history.ts'
import { RESOURCES } from '#tests/support/resources.ts'
import { testIdentity } from '#tests/support/store.ts'
import { makeTempFolder } from '#tests/support/temp-folder.ts'
import { markTables } from '#tests/support/history/walk.ts'

const ROWS = 5_000

function makeStore(): Store {
  const file = path.join(makeTempFolder(), 'lớn.chitieu-db')
  const made = createDataFile(file, { resources: RESOURCES, identity: testIdentity() })
  if (!made.ok) throw new Error(made.error.message)
  return made.value
}

/** Enterprises with an observation each, as an import writes them; answers the ids of operation and enterprises. */
function importMany(store: Store): { operation: string; ids: string[] } {
  const ids: string[] = []
  const operation = store.write({ kind: 'survey.import', label: 'Nhập' }, (tx) =>
    tx.insertMany(['enterprises', 'observations'], () => {
      const round = tx.newId()
      tx.sqlite.prepare(`INSERT INTO survey_rounds (id, name, surveyed_on) VALUES (?, 'Đợt', '2024-01-01')`).run(round)
      const firm = tx.sqlite.prepare(
        `INSERT INTO enterprises (id, name, name_folded, sort_key, match_key) VALUES (?, ?, ?, ?, ?)`,
      )
      const seen = tx.sqlite.prepare(
        `INSERT INTO observations (id, round_id, enterprise_id, observed_on, workers) VALUES (?, ?, ?, '2024-01-01', ?)`,
      )
      for (let i = 0; i < ROWS; i++) {
        const id = tx.newId()
        ids.push(id)
        firm.run(id, `Công ty ${i}`, `cong ty ${i}`, `${i}`, `${i}`)
        seen.run(tx.newId(), round, id, i)
      }
      return tx.operationId
    }),
  )
  return { operation, ids }
}

const undo = (store: Store, operation: string) => {
  let id = ''
  const kept = store.write({ kind: 'undo', label: 'Hoàn tác', undoes: operation, always: true }, (tx) => {
    id = tx.operationId
    return takeBack(tx.sqlite, operation)
  })
  return { id, kept }
}

test(`an import of ${ROWS} rows goes and comes back whole, a table at a time`, { timeout: 120_000 }, () => {
  const store = makeStore()
  try {
    const empty = markTables(store.sqlite)
    const { operation } = importMany(store)
    const full = markTables(store.sqlite)
    const began = performance.now()
    const undone = undo(store, operation)
    const tookMs = performance.now() - began
    expect(undone.kept).toEqual([])
    expect(markTables(store.sqlite)).toEqual(empty)
    expect(undo(store, undone.id).kept).toEqual([])
    expect(markTables(store.sqlite)).toEqual(full)
    // A second on an idle machine; row by row it would be far beyond this.
    expect(tookMs).toBeLessThan(15_000)
  } finally {
    store.close()
  }
})

test('what was edited, removed or is referred to since stays, and all else goes', { timeout: 120_000 }, () => {
  const store = makeStore()
  try {
    const { operation, ids } = importMany(store)
    const [edited = '', referred = ''] = ids
    store.write({ kind: 'enterprises.update', label: 'Sửa' }, (tx) => {
      tx.sqlite.prepare(`UPDATE enterprises SET note = 'đã sửa' WHERE id = ?`).run(edited)
      const round = tx.newId()
      tx.sqlite.prepare(`INSERT INTO survey_rounds (id, name, surveyed_on) VALUES (?, 'Sau', '2024-06-01')`).run(round)
      return tx.sqlite
        .prepare(`INSERT INTO observations (id, round_id, enterprise_id, observed_on) VALUES (?, ?, ?, '2024-06-01')`)
        .run(tx.newId(), round, referred)
    })
    const { kept } = undo(store, operation)
    const left = store.sqlite.prepare<[], { id: string }>('SELECT id FROM enterprises ORDER BY id').all()
    expect(left.map(({ id }) => id)).toEqual([edited, referred].toSorted())
    const reasons = new Map(kept.map(({ row, reason }) => [row, reason]))
    expect(reasons).toEqual(
      new Map([
        [edited, 'changed-later'],
        [referred, 'in-use'],
      ]),
    )
    // Their observations went: nobody has touched those.
    expect(store.sqlite.prepare<[], { n: number }>('SELECT COUNT(*) AS n FROM observations').get()?.n).toBe(1)
  } finally {
    store.close()
  }
})

test('a hundred thousand operations are listed by pages and followed one by one', { timeout: 120_000 }, async () => {
  const store = makeStore()
  try {
    const insert = store.sqlite.prepare(
      `INSERT INTO operations (id, sequence, kind, label, origin, who, at) VALUES (?, ?, 'units.update', 'Sửa', 'test', '', '')`,
    )
    store.sqlite.transaction(() => {
      for (let i = 1; i <= 100_000; i++) insert.run(`op-${String(i).padStart(6, '0')}`, i)
    })()
    expect(readSteps(store).nextUndo()).toBe('op-100000')
    const context = { store, resources: RESOURCES, clock: () => new Date(), today: () => '2024-10-05' }
    const list = async (before: number | null) => {
      const answer = await historyService['history.list'](context, { limit: 100, before })
      if (!answer.ok) throw new Error(answer.error.message)
      return answer.value
    }
    const began = performance.now()
    const first = await list(null)
    const second = await list(first.at(-1)?.sequence ?? 0)
    const last = await list(51)
    const tookMs = performance.now() - began
    expect([first[0]?.sequence, second[0]?.sequence, last[0]?.sequence, last.length]).toEqual([100_000, 99_900, 50, 50])
    expect(tookMs).toBeLessThan(500)
    // Reading what is new costs the same however long the history is.
    insert.run('op-new', 100_001)
    const again = performance.now()
    expect(readSteps(store).nextUndo()).toBe('op-new')
    expect(performance.now() - again).toBeLessThan(50)
  } finally {
    store.close()
  }
})
