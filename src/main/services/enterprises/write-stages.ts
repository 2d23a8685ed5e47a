import type { IsoDate } from '#shared/kit/dates.ts'
import type { Transaction } from '../../db/store.ts'
import type { RegistryCatalogue } from './registry-catalogue.ts'

export interface StageWriter {
  /** Enters a stage on a day; false when the enterprise was in it that day already and the note says nothing new. */
  enter(enterpriseId: string, stageCode: string, day: IsoDate, note: string | null): boolean
}

export function createStageWriter(
  tx: Transaction,
  catalogue: Pick<RegistryCatalogue, 'stageByCode'>,
  { who }: { readonly who: string },
): StageWriter {
  const asOf = tx.sqlite.prepare<[string, string], { id: string; stageId: string; onDate: string }>(
    `SELECT id, stage_id AS stageId, on_date AS onDate FROM enterprise_stages
     WHERE enterprise_id = ? AND on_date <= ? ORDER BY on_date DESC, id DESC LIMIT 1`,
  )
  const insert = tx.sqlite.prepare(
    'INSERT INTO enterprise_stages (id, enterprise_id, stage_id, on_date, note, who) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const change = tx.sqlite.prepare(
    'UPDATE enterprise_stages SET stage_id = ?, note = COALESCE(?, note), who = ? WHERE id = ?',
  )
  return {
    enter(enterpriseId, stageCode, day, note) {
      const stage = catalogue.stageByCode.get(stageCode)
      if (stage === undefined) throw new Error(`no stage ${stageCode}`)
      const last = asOf.get(enterpriseId, day)
      if (last?.stageId === stage.id && note === null) return false
      // Chosen anew on the same day: the first choice was a slip, not a step.
      if (last !== undefined && last.onDate === day) change.run(stage.id, note, who, last.id)
      else insert.run(tx.newId(), enterpriseId, stage.id, day, note, who)
      return true
    },
  }
}
