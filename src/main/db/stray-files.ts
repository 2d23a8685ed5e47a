import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fail, type AppError } from '#shared/contract/errors.ts'
import { openSqlite, SqliteError, type SqliteDatabase } from './load-sqlite.ts'

// Before a data file is opened for writing. SQLite believes what lies beside a file: a `-wal` left there by another
// file (a copy put in the place of the original, two files that changed names) is played into it, and whoever opened
// the file to be told "this is not ours" has destroyed it. So the file is looked at first, by a connection that
// cannot write.

/** "CTie" in the file's header, so that a foreign SQLite file is not taken for ours. */
export const APPLICATION_ID = 0x43546965

const HEADER = 100
const MAGIC = 'SQLite format 3\u0000'
const APPLICATION_ID_AT = 68
/** Up to here every index is compared with its table (some 5 ms a MB); beyond, only the make-up of the pages. */
const THOROUGH_UP_TO = 64 * 1024 * 1024

/** Why the file is none of ours, by its first bytes alone: nothing of it or beside it is touched. */
export function refuseForeignHeader(file: string): AppError | null {
  const name = path.basename(file)
  const header = Buffer.alloc(HEADER)
  try {
    const handle = fs.openSync(file, 'r')
    try {
      if (fs.readSync(handle, header, 0, HEADER, 0) < HEADER) return fail('DATA_FILE_FOREIGN', { file: name }).error
    } finally {
      fs.closeSync(handle)
    }
  } catch (thrown) {
    return describeUnreadable(thrown, file)
  }
  const isOurs =
    header.toString('latin1', 0, MAGIC.length) === MAGIC && header.readUInt32BE(APPLICATION_ID_AT) === APPLICATION_ID
  return isOurs ? null : fail('DATA_FILE_FOREIGN', { file: name }).error
}

/** A file that is there and cannot be read; what is no failure of files is thrown on. */
export function describeUnreadable(thrown: unknown, file: string): AppError {
  const name = path.basename(file)
  switch (thrown instanceof Error && 'code' in thrown ? thrown.code : undefined) {
    case 'EACCES':
    case 'EPERM':
      return fail('FILE_NO_PERMISSION', { file: name }).error
    case 'EBUSY':
    case 'ETXTBSY':
      return fail('DATA_FILE_BUSY', { file: name }).error
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
    case 'ELOOP':
    case 'EINVAL':
    case 'ERR_INVALID_ARG_VALUE':
      return fail('DATA_FILE_MISSING', { file: name }).error
    case 'EISDIR':
      return fail('FILE_IS_FOLDER', { file: name }).error
    case 'EIO':
    case 'ENXIO':
    case 'ENODEV':
    case 'ESTALE':
      return fail('DATA_FILE_UNREACHABLE', { file: name }).error
    default:
      throw thrown
  }
}

/**
 * Looks at what lies beside a data file of ours. What belongs to it (a crash left it, another program is at work)
 * stays for SQLite to take up; what does not is moved aside under another name, never deleted. Throws SqliteError
 * where even looking failed. Answers why the file cannot be opened, or null.
 */
export function settleStrayFiles(file: string): AppError | null {
  for (const companion of ['-journal', '-wal'] as const) {
    const beside = file + companion
    const size = fs.statSync(beside, { throwIfNoEntry: false })?.size ?? 0
    if (size === 0) continue
    const fits = companion === '-wal' ? isWhole(file) : isWholeWithJournal(file)
    if (fits) continue
    const aside = moveAside(beside)
    if (isWhole(file)) continue
    // The file itself is the damaged one; what may still help to mend it goes back to its place.
    fs.renameSync(aside, beside)
    return fail('DATA_FILE_DAMAGED', { file: path.basename(file) }).error
  }
  return null
}

/** A new file must not inherit what was left beside a file of its name that is gone. */
export function clearPlaceOfNewFile(file: string): void {
  for (const companion of ['-wal', '-journal', '-shm'])
    if ((fs.statSync(file + companion, { throwIfNoEntry: false })?.size ?? 0) > 0) moveAside(file + companion)
}

/** "tỉnh.chitieu-db-wal" → "tỉnh.chitieu-db-wal.khong-khop": kept, since it may be all that is left of somebody's work. */
function moveAside(beside: string): string {
  for (let number = 1; ; number++) {
    const aside = `${beside}.khong-khop${number === 1 ? '' : `-${number}`}`
    if (fs.existsSync(aside)) continue
    fs.renameSync(beside, aside)
    return aside
  }
}

function isWhole(file: string): boolean {
  return check(file, { readonly: true })
}

/** A read-only connection cannot take a journal back, so that is tried on a copy. */
function isWholeWithJournal(file: string): boolean {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'chitieu-'))
  try {
    const copy = path.join(folder, 'data')
    fs.copyFileSync(file, copy)
    fs.copyFileSync(`${file}-journal`, `${copy}-journal`)
    return check(copy, {})
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

function check(file: string, options: { readonly readonly?: boolean }): boolean {
  let sqlite: SqliteDatabase | null = null
  try {
    sqlite = openSqlite(file, { ...options, fileMustExist: true })
    if (Number(sqlite.pragma('application_id', { simple: true })) !== APPLICATION_ID) return false
    const pages = Number(sqlite.pragma('page_count', { simple: true }))
    const bytes = pages * Number(sqlite.pragma('page_size', { simple: true }))
    const found = sqlite.pragma(bytes <= THOROUGH_UP_TO ? 'integrity_check(1)' : 'quick_check(1)', { simple: true })
    return found === 'ok' && sqlite.prepare('SELECT 1 FROM pragma_foreign_key_check LIMIT 1').get() === undefined
  } catch (thrown) {
    if (thrown instanceof SqliteError && /^SQLITE_(?:CORRUPT|NOTADB|ERROR|IOERR_SHORT_READ)/.test(thrown.code))
      return false
    throw thrown
  } finally {
    sqlite?.close()
  }
}
