/** An operation as far as undo is concerned, oldest first in lists. */
export interface Step {
  readonly id: string
  readonly kind: string
  /** The operation this one takes back (an undo takes back an edit, a redo takes back an undo). */
  readonly undoes: string | null
}

/**
 * Issuing, register numbers, sending and restoring are not undone but corrected (semantics "Undo and history");
 * making a file cannot be taken back by changing data.
 */
const NOT_UNDONE: readonly string[] = ['file.', 'documents.', 'packages.']

export interface StepLists {
  /** What undo would take back, newest last. */
  readonly undoable: readonly string[]
  /** Undo operations that redo would take back, newest last. */
  readonly redoable: readonly string[]
}

/** Replays the operations: an edit clears what could be redone, an undo moves it over, a redo moves it back. */
export function listSteps(operations: readonly Step[]): StepLists {
  const undoable: string[] = []
  let redoable: { undo: string; of: string }[] = []
  for (const operation of operations) {
    if (operation.undoes === null) {
      if (NOT_UNDONE.some((prefix) => operation.kind.startsWith(prefix))) continue
      undoable.push(operation.id)
      redoable = []
      continue
    }
    const redone = redoable.find((entry) => entry.undo === operation.undoes)
    if (redone !== undefined) {
      redoable = redoable.filter((entry) => entry !== redone)
      undoable.push(redone.of)
      continue
    }
    const at = undoable.lastIndexOf(operation.undoes)
    if (at >= 0) undoable.splice(at, 1)
    redoable.push({ undo: operation.id, of: operation.undoes })
  }
  return { undoable, redoable: redoable.map((entry) => entry.undo) }
}
