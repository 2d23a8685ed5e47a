import type { ContentProblem, ContentRow, ContentValue, PackageContent } from '#shared/domain/exchange/content.ts'
import { turnRow } from '#shared/domain/exchange/merge/register.ts'
import { newStamp, type OtherEdit, type Stamp } from '#shared/domain/exchange/merge/stamp.ts'
import { readStamp } from '#shared/domain/exchange/merge/stamp-text.ts'
import type { SentRow } from '#shared/domain/exchange/merge/merge-row.ts'
import type { ReadStore } from '../../db/store.ts'
import { firstText, RowFinder } from './find-rows.ts'
import type { CodeBook } from './local-rows.ts'
import { readShapes, type ShapedColumn, type TableShape } from './shapes.ts'
import { ROW_PROBLEMS } from './text.ts'

type Sqlite = Pick<ReadStore, 'sqlite'>['sqlite']

/** A row that came, in the words of this data file. */
export interface ResolvedRow {
  /** Id here: of the row it is, or the one it came with. */
  readonly id: string
  readonly sentId: string
  readonly sent: SentRow
  readonly title: string | null
  readonly by: string | null
  readonly at: string | null
  /** It was born here as well, and is found to be the same only now. */
  readonly joined: boolean
  /** Other ids of it that are new here. */
  readonly aliases: readonly string[]
  /** Cells that cannot be written here. */
  readonly impossible: ReadonlySet<string>
}

export interface Resolved {
  readonly tables: ReadonlyMap<TableShape, readonly ResolvedRow[]>
  readonly problems: readonly ContentProblem[]
  /** Whether a later round may still find what they refer to. */
  readonly skipped: number
}

/** Finds for each row that came the row it is here: by id, by what it goes by elsewhere, by what names it. */
export function resolveRows(sqlite: Sqlite, codes: CodeBook, content: PackageContent): Resolved {
  const shapes = readShapes(sqlite)
  const problems: ContentProblem[] = [...content.problems]
  const tables = new Map<TableShape, readonly ResolvedRow[]>()
  /** Ids as they came, to ids here, by table. */
  const ids = new Map<string, Map<string, string>>()
  /** Ids as they came, of rows that came, by their codes. */
  const arriving = new Map<string, ReadonlyMap<string, string>>()
  for (const [table, rows] of Object.entries(content.tables)) {
    const shape = shapes.find((one) => one.table === table)
    if (shape === undefined) {
      problems.push({ table, id: '', column: '', message: ROW_PROBLEMS.newTable(table) })
      continue
    }
    const code = shape.code
    if (code !== undefined)
      arriving.set(
        table,
        new Map(rows.flatMap((row) => (row.deleted === true ? [] : [[String(row.cells[code]), row.id] as const]))),
      )
  }
  const stamps = new Map<string, Stamp | null>()
  const stampOf = (text: string): Stamp | null => {
    const known = stamps.get(text)
    if (known !== undefined) return known
    const read = readStamp(text)
    stamps.set(text, read)
    return read
  }
  let skipped = 0
  for (const shape of shapes) {
    const rows = content.tables[shape.table]
    if (rows === undefined) continue
    const finder = new RowFinder(sqlite, shape, codes, ids)
    const resolved: ResolvedRow[] = []
    for (const [row, found] of finder.find(rows)) {
      const translated = translate(shape, row, { sqlite, codes, ids, arriving, problems, stampOf })
      if (translated === null) {
        // Nothing may be hung on it either.
        ids.get(shape.table)?.delete(row.id)
        skipped++
        continue
      }
      resolved.push({
        id: found.id,
        sentId: row.id,
        sent: translated.sent,
        title: row.title ?? null,
        by: row.by ?? null,
        at: row.at ?? null,
        joined: found.joined,
        aliases: found.aliases,
        impossible: translated.impossible,
      })
    }
    tables.set(shape, resolved)
  }
  return { tables, problems, skipped }
}

interface Surroundings {
  readonly stampOf: (text: string) => Stamp | null
  readonly sqlite: Sqlite
  readonly codes: CodeBook
  readonly ids: ReadonlyMap<string, ReadonlyMap<string, string>>
  readonly arriving: ReadonlyMap<string, ReadonlyMap<string, string>>
  readonly problems: ContentProblem[]
}

