import path from 'node:path'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { ForeignNote, ForeignRow, ForeignSheet, ForeignWorkbook } from '#shared/domain/exchange/foreign-sheet.ts'
import { err, ok } from '#shared/kit/result.ts'
import type { ForeignFileFacts } from '../read-foreign-file.ts'
import { unpackRows, type ParseMessage, type ParseRequest } from './protocol.ts'

/** A line to a parse process; hosts make one by fork or as a utility process. */
export interface ParserLine {
  post(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  onExit(listener: (code: number | null) => void): void
  kill(): void
}

export interface ReadForeignOptions {
  /** Only this sheet; null reads all. */
  readonly sheet: string | null
  readonly signal: AbortSignal
  /** Rows read so far. */
  readonly onRows?: (rows: number) => void
  readonly timeLimitMs?: number
}

const TIME_LIMIT_MS = 120_000

/**
 * Reads a foreign file in a process of its own. The process ends with the answer; cancelling or running out of
 * time kills it, running out of memory kills itself. Every way it can end is a value.
 */
export function readForeign(
  start: () => ParserLine,
  file: string,
  options: ReadForeignOptions,
): Promise<AppResult<ForeignWorkbook>> {
  const name = path.basename(file)
  if (options.signal.aborted) return Promise.resolve(fail('CANCELLED'))
  return new Promise((resolve) => {
    const line = start()
    const gathered = new Gathered()
    let isOver = false
    const finish = (result: AppResult<ForeignWorkbook>): void => {
      if (isOver) return
      isOver = true
      clearTimeout(clock)
      options.signal.removeEventListener('abort', cancel)
      line.kill()
      resolve(result)
    }
    const cancel = (): void => finish(fail('CANCELLED'))
    const clock = setTimeout(() => finish(fail('FILE_TOO_SLOW', { file: name })), options.timeLimitMs ?? TIME_LIMIT_MS)
    options.signal.addEventListener('abort', cancel)
    line.onMessage((message) => {
      if (isOver) return
      const done = gathered.take(message as ParseMessage)
      if ((message as ParseMessage).type === 'rows') options.onRows?.(gathered.rows)
      if (done !== null) finish(done.ok ? ok(gathered.finish(done.value)) : err(done.error))
    })
    line.onExit(() => finish(fail('FILE_UNSAFE', { file: name, why: 'cần quá nhiều bộ nhớ để đọc' })))
    line.post({ type: 'parse', file: path.resolve(file), sheet: options.sheet } satisfies ParseRequest)
  })
}

/** Puts the workbook together as its pieces arrive. */
class Gathered {
  rows = 0
  private names: readonly string[] = []
  private readonly notes = new Set<ForeignNote>()
  private readonly sheets: {
    head: Pick<ForeignSheet, 'name' | 'hidden' | 'styles'>
    rows: ForeignRow[]
    merges: ForeignSheet['merges']
  }[] = []

  take(message: ParseMessage): AppResult<ForeignFileFacts> | null {
    switch (message.type) {
      case 'names':
        this.names = message.names
        return null
      case 'note':
        this.notes.add(message.note)
        return null
      case 'sheet':
        this.sheets.push({ head: message.head, rows: [], merges: [] })
        return null
      case 'rows': {
        const rows = unpackRows(message.rows)
        this.rows += rows.length
        const sheet = this.sheets.at(-1)
        for (const row of rows) sheet?.rows.push(row)
        return null
      }
      case 'merges': {
        const sheet = this.sheets.at(-1)
        if (sheet !== undefined) sheet.merges = message.merges
        return null
      }
      case 'done':
        return message.result
    }
  }

  finish(facts: ForeignFileFacts): ForeignWorkbook {
    return {
      ...facts,
      sheetNames: this.names,
      sheets: this.sheets.map(({ head, rows, merges }) => ({ ...head, rows, merges })),
      notes: [...this.notes],
    }
  }
}
