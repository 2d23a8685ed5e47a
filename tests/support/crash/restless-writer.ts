// A process that writes without rest until it is killed: figures, targets, allocations, imports, documents, backups.
// After each it says so on a line, and only what it has said must still be there afterwards.
//
//   node restless-writer.ts DATA_FILE FOLDER ROUND
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { createBackend } from '#main/backend.ts'
import { forkParser } from '#main/hosts/cli/fork-parser.ts'
import { RESOURCES } from '#tests/support/resources.ts'

const [file = '', folder = '', round = ''] = process.argv.slice(2)
/** Enterprises in each list it imports. */
const LISTED = 400

const made = createBackend({ dbFile: file, resources: RESOURCES, foreign: { start: forkParser }, origin: 'test' })
if (!made.ok) throw new Error(made.error.message)
const backend = made.value
const say = (what: string): void => void fs.writeSync(1, `${what}\n`)

async function expectOk(result: Promise<{ readonly ok: boolean; readonly error?: { readonly message: string } }>) {
  const { ok, error } = await result
  if (!ok) throw new Error(error?.message)
}

async function typeResult(step: number): Promise<void> {
  const value = Number(round) * 10_000 + step
  const entry = { unit: 'TP-HAISON', indicator: 'TAPHUAN', from: '2024-01-01', asOf: '2024-03-31', value }
  await expectOk(backend.call('reports.add', entry))
  say(`result ${value}`)
}

async function importList(step: number): Promise<void> {
  // One word that is part of no other: a search takes words apart.
  const name = `DN${round}x${step}z`
  const list = path.join(folder, `${name}.csv`)
  const rows = Array.from({ length: LISTED }, (_, at) => `${name} số ${at};${at}`)
  fs.writeFileSync(list, ['Tên doanh nghiệp;Số lao động', ...rows].join('\n'))
  say(`importing ${name}`)
  await expectOk(backend.call('survey.import', { file: list, createUnits: false }))
  say(`imported ${name}`)
}

say('ready')
for (let step = 1; ; step++) {
  await typeResult(step)
  if (step % 3 === 0) {
    const cell = { unit: 'TP-HAISON', indicator: 'DVUT_GT', assigner: 'Nơi giao thử', value: step }
    await expectOk(backend.call('targets.set', { plan: '2024', ...cell }))
    say(`target ${step}`)
  }
  if (step % 5 === 0) {
    const total = 1000 + step
    const wanted = { plan: '2024', indicator: 'MAIAM', assigner: 'Nơi giao thử', total, by: 'equal' as const }
    await expectOk(backend.call('targets.allocate', wanted))
    say(`allocated ${total}`)
  }
  if (step % 4 === 0) await importList(step)
  if (step % 6 === 0) {
    const out = path.join(folder, 'kế hoạch.docx')
    await expectOk(backend.call('documents.make', { type: 'ke-hoach-nam', plan: '2024', out }))
    say('document')
  }
  if (step % 7 === 0) {
    await expectOk(backend.call('file.backup', {}))
    say('backup')
  }
}
