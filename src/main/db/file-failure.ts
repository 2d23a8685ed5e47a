import path from 'node:path'
import { fail, type AppError } from '#shared/contract/errors.ts'

/**
 * A failure of the operating system while `file` is written, as the clerk is told of it; null for what is a bug, and
 * for a failure of some other folder (a missing part of the program is no missing folder of the clerk's).
 */
export function describeFileFailure(thrown: unknown, file: string): AppError | null {
  const folder = path.dirname(file)
  const name = path.basename(file)
  const { code, path: about } = thrown instanceof Error ? (thrown as NodeJS.ErrnoException) : {}
  const isElsewhere = about !== undefined && path.dirname(about) !== folder && about !== folder
  switch (isElsewhere && code !== 'ENOSPC' ? undefined : code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return fail('DISK_FULL').error
    case 'EPERM':
    case 'EACCES':
    case 'EROFS':
      return fail('FOLDER_READ_ONLY', { folder }).error
    case 'ENOENT':
    case 'ENOTDIR':
    case 'EEXIST':
    case 'ELOOP':
      return fail('FOLDER_MISSING', { folder }).error
    case 'EISDIR':
      return fail('FILE_IS_FOLDER', { file: name }).error
    case 'EINVAL':
    case 'ENAMETOOLONG':
    case 'EILSEQ':
    case 'ERR_INVALID_ARG_VALUE':
      return fail('FILE_NAME_INVALID', { file: name }).error
    case 'EIO':
    case 'ENXIO':
    case 'ENODEV':
    case 'ESTALE':
      return fail('DATA_FILE_UNREACHABLE', { file: name }).error
    default:
      return null
  }
}

/** Wherever a file was being written: a full disk is nobody's mistake. */
export function describeFullDisk(thrown: unknown): AppError | null {
  const known = describeFileFailure(thrown, '')
  return known?.code === 'DISK_FULL' ? known : null
}
