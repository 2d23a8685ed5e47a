import type { ReadStore } from '../store.ts'

export interface WritingStep {
  readonly label: string
  readonly who: string
  readonly at: string
  /** The row was only born of it, as the copy of another version's. */
  readonly copied: boolean
}

interface FoundStep {
  readonly id: string
  readonly kind: string
  readonly label: string
  readonly who: string
  readonly at: string
  readonly undoes: string | null
  readonly column: string
}

/** Steps that copy targets from one version into another. */
const COPYING = ['plans.copyVersion', 'plans.adjust']

/** The step that wrote a target's number last; null for a row older than its history. */
export function readWritingStep(store: Pick<ReadStore, 'sqlite'>, rowId: string): WritingStep | null {
  const step = store.sqlite
    .prepare<[string], FoundStep>(
      `SELECT o.id, o.kind, o.label, o.who, o.at, o.undoes, c.column_name AS "column"
       FROM changes c JOIN operations o ON o.id = c.operation_id
       WHERE c.table_name = 'targets' AND c.row_id = ? AND c.column_name IN ('', 'value')
       ORDER BY c.sequence DESC LIMIT 1`,
    )
    .get(rowId)
  if (step === undefined) return null
  const { label, who, at } = step
  return { label, who, at, copied: step.column === '' && COPYING.includes(kindOf(store, step)) }
}

/** What was done again: a redo takes back an undo, which took back the step meant. */
function kindOf(store: Pick<ReadStore, 'sqlite'>, step: Pick<FoundStep, 'kind' | 'undoes'>): string {
  if (step.undoes === null) return step.kind
  const before = store.sqlite
    .prepare<[string], Pick<FoundStep, 'kind' | 'undoes'>>('SELECT kind, undoes FROM operations WHERE id = ?')
    .get(step.undoes)
  return before === undefined ? step.kind : kindOf(store, before)
}
