// One process of mutate-imports.mjs: told a seed, it breaks a file, imports it into a data file of its own and says
// how that ended.
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { createBackend } from '../../src/main/backend.ts'
import { forkParser } from '../../src/main/hosts/cli/fork-parser.ts'
import { parseHere } from '../support/hostile/parse-here.ts'
import { mutate, randomFrom } from './mutation.mjs'

const [folder = ''] = process.argv.slice(2)
const root = path.resolve(import.meta.dirname, '../..')
const sources = ['tests/fixtures/survey', 'resources/sample/tep-nhan']
  .flatMap((place) => fs.readdirSync(path.join(root, place)).map((name) => path.join(root, place, name)))
  .filter((file) => /\.(xlsx|xls|csv)$/.test(file))
  .map((file) => ({ bytes: fs.readFileSync(file), kind: path.extname(file).slice(1) }))

let thrownLast = ''
let imported = 0
let isOld = false
let backend = open()

function open() {
  const made = createBackend({
    dbFile: null,
    resources: path.join(root, 'resources'),
    // The library of old workbooks runs round in circles on some: its files go to the process that is killed for it.
    foreign: { start: () => (isOld ? forkParser() : parseHere()) },
    origin: 'test',
    log: (_incident, thrown) => {
      thrownLast = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
    },
  })
  if (!made.ok) throw new Error(made.error.message)
  return made.value
}

async function begin() {
  backend.close()
  backend = open()
  for (const name of fs.readdirSync(folder)) fs.rmSync(path.join(folder, name), { recursive: true, force: true })
  const file = path.join(folder, 'dữ liệu.chitieu-db')
  const made = await backend.call('file.create', { file, setup: { name: 'Liên đoàn Lao động tỉnh Thử' } })
  if (!made.ok) throw new Error(made.error.message)
}

async function importBroken(seed) {
  if (imported % 100 === 0) await begin()
  const random = randomFrom(Number(seed))
  const source = sources[Math.floor(random() * sources.length)]
  if (source === undefined) throw new Error('there is no file to break')
  const file = path.join(folder, `hỏng.${source.kind}`)
  fs.writeFileSync(file, mutate(source.bytes, source.kind, random))
  thrownLast = ''
  isOld = source.kind === 'xls'
  const began = performance.now()
  const result = await backend.call('survey.import', {
    file,
    createUnits: random() < 0.5,
    allOrNothing: random() < 0.2,
    sheet: random() < 0.1 ? 'Sheet1' : null,
  })
  imported++
  const whole = imported % 100 === 0 ? await backend.call('file.verify', {}) : null
  process.send?.({
    seed,
    code: result.ok ? 'ok' : result.error.code,
    message: result.ok ? '' : result.error.message,
    ms: performance.now() - began,
    rss: process.memoryUsage.rss() / 1048576,
    thrown: thrownLast,
    whole: whole === null || (whole.ok && whole.value.ok),
  })
}

process.on('message', (seed) => void importBroken(seed))
process.on('disconnect', () => process.exit(0))
process.send?.('ready')
