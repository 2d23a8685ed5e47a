import type { AppResult } from '#shared/contract/errors.ts'
import type { Output, ParsedInput } from '#shared/contract/index.ts'
import { recordWord, type RecordId } from '#shared/domain/organisation/records.ts'
import { settleRecord, type RecordRow } from '#shared/domain/organisation/record-rules.ts'
import { ok } from '#shared/kit/result.ts'
import type { CommandContext } from '../service.ts'
import { createRowCheck } from './check-row.ts'
import { nameOfRecord } from './names.ts'
import { readRecordCell, type CellValue, type StoredCell } from './read-cell.ts'
import { readThings, type Things } from './things.ts'
import { shorten } from './write-records.ts'
import { insertRecord, usualCells } from './write-rows.ts'

type Cells = readonly { readonly column: string; readonly value: CellValue }[]

/** A plan with its steps, all or nothing: a plan whose steps were refused would look as if there were none. */
export function addRemedy(
  context: CommandContext,
  { cells, steps }: ParsedInput<'remedies.add'>,
): AppResult<Output<'remedies.add'>> {
  const { store } = context
  const things = readThings(store)
  const id = context.newId()
  const remedy = readNewRow(context, things, { table: 'remedies', id, cells, first: {} })
  if (!remedy.ok) return remedy
  const rows: { readonly id: string; readonly row: RecordRow }[] = []
  for (const step of steps) {
    const stepId = context.newId()
    const row = readNewRow(context, things, { table: 'steps', id: stepId, cells: step, first: { remedy_id: id } })
    if (!row.ok) return row
    rows.push({ id: stepId, row: row.value })
  }
  const label = shorten(`Thêm ${recordWord('remedies')} ${nameOfRecord(store, 'remedies', remedy.value)}`.trim())
  store.write({ kind: 'remedies.add', label }, (tx) => {
    insertRecord(tx, 'remedies', id, remedy.value)
    for (const step of rows) insertRecord(tx, 'steps', step.id, step.row)
    return null
  })
  return ok({ id, steps: rows.length })
}

interface NewRow {
  readonly table: RecordId
  readonly id: string
  readonly cells: Cells
  /** What it belongs to, which is not in the data file yet. */
  readonly first: Readonly<Record<string, StoredCell>>
}

function readNewRow(
  context: CommandContext,
  things: Things,
  { table, id, cells, first }: NewRow,
): AppResult<RecordRow> {
  const typed: Record<string, StoredCell> = { ...first }
  for (const { column, value } of cells) {
    if (value === null || value === '') continue
    const read = readRecordCell(table, column, value, { things, isNew: true })
    if (!read.ok) return read
    typed[read.value.column.stored] = read.value.stored
  }
  const row = settleRecord(table, { ...usualCells(table), ...typed }, typed, context.today())
  const problem = createRowCheck(context.store, table, new Map())(id, row)
  return problem === null ? ok(row) : { ok: false, error: problem.error }
}
