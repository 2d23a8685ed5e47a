import fs from 'node:fs'
import path from 'node:path'

// A file is made beside its final name, synced, then given that name: whoever looks sees the old file, the new one
// or none, never half of one. The name beside carries the process that makes it, so that two programs at work do
// not write into each other's, and what a killed one left is known for what it is.

const MARK = 'dang-ghi'
/** What SQLite keeps beside a data file. */
const COMPANIONS = ['', '-wal', '-shm', '-journal']
/** Most file systems take names of 255 bytes; the mark, the process and SQLite's companions need their part. */
const LONGEST_NAME = 255 - '.1234567890.dang-ghi-journal'.length

/** Whether a file of this name can be made, on Windows too, with its companions beside it. */
export function isUsableName(name: string): boolean {
  return (
    name.trim() !== '' &&
    !/[<>:"/\\|?*\u0000-\u001f]/u.test(name) &&
    // Windows drops a dot or a space at the end, and opens a device for these names whatever their ending.
    !/[. ]$/.test(name) &&
    !/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(name) &&
    Buffer.byteLength(name) <= LONGEST_NAME
  )
}

/** Where a file is made before it gets its final name, cleared of what killed processes left there. */
export function startBeside(final: string): string {
  sweepBeside(final)
  const beside = `${final}.${process.pid}.${MARK}`
  removeBeside(beside)
  return beside
}

export function removeBeside(beside: string): void {
  for (const companion of COMPANIONS) fs.rmSync(beside + companion, { force: true })
}

/** Gives a finished file its final name in the place of whatever has it, and makes that last through a power cut. */
export function replaceWith(beside: string, final: string): void {
  fs.renameSync(beside, final)
  syncFolder(path.dirname(final))
}

/** The same, but never in the place of another file: false when the name is taken by now. */
export function takeName(beside: string, final: string): boolean {
  try {
    // A link is refused when the name is there, where a rename would silently win over it.
    fs.linkSync(beside, final)
    fs.rmSync(beside)
  } catch (thrown) {
    if (codeOf(thrown) === 'EEXIST') return false
    // Memory sticks know no links.
    if (fs.existsSync(final)) return false
    fs.renameSync(beside, final)
  }
  syncFolder(path.dirname(final))
  return true
}

/** Removes what processes that are gone left beside a name. */
function sweepBeside(final: string): void {
  sweepFolder(path.dirname(final), path.basename(final))
}

/** The same for a whole folder, such as that of the backups, where no name comes twice. */
export function sweepFolder(folder: string, only?: string): void {
  for (const name of readFolder(folder)) {
    const left = LEFT.exec(name)
    if (left === null || (only !== undefined && left[1] !== only)) continue
    if (!isRunning(Number(left[2]))) fs.rmSync(path.join(folder, name), { force: true })
  }
}

/** Whether a name is one of those made beside. */
export function isBeside(name: string): boolean {
  return LEFT.test(name)
}

const LEFT = /^(.+)\.(\d+)\.dang-ghi(?:-wal|-shm|-journal)?$/s

function readFolder(folder: string): string[] {
  try {
    return fs.readdirSync(folder)
  } catch {
    // A folder that may be written and not listed keeps its remains.
    return []
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return true
  try {
    process.kill(pid, 0)
    return true
  } catch (thrown) {
    return codeOf(thrown) !== 'ESRCH'
  }
}

/** A new name is safe only once its folder is written; Windows does that itself and opens no folder. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  try {
    const handle = fs.openSync(folder, 'r')
    try {
      fs.fsyncSync(handle)
    } finally {
      fs.closeSync(handle)
    }
  } catch {
    // Some file systems cannot; the file itself is synced already.
  }
}

function codeOf(thrown: unknown): string {
  return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : ''
}
