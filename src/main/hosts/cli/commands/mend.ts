import { fail } from '#shared/contract/errors.ts'
import { ok } from '#shared/kit/result.ts'
import type { Command } from '../command.ts'
import { findingTable } from '../text/check.ts'
import { documentsText } from '../text/documents.ts'

export const mendCommand: Command = {
  name: ['mend'],
  usage: '--db TỆP TỆP.docx [--rules BỘ-QUY-TẮC] --out TỆP',
  summary: 'Sửa giúp: ghi bản sao với số liệu như khi tạo và đúng thể thức; tệp gốc giữ nguyên',
  options: { values: ['rules', 'out'], words: [1, 1] },
  db: 'required',
  async run(backend, args) {
    const [file = ''] = args.words
    const out = args.value('out')
    if (out === undefined) return fail('OPTION_MISSING', { name: 'out' })
    const mended = await backend.call('documents.mendFile', { file, rules: args.value('rules') ?? null, out })
    if (!mended.ok) return mended
    const { figures, format, left, leftFigures } = mended.value
    const text = [
      documentsText.mended(mended.value.file, figures, format),
      ...(leftFigures === 0 ? [] : [documentsText.leftFigures(leftFigures)]),
      ...(left.length === 0 ? [] : [documentsText.left, findingTable(left)]),
    ].join('\n')
    return ok({ value: mended.value, text })
  },
}
