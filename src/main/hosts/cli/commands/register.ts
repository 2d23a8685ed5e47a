import { fail } from '#shared/contract/errors.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import { ok } from '#shared/kit/result.ts'
import type { Command } from '../command.ts'
import { readOptionalDate } from '../dates.ts'
import { documentsText } from '../text/documents.ts'
import { writeTable } from '../text/table.ts'

export const registerListCommand: Command = {
  name: ['register', 'list'],
  usage: '',
  summary: 'Sổ văn bản: số, ngày, tên; nêu số trống và số trùng',
  options: { values: [], flags: [], words: [0, 0] },
  db: 'required',
  async run(backend) {
    const listed = await backend.call('register.list', {})
    if (!listed.ok) return listed
    const { rows, flags } = listed.value
    const table = rows.map((row) => [row.code, formatDate(row.issuedOn), row.title, row.corrects ?? ''])
    const text = rows.length === 0 ? documentsText.registerEmpty : writeTable(documentsText.registerColumns, table)
    return ok({ value: listed.value, text: [text, ...flags.map((flag) => flag.message)].join('\n') })
  },
}

export const registerSaveCommand: Command = {
  name: ['register', 'save'],
  usage: 'MÃ-VĂN-BẢN --out TỆP',
  summary: 'Lấy lại bản đã phát hành: .docx đúng từng byte, hoặc .pdf',
  options: { values: ['out'], flags: [], words: [1, 1] },
  db: 'required',
  async run(backend, args) {
    const [id] = args.words
    const out = args.value('out')
    if (id === undefined) return fail('ARGUMENT_MISSING')
    if (out === undefined) return fail('OPTION_MISSING', { name: 'out' })
    const saved = await backend.call('documents.saveIssued', { id, out })
    if (!saved.ok) return saved
    return ok({ value: saved.value, text: documentsText.saved(saved.value.file) })
  },
}

export const registerIssueCommand: Command = {
  name: ['register', 'issue'],
  usage: 'MÃ-VĂN-BẢN [--number SỐ] [--on NGÀY] [--corrects MÃ-VĂN-BẢN]',
  summary: 'Phát hành một văn bản đã tạo: cấp số, ghi ngày, lưu nguyên bản',
  options: { values: ['number', 'on', 'corrects'], flags: [], words: [1, 1] },
  db: 'required',
  async run(backend, args, environment) {
    const [id] = args.words
    if (id === undefined) return fail('ARGUMENT_MISSING')
    const on = readOptionalDate(args.value('on'))
    if (!on.ok) return on
    const issued = await backend.call('documents.issue', {
      id,
      number: args.value('number') ?? null,
      on: on.value ?? environment.today,
      corrects: args.value('corrects') ?? null,
    })
    if (!issued.ok) return issued
    return ok({ value: issued.value, text: documentsText.issued(issued.value.code, issued.value.filled) })
  },
}
