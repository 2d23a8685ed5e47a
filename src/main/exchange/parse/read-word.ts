import path from 'node:path'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { WordFile } from '#shared/domain/documents/word-file.ts'
import type { ParseWordRequest, WordMessage } from './protocol.ts'
import type { ParserLine } from './read-foreign.ts'

/** A document of 25 MB, pictures included, is read in a second or two. */
const TIME_LIMIT_MS = 30_000

/** Reads a Word file in a process of its own, which ends with the answer. Every way it can end is a value. */
export function readForeignWord(
  start: () => ParserLine,
  file: string,
  options: { readonly timeLimitMs?: number } = {},
): Promise<AppResult<WordFile>> {
  const name = path.basename(file)
  return new Promise((resolve) => {
    const line = start()
    const finish = (result: AppResult<WordFile>): void => {
      clearTimeout(clock)
      line.kill()
      resolve(result)
    }
    const clock = setTimeout(() => finish(fail('FILE_TOO_SLOW', { file: name })), options.timeLimitMs ?? TIME_LIMIT_MS)
    line.onMessage((message) => finish((message as WordMessage).result))
    line.onExit((outOfMemory) =>
      finish(
        outOfMemory
          ? fail('FILE_UNSAFE', { file: name, why: 'cần quá nhiều bộ nhớ để đọc' })
          : fail('FILE_READING_STOPPED', { file: name }),
      ),
    )
    line.post({ type: 'parse-word', file: path.resolve(file) } satisfies ParseWordRequest)
  })
}
