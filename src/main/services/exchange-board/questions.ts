import type { Output, ParsedInput } from '#shared/contract/index.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { Question } from '#shared/contract/exchange-board.ts'
import { isQuestionOpen, isReportOf, type BoardPeriod } from '#shared/domain/exchange/board/board.ts'
import { formatNumber } from '#shared/domain/text/format.ts'
import { ok } from '#shared/kit/result.ts'
import { eq, inArray } from '../../db/orm.ts'
import { readIndicators } from '../../db/queries/indicators.ts'
import { returnedCells, units } from '../../db/schema/index.ts'
import type { ReadStore, Transaction } from '../../db/store.ts'
import { createLookup } from '../lookup.ts'
import { readEntryById } from '../../db/queries/reports.ts'
import { stageEntries, writeEntry } from '../report-entry.ts'
import { readUserName } from '../settings.ts'
import type { CommandContext, QueryContext } from '../service.ts'
import { findPeriod } from './periods.ts'
import { BOARD_LABELS } from './text.ts'

interface Wanted {
  readonly unit: string | null
  readonly period: string | null
  readonly open: boolean
}

export function listQuestions({ store }: QueryContext, { unit, period, open }: Wanted): AppResult<Question[]> {
  const within = period === null ? null : findPeriod(store, period)
  if (within !== null && !within.ok) return within
  return ok(
    readQuestions(store)
      .filter((row) => unit === null || row.unit === unit)
      .filter((row) => within === null || isReportOf(within.value, row))
      .filter((row) => !open || row.open),
  )
}

function readQuestions(store: Pick<ReadStore, 'db' | 'sqlite'>): Question[] {
  const indicators = new Map(readIndicators(store).map((row) => [row.id, row.code]))
  const indicatorOf = store.sqlite
    .prepare<[string], string>('SELECT indicator_id FROM report_values WHERE id = ?')
    .pluck()
  return store.db
    .select({ row: returnedCells, unit: units.code, unitName: units.name })
    .from(returnedCells)
    .innerJoin(units, eq(units.id, returnedCells.unitId))
    .all()
    .map(({ row, unit, unitName }): Question => ({
      id: row.id,
      unit,
      unitName,
      period: row.asOf.slice(0, 7),
      asOf: row.asOf,
      indicator: indicators.get(indicatorOf.get(row.rowId) ?? '') ?? null,
      title: row.title,
      said: row.said,
      reason: row.reason,
      askedBy: row.askedBy,
      askedOn: row.askedOn,
      answer: row.answer,
      corrected: row.corrected,
      answeredOn: row.answeredOn,
      closedOn: row.closedOn,
      open: isQuestionOpen(row),
    }))
    .toSorted((a, b) => (a.asOf === b.asOf ? (a.id < b.id ? -1 : 1) : a.asOf < b.asOf ? 1 : -1))
}

interface AskedFigure {
  readonly id: string
  readonly asOf: string
  readonly value: number
  readonly word: string | null
}

/** Asks about figures that were reported; one nobody reported cannot be asked about. */
export function askQuestions(
  { store, newId, today }: CommandContext,
  input: ParsedInput<'board.ask'>,
): AppResult<Question[]> {
  const period = findPeriod(store, input.period)
  if (!period.ok) return period
  const lookup = createLookup(store)
  const unit = lookup.unitOf(input.unit)
  if (!unit.ok) return unit
  const staged: { readonly title: string; readonly reason: string; readonly figure: AskedFigure }[] = []
  for (const { indicator: code, reason } of input.questions) {
    const indicator = lookup.indicatorOf(code)
    if (!indicator.ok) return indicator
    const figure = readFigure(store, unit.value.id, indicator.value.id, period.value)
    const title = indicator.value.shortName
    if (figure === null)
      return fail('BOARD_NOTHING_REPORTED', { name: title, unit: unit.value.name, period: period.value.name })
    staged.push({ title, reason, figure })
  }
  const ids = staged.map(() => newId())
  store.write({ kind: 'board.ask', label: BOARD_LABELS.ask(unit.value.name, staged.length, period.value.name) }, (tx) =>
    staged.forEach(({ title, reason, figure }, index) => {
      tx.db
        .insert(returnedCells)
        .values({
          id: ids[index] ?? newId(),
          unitId: unit.value.id,
          asOf: figure.asOf,
          tableName: 'report_values',
          rowId: figure.id,
          columnName: 'value',
          title,
          said: `${figure.word === null ? '' : `${figure.word} `}${formatNumber(figure.value)}`,
          reason,
          askedBy: readUserName(tx),
          askedOn: today(),
        })
        .run()
    }),
  )
  const known = new Set(ids)
  return ok(readQuestions(store).filter(({ id }) => known.has(id)))
}

