import { z } from 'zod'
import { defineCommand, defineJob, defineQuery, type Area } from './core.ts'
import { nothing, rowIdText } from './fields.ts'

export const operationRow = z.object({
  id: z.string(),
  sequence: z.number(),
  kind: z.string(),
  label: z.string(),
  origin: z.string(),
  who: z.string(),
  at: z.string(),
  /** Entries it left in the history; of an import one a row. */
  changes: z.number(),
  rows: z.number(),
  /** Cells of rows that were there before and after. */
  cells: z.number(),
  /** done: undo would take it back; undone: it was; fixed: it stays; reversal: it is itself an undo or a redo. */
  state: z.enum(['done', 'undone', 'fixed', 'reversal']),
  /** Of an undo or redo: the operation it reverses. */
  undoes: z.string().nullable(),
  /** Of a step that stays: why, and how it is corrected. */
  hint: z.string().nullable(),
})
export type OperationRow = z.output<typeof operationRow>

/** A change that stayed, and why. */
export const keptChange = z.object({
  table: z.string(),
  row: z.string(),
  /** '' when the whole row is meant. */
  column: z.string(),
  reason: z.enum(['changed-later', 'row-gone', 'in-use', 'issued', 'closed']),
  /** "Đơn vị LĐLĐ huyện Hải Lăng, Tên: đã được sửa sau việc này nên giữ nguyên". */
  sentence: z.string(),
})
export type KeptSentence = z.output<typeof keptChange>

/** What undo or redo did: the step's name, and what it left because later work rests on it. */
export const undoReport = z.object({
  operationId: z.string(),
  label: z.string(),
  /** The first some hundred of them. */
  kept: z.array(keptChange),
  keptCount: z.number(),
})
export type UndoReport = z.output<typeof undoReport>

/** What undoing would do; nothing was done. */
export const undoPreview = z.object({
  /** Newest first; the first some hundred of them. */
  steps: z.array(z.object({ id: z.string(), label: z.string(), rows: z.number(), cells: z.number() })),
  stepCount: z.number(),
  kept: z.array(keptChange),
  keptCount: z.number(),
})
export type UndoPreview = z.output<typeof undoPreview>

/** One operation as a row sees it, in the words of a clerk: titles, names and dd/mm/yyyy instead of columns, ids and codes. */
export const rowHistoryEntry = z.object({
  operationId: z.string(),
  sequence: z.number(),
  label: z.string(),
  who: z.string(),
  at: z.string(),
  origin: z.string(),
  kind: z.enum(['born', 'edited', 'removed']),
  table: z.string(),
  row: z.string(),
  /** The thing itself, or a part of it: "số liệu khảo sát". */
  what: z.string(),
  cells: z.array(
    z.object({
      column: z.string(),
      title: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
})
export type RowHistoryEntry = z.output<typeof rowHistoryEntry>

const EVERYTHING: readonly Area[] = [
  'settings',
  'units',
  'indicators',
  'plans',
  'targets',
  'enterprises',
  'unions',
  'organisation',
  'catalogues',
  'results',
  'documents',
  'history',
]

export const verifyReport = z.object({
  ok: z.boolean(),
  checks: z.array(z.object({ name: z.string(), ok: z.boolean(), message: z.string() })),
})

const rowName = z.object({ table: z.string().min(1).max(100), row: rowIdText.max(200) })

export const historyContract = {
  /** Newest first; `before` goes on from the sequence of the last one got. */
  'history.list': defineQuery(
    z.object({
      limit: z.number().int().min(1).max(1000).default(100),
      before: z.number().int().min(0).nullable().default(null),
    }),
    z.array(operationRow),
  ),
  /** Names of the next steps of undo and redo; null when there is none. */
  'history.steps': defineQuery(
    nothing,
    z.object({
      undo: z.string().nullable(),
      redo: z.string().nullable(),
      undoId: z.string().nullable(),
      /** Steps redo would do again, the next one first. */
      redoable: z.array(z.object({ id: z.string(), label: z.string() })),
      redoCount: z.number(),
    }),
  ),
  /** What was changed of a row and of its parts, newest first. `also`: further rows of the same line of a screen. */
  'history.row': defineQuery(
    rowName.extend({
      also: z.array(rowName).max(2000).default([]),
      /** Of a unit (by id or code): its own row, the targets it was given, or what it reported. */
      of: z.enum(['row', 'targets', 'results']).default('row'),
      limit: z.number().int().min(1).max(1000).default(200),
      offset: z.number().int().min(0).default(0),
    }),
    z.object({ name: z.string(), entries: z.array(rowHistoryEntry), total: z.number() }),
  ),
  /** The same by anything that names a row: its id, or the code of a unit, plan, indicator, or an MST. */
  'history.find': defineQuery(
    z.object({
      code: z.string().min(1).max(200),
      limit: z.number().int().min(1).max(1000).default(200),
    }),
    z.object({ name: z.string(), entries: z.array(rowHistoryEntry), total: z.number() }),
  ),
  /**
   * What undoing would do and what would stay. `above`: the steps after this one instead of it. Nothing is written,
   * but it is tried out for real, so it belongs to the connection that writes.
   */
  'history.preview': defineCommand(
    z.object({ operationId: z.string().optional(), above: z.boolean().default(false) }),
    undoPreview,
    [],
  ),
  /** Takes back the newest step, or the named operation, keeping later edits (semantics "Undo and history"). */
  'history.undo': defineCommand(z.object({ operationId: z.string().optional() }), undoReport, EVERYTHING),
  /** Takes back every step done after this one, newest first; what was done when it is stopped stays done. */
  'history.undoAbove': defineJob(
    z.object({ operationId: z.string() }),
    z.object({ steps: z.number(), kept: z.array(keptChange), keptCount: z.number() }),
    EVERYTHING,
  ),
  /** Does the step again that was undone last, or the named one while nothing new was done since. */
  'history.redo': defineCommand(z.object({ operationId: z.string().optional() }), undoReport, EVERYTHING),
  /** Looks whether the data file is whole and says what holds together. */
  'file.verify': defineQuery(nothing, verifyReport),
}
