import { ok } from '#shared/kit/result.ts'
import type { UndoReport } from '#shared/contract/history.ts'
import type { Command, CommandOutput } from '../command.ts'

export const undoCommand: Command = {
  name: ['undo'],
  usage: '--db TỆP [MÃ VIỆC]',
  summary: 'Hoàn tác việc mới nhất, hoặc việc đã cho; giữ các sửa đổi làm sau',
  options: { words: [0, 1] },
  db: 'required',
  async run(backend, args) {
    const operationId = args.words[0]
    const undone = await backend.call('history.undo', operationId === undefined ? {} : { operationId })
    return undone.ok ? ok(describe('Đã hoàn tác', undone.value)) : undone
  },
}

export const redoCommand: Command = {
  name: ['redo'],
  usage: '--db TỆP',
  summary: 'Làm lại việc vừa hoàn tác',
  options: {},
  db: 'required',
  async run(backend) {
    const redone = await backend.call('history.redo', {})
    return redone.ok ? ok(describe('Đã làm lại', redone.value)) : redone
  },
}

function describe(words: string, report: UndoReport): CommandOutput {
  const kept = report.kept.length === 0 ? '' : `\nGiữ nguyên ${report.kept.length} ô đã được sửa sau đó.`
  return { value: report, text: `${words}: ${report.label}${kept}` }
}
