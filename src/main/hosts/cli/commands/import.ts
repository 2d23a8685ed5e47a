import path from 'node:path'
import type { ImportReport } from '#shared/contract/survey.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import { SURVEY_FIELDS, type SurveyField } from '#shared/domain/survey/fields.ts'
import { ok } from '#shared/kit/result.ts'
import type { Arguments } from '../arguments.ts'
import type { Command } from '../command.ts'
import { readOptionalDate } from '../dates.ts'
import { writeImportReport } from '../text/import-report.ts'
import { readOptionalChoice } from '../values.ts'
import { importReports, REPORT_FLAGS, REPORT_VALUES } from './import-reports.ts'

const KINDS = { survey: ['khảo sát', 'danh sách'], report: ['báo cáo'] } as const

export const importCommand: Command = {
  name: ['import'],
  usage:
    'TỆP --db TỆP [--sheet TÊN] [--dry-run] [--create-units] [--all-or-nothing] [--as-of NGÀY] [--sender NƠI-GỬI] [--column CỘT=TRƯỜNG]…\n' +
    '  chitieu import TỆP… --kind report --db TỆP [--unit MÃ] [--as-of NGÀY] [--from NGÀY] [--basis cumulative|increment] [--plan MÃ] [--create-units] [--dry-run] [--sheet TÊN] [--answer Ô=MÃ]… [--remember] [--overwrite] [--adjust LÝ DO] [--all-or-nothing]',
  summary:
    'Nhập danh sách doanh nghiệp, hoặc với --kind report báo cáo kết quả của các đơn vị, từ tệp .xlsx, .xls, .ods, .csv; báo cáo còn từ .docx, .txt',
  options: {
    values: ['kind', 'sheet', 'as-of', 'sender', ...REPORT_VALUES],
    lists: ['answer', 'column'],
    flags: ['dry-run', 'create-units', 'all-or-nothing', ...REPORT_FLAGS],
    words: [1, 500],
  },
  db: 'required',
  async run(backend, args, { say }) {
    const kind = readOptionalChoice(args, 'kind', KINDS)
    if (!kind.ok) return kind
    if (kind.value === 'report') return importReports(backend, args, say)
    const alien = [
      ...REPORT_VALUES.filter((name) => args.value(name) !== undefined),
      ...REPORT_FLAGS.filter((name) => args.flag(name)),
    ][0]
    if (alien !== undefined || args.list('answer').length > 0)
      return fail('OPTION_UNKNOWN', { name: alien ?? 'answer' })
    if (args.words.length > 1) return fail('ARGUMENT_EXTRA', { text: args.words[1] ?? '' })
    const asOf = readOptionalDate(args.value('as-of'))
    if (!asOf.ok) return asOf
    const columns = readColumns(args)
    if (!columns.ok) return columns
    const input = {
      file: path.resolve(args.words[0] ?? ''),
      sheet: args.value('sheet') ?? null,
      createUnits: args.flag('create-units'),
      allOrNothing: args.flag('all-or-nothing'),
      asOf: asOf.value,
      sender: args.value('sender') ?? null,
      columns: columns.value,
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

/** "--column C=taxCode", "--column D=-" (kept under its title): how the columns of this list are read. */
function readColumns(args: Arguments): AppResult<Record<string, SurveyField | null> | null> {
  const columns: Record<string, SurveyField | null> = {}
  for (const text of args.list('column')) {
    const match = /^([A-Za-z]{1,3})=(.+)$/.exec(text)
    const name = match?.[2]?.trim() ?? ''
    const field = SURVEY_FIELDS.find((known) => known === name)
    if (match?.[1] === undefined || (field === undefined && name !== '-'))
      return fail('OPTION_CHOICE', { name: 'column', text, values: SURVEY_FIELDS.join(', ') })
    columns[match[1].toUpperCase()] = field ?? null
  }
  return ok(Object.keys(columns).length === 0 ? null : columns)
}
