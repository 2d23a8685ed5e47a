import { CELL_REASONS, CELL_WARNINGS } from '#shared/domain/enterprises/cell-sentences.ts'
import { textOfCell } from '#shared/domain/enterprises/cell-text.ts'
import { findRegistryColumn, type RegistryColumn, type RegistryColumnId } from '#shared/domain/enterprises/columns.ts'
import { readRegistryCell, type ReadCell } from '#shared/domain/enterprises/read-cell.ts'
import { checkTaxCode } from '#shared/domain/enterprises/tax-check.ts'
import type { EnterpriseWriteAnswer } from '#shared/contract/enterprises.ts'
import type { TableValue } from '#shared/domain/table/view.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { findEnterpriseId } from '../../db/queries/enterprise-rows.ts'
import type { ReadStore } from '../../db/store.ts'
import { readCurrentCells, type CurrentCells } from './current-cells.ts'
import { readCatalogue, type RegistryCatalogue } from './registry-catalogue.ts'
import { settleTaxCodes, type TaxCodeWish } from './settle-tax-codes.ts'

/** One cell to be written, as typed or as a value. `row` is what the answer calls its row by. */
export interface CellWrite {
  readonly row: number
  readonly id: string
  readonly column: string
  readonly given: TableValue
}

export interface NewRowWrite {
  readonly cells: readonly { readonly column: string; readonly value: TableValue }[]
}

/** Cells of one enterprise that really change; a row that gives up an MST stands before the one that takes it. */
export interface RowChange {
  readonly id: string
  readonly name: string
  readonly values: ReadonlyMap<RegistryColumnId, TableValue>
}

export interface WritePlan {
  readonly catalogue: RegistryCatalogue
  readonly changes: readonly RowChange[]
  /** Rows to be made, by their index among those given; null: not to be made. */
  readonly added: readonly (ReadonlyMap<RegistryColumnId, TableValue> | null)[]
  readonly answer: EnterpriseWriteAnswer
}

const MOST_LISTED = 300

interface Deciding {
  readonly store: Pick<ReadStore, 'sqlite'>
  readonly today: () => IsoDate
  /** The day the clerk looks at; null: whatever is known. */
  readonly day: IsoDate | null
}

/** Reads and compares every cell; nothing is written. Good cells are taken, the others listed with the reason. */
export function decideCells(
  { store, today, day }: Deciding,
  writes: readonly CellWrite[],
  added: readonly NewRowWrite[] = [],
): WritePlan {
  const catalogue = readCatalogue(store)
  const report = createReport()
  const read = createCellReader(catalogue, Number(today().slice(0, 4)))
  const byRow = groupWrites(store, writes, read, report)
  const newRows = added.map((row, index) => readNewRow(row, index, read, report))
  const current = readCurrentCells(store, [...byRow.keys()], columnsToCompare(byRow), day)
  const first = claimTaxCodes(store, byRow, newRows, current, report)
  const changes: RowChange[] = []
  for (const id of new Set([...first, ...byRow.keys()])) {
    const cells = byRow.get(id)
    if (cells === undefined) continue
    const row = current.get(id)
    if (row === undefined) continue
    const values = new Map<RegistryColumnId, TableValue>()
    for (const [column, { value, write }] of cells) {
      if (column === 'parentEnterprise' && value === id)
        report.refuse(write.row, id, column, String(write.given), CELL_REASONS.ownParent())
      else if ((row.get(column) ?? null) === value) report.unchanged()
      else if (column === 'stage' && value === null) report.refuse(write.row, id, column, '', CELL_REASONS.stageKept())
      else {
        values.set(column, value)
        report.written()
      }
    }
    warnAbout(id, row, values, cells, report)
    if (values.size > 0) changes.push({ id, name: String(row.get('name') ?? ''), values })
  }
  newRows.forEach((row) => {
    for (let cell = 0; cell < (row?.size ?? 0); cell++) report.written()
  })
  return { catalogue, changes, added: newRows, answer: report.answer }
}

type CellReader = (
  column: string,
  given: TableValue,
) => { readonly column: RegistryColumn; readonly cell: ReadCell } | null

