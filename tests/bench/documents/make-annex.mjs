// Makes the annex of enterprises of a data file and tells what it cost: node make-annex.mjs DATA OUT →
// {"peakMb": …, "ms": …}. In a process of its own: the peak is the highest the whole process ever had.
import path from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'

const [file = '', out = ''] = process.argv.slice(2)
const root = path.join(import.meta.dirname, '../../..')
const main = (name) => import(pathToFileURL(path.join(root, 'src/main', name)).href)
const { createBackend } = await main('backend.ts')
const { forkParser } = await main('hosts/cli/fork-parser.ts')

const made = createBackend({
  dbFile: file,
  resources: path.join(root, 'resources'),
  foreign: { start: forkParser },
  origin: 'test',
})
if (!made.ok) throw new Error(made.error.message)
const began = performance.now()
const answer = await made.value.call('documents.make', { type: 'phu-luc-doanh-nghiep', out })
if (!answer.ok) throw new Error(answer.error.message)
const ms = Math.round(performance.now() - began)
made.value.close()
// Kilobytes on every system Node runs on.
console.log(JSON.stringify({ peakMb: Math.round(process.resourceUsage().maxRSS / 102.4) / 10, ms }))
