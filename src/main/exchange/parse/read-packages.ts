import path from 'node:path'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import { ok } from '#shared/kit/result.ts'
import type { PackageReading } from '../package/read-package.ts'
import type { PackageMessage, ParsePackageRequest } from './protocol.ts'
import type { ParserLine } from './read-foreign.ts'
import { timeLimitOf } from './time-limit.ts'

export interface PackageReader {
  /** One file after the other. Every way reading can end is a value. */
  read(file: string, passphrase: string | null): Promise<AppResult<PackageReading>>
  close(): void
}

/**
 * Reads packages in a process of their own that is kept from one to the next: starting it for each of two hundred
 * would take longer than reading them. A file that brings it down takes no other with it.
 */
export function openPackageReader(start: () => ParserLine, signal: AbortSignal): PackageReader {
  let line: ParserLine | null = null
  /** Settles the file that is being read. */
  let settle: ((result: AppResult<string>) => void) | null = null
  const drop = (): void => {
    line?.kill()
    line = null
  }
  let current = ''
  const open = (): ParserLine => {
    const opened = start()
    opened.onMessage((message) => settle?.((message as PackageMessage).result))
    opened.onExit((outOfMemory) => {
      if (line !== opened) return
      line = null
      settle?.(
        outOfMemory
          ? fail('FILE_UNSAFE', { file: current, why: 'cần quá nhiều bộ nhớ để đọc' })
          : fail('FILE_READING_STOPPED', { file: current }),
      )
    })
    return opened
  }
  return {
    close: drop,
    async read(file, passphrase) {
      if (signal.aborted) return fail('CANCELLED')
      const name = path.basename(file)
      const answer = await new Promise<AppResult<string>>((resolve) => {
        const finish = (result: AppResult<string>): void => {
          clearTimeout(clock)
          signal.removeEventListener('abort', cancel)
          settle = null
          resolve(result)
        }
        const stop = (result: AppResult<string>): void => {
          drop()
          finish(result)
        }
        const cancel = (): void => stop(fail('CANCELLED'))
        const clock = setTimeout(() => stop(fail('FILE_TOO_SLOW', { file: name })), timeLimitOf(file))
        signal.addEventListener('abort', cancel)
        settle = finish
        current = name
        line ??= open()
        line.post({ type: 'parse-package', file: path.resolve(file), passphrase } satisfies ParsePackageRequest)
      })
      return answer.ok ? ok(JSON.parse(answer.value) as PackageReading) : answer
    },
  }
}