/** The figure of the period's last day; of a cumulative and an increment of one day the cumulative. */
function readFigure(
  store: Pick<ReadStore, 'sqlite'>,
  unitId: string,
  indicatorId: string,
  period: BoardPeriod,
): AskedFigure | null {
  return (
    store.sqlite
      .prepare<[string, string, string, string], AskedFigure>(
        `SELECT v.id, r.as_of AS asOf, v.value, v.qualifier_word AS word FROM reports r
         JOIN report_values v ON v.report_id = r.id
         WHERE r.unit_id = ? AND v.indicator_id = ? AND r.as_of BETWEEN ? AND ? AND r.status <> 'draft'
         ORDER BY r.as_of DESC, r.basis, r.from_date LIMIT 1`,
      )
      .get(unitId, indicatorId, period.countsFrom, period.to) ?? null
  )
}

/** Takes an answer down; the right figure replaces the first one in the report. */
export function answerQuestion(
  { store, today }: CommandContext,
  { id, answer, corrected }: ParsedInput<'board.answer'>,
): AppResult<Question> {
  const question = store.db.select().from(returnedCells).where(eq(returnedCells.id, id)).get()
  if (question === undefined) return fail('ROW_UNKNOWN')
  const said = answer === null || answer === '' ? null : answer
  if (said === null && corrected === null) return fail('BOARD_ANSWER_EMPTY')
  const staged = corrected === null ? null : stageCorrection(store, question.rowId, corrected, said)
  if (staged !== null && !staged.ok) return staged
  store.write({ kind: 'board.answer', label: BOARD_LABELS.answer(question.title, question.asOf) }, (tx) => {
    if (staged !== null) for (const entry of staged.value) writeEntry(tx, entry, today())
    tx.db
      .update(returnedCells)
      .set({ answer: said, corrected, answeredOn: today() })
      .where(eq(returnedCells.id, id))
      .run()
  })
  const written = readQuestions(store).find((row) => row.id === id)
  return written === undefined ? fail('ROW_UNKNOWN') : ok(written)
}

function stageCorrection(
  store: ReadStore,
  rowId: string,
  value: number,
  reason: string | null,
): ReturnType<typeof stageEntries> {
  const entry = readEntryById(store, rowId)
  if (entry === null) return fail('ROW_UNKNOWN')
  const unit = store.db.select().from(units).where(eq(units.id, entry.unitId)).get()
  const indicator = readIndicators(store).find((row) => row.id === entry.indicatorId)
  if (unit === undefined || indicator === undefined) return fail('ROW_UNKNOWN')
  return stageEntries(store, [
    {
      unit: unit.code,
      indicator: indicator.code,
      from: entry.from,
      asOf: entry.asOf,
      basis: entry.basis,
      value,
      qualifier: null,
      statedPercent: null,
      source: entry.source,
      adjustReason: reason,
    },
  ])
}

export function closeQuestions(
  { store, today }: CommandContext,
  { ids }: ParsedInput<'board.close'>,
): AppResult<Output<'board.close'>> {
  const known = store.db
    .select()
    .from(returnedCells)
    .where(inArray(returnedCells.id, [...ids]))
    .all()
  if (known.length < new Set(ids).size) return fail('ROW_UNKNOWN')
  const open = known.filter(isQuestionOpen)
  if (open.length > 0)
    store.write({ kind: 'board.close', label: BOARD_LABELS.close(open.length) }, (tx) =>
      closeAll(
        tx,
        open.map((row) => row.id),
        today(),
      ),
    )
  return ok({ closed: open.length })
}

function closeAll(tx: Transaction, ids: readonly string[], on: string): void {
  for (const id of ids) tx.db.update(returnedCells).set({ closedOn: on }).where(eq(returnedCells.id, id)).run()
}
