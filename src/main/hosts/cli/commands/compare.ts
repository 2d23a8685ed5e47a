import { fail } from '#shared/contract/errors.ts'
import { ok } from '#shared/kit/result.ts'
import type { Command } from '../command.ts'
import { findingTable } from '../text/check.ts'
import { documentsText } from '../text/documents.ts'
import { writeTable } from '../text/table.ts'

export const compareCommand: Command = {
  name: ['compare'],
  usage: 'TỆP.docx',
  summary: 'Đối chiếu văn bản đã sửa trong Word với số liệu khi tạo và thể thức',
  options: { values: [], flags: [], words: [1, 1] },
  db: 'required',
  async run(backend, args) {
    const [file] = args.words
    if (file === undefined) return fail('ARGUMENT_MISSING')
    const compared = await backend.call('documents.compareFile', { file })
    if (!compared.ok) return compared
    const { figures, format, unchanged } = compared.value
    const figureTable = writeTable(
      documentsText.compareColumns,
      figures.map(({ kind, found, expected, where }) => [documentsText.change[kind], found, expected, where]),
    )
    const text = [
      figures.length === 0 ? documentsText.compareClean(unchanged) : figureTable,
      ...(format.length === 0 ? [] : [findingTable(format)]),
    ].join('\n')
    return ok({ value: compared.value, text })
  },
}
