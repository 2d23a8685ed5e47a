// Where the set-up keeps what is expensive to bring or to build, so that it survives `npm ci` and is shared
// by every checkout of the same user.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { SetupError } from './run-script.mjs'

export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

const HEARTBEAT_MS = 2_000
const STALE_AFTER_MS = 30_000
const ABANDONED_AFTER_MS = 24 * 60 * 60 * 1000

/**
 * The user's cache folder for this program, made if need be. A home that cannot be written to (a container
 * without one) falls back to the checkout's node_modules/.cache.
 */
export function cacheFolder() {
  const base =
    process.platform === 'win32'
      ? process.env['LOCALAPPDATA'] || path.join(os.homedir(), 'AppData', 'Local')
      : process.env['XDG_CACHE_HOME'] || path.join(os.homedir(), '.cache')
  for (const folder of [path.join(base, 'chi-tieu'), path.join(projectRoot, 'node_modules', '.cache', 'chi-tieu')]) {
    try {
      fs.mkdirSync(folder, { recursive: true })
      fs.accessSync(folder, fs.constants.W_OK)
      return folder
    } catch {
      // try the next
    }
  }
  throw new SetupError(`Không ghi được vào thư mục ${base}: hãy đặt XDG_CACHE_HOME vào một thư mục ghi được.`)
}

/**
 * Runs `work` while no other process of this user runs work of the same name. A holder that died, or that
 * has not been heard of for half a minute, loses its turn. Work must still be written so that doing it
 * twice at once is only a waste (build beside, then rename): a lock file is courtesy, not proof.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @param {(message: string) => void} log
 * @returns {Promise<T>}
 */
export async function withLock(name, work, log) {
  const file = path.join(cacheFolder(), `${name}.lock`)
  let told = false
  while (!tryTakeLock(file)) {
    if (isLockStale(file)) {
      fs.rmSync(file, { force: true })
      continue
    }
    if (!told) log('  Một lần chạy khác đang chuẩn bị cùng thành phần này, đang chờ…')
    told = true
    await sleep(500)
  }
  const heartbeat = setInterval(() => {
    try {
      fs.utimesSync(file, new Date(), new Date())
    } catch {
      // taken away: see above, the work itself stays safe
    }
  }, HEARTBEAT_MS)
  heartbeat.unref()
  try {
    return await work()
  } finally {
    clearInterval(heartbeat)
    if (readOwner(file)?.pid === process.pid) fs.rmSync(file, { force: true })
  }
}

/** @param {string} file */
function tryTakeLock(file) {
  try {
    fs.writeFileSync(file, JSON.stringify({ pid: process.pid, host: os.hostname() }), { flag: 'wx' })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/** @param {string} file */
function isLockStale(file) {
  const stat = fs.statSync(file, { throwIfNoEntry: false })
  if (stat === undefined) return false
  if (Date.now() - stat.mtimeMs > STALE_AFTER_MS) return true
  const owner = readOwner(file)
  return owner !== undefined && owner.host === os.hostname() && !isAlive(owner.pid)
}

/**
 * @param {string} file
 * @returns {{ pid: number, host: string } | undefined}
 */
function readOwner(file) {
  try {
    const { pid, host } = JSON.parse(fs.readFileSync(file, 'utf8'))
    return { pid: Number(pid), host: String(host) }
  } catch {
    return undefined
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it lives, but belongs to somebody else
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * A new empty folder in the cache to build in before renaming, and the clearing away of those that
 * interrupted runs left behind. The name carries the owner: `.tmp-<host>-<pid>-…`.
 * @param {string} what
 */
export function makeWorkFolder(what) {
  const root = cacheFolder()
  const host = os.hostname().replaceAll(/[^\w.]/g, '_')
  for (const name of fs.readdirSync(root)) {
    const parts = /^\.tmp-(.+?)-(\d+)-/.exec(name)
    if (parts === null) continue
    const folder = path.join(root, name)
    const age = Date.now() - (fs.statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    const ownerIsGone = parts[1] === host && !isAlive(Number(parts[2]))
    if (ownerIsGone || age > ABANDONED_AFTER_MS) removeFolder(folder)
  }
  return fs.mkdtempSync(path.join(root, `.tmp-${host}-${process.pid}-${what}-`))
}

/** Removes a folder and all in it; virus scanners on Windows hold files for a moment, hence the retries. @param {string} folder */
export function removeFolder(folder) {
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
}

/** Writes a whole file or nothing: beside it first, then renamed. @param {string} file @param {string | Buffer} content */
export function writeFileWhole(file, content) {
  const beside = `${file}.${process.pid}.tmp`
  fs.writeFileSync(beside, content)
  fs.renameSync(beside, file)
}
