import { fail, type AppError, type AppResult } from '#shared/contract/errors.ts'
import type { ForeignWorkbook } from '#shared/domain/exchange/foreign-sheet.ts'
import { createUnitFinder, plainKey, type UnitFinding } from '#shared/domain/report-files/find-unit.ts'
import {
  createIndicatorDirectory,
  type KnownIndicator,
  type LearnedWording,
} from '#shared/domain/report-files/match-indicator.ts'
import { readDayInName, readPeriodText } from '#shared/domain/report-files/period-text.ts'
import { readProse } from '#shared/domain/report-files/read-prose.ts'
import { readSheet, type ReadingContext } from '#shared/domain/report-files/read-sheet.ts'
import type { ReadSheet } from '#shared/domain/report-files/report-model.ts'
import { createPlaceDirectory, type PlaceUnit } from '#shared/domain/survey/places.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { yearOf } from '#shared/kit/dates.ts'
import { ok } from '#shared/kit/result.ts'
import { readIndicators } from '../../db/queries/indicators.ts'
import { readWordings } from '../../db/queries/report-files.ts'
import { readUnits } from '../../db/queries/units.ts'
import type { ReadStore } from '../../db/store.ts'
import { readForeignWorkbook } from '../../exchange/parse/read-foreign.ts'
import { officeCalendar } from '../figures.ts'
import type { JobContext } from '../service.ts'
import { bareName, callFiles } from './file-names.ts'

/** A workbook that was opened; `name` is the file's, as `callFiles` calls it. */
export interface OpenedFile {
  readonly name: string
  readonly workbook: ForeignWorkbook
}

export interface ReadFile {
  readonly name: string
  readonly sha256: string
  readonly size: number
  readonly sheets: readonly ReadSheet[]
  /** What the file's name says, to be held against what stands in it. */
  readonly named: { readonly unit: UnitFinding; readonly asOf: IsoDate | null }
  /** Names of sheets that read as no report. */
  readonly ignored: readonly string[]
}

export interface FailedFile {
  readonly file: string
  readonly error: AppError
}

/** Opens each file in the parse process; one that cannot be read does not keep back the others. */
export async function openFiles(
  context: JobContext,
  files: readonly string[],
  sheet: string | null,
  step: string,
): Promise<AppResult<{ readonly opened: readonly OpenedFile[]; readonly failed: readonly FailedFile[] }>> {
  type Read = { readonly name: string; readonly read: Awaited<ReturnType<typeof readForeignWorkbook>> }
  const names = callFiles(files)
  const results: Read[] = []
  let next = 0
  let done = 0
  const work = async (): Promise<void> => {
    for (let at = next++; at < files.length && !context.signal.aborted; at = next++) {
      const file = files[at] ?? ''
      const read = await readForeignWorkbook(context.foreign.start, file, {
        sheet,
        papers: true,
        signal: context.signal,
      })
      results[at] = { name: names[at] ?? file, read }
      context.progress({ step, done: ++done, total: files.length })
    }
  }
  context.progress({ step, done, total: files.length })
  await Promise.all(Array.from({ length: Math.min(READERS, files.length) }, work))
  if (context.signal.aborted) return fail('CANCELLED')
  return ok({
    opened: results.flatMap(({ name, read }) => (read.ok ? [{ name, workbook: read.value }] : [])),
    failed: results.flatMap(({ name, read }) => (read.ok ? [] : [{ file: name, error: read.error }])),
  })
}

/** Processes that read at a time: starting one takes longer than reading a report in it. */
const READERS = 3

/** What the clerk answered about a cell of these files. */
export interface CellAnswer {
  readonly file: string | null
  readonly sheet: string | null
  readonly cell: string
  readonly code: string | null
}

/**
 * Understands opened files. Units are those valid on the day the report is of, so a first look finds the day; answers
 * are put to the questions they are about and the file is read again with them.
 */
