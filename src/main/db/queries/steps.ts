import { trackSteps, type Step, type StepTracker } from '#shared/domain/history/steps.ts'
import type { SqliteDatabase } from '../load-sqlite.ts'
import type { ReadStore } from '../store.ts'

/** What each connection has followed so far: operations are only ever added, so the next look reads the new ones. */
const followed = new WeakMap<SqliteDatabase, { readonly tracker: StepTracker; last: number; lastId: string }>()

/** Which steps undo and redo would take now. The first call reads every operation, later ones what came since. */
export function readSteps({ sqlite }: Pick<ReadStore, 'sqlite'>): StepTracker {
  const known = followed.get(sqlite)
  // A file restored under the same connection would tell another story: then it is read from the beginning.
  const isSame = known !== undefined && (known.last === 0 || idOf(sqlite, known.last) === known.lastId)
  const state = isSame ? known : { tracker: trackSteps(), last: 0, lastId: '' }
  followed.set(sqlite, state)
  const rows = sqlite
    .prepare<[number], Step & { readonly sequence: number }>(
      'SELECT sequence, id, kind, undoes FROM operations WHERE sequence > ? ORDER BY sequence',
    )
    .iterate(state.last)
  for (const row of rows) {
    state.tracker.add(row)
    state.last = row.sequence
    state.lastId = row.id
  }
  return state.tracker
}

function idOf(sqlite: SqliteDatabase, sequence: number): string | undefined {
  return sqlite.prepare<[number], { id: string }>('SELECT id FROM operations WHERE sequence = ?').get(sequence)?.id
}
