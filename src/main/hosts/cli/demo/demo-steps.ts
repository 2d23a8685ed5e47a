import fs from 'node:fs'
import path from 'node:path'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { MadeDocument } from '#shared/contract/documents.ts'
import type { ReportAnswer } from '#shared/contract/results.ts'
import type { ImportReport } from '#shared/contract/survey.ts'
import type { AllocationAnswer } from '#shared/contract/targets.ts'
import { parseTypedValue } from '#shared/domain/results/parse-value.ts'
import { ok } from '#shared/kit/result.ts'
import type { Backend } from '../../../backend.ts'
import type { DemoScript } from './demo-script.ts'

// The steps of the demo. Each only asks the backend, through the contract, as the window would.

/** A fresh data file with the sample province. An older one of the same name is taken away first. */
export async function makeSample(backend: Backend, file: string): Promise<AppResult<string>> {
  try {
    for (const suffix of ['', '-wal', '-shm']) fs.rmSync(file + suffix, { force: true })
  } catch {
    // Windows keeps a file that another program has open.
    return fail('DATA_FILE_BUSY', { file: path.basename(file) })
  }
  const made = await backend.call('file.createSample', { file })
  if (!made.ok) return made
  // Backups of the run before are of a file that is no more.
  const backups = await backend.call('file.listBackups', {})
  if (!backups.ok) return backups
  for (const backup of backups.value) fs.rmSync(backup.file, { force: true })
  return ok(made.value.provinceName ?? '')
}

/** Looks first, as the window does before it asks, then applies the good rows. */
export async function importFile(
  backend: Backend,
  script: DemoScript,
  name: string,
): Promise<AppResult<{ readonly before: ImportReport; readonly after: ImportReport }>> {
  const input = { file: path.join(script.folder, name), asOf: script.surveyDay }
  const before = await backend.call('survey.preview', input)
  if (!before.ok) return before
  const after = await backend.call('survey.import', input)
  return after.ok ? ok({ before: before.value, after: after.value }) : after
}

export async function setTargets(backend: Backend, script: DemoScript, root: string): Promise<AppResult<number>> {
  const cells = script.targets.flatMap(({ assigner, kind, values }) =>
    Object.entries(values).map(([indicator, value]) => ({ unit: root, indicator, assigner, kind, value })),
  )
  const written = await backend.call('targets.setMany', { plan: script.plan, cells })
  return written.ok ? ok(written.value.written) : written
}

export async function allocateAll(backend: Backend, script: DemoScript): Promise<AppResult<AllocationAnswer[]>> {
  const answers: AllocationAnswer[] = []
  for (const allocation of script.allocations) {
    const allocated = await backend.call('targets.allocate', { plan: script.plan, ...allocation })
    if (!allocated.ok) return allocated
    answers.push(allocated.value)
  }
  return ok(answers)
}

export async function typeResults(backend: Backend, script: DemoScript): Promise<AppResult<ReportAnswer[]>> {
  const entries: Parameters<typeof backend.call<'reports.addMany'>>[1]['entries'] = []
  for (const { unit, source, values } of script.results)
    for (const [indicator, text] of Object.entries(values)) {
      const typed = parseTypedValue(text)
      if (typed === null) return fail('NUMBER_INVALID', { text })
      entries.push({ unit, indicator, asOf: script.asOf, value: typed.value, qualifier: typed.word, source })
    }
  const added = await backend.call('reports.addMany', { entries })
  return added.ok ? ok(added.value.entries) : added
}

/** Every type of document there is, into the folder under the name it proposes. */
export async function makeDocuments(
  backend: Backend,
  script: DemoScript,
  folder: string,
): Promise<AppResult<MadeDocument[]>> {
  const types = await backend.call('documents.types', {})
  if (!types.ok) return types
  const made: MadeDocument[] = []
  for (const { type, speaksOf } of types.value) {
    const choice = { type, plan: script.plan, asOf: speaksOf === 'day' ? script.asOf : null }
    const checked = await backend.call('documents.check', choice)
    if (!checked.ok) return checked
    const document = await backend.call('documents.make', { ...choice, out: path.join(folder, checked.value.fileName) })
    if (!document.ok) return document
    made.push(document.value)
  }
  return ok(made)
}
