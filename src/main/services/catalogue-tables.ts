import type { CatalogueCells, catalogueTablesContract, CatalogueTableRow } from '#shared/contract/catalogue-tables.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { Output } from '#shared/contract/index.ts'
import { catalogueOf, joinLines, rowWord, type CatalogueId } from '#shared/domain/catalogues/catalogues.ts'
import { findOverlaps } from '#shared/domain/catalogues/overlaps.ts'
import { formatNumber } from '#shared/domain/text/format.ts'
import { ok } from '#shared/kit/result.ts'
import { SqliteError } from '../db/load-sqlite.ts'
import type { ReadStore, Transaction } from '../db/store.ts'
import { documentTypes } from '../documents/catalogue.ts'
import {
  checkRow,
  readCells,
  twinsOf,
  type CellProblem,
  type StoredCell,
  type StoredCells,
} from './catalogue-tables/read-cells.ts'
import { isNamedElsewhere } from './catalogue-tables/uses.ts'
import { ownUnit } from './exchange/site.ts'
import { findUnitProblem } from './indicator-definition.ts'
import type { CommandContext, Service } from './service.ts'

/** The lists of Danh mục as tables (domain/catalogues/catalogues.ts says which there are and what they hold). */
export const catalogueTablesService: Service<keyof typeof catalogueTablesContract> = {
  'catalogues.table': ({ store }, { catalogue }) => {
    const rows = readRows(store, catalogue)
    return ok({ rows: rows.map((row) => publish(store, catalogue, row)), warnings: overlaps(catalogue, rows) })
  },
  'catalogues.write': (context, { catalogue, rows, label, dryRun }) =>
    writeRows(context, catalogue, rows, label, dryRun),
  'catalogues.removeRows': (context, { catalogue, ids, label }) => removeRows(context, catalogue, ids, label),
}

type StoredRow = StoredCells & { readonly id: string }

function readRows({ sqlite }: Pick<ReadStore, 'sqlite'>, id: CatalogueId): StoredRow[] {
  const { table, columns } = catalogueOf(id)
  const has = (name: string): boolean => columns.some((column) => column.id === name)
  const byType = has('document_type') ? 'document_type, ' : ''
  const order = id === 'people' ? 'sort_key' : `${byType}${has('sort_order') ? 'sort_order' : 'valid_from'}`
  return sqlite.prepare<[], StoredRow>(`SELECT * FROM "${table}" ORDER BY ${order}, rowid`).all()
}

function publish({ sqlite }: ReadStore, id: CatalogueId, row: StoredRow): CatalogueTableRow {
  const cells: CatalogueCells = {}
  for (const { id: column, kind } of catalogueOf(id).columns) {
    const value = row[column] ?? null
    if (kind === 'yesNo') cells[column] = value === 1
    else if (kind === 'lines') cells[column] = joinLines(column, JSON.parse(String(value ?? '[]')) as string[])
    else if (kind === 'unit' && value !== null)
      cells[column] =
        sqlite.prepare<[StoredCell], { code: string }>('SELECT code FROM units WHERE id = ?').get(value)?.code ?? null
    else cells[column] = value
  }
  return { id: row.id, cells }
}

/** Which of two would a document take? Only lists where a day must have one answer. */
function overlaps(id: CatalogueId, rows: readonly StoredRow[]): Output<'catalogues.table'>['warnings'] {
  if (id !== 'letterheads' && id !== 'signers') return []
  const dated = rows.map((row) => ({
    id: row.id,
    name: id === 'signers' ? String(row['full_name']) : joinLines('', JSON.parse(String(row['issuer_lines']))),
    // Several may sign; two of the same office on one day are a slip.
    group:
      id === 'signers'
        ? `${String(row['unit_id'])}|${String(row['authority'])}|${String(row['position'])}`
        : String(row['unit_id']),
    validFrom: textOrNull(row['valid_from']),
    validTo: textOrNull(row['valid_to']),
  }))
  return findOverlaps(dated).map(({ ids, first, second, days }) => ({
    ids: [...ids],
    sentence: `“${first}” và “${second}” cùng có hiệu lực ${days}. Hãy ghi ngày kết thúc cho dòng cũ.`,
  }))
}

function textOrNull(value: StoredCell | undefined): string | null {
  return typeof value === 'string' ? value : null
}

interface RowEdit {
  readonly id: string | null
  readonly cells: CatalogueCells
}

