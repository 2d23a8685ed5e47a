import fs from 'node:fs'
import path from 'node:path'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { Output, ParsedInput } from '#shared/contract/index.ts'
import { allUnits } from '#shared/domain/documents/facts.ts'
import { ok } from '#shared/kit/result.ts'
import type { JobContext } from '../service.ts'
import { makeDocument } from './make.ts'
import { prepare } from './prepare.ts'

type Item = Output<'documents.batch'>['items'][number]

/**
 * One document per direct child of the province that has targets of the plan. A file that is already there is kept,
 * so that a run that was stopped goes on; `again` makes all anew. What fails for one unit does not stop the others.
 */
export async function makeBatch(
  context: JobContext,
  { folder: asked, again, ...choice }: ParsedInput<'documents.batch'>,
): Promise<AppResult<Output<'documents.batch'>>> {
  const folder = path.resolve(asked)
  const whole = prepare(
    context.store,
    context.resources,
    { ...choice, unit: rootCode(context), union: null },
    context.today(),
  )
  if (!whole.ok) return whole
  const { type, facts } = whole.value
  const units = allUnits(facts).filter(({ measures }) => measures.some((measure) => measure.target !== null))
  try {
    fs.mkdirSync(folder, { recursive: true })
  } catch {
    return fail('FOLDER_READ_ONLY', { folder })
  }
  const items: Item[] = []
  for (const [index, { unit }] of units.entries()) {
    if (context.signal.aborted) return fail('CANCELLED')
    context.progress({ step: unit.shortName, done: index, total: units.length })
    const file = path.join(
      folder,
      safeName(`${unit.code} - ${unit.shortName} - ${type.fileName} ${facts.plan.code}.docx`),
    )
    if (!again && fs.existsSync(file)) {
      items.push({ unit: unit.code, name: unit.name, file, outcome: 'kept', message: null })
      continue
    }
    const quiet = { ...context, progress: () => undefined }
    const made = await makeDocument(quiet, { ...choice, unit: unit.code, union: null, out: file })
    items.push(
      made.ok
        ? { unit: unit.code, name: unit.name, file, outcome: 'made', message: null }
        : { unit: unit.code, name: unit.name, file: null, outcome: 'failed', message: made.error.message },
    )
  }
  context.progress({ step: 'Đã xong', done: units.length, total: units.length })
  const count = (outcome: Item['outcome']): number => items.filter((item) => item.outcome === outcome).length
  return ok({ folder, made: count('made'), kept: count('kept'), failed: count('failed'), items })
}

/** The province's own unit, also for types a unit itself issues. */
function rootCode({ store }: JobContext): string {
  const row = store.sqlite
    .prepare<[], { code: string }>('SELECT code FROM units WHERE parent_id IS NULL ORDER BY sort_order LIMIT 1')
    .get()
  if (row === undefined) throw new Error('a data file always has a root unit')
  return row.code
}

/** Signs Windows allows in no name, and lengths no folder takes. */
function safeName(name: string): string {
  const plain = name
    .replace(/[\\/:*?"<>|]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim()
  return plain.length <= 150 ? plain : `${plain.slice(0, 145)}.docx`
}
