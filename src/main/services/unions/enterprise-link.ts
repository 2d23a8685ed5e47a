import { formatDate } from '#shared/domain/text/format.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { HAND_SOURCE } from '../../db/queries/survey-counts.ts'
import type { ReadStore, Transaction } from '../../db/store.ts'
import { IMPORT_LABELS } from '../survey/text.ts'

/** What the registry learns of an enterprise from a decision about its union. */
export interface LearntOfUnion {
  readonly hasUnion: boolean
  readonly members?: number | null
  readonly womenMembers?: number | null
  readonly decisionNumber?: string | null
  readonly decisionOn?: IsoDate | null
}

/** Whether the newest survey up to the day says that the enterprise has a union. */
export function hasUnionOn({ sqlite }: Pick<ReadStore, 'sqlite'>, enterpriseId: string, day: IsoDate): boolean {
  const row = sqlite
    .prepare<[string, string], { has_union: number }>(
      `SELECT has_union FROM observations WHERE enterprise_id = ? AND observed_on <= ? AND has_union IS NOT NULL
       ORDER BY observed_on DESC, id DESC LIMIT 1`,
    )
    .get(enterpriseId, day)
  return row?.has_union === 1
}

/**
 * Writes an observation of the day of the decision, so that what surveys said before stays as it was and ratios of a
 * frozen round see it from that day on. Several words of one day are one observation.
 */
export function tellRegistry(tx: Transaction, enterpriseId: string, day: IsoDate, learnt: LearntOfUnion): void {
  const roundId = roundOf(tx, day)
  const known = tx.sqlite
    .prepare<[string, string], { id: string }>('SELECT id FROM observations WHERE round_id = ? AND enterprise_id = ?')
    .get(roundId, enterpriseId)
  const id = known?.id ?? tx.newId()
  if (known === undefined)
    tx.sqlite
      .prepare(
        `INSERT INTO observations (id, round_id, enterprise_id, unit_id, observed_on)
         SELECT ?, ?, id, unit_id, ? FROM enterprises WHERE id = ?`,
      )
      .run(id, roundId, day, enterpriseId)
  tx.sqlite
    .prepare(
      `UPDATE observations SET has_union = ?, members = COALESCE(?, members),
         women_members = COALESCE(?, women_members), union_decision_number = COALESCE(?, union_decision_number),
         union_decision_on = COALESCE(?, union_decision_on) WHERE id = ?`,
    )
    .run(
      Number(learnt.hasUnion),
      learnt.members ?? null,
      learnt.womenMembers ?? null,
      learnt.decisionNumber ?? null,
      learnt.decisionOn ?? null,
      id,
    )
}

/** The round of single figures typed on a day. */
function roundOf(tx: Transaction, day: IsoDate): string {
  const known = tx.sqlite
    .prepare<[string, string], { id: string }>(
      'SELECT id FROM survey_rounds WHERE source = ? AND surveyed_on = ? AND file_hash IS NULL AND frozen = 0',
    )
    .get(HAND_SOURCE, day)
  if (known !== undefined) return known.id
  const id = tx.newId()
  tx.sqlite
    .prepare('INSERT INTO survey_rounds (id, name, source, surveyed_on, frozen) VALUES (?, ?, ?, ?, 0)')
    .run(id, IMPORT_LABELS.handRound(formatDate(day)), HAND_SOURCE, day)
  return id
}

/** Puts the enterprise into a stage of the funnel from a day on, unless it stands there already. */
export function enterStage(
  tx: Transaction,
  enterpriseId: string,
  stageId: string,
  day: IsoDate,
  note: string | null,
): void {
  const now = tx.sqlite
    .prepare<[string, string], { stage_id: string }>(
      `SELECT stage_id FROM enterprise_stages WHERE enterprise_id = ? AND on_date <= ?
       ORDER BY on_date DESC, id DESC LIMIT 1`,
    )
    .get(enterpriseId, day)
  if (now?.stage_id === stageId) return
  tx.sqlite
    .prepare(
      `INSERT INTO enterprise_stages (id, enterprise_id, stage_id, on_date, note, who)
       VALUES (?, ?, ?, ?, ?, COALESCE((SELECT who FROM operations WHERE id = ?), ''))`,
    )
    .run(tx.newId(), enterpriseId, stageId, day, note, tx.operationId)
}
