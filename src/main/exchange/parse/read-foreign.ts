import path from 'node:path'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { ForeignNote, ForeignRow, ForeignWorkbook } from '#shared/domain/exchange/foreign-sheet.ts'
import { ok } from '#shared/kit/result.ts'
import type { SheetHead } from '../formats/format.ts'
import type { ForeignFileFacts } from '../read-foreign-file.ts'
import { unpackRows, type ParseMessage, type ParseRequest } from './protocol.ts'
import { timeLimitOf } from './time-limit.ts'

/** A line to a parse process; hosts make one by fork or as a utility process. */
export interface ParserLine {
  post(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  /** Called once when the process has ended or could not be started; true when its memory ran out. */
  onExit(listener: (outOfMemory: boolean) => void): void
  kill(): void
}

export interface ReadForeignOptions {
  /** Only this sheet; null reads all. */
  readonly sheet: string | null
  /** Word documents and running text are read too; else they are refused. */
  readonly papers?: boolean
  readonly signal: AbortSignal
  readonly timeLimitMs?: number
}

/** Takes a workbook piece by piece as the parse process hands it over. */
export interface WorkbookTaker {
  sheet(head: SheetHead): void
  /** Rows of the sheet opened last. */
  rows(rows: readonly ForeignRow[]): void
}

/** A workbook but for its sheets, which went to the taker. */
export interface WorkbookFacts extends ForeignFileFacts {
  /** Names of all sheets in the file, in its order, hidden ones too. */
  readonly sheetNames: readonly string[]
  readonly notes: readonly ForeignNote[]
}

/**
 * Reads a foreign file in a process of its own. The process ends with the answer; cancelling or running out of
 * time kills it, running out of memory kills itself. Every way it can end is a value.
 */
export function readForeign(
  start: () => ParserLine,
  file: string,
  taker: WorkbookTaker,
  options: ReadForeignOptions,
): Promise<AppResult<WorkbookFacts>> {
  const name = path.basename(file)
  if (options.signal.aborted) return Promise.resolve(fail('CANCELLED'))
  return new Promise((resolve, reject) => {
    const line = start()
    let sheetNames: readonly string[] = []
    const notes = new Set<ForeignNote>()
    let isOver = false
    const end = (settle: () => void): void => {
      if (isOver) return
      isOver = true
      clearTimeout(clock)
      options.signal.removeEventListener('abort', cancel)
      line.kill()
      settle()
    }
    const finish = (result: AppResult<WorkbookFacts>): void => end(() => resolve(result))
    const cancel = (): void => finish(fail('CANCELLED'))
    const take = (message: ParseMessage): void => {
      switch (message.type) {
        case 'names':
          sheetNames = message.names
          return
        case 'note':
          notes.add(message.note)
          return
        case 'sheet':
          return taker.sheet(message.head)
        case 'rows':
          return taker.rows(unpackRows(message.rows))
        case 'done': {
          const { result } = message
          return finish(result.ok ? ok({ ...result.value, sheetNames, notes: [...notes] }) : result)
        }
      }
    }
    const clock = setTimeout(
      () => finish(fail('FILE_TOO_SLOW', { file: name })),
      options.timeLimitMs ?? timeLimitOf(file),
    )
    options.signal.addEventListener('abort', cancel)
    line.onMessage((message) => {
      if (isOver) return
      try {
        take(message as ParseMessage)
      } catch (thrown) {
        // What the taker throws is a bug of ours and must come out as one, not hang the call.
        end(() => reject(thrown instanceof Error ? thrown : new Error(String(thrown))))
      }
    })
    line.onExit((outOfMemory) =>
      finish(
        outOfMemory
          ? fail('FILE_UNSAFE', { file: name, why: 'cần quá nhiều bộ nhớ để đọc' })
          : fail('FILE_READING_STOPPED', { file: name }),
      ),
    )
    const { sheet, papers = false } = options
    line.post({ type: 'parse', file: path.resolve(file), sheet, papers } satisfies ParseRequest)
  })
}

/** The same for a workbook that is wanted whole. */
export async function readForeignWorkbook(
  start: () => ParserLine,
  file: string,
  options: ReadForeignOptions,
): Promise<AppResult<ForeignWorkbook>> {
  const sheets: { readonly head: SheetHead; readonly rows: ForeignRow[] }[] = []
  const taker: WorkbookTaker = {
    sheet: (head) => void sheets.push({ head, rows: [] }),
    rows: (rows) => {
      const sheet = sheets.at(-1)
      for (const row of rows) sheet?.rows.push(row)
    },
  }
  const read = await readForeign(start, file, taker, options)
  return read.ok ? ok({ ...read.value, sheets: sheets.map(({ head, rows }) => ({ ...head, rows })) }) : read
}
