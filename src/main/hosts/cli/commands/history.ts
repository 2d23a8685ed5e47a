import type { OperationRow, RowHistoryEntry } from '#shared/contract/history.ts'
import type { AppResult } from '#shared/contract/errors.ts'
import { ok } from '#shared/kit/result.ts'
import type { Backend } from '../../../backend.ts'
import type { Command, CommandOutput } from '../command.ts'
import { HISTORY_TEXT, localTime } from '../text/history.ts'
import { writeTable } from '../text/table.ts'
import { readLimit } from '../values.ts'

/** One request of the backend; more are asked for page by page. */
const PAGE = 1000

export const historyCommand: Command = {
  name: ['history'],
  usage: '--db TỆP [--row MÃ] [--limit SỐ]',
  summary: 'Những việc đã làm, việc mới nhất trước; --row: lịch sử của một dòng (mã đơn vị, MST, mã dòng…)',
  options: { values: ['row', 'limit'] },
  db: 'required',
  async run(backend, args) {
    const limit = readLimit(args)
    if (!limit.ok) return limit
    const wanted = limit.value ?? PAGE
    const row = args.value('row')
    return row === undefined ? listSteps(backend, wanted) : listOfRow(backend, row, Math.min(wanted, PAGE))
  },
}

async function listSteps(backend: Backend, wanted: number): Promise<AppResult<CommandOutput>> {
  const rows: OperationRow[] = []
  while (rows.length < wanted) {
    const limit = Math.min(PAGE, wanted - rows.length)
    const listed = await backend.call('history.list', { limit, before: rows.at(-1)?.sequence ?? null })
    if (!listed.ok) return listed
    rows.push(...listed.value)
    if (listed.value.length < limit) break
  }
  const lines = rows.map((row) => [
    row.sequence,
    localTime(row.at),
    row.who,
    row.label,
    row.rows,
    HISTORY_TEXT.states[row.state],
    row.id,
  ])
  return ok({ value: rows, text: writeTable(HISTORY_TEXT.stepColumns, lines) })
}

async function listOfRow(backend: Backend, code: string, limit: number): Promise<AppResult<CommandOutput>> {
  const found = await backend.call('history.find', { code, limit })
  if (!found.ok) return found
  const lines = found.value.entries.flatMap((entry) =>
    entry.cells.map((cell) => [
      localTime(entry.at),
      entry.who,
      entry.label,
      entry.what,
      cell.title,
      cell.before ?? '',
      cell.after ?? '',
    ]),
  )
  const text = `${found.value.name}\n${writeTable(HISTORY_TEXT.rowColumns, lines)}`
  return ok({ value: found.value.entries.flatMap(publishEntry), text })
}

/** One value a changed cell: who changed what from what to what, when. */
function publishEntry({ cells, ...entry }: RowHistoryEntry): Record<string, unknown>[] {
  const common = { ...entry, operation: entry.operationId }
  if (cells.length === 0) return [{ ...common, column: null, title: null, before: null, after: null }]
  return cells.map((cell) => ({ ...common, ...cell }))
}

export const verifyCommand: Command = {
  name: ['verify'],
  usage: '--db TỆP',
  summary: 'Kiểm tra tệp dữ liệu có nguyên vẹn và khớp không',
  options: {},
  db: 'required',
  async run(backend) {
    const verified = await backend.call('file.verify', {})
    if (!verified.ok) return verified
    const lines = verified.value.checks.map((check) => `${check.ok ? 'Đạt ' : 'LỖI '} ${check.message}`)
    return ok({ value: verified.value, text: lines.join('\n'), exitCode: verified.value.ok ? 0 : 1 })
  },
}
