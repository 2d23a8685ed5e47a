// Ten thousand steps of every kind over the sample province by a process that is killed in the middle of them again
// and again; after each death the file is opened, looked through and gone on with. At the end everything is undone,
// and the same data must be there as at the beginning.
//
//   node tests/torture/undo-everything.mjs [STEPS] [SEED]
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import readline from 'node:readline'
import { createBackend } from '../../src/main/backend.ts'
import { openForReading } from '../../src/main/db/open.ts'
import { forkParser } from '../../src/main/hosts/cli/fork-parser.ts'
import { createPicker } from '../support/history/picker.ts'
import { markTables } from '../support/history/walk.ts'
import { RESOURCES } from '../support/resources.ts'

const STEPS = Number(process.argv[2] ?? 10_000)
const SEED = Number(process.argv[3] ?? 2024)
const worker = path.resolve(import.meta.dirname, 'walk-worker.ts')
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'chitieu-torture-'))
const file = path.join(folder, 'dữ liệu.chitieu-db')
let findings = 0

/** @param {string} what */
const find = (what) => {
  findings += 1
  console.log(`✗ ${what}`)
}

await withBackend(null, (call) => call('file.createSample', { file }))
const before = readMarks()
const start = await withBackend(file, async (call) => (await call('history.list', { limit: 1 }))[0])

let done = 0
for (let round = 1; done < STEPS; round++) {
  const said = await walkUntilKilled(SEED + round)
  done += said
  await withBackend(file, async (call) => {
    const { checks } = await call('file.verify', {})
    for (const check of checks) if (!check.ok) find(`sau lần ngắt ${round}: ${check.message}`)
  })
  console.log(`${done} bước, ngắt lần ${round}`)
}

const undone = await withBackend(file, (call) => call('history.undoAbove', { operationId: start.id }))
console.log(`Hoàn tác ${undone.steps} việc, giữ lại ${undone.keptCount} chỗ.`)
for (const { sentence } of undone.kept) find(sentence)
const after = readMarks()
for (const table of Object.keys(before)) if (before[table] !== after[table]) find(`bảng ${table} không trở lại như cũ`)
fs.rmSync(folder, { recursive: true, force: true })
console.log(`${findings} findings`)
process.exitCode = findings === 0 ? 0 : 1

/** @param {number} seed @returns {Promise<number>} steps it said were done before it died */
async function walkUntilKilled(seed) {
  const child = spawn(process.execPath, [worker, file, String(seed)], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = -1
  const lines = readline.createInterface({ input: child.stdout })
  // Killed after so many steps and a random moment more: in the middle of the next.
  const last = 50 + ((seed * 7919) % 400)
  for await (const _ of lines) {
    said += 1
    if (said === last) setTimeout(() => child.kill('SIGKILL'), (seed * 31) % 25)
  }
  if (said < last) find(`người ghi dừng sau ${said} bước (mã ${seed})`)
  return Math.max(0, said)
}

/**
 * @template T
 * @param {string | null} dbFile
 * @param {(call: any) => Promise<T>} body
 * @returns {Promise<T>}
 */
async function withBackend(dbFile, body) {
  const made = createBackend({ dbFile, resources: RESOURCES, foreign: { start: forkParser }, origin: 'test' })
  if (!made.ok) throw new Error(made.error.message)
  try {
    return await body(async (/** @type {any} */ name, /** @type {any} */ input) => {
      const answer = await made.value.call(name, input)
      if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`)
      return answer.value
    })
  } finally {
    made.value.close()
  }
}

function readMarks() {
  const reader = openForReading(file, RESOURCES)
  if (!reader.ok) throw new Error(reader.error.message)
  try {
    return markTables(createPicker(reader.value.sqlite, 1).sqlite)
  } finally {
    reader.value.close()
  }
}
