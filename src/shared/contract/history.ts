import { z } from 'zod'
import { defineCommand, defineQuery, type Area } from './core.ts'
import { nothing } from './fields.ts'

export const operationRow = z.object({
  id: z.string(),
  sequence: z.number(),
  kind: z.string(),
  label: z.string(),
  origin: z.string(),
  who: z.string(),
  at: z.string(),
  changes: z.number(),
})
export type OperationRow = z.output<typeof operationRow>

/** What undo or redo did: the step's name, and what it left because later work rests on it. */
export const undoReport = z.object({
  operationId: z.string(),
  label: z.string(),
  kept: z.array(
    z.object({
      table: z.string(),
      row: z.string(),
      column: z.string(),
      reason: z.enum(['changed-later', 'row-gone', 'in-use']),
    }),
  ),
})
export type UndoReport = z.output<typeof undoReport>

const EVERYTHING: readonly Area[] = [
  'settings',
  'units',
  'indicators',
  'plans',
  'targets',
  'catalogues',
  'enterprises',
  'unions',
  'results',
  'documents',
  'history',
]

export const verifyReport = z.object({
  ok: z.boolean(),
  checks: z.array(z.object({ name: z.string(), ok: z.boolean(), message: z.string() })),
})

export const historyContract = {
  /** Newest first. */
  'history.list': defineQuery(
    z.object({ limit: z.number().int().min(1).max(1000).default(100) }),
    z.array(operationRow),
  ),
  /** Names of the next steps of undo and redo; null when there is none. */
  'history.steps': defineQuery(nothing, z.object({ undo: z.string().nullable(), redo: z.string().nullable() })),
  /** Takes back the newest step, or the named operation, keeping later edits (semantics "Undo and history"). */
  'history.undo': defineCommand(z.object({ operationId: z.string().optional() }), undoReport, EVERYTHING),
  'history.redo': defineCommand(nothing, undoReport, EVERYTHING),
  /** Looks whether the data file is whole and says what holds together. */
  'file.verify': defineQuery(nothing, verifyReport),
}
