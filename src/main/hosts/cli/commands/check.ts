import { fail } from '#shared/contract/errors.ts'
import { ok } from '#shared/kit/result.ts'
import { checkDocumentFile } from '../../../services/documents/check-file.ts'
import type { Command } from '../command.ts'
import { checkText, findingTable } from '../text/check.ts'

export const checkCommand: Command = {
  name: ['check'],
  usage: 'TỆP.docx [--rules BỘ-QUY-TẮC]',
  summary: 'Kiểm tra thể thức một văn bản Word; nêu quy tắc, giá trị có và giá trị phải có',
  options: { values: ['rules'], flags: [], words: [1, 1] },
  // A document is looked at without any data file.
  db: 'none',
  async run(_, args, environment) {
    const [file] = args.words
    if (file === undefined) return fail('ARGUMENT_MISSING')
    const checked = await checkDocumentFile(environment, file, args.value('rules') ?? null)
    if (!checked.ok) return checked
    const { findings, rules } = checked.value
    const value = findings.map(({ rule, severity, found, expected, where }) => ({
      rule,
      severity,
      found,
      expected,
      where,
    }))
    const text = findings.length === 0 ? checkText.clean(rules) : findingTable(findings)
    return ok({ value, text })
  },
}
