import type { historyContract } from '#shared/contract/history.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { UndoReport } from '#shared/contract/history.ts'
import { listSteps, type Step } from '#shared/domain/history/steps.ts'
import { ok } from '#shared/kit/result.ts'
import type { ReadStore, Store } from '../db/store.ts'
import { takeBack } from '../db/undo.ts'
import { verifyStore } from '../db/verify.ts'
import type { Service } from './service.ts'

interface OperationWithCount {
  readonly id: string
  readonly sequence: number
  readonly kind: string
  readonly label: string
  readonly origin: string
  readonly who: string
  readonly at: string
  readonly changes: number
}

export const historyService: Service<keyof typeof historyContract> = {
  'history.list': ({ store }, { limit }) =>
    ok(
      store.sqlite
        .prepare<[number], OperationWithCount>(
          `SELECT o.id, o.sequence, o.kind, o.label, o.origin, o.who, o.at,
                  (SELECT COUNT(*) FROM changes c WHERE c.operation_id = o.id) AS changes
           FROM operations o ORDER BY o.sequence DESC LIMIT ?`,
        )
        .all(limit),
    ),
  'history.steps': ({ store }) => {
    const { undoable, redoable } = listSteps(readSteps(store))
    return ok({ undo: labelOf(store, undoable.at(-1)), redo: labelOf(store, undoOf(store, redoable.at(-1))) })
  },
  'history.undo': ({ store }, { operationId }) => {
    const { undoable } = listSteps(readSteps(store))
    const target = operationId ?? undoable.at(-1)
    if (target === undefined) return fail('NOTHING_TO_UNDO')
    const label = labelOf(store, target)
    if (label === null) return fail('ROW_UNKNOWN')
    return undoable.includes(target) ? reverse(store, 'undo', target, label) : fail('OPERATION_NOT_UNDONE', { label })
  },
  'history.redo': ({ store }) => {
    const target = listSteps(readSteps(store)).redoable.at(-1)
    const label = labelOf(store, undoOf(store, target))
    return target === undefined || label === null ? fail('NOTHING_TO_REDO') : reverse(store, 'redo', target, label)
  },
  'file.verify': ({ store }) => {
    const checks = verifyStore(store.sqlite)
    return ok({ ok: checks.every((check) => check.ok), checks })
  },
}

function readSteps(store: ReadStore): Step[] {
  return store.sqlite.prepare<[], Step>('SELECT id, kind, undoes FROM operations ORDER BY sequence').all()
}

function labelOf(store: ReadStore, id: string | null | undefined): string | null {
  if (id == null) return null
  return (
    store.sqlite.prepare<[string], { label: string }>('SELECT label FROM operations WHERE id = ?').get(id)?.label ??
    null
  )
}

/** The operation that an undo took back: redo names the step by it. */
function undoOf(store: ReadStore, undo: string | undefined): string | null {
  if (undo === undefined) return null
  return (
    store.sqlite.prepare<[string], Step>('SELECT id, kind, undoes FROM operations WHERE id = ?').get(undo)?.undoes ??
    null
  )
}

function reverse(store: Store, kind: 'undo' | 'redo', target: string, label: string): AppResult<UndoReport> {
  const words = kind === 'undo' ? 'Hoàn tác' : 'Làm lại'
  const kept = store.write({ kind, label: `${words}: ${label}`, undoes: target, always: true }, (tx) =>
    takeBack(tx.sqlite, target),
  )
  return ok({ operationId: target, label, kept })
}
