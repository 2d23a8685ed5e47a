import type { ContentCells, ContentRow, ContentValue } from '#shared/domain/exchange/content.ts'
import { type Dot, type Hand, type Stamp, WHOLE_ROW } from '#shared/domain/exchange/merge/stamp.ts'
import { writeStamp } from '#shared/domain/exchange/merge/stamp-text.ts'
import type { ReadStore } from '../../db/store.ts'
import {
  handIn,
  presentCells,
  readAliasesOf,
  readCodes,
  readHands,
  readSides,
  shadowId,
  type CodeBook,
  type LocalSide,
  type RowHands,
} from './local-rows.ts'
import type { Scope } from './scope.ts'
import { readShapes, type TableShape } from './shapes.ts'

type Sqlite = Pick<ReadStore, 'sqlite'>['sqlite']

export interface CollectRequest {
  readonly scope: Scope
  /** Codes of the units the package is about: rows that were theirs and are gone go along. */
  readonly unitCodes: ReadonlySet<string>
  readonly withGone: boolean
  readonly withCatalogues: boolean
  readonly now: Dot
  /** Only what is news since this count of ours; null: everything. */
  readonly since: number | null
  /** The one site of the receiver: what came from it need not go back. */
  readonly skipSource: string | null
}

export interface CollectedRows {
  readonly tables: Readonly<Record<string, readonly ContentRow[]>>
  /** How rows are known to have travelled once the package is made. */
  readonly shadows: readonly NewShadow[]
  readonly count: number
}

export interface NewShadow {
  readonly id: string
  readonly cells: string
  readonly stamp: string
  readonly source: string | null
}

/** Turns the rows of a scope into those of a package. Reads only. */
export function collectRows(sqlite: Sqlite, request: CollectRequest): CollectedRows {
  const shapes = readShapes(sqlite)
  const codes = readCodes(sqlite, shapes)
  const tables: Record<string, readonly ContentRow[]> = {}
  const shadows: NewShadow[] = []
  const gone = findGone(sqlite, shapes, codes, request)
  let count = 0
  for (const shape of shapes) {
    const ids = [...new Set([...(request.scope.get(shape.table) ?? []), ...(gone.get(shape.table) ?? [])])]
    if (ids.length === 0) continue
    const sides = readSides(sqlite, shape, codes, ids, request.now)
    const sent = [...sides].filter(([, side]) => isWanted(side, request))
    const rows = describeRows(sqlite, shape, sent)
    if (rows.length > 0) tables[shape.table] = rows
    count += rows.length
    for (const [id, side] of sent)
      if (side.news.length > 0)
        shadows.push({
          id: shadowId(shape.table, id),
          cells: filledCells(side.cells),
          stamp: writeStamp(side.stamp),
          source: null,
        })
  }
  return { tables, shadows, count }
}

function isWanted({ news, shadow }: LocalSide, { since, skipSource }: CollectRequest): boolean {
  if (since === null) return true
  if (news.length > 0 || shadow === null) return true
  return shadow.count > since && (skipSource === null || shadow.source !== skipSource)
}

/** Empty cells are left out: most of a row's cells are empty. */
export function filledCells(cells: Readonly<Record<string, ContentValue>>): string {
  const filled: Record<string, ContentValue> = {}
  for (const name in cells) {
    const value = cells[name]
    if (value !== null && value !== undefined) filled[name] = value
  }
  return JSON.stringify(filled)
}

function describeRows(
  sqlite: Sqlite,
  shape: TableShape,
  sent: readonly (readonly [string, LocalSide])[],
): ContentRow[] {
  const ids = sent.map(([id]) => id)
  const aliases = readAliasesOf(sqlite, shape.table, ids)
  const hands = readHands(sqlite, shape, ids)
  const signed = createSigner(shape)
  return sent.map(([id, side]): ContentRow => {
    const base = Object.fromEntries(
      side.news.filter((name) => name !== '').map((name) => [name, side.shadow?.cells[name] ?? null]),
    )
    const hand = hands.get(id)
    const others = aliases.get(id)
    const title = titleOf(shape, side.cells)
    return {
      id,
      cells: completeCells(shape, side.cells),
      stamp: signed(side.stamp, hand),
      ...(title === null ? {} : { title }),
      ...(others === undefined ? {} : { aliases: others }),
      ...(Object.keys(base).length === 0 ? {} : { base }),
      ...(side.stamp.gone ? { deleted: true as const } : {}),
      ...(hand === undefined ? {} : { by: hand.last.by ?? '', at: hand.last.at ?? '' }),
    }
  })
}

