import type { ForeignRow } from '#shared/domain/exchange/foreign-sheet.ts'
import {
  isParsePackageRequest,
  isParseRequest,
  isParseWordRequest,
  packRows,
  type PackageMessage,
  type ParseMessage,
  type WordMessage,
} from '#main/exchange/parse/protocol.ts'
import { readPackageFile } from '#main/exchange/package/read-package.ts'
import { readForeignFile } from '#main/exchange/read-foreign-file.ts'
import { readWordFile } from '#main/exchange/read-word-file.ts'
import type { ParserChannel } from '#main/services/ports.ts'

/**
 * The parser of the real parse process in this very process: hundreds of files are read in the time their processes
 * would take to start. What a process of its own is for (memory, time, being killed) is tested with the real one.
 */
export function parseHere(): ParserChannel {
  const listeners: ((message: unknown) => void)[] = []
  const say = (message: ParseMessage | WordMessage | PackageMessage): void =>
    listeners.forEach((listener) => listener(structuredClone(message)))
  return {
    post: (message) => {
      if (isParseRequest(message)) void parse(message.file, message.sheet, say)
      else if (isParseWordRequest(message))
        void readWordFile(message.file).then((result) => say({ type: 'word', result }))
      else if (isParsePackageRequest(message))
        void readPackageFile(message.file, message.passphrase).then((result) =>
          say({ type: 'package', result: result.ok ? { ok: true, value: JSON.stringify(result.value) } : result }),
        )
    },
    onMessage: (listener) => void listeners.push(listener),
    onExit: () => undefined,
    kill: () => undefined,
  }
}

async function parse(file: string, sheet: string | null, say: (message: ParseMessage) => void): Promise<void> {
  let rows: ForeignRow[] = []
  const flush = (): void => {
    if (rows.length > 0) say({ type: 'rows', rows: packRows(rows) })
    rows = []
  }
  const result = await readForeignFile(
    file,
    { sheet },
    {
      names: (names) => say({ type: 'names', names }),
      note: (note) => say({ type: 'note', note }),
      sheet: (head) => {
        flush()
        say({ type: 'sheet', head })
      },
      row: (row) => {
        rows.push(row)
        if (rows.length >= 500) flush()
      },
    },
  )
  flush()
  say({ type: 'done', result })
}