/** The same text in the same column is read once: a fill repeats it thousands of times. */
function createCellReader({ lists }: RegistryCatalogue, year: number): CellReader {
  const known = new Map<string, Map<TableValue, ReadCell>>()
  return (id, given) => {
    const column = findRegistryColumn(id)
    if (column === null) return null
    const cells = known.get(id) ?? new Map<TableValue, ReadCell>()
    known.set(id, cells)
    const before = cells.get(given)
    const cell = before ?? readRegistryCell(column, given, lists, year)
    if (before === undefined) cells.set(given, cell)
    return { column, cell }
  }
}

interface WantedCell {
  readonly value: TableValue
  readonly write: CellWrite
}
type WantedRows = Map<string, Map<RegistryColumnId, WantedCell>>

function groupWrites(
  store: Deciding['store'],
  writes: readonly CellWrite[],
  read: CellReader,
  report: Report,
): WantedRows {
  const ids = resolveIds(store, writes)
  const byRow: WantedRows = new Map()
  for (const write of writes) {
    const text = textOfGiven(write.given)
    const id = ids.get(write.id)
    const found = read(write.column, write.given)
    if (id === undefined) report.refuse(write.row, write.id, write.column, text, CELL_REASONS.rowUnknown())
    else if (found === null)
      report.refuse(write.row, write.id, write.column, text, CELL_REASONS.columnUnknown(write.column))
    else if (!found.column.editable) report.readOnly()
    // Whether a blank stage is refused shows with its row: where there is none it changes nothing.
    else if (!found.cell.ok && !(found.column.id === 'stage' && text === ''))
      report.refuse(write.row, write.id, write.column, text, found.cell.reason)
    else {
      const row = byRow.get(id) ?? new Map<RegistryColumnId, WantedCell>()
      byRow.set(id, row)
      // A cell named twice gets what was said last.
      row.set(found.column.id, { value: found.cell.ok ? found.cell.value : null, write })
    }
  }
  return byRow
}

function resolveIds({ sqlite }: Deciding['store'], writes: readonly CellWrite[]): ReadonlyMap<string, string> {
  const wanted = [...new Set(writes.map(({ id }) => id))]
  const there = sqlite
    .prepare<[string], string>('SELECT id FROM enterprises WHERE id IN (SELECT value FROM json_each(?))')
    .pluck()
    .all(JSON.stringify(wanted))
  const ids = new Map(there.map((id) => [id, id]))
  for (const id of wanted)
    if (!ids.has(id)) {
      const joined = findEnterpriseId(sqlite, id)
      if (joined !== null) ids.set(id, joined)
    }
  return ids
}

/** Null when the row cannot be made; its cells are then listed. */
function readNewRow(
  { cells }: NewRowWrite,
  index: number,
  read: CellReader,
  report: Report,
): Map<RegistryColumnId, TableValue> | null {
  const id = `new:${index}`
  const values = new Map<RegistryColumnId, TableValue>()
  let nameSaid = false
  for (const { column, value } of cells) {
    const found = read(column, value)
    if (found === null) report.refuse(index, id, column, textOfGiven(value), CELL_REASONS.columnUnknown(column))
    else if (!found.column.editable) report.readOnly()
    else if (!found.cell.ok) {
      // A blank stage is no wish, it is an empty cell of a pasted block.
      if (value === null || value === '') continue
      report.refuse(index, id, column, textOfGiven(value), found.cell.reason)
      nameSaid ||= column === 'name'
    } else if (found.cell.value !== null) values.set(found.column.id, found.cell.value)
  }
  if (values.has('name')) return values
  if (!nameSaid) report.refuse(index, id, 'name', '', CELL_REASONS.nameMissing())
  return null
}

/** Those that are written, and what is said with them: a step's name, an MST that passes on, more members than workers. */
function columnsToCompare(byRow: WantedRows): ReadonlySet<RegistryColumnId> {
  const columns = new Set<RegistryColumnId>(['name', 'taxCode'])
  for (const cells of byRow.values()) for (const column of cells.keys()) columns.add(column)
  return columns.has('workers') || columns.has('members') ? columns.add('workers').add('members') : columns
}