interface Staged {
  readonly id: string | null
  readonly columns: StoredCells
  readonly name: string
}

function writeRows(
  context: CommandContext,
  id: CatalogueId,
  edits: readonly RowEdit[],
  label: string | undefined,
  dryRun: boolean,
): AppResult<Output<'catalogues.write'>> {
  const { store } = context
  // Rows as they would be, so that two new rows of one call cannot take the same code.
  const rows = new Map(readRows(store, id).map((row) => [row.id, row as StoredCells]))
  const staged: Staged[] = []
  const refused: { row: number; column: string; reason: string }[] = []
  for (const [at, edit] of edits.entries()) {
    const made = stageRow(store, id, edit, rows)
    if ('problem' in made) refused.push({ row: at, ...made.problem })
    else {
      staged.push(made.staged)
      rows.set(edit.id ?? `new ${at}`, made.whole)
    }
  }
  if (staged.length > 0 && !dryRun)
    store.write({ kind: 'catalogues.write', label: label ?? labelOf(id, staged) }, (tx) => {
      for (const row of staged) writeRow(tx, id, row)
      return null
    })
  return ok({ written: staged.length, refused })
}

function stageRow(
  store: ReadStore,
  id: CatalogueId,
  edit: RowEdit,
  rows: ReadonlyMap<string, StoredCells>,
): { readonly staged: Staged; readonly whole: StoredCells } | { readonly problem: CellProblem } {
  const before = edit.id === null ? undefined : rows.get(edit.id)
  const first = Object.keys(edit.cells)[0] ?? catalogueOf(id).name
  if (edit.id !== null && before === undefined)
    return { problem: { column: first, reason: fail('ROW_UNKNOWN').error.message } }
  const read = readCells(id, edit.cells, {
    unitId: (code) =>
      store.sqlite.prepare<[string], { id: string }>('SELECT id FROM units WHERE code = ?').get(code)?.id,
    documentTypes: documentTypes.map((type) => type.id),
  })
  if ('problem' in read) return read
  const others = [...rows].flatMap(([rowId, row]) => (rowId === edit.id ? [] : [row]))
  const given = { ...(before ?? newRow(id, others)), ...read.stored }
  // Nobody else is said: this office's own.
  const whole = id === 'signers' ? { ...given, unit_id: given['unit_id'] ?? ownUnit(store).id } : given
  const short = whole['short_name'] === '' || whole['short_name'] === undefined
  const named = short && 'short_name' in whole ? { ...whole, short_name: whole['name'] ?? '' } : whole
  const problem = checkRow(id, named, others) ?? checkFixed(store, id, before, named)
  if (problem !== null) return { problem }
  const columns = Object.fromEntries(
    Object.entries({ ...named, ...twinsOf(id, named) }).filter(
      ([column, value]) => column !== 'id' && (before === undefined || before[column] !== value),
    ),
  )
  return { staged: { id: edit.id, columns, name: nameOf(id, named) }, whole: named }
}

/** What figures rest on stays: an indicator's way of counting, a code that is written elsewhere. */
function checkFixed(
  store: ReadStore,
  id: CatalogueId,
  before: StoredCells | undefined,
  row: StoredCells,
): CellProblem | null {
  if (before === undefined)
    return id === 'indicators' && !['flow', 'loss', 'stock'].includes(String(row['kind']))
      ? { column: 'kind', reason: fail('INDICATOR_NEEDS_FORMULA').error.message }
      : null
  const changed = catalogueOf(id).columns.find(
    (column) => column.fixed === true && before[column.id] !== row[column.id],
  )
  if (changed !== undefined)
    return { column: changed.id, reason: fail('CATALOGUE_CELL_FIXED', { name: nameOf(id, before) }).error.message }
  if (before['code'] !== row['code'] && isNamedElsewhere(store, id, String(before['code'])))
    return { column: 'code', reason: fail('CATALOGUE_CODE_IN_USE', { code: String(before['code']) }).error.message }
  return id === 'indicators' ? checkUnitLabel(store, before, String(row['unit_label'])) : null
}

function checkUnitLabel(store: ReadStore, before: StoredCells, wanted: string): CellProblem | null {
  const indicator = {
    id: String(before['id']),
    shortName: String(before['short_name']),
    unitLabel: String(before['unit_label']),
  }
  const problem = findUnitProblem(store, indicator, wanted)
  return problem === null ? null : { column: 'unit_label', reason: problem.message }
}

