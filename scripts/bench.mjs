// npm run bench: measures, beside others doing the same, what the program does.
//
//   npm run bench -- [--only NAME[,NAME]] [--json]
//
// A bench is a file tests/bench/*.bench.ts or .mjs that exports
//   name                     what it is called here and in --only
//   needsWindow (optional)   true when it starts Electron
//   run({ log })             → { rows: [{ what, ours, peer, ratio, unit }] }
// Each runs in a process of its own, so that one's memory and warm code do not help or hinder the next.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { buildIfNeeded } from './build.mjs'
import { projectRoot, removeFolder } from './cache-folder.mjs'
import { electronEnvironment, hasDisplay } from './display.mjs'
import { runScript, SetupError } from './run-script.mjs'
import { prepareDisplay, prepareElectron } from './setup.mjs'

const BENCHES = path.join(projectRoot, 'tests', 'bench')

/**
 * @typedef {object} BenchRow
 * @property {string} what what was measured
 * @property {number} ours in `unit`
 * @property {number | null} peer the same work done by somebody else; null when there is nobody
 * @property {number | null} ratio ours ÷ peer, unless `what` says otherwise
 * @property {string} unit e.g. "ms", "MB", "dòng/giây"
 */
/** @typedef {{ name: string, needsWindow?: boolean, run(tools: { log: (line: string) => void }): Promise<{ rows: BenchRow[] }> }} Bench */

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [mode, file, answer] = process.argv.slice(2)
  await runScript(mode === '--one' && file && answer ? () => runOne(file, answer) : runAll)
}

async function runAll() {
  const { values } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'boolean' } } })
  // With --json only the answer goes to stdout; what happens meanwhile is still told.
  const log = values.json ? console.error : console.log
  const benches = await findBenches(values.only?.split(','))
  if (benches.some(({ bench }) => bench.needsWindow)) {
    await prepareElectron(log)
    await prepareDisplay(log)
    await buildIfNeeded(log)
  }
  /** @type {{ name: string, rows: BenchRow[] }[]} */
  const results = []
  let failed = 0
  for (const { file, bench } of benches) {
    log(`\n• ${bench.name}`)
    const rows = await runInOwnProcess(file, bench.needsWindow === true, values.json === true)
    if (rows === undefined) failed++
    else results.push({ name: bench.name, rows })
    if (rows !== undefined && !values.json) console.table(rows)
  }
  if (values.json)
    console.log(JSON.stringify({ node: process.versions.node, cpus: os.availableParallelism(), results }, null, 2))
  return failed === 0 ? 0 : 1
}

/**
 * @param {string[] | undefined} wanted names; undefined is all
 * @returns {Promise<{ file: string, bench: Bench }[]>}
 */
async function findBenches(wanted) {
  const names = fs.existsSync(BENCHES) ? fs.readdirSync(BENCHES).filter((name) => /\.bench\.(ts|mjs)$/.test(name)) : []
  const all = await Promise.all(
    names.toSorted().map(async (name) => {
      const file = path.join(BENCHES, name)
      return { file, bench: /** @type {Bench} */ (await import(pathToFileURL(file).href)) }
    }),
  )
  const unknown = wanted?.find((name) => !all.some(({ bench }) => bench.name === name))
  if (unknown !== undefined || all.length === 0) {
    throw new SetupError(
      `Không có phép đo "${unknown ?? ''}". Có: ${all.map(({ bench }) => bench.name).join(', ') || '(chưa có)'}.`,
    )
  }
  return all.filter(({ bench }) => wanted === undefined || wanted.includes(bench.name))
}

/**
 * @param {string} file
 * @param {boolean} needsWindow
 * @param {boolean} quietStdout
 * @returns {Promise<BenchRow[] | undefined>} undefined when it failed (it has said why)
 */
function runInOwnProcess(file, needsWindow, quietStdout) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'chitieu-bench-'))
  const answer = path.join(folder, 'rows.json')
  const self = [process.execPath, '--expose-gc', fileURLToPath(import.meta.url), '--one', file, answer]
  const [command = '', ...args] = needsWindow && !hasDisplay() ? ['xvfb-run', '-a', ...self] : self
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: projectRoot,
      env: { ...process.env, ...(needsWindow ? electronEnvironment() : {}) },
      // its stdout becomes our stderr when ours is to hold nothing but JSON
      stdio: ['ignore', quietStdout ? process.stderr : 'inherit', 'inherit'],
    })
    const finish = (/** @type {boolean} */ ok) => {
      const rows = ok && fs.existsSync(answer) ? JSON.parse(fs.readFileSync(answer, 'utf8')) : undefined
      removeFolder(folder)
      resolve(rows)
    }
    child.on('error', () => finish(false))
    child.on('close', (code) => finish(code === 0))
  })
}

/**
 * In the bench's own process.
 * @param {string} file
 * @param {string} answer where to write its rows
 */
async function runOne(file, answer) {
  /** @type {Bench} */
  const bench = await import(pathToFileURL(file).href)
  const { rows } = await bench.run({ log: (line) => console.log(`  ${line}`) })
  if (rows.length === 0) throw new SetupError(`Phép đo "${bench.name}" không cho kết quả nào.`)
  fs.writeFileSync(answer, JSON.stringify(rows))
}
