// What the window, the compiler and the pictures of pages need of a Debian-like system, and bringing it.
//
//   node scripts/system-packages.mjs [--pages]     the window's packages; with --pages also LibreOffice
//
// As root the missing ones are installed through apt-get; otherwise the one command to run is printed. On
// Windows, macOS and systems without dpkg nothing is done.
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { hasDisplay } from './display.mjs'
import { runCommand, secondsSince } from './run-command.mjs'
import { runScript, SetupError } from './run-script.mjs'

/** @typedef {'window' | 'virtual-display' | 'pages' | 'compile'} Purpose */

/**
 * Packages by purpose. `a|b`: the name changed between releases (Debian 13 and Ubuntu 24.04 renamed libraries
 * for the 64-bit time type); whichever the system knows. `a>=2`: of that major version at least.
 * @type {Record<Purpose, string[]>}
 */
const PACKAGES = {
  // fonts-liberation2 and not fonts-liberation: version 1 of those fonts lacks Vietnamese letters.
  window: [
    'libgtk-3-0|libgtk-3-0t64',
    'libnss3',
    'libgbm1',
    'libasound2|libasound2t64',
    'fonts-liberation2|fonts-liberation>=2',
  ],
  // xvfb-run needs xauth, which xvfb only recommends.
  'virtual-display': ['xvfb', 'xauth'],
  pages: [
    'libreoffice-writer-nogui',
    'libreoffice-calc-nogui',
    'poppler-utils',
    'fonts-liberation2|fonts-liberation>=2',
  ],
  compile: ['g++', 'make', 'python3'],
}

/** A system may have these from elsewhere than its packages; then nothing is missing. @type {Record<Purpose, string[]>} */
const PROGRAMS = {
  window: [],
  'virtual-display': ['xvfb-run', 'xauth'],
  pages: [],
  compile: ['g++', 'make', 'python3'],
}

/**
 * Makes sure that what `purposes` need is installed. Throws with the sentence to show when it is not and
 * cannot be.
 * @param {Purpose | Purpose[]} purposes
 * @param {(message: string) => void} [log]
 */
export async function ensureSystemPackages(purposes, log = console.log) {
  if (process.platform !== 'linux') return
  const missing = await findMissingPackages([purposes].flat())
  if (missing.length === 0) return
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`
  if (process.getuid?.() !== 0) {
    throw new SetupError(`Máy còn thiếu gói hệ thống. Hãy chạy lệnh sau rồi chạy lại:\n  sudo ${command}`)
  }
  log(`  Cài gói hệ thống còn thiếu: ${missing.join(' ')}…`)
  const startedAt = Date.now()
  let reason = ''
  for (let attempt = 1; attempt <= 2; attempt++) {
    reason = await installOnce(missing)
    if (reason === '') {
      log(`  Đã cài gói hệ thống (${secondsSince(startedAt)} giây).`)
      return
    }
  }
  throw new SetupError(`Không cài được gói hệ thống. Hãy chạy lệnh sau để xem lý do:\n  ${command}\n${reason}`)
}

/** Once a run is enough; a failed attempt asks again. */
let listsAreFresh = false

/**
 * @param {string[]} packages
 * @returns {Promise<string>} why it failed; '' when it did not
 */
async function installOnce(packages) {
  const env = { DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' }
  // Another apt may be at work (a fresh machine updates itself): wait for its lock instead of failing.
  const patient = ['-o', 'DPkg::Lock::Timeout=120', '-o', 'Acquire::Retries=3']
  if (!listsAreFresh) await runCommand('apt-get', ['update', '-q', ...patient], { env })
  listsAreFresh = true
  const result = await runCommand(
    'apt-get',
    ['install', '-y', '-q', '--no-install-recommends', ...patient, ...packages],
    { env },
  )
  if (result.code === 0) return ''
  listsAreFresh = false
  return (result.stderr || result.stdout).trim().split('\n').slice(-6).join('\n')
}

/**
 * @param {Purpose[]} purposes
 * @returns {Promise<string[]>} names to install
 */
async function findMissingPackages(purposes) {
  const installed = await listInstalledPackages()
  if (installed === undefined) return []
  /** @type {Set<string>} */
  const missing = new Set()
  for (const purpose of purposes) {
    if (PROGRAMS[purpose].length > 0 && (await areProgramsThere(PROGRAMS[purpose]))) continue
    for (const entry of PACKAGES[purpose]) {
      const choices = entry.split('|').map(readChoice)
      if (choices.some(({ name, major }) => (installed.get(name) ?? -1) >= major)) continue
      missing.add(await chooseKnownName(choices.map(({ name }) => name)))
    }
  }
  return [...missing]
}

/** @param {string} choice e.g. "fonts-liberation>=2" */
function readChoice(choice) {
  const [name = '', major = '0'] = choice.split('>=')
  return { name, major: Number(major) }
}

/**
 * Installed packages with their major version; undefined on a system without dpkg.
 * @returns {Promise<Map<string, number> | undefined>}
 */
async function listInstalledPackages() {
  const query = await runCommand('dpkg-query', ['-W', '-f=${db:Status-Status} ${Package} ${Version}\\n'])
  if (query.missing) return undefined
  /** @type {Map<string, number>} */
  const installed = new Map()
  for (const line of query.stdout.split('\n')) {
    const [status, name, version] = line.split(' ')
    // "1:2.1.5-3": what stands before the colon only counts renumberings.
    const major = Number.parseInt(version?.replace(/^\d+:/, '') ?? '', 10)
    if (status === 'installed' && name !== undefined) installed.set(name, Number.isNaN(major) ? 0 : major)
  }
  return installed
}

/** @param {string[]} programs */
async function areProgramsThere(programs) {
  const found = await Promise.all(programs.map((name) => runCommand('which', [name])))
  return found.every((result) => result.code === 0)
}

/** @param {string[]} names the same library under its names over time */
async function chooseKnownName(names) {
  if (names.length === 1) return String(names[0])
  for (const name of names) {
    const policy = await runCommand('apt-cache', ['policy', name], { env: { LC_ALL: 'C' } })
    if (/Candidate: (?!\(none\))/.test(policy.stdout)) return name
  }
  // apt's lists are still empty: the name of Debian 12, which the update before installing will know
  return String(names[0])
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runScript(async () => {
    /** @type {Purpose[]} */
    const purposes = ['window']
    if (!hasDisplay()) purposes.push('virtual-display')
    if (process.argv.includes('--pages')) purposes.push('pages')
    await ensureSystemPackages(purposes)
  })
}
