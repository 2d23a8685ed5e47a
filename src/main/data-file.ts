import fs from 'node:fs'
import path from 'node:path'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import { err, ok } from '#shared/kit/result.ts'
import { removeBeside, startBeside, takeName } from './db/beside-file.ts'
import { describeFileFailure } from './db/file-failure.ts'
import { createDataFile, openDataFile, refuseNewDataFile, type OpenOptions } from './db/open.ts'
import { networkFolderOf } from './db/shared-folder.ts'
import type { Store } from './db/store.ts'
import { clearPlaceOfNewFile } from './db/stray-files.ts'

/** The data file the backend works on: none at first start, and it may be changed for another. */
export class DataFile {
  private current: Store | null = null
  private readonly options: OpenOptions

  constructor(options: OpenOptions) {
    this.options = options
  }

  store(): Store | null {
    return this.current
  }

  open(file: string): AppResult<Store> {
    return this.take(openDataFile(resolveHere(file), this.options))
  }

  /**
   * Makes a new file beside its final name, fills it, then gives it that name: a failure or a power cut
   * half-way leaves neither a broken data file nor a changed open one.
   */
  create(file: string, fill: (store: Store) => AppResult<unknown>): AppResult<Store> {
    const final = resolveHere(file)
    const refused = refuseNewDataFile(final)
    if (refused) return err(refused)
    try {
      const made = this.makeAt(final, fill)
      if (!made.ok) return made
    } catch (thrown) {
      const known = describeFileFailure(thrown, final)
      if (known) return err(known)
      throw thrown
    }
    return this.open(final)
  }

  /** The same for what is filled by reading a file of somebody else. */
  async createReading(file: string, fill: (store: Store) => Promise<AppResult<unknown>>): Promise<AppResult<Store>> {
    const final = resolveHere(file)
    const refused = refuseNewDataFile(final)
    if (refused) return err(refused)
    const beside = startBeside(final)
    try {
      const made = createDataFile(beside, this.options)
      if (!made.ok) return made
      try {
        const filled = await fill(made.value)
        if (!filled.ok) return filled
      } finally {
        made.value.close()
      }
      const named = nameWhole(beside, final)
      if (!named.ok) return named
    } catch (thrown) {
      const known = describeFileFailure(thrown, final)
      if (known) return err(known)
      throw thrown
    } finally {
      removeBeside(beside)
    }
    return this.open(final)
  }

  private makeAt(final: string, fill: (store: Store) => AppResult<unknown>): AppResult<unknown> {
    const beside = startBeside(final)
    try {
      const made = createDataFile(beside, this.options)
      if (!made.ok) return made
      try {
        const filled = fill(made.value)
        if (!filled.ok) return filled
      } finally {
        // Closing the only connection also folds the WAL into the file.
        made.value.close()
      }
      return nameWhole(beside, final)
    } finally {
      removeBeside(beside)
    }
  }

  close(): void {
    this.current?.close()
    this.current = null
  }

  private take(opened: AppResult<Store>): AppResult<Store> {
    if (!opened.ok) return opened
    this.current?.close()
    this.current = opened.value
    return opened
  }
}

/** Gives a closed file its final name. */
function nameWhole(beside: string, final: string): AppResult<null> {
  // A disk that filled up as it was closed leaves the rows in the WAL, without which the file is not whole.
  if (fs.existsSync(`${beside}-wal`)) return fail('DISK_FULL')
  clearPlaceOfNewFile(final)
  return takeName(beside, final) ? ok(null) : fail('DATA_FILE_EXISTS', { file: path.basename(final) })
}

/** The full path of a file; a name on another machine stays as it was typed, to be refused as that. */
function resolveHere(file: string): string {
  return networkFolderOf(file) === null ? path.resolve(file) : file
}