/** Refuses MSTs that are not to be had, and answers the rows in an order in which each is free when it is taken. */
function claimTaxCodes(
  store: Deciding['store'],
  byRow: WantedRows,
  newRows: readonly (Map<RegistryColumnId, TableValue> | null)[],
  current: ReadonlyMap<string, CurrentCells>,
  report: Report,
): readonly string[] {
  const wishes: TaxCodeWish[] = []
  for (const [id, cells] of byRow) {
    const wanted = cells.get('taxCode')
    if (wanted !== undefined && (current.get(id)?.get('taxCode') ?? null) !== wanted.value)
      wishes.push({ key: id, code: typeof wanted.value === 'string' ? wanted.value : null })
  }
  newRows.forEach((row, index) => {
    const code = row?.get('taxCode')
    if (typeof code === 'string') wishes.push({ key: `new:${index}`, code })
  })
  if (wishes.length === 0) return []
  const { refused, order } = settleTaxCodes(store, wishes)
  for (const [id, cells] of byRow) {
    const wanted = cells.get('taxCode')
    const reason = refused.get(id)
    if (wanted === undefined || reason === undefined) continue
    cells.delete('taxCode')
    report.refuse(wanted.write.row, wanted.write.id, 'taxCode', textOfGiven(wanted.write.given), reason)
  }
  newRows.forEach((row, index) => {
    const id = `new:${index}`
    const code = row?.get('taxCode')
    const reason = refused.get(id)
    if (row === null || typeof code !== 'string') return
    if (reason !== undefined) {
      row.delete('taxCode')
      report.refuse(index, id, 'taxCode', code, reason)
    } else if (checkTaxCode(code) === 'check_failed') report.warn(index, id, 'taxCode', CELL_WARNINGS.taxCodeCheck())
  })
  return order
}

function warnAbout(
  id: string,
  row: CurrentCells,
  values: ReadonlyMap<RegistryColumnId, TableValue>,
  cells: ReadonlyMap<RegistryColumnId, WantedCell>,
  report: Report,
): void {
  const code = values.get('taxCode')
  const codeWrite = cells.get('taxCode')?.write
  if (typeof code === 'string' && codeWrite !== undefined && checkTaxCode(code) === 'check_failed')
    report.warn(codeWrite.row, id, 'taxCode', CELL_WARNINGS.taxCodeCheck())
  if (!values.has('workers') && !values.has('members')) return
  const workers = values.has('workers') ? values.get('workers') : row.get('workers')
  const members = values.has('members') ? values.get('members') : row.get('members')
  const column = values.has('members') ? 'members' : 'workers'
  const write = cells.get(column)?.write
  if (typeof workers === 'number' && typeof members === 'number' && members > workers && write !== undefined)
    report.warn(write.row, id, column, CELL_WARNINGS.membersOverWorkers())
}

function textOfGiven(given: TableValue): string {
  return given === null ? '' : String(given)
}

type Report = ReturnType<typeof createReport>

function createReport() {
  const answer: EnterpriseWriteAnswer = {
    written: 0,
    unchanged: 0,
    readOnly: 0,
    refused: [],
    refusedCount: 0,
    warnings: [],
  }
  return {
    answer,
    written: () => void answer.written++,
    unchanged: () => void answer.unchanged++,
    readOnly: () => void answer.readOnly++,
    refuse: (row: number, id: string, column: string, text: string, reason: string) => {
      answer.refusedCount++
      if (answer.refused.length < MOST_LISTED) answer.refused.push({ row, id, column, text, reason })
    },
    warn: (row: number, id: string, column: string, reason: string) => {
      if (answer.warnings.length < MOST_LISTED) answer.warnings.push({ row, id, column, reason })
    },
  }
}

/** A cell's value as it will be shown, for previews. */
export function showValue(catalogue: RegistryCatalogue, id: RegistryColumnId, value: TableValue): string {
  const column = findRegistryColumn(id)
  return column === null ? '' : textOfCell(column, value, catalogue.lists)
}
