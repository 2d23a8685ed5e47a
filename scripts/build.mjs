// Builds out/ with electron-vite, or finds that it is still newer than everything it is made from.
//
//   npm run build          builds always
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { projectRoot } from './cache-folder.mjs'
import { findProgram, runCommand, secondsSince } from './run-command.mjs'
import { runScript, SetupError } from './run-script.mjs'

const out = path.join(projectRoot, 'out')
/** Written after the last of the three parts: an interrupted build leaves none. */
const stamp = path.join(out, 'BUILT')
const MADE_FROM = ['src', 'electron.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json']

/**
 * @param {(message: string) => void} [log]
 * @returns {Promise<'built' | 'fresh'>}
 */
export async function buildIfNeeded(log = console.log) {
  if (isFresh()) return 'fresh'
  const startedAt = Date.now()
  log('  Dựng chương trình…')
  const result = await build(false)
  if (result.code !== 0) {
    // Rolldown colours its errors whatever NO_COLOR says.
    const said = stripVTControlCharacters(result.stdout + result.stderr).trimEnd()
    throw new SetupError(`Không dựng được chương trình.\n${said}`)
  }
  log(`  Đã dựng xong (${secondsSince(startedAt)} giây).`)
  return 'built'
}

/** @param {boolean} show whether electron-vite writes to the terminal itself */
async function build(show) {
  fs.rmSync(stamp, { force: true })
  // Taken before the build: what is saved while it runs counts as newer.
  const startedAt = new Date()
  const result = await runCommand(process.execPath, [findProgram('electron-vite', 'electron-vite'), 'build'], {
    cwd: projectRoot,
    show,
  })
  if (result.code === 0) {
    fs.writeFileSync(stamp, '')
    fs.utimesSync(stamp, startedAt, startedAt)
  }
  return result
}

function isFresh() {
  const builtAt = fs.statSync(stamp, { throwIfNoEntry: false })?.mtimeMs
  if (builtAt === undefined) return false
  if (
    !['main/index.js', 'preload/index.cjs', 'renderer/index.html'].every((name) => fs.existsSync(path.join(out, name)))
  ) {
    return false
  }
  return MADE_FROM.every((name) => newestIn(path.join(projectRoot, name)) <= builtAt)
}

/**
 * Time of the last change in a file or anywhere in a folder. A folder's own time counts too: it changes when
 * a file in it is removed.
 * @param {string} target
 * @returns {number} milliseconds
 */
function newestIn(target) {
  const stat = fs.statSync(target, { throwIfNoEntry: false })
  if (stat === undefined) return 0
  if (!stat.isDirectory()) return stat.mtimeMs
  const inside = fs.readdirSync(target).map((name) => newestIn(path.join(target, name)))
  return Math.max(stat.mtimeMs, ...inside)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runScript(async () => (await build(true)).code)
}
