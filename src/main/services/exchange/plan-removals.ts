import type { ContentCells, ContentValue } from '#shared/domain/exchange/content.ts'
import { answerPresence, contestPresence } from '#shared/domain/exchange/merge/presence.ts'
import { type Dot, GONE, othersOf, THERE, WHOLE_ROW } from '#shared/domain/exchange/merge/stamp.ts'
import type { ReadStore, Transaction } from '../../db/store.ts'
import type { ComparedRow } from './compare.ts'
import type { CodeBook } from './local-rows.ts'
import type { TableShape } from './shapes.ts'

type Sqlite = Pick<ReadStore, 'sqlite'>['sqlite']

export interface RemovalRequest {
  readonly shapes: readonly TableShape[]
  readonly codes: CodeBook
  /** Names what this side says now, and whether it says that a row stays that cannot go. */
  readonly now: Dot
  readonly keeps: (row: ComparedRow) => boolean
}

export interface PlannedRemovals {
  readonly rows: readonly ComparedRow[]
  /** Rows that others refer to, which do not go with them. */
  readonly held: readonly ComparedRow[]
}

/**
 * Finds what cannot go although the sender removed it. A row that others still refer to stays, and with it the rows that
 * are its parts, as with one whose removal waits: an enterprise keeps its surveys and stages until it is decided whether
 * it goes. Its removal is asked about like a clash; that of its parts goes by the same answer.
 */
export function planRemovals(
  sqlite: Sqlite,
  rows: readonly ComparedRow[],
  { shapes, codes, now, keeps }: RemovalRequest,
): PlannedRemovals {
  const going = new Map(rows.filter(({ merge }) => merge.what === 'delete').map((one) => [keyOf(one), one]))
  if (going.size === 0) return { rows, held: [] }
  const byKey = new Map(rows.map((one) => [keyOf(one), one]))
  const referring = findReferring(sqlite, shapes, codes, byKey, going)
  const held = new Set<string>()
  const kept = new Set<string>()
  const parentsOf = ({ shape, ours }: ComparedRow): string[] => parentKeys(shape, ours?.cells ?? {})
  // Removed over there and not here: that waits for a decision, or was refused.
  const staysHere = (key: string): boolean => {
    const one = byKey.get(key)
    return one !== undefined && one.row.sent.stamp.gone && one.ours !== null && !one.merge.stamp.gone
  }
  // What stays may hold others, and those their parts: until nothing more is found.
  for (let before = -1; before < kept.size;) {
    before = kept.size
    for (const [key, one] of going) {
      if (kept.has(key)) continue
      if (referring(one).some((child) => !going.has(child) || kept.has(child))) held.add(key)
      else if (!parentsOf(one).some((parent) => kept.has(parent) || staysHere(parent))) continue
      kept.add(key)
    }
  }
  /** Whether it was said that it stays; else its removal waits. */
  const isSettled = (key: string): boolean => {
    const one = byKey.get(key)
    if (one === undefined) return false
    if (!kept.has(key)) return !othersOf(one.merge.stamp, WHOLE_ROW).some(({ value }) => value === GONE)
    if (held.has(key)) return keeps(one)
    const parents = parentsOf(one).filter((parent) => kept.has(parent) || staysHere(parent))
    return parents.length > 0 && parents.every(isSettled)
  }
  const planned = rows.map((one) => {
    const key = keyOf(one)
    if (kept.has(key)) return keepRow(one, { isHeld: held.has(key), isSettled: isSettled(key), now })
    // One that somebody wrote in meanwhile is asked about with what it is a part of.
    const isAsked = one.merge.outcomes.some(({ column, what }) => column === WHOLE_ROW && what === 'clash')
    return isAsked && parentsOf(one).some((parent) => kept.has(parent)) ? { ...one, goesAlong: true as const } : one
  })
  return { rows: planned, held: planned.filter((one) => held.has(keyOf(one))) }
}

interface Keeping {
  readonly isHeld: boolean
  readonly isSettled: boolean
  readonly now: Dot
}

/** A row that was to go, as it stays: what else the sender said of it is taken over all the same. */
function keepRow(one: ComparedRow, { isHeld, isSettled, now }: Keeping): ComparedRow {
  const { row, ours, merge } = one
  const changed = row.impossible.size > 0 ? {} : changedCells(ours?.cells ?? {}, merge.after)
  const decided = isSettled ? 'ours' : null
  return {
    ...one,
    ...(isHeld ? {} : { goesAlong: true }),
    merge: {
      ...merge,
      what: Object.keys(changed).length > 0 ? 'update' : 'none',
      cells: changed,
      outcomes: [{ column: WHOLE_ROW, what: 'clash', old: null, theirs: null, ours: null, decided }],
      stamp: (isSettled ? answerPresence : contestPresence)(merge.stamp, THERE, now),
    },
  }
}

/**
 * Parts that come for a row that will not be here: a visit to an enterprise that was removed. Whoever decides whether
 * the row is there decides about them too; until then they wait, kept with what they say. Of a row the clerk did not
 * take, its parts are not taken either.
 */
