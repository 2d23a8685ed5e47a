import type { ContentValue } from '#shared/domain/exchange/content.ts'
import { openEdits } from '#shared/domain/exchange/merge/merge-row.ts'
import { writeStamp } from '#shared/domain/exchange/merge/stamp-text.ts'
import type { Transaction } from '../../db/store.ts'
import { filledCells, type NewShadow } from './collect-rows.ts'
import type { ComparedRow, Comparison } from './compare.ts'
import { readCodes, shadowId } from './local-rows.ts'
import { saveShadows } from './make.ts'
import { removeRows } from './plan-removals.ts'
import { saveClashes } from './save-clashes.ts'
import { readShapes, type TableShape } from './shapes.ts'
import { createRowWriter } from './write-rows.ts'

export interface MergeWrite {
  readonly comparison: Comparison
  readonly packageId: string
  readonly count: number
  /** The sender; of a form the unit stands for it. */
  readonly source: string | null
  readonly theirUnit: string
  readonly decides: (owner: 'province' | 'unit') => boolean
}

const MANY = 500

/**
 * Writes a comparison inside the one transaction. A row that cannot be what it shall be throws, and nothing stays.
 * `open`: clashes that were left open.
 */
export function writeMerge(tx: Transaction, write: MergeWrite): { readonly open: number } {
  const { rows } = write.comparison
  // References are looked at when all rows are there: what refers may stand before what it refers to.
  tx.sqlite.pragma('defer_foreign_keys = ON')
  const shapes = readShapes(tx.sqlite)
  const writer = createRowWriter(tx)
  const born = rows.filter(({ merge }) => merge.what === 'create')
  const edited = rows.filter(({ merge }) => merge.what === 'update')
  freeKeys(tx, shapes, [...born, ...edited])
  for (const shape of shapes) {
    const ofTable = born.filter((row) => row.shape === shape)
    if (ofTable.length === 0) continue
    // Codes of rows that were born a moment ago are asked for by the next table.
    const codes = readCodes(tx.sqlite, shapes)
    const insert = (): void => {
      for (const row of parentsFirst(shape, ofTable)) writer.insert(shape, row.row.id, row.merge.cells, codes)
    }
    const insertAll = (): void => {
      if (ofTable.length >= MANY) tx.insertMany([shape.table], insert)
      else insert()
    }
    if (shape.table === 'targets') withoutIssued(tx, insertAll)
    else insertAll()
  }
  const codes = readCodes(tx.sqlite, shapes)
  for (const { shape, row, merge } of edited) writer.update(shape, row.id, merge.cells, codes)
  removeRows(tx, shapes, rows)
  saveAliases(tx, rows)
  saveShadows(
    tx,
    rows.flatMap((row) => shadowAfter(row, write.source) ?? []),
    write.count,
  )
  return { open: saveClashes(tx, write) }
}

/**
 * The file refuses new targets in an issued version. Those of a unit that is handed over belong to it all the same, so
 * its row steps aside for a moment; being put back as it was it leaves no trace.
 */
function withoutIssued(tx: Transaction, insert: () => void): void {
  const issued = tx.sqlite
    .prepare<[], Record<string, ContentValue>>(`SELECT * FROM plan_versions WHERE state IN ('issued', 'adjusted')`)
    .all()
  const remove = tx.sqlite.prepare<[ContentValue]>('DELETE FROM plan_versions WHERE id = ?')
  for (const version of issued) remove.run(version['id'] ?? null)
  insert()
  for (const version of issued) {
    const names = Object.keys(version)
    tx.sqlite
      .prepare<ContentValue[]>(
        `INSERT INTO plan_versions (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      )
      .run(...Object.values(version))
  }
}

/** A row may hand its MST, or its code, to another of the same package: all that change let go of theirs first. */
function freeKeys(tx: Transaction, shapes: readonly TableShape[], rows: readonly ComparedRow[]): void {
  for (const shape of shapes) {
    const [only, ...more] = shape.key ?? []
    const name = shape.code ?? (more.length === 0 && only === 'tax_code' ? only : undefined)
    if (name === undefined) continue
    const changing = rows.filter((row) => row.shape === shape && Object.hasOwn(row.merge.cells, name))
    const taken = new Set(changing.map(({ merge }) => merge.cells[name] ?? null))
    // Names of tables and columns come from the schema, never from a file. A code is never empty.
    const empty = shape.code === undefined ? 'NULL' : `'~' || id`
    const free = tx.sqlite.prepare<[string]>(`UPDATE "${shape.table}" SET "${name}" = ${empty} WHERE id = ?`)
    for (const { row, ours, merge } of changing)
      if (merge.what === 'update' && taken.has(ours?.cells[name] ?? null)) free.run(row.id)
  }
}

/** Rows that refer to others of their own table after these, so that taking back in reverse finds them free. */
function parentsFirst(shape: TableShape, rows: readonly ComparedRow[]): readonly ComparedRow[] {
  const own = shape.columns.filter(({ refers }) => refers === shape.table)
  if (own.length === 0) return rows
  const byName = new Map(
    rows.flatMap((row) => {
      const code = shape.code === undefined ? null : row.merge.cells[shape.code]
      return [[row.row.id, row] as const, ...(typeof code === 'string' ? [[code, row] as const] : [])]
    }),
  )
  const placed = new Set<ComparedRow>()
  const place = (row: ComparedRow, above: ReadonlySet<ComparedRow>): void => {
    if (placed.has(row) || above.has(row)) return
    for (const { name } of own) {
      const parent = byName.get(String(row.merge.cells[name] ?? ''))
      if (parent !== undefined && parent !== row) place(parent, new Set([...above, row]))
    }
    placed.add(row)
  }
  for (const row of rows) place(row, new Set())
  return [...placed]
}

function saveAliases(tx: Transaction, rows: readonly ComparedRow[]): void {
  const insert = tx.sqlite.prepare(
    'INSERT OR IGNORE INTO exchange_aliases (id, table_name, row_id, alias_id) VALUES (?, ?, ?, ?)',
  )
  for (const { shape, row } of rows)
    for (const alias of row.aliases) if (alias !== row.id) insert.run(tx.newId(), shape.table, row.id, alias)
}

/** Null where nothing was learnt, and for rows that are not here and never were. */
function shadowAfter(compared: ComparedRow, source: string | null): NewShadow | null {
  const { shape, row, ours, merge, after } = compared
  if (ours === null && merge.what === 'none' && !merge.stamp.gone) return null
  const stamp = writeStamp(merge.stamp)
  const shadow = ours?.shadow ?? null
  const cells = filledCells(after)
  if (shadow !== null && writeStamp(shadow.stamp) === stamp && filledCells(shadow.cells) === cells) return null
  // What is now as the sender has it need not go back to it.
  const isTheirs =
    openEdits(merge.stamp).length === 0 &&
    merge.outcomes.every(({ decided }) => decided === null) &&
    shape.names.every(
      (name) => !Object.hasOwn(row.sent.cells, name) || (after[name] ?? null) === (row.sent.cells[name] ?? null),
    )
  return { id: shadowId(shape.table, row.id), cells, stamp, source: isTheirs ? source : null }
}
