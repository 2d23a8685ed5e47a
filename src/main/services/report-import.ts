import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { ReportImport, reportImportContract } from '#shared/contract/report-import.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import { plainKey } from '#shared/domain/report-files/find-unit.ts'
import { yearOf } from '#shared/kit/dates.ts'
import { ok } from '#shared/kit/result.ts'
import { and, asc, eq } from '../db/orm.ts'
import { indicators, reportFiles, reportWordings, units } from '../db/schema/index.ts'
import { backUpBeforeImport } from './backup.ts'
import { createLookup, findPlan } from './lookup.ts'
import { readFileCells } from './report-import/cells.ts'
import { type FailedFile, openFiles, type ReadFile, understandFile } from './report-import/read-files.ts'
import { composeAnswer } from './report-import/compose.ts'
import { gather } from './report-import/gather.ts'
import { planNewUnits, tellMadeUnits } from './report-import/new-units.ts'
import { writeReports } from './report-import/write.ts'
import type { JobContext, Service } from './service.ts'
import { IMPORT_STEPS } from './survey/text.ts'

export const reportImportService: Service<keyof typeof reportImportContract> = {
  'reportFiles.preview': (context, input) => runImport(context, { ...input, allOrNothing: false }, true),
  'reportFiles.import': (context, input) => runImport(context, input, false),

  'reportFiles.learn': ({ store, newId }, { kind, key, wording, code }) => {
    const lookup = createLookup(store)
    const indicator = kind === 'indicator' && code !== null ? lookup.indicatorOf(code) : null
    if (indicator !== null && !indicator.ok) return indicator
    const unit = kind === 'unit' && code !== null ? lookup.unitOf(code) : null
    if (unit !== null && !unit.ok) return unit
    const matchKey = kind === 'unit' ? plainKey(key) : key
    const row = { indicatorId: indicator?.value.id ?? null, unitId: unit?.value.id ?? null, wording }
    const known = store.db
      .select()
      .from(reportWordings)
      .where(and(eq(reportWordings.kind, kind), eq(reportWordings.matchKey, matchKey)))
      .get()
    store.write(
      { kind: 'reportFiles.learn', label: `Ghi nhớ cách gọi “${wording.slice(0, 80)}” trong báo cáo` },
      (tx) => {
        if (known === undefined)
          tx.db
            .insert(reportWordings)
            .values({ id: newId(), kind, matchKey, ...row })
            .run()
        else tx.db.update(reportWordings).set(row).where(eq(reportWordings.id, known.id)).run()
        return null
      },
    )
    return ok({})
  },

  'reportFiles.wordings': ({ store }) =>
    ok(
      store.db
        .select({ row: reportWordings, indicator: indicators, unit: units })
        .from(reportWordings)
        .leftJoin(indicators, eq(indicators.id, reportWordings.indicatorId))
        .leftJoin(units, eq(units.id, reportWordings.unitId))
        .orderBy(asc(reportWordings.wording))
        .all()
        .map(({ row, indicator, unit }) => ({
          id: row.id,
          kind: row.kind,
          wording: row.wording,
          code: indicator?.code ?? unit?.code ?? null,
          name: indicator?.name ?? unit?.name ?? null,
        })),
    ),

  'reportFiles.forget': ({ store }, { id }) => {
    const row = store.db.select().from(reportWordings).where(eq(reportWordings.id, id)).get()
    if (row === undefined) return fail('ROW_UNKNOWN')
    store.write({ kind: 'reportFiles.forget', label: `Bỏ ghi nhớ cách gọi “${row.wording.slice(0, 80)}”` }, (tx) => {
      tx.db.delete(reportWordings).where(eq(reportWordings.id, id)).run()
      return null
    })
    return ok({})
  },

  'reportFiles.cells': ({ store }, { file }) => readFileCells(store, file),
}

type ImportInput = ParsedInput<'reportFiles.import'>

