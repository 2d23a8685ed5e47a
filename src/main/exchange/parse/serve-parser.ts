import type { ForeignRow } from '#shared/domain/exchange/foreign-sheet.ts'
import { readForeignFile } from '../read-foreign-file.ts'
import { readWordFile, readWordFilePages } from '../read-word-file.ts'
import { readPackageFile } from '../package/read-package.ts'
import {
  isParsePackageRequest,
  isParseRequest,
  isParseWordPagesRequest,
  isParseWordRequest,
  packRows,
  type PackageMessage,
  type ParseMessage,
  type ParseRequest,
  type WordMessage,
  type WordPagesMessage,
} from './protocol.ts'
import { watchMemory } from './watch-memory.ts'

/** The parser's side of its line to the backend, whatever kind of process it lives in. */
export interface ParserPort {
  post(message: ParseMessage | WordMessage | WordPagesMessage | PackageMessage): void
  onMessage(listener: (message: unknown) => void): void
}

const ROWS_A_BATCH = 500

/** Answers parse requests. The process is the caller's to kill; here it only watches its own memory. */
export function serveParser(port: ParserPort): void {
  watchMemory()
  port.onMessage((message) => {
    if (isParseRequest(message)) void parse(port, message)
    else if (isParseWordRequest(message))
      void readWordFile(message.file).then((result) => port.post({ type: 'word', result }))
    else if (isParseWordPagesRequest(message))
      void readWordFilePages(message.file).then((result) => port.post({ type: 'word-pages', result }))
    else if (isParsePackageRequest(message)) void parsePackage(port, message.file, message.passphrase)
  })
}

async function parse(port: ParserPort, { file, sheet, papers }: ParseRequest): Promise<void> {
  let rows: ForeignRow[] = []
  const flush = (): void => {
    if (rows.length > 0) port.post({ type: 'rows', rows: packRows(rows) })
    rows = []
  }
  const result = await readForeignFile(
    file,
    { sheet, papers: papers === true },
    {
      names: (names) => port.post({ type: 'names', names }),
      note: (note) => port.post({ type: 'note', note }),
      sheet: (head) => {
        flush()
        port.post({ type: 'sheet', head })
      },
      row: (row) => {
        rows.push(row)
        if (rows.length >= ROWS_A_BATCH) flush()
      },
    },
  )
  flush()
  port.post({ type: 'done', result })
}

/** The answer goes as one text, which is far cheaper to hand over than half a million cells as objects. */
async function parsePackage(port: ParserPort, file: string, passphrase: string | null): Promise<void> {
  const read = await readPackageFile(file, passphrase)
  port.post({ type: 'package', result: read.ok ? { ok: true, value: JSON.stringify(read.value) } : read })
}
