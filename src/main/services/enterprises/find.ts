import type { Output, ParsedInput } from '#shared/contract/index.ts'
import type { AppResult } from '#shared/contract/errors.ts'
import type { RegistryColumn } from '#shared/domain/enterprises/columns.ts'
import { findInCell, makeMatcher, replaceInCell, type FindQuery } from '#shared/domain/table/find.ts'
import type { TableValue } from '#shared/domain/table/view.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import { ok } from '#shared/kit/result.ts'
import { readUserName } from '../settings.ts'
import type { CommandContext, QueryContext } from '../service.ts'
import { NO_VALUE } from './coded-column.ts'
import { decideCells, type CellWrite, showValue } from './decide-cells.ts'
import { pickColumns } from './list.ts'
import { openView, type OpenView } from './registry-view.ts'
import { ENTERPRISE_LABELS } from './text.ts'
import { writeCells } from './write-cells.ts'

const MOST_LISTED = 1000

interface Hit {
  /** Place in the view. */
  readonly place: number
  readonly row: number
  readonly column: RegistryColumn
  readonly text: string
  readonly typed: string
}

/** Cells that hold the text, row by row in the order of the view. Each different value is looked at once. */
function findCells(view: OpenView, columns: readonly RegistryColumn[], query: FindQuery): Hit[] {
  const matcher = makeMatcher(query)
  const folded = foldText(query.text)
  const byColumn = columns.map((column) => {
    // One column after the other, so that not all of them are held at once.
    const cells = view.columnOnce(column.id)
    const passing = cells.test((value, show) => {
      const text = show()
      // Whatever is found, letter for letter or not, is found without case and accents first.
      if (column.kind !== 'count' && !foldText(text).includes(folded)) return false
      return findInCell(matcher, typedText(column, value, text), text)
    })
    const hits: Hit[] = []
    view.rows.forEach((row, place) => {
      const code = cells.codes[row] ?? NO_VALUE
      if (code === NO_VALUE || passing[code] !== 1) return
      const text = cells.text(row)
      hits.push({ place, row, column, text, typed: typedText(column, cells.get(row), text) })
    })
    return hits
  })
  return byColumn.flat().sort((a, b) => a.place - b.place)
}

/** As one would type it: 1348 where 1.348 is shown. */
function typedText(column: RegistryColumn, value: TableValue, shown: string): string {
  return column.kind === 'count' && typeof value === 'number' ? String(value) : shown
}

export function findInRegistry(
  context: QueryContext,
  { view, columns, ...query }: ParsedInput<'enterprises.find'>,
): AppResult<Output<'enterprises.find'>> {
  const picked = pickColumns(columns)
  if (!picked.ok) return picked
  const opened = openView(context, view)
  if (!opened.ok) return opened
  const hits = findCells(opened.value, picked.value, query)
  return ok({
    cells: hits.length,
    rows: new Set(hits.map(({ row }) => row)).size,
    hits: hits.slice(0, MOST_LISTED).map(({ place, row, column, text }) => ({
      row: place,
      id: opened.value.index.idOf(row),
      column: column.id,
      text,
    })),
  })
}

type ReplaceInput = Omit<ParsedInput<'enterprises.replace'>, 'label' | 'dryRun'>

function planReplace(context: QueryContext, { view, columns, by, ...query }: ReplaceInput) {
  const picked = pickColumns(columns)
  if (!picked.ok) return picked
  const opened = openView(context, view)
  if (!opened.ok) return opened
  const matcher = makeMatcher(query)
  const { index } = opened.value
  const before = new Map<string, string>()
  const writes: CellWrite[] = []
  for (const { place, row, column, text, typed } of findCells(
    opened.value,
    picked.value.filter(({ editable }) => editable),
    query,
  )) {
    const after = replaceInCell(matcher, typed, text, by)
    if (after === null) continue
    const id = index.idOf(row)
    before.set(`${id}|${column.id}`, text)
    writes.push({ row: place, id, column: column.id, given: after })
  }
  const plan = decideCells({ ...context, day: view.asOf }, writes)
  const places = new Map(writes.map(({ id, row }) => [id, row]))
  const changes = plan.changes
    .flatMap(({ id, values }) =>
      [...values].map(([column, value]) => ({
        row: places.get(id) ?? 0,
        id,
        column,
        before: before.get(`${id}|${column}`) ?? '',
        after: showValue(plan.catalogue, column, value),
      })),
    )
    .slice(0, MOST_LISTED)
  return ok({ plan, answer: { ...plan.answer, changes } })
}

export function previewReplace(
  context: QueryContext,
  input: ParsedInput<'enterprises.previewReplace'>,
): AppResult<Output<'enterprises.replace'>> {
  const planned = planReplace(context, input)
  return planned.ok ? ok(planned.value.answer) : planned
}

export function replaceInRegistry(
  context: CommandContext,
  { label, dryRun, ...input }: ParsedInput<'enterprises.replace'>,
): AppResult<Output<'enterprises.replace'>> {
  const planned = planReplace(context, input)
  if (!planned.ok) return planned
  const { plan, answer } = planned.value
  if (!dryRun && answer.written > 0) {
    const today = context.today()
    const who = readUserName(context.store)
    const name = label ?? ENTERPRISE_LABELS.replace(answer.written)
    context.store.write({ kind: 'enterprises.replace', label: name }, (tx) =>
      writeCells(tx, plan, { observedOn: input.view.asOf, today, who }),
    )
  }
  return ok(answer)
}
