import path from 'node:path'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { PreviewDocument } from '#shared/domain/documents/preview.ts'
import type { WordFile } from '#shared/domain/documents/word-file.ts'
import type { ParseWordPagesRequest, ParseWordRequest, WordMessage, WordPagesMessage } from './protocol.ts'
import type { ParserLine } from './read-foreign.ts'

/** A document of 25 MB, pictures included, is read in a second or two. */
const TIME_LIMIT_MS = 30_000

interface Limits {
  readonly timeLimitMs?: number
}

/** Reads a Word file in a process of its own, which ends with the answer. Every way it can end is a value. */
export function readForeignWord(
  start: () => ParserLine,
  file: string,
  limits: Limits = {},
): Promise<AppResult<WordFile>> {
  const request: ParseWordRequest = { type: 'parse-word', file: path.resolve(file) }
  return ask(start, request, (message) => (message as WordMessage).result, limits)
}

/** The same file as pages to be drawn. */
export function readForeignPages(
  start: () => ParserLine,
  file: string,
  limits: Limits = {},
): Promise<AppResult<PreviewDocument>> {
  const request: ParseWordPagesRequest = { type: 'parse-word-pages', file: path.resolve(file) }
  return ask(start, request, (message) => (message as WordPagesMessage).result, limits)
}

function ask<T>(
  start: () => ParserLine,
  request: ParseWordRequest | ParseWordPagesRequest,
  answerOf: (message: unknown) => AppResult<T>,
  { timeLimitMs = TIME_LIMIT_MS }: Limits,
): Promise<AppResult<T>> {
  const name = path.basename(request.file)
  return new Promise((resolve) => {
    const line = start()
    const finish = (result: AppResult<T>): void => {
      clearTimeout(clock)
      line.kill()
      resolve(result)
    }
    const clock = setTimeout(() => finish(fail('FILE_TOO_SLOW', { file: name })), timeLimitMs)
    line.onMessage((message) => finish(answerOf(message)))
    line.onExit((outOfMemory) =>
      finish(
        outOfMemory
          ? fail('FILE_UNSAFE', { file: name, why: 'cần quá nhiều bộ nhớ để đọc' })
          : fail('FILE_READING_STOPPED', { file: name }),
      ),
    )
    line.post(request)
  })
}