/** The row in ids of this file. Null when it cannot be without a row that is neither here nor in the package. */
function translate(
  shape: TableShape,
  row: ContentRow,
  around: Surroundings,
): { readonly sent: SentRow; readonly impossible: ReadonlySet<string> } | null {
  const cells: Record<string, ContentValue> = {}
  const base: Record<string, ContentValue> = {}
  const impossible = new Set<string>()
  const refuse = (column: string, message: string): void => {
    impossible.add(column)
    around.problems.push({ table: shape.table, id: row.id, column, message })
  }
  for (const column of shape.columns) {
    const { name } = column
    if (row.base !== undefined && Object.hasOwn(row.base, name))
      base[name] = translateValue(column, row.base[name] ?? null, around).value
    if (!Object.hasOwn(row.cells, name)) continue
    const { value, isUnknown } = translateValue(column, row.cells[name] ?? null, around)
    cells[name] = value
    if (row.deleted === true) continue
    if (isUnknown) {
      if (column.isRequired || shape.parents?.includes(name) === true) {
        const what = column.isCoded ? String(value) : name
        around.problems.push({
          table: shape.table,
          id: row.id,
          column: name,
          message: ROW_PROBLEMS.unknownReference(what),
        })
        return null
      }
      refuse(name, column.isCoded ? ROW_PROBLEMS.unknownCode(String(value)) : ROW_PROBLEMS.unknownReference(name))
    } else if (value === null && column.isRequired) refuse(name, ROW_PROBLEMS.notEmpty)
  }
  const read = row.stamp === undefined ? null : around.stampOf(row.stamp)
  // A row without a stamp was born in a form; what it carries was said by nobody before.
  const stamp: Stamp = translateOthers(shape, read ?? newStamp(`form:${row.id}`, 1), around)
  return {
    sent: {
      cells,
      base,
      stamp: stamp.gone === (row.deleted === true) ? stamp : turnRow(stamp, { site: `form:${row.id}`, count: 1 }),
      isBare: read === null && row.base !== undefined,
    },
    impossible,
  }
}

/** What waits at the sender in ids of this file; thousands of rows share a stamp that holds nothing of the kind. */
function translateOthers(shape: TableShape, stamp: Stamp, around: Surroundings): Stamp {
  const columns = shape.columns.filter(({ name, refers }) => refers !== null && name in stamp.others)
  if (columns.length === 0) return stamp
  const others: Record<string, readonly OtherEdit[]> = { ...stamp.others }
  for (const column of columns)
    others[column.name] = (others[column.name] ?? []).map((edit) =>
      edit.value === undefined ? edit : { ...edit, value: translateValue(column, edit.value, around).value },
    )
  return { ...stamp, others }
}

function translateValue(
  { refers, isCoded }: ShapedColumn,
  value: ContentValue,
  { sqlite, codes, ids, arriving }: Surroundings,
): { readonly value: ContentValue; readonly isUnknown: boolean } {
  if (refers === null || value === null) return { value, isUnknown: false }
  const text = String(value)
  if (isCoded) return translateCode(refers, text, { codes, ids, arriving })
  const here = ids.get(refers)?.get(text) ?? aliasOf(sqlite, refers, text)
  const isThere = ids.get(refers)?.has(text) === true || existsHere(sqlite, refers, here)
  return { value: here, isUnknown: !isThere }
}

/**
 * A code as it is here before the package is written: of a row that came along by that row, which may have been given
 * another code at either side; else by what a row here is or once was called.
 */
function translateCode(
  table: string,
  code: string,
  { codes, ids, arriving }: Pick<Surroundings, 'codes' | 'ids' | 'arriving'>,
): { readonly value: string; readonly isUnknown: boolean } {
  const sent = arriving.get(table)?.get(code)
  const here = sent === undefined ? undefined : ids.get(table)?.get(sent)
  const value = (here === undefined ? null : codes.codeOf(table, here)) ?? codes.nowOf(table, code)
  return { value, isUnknown: sent === undefined && codes.idOf(table, value) === null }
}

function aliasOf(sqlite: Sqlite, table: string, id: string): string {
  return (
    firstText(sqlite, 'SELECT row_id FROM exchange_aliases WHERE table_name = ? AND alias_id = ?', [table, id]) ?? id
  )
}

function existsHere(sqlite: Sqlite, table: string, id: string): boolean {
  return firstText(sqlite, `SELECT id FROM "${table}" WHERE id = ?`, [id]) !== null
}