/** Opens, understands, decides and – unless it is a dry run – writes everything in one short transaction. */
async function runImport(context: JobContext, input: ImportInput, dryRun: boolean): Promise<AppResult<ReportImport>> {
  const { store, signal } = context
  const read = await openFiles(context, input.files, input.sheet, IMPORT_STEPS.reading)
  if (!read.ok) return read
  // Reading took its time; what the files are compared with is read from here on.
  store.look()
  const plan = input.plan === null ? null : findPlan(store, input.plan)
  if (plan !== null && !plan.ok) return plan
  const asked = input.unit === null ? null : createLookup(store).unitOf(input.unit)
  if (asked !== null && !asked.ok) return asked
  for (const { code } of input.answers) {
    const lookup = createLookup(store)
    if (code !== null && !lookup.indicatorOf(code).ok && !lookup.unitOf(code).ok)
      return fail('INDICATOR_UNKNOWN', { code })
  }
  const failed: FailedFile[] = [...read.value.failed]
  const files: ReadFile[] = []
  const yearHint = yearOf(input.asOf ?? plan?.value.to ?? context.today())
  for (const opened of read.value.opened) {
    const understood = understandFile(store, opened, { asOf: input.asOf, yearHint, answers: input.answers })
    if (understood.ok) files.push(understood.value)
    else failed.push({ file: opened.name, error: understood.error })
  }
  const made = input.createUnits ? planNewUnits(store, files, input.asOf ?? context.today(), context.newId) : []
  if (made.length > 0)
    // Read again with them: a unit one file's letterhead names is a row of another's table.
    for (const opened of read.value.opened) {
      const again = understandFile(store, opened, {
        asOf: input.asOf,
        yearHint,
        answers: input.answers,
        made: made.map(({ place }) => place),
      })
      const at = files.findIndex(({ name }) => name === opened.name)
      if (again.ok && at >= 0) files[at] = again.value
    }
  const [firstFailure] = failed
  if (files.length === 0 && firstFailure !== undefined) return { ok: false, error: firstFailure.error }

  context.progress({ step: IMPORT_STEPS.comparing, done: 0, total: files.length })
  const gathered = gather(context, input, files, made)
  const leftOut = countLeftOut(gathered, failed.length)
  if (input.allOrNothing && leftOut > 0) return fail('REPORTS_NOT_WHOLE', { count: leftOut })
  // The last moment to stop: once writing has begun it goes through.
  if (signal.aborted) return fail('CANCELLED')
  const known = new Set(
    store.db
      .select({ sha256: reportFiles.sha256 })
      .from(reportFiles)
      .all()
      .map(({ sha256 }) => sha256),
  )
  const toWrite = gathered.decided.filter(({ staged }) => staged.length > 0)
  if (!dryRun && toWrite.length > 0) {
    context.progress({ step: IMPORT_STEPS.writing, done: 0, total: toWrite.length })
    const saved = backUpBeforeImport(store, context)
    if (!saved.ok) return saved
    writeReports(store, context.today(), files, toWrite, made)
  }
  const used = new Set(toWrite.flatMap(({ staged }) => staged.map(({ entry }) => entry.unit.id)))
  const newUnits = tellMadeUnits(made, used, dryRun)
  return ok(composeAnswer(store, input.asOf, { dryRun, files, failed, known, newUnits, ...gathered }))
}

/** Figures and files this import could not take: what is asked about, what nobody could place, read or count. */
function countLeftOut({ questions, unmatched, decided, findings }: ReturnType<typeof gather>, failed: number): number {
  const refused = decided.flatMap(({ report }) => report.values.filter(({ state }) => isLeftOut(state)))
  const unread = findings.filter(({ kind }) => kind === 'unreadable')
  const unplaced = unmatched.filter(({ figures }) => figures.length > 0)
  return failed + questions.length + unplaced.length + refused.length + unread.length
}

function isLeftOut(state: ReportImport['reports'][number]['values'][number]['state']): boolean {
  return state === 'closed' || state === 'refused'
}
