import path from 'node:path'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import type { ImportReport, surveyContract } from '#shared/contract/survey.ts'
import type { ForeignSheet } from '#shared/domain/exchange/foreign-sheet.ts'
import { chooseSheet } from '#shared/domain/survey/choose-sheet.ts'
import { composeReport } from '#shared/domain/survey/compose-report.ts'
import { decideImport } from '#shared/domain/survey/decide-import.ts'
import { findDuplicates } from '#shared/domain/survey/duplicates.ts'
import { createPlaceDirectory } from '#shared/domain/survey/places.ts'
import { placeRecords } from '#shared/domain/survey/settle-places.ts'
import { createSurveyReader, type SurveyReader } from '#shared/domain/survey/survey-reader.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { ok } from '#shared/kit/result.ts'
import { readForeign, type WorkbookFacts, type WorkbookTaker } from '../exchange/parse/read-foreign.ts'
import { backUpBeforeImport } from './backup.ts'
import type { JobContext, Service } from './service.ts'
import { readPlaces, readSurroundings, type Surroundings } from './survey/gather.ts'
import { readRegistry } from './survey/read-registry.ts'
import { createMappings } from './survey/mappings.ts'
import { IMPORT_LABELS, IMPORT_STEPS } from './survey/text.ts'
import { writeImport } from './survey/write-import.ts'

export const surveyService: Service<keyof typeof surveyContract> = {
  'survey.preview': (context, input) => runImport(context, { ...input, allOrNothing: false, dryRun: true }),
  'survey.import': (context, input) => runImport(context, { ...input, dryRun: false }),
}

interface ImportRequest {
  readonly file: string
  readonly sheet: string | null
  readonly createUnits: boolean
  readonly asOf: IsoDate | null
  readonly allOrNothing: boolean
  readonly dryRun: boolean
  readonly sender: string | null
  readonly columns: ParsedInput<'survey.import'>['columns']
}

/**
 * Reads a file in the parse process, understands it, compares it with the registry and – unless it is a dry run –
 * writes what was decided in one short transaction. Preview and import are this one path.
 */
