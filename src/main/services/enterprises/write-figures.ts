import { formatDate } from '#shared/domain/text/format.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { prepareOnce } from '../../db/prepare-once.ts'
import { HAND_SOURCE } from '../../db/queries/survey-counts.ts'
import type { Transaction } from '../../db/store.ts'
import { IMPORT_LABELS } from '../survey/text.ts'
import { createUpdates } from './late-updates.ts'

/** Columns of an observation. */
export type Figures = Readonly<Record<string, string | number | null>>

/** Behind every day there is. */
const LAST_DAY = '9999-12-31'

export interface FigureWriter {
  /** Looks up together what `write` would look up one by one; for pastes of thousands of rows. */
  prefetch(enterpriseIds: readonly string[]): void
  write(enterpriseId: string, figures: Figures): void
  /** Of an enterprise made in the same step: one observation, born with all it says. */
  writeFirst(enterpriseId: string, unitId: string | null, figures: Figures): void
  prepareRound(): void
  /** Everything is written when this returns. */
  flush(): void
}

/**
 * A figure typed by the clerk corrects the newest observation, where history keeps what stood there. When that
 * belongs to a frozen round, which must stay the denominator it was, or there is none, it is an observation of its
 * own in the day's round of hand entries.
 */
export function createFigureWriter(
  tx: Transaction,
  { observedOn, today }: { readonly observedOn: IsoDate | null; readonly today: IsoDate },
  together: boolean,
): FigureWriter {
  const updates = createUpdates(tx, 'observations', together)
  const day = observedOn ?? today
  // On an earlier day the newest is the newest of that day: what was surveyed later is not what the clerk looks at.
  const newest = tx.sqlite.prepare<[string, string], { id: string; frozen: number }>(
    `SELECT o.id, r.frozen FROM observations o JOIN survey_rounds r ON r.id = o.round_id
     WHERE o.enterprise_id = ? AND o.observed_on <= ? ORDER BY o.observed_on DESC, o.id DESC LIMIT 1`,
  )
  const last = observedOn ?? LAST_DAY
  const prefetched = new Map<string, { readonly id: string; readonly frozen: number }>()
  const insert = tx.sqlite.prepare(
    `INSERT INTO observations (id, round_id, enterprise_id, unit_id, observed_on)
     SELECT ?, ?, id, unit_id, ? FROM enterprises WHERE id = ?`,
  )
  const inRound = tx.sqlite
    .prepare<[string, string], string>('SELECT id FROM observations WHERE round_id = ? AND enterprise_id = ?')
    .pluck()
  const prepare = prepareOnce(tx.sqlite)
  let round: string | null = null
  const roundId = (): string => (round ??= findHandRound(tx, day))

  function insertByHand(enterpriseId: string): string {
    const known = inRound.get(roundId(), enterpriseId)
    if (known !== undefined) return known
    const id = tx.newId()
    insert.run(id, roundId(), day, enterpriseId)
    return id
  }

  return {
    prefetch(enterpriseIds) {
      const found = tx.sqlite
        .prepare<[string, string], { enterpriseId: string; id: string; frozen: number }>(
          `SELECT enterpriseId, id, frozen FROM (
             SELECT o.enterprise_id AS enterpriseId, o.id, r.frozen,
               ROW_NUMBER() OVER (PARTITION BY o.enterprise_id ORDER BY o.observed_on DESC, o.id DESC) AS place
             FROM json_each(?) wanted JOIN observations o ON o.enterprise_id = wanted.value
             JOIN survey_rounds r ON r.id = o.round_id WHERE o.observed_on <= ?)
           WHERE place = 1`,
        )
        .all(JSON.stringify(enterpriseIds), last)
      for (const { enterpriseId, ...observation } of found) prefetched.set(enterpriseId, observation)
    },
    prepareRound: () => void roundId(),
    flush: () => updates.flush(),
    writeFirst(enterpriseId, unitId, figures) {
      const names = Object.keys(figures)
      prepare(
        `INSERT INTO observations (id, round_id, enterprise_id, unit_id, observed_on, ${names.join(', ')})
         VALUES (?, ?, ?, ?, ?, ${names.map(() => '?').join(', ')})`,
      ).run(tx.newId(), roundId(), enterpriseId, unitId, day, ...Object.values(figures))
    },
    write(enterpriseId, figures) {
      const known = prefetched.get(enterpriseId) ?? newest.get(enterpriseId, last)
      // What is written now may be newer than what was looked up.
      prefetched.delete(enterpriseId)
      const id = known !== undefined && known.frozen === 0 ? known.id : insertByHand(enterpriseId)
      updates.set(id, figures)
      // Clearing a figure must not bring back the one an older survey gave.
      for (const name of Object.keys(figures).filter((column) => figures[column] === null))
        prepare(
          `UPDATE observations SET ${name} = NULL
           WHERE enterprise_id = ? AND observed_on <= ? AND round_id IN (SELECT id FROM survey_rounds WHERE frozen = 0)`,
        ).run(enterpriseId, last)
    },
  }
}

function findHandRound(tx: Transaction, day: IsoDate): string {
  const known = tx.sqlite
    .prepare<[string, string], string>(
      'SELECT id FROM survey_rounds WHERE source = ? AND surveyed_on = ? AND file_hash IS NULL AND frozen = 0',
    )
    .pluck()
    .get(HAND_SOURCE, day)
  if (known !== undefined) return known
  const id = tx.newId()
  tx.sqlite
    .prepare('INSERT INTO survey_rounds (id, name, source, surveyed_on, frozen) VALUES (?, ?, ?, ?, 0)')
    .run(id, IMPORT_LABELS.handRound(formatDate(day)), HAND_SOURCE, day)
  return id
}
