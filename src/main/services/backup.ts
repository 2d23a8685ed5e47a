import fs from 'node:fs'
import path from 'node:path'
import type { Output } from '#shared/contract/index.ts'
import { fail, type AppResult, type ErrorCode } from '#shared/contract/errors.ts'
import { err, ok } from '#shared/kit/result.ts'
import { isBeside, isUsableName, removeBeside, startBeside, sweepFolder, takeName } from '../db/beside-file.ts'
import { describeFileFailure } from '../db/file-failure.ts'
import { SqliteError } from '../db/load-sqlite.ts'
import { openForReading } from '../db/open.ts'
import type { Store } from '../db/store.ts'

export interface BackupEnvironment {
  readonly resources: string
  readonly clock: () => Date
}

type Copy = { readonly file: string; readonly bytes: number }

/** A checked copy in the folder beside the data file, named by time and, for those made by the program, why. */
export function backUp(store: Store, environment: BackupEnvironment, why = ''): AppResult<Copy> {
  const folder = backupFolder(store.file)
  try {
    fs.mkdirSync(folder, { recursive: true })
  } catch (thrown) {
    const known = describeFileFailure(thrown, path.join(folder, path.basename(store.file)))
    if (known === null) throw thrown
    return known.code === 'DISK_FULL' ? err(known) : fail('BACKUP_IMPOSSIBLE', { folder })
  }
  // What backups that were killed left, under names no later one would meet.
  sweepFolder(folder)
  for (;;) {
    const name = freeBackupName(folder, store.file, environment.clock(), why)
    const made = writeCopy(store, name, environment.resources)
    if (made.ok) return made
    // Another program took the name in between.
    if (made.error.code === 'DATA_FILE_EXISTS') continue
    return FOLDER_CODES.has(made.error.code) ? fail('BACKUP_IMPOSSIBLE', { folder }) : made
  }
}

const FOLDER_CODES: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'FOLDER_MISSING',
  'FOLDER_READ_ONLY',
  'FILE_NAME_INVALID',
])

const BEFORE_IMPORT = ' trước khi nhập'
const KEPT_BEFORE_IMPORT = 10

/** The backup every import is preceded by. Only the newest few of these are kept; the clerk's own are never touched. */
export function backUpBeforeImport(store: Store, environment: BackupEnvironment): AppResult<null> {
  const made = backUp(store, environment, BEFORE_IMPORT)
  if (!made.ok) return made
  const own = listBackups(store.file).filter(({ file }) => path.parse(file).name.includes(BEFORE_IMPORT))
  for (const { file } of own.toSorted((a, b) => b.file.localeCompare(a.file)).slice(KEPT_BEFORE_IMPORT))
    fs.rmSync(file, { force: true })
  return ok(null)
}

/** A consistent copy even while the file is in use, opened and checked before it gets its name. */
export function writeCopy(store: Store, target: string, resources: string): AppResult<Copy> {
  const folder = path.dirname(target)
  const name = path.basename(target)
  if (!isUsableName(name)) return fail('FILE_NAME_INVALID', { file: name })
  if (!fs.existsSync(folder)) return fail('FOLDER_MISSING', { folder })
  if (fs.existsSync(target)) return fail('DATA_FILE_EXISTS', { file: name })
  const beside = startBeside(target)
  try {
    store.sqlite.prepare('VACUUM INTO ?').run(beside)
    const copy = openForReading(beside, resources)
    if (!copy.ok) return copy
    const whole = copy.value.sqlite.pragma('quick_check', { simple: true }) === 'ok'
    copy.value.close()
    if (!whole) return fail('DATA_FILE_DAMAGED', { file: path.basename(store.file) })
    if (!takeName(beside, target)) return fail('DATA_FILE_EXISTS', { file: name })
    return ok({ file: target, bytes: fs.statSync(target).size })
  } catch (thrown) {
    // Of the copy's own folder; without this the sentence would speak of the open data file.
    if (thrown instanceof SqliteError && /^SQLITE_(?:CANTOPEN|READONLY|PERM)/.test(thrown.code))
      return fail('FOLDER_READ_ONLY', { folder })
    const known = describeFileFailure(thrown, target)
    if (known === null) throw thrown
    return err(known)
  } finally {
    removeBeside(beside)
  }
}

function backupFolder(file: string): string {
  return path.join(path.dirname(path.resolve(file)), 'Sao lưu')
}

/** Named by time; a second one in the same second gets a number instead of being refused. */
function freeBackupName(folder: string, file: string, at: Date, why: string): string {
  const { name, ext } = path.parse(file)
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? '' : ` (${number})`
    const candidate = path.join(folder, `${name} ${stampOf(at)}${why}${suffix}${ext}`)
    if (!fs.existsSync(candidate)) return candidate
  }
}

function stampOf(at: Date): string {
  const pad = (value: number, size = 2): string => String(value).padStart(size, '0')
  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())} ${pad(at.getHours())}.${pad(at.getMinutes())}.${pad(at.getSeconds())}`
}

/** Newest first. */
export function listBackups(file: string): Output<'file.listBackups'> {
  const folder = backupFolder(file)
  const { name, ext } = path.parse(file)
  if (fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return []
  return fs
    .readdirSync(folder)
    .filter((entry) => entry.startsWith(`${name} `) && entry.endsWith(ext) && !isBeside(entry))
    .flatMap((entry) => {
      // Gone or out of reach by now is not a backup to offer.
      const stat = fs.statSync(path.join(folder, entry), { throwIfNoEntry: false })
      return stat?.isFile() === true
        ? [{ file: path.join(folder, entry), at: stat.mtime.toISOString(), bytes: stat.size }]
        : []
    })
    .toSorted((a, b) => b.at.localeCompare(a.at))
}
