import type { ContentCells, ContentProblem, ContentValue } from '#shared/domain/exchange/content.ts'
import { openEdits } from '#shared/domain/exchange/merge/merge-row.ts'
import { StampWriter } from '#shared/domain/exchange/merge/register.ts'
import { handOf, othersOf, shownDots, GONE, THERE, type Stamp } from '#shared/domain/exchange/merge/stamp.ts'
import { writeStamp } from '#shared/domain/exchange/merge/stamp-text.ts'
import { nameKey } from '#shared/domain/survey/enterprise-name.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import { personSortKey, sortKey } from '#shared/domain/text/sort-key.ts'
import type { Transaction } from '../../db/store.ts'
import { filledCells, type NewShadow } from './collect-rows.ts'
import type { ComparedRow, Comparison } from './compare.ts'
import { readCodes, shadowId, type CodeBook } from './local-rows.ts'
import { saveShadows } from './make.ts'
import { removeRows } from './remove-rows.ts'
import { readShapes, type TableShape } from './shapes.ts'
import { ROW_PROBLEMS } from './text.ts'

export interface MergeWrite {
  readonly comparison: Comparison
  readonly packageId: string
  readonly count: number
  /** The sender; of a form the unit stands for it. */
  readonly source: string | null
  readonly theirUnit: string
  readonly decides: (owner: 'province' | 'unit') => boolean
}

export interface MergeWritten {
  /** Rows that could not be removed, because others still refer to them, with their parts. */
  readonly kept: number
  readonly problems: readonly ContentProblem[]
  /** Clashes that were left open. */
  readonly open: number
}

const MANY = 500

