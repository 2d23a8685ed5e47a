import path from 'node:path'
import type { ImportReport } from '#shared/contract/survey.ts'
import { ok } from '#shared/kit/result.ts'
import type { Command } from '../command.ts'
import { readOptionalDate } from '../dates.ts'
import { writeImportReport } from '../text/import-report.ts'

export const importCommand: Command = {
  name: ['import'],
  usage: 'TỆP --db TỆP [--sheet TÊN] [--dry-run] [--create-units] [--all-or-nothing] [--as-of NGÀY]',
  summary: 'Nhập danh sách doanh nghiệp từ tệp Excel (.xlsx, .xls) hoặc .csv',
  options: { values: ['sheet', 'as-of'], flags: ['dry-run', 'create-units', 'all-or-nothing'], words: [1, 1] },
  db: 'required',
  async run(backend, args, { say }) {
    const asOf = readOptionalDate(args.value('as-of'))
    if (!asOf.ok) return asOf
    const input = {
      file: path.resolve(args.words[0] ?? ''),
      sheet: args.value('sheet') ?? null,
      createUnits: args.flag('create-units'),
      allOrNothing: args.flag('all-or-nothing'),
      asOf: asOf.value,
    }
    let step = ''
    const onProgress = (progress: { readonly step: string }): void => {
      if (progress.step !== step) say(`${progress.step}…`)
      step = progress.step
    }
    const result = args.flag('dry-run')
      ? await backend.call('survey.preview', input, { onProgress })
      : await backend.call('survey.import', input, { onProgress })
    if (!result.ok) return result
    const report: ImportReport = result.value
    return ok({ value: report, text: writeImportReport(report) })
  },
}