export function understandFile(
  store: ReadStore,
  file: OpenedFile,
  asked: {
    readonly asOf: IsoDate | null
    readonly yearHint: number | null
    readonly answers: readonly CellAnswer[]
    /** Units this import makes. */
    readonly made?: readonly PlaceUnit[]
  },
): AppResult<ReadFile> {
  const plain = { yearHint: asked.yearHint, indicators: [], learned: new Map<string, string>(), made: asked.made ?? [] }
  const anyDay = readAll(store, file, { ...plain, units: null, day: asked.asOf })
  const day =
    asked.asOf ?? anyDay.flatMap(({ reports }) => reports.flatMap(({ period }) => period.asOf ?? []))[0] ?? null
  const first = day === null ? anyDay : readAll(store, file, { ...plain, units: day, day })
  const own = asked.answers.filter(
    (answer) => answer.file === null || [file.name, bareName(file.name)].includes(answer.file.normalize('NFC')),
  )
  let sheets = first
  let given: Given = { indicators: [], learned: new Map() }
  // An answer may bring out the next question ("Trong đó" below the row it was about); there are never many.
  for (let round = 0; round < 4 && own.length > 0; round++) {
    const more = collect(sheets, own)
    if (more.indicators.length === 0 && more.learned.size === 0) break
    given = {
      indicators: [...given.indicators, ...more.indicators],
      learned: new Map([...given.learned, ...more.learned]),
    }
    sheets = readAll(store, file, { ...plain, units: day, day, ...given })
  }
  const visible = sheets.filter(({ hidden }) => !hidden)
  const kept = visible.length > 0 ? visible : sheets
  if (kept.length === 0) return fail('REPORT_NOT_FOUND', { file: file.name })
  const names = new Set(kept.map(({ sheet }) => sheet))
  return ok({
    name: file.name,
    sha256: file.workbook.sha256,
    size: file.workbook.size,
    sheets: kept,
    named: readName(store, bareName(file.name), day, asked.yearHint, plain.made),
    ignored: file.workbook.sheets.map(({ name }) => name).filter((name) => !names.has(name)),
  })
}

function readName(
  store: ReadStore,
  name: string,
  day: IsoDate | null,
  yearHint: number | null,
  made: readonly PlaceUnit[],
): ReadFile['named'] {
  const context = makeContext(store, name, { units: day, day, yearHint, indicators: [], learned: new Map(), made })
  const bare = name.replace(/\.[a-z]{3,4}$/i, '')
  const period = readPeriodText(bare, day === null ? yearHint : yearOf(day), context.yearStart)
  return { unit: context.units.inName(name), asOf: readDayInName(bare) ?? period?.asOf ?? null }
}

interface Given {
  readonly indicators: readonly LearnedWording[]
  readonly learned: ReadonlyMap<string, string>
}

function collect(sheets: readonly ReadSheet[], answers: readonly CellAnswer[]): Given {
  const indicators: LearnedWording[] = []
  const learned = new Map<string, string>()
  for (const { sheet, questions, unmatched } of sheets) {
    const rows = unmatched.map(({ cell, text, key }) => ({ kind: 'indicator' as const, cell, text, key }))
    for (const question of [...questions, ...rows]) {
      const answer = answers.find(
        (given) => (given.sheet === null || given.sheet === sheet) && given.cell.toUpperCase() === question.cell,
      )
      if (answer === undefined) continue
      if (question.kind === 'unit') {
        if (answer.code !== null) learned.set(plainKey(question.text), answer.code)
      } else if (question.kind !== 'day') indicators.push({ key: question.key, indicator: answer.code })
    }
  }
  return { indicators, learned }
}

interface ReadAs extends Given {
  /** Units valid that day; null: of any day. */
  readonly units: IsoDate | null
  readonly day: IsoDate | null
  readonly yearHint: number | null
  readonly made: readonly PlaceUnit[]
}

function readAll(store: ReadStore, { name, workbook }: OpenedFile, as: ReadAs): readonly ReadSheet[] {
  const context = makeContext(store, bareName(name), as)
  const tables = workbook.sheets.flatMap((sheet) => readSheet(sheet, context) ?? [])
  // Sentences are read where nothing else is: those beside a table only tell of it.
  const isPaper = workbook.format === 'docx' || workbook.format === 'txt'
  return tables.length > 0 || !isPaper ? tables : workbook.sheets.flatMap((sheet) => readProse(sheet, context) ?? [])
}

function makeContext(
  store: ReadStore,
  fileName: string,
  { units, day, yearHint, indicators, learned, made }: ReadAs,
): ReadingContext {
  const wordings = readWordings(store)
  const rows = readUnits(store, units)
  const root = readUnits(store, null).find(({ parent }) => parent === null)
  const places = [...rows.map((unit): PlaceUnit => ({ ...unit, typeCode: unit.type })), ...made]
  const all =
    root === undefined || places.some(({ id }) => id === root.id)
      ? places
      : [{ ...root, typeCode: root.type }, ...places]
  return {
    indicators: createIndicatorDirectory(knownIndicators(store, day), [...wordings.indicators, ...indicators]),
    units: createUnitFinder(all, root?.id ?? '', createPlaceDirectory(all), new Map([...wordings.units, ...learned])),
    fileName,
    yearStart: officeCalendar(store),
    yearHint: day === null ? yearHint : yearOf(day),
  }
}

/** Indicators in use on a day; all when it is not known. */
export function knownIndicators(store: Pick<ReadStore, 'db'>, day: IsoDate | null): readonly KnownIndicator[] {
  return readIndicators(store)
    .filter(
      ({ validFrom, validTo }) =>
        day === null || ((validFrom === null || validFrom <= day) && (validTo === null || day <= validTo)),
    )
    .map(({ code, name, shortName, unitLabel, kind, parent }) => ({ code, name, shortName, unitLabel, kind, parent }))
}
