import fs from 'node:fs'
import path from 'node:path'
import type { AppResult } from '#shared/contract/errors.ts'
import { createDataFile, openDataFile, type OpenOptions } from './db/open.ts'
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
   * Makes a new file beside its final name, fills it, then gives it that name: a failure half-way
   * leaves neither a broken data file nor a changed open one.
   */
  create(file: string, fill: (store: Store) => AppResult<unknown>): AppResult<Store> {
    const final = path.resolve(file)
    const made = createDataFile(final, this.options)
    if (!made.ok) return made
    let filled: AppResult<unknown> | null = null
    try {
      filled = fill(made.value)
    } finally {
      if (!filled?.ok) {
        made.value.close()
        for (const suffix of ['', '-wal', '-shm']) fs.rmSync(final + suffix, { force: true })
      }
    }
    return filled.ok ? this.take(made) : filled
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