/** Stamps that go along tell of each cell who wrote it and when. Most rows have one stamp and one hand. */
function createSigner(shape: TableShape): (stamp: Stamp, hands: RowHands | undefined) => string {
  const plain = new Map<string, string>()
  return (stamp, hands) => {
    const birth = handIn(stamp, hands, WHOLE_ROW)
    if (birth === null) return writeStamp(stamp)
    const cells: Record<string, Hand> = { [WHOLE_ROW]: birth }
    for (const name of shape.names) {
      const hand = handIn(stamp, hands, name)
      if (hand !== null && (hand.by !== birth.by || hand.at !== birth.at)) cells[name] = hand
    }
    if (Object.keys(cells).length > 1) return writeStamp({ ...stamp, hands: cells })
    const key = JSON.stringify([writeStamp(stamp), birth.by, birth.at])
    const text = plain.get(key) ?? writeStamp({ ...stamp, hands: cells })
    plain.set(key, text)
    return text
  }
}

function completeCells(shape: TableShape, cells: Readonly<Record<string, ContentValue>>): Record<string, ContentValue> {
  return Object.fromEntries(shape.names.map((name) => [name, cells[name] ?? null]))
}

export function titleOf(shape: TableShape, cells: Readonly<Record<string, ContentValue>>): string | null {
  const title = cells[shape.title]
  if (title === null || title === undefined) return null
  // An id names nothing to people; a code does.
  if (shape.columns.some(({ name, refers, isCoded }) => name === shape.title && refers !== null && !isCoded))
    return null
  const tax = shape.table === 'enterprises' ? cells['tax_code'] : null
  return typeof tax === 'string' ? `${title} (${tax})` : String(title)
}

/** Rows that travelled before, were of the units in question, and are gone. */
function findGone(
  sqlite: Sqlite,
  shapes: readonly TableShape[],
  codes: CodeBook,
  { scope, unitCodes, withCatalogues, withGone }: CollectRequest,
): Map<string, string[]> {
  const found = new Map<string, string[]>()
  if (!withGone) return found
  for (const shape of shapes) {
    if (!scope.has(shape.table)) continue
    const at = shape.table.length + 2
    const rows = sqlite
      .prepare<[string, string], { id: string; cells: string }>(
        `SELECT substr(er.id, ${at}) AS id, er.cells FROM exchange_rows er WHERE er.id > ? AND er.id < ?
           AND NOT EXISTS (SELECT 1 FROM "${shape.table}" t WHERE t.id = substr(er.id, ${at}))`,
      )
      .all(`${shape.table}:`, `${shape.table};`)
    const gone = rows
      .filter(({ cells }) => belongsTo(shape, presentCells(shape, JSON.parse(cells) as ContentCells, codes)))
      .map(({ id }) => id)
    if (gone.length > 0) found.set(shape.table, gone)
  }
  function belongsTo(shape: TableShape, cells: ContentCells): boolean {
    const unit = shape.unit === undefined ? null : (cells[shape.unit] ?? null)
    if (unit !== null) return unitCodes.has(String(unit))
    const { parents } = shape
    if (parents === undefined) return shape.unit === undefined && withCatalogues && shape.owner === 'province'
    return parents.some((name) => {
      const id = cells[name]
      const table = shape.columns.find((column) => column.name === name)?.refers
      if (typeof id !== 'string' || table === null || table === undefined) return false
      return scope.get(table)?.includes(id) === true || found.get(table)?.includes(id) === true
    })
  }
  return found
}
