import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { ImportFinding, ReportImport, reportImportContract, UnitReport } from '#shared/contract/report-import.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import { plainKey } from '#shared/domain/report-files/find-unit.ts'
import type { FileFinding, FileQuestion, ReadReport } from '#shared/domain/report-files/report-model.ts'
import { findingSentence, IMPORT_SENTENCES, questionSentence } from '#shared/domain/report-files/sentences.ts'
import type { PlaceUnit } from '#shared/domain/survey/places.ts'
import { type IsoDate, yearOf } from '#shared/kit/dates.ts'
import { ok } from '#shared/kit/result.ts'
import { and, asc, eq } from '../db/orm.ts'
import { readIndicators } from '../db/queries/indicators.ts'
import { readUnits } from '../db/queries/units.ts'
import { indicators, reportFiles, reportWordings, units } from '../db/schema/index.ts'
import { backUpBeforeImport } from './backup.ts'
import { createLookup, findPlan } from './lookup.ts'
import { readFileCells } from './report-import/cells.ts'
import { createDecider, type DecidedReport } from './report-import/decide.ts'
import { type FailedFile, openFiles, type ReadFile, understandFile } from './report-import/read-files.ts'
import { composeAnswer, type Gathered } from './report-import/compose.ts'
import { type MadeUnit, planNewUnits, tellMadeUnits } from './report-import/new-units.ts'
import { writeReports } from './report-import/write.ts'
import type { JobContext, Service } from './service.ts'
import { IMPORT_STEPS } from './survey/text.ts'

