/** An operation as far as undo is concerned, oldest first in lists. */
export interface Step {
  readonly id: string
  readonly kind: string
  /** The operation this one takes back (an undo takes back an edit, a redo takes back an undo). */
  readonly undoes: string | null
}

/** Why a step is not undone, which says how it is corrected instead. */
export type FixedReason = 'file' | 'document' | 'package' | 'issue'

/**
 * Issuing, register numbers, sending and restoring are not undone but corrected (semantics "Undo and history");
 * making a file cannot be taken back by changing data.
 */
const NOT_UNDONE: readonly (readonly [prefix: string, reason: FixedReason])[] = [
  ['file.', 'file'],
  ['documents.', 'document'],
  ['packages.', 'package'],
  ['plans.issue', 'issue'],
]

export function fixedReason(kind: string): FixedReason | null {
  return NOT_UNDONE.find(([prefix]) => kind.startsWith(prefix))?.[1] ?? null
}

/** done: undo would take it back; undone: it was; fixed: it stays; reversal: it is itself an undo or a redo. */
export type StepState = 'done' | 'undone' | 'fixed' | 'reversal'

/** Follows the operations one by one, so that the hundred-thousandth costs no more than the first. */
export interface StepTracker {
  /** An edit clears what could be redone, an undo moves its step over, a redo moves it back. */
  add(operation: Step): void
  stateOf(operation: Step): StepState
  /** The newest step undo would take back. */
  nextUndo(): string | null
  /** What redo would do again: the undo, and the step it took back. */
  nextRedo(): Redoable | null
  /** By the step that was taken back. */
  redoOf(step: string): Redoable | null
  canUndo(id: string): boolean
  /** Steps done after this one, newest first. */
  after(id: string): readonly string[]
  undoable(): readonly string[]
  redoable(): readonly Redoable[]
}

export interface Redoable {
  /** The operation that undid it. */
  readonly undo: string
  readonly step: string
}

export function trackSteps(): StepTracker {
  // Maps keep the order of setting: a step that is done again stands last.
  const done = new Map<string, true>()
  const redoable = new Map<string, Redoable>()
  const lastOf = <V>(map: ReadonlyMap<string, V>): string | null => [...map.keys()].at(-1) ?? null
  // The newest is asked for after every edit; a Map does not know its last key without walking.
  let newest: string | null = null

  return {
    add({ id, kind, undoes }) {
      if (undoes === null) {
        if (fixedReason(kind) !== null) return
        done.set(id, true)
        newest = id
        redoable.clear()
        return
      }
      const redone = redoable.get(undoes)
      if (redone !== undefined) {
        redoable.delete(undoes)
        done.set(redone.step, true)
        newest = redone.step
        return
      }
      done.delete(undoes)
      if (newest === undoes) newest = null
      redoable.set(id, { undo: id, step: undoes })
    },
    stateOf({ id, kind, undoes }) {
      if (undoes !== null) return 'reversal'
      if (fixedReason(kind) !== null) return 'fixed'
      return done.has(id) ? 'done' : 'undone'
    },
    nextUndo: () => (newest ??= lastOf(done)),
    nextRedo: () => [...redoable.values()].at(-1) ?? null,
    redoOf: (step) => [...redoable.values()].findLast((entry) => entry.step === step) ?? null,
    canUndo: (id) => done.has(id),
    after(id) {
      const ids = [...done.keys()]
      const at = ids.indexOf(id)
      return at < 0 ? [] : ids.slice(at + 1).toReversed()
    },
    undoable: () => [...done.keys()],
    redoable: () => [...redoable.values()],
  }
}
