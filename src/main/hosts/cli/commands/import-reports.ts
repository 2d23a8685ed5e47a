import path from 'node:path'
import type { Input } from '#shared/contract/index.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import { ok } from '#shared/kit/result.ts'
import type { Arguments } from '../arguments.ts'
import type { Command, CommandOutput } from '../command.ts'
import { readDates } from '../dates.ts'
import { BASIS_WORDS } from '../text/choices.ts'
import { writeReportImport } from '../text/report-import.ts'
import { readOptionalChoice } from '../values.ts'

/** Options of `import` that only reports have, and those only a survey has. */
export const REPORT_VALUES = ['unit', 'from', 'basis', 'plan', 'adjust'] as const
export const REPORT_FLAGS = ['overwrite', 'remember'] as const

/** `import FILE… --kind report`: reports of units and the office's consolidated table. */
export async function importReports(
  backend: Parameters<Command['run']>[0],
  args: Arguments,
  say: (line: string) => void,
): Promise<AppResult<CommandOutput>> {
  const dates = readDates(args, ['as-of', 'from'])
  if (!dates.ok) return dates
  const basis = readOptionalChoice(args, 'basis', BASIS_WORDS)
  if (!basis.ok) return basis
  const answers = readAnswers(args.list('answer'))
  if (!answers.ok) return answers
  const input: Input<'reportFiles.import'> = {
    files: args.words.map((word) => path.resolve(word)),
    sheet: args.value('sheet') ?? null,
    unit: args.value('unit') ?? null,
    asOf: dates.value['as-of'],
    from: dates.value.from,
    basis: basis.value,
    plan: args.value('plan') ?? null,
    createUnits: args.flag('create-units'),
    overwrite: args.flag('overwrite'),
    adjustReason: args.value('adjust') ?? null,
    answers: answers.value,
  }
  let step = ''
  const onProgress = (progress: { readonly step: string }): void => {
    if (progress.step !== step) say(`${progress.step}…`)
    step = progress.step
  }
  if (args.flag('remember')) {
    const preview = await backend.call('reportFiles.preview', { ...input, answers: [] }, { onProgress })
    if (!preview.ok) return preview
    for (const question of preview.value.questions) {
      const answer = answers.value.find(
        ({ file, sheet, cell }) =>
          cell === question.cell &&
          (file === null || file === question.file) &&
          (sheet === null || sheet === question.sheet),
      )
      if (answer === undefined || question.key === '' || question.kind === 'day') continue
      const learned = await backend.call('reportFiles.learn', {
        kind: question.kind === 'unit' ? 'unit' : 'indicator',
        key: question.key,
        wording: question.text,
        code: answer.code,
      })
      if (!learned.ok) return learned
    }
  }
  const result = args.flag('dry-run')
    ? await backend.call('reportFiles.preview', input, { onProgress })
    : await backend.call('reportFiles.import', { ...input, allOrNothing: args.flag('all-or-nothing') }, { onProgress })
  return result.ok ? ok({ value: result.value, text: writeReportImport(result.value) }) : result
}

/** `--answer B8=DV_MOI_NNN`, with the file or the sheet before it where several have such a cell; `-` passes the row over. */
function readAnswers(
  texts: readonly string[],
): AppResult<{ file: string | null; sheet: string | null; cell: string; code: string | null }[]> {
  const answers: { file: string | null; sheet: string | null; cell: string; code: string | null }[] = []
  for (const text of texts) {
    const match = /^(?:(.*)!)?([A-Za-z]{1,3}\d{1,7})?=(.+)$/u.exec(text)
    if (match === null) return fail('OPTION_CHOICE', { name: 'answer', text, values: 'Ô=MÃ, TỆP!Ô=MÃ, TỆP!TRANG!Ô=MÃ' })
    const [file, sheet] = (match[1] ?? '').split('!')
    const code = (match[3] ?? '').trim()
    answers.push({
      file: file === undefined || file === '' ? null : file.normalize('NFC'),
      sheet: sheet ?? null,
      cell: (match[2] ?? '').toUpperCase(),
      code: code === '-' ? null : code,
    })
  }
  return ok(answers)
}