export function holdBackParts(
  rows: readonly ComparedRow[],
  now: Dot,
  decides: (row: ComparedRow) => boolean,
): readonly ComparedRow[] {
  const isAbsent = ({ ours, merge }: ComparedRow): boolean =>
    merge.stamp.gone || (ours === null && merge.what === 'none')
  if (!rows.some(isAbsent)) return rows
  const byKey = new Map(rows.map((one) => [keyOf(one), one]))
  return rows.map((one) => {
    const { shape, merge } = one
    if (merge.what !== 'create') return one
    const parents = parentKeys(shape, merge.after).flatMap((key) => byKey.get(key) ?? [])
    const refused = parents.some((above) => isAbsent(above) && !above.merge.stamp.gone)
    const gone = parents.find(({ merge: above }) => above.stamp.gone)
    if (!refused && gone === undefined) return one
    const isSettled =
      gone !== undefined &&
      decides(one) &&
      gone.merge.outcomes.some(({ column, decided }) => column === WHOLE_ROW && decided !== null)
    const outcome = { column: WHOLE_ROW, old: undefined, theirs: null, ours: null } as const
    const held: ComparedRow = {
      ...one,
      goesAlong: true,
      merge: {
        ...merge,
        what: 'none',
        cells: {},
        outcomes: refused
          ? [{ ...outcome, what: 'keep', decided: null }]
          : [{ ...outcome, what: 'clash', decided: isSettled ? 'ours' : null }],
        stamp: refused ? merge.stamp : (isSettled ? answerPresence : contestPresence)(merge.stamp, GONE, now),
      },
    }
    // Parts of it come after it.
    byKey.set(keyOf(one), held)
    return held
  })
}

function changedCells(before: ContentCells, after: ContentCells): ContentCells {
  const changed: Record<string, ContentValue> = {}
  for (const [name, value] of Object.entries(after)) if ((before[name] ?? null) !== value) changed[name] = value
  return changed
}

export function keyOf({ shape, row }: ComparedRow): string {
  return `${shape.table}:${row.id}`
}

/** The rows a row is a part of, as keys. */
export function parentKeys(shape: TableShape, cells: ContentCells): string[] {
  return (shape.parents ?? []).flatMap((name) => {
    const table = shape.columns.find((column) => column.name === name)?.refers
    const id = cells[name] ?? null
    return id === null || table === null || table === undefined ? [] : [`${table}:${id}`]
  })
}

/** Answers which rows will refer to one, itself aside: as the file has them, and as they come. */
function findReferring(
  sqlite: Sqlite,
  shapes: readonly TableShape[],
  codes: CodeBook,
  byKey: ReadonlyMap<string, ComparedRow>,
  going: ReadonlyMap<string, ComparedRow>,
): (one: ComparedRow) => readonly string[] {
  const references = sqlite
    .prepare<[], { child: string; column: string; parent: string }>(
      `SELECT s.name AS child, f."from" AS "column", f."table" AS parent
       FROM sqlite_schema s, pragma_foreign_key_list(s.name) f WHERE s.type = 'table'`,
    )
    .all()
  const coming = findComing(codes, byKey, going)
  const asks = new Map<string, ((id: string) => string[])[]>()
  const askOf = ({ child, column }: { readonly child: string; readonly column: string }) => {
    // Names of tables and columns come from the schema, never from a file.
    const ask = sqlite.prepare<[string], string>(`SELECT id FROM "${child}" WHERE "${column}" = ?`).pluck()
    const name = shapes.find(({ table }) => table === child)?.columns.find((one) => one.column === column)?.name
    return (id: string): string[] =>
      ask
        .all(id)
        .map((found) => `${child}:${found}`)
        // What lets go of it in this very package does not hold it.
        .filter((key) => name === undefined || !Object.hasOwn(byKey.get(key)?.merge.cells ?? {}, name))
  }
  return ({ shape, row }) => {
    const known = asks.get(shape.table) ?? references.filter(({ parent }) => parent === shape.table).map(askOf)
    asks.set(shape.table, known)
    const self = `${shape.table}:${row.id}`
    return [...known.flatMap((ask) => ask(row.id)), ...(coming.get(self) ?? [])].filter((key) => key !== self)
  }
}

/** Rows that will be written and refer to one that is to go, by that. */
function findComing(
  codes: CodeBook,
  byKey: ReadonlyMap<string, ComparedRow>,
  going: ReadonlyMap<string, ComparedRow>,
): ReadonlyMap<string, readonly string[]> {
  const coming = new Map<string, string[]>()
  for (const [key, { shape, merge }] of byKey) {
    if (merge.what !== 'create' && merge.what !== 'update') continue
    for (const { name, refers, isCoded } of shape.columns) {
      const value = refers === null ? null : (merge.cells[name] ?? null)
      if (value === null || refers === null) continue
      const id = isCoded ? codes.idOf(refers, String(value)) : String(value)
      const about = `${refers}:${id}`
      if (!going.has(about)) continue
      const known = coming.get(about)
      if (known === undefined) coming.set(about, [key])
      else known.push(key)
    }
  }
  return coming
}

/** Removes rows, children before parents. */
export function removeRows(tx: Transaction, shapes: readonly TableShape[], rows: readonly ComparedRow[]): void {
  const going = rows.filter(({ merge }) => merge.what === 'delete')
  if (going.length === 0) return
  for (const shape of shapes.toReversed()) {
    const remove = tx.sqlite.prepare<[string]>(`DELETE FROM "${shape.table}" WHERE id = ?`)
    for (const one of going.toReversed()) if (one.shape === shape) remove.run(one.row.id)
  }
}
