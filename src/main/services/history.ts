import type { historyContract, OperationRow } from '#shared/contract/history.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { Output } from '#shared/contract/index.ts'
import { fixedReason, type Step } from '#shared/domain/history/steps.ts'
import { FIXED_WORDS } from '#shared/domain/history/words.ts'
import { ok } from '#shared/kit/result.ts'
import { findRow, readRowHistory, rowsOfUnit, type RowKey } from '../db/queries/row-history.ts'
import { sayRows } from '../db/queries/row-words.ts'
import { readSteps } from '../db/queries/steps.ts'
import type { ReadStore } from '../db/store.ts'
import { verifyStore } from '../db/verify.ts'
import { labelOf, previewUndo, redoStep, undoAbove, undoStep } from './history/undo.ts'
import type { Service } from './service.ts'

/** As many steps to do again as a list shows. */
const REDO_SHOWN = 50

export const historyService: Service<keyof typeof historyContract> = {
  'history.list': ({ store }, { limit, before }) => ok(listOperations(store, limit, before)),
  'history.steps': ({ store }) => {
    const steps = readSteps(store)
    const undoId = steps.nextUndo()
    const redoable = steps.redoable()
    return ok({
      undo: undoId === null ? null : labelOf(store, undoId),
      redo: labelOf(store, steps.nextRedo()?.step ?? null),
      undoId,
      redoable: redoable
        .slice(-REDO_SHOWN)
        .toReversed()
        .map(({ step }) => ({ id: step, label: labelOf(store, step) ?? '' })),
      redoCount: redoable.length,
    })
  },
  'history.row': ({ store }, { table, row, also, of, limit, offset }) => {
    if (of === 'row') return rowHistory(store, [{ table, row }, ...also], { limit, offset })
    const unit = findRow(store.sqlite, row)
    if (unit?.table !== 'units') return fail('ROW_UNKNOWN')
    const held = rowsOfUnit(store.sqlite, unit.row, of === 'targets' ? 'targets' : 'reports')
    // A unit nobody gave a target or report has a history without entries.
    const history = readRowHistory(store.sqlite, held, { limit, offset })
    const name = sayRows(store.sqlite).nameOf('units', unit.row)
    return ok({ name, entries: [...(history?.entries ?? [])], total: history?.total ?? 0 })
  },
  'history.find': ({ store }, { code, limit }) => {
    const row = findRow(store.sqlite, code.normalize('NFC').trim())
    return row === null ? fail('HISTORY_ROW_UNKNOWN', { code }) : rowHistory(store, [row], { limit, offset: 0 })
  },
  'history.preview': ({ store }, input) => previewUndo(store, input),
  'history.undo': ({ store }, { operationId }) => undoStep(store, operationId ?? null),
  'history.undoAbove': (context, { operationId }) => undoAbove(context, operationId),
  'history.redo': ({ store }, { operationId }) => redoStep(store, operationId ?? null),
  'file.verify': ({ store }) => {
    const checks = verifyStore(store.sqlite)
    return ok({ ok: checks.every((check) => check.ok), checks })
  },
}

interface StoredOperation extends Step {
  readonly sequence: number
  readonly label: string
  readonly origin: string
  readonly who: string
  readonly at: string
  readonly rows: number
  readonly cells: number
  readonly changes: number
}

function listOperations(store: ReadStore, limit: number, before: number | null): OperationRow[] {
  const steps = readSteps(store)
  return store.sqlite
    .prepare<[number, number], StoredOperation>(
      `SELECT o.id, o.sequence, o.kind, o.label, o.origin, o.who, o.at, o.undoes,
              o.row_count AS rows, o.cell_count AS cells,
              (SELECT COUNT(*) FROM changes c WHERE c.operation_id = o.id) AS changes
       FROM operations o WHERE o.sequence < ? ORDER BY o.sequence DESC LIMIT ?`,
    )
    .all(before ?? Number.MAX_SAFE_INTEGER, limit)
    .map((operation) => {
      const fixed = operation.undoes === null ? fixedReason(operation.kind) : null
      return { ...operation, state: steps.stateOf(operation), hint: fixed === null ? null : FIXED_WORDS[fixed] }
    })
}

function rowHistory(
  store: ReadStore,
  keys: readonly RowKey[],
  page: { readonly limit: number; readonly offset: number },
): AppResult<Output<'history.row'>> {
  const history = readRowHistory(store.sqlite, keys, page)
  return history === null ? fail('ROW_UNKNOWN') : ok({ ...history, entries: [...history.entries] })
}