async function runImport(context: JobContext, request: ImportRequest): Promise<AppResult<ImportReport>> {
  const { progress, signal, store } = context
  progress({ step: IMPORT_STEPS.reading, done: 0, total: null })
  const mappings = createMappings(store, request)
  if (!mappings.ok) return mappings
  const { remap } = mappings.value
  const sheets: { readonly head: Pick<ForeignSheet, 'name' | 'hidden'>; readonly reader: SurveyReader }[] = []
  let rowsRead = 0
  const taker: WorkbookTaker = {
    sheet: (head) => void sheets.push({ head, reader: createSurveyReader(head, remap) }),
    rows: (rows) => {
      sheets.at(-1)?.reader.take(rows)
      rowsRead += rows.length
      progress({ step: IMPORT_STEPS.reading, done: rowsRead, total: null })
    },
  }
  const read = await readForeign(context.foreign.start, request.file, taker, { sheet: request.sheet, signal })
  if (!read.ok) return read
  const workbook = read.value
  const readings = sheets.map(({ head, reader }) => ({ name: head.name, hidden: head.hidden, survey: reader.finish() }))
  const choice = chooseSheet(readings, workbook.sheetNames)
  if (choice.kind === 'none') {
    const where = workbook.format === 'csv' ? `tệp “${path.basename(request.file)}”` : `trang tính “${choice.looked}”`
    return fail('HEADER_NOT_FOUND', { where })
  }
  if (choice.kind === 'several') {
    const names = choice.names.map((name) => `“${name}”`).join(', ')
    return fail('SHEET_NEEDED', { sheets: names }, { sheets: choice.names })
  }
  const { survey } = choice
  const sheet = workbook.format === 'csv' ? null : choice.name
  progress({ step: IMPORT_STEPS.comparing, done: survey.records.length, total: survey.records.length })

  // Reading the file took its time; what it is compared with is read from here on.
  store.look()
  const surroundings = readSurroundings(store, workbook, sheet)
  const { date, dateFrom, roundId } = settleDate(request.asOf, survey.title.date, surroundings, context.today())
  const { root, units } = readPlaces(store, date)
  const directory = createPlaceDirectory(units)
  const placed = placeRecords(
    survey.records,
    { directory, date, root, createUnits: request.createUnits, titlePlaces: survey.title.places },
    survey.findings,
  )
  const duplicates = findDuplicates(placed, survey.findings)
  const decision = decideImport(duplicates.kept, readRegistry(store, date, roundId), date, survey.findings)

  const errors = survey.records.filter((record) => record.hasError).length
  if (request.allOrNothing && errors > 0)
    return fail('IMPORT_HAS_ERRORS', { count: errors }, { problems: survey.findings.problems() })
  if (request.allOrNothing && decision.leftOut.length > 0)
    return fail('IMPORT_LEAVES_OUT', { count: decision.leftOut.length })
  // The last moment to stop: once writing has begun it goes through.
  if (signal.aborted) return fail('CANCELLED')

  let madeCodes: ReadonlyMap<string, string> = new Map()
  const fileName = path.basename(request.file)
  const mapping = mappings.value.of(survey.header, survey.title.source ?? null, fileName)
  if (!request.dryRun && !decision.isNothing) {
    progress({ step: IMPORT_STEPS.writing, done: 0, total: decision.rows.length })
    const saved = backUpBeforeImport(store, context)
    if (!saved.ok) return saved
    madeCodes = store.write(
      { kind: 'survey.import', label: IMPORT_LABELS.operation(decision.rows.length, fileName) },
      (tx) => {
        mapping.keep(tx, context.today())
        return writeImport(tx, {
          rows: decision.rows,
          date,
          round: {
            id: roundId,
            name: IMPORT_LABELS.round(survey.title.source ?? fileName, formatDate(date)),
            source: survey.title.source,
            fileName,
            fileHash: workbook.sha256,
            sheet,
          },
          rootId: root.id,
          legalFormIds: surroundings.legalFormIds,
          unitTypeIds: surroundings.unitTypeIds,
        })
      },
    )
  } else if (!request.dryRun && mapping.isNew) {
    // The list brought nothing, but how it is read was said.
    store.write({ kind: 'senders.save', label: IMPORT_LABELS.columns(mapping.sender ?? fileName) }, (tx) => {
      mapping.keep(tx, context.today())
    })
  }
  return ok({
    ...composeReport({
      file: fileName,
      sheet,
      survey,
      date,
      dateFrom,
      duplicates,
      decision,
      notes: workbook.notes,
      otherSheets: otherSheetsOf(workbook, choice.others),
      dryRun: request.dryRun,
      wasImported: roundId !== null,
      madeCodes,
    }),
    sender: mapping.sender,
    columnsFrom: mapping.from,
  })
}

function otherSheetsOf(workbook: WorkbookFacts, others: readonly string[]): readonly string[] {
  return workbook.format === 'csv' ? [] : others
}

/**
 * The survey date is what was asked for, else the day in the title rows, else – for a file that was imported
 * before – the day it got then, else today. Without the third, the same file on another day would be news.
 */
function settleDate(
  asked: IsoDate | null,
  title: IsoDate | null,
  { rounds }: Surroundings,
  today: IsoDate,
): { readonly date: IsoDate; readonly dateFrom: ImportReport['surveyDateFrom']; readonly roundId: string | null } {
  const stated = asked ?? title
  const earlier = rounds.find((round) => stated === null || round.surveyedOn === stated)
  const date = stated ?? earlier?.surveyedOn ?? today
  const dateFrom =
    asked !== null ? 'asked' : title !== null ? 'title' : earlier === undefined ? 'today' : 'earlierImport'
  return { date, dateFrom, roundId: earlier?.id ?? null }
}
