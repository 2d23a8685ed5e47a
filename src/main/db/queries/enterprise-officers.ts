import type { ReadStore } from '../store.ts'

export interface OfficerThen {
  readonly id: string
  readonly officerId: string | null
  readonly officerName: string | null
}

/**
 * Who was in charge of enterprises on a day, of those whose charges are known; nobody where none of them is of that day.
 * Of an enterprise without any the registry's own cell is all there is.
 */
export function readOfficersOn(
  sqlite: ReadStore['sqlite'],
  day: string,
  ids: readonly string[] | null,
): readonly OfficerThen[] {
  const within = ids === null ? '' : 'AND a.enterprise_id IN (SELECT value FROM json_each(:ids))'
  const rows = sqlite
    .prepare<{ day: string; ids: string }, OfficerThen & { readonly isThen: number }>(
      `SELECT a.enterprise_id AS id, a.person_id AS officerId, p.full_name AS officerName,
         (a.valid_from IS NULL OR a.valid_from <= :day) AND (a.valid_to IS NULL OR :day <= a.valid_to) AS isThen
       FROM assignments a LEFT JOIN people p ON p.id = a.person_id
       WHERE a.enterprise_id IS NOT NULL AND a.role = 'lead' ${within} ORDER BY a.valid_from, a.id`,
    )
    .all({ day, ids: JSON.stringify(ids ?? []) })
  const found = new Map<string, OfficerThen>()
  for (const { id, officerId, officerName, isThen } of rows) {
    if (isThen === 1) found.set(id, { id, officerId, officerName })
    else if (!found.has(id)) found.set(id, { id, officerId: null, officerName: null })
  }
  return [...found.values()]
}
