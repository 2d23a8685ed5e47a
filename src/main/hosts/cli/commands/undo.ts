import { ok } from '#shared/kit/result.ts'
import type { Command } from '../command.ts'
import { tellPreview, tellReversal } from '../text/history.ts'

export const undoCommand: Command = {
  name: ['undo'],
  usage: '--db TỆP [SỐ|MÃ VIỆC] [--preview]',
  summary: 'Hoàn tác việc mới nhất, hoặc việc đã cho; giữ các sửa đổi làm sau; --preview chỉ xem trước',
  options: { words: [0, 1], flags: ['preview'] },
  db: 'required',
  async run(backend, args) {
    const operationId = args.words[0]
    const input = operationId === undefined ? {} : { operationId }
    if (args.flag('preview')) {
      const seen = await backend.call('history.preview', input)
      return seen.ok ? ok({ value: seen.value, text: tellPreview(seen.value) }) : seen
    }
    const undone = await backend.call('history.undo', input)
    return undone.ok ? ok({ value: undone.value, text: tellReversal('Đã hoàn tác', undone.value) }) : undone
  },
}

export const redoCommand: Command = {
  name: ['redo'],
  usage: '--db TỆP [SỐ|MÃ VIỆC]',
  summary: 'Làm lại việc vừa hoàn tác, hoặc việc đã cho',
  options: { words: [0, 1] },
  db: 'required',
  async run(backend, args) {
    const operationId = args.words[0]
    const redone = await backend.call('history.redo', operationId === undefined ? {} : { operationId })
    return redone.ok ? ok({ value: redone.value, text: tellReversal('Đã làm lại', redone.value) }) : redone
  },
}
