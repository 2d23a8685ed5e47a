import type { Output, ParsedInput } from '#shared/contract/index.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { RegistryColumn } from '#shared/domain/enterprises/columns.ts'
import { textOfCell } from '#shared/domain/enterprises/cell-text.ts'
import { valueOfEnterprise } from '#shared/domain/enterprises/row-values.ts'
import type { EnterpriseRow } from '#shared/contract/enterprises.ts'
import type { TableValue } from '#shared/domain/table/view.ts'
import { readEnterpriseRows } from './read-rows.ts'
import { formatNumber } from '#shared/domain/text/format.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { ok } from '#shared/kit/result.ts'
import { readUserName } from '../settings.ts'
import type { CommandContext, QueryContext } from '../service.ts'
import { decideCells, type CellWrite, type WritePlan } from './decide-cells.ts'
import { pickColumns } from './list.ts'
import { openView, type OpenView } from './registry-view.ts'
import { ENTERPRISE_LABELS } from './text.ts'
import { writeCells } from './write-cells.ts'

type SpanInput = ParsedInput<'enterprises.readSpan'>

/** More than a clerk's hands ever mean; a slip over the whole registry and all columns stays within. */
const MOST_CELLS = 6_000_000
const MOST_WRITTEN = 1_000_000

interface OpenSpan extends OpenView {
  /** Rows of the registry from `start` to `end` of the view. */
  readonly picked: Int32Array
  readonly columns: readonly RegistryColumn[]
}

function openSpan(context: QueryContext, { view, start, end, columns }: SpanInput): AppResult<OpenSpan> {
  const picked = pickColumns(columns)
  if (!picked.ok) return picked
  const opened = openView(context, view)
  if (!opened.ok) return opened
  const rows = opened.value.rows.subarray(start, Math.max(start, end))
  if (rows.length * picked.value.length > MOST_CELLS) return fail('SPAN_TOO_LARGE', { limit: formatNumber(MOST_CELLS) })
  return ok({ ...opened.value, picked: rows, columns: columns.length === 0 ? [] : picked.value })
}

export function readSpan(context: QueryContext, input: SpanInput): AppResult<Output<'enterprises.readSpan'>> {
  const span = openSpan(context, input)
  if (!span.ok) return span
  const { lists } = span.value.index.catalogue()
  const lines: string[][] = []
  for (const row of iterateRows(context, span.value, input.view))
    lines.push(span.value.columns.map((column) => textOfCell(column, valueOfEnterprise(row, column.id), lists)))
  return ok(lines)
}

const PIECE = 2000

/** Whole rows of a span, read from the file: what is copied once need not be kept. */
function* iterateRows(
  { store, today }: QueryContext,
  { index, picked }: OpenSpan,
  { asOf, round }: SpanInput['view'],
): Generator<EnterpriseRow> {
  for (let at = 0; at < picked.length; at += PIECE) {
    const ids = Array.from(picked.subarray(at, at + PIECE), (row) => index.idOf(row))
    yield* readEnterpriseRows(store, ids, { day: asOf, round }, today())
  }
}

/** Codes are of use to nobody in a workbook: choices go by their names, the rest by value. */
export function exportPage(context: QueryContext, input: SpanInput): AppResult<Output<'enterprises.exportPage'>> {
  const span = openSpan(context, input)
  if (!span.ok) return span
  const { lists } = span.value.index.catalogue()
  const lines: TableValue[][] = []
  for (const row of iterateRows(context, span.value, input.view))
    lines.push(
      span.value.columns.map((column) => {
        const value = valueOfEnterprise(row, column.id)
        const isNamed = column.kind === 'choice' || column.kind === 'flag'
        return value !== null && isNamed ? textOfCell(column, value, lists) : value
      }),
    )
  return ok(lines)
}

export function summarizeSpan(context: QueryContext, input: SpanInput): AppResult<Output<'enterprises.summarizeSpan'>> {
  const span = openSpan(context, input)
  if (!span.ok) return span
  let filled = 0
  let numbers = 0
  let sum = 0
  for (const { id, kind } of span.value.columns) {
    const column = span.value.column(id)
    for (const row of span.value.picked) {
      const value = column.get(row)
      if (value === null) continue
      filled++
      if (kind !== 'count' || typeof value !== 'number') continue
      numbers++
      sum += value
    }
  }
  return ok({ filled, numbers, sum })
}

type SpanWrite = Omit<ParsedInput<'enterprises.previewSpan'>, 'view'> & {
  readonly view: { readonly asOf: IsoDate | null }
}

/** What becomes of the cells of these rows when the texts are laid over them. */
function planSpan(context: QueryContext, ids: readonly string[], input: SpanWrite): AppResult<WritePlan> {
  const picked = pickColumns(input.columns)
  if (!picked.ok) return picked
  const columns = input.columns.length === 0 ? [] : picked.value
  if (ids.length * columns.length > MOST_WRITTEN) return fail('SPAN_TOO_LARGE', { limit: formatNumber(MOST_WRITTEN) })
  const { texts, start } = input
  const height = texts.length
  const writes: CellWrite[] = []
  ids.forEach((id, at) => {
    const line = height === 0 ? [] : (texts[at % height] ?? [])
    columns.forEach((column, place) => {
      const text = line.length === 0 ? '' : (line[place % line.length] ?? '')
      writes.push({ row: start + at, id, column: column.id, given: text })
    })
  })
  // What is looked at is what is compared and written: figures of the day the view shows.
  return ok(decideCells({ ...context, day: input.view.asOf }, writes))
}

function idsOfSpan(context: QueryContext, input: SpanInput): AppResult<readonly string[]> {
  const span = openSpan(context, input)
  return span.ok ? ok(Array.from(span.value.picked, (row) => span.value.index.idOf(row))) : span
}

export function previewSpan(
  context: QueryContext,
  input: ParsedInput<'enterprises.previewSpan'>,
): AppResult<Output<'enterprises.previewSpan'>> {
  const ids = idsOfSpan(context, input)
  if (!ids.ok) return ids
  const plan = planSpan(context, ids.value, input)
  return plan.ok ? ok({ ...plan.value.answer, ids: [...ids.value] }) : plan
}

export function writeSpan(
  context: CommandContext,
  input: ParsedInput<'enterprises.writeSpan'>,
): AppResult<Output<'enterprises.writeSpan'>> {
  const ids = input.ids === null ? idsOfSpan(context, input) : ok(input.ids)
  if (!ids.ok) return ids
  const plan = planSpan(context, ids.value, input)
  if (!plan.ok) return plan
  const { answer } = plan.value
  if (!input.dryRun && answer.written > 0) {
    const today = context.today()
    const label = input.label ?? ENTERPRISE_LABELS.writeSpan(answer.written)
    const who = readUserName(context.store)
    context.store.write({ kind: 'enterprises.writeSpan', label }, (tx) =>
      writeCells(tx, plan.value, { observedOn: input.view.asOf, today, who }),
    )
  }
  return ok(answer)
}
