import type { ImportFinding, ReportImport, UnitReport } from '#shared/contract/report-import.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import type { FileFinding, FileQuestion, ReadReport } from '#shared/domain/report-files/report-model.ts'
import { findingSentence, IMPORT_SENTENCES, questionSentence } from '#shared/domain/report-files/sentences.ts'
import type { PlaceUnit } from '#shared/domain/survey/places.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { readIndicators } from '../../db/queries/indicators.ts'
import { readUnits } from '../../db/queries/units.ts'
import type { JobContext } from '../service.ts'
import type { Gathered } from './compose.ts'
import { createDecider, type DecidedReport } from './decide.ts'
import { createEndedUnits } from './ended-units.ts'
import type { MadeUnit } from './new-units.ts'
import type { ReadFile } from './read-files.ts'

type ImportInput = ParsedInput<'reportFiles.import'>

/** Puts together what was understood of all files: who each report is of, what is decided, what is asked. */
export function gather(
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
  const ended = createEndedUnits(store)
  const ask = (file: string, question: FileQuestion, day: IsoDate | null): void => {
    const { kind, sheet, cell, text, key, choices: known, figures } = question
    // "LĐLĐ huyện Gio Linh" of a day after it ended: its successors are meant, or the day is wrong.
    const gone = kind === 'unit' && known.length === 0 && day !== null ? ended.find(text, day) : null
    const choices = gone?.successors ?? known
    questions.push({
      kind,
      file,
      sheet,
      cell,
      text,
      key,
      sentence: gone?.sentence ?? questionSentence(question),
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
    const asOf = input.asOf ?? report.period.asOf
    const empty = { sheet: report.sheet, cell: '', key: '', under: null, figures: [] }
    if (settled.kind === 'ask') {
      if (report.shape === 'form')
        ask(
          file.name,
          { ...empty, kind: 'unit', text: settled.text, key: settled.text, choices: settled.choices },
          asOf,
        )
      continue
    }
    // After a merger "LĐLĐ huyện Gio Linh" is an old name of the new unit, and its report a part of that unit's.
    const gone =
      settled.source === 'asked' || asOf === null || isAnswered(report, settled.unit, file.name, input)
        ? null
        : ended.predecessor(report.unit.text, settled.unit, asOf)
    if (gone !== null) {
      const of = { ...empty, kind: 'unit', text: report.unit.text, key: report.unit.text, choices: [] } as const
      ask(file.name, { ...of, cell: report.unitCell ?? '' }, asOf)
      continue
    }
    if (asOf === null) {
      if (
        !questions.some(
          (question) => question.kind === 'day' && question.file === file.name && question.sheet === report.sheet,
        )
      )
        ask(file.name, { ...empty, kind: 'day', text: '', choices: [] }, null)
      continue
    }
    const one = decider.decide(file.name, report, settled.unit, settled.source, asOf)
    if (report.shape === 'form' && file.sheets.length === 1)
      findings.push(...checkName(file, report, settled.unit, asOf, input))
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
      const day = input.asOf ?? sheet.reports.find(({ period }) => period.asOf !== null)?.period.asOf ?? null
      for (const question of sheet.questions) ask(file.name, question, day)
      unmatched.push(...sheet.unmatched.map((item) => ({ ...item, file: file.name, figures: [...item.figures] })))
    }
  }
  return { decided, findings, questions, unmatched }
}

/** A file called after one unit or month that holds another's figures: an old file was filled in again, or saved wrongly. */
function checkName(
  { name, named }: ReadFile,
  { sheet, unit: told, period }: ReadReport,
  unit: PlaceUnit,
  asOf: IsoDate,
  asked: Pick<ImportInput, 'unit' | 'asOf'>,
): ImportFinding[] {
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
  if (asked.unit !== null || asked.asOf !== null) {
    // Who chose for the file hears what the file says itself.
    if (asked.unit !== null && told.kind === 'unit' && told.unit.id !== unit.id)
      findings.push({
        ...base,
        kind: 'unitDiffers',
        message: IMPORT_SENTENCES.unitAsked(told.text, unit.name),
      })
    if (asked.asOf !== null && period.asOf !== null && period.asOf !== asOf)
      findings.push({ ...base, kind: 'dayDiffers', message: IMPORT_SENTENCES.dayAsked(period.asOf, asOf) })
    return findings
  }
  const byName = named.unit
  if (byName.kind === 'unit' && !byName.isRoot && byName.unit.id !== unit.id)
    findings.push({ ...base, kind: 'unitDiffers', message: IMPORT_SENTENCES.unitDiffers(unit.name, byName.unit.name) })
  if (named.asOf !== null && named.asOf.slice(0, 7) !== asOf.slice(0, 7))
    findings.push({ ...base, kind: 'dayDiffers', message: IMPORT_SENTENCES.dayDiffers(asOf, named.asOf) })
  return findings
}

/** Whether the clerk said that this row is of this unit. */
function isAnswered({ sheet, unitCell }: ReadReport, unit: PlaceUnit, file: string, { answers }: ImportInput): boolean {
  return answers.some(
    (given) =>
      given.cell === (unitCell ?? '') &&
      given.code === unit.code &&
      (given.file === null || given.file === file) &&
      (given.sheet === null || given.sheet === sheet),
  )
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
