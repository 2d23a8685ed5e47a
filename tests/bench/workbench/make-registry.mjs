// Makes a data file with a registry of many enterprises, 25 columns of each filled, through the program's own
// operations: node make-registry.mjs FILE COUNT. In a process of its own, so that the bench stays small.
import path from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'

const [file = '', countText = '0'] = process.argv.slice(2)
const COUNT = Number(countText)
const CHUNK = 20_000
const main = (name) => import(pathToFileURL(path.join(import.meta.dirname, '../../../src/main', name)).href)
const { createBackend } = await main('backend.ts')
const { forkParser } = await main('hosts/cli/fork-parser.ts')
const { makeEnterprise, UNITS } = await import('./enterprises.mjs')

const made = createBackend({
  dbFile: null,
  resources: path.join(import.meta.dirname, '../../../resources'),
  foreign: { start: forkParser },
  origin: 'test',
})
if (!made.ok) throw new Error(made.error.message)
const backend = made.value
await take('file.create', { file, setup: { name: 'Liên đoàn Lao động tỉnh Đo' } })
for (const [code, name] of UNITS) await take('units.add', { code, name, type: 'CD_PHUONG', parent: 'TINH' })
for (let from = 0; from < COUNT; from += CHUNK) {
  const added = []
  for (let at = from; at < Math.min(from + CHUNK, COUNT); at += 1) {
    const cells = Object.entries(makeEnterprise(at)).map(([column, value]) => ({ column, value }))
    added.push({ cells })
  }
  const answer = await take('enterprises.updateMany', { added, observedOn: '2024-06-30' })
  if (answer.refusedCount > 0) throw new Error(JSON.stringify(answer.refused[0]))
}
backend.close()

async function take(name, input) {
  const answer = await backend.call(name, input)
  if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`)
  return answer.value
}
