import { ok } from '#shared/kit/result.ts'
import type { Command } from '../command.ts'
import { writeTable } from '../text/table.ts'

export const historyCommand: Command = {
  name: ['history'],
  usage: '--db TỆP',
  summary: 'Những việc đã làm, việc mới nhất trước',
  options: {},
  db: 'required',
  async run(backend) {
    const listed = await backend.call('history.list', { limit: 1000 })
    if (!listed.ok) return listed
    const rows = listed.value.map((row) => [
      row.sequence,
      row.at.slice(0, 19).replace('T', ' '),
      row.who,
      row.label,
      row.changes,
    ])
    return ok({ value: listed.value, text: writeTable(['Số', 'Lúc (UTC)', 'Ai', 'Việc', 'Thay đổi'], rows) })
  },
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
