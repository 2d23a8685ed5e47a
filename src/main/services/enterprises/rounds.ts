import type { Output, ParsedInput } from '#shared/contract/index.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { SurveyRoundRow } from '#shared/contract/enterprises.ts'
import { ok } from '#shared/kit/result.ts'
import type { ReadStore } from '../../db/store.ts'
import type { CommandContext, QueryContext } from '../service.ts'
import { ENTERPRISE_LABELS } from './text.ts'

function readRounds({ sqlite }: Pick<ReadStore, 'sqlite'>): SurveyRoundRow[] {
  return sqlite
    .prepare<[], Omit<SurveyRoundRow, 'frozen'> & { readonly frozen: number }>(
      `SELECT r.id, r.name, r.source, r.surveyed_on AS surveyedOn, r.file_name AS fileName, r.sheet, r.frozen,
         COUNT(o.id) AS enterprises, COALESCE(SUM(o.workers), 0) AS workers
       FROM survey_rounds r LEFT JOIN observations o ON o.round_id = r.id
       GROUP BY r.id ORDER BY r.surveyed_on DESC, r.id DESC`,
    )
    .all()
    .map((row) => ({ ...row, frozen: row.frozen === 1 }))
}

export function listRounds({ store }: QueryContext): AppResult<Output<'surveyRounds.list'>> {
  return ok(readRounds(store))
}

export function updateRound(
  { store }: CommandContext,
  { id, name, frozen }: ParsedInput<'surveyRounds.update'>,
): AppResult<SurveyRoundRow> {
  const round = readRounds(store).find((row) => row.id === id)
  if (round === undefined) return fail('SURVEY_ROUND_UNKNOWN')
  const label =
    frozen === undefined || frozen === round.frozen
      ? ENTERPRISE_LABELS.renameRound(name ?? round.name)
      : ENTERPRISE_LABELS.freeze(name ?? round.name, frozen)
  store.write({ kind: 'surveyRounds.update', label }, (tx) => {
    tx.sqlite
      .prepare('UPDATE survey_rounds SET name = ?, frozen = ? WHERE id = ?')
      .run(name ?? round.name, Number(frozen ?? round.frozen), id)
    return null
  })
  return ok({ ...round, name: name ?? round.name, frozen: frozen ?? round.frozen })
}
