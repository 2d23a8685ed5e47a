// One side of import-50000.bench.ts, in a fresh process: imports the list given first into a new data file given
// second, and says on the last line how many milliseconds the call took.
import path from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'

const [file = '', db = ''] = process.argv.slice(2)
const main = (name) => import(pathToFileURL(path.join(import.meta.dirname, '../../src/main', name)).href)
const { createBackend } = await main('backend.ts')
const { forkParser } = await main('hosts/cli/fork-parser.ts')
const made = createBackend({
  dbFile: null,
  resources: path.join(import.meta.dirname, '../../resources'),
  foreign: { start: forkParser },
  origin: 'test',
})
if (!made.ok) throw new Error(made.error.message)
const backend = made.value
await backend.call('file.create', { file: db, setup: { name: 'Liên đoàn Lao động tỉnh Đo' } })
const began = performance.now()
const result = await backend.call('survey.import', { file, createUnits: true })
const took = performance.now() - began
if (!result.ok) throw new Error(result.error.message)
if (result.value.created !== 50_000) throw new Error(`${result.value.created} created`)
backend.close()
console.log(Math.round(took))