export const reportImportService: Service<keyof typeof reportImportContract> = {
  'reportFiles.preview': (context, input) => runImport(context, input, true),
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

function gather(
  { store }: JobContext,
  input: ImportInput,
  files: readonly ReadFile[],
  made: readonly MadeUnit[],
): Gathered {
  const decider = createDecider(
    store,
    input,
    made.map(({ tree }) => tree),
  )
  const all = [
    ...readUnits(store, null).map((unit): PlaceUnit => ({ ...unit, typeCode: unit.type })),
    ...made.map(({ place }) => place),
  ]
  const root = readUnits(store, null).find(({ parent }) => parent === null)
  const byCode = new Map(all.map((unit) => [unit.code, unit]))
  const names = new Map([
    ...readIndicators(store).map(({ code, name }) => [code, name] as const),
    ...all.map(({ code, name }) => [code, name] as const),
  ])
  const decided: DecidedReport[] = []
  const findings: ImportFinding[] = []
  const questions: ReportImport['questions'] = []
  const unmatched: ReportImport['unmatched'] = []
  const ask = (file: string, question: FileQuestion): void => {
    const { kind, sheet, cell, text, key, choices, figures } = question
    questions.push({
      kind,
      file,
      sheet,
      cell,
      text,
      key,
      sentence: questionSentence(question),
      choices: choices.map((code) => ({ code, name: names.get(code) ?? code })),
      figures: [...figures],
    })
  }
  // Units' own reports first: the office's table is held against them.
  const work = files.flatMap((file) =>
    file.sheets.flatMap((sheet) => sheet.reports.map((report) => ({ file, report }))),
  )
  const ordered = [
    ...work.filter(({ report }) => report.shape === 'form'),
    ...work.filter(({ report }) => report.shape !== 'form'),
  ]
  for (const { file, report } of ordered) {
    const settled = settleUnit(report, input, file.name, byCode, root?.id ?? '')
    if (settled.kind === 'left') continue
    const empty = { sheet: report.sheet, cell: '', key: '', under: null, figures: [] }
    if (settled.kind === 'ask') {
      if (report.shape === 'form')
        ask(file.name, { ...empty, kind: 'unit', text: settled.text, key: settled.text, choices: settled.choices })
      continue
    }
    const asOf = input.asOf ?? report.period.asOf
    if (asOf === null) {
      if (
        !questions.some(
          (question) => question.kind === 'day' && question.file === file.name && question.sheet === report.sheet,
        )
      )
        ask(file.name, { ...empty, kind: 'day', text: '', choices: [] })
      continue
    }
    const one = decider.decide(file.name, report, settled.unit, settled.source, asOf)
    if (report.shape === 'form' && file.sheets.length === 1)
      findings.push(...checkName(file, report, settled.unit, asOf, input.asOf !== null || input.unit !== null))
    decided.push(one)
    findings.push(...one.findings)
  }
  for (const file of files) {
    for (const name of file.ignored)
      findings.push({
        kind: 'notReport',
        file: file.name,
        sheet: name,
        cell: '',
        unit: null,
        unitName: null,
        indicator: null,
        stated: null,
        computed: null,
        message: IMPORT_SENTENCES.notReport(name),
      })
    for (const sheet of file.sheets) {
      findings.push(...sheet.findings.map((finding) => tellFinding(file.name, finding)))
      for (const question of sheet.questions) ask(file.name, question)
      unmatched.push(...sheet.unmatched.map((item) => ({ ...item, file: file.name, figures: [...item.figures] })))
    }
  }
  return { decided, findings, questions, unmatched }
}

/** A file called after one unit or month that holds another's figures: an old file was filled in again, or saved wrongly. */
function checkName(
  { name, named }: ReadFile,
  { sheet }: ReadReport,
  unit: PlaceUnit,
  asOf: IsoDate,
  wasAsked: boolean,
): ImportFinding[] {
  if (wasAsked) return []
  const base = {
    file: name,
    sheet,
    cell: '',
    unit: unit.code,
    unitName: unit.name,
    indicator: null,
    stated: null,
    computed: null,
  }
  const findings: ImportFinding[] = []
  const byName = named.unit
  if (byName.kind === 'unit' && !byName.isRoot && byName.unit.id !== unit.id)
    findings.push({ ...base, kind: 'unitDiffers', message: IMPORT_SENTENCES.unitDiffers(unit.name, byName.unit.name) })
  if (named.asOf !== null && named.asOf.slice(0, 7) !== asOf.slice(0, 7))
    findings.push({ ...base, kind: 'dayDiffers', message: IMPORT_SENTENCES.dayDiffers(asOf, named.asOf) })
  return findings
}

type SettledUnit =
  | { readonly kind: 'unit'; readonly unit: PlaceUnit; readonly source: UnitReport['unitFrom'] }
  | { readonly kind: 'ask'; readonly text: string; readonly choices: readonly string[] }
  /** Of a table of many units only the one that was asked for is taken. */
  | { readonly kind: 'left' }

function settleUnit(
  report: ReadReport,
  { unit: asked, answers }: ImportInput,
  file: string,
  byCode: ReadonlyMap<string, PlaceUnit>,
  rootId: string,
): SettledUnit {
  const { unit, shape } = report
  const wanted = asked === null ? undefined : byCode.get(asked)
  if (shape === 'form') {
    if (wanted !== undefined) return { kind: 'unit', unit: wanted, source: 'asked' }
    const answer = answers.find(
      (given) =>
        given.cell === '' &&
        (given.file === null || given.file === file) &&
        (given.sheet === null || given.sheet === report.sheet),
    )
    const answered = answer?.code == null ? undefined : byCode.get(answer.code)
    if (answered !== undefined) return { kind: 'unit', unit: answered, source: 'asked' }
    if (unit.kind === 'unit' && unit.unit.id !== rootId) return { kind: 'unit', unit: unit.unit, source: unit.source }
    // The province's own figure would stand instead of the sum of its units: nobody means that by leaving out a name.
    return { kind: 'ask', text: unit.text, choices: unit.kind === 'several' ? unit.units.map(({ code }) => code) : [] }
  }
  if (unit.kind !== 'unit') return { kind: 'ask', text: unit.text, choices: [] }
  if (wanted !== undefined && unit.unit.id !== wanted.id) return { kind: 'left' }
  return { kind: 'unit', unit: unit.unit, source: unit.source }
}

function tellFinding(file: string, finding: FileFinding): ImportFinding {
  return {
    kind: finding.kind === 'errorCell' ? 'unreadable' : finding.kind,
    file,
    sheet: finding.sheet,
    cell: finding.cell,
    unit: finding.unit?.code ?? null,
    unitName: finding.unit?.name ?? finding.unitText,
    indicator: finding.indicator?.code ?? null,
    stated: finding.stated,
    computed: finding.computed,
    message: findingSentence(finding),
  }
}
