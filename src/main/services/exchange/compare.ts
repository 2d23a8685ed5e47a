import type { ContentCells, ContentProblem, ContentValue } from '#shared/domain/exchange/content.ts'
import {
  type CellOutcome,
  type ClashChoice,
  mergeRow,
  type MergeRules,
  type RowMerge,
} from '#shared/domain/exchange/merge/merge-row.ts'
import { StampWriter } from '#shared/domain/exchange/merge/register.ts'
import { type Dot, othersOf, shownDots, WHOLE_ROW } from '#shared/domain/exchange/merge/stamp.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import type { ReadStore } from '../../db/store.ts'
import { sayEndedUnits } from './ended-units.ts'
import { firstText } from './find-rows.ts'
import { readCodes, readSides, type LocalSide } from './local-rows.ts'
import { holdBackParts, parentKeys, planRemovals } from './plan-removals.ts'
import { resolveRows, type ResolvedRow } from './resolve.ts'
import { readShapes, type TableShape } from './shapes.ts'
import { ROW_PROBLEMS } from './text.ts'
import { belongsToSender, type SenderRights } from './whose-rows.ts'

type Sqlite = Pick<ReadStore, 'sqlite'>['sqlite']

export interface CompareRequest extends SenderRights {
  /** This site and the count its own edits get now. */
  readonly now: Dot
  /** Whether this side decides clashes of tables the province, or a unit, owns. */
  readonly decides: (owner: 'province' | 'unit') => boolean
  /** Whether the sender keeps the catalogues, so that its word counts where both were born alike. */
  readonly senderKeeps: (owner: 'province' | 'unit') => boolean
  readonly rejects: (table: string, row: string, column: string) => boolean
  readonly choose: (table: string, row: string, column: string) => ClashChoice
  /** Ask for each difference, because what lies between is not known. */
  readonly review: boolean
  readonly today: IsoDate
}

export interface ComparedRow {
  readonly shape: TableShape
  readonly row: ResolvedRow
  readonly ours: LocalSide | null
  readonly merge: RowMerge
  /** As it stands after the merge. */
  readonly after: ContentCells
  /** Whether it is there is asked, and answered, with what it is a part of. */
  readonly goesAlong?: true
}

export interface Comparison {
  readonly rows: readonly ComparedRow[]
  readonly problems: readonly ContentProblem[]
  /** Rows the sender had no right to bring. */
  readonly foreign: readonly { readonly title: string }[]
  readonly counts: {
    readonly created: number
    readonly updated: number
    readonly deleted: number
    readonly unchanged: number
    readonly clashes: number
  }
}

/** Compares what came with what is here, row by row and cell by cell. Reads only; what it answers is then written as it is. */
export function compareContent(sqlite: Sqlite, request: CompareRequest): Comparison {
  const codes = readCodes(sqlite, readShapes(sqlite))
  const resolved = resolveRows(sqlite, codes, request.content)
  const problems = [...resolved.problems]
  const foreign: { title: string }[] = []
  const rows: ComparedRow[] = []
  const asked = readAsked(sqlite)
  /** What became of questions whether a row is there, for its parts. */
  const answered = new Map<string, ClashChoice>()
  /** Rows that are the sender's to bring, for their parts. */
  const verdicts = new Map<string, boolean>()
  for (const [shape, sent] of resolved.tables) {
    const sides = readSides(
      sqlite,
      shape,
      codes,
      sent.map(({ id }) => id),
      request.now,
    )
    const freed = freedKeys(shape, sent)
    for (const row of sent) {
      const ours = sides.get(row.id) ?? null
      const impossible = new Set(row.impossible)
      const taken = takenKey(sqlite, shape, row, ours, freed)
      if (taken !== null) {
        impossible.add(taken.column)
        problems.push({ table: shape.table, id: row.sentId, column: taken.column, message: taken.message })
      }
      const parents = answered.size === 0 ? [] : parentKeys(shape, ours?.cells ?? row.sent.cells)
      const above = parents.flatMap((key) => answered.get(key) ?? [])
      const merge = mergeOne(shape, row, ours, impossible, { ...request, above: above[0] ?? null }, asked)
      const presence = merge.outcomes.find(({ column, what }) => column === WHOLE_ROW && what === 'clash')
      if (presence !== undefined) answered.set(`${shape.table}:${row.id}`, presence.decided ?? 'leave')
      const isTheirs = belongsToSender(shape, row, ours, request, verdicts)
      if (!isTheirs && merge.outcomes.length > 0) {
        const title = row.title ?? row.sentId
        if (shape.companion === undefined) foreign.push({ title })
        else {
          // It only came along: what the sender thinks of it is not taken over, and said.
          problems.push({ table: shape.table, id: row.sentId, column: '', message: ROW_PROBLEMS.notTheirs(title) })
          continue
        }
      }
      const along = presence !== undefined && above.length > 0 ? { goesAlong: true as const } : {}
      rows.push({ shape, row, ours, merge, after: merge.after, ...along })
    }
  }
  const written = holdBackParts(rows, request.now, ({ shape }) => request.decides(shape.owner))
  const planned = planRemovals(sqlite, written, {
    shapes: readShapes(sqlite),
    codes,
    now: request.now,
    keeps: ({ shape, row }) =>
      request.decides(shape.owner) && request.choose(shape.table, row.id, WHOLE_ROW) === 'ours',
  })
  for (const { shape, row } of planned.held)
    problems.push({ table: shape.table, id: row.id, column: '', message: ROW_PROBLEMS.inUse })
  problems.push(...sayEndedUnits(sqlite, planned.rows, request.today))
  return { rows: planned.rows, problems, foreign, counts: countRows(planned.rows, resolved.skipped) }
}