/** A new row before anything is typed: last in its order, valid always. */
function newRow(id: CatalogueId, others: readonly StoredCells[]): StoredCells {
  const last = others.reduce((most, row) => Math.max(most, Number(row['sort_order'] ?? 0)), 0)
  const columns = catalogueOf(id).columns.map(({ id: column, kind }): [string, StoredCell] => {
    if (kind === 'order') return [column, last + 10]
    if (kind === 'yesNo') return [column, 0]
    if (kind === 'lines') return [column, '[]']
    return [column, kind === 'date' || kind === 'unit' ? null : '']
  })
  return Object.fromEntries(columns)
}

function writeRow(tx: Transaction, id: CatalogueId, { id: rowId, columns }: Staged): void {
  const { table } = catalogueOf(id)
  const names = Object.keys(columns)
  const values = names.map((name) => columns[name] ?? null)
  if (rowId !== null) {
    if (names.length === 0) return
    const sets = names.map((name) => `"${name}" = ?`).join(', ')
    tx.sqlite.prepare(`UPDATE "${table}" SET ${sets} WHERE id = ?`).run(...values, rowId)
    return
  }
  const owned = id === 'letterheads' ? { unit_id: ownUnit(tx).id } : {}
  const whole: StoredCells = { id: tx.newId(), ...columns, ...owned }
  const all = Object.keys(whole)
  tx.sqlite
    .prepare(
      `INSERT INTO "${table}" (${all.map((name) => `"${name}"`).join(', ')}) VALUES (${all.map(() => '?').join(', ')})`,
    )
    .run(...all.map((name) => whole[name] ?? null))
}

function removeRows(
  { store }: CommandContext,
  id: CatalogueId,
  ids: readonly string[],
  label: string | undefined,
): AppResult<Output<'catalogues.removeRows'>> {
  const known = new Map(readRows(store, id).map((row) => [row.id, row]))
  const refused: { id: string; reason: string }[] = []
  const wanted = ids.flatMap((rowId) => {
    const row = known.get(rowId)
    if (row === undefined) refused.push({ id: rowId, reason: fail('ROW_UNKNOWN').error.message })
    return row ?? []
  })
  const inUse = (row: StoredRow): string => fail('CATALOGUE_IN_USE', { name: nameOf(id, row) }).error.message
  const first = wanted[0]
  if (first === undefined) return ok({ removed: 0, refused })
  const word = rowWord(id)
  const usual = wanted.length === 1 ? `Xóa ${word} ${nameOf(id, first)}` : `Xóa ${formatNumber(wanted.length)} ${word}`
  const removed = store.write({ kind: 'catalogues.removeRows', label: (label ?? usual).slice(0, 200) }, (tx) => {
    const remove = tx.sqlite.prepare<[string]>(`DELETE FROM "${catalogueOf(id).table}" WHERE id = ?`)
    let count = 0
    for (const row of wanted) {
      if (row['code'] !== undefined && isNamedElsewhere(store, id, String(row['code'])))
        refused.push({ id: row.id, reason: inUse(row) })
      else if (tryRemove(() => remove.run(row.id))) count += 1
      else refused.push({ id: row.id, reason: inUse(row) })
    }
    return count
  })
  return ok({ removed, refused })
}

/** Whatever table refers to the row keeps it: SQLite refuses the statement and nothing of it stays. */
function tryRemove(remove: () => void): boolean {
  try {
    remove()
    return true
  } catch (thrown) {
    if (thrown instanceof SqliteError && thrown.code === 'SQLITE_CONSTRAINT_FOREIGNKEY') return false
    throw thrown
  }
}

function nameOf(id: CatalogueId, row: StoredCells): string {
  const value = row[catalogueOf(id).name] ?? ''
  const text = String(value)
  return text.startsWith('[') ? joinLines('', JSON.parse(text) as string[]) : text
}

function labelOf(id: CatalogueId, staged: readonly Staged[]): string {
  const verb = staged.every((row) => row.id === null) ? 'Thêm' : 'Sửa'
  const [first] = staged
  const word = rowWord(id)
  const label =
    staged.length === 1 && first !== undefined
      ? `${verb} ${word} ${first.name}`
      : `${verb} ${formatNumber(staged.length)} ${word}`
  return label.length > 200 ? `${label.slice(0, 199)}…` : label
}