/** Writes a comparison inside the one transaction. A row that cannot be what it shall be throws, and nothing stays. */
export function writeMerge(tx: Transaction, write: MergeWrite): MergeWritten {
  const { rows } = write.comparison
  // References are looked at when all rows are there: what refers may stand before what it refers to.
  tx.sqlite.pragma('defer_foreign_keys = ON')
  const shapes = readShapes(tx.sqlite)
  const writer = createRowWriter(tx)
  const born = rows.filter(({ merge }) => merge.what === 'create')
  const edited = rows.filter(({ merge }) => merge.what === 'update')
  freeKeys(tx, [...born, ...edited])
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
  const { kept, held } = removeRows(tx, shapes, rows)
  saveAliases(tx, rows)
  const shadows = rows.flatMap((row) => shadowAfter(row, write.source, kept) ?? [])
  saveShadows(tx, shadows, write.count)
  const open = saveClashes(tx, write, kept)
  return {
    kept: kept.size,
    open,
    problems: [...held].map((key) => {
      const at = key.indexOf(':')
      return { table: key.slice(0, at), id: key.slice(at + 1), column: '', message: ROW_PROBLEMS.inUse }
    }),
  }
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

/** A row may hand its MST to another of the same package: all that change let go of theirs first. */
function freeKeys(tx: Transaction, rows: readonly ComparedRow[]): void {
  const free = tx.sqlite.prepare<[string]>(
    'UPDATE enterprises SET tax_code = NULL WHERE tax_code IS NOT NULL AND id = ?',
  )
  for (const { shape, row, ours, merge } of rows)
    if (
      shape.table === 'enterprises' &&
      ours !== null &&
      Object.hasOwn(merge.cells, 'tax_code') &&
      merge.what === 'update'
    )
      free.run(row.id)
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

/** Writes one row as a decision has it. */
export function writeRowCells(
  tx: Transaction,
  shape: TableShape,
  id: string,
  write: { readonly kind: 'update' | 'create'; readonly cells: ContentCells } | { readonly kind: 'remove' },
  codes: CodeBook,
): void {
  const writer = createRowWriter(tx)
  if (write.kind === 'update') writer.update(shape, id, write.cells, codes)
  else if (write.kind === 'create') writer.insert(shape, id, write.cells, codes)
  else tx.sqlite.prepare(`DELETE FROM "${shape.table}" WHERE id = ?`).run(id)
}

interface RowWriter {
  insert(shape: TableShape, id: string, cells: ContentCells, codes: CodeBook): void
  update(shape: TableShape, id: string, cells: ContentCells, codes: CodeBook): void
}

function createRowWriter(tx: Transaction): RowWriter {
  const statements = new Map<string, { run(...values: readonly ContentValue[]): unknown }>()
  const prepare = (sql: string): { run(...values: readonly ContentValue[]): unknown } => {
    const known = statements.get(sql) ?? tx.sqlite.prepare<ContentValue[]>(sql)
    statements.set(sql, known)
    return known
  }
  return {
    // Names of tables and columns come from the schema, never from a file.
    insert(shape, id, cells, codes) {
      const columns = storedColumns(shape, cells, codes, true)
      const names = Object.keys(columns)
      prepare(
        `INSERT INTO "${shape.table}" (id, ${names.map((name) => `"${name}"`).join(', ')})
         VALUES (?, ${names.map(() => '?').join(', ')})`,
      ).run(id, ...Object.values(columns))
      const code = shape.code === undefined ? null : (cells[shape.code] ?? null)
      if (code !== null) codes.learn(shape.table, String(code), id)
    },
    update(shape, id, cells, codes) {
      const columns = storedColumns(shape, cells, codes, false)
      const names = Object.keys(columns)
      if (names.length === 0) return
      prepare(`UPDATE "${shape.table}" SET ${names.map((name) => `"${name}" = ?`).join(', ')} WHERE id = ?`).run(
        ...Object.values(columns),
        id,
      )
    },
  }
}

/** Columns as the data file stores them: ids for codes, and with those that are made from others. */
function storedColumns(
  shape: TableShape,
  cells: ContentCells,
  codes: CodeBook,
  isNew: boolean,
): Record<string, ContentValue> {
  const stored: Record<string, ContentValue> = {}
  for (const { name, column, refers, isCoded } of shape.columns) {
    if (!Object.hasOwn(cells, name)) continue
    const value = cells[name] ?? null
    // An empty cell of a new row takes what the schema gives.
    if (isNew && value === null) continue
    stored[column] = isCoded && refers !== null && value !== null ? codes.idOf(refers, String(value)) : value
  }
  for (const { column, from, how } of shape.derived ?? []) {
    const value = cells[from]
    if (typeof value === 'string') stored[column] = derive(value, how)
  }
  return stored
}

function derive(text: string, how: 'fold' | 'sort' | 'person-sort' | 'match'): string {
  switch (how) {
    case 'fold':
      return foldText(text)
    case 'sort':
      return sortKey(text)
    case 'person-sort':
      return personSortKey(text)
    case 'match':
      return nameKey(text)
  }
}

function saveAliases(tx: Transaction, rows: readonly ComparedRow[]): void {
  const insert = tx.sqlite.prepare(
    'INSERT OR IGNORE INTO exchange_aliases (id, table_name, row_id, alias_id) VALUES (?, ?, ?, ?)',
  )
  for (const { shape, row } of rows)
    for (const alias of row.aliases) if (alias !== row.id) insert.run(tx.newId(), shape.table, row.id, alias)
}

/** The stamp as it is written: a row that could not go is there, and its removal waits. */
function stampAfter({ shape, row, merge }: ComparedRow, kept: ReadonlySet<string>): Stamp {
  const { stamp } = merge
  if (!kept.has(`${shape.table}:${row.id}`)) return stamp
  const removals = shownDots(stamp, '', GONE).map((dot) => ({ ...dot, value: GONE }))
  const others = othersOf(stamp, '').filter(({ value }) => value !== THERE)
  return new StampWriter(stamp).put('', THERE, [], [...removals, ...others]).finish({ gone: false })
}

/** Null where nothing was learnt, and for rows that are not here and never were. */
function shadowAfter(compared: ComparedRow, source: string | null, kept: ReadonlySet<string>): NewShadow | null {
  const { shape, row, ours, merge, after } = compared
  if (ours === null && merge.what === 'none' && !merge.stamp.gone) return null
  const stamped = stampAfter(compared, kept)
  const stamp = writeStamp(stamped)
  const shadow = ours?.shadow ?? null
  const cells = filledCells(after)
  if (shadow !== null && writeStamp(shadow.stamp) === stamp && filledCells(shadow.cells) === cells) return null
  // What is now as the sender has it need not go back to it.
  const isTheirs =
    openEdits(stamped).length === 0 &&
    merge.outcomes.every(({ decided }) => decided === null) &&
    shape.names.every(
      (name) => !Object.hasOwn(row.sent.cells, name) || (after[name] ?? null) === (row.sent.cells[name] ?? null),
    )
  return { id: shadowId(shape.table, row.id), cells, stamp, source: isTheirs ? source : null }
}

/** What a question about a whole row keeps of it; null: it is gone there. */
export interface KeptRow {
  readonly cells: ContentCells | null
}

interface AskedBefore {
  readonly id: string
  readonly column: string
  readonly site: string
  readonly count: number
}

/** Brings the list of open clashes in line with what waits in the rows that came. Answers how many were added. */
function saveClashes(tx: Transaction, write: MergeWrite, kept: ReadonlySet<string>): number {
  const before = readClashes(tx)
  const close = tx.sqlite.prepare<[string]>('DELETE FROM exchange_clashes WHERE id = ?')
  let open = 0
  for (const compared of write.comparison.rows) {
    const { shape, row, ours, merge } = compared
    if (ours === null && merge.what === 'none') continue
    const stamp = stampAfter(compared, kept)
    const waiting = openEdits(stamp)
    const asked = before.get(`${shape.table}:${row.id}`) ?? []
    for (const one of asked) if (!stillWaits(stamp, one)) close.run(one.id)
    for (const { column, edit } of waiting) {
      const said = othersOf(stamp, column).filter(({ value }) => value === edit.value)
      if (!asked.some((one) => one.column === column && said.some((dot) => isAbout(one, dot))))
        insertClash(tx, write, compared, { column, ...edit })
      if (isOfThis(compared, column, edit.value)) open++
    }
  }
  return open
}

/** Whether this very file says what waits, and not one that came before. */
function isOfThis({ row, merge }: ComparedRow, column: string, value: ContentValue | undefined): boolean {
  if (merge.outcomes.some((outcome) => outcome.column === column && outcome.decided === null)) return true
  if (column === '') return (value === GONE) === row.sent.stamp.gone
  return merge.what === 'create' && row.sent.cells[column] === value
}

function readClashes(tx: Transaction): Map<string, readonly AskedBefore[]> {
  const asked = new Map<string, readonly AskedBefore[]>()
  for (const { key, ...one } of tx.sqlite
    .prepare<[], AskedBefore & { key: string }>(
      `SELECT table_name || ':' || row_id AS key, id, column_name AS "column", dot_site AS site, dot_count AS count
       FROM exchange_clashes`,
    )
    .all())
    asked.set(key, [...(asked.get(key) ?? []), one])
  return asked
}

function isAbout(asked: AskedBefore, dot: { readonly site: string; readonly count: number }): boolean {
  return asked.site === dot.site && asked.count === dot.count
}

/** Of a row that is gone only the row is asked. */
function stillWaits(stamp: Stamp, asked: AskedBefore): boolean {
  return (!stamp.gone || asked.column === '') && othersOf(stamp, asked.column).some((dot) => isAbout(asked, dot))
}

interface NewClash {
  readonly column: string
  readonly site: string
  readonly count: number
  readonly value: ContentValue | undefined
  readonly by?: string | null | undefined
  readonly at?: string | null | undefined
}

/** An edit may have come by way of another office. */
function unitOfSite(tx: Transaction, site: string): string | null {
  return tx.sqlite.prepare<[string], string>('SELECT unit_code FROM sites WHERE id = ?').pluck().get(site) ?? null
}

function insertClash(tx: Transaction, write: MergeWrite, { shape, row, merge }: ComparedRow, clash: NewClash): void {
  const { column, value } = clash
  const there: KeptRow | ContentValue =
    column === ''
      ? { cells: value === GONE ? null : row.sent.stamp.gone ? merge.after : row.sent.cells }
      : (value ?? null)
  const old = merge.outcomes.find((outcome) => outcome.column === column)?.old
  const hand = column === '' ? null : handOf(row.sent.stamp, column)
  tx.sqlite
    .prepare(
      `INSERT OR IGNORE INTO exchange_clashes (id, package_id, table_name, row_id, column_name, base, theirs, dot_site,
         dot_count, their_unit, their_who, their_at, decides) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      tx.newId(),
      write.packageId,
      shape.table,
      row.id,
      column,
      // No base: nothing stood there before.
      old === undefined ? null : JSON.stringify(old),
      JSON.stringify(there),
      clash.site,
      clash.count,
      unitOfSite(tx, clash.site) ?? write.theirUnit,
      clash.by ?? hand?.by ?? row.by,
      clash.at ?? hand?.at ?? row.at,
      write.decides(shape.owner) ? 1 : 0,
    )
}
