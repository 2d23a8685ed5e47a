import fs from 'node:fs'
import path from 'node:path'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import { ok } from '#shared/kit/result.ts'

/** Makes `out` a full path of a Word file: a bare name gets ".docx", another kind of file is refused. */
export function resolveWordFile(out: string): AppResult<string> {
  const file = path.resolve(out)
  const name = path.basename(file)
  if (/[<>:"|?*\u0000-\u001f]/u.test(name) || name.length > 200) return fail('FILE_NAME_INVALID', { file: name })
  const extension = path.extname(name).toLowerCase()
  if (extension === '.docx') return ok(file)
  // "Kế hoạch 2.2024" has no extension of a file, only a number.
  if (/^\.[a-z]{2,5}$/.test(extension)) return fail('FILE_NOT_DOCX', { file: name })
  return ok(`${file}.docx`)
}

/** What would keep the file from being written, looked at before the work is done. */
export function checkWritable(file: string): AppResult<null> {
  const folder = path.dirname(file)
  const name = path.basename(file)
  const folderStat = fs.statSync(folder, { throwIfNoEntry: false })
  if (folderStat === undefined || !folderStat.isDirectory()) return fail('FOLDER_MISSING', { folder })
  const stat = fs.statSync(file, { throwIfNoEntry: false })
  if (stat === undefined) return ok(null)
  if (stat.isDirectory()) return fail('FILE_IS_FOLDER', { file: name })
  if (isOpenElsewhere(folder, name)) return refuseLocked(file)
  // Renaming over a read-only file would work, and would overwrite what somebody protected.
  if ((stat.mode & 0o222) === 0)
    return fail('FILE_READ_ONLY', { file: name, other: freeName(file) }, { other: freePath(file) })
  return ok(null)
}

/**
 * Writes beside, syncs, then renames: whoever looks sees the old file or the new one, never half of it.
 * A file open in Word refuses the rename on Windows; elsewhere Word's and LibreOffice's lock files tell.
 */
export function writeFileSafely(file: string, bytes: Uint8Array): AppResult<null> {
  const folder = path.dirname(file)
  const beside = path.join(folder, `.${path.basename(file)}.${process.pid}.tmp`)
  try {
    const handle = fs.openSync(beside, 'w')
    try {
      fs.writeFileSync(handle, bytes)
      fs.fsyncSync(handle)
    } finally {
      fs.closeSync(handle)
    }
    fs.renameSync(beside, file)
    return ok(null)
  } catch (thrown) {
    fs.rmSync(beside, { force: true })
    return describeFailure(thrown, file)
  }
}

function describeFailure(thrown: unknown, file: string): AppResult<null> {
  const { code, syscall } = thrown instanceof Error ? (thrown as NodeJS.ErrnoException) : {}
  const folder = path.dirname(file)
  switch (code) {
    case 'EBUSY':
    case 'ETXTBSY':
      return refuseLocked(file)
    case 'EPERM':
    case 'EACCES':
      // Windows answers a rename onto an open file with EPERM or EACCES; a folder without rights fails at once.
      return syscall === 'rename' && fs.existsSync(file) ? refuseLocked(file) : fail('FOLDER_READ_ONLY', { folder })
    case 'EROFS':
      return fail('FOLDER_READ_ONLY', { folder })
    case 'ENOSPC':
    case 'EDQUOT':
      return fail('DISK_FULL')
    case 'ENOENT':
    case 'ENOTDIR':
      return fail('FOLDER_MISSING', { folder })
    case 'EISDIR':
      return fail('FILE_IS_FOLDER', { file: path.basename(file) })
    case 'EINVAL':
    case 'ENAMETOOLONG':
      return fail('FILE_NAME_INVALID', { file: path.basename(file) })
    default:
      throw thrown
  }
}

function refuseLocked(file: string): AppResult<null> {
  return fail('FILE_LOCKED', { file: path.basename(file), other: freeName(file) }, { other: freePath(file) })
}

/** Word puts "~$" before the name, in place of its first one or two letters when the name is long; LibreOffice ".~lock.". */
function isOpenElsewhere(folder: string, name: string): boolean {
  return [`~$${name}`, `~$${name.slice(1)}`, `~$${name.slice(2)}`, `.~lock.${name}#`].some((lock) =>
    fs.existsSync(path.join(folder, lock)),
  )
}

/** "Kế hoạch 2024 (2).docx": the first name that is free. */
export function freePath(file: string): string {
  const { dir, name, ext } = path.parse(file)
  for (let number = 2; ; number += 1) {
    const candidate = path.join(dir, `${name} (${number})${ext}`)
    if (!fs.existsSync(candidate)) return candidate
  }
}

function freeName(file: string): string {
  return path.basename(freePath(file))
}
