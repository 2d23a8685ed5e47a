import fs from 'node:fs'
import path from 'node:path'
import type { AppResult } from '#shared/contract/errors.ts'
import { err } from '#shared/kit/result.ts'
import { createDataFile, openDataFile, refuseNewDataFile, type OpenOptions } from './db/open.ts'
import type { Store } from './db/store.ts'

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
    return this.take(openDataFile(path.resolve(file), this.options))
  }

  /**
   * Makes a new file beside its final name, fills it, then gives it that name: a failure or a power cut
   * half-way leaves neither a broken data file nor a changed open one.
   */
  create(file: string, fill: (store: Store) => AppResult<unknown>): AppResult<Store> {
    const final = path.resolve(file)
    const refused = refuseNewDataFile(final)
    if (refused) return err(refused)
    const beside = `${final}.dang-lap`
    removeDataFile(beside)
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
      fs.renameSync(beside, final)
    } finally {
      removeDataFile(beside)
    }
    return this.open(final)
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

/** A data file with what SQLite keeps beside it. */
function removeDataFile(file: string): void {
  for (const suffix of ['', '-wal', '-shm']) fs.rmSync(file + suffix, { force: true })
}