function mergeOne(
  shape: TableShape,
  row: ResolvedRow,
  ours: LocalSide | null,
  impossible: ReadonlySet<string>,
  request: CompareRequest & { readonly above: ClashChoice | null },
  asked: ReadonlyMap<string, ContentValue>,
): RowMerge {
  const { table, owner } = shape
  const decides = request.decides(owner)
  const fromOwner = request.senderKeeps(owner)
  const rules: MergeRules = {
    columns: shape.names,
    decides,
    fromOwner,
    prevails: row.joined && shape.code !== undefined && !decides && fromOwner ? 'theirs' : null,
    choose: (column) => (column === WHOLE_ROW ? request.above : null) ?? request.choose(table, row.id, column),
    refuses: (column) =>
      impossible.has(column)
        ? 'impossible'
        : request.rejects(table, row.id, column)
          ? 'reject'
          : request.review && column !== WHOLE_ROW && ours !== null
            ? 'impossible'
            : null,
    decision: request.now,
  }
  const base = commonBase(shape, row, ours, (column) => asked.get(`${table}:${row.id}:${column}`))
  const merge = mergeRow(ours, row.sent.isBare === true ? row.sent : { ...row.sent, base }, rules)
  return merge.what === 'create' && impossible.size > 0 ? leaveOut(row, merge, impossible) : merge
}

/**
 * Cells as both sides last had them, for people to read: as a clash about them tells that is still open, as the sender
 * says, else as the row last travelled here. A row that was born at both has none.
 */
function commonBase(
  shape: TableShape,
  { joined, sent }: ResolvedRow,
  ours: LocalSide | null,
  askedBefore: (column: string) => ContentValue | undefined,
): ContentCells {
  const shadow = ours?.shadow ?? null
  if (joined || shadow === null) return {}
  const base: Record<string, ContentValue> = {}
  for (const name of shape.names) {
    const asked = askedBefore(name)
    base[name] =
      asked !== undefined
        ? asked
        : Object.hasOwn(sent.base, name)
          ? (sent.base[name] ?? null)
          : (shadow.cells[name] ?? null)
  }
  return base
}

/** A new row is written without the cells that cannot be; they stay open like a clash. */
function leaveOut({ sent }: ResolvedRow, merge: RowMerge, impossible: ReadonlySet<string>): RowMerge {
  const cells = { ...merge.cells }
  const writer = new StampWriter(merge.stamp)
  for (const column of impossible) {
    const value = sent.cells[column] ?? null
    const dots = shownDots(merge.stamp, column, value)
    writer.put(column, null, [], [...dots.map((dot) => ({ ...dot, value })), ...othersOf(merge.stamp, column)])
    cells[column] = null
  }
  return { ...merge, cells, after: { ...merge.after, ...cells }, stamp: writer.finish() }
}

/** What stood in cells before both changed them, of the clashes that are open. */
function readAsked(sqlite: Sqlite): Map<string, ContentValue> {
  return new Map(
    sqlite
      .prepare<[], { key: string; base: string | null }>(
        `SELECT table_name || ':' || row_id || ':' || column_name AS key, base FROM exchange_clashes
         WHERE column_name <> '' AND base IS NOT NULL`,
      )
      .all()
      .map(({ key, base }) => [key, JSON.parse(base ?? 'null') as ContentValue]),
  )
}

/** The one column that names rows by themselves and may be empty: the MST. */
function soleKey(shape: TableShape): string | null {
  const [only, another] = shape.key ?? []
  return only !== undefined && another === undefined && shape.code === undefined ? only : null
}

/** Rows of the package that give their key up, or take another. */
function freedKeys(shape: TableShape, sent: readonly ResolvedRow[]): ReadonlyMap<string, ResolvedRow> {
  return soleKey(shape) === null ? new Map() : new Map(sent.map((row) => [row.id, row]))
}

/** Whether the key a row brings is already another row's, which does not let go of it. */
function takenKey(
  sqlite: Sqlite,
  shape: TableShape,
  row: ResolvedRow,
  ours: LocalSide | null,
  freed: ReadonlyMap<string, ResolvedRow>,
): { readonly column: string; readonly message: string } | null {
  const column = soleKey(shape)
  if (column === null || row.sent.stamp.gone) return null
  const value = row.sent.cells[column] ?? null
  if (value === null || ours?.cells[column] === value) return null
  const holder = firstText(sqlite, `SELECT id FROM "${shape.table}" WHERE "${column}" = ?`, [value])
  if (holder === null || holder === row.id) return null
  const giver = freed.get(holder)
  if (giver !== undefined && (giver.sent.stamp.gone || (giver.sent.cells[column] ?? null) !== value)) return null
  const name = firstText(sqlite, `SELECT name FROM "${shape.table}" WHERE id = ?`, [holder]) ?? holder
  return { column, message: ROW_PROBLEMS.keyTaken(String(value), name) }
}

/** Whether a row is there is told once for all its parts. */
export function isTold({ goesAlong }: ComparedRow, { column, what }: CellOutcome): boolean {
  return goesAlong !== true || column !== WHOLE_ROW || what !== 'clash'
}

function countRows(rows: readonly ComparedRow[], skipped: number): Comparison['counts'] {
  const counts = { created: 0, updated: 0, deleted: 0, unchanged: skipped, clashes: 0 }
  for (const row of rows) {
    const { merge } = row
    if (merge.what === 'create') counts.created++
    else if (merge.what === 'update') counts.updated++
    else if (merge.what === 'delete') counts.deleted++
    else counts.unchanged++
    counts.clashes += merge.outcomes.filter((outcome) => outcome.what === 'clash' && isTold(row, outcome)).length
  }
  return counts
}
