import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { KeptSentence, UndoPreview, UndoReport } from '#shared/contract/history.ts'
import { fixedReason, type Step } from '#shared/domain/history/steps.ts'
import { FIXED_WORDS, KEPT_WORDS } from '#shared/domain/history/words.ts'
import { ok } from '#shared/kit/result.ts'
import { sayRows } from '../../db/queries/row-words.ts'
import { readSteps } from '../../db/queries/steps.ts'
import type { ReadStore, Store } from '../../db/store.ts'
import { takeBack, type KeptChange } from '../../db/undo.ts'
import type { JobContext } from '../service.ts'

/** Nobody reads more sentences about what stayed; their count is told. */
const KEPT_SHOWN = 200
const STEPS_SHOWN = 200

export function undoStep(store: Store, operationId: string | null): AppResult<UndoReport> {
  const target = chooseStep(store, operationId)
  return target.ok ? reverse(store, 'undo', target.value, target.value) : target
}

export function redoStep(store: Store, operationId: string | null): AppResult<UndoReport> {
  const steps = readSteps(store)
  const named = operationId === null ? null : readOperation(store, operationId)
  if (operationId !== null && named === null) return fail('HISTORY_STEP_UNKNOWN', { code: operationId })
  const entry = named === null ? steps.nextRedo() : steps.redoOf(named.id)
  if (entry !== null) return reverse(store, 'redo', entry.undo, entry.step)
  if (named === null) return fail('NOTHING_TO_REDO')
  return fail(steps.canUndo(named.id) ? 'OPERATION_STANDS' : 'OPERATION_NOT_REDONE', { label: named.label })
}

/** Steps after this one, newest first, each an undo of its own that can be redone by itself. */
export async function undoAbove(
  { store, signal, progress }: JobContext,
  operationId: string,
): Promise<AppResult<{ steps: number; kept: KeptSentence[]; keptCount: number }>> {
  const operation = readOperation(store, operationId)
  if (operation === null) return fail('HISTORY_STEP_UNKNOWN', { code: operationId })
  const targets = stepsAbove(store, operation)
  const kept: KeptSentence[] = []
  let keptCount = 0
  for (const [done, target] of targets.entries()) {
    progress({ step: labelOf(store, target) ?? '', done, total: targets.length })
    // Messages come in only between steps: now somebody may say stop.
    await new Promise((resolve) => setImmediate(resolve))
    if (signal.aborted) return done === 0 ? fail('CANCELLED') : ok({ steps: done, kept, keptCount })
    store.look()
    const report = reverse(store, 'undo', target, target)
    if (!report.ok) return report
    keptCount += report.value.keptCount
    kept.push(...report.value.kept.slice(0, KEPT_SHOWN - kept.length))
  }
  return ok({ steps: targets.length, kept, keptCount })
}

/** Tries it out and takes everything back. */
export function previewUndo(
  store: Store,
  { operationId, above }: { readonly operationId?: string | undefined; readonly above: boolean },
): AppResult<UndoPreview> {
  const targets = chooseTargets(store, operationId ?? null, above)
  if (!targets.ok) return targets
  const { kept, sentences } = store.rehearse(({ sqlite }) => {
    const left = targets.value.flatMap((target) => takeBack(sqlite, target))
    return { kept: left, sentences: describeKept(store, left) }
  })
  const counts = store.sqlite.prepare<[string], { label: string; rows: number; cells: number }>(
    'SELECT label, row_count AS rows, cell_count AS cells FROM operations WHERE id = ?',
  )
  return ok({
    steps: targets.value.slice(0, STEPS_SHOWN).flatMap((id) => {
      const step = counts.get(id)
      return step === undefined ? [] : [{ id, ...step }]
    }),
    stepCount: targets.value.length,
    kept: sentences,
    keptCount: kept.length,
  })
}

export function labelOf(store: ReadStore, id: string | null): string | null {
  return id === null ? null : (readOperation(store, id)?.label ?? null)
}

interface NamedStep extends Step {
  readonly sequence: number
  readonly label: string
}

/** By its id, or by the number it has in the history ("12"): that is what people read off the list. */
function readOperation(store: ReadStore, id: string): NamedStep | null {
  const number = /^\d{1,9}$/.test(id) ? Number(id) : null
  return (
    store.sqlite
      .prepare<[string, number | null], NamedStep>(
        'SELECT id, sequence, kind, undoes, label FROM operations WHERE id = ? OR sequence = ?',
      )
      .get(id, number) ?? null
  )
}

/** Also above a step that is itself not undone: everything done since the file was made. */
function stepsAbove(store: ReadStore, { id, sequence }: NamedStep): readonly string[] {
  const steps = readSteps(store)
  if (steps.canUndo(id)) return steps.after(id)
  const later = store.sqlite.prepare<[string, number]>('SELECT 1 FROM operations WHERE id = ? AND sequence > ?')
  return steps
    .undoable()
    .filter((step) => later.get(step, sequence) !== undefined)
    .toReversed()
}

function chooseTargets(store: ReadStore, operationId: string | null, above: boolean): AppResult<readonly string[]> {
  if (!above) {
    const step = chooseStep(store, operationId)
    return step.ok ? ok([step.value]) : step
  }
  const operation = operationId === null ? null : readOperation(store, operationId)
  return operation === null
    ? fail('HISTORY_STEP_UNKNOWN', { code: operationId ?? '' })
    : ok(stepsAbove(store, operation))
}

function chooseStep(store: ReadStore, operationId: string | null): AppResult<string> {
  const steps = readSteps(store)
  const target = operationId ?? steps.nextUndo()
  if (target === null) return fail('NOTHING_TO_UNDO')
  const operation = readOperation(store, target)
  if (operation === null) return fail('HISTORY_STEP_UNKNOWN', { code: target })
  if (steps.canUndo(operation.id)) return ok(operation.id)
  const fixed = operation.undoes === null ? fixedReason(operation.kind) : null
  const { label } = operation
  if (fixed !== null) return fail('OPERATION_NOT_UNDONE', { label, why: FIXED_WORDS[fixed] })
  return operation.undoes === null ? fail('OPERATION_UNDONE_ALREADY', { label }) : fail('OPERATION_IS_UNDO', { label })
}

/** `target` is what is taken back (of a redo: the undo), `step` what it is called by. */
function reverse(store: Store, kind: 'undo' | 'redo', target: string, step: string): AppResult<UndoReport> {
  const label = labelOf(store, step) ?? ''
  const words = kind === 'undo' ? 'Hoàn tác' : 'Làm lại'
  const kept = store.write({ kind, label: `${words}: ${label}`, undoes: target, always: true }, (tx) =>
    takeBack(tx.sqlite, target),
  )
  return ok({ operationId: step, label, kept: describeKept(store, kept), keptCount: kept.length })
}

function describeKept(store: ReadStore, kept: readonly KeptChange[]): KeptSentence[] {
  const words = sayRows(store.sqlite)
  return kept.slice(0, KEPT_SHOWN).map((change) => ({
    ...change,
    sentence: `${words.placeOf(change.table, change.row, change.column)}: ${KEPT_WORDS[change.reason]}`,
  }))
}
