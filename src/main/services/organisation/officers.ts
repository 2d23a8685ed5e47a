import { addDays, type IsoDate } from '#shared/kit/dates.ts'
import type { Transaction } from '../../db/store.ts'

interface Lead {
  readonly id: string
  readonly personId: string
  readonly from: IsoDate | null
  readonly to: IsoDate | null
}

const LEADS = `SELECT id, person_id AS personId, valid_from AS "from", valid_to AS "to" FROM assignments
  WHERE enterprise_id = ? AND role = 'lead' ORDER BY valid_from, id`

/**
 * After charges of enterprises were written: the registry's officer is who is in charge today, or nobody where a charge
 * is known and none of it is of today.
 */
export function settleOfficers(tx: Transaction, enterpriseIds: readonly string[], today: IsoDate): void {
  const leads = tx.sqlite.prepare<[string], Lead>(LEADS)
  const set = tx.sqlite.prepare('UPDATE enterprises SET officer_id = ? WHERE id = ? AND officer_id IS NOT ?')
  for (const id of enterpriseIds) {
    const now = leads
      .all(id)
      .findLast(({ from, to }) => (from === null || from <= today) && (to === null || today <= to))
    const officer = now?.personId ?? null
    set.run(officer, id, officer)
  }
}

export interface OfficerNotes {
  /** The registry was told who is in charge of an enterprise from the day on; null: nobody. */
  readonly note: (enterpriseId: string, personId: string | null) => void
  /** After the registry's cells were written: who is in charge today stands there, whatever day was written of. */
  readonly settle: () => void
}

/**
 * Keeps the history of charges while the registry's own cell of the officer is written: whoever was in charge is so
 * until the day before, the new one from the day on. On one and the same day it is a correction. Of a day that is past,
 * charges known to begin later stay, and the new one lasts until the first of them.
 */
export function createOfficerNotes(tx: Transaction, day: IsoDate, today: IsoDate = day): OfficerNotes {
  const leads = tx.sqlite.prepare<[string], Lead>(LEADS)
  const end = tx.sqlite.prepare('UPDATE assignments SET valid_to = ? WHERE id = ?')
  const remove = tx.sqlite.prepare('DELETE FROM assignments WHERE id = ?')
  const insert = tx.sqlite.prepare(
    `INSERT INTO assignments (id, person_id, enterprise_id, role, valid_from, valid_to) VALUES (?, ?, ?, 'lead', ?, ?)`,
  )
  const isPast = day < today
  const noted = new Set<string>()
  return {
    note: (enterpriseId, personId) => {
      let stays = false
      let until: IsoDate | null = null
      noted.add(enterpriseId)
      for (const lead of leads.all(enterpriseId)) {
        if (lead.to !== null && lead.to < day) continue
        if (isPast && lead.from !== null && lead.from > day) {
          until ??= addDays(lead.from, -1)
          continue
        }
        const isSame = lead.personId === personId && (lead.from === null || lead.from <= day)
        if (isSame && !stays) stays = true
        else if (lead.from !== null && lead.from >= day) remove.run(lead.id)
        else end.run(addDays(day, -1), lead.id)
      }
      if (!stays && personId !== null) insert.run(tx.newId(), personId, enterpriseId, day, until)
    },
    settle: () => {
      if (isPast) settleOfficers(tx, [...noted], today)
    },
  }
}
