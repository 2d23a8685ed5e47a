import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { foldText } from '#shared/domain/text/fold.ts'
import { createIds } from '#main/ids.ts'
import { createDataFile } from '#main/db/open.ts'
import { takeBack } from '#main/db/undo.ts'
import { searchService } from '#main/services/search.ts'
import { RESOURCES } from '#tests/support/resources.ts'

export const name = 'search-100000'

const ROWS = 100_000
const WORDS = ['Đức Thịnh', 'Hoàng Gia', 'Sao Mai', 'Tân Tiến', 'Phú Quý', 'Hạ Long', 'An Phát', 'Lộc Phát', 'Hải Đăng']
const QUERIES = ['ha long', 'cong ty', '1000099', 'sao mai 77777', 'khong co gi', 'le duan 12', 'dang', 'tan tien 5']
const RUNS = 5

/**
 * Search as the palette asks it over 100,000 enterprises, beside LIKE over the names without accents, which finds
 * only names; and the undoing of their import, beside that import.
 */
export function run({ log }: { log: (line: string) => void }): { rows: BenchRow[] } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'chitieu-search-'))
  const identity = { origin: 'test', who: () => '', clock: () => new Date(), newId: createIds() }
  const made = createDataFile(path.join(folder, 'tìm.chitieu-db'), { resources: RESOURCES, identity })
  if (!made.ok) throw new Error(made.error.message)
  const store = made.value
  try {
    let began = performance.now()
    const operation = store.write({ kind: 'survey.import', label: 'Nhập' }, (tx) =>
      tx.insertMany(['enterprises'], () => {
        const insert = tx.sqlite.prepare(
          `INSERT INTO enterprises (id, tax_code, name, name_folded, sort_key, match_key, address) VALUES (?, ?, ?, ?, ?, ?, ?)`,
        )
        for (let i = 0; i < ROWS; i++) {
          const title = `Công ty ${WORDS[i % 9] ?? ''} ${WORDS[(i * 5) % 9] ?? ''} ${i}`
          const folded = foldText(title)
          insert.run(tx.newId(), String(1e9 + i), title, folded, folded, folded, `Số ${i % 400} đường Lê Duẩn`)
        }
        return tx.operationId
      }),
    )
    const inserted = performance.now() - began
    const context = { store, resources: RESOURCES, clock: () => new Date(), today: () => '2024-10-05' }
    const like = store.sqlite.prepare(
      'SELECT id FROM enterprises WHERE name_folded LIKE ? ORDER BY name_folded LIMIT 6',
    )
    const slowest = (ask: (text: string) => unknown): number => Math.max(...QUERIES.map((text) => median(text, ask)))
    const ours = slowest((text) => searchService['search.find'](context, { text, limit: 100, perKind: 6 }))
    const peer = slowest((text) => like.all(`%${text}%`))
    log(`chậm nhất trong ${QUERIES.length} câu: ${ours.toFixed(1)} ms, LIKE ${peer.toFixed(1)} ms`)
    began = performance.now()
    store.write({ kind: 'undo', label: 'Hoàn tác', undoes: operation }, (tx) => takeBack(tx.sqlite, operation))
    const undone = performance.now() - began
    log(`ghi ${inserted.toFixed(0)} ms, hoàn tác ${undone.toFixed(0)} ms`)
    return {
      rows: [
        { what: 'search among 100.000 enterprises, slowest query (≤ 150 ms)', ...rounded(ours, peer), unit: 'ms' },
        { what: 'undo of an import of 100.000 rows, beside writing them', ...rounded(undone, inserted), unit: 'ms' },
      ],
    }
  } finally {
    store.close()
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

interface BenchRow {
  readonly what: string
  readonly ours: number
  readonly peer: number
  readonly ratio: number
  readonly unit: string
}

function rounded(ours: number, peer: number): Pick<BenchRow, 'ours' | 'peer' | 'ratio'> {
  return { ours: Math.round(ours), peer: Math.round(peer), ratio: Math.round((ours / peer) * 100) / 100 }
}

function median(text: string, ask: (text: string) => unknown): number {
  const times = Array.from({ length: RUNS }, () => {
    const began = performance.now()
    ask(text)
    return performance.now() - began
  })
  return times.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? Number.NaN
}
