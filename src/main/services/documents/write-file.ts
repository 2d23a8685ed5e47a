import fs from 'node:fs'
import path from 'node:path'
import { fail, type AppError, type AppResult } from '#shared/contract/errors.ts'
import { err, ok } from '#shared/kit/result.ts'
import { isUsableName, removeBeside, replaceWith, startBeside } from '../../db/beside-file.ts'
import { describeFileFailure } from '../../db/file-failure.ts'

/** A file a document is written to, of the kind its name asks for. */
export interface DocumentFile {
  /** Absolute. */
  readonly file: string
  readonly kind: DocumentKind
}
export type DocumentKind = 'docx' | 'pdf' | 'xlsx'

/** The same for a document that may as well be PDF or, where it has tables, Excel. */
export function resolveDocumentFile(
  out: string,
  kinds: readonly DocumentKind[] = ['docx', 'pdf', 'xlsx'],
): AppResult<DocumentFile> {
  const extension = path.extname(path.basename(out)).toLowerCase()
  const kind = kinds.find((known) => extension === `.${known}`) ?? 'docx'
  if (kind !== 'docx') {
    const file = path.resolve(out)
    if (isFolder(file)) return fail('FILE_IS_FOLDER', { file: path.basename(file) })
    return isUsableName(path.basename(file))
      ? ok({ file, kind })
      : fail('FILE_NAME_INVALID', { file: path.basename(file) })
  }
  const file = resolveWordFile(out)
  if (file.ok) return ok({ file: file.value, kind })
  return file.error.code === 'FILE_NOT_DOCX'
    ? fail('FILE_NOT_DOCUMENT', { file: path.basename(out), kinds: kinds.map((known) => `.${known}`).join(', ') })
    : file
}

/** Makes `out` a full path of a Word file: a bare name gets ".docx", another kind of file is refused. */
export function resolveWordFile(out: string): AppResult<string> {
  const file = path.resolve(out)
  const name = path.basename(file)
  // "ket-qua/" names a folder even when the name could be a file's.
  if (/[\\/]$/.test(out) || isFolder(file)) return fail('FILE_IS_FOLDER', { file: name })
  const extension = path.extname(name).toLowerCase()
  // "Kế hoạch 2.2024" has no extension of a file, only a number.
  if (extension !== '.docx' && /^\.[a-z]{2,5}$/.test(extension)) return fail('FILE_NOT_DOCX', { file: name })
  const whole = extension === '.docx' ? file : `${file}.docx`
  return isUsableName(path.basename(whole)) ? ok(whole) : fail('FILE_NAME_INVALID', { file: name })
}

function isFolder(file: string): boolean {
  try {
    return fs.statSync(file, { throwIfNoEntry: false })?.isDirectory() === true
  } catch {
    return false
  }
}

/** What would keep the file from being written, looked at before the work is done. */
export function checkWritable(file: string): AppResult<null> {
  const folder = path.dirname(file)
  const name = path.basename(file)
  if (!isFolder(folder)) return fail('FOLDER_MISSING', { folder })
  if (isFolder(file)) return fail('FILE_IS_FOLDER', { file: name })
  const stat = fs.statSync(file, { throwIfNoEntry: false })
  if (stat === undefined) return ok(null)
  // A pipe or a device takes no document.
  if (!stat.isFile()) return fail('FILE_NAME_INVALID', { file: name })
  if (isOpenElsewhere(folder, name)) return err(lockedFile(file))
  // Renaming over a read-only file would work, and would overwrite what somebody protected.
  if ((stat.mode & 0o222) === 0)
    return fail('FILE_READ_ONLY', { file: name, other: freeName(file) }, { other: freePath(file) })
  return ok(null)
}

/** A file that is written and synced beside its name and has yet to take it. */
export interface StagedFile {
  /** Gives it its name. Throws `PlacingFailure` where that is refused. */
  place(): void
  /** Removes what has no name; after `place` there is nothing to remove. */
  discard(): void
}

/** Thrown out of the transaction that records the file, so that a file that could not take its name is not recorded. */
class PlacingFailure extends Error {
  readonly reason: AppError

  constructor(reason: AppError) {
    super(reason.code)
    this.reason = reason
  }
}

/**
 * Runs `place`, which gives a staged file its name, and clears up whatever comes of it: a name that was refused is
 * the failure, everything else thrown is a bug.
 */
export function placeStaged(staged: StagedFile, place: () => void): AppResult<null> {
  try {
    place()
    return ok(null)
  } catch (thrown) {
    if (thrown instanceof PlacingFailure) return err(thrown.reason)
    throw thrown
  } finally {
    staged.discard()
  }
}

/**
 * Writes beside and syncs; naming comes after: whoever looks sees the old file or the new one, never half of it.
 * A file open in Word refuses the rename on Windows; elsewhere Word's and LibreOffice's lock files tell.
 */
export function stageFile(file: string, bytes: Uint8Array): AppResult<StagedFile> {
  let beside = ''
  const discard = (): void => {
    if (beside !== '') removeBeside(beside)
  }
  try {
    beside = startBeside(file)
    const handle = fs.openSync(beside, 'w')
    try {
      fs.writeFileSync(handle, bytes)
      fs.fsyncSync(handle)
    } finally {
      fs.closeSync(handle)
    }
    return ok({ place: () => placeFile(beside, file), discard })
  } catch (thrown) {
    discard()
    return err(describeFailure(thrown, file))
  }
}

function placeFile(beside: string, file: string): void {
  try {
    replaceWith(beside, file)
  } catch (thrown) {
    throw new PlacingFailure(describeFailure(thrown, file))
  }
}

/** What the clerk is told when a file could not be written; what is no failure of the disk is thrown again. */
export function describeFailure(thrown: unknown, file: string): AppError {
  const { code, syscall } = thrown instanceof Error ? (thrown as NodeJS.ErrnoException) : {}
  const isHeld =
    code === 'EBUSY' ||
    code === 'ETXTBSY' ||
    // Windows answers a rename onto an open file with EPERM or EACCES; a folder without rights fails at once.
    ((code === 'EPERM' || code === 'EACCES') && syscall === 'rename' && fs.existsSync(file))
  const known = isHeld ? lockedFile(file) : describeFileFailure(thrown, file)
  if (known === null) throw thrown
  return known
}

function lockedFile(file: string): AppError {
  return fail('FILE_LOCKED', { file: path.basename(file), other: freeName(file) }, { other: freePath(file) }).error
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
