import type { RowDecision } from '#shared/domain/survey/decide-import.ts'
import type { NewUnit } from '#shared/domain/survey/new-units.ts'
import { readFurtherFields } from '#shared/domain/survey/further-fields.ts'
import type { UnitRef } from '#shared/domain/survey/settle-places.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { prepareDifficultyCodes } from '../../db/queries/difficulty-codes.ts'
import type { Transaction } from '../../db/store.ts'
import { freeUnitCode, insertNewUnit } from '../units/insert-new-unit.ts'
import { createEnterpriseWriter } from './write-enterprises.ts'

export interface ImportWrite {
  readonly rows: readonly RowDecision[]
  readonly date: IsoDate
  readonly round: {
    /** Of an earlier import of the same file; null makes one when the first observation needs it. */
    readonly id: string | null
    readonly name: string
    readonly source: string | null
    readonly fileName: string
    readonly fileHash: string
    readonly sheet: string | null
  }
  readonly rootId: string
  readonly legalFormIds: ReadonlyMap<string, string>
  readonly unitTypeIds: ReadonlyMap<string, string>
}

/** From so many rows on, births are recorded together; putting triggers aside for a few would cost more than it saves. */
const MANY = 500

/** Writes what was decided, inside the one transaction. Returns the codes given to new units by their key. */
export function writeImport(tx: Transaction, write: ImportWrite): Map<string, string> {
  const units = createUnitMaker(tx, write)
  // Units first: their births are recorded one by one, before those of the rows that refer to them.
  for (const { unit, outcome, observe } of write.rows) if (outcome !== 'unchanged' || observe) units.idOf(unit)
  if (write.rows.length < MANY) writeRows(tx, write, units)
  else tx.insertMany(['enterprises', 'observations'], () => writeRows(tx, write, units))
  return units.codes
}

function writeRows(tx: Transaction, write: ImportWrite, units: UnitMaker): void {
  const enterprises = createEnterpriseWriter(tx, write.legalFormIds)
  const difficultyCodes = prepareDifficultyCodes(tx)
  let roundId = write.round.id
  const insertObservation = tx.sqlite.prepare(
    `INSERT INTO observations (id, round_id, enterprise_id, unit_id, observed_on, workers, women, insured, has_union,
       members, difficulty, source_row, foreign_workers, with_contracts, women_members, union_decision_number,
       union_decision_on, party_organisation, youth_organisation, difficulty_codes)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  for (const { placed, unit, entry, patch, observe, outcome } of write.rows) {
    if (outcome === 'unchanged' && !observe) continue
    const { record } = placed
    const unitId = units.idOf(unit)
    let enterpriseId = entry?.id
    if (entry === null) enterpriseId = enterprises.create(record, unitId)
    else if (Object.keys(patch).length > 0)
      enterprises.update(entry, patch, patch.unit === undefined ? null : units.idOf(patch.unit))
    if (!observe || enterpriseId === undefined) continue
    roundId ??= insertRound(tx, write)
    const further = readFurtherFields(record.extra).figures
    const hasUnion = record.hasUnion === null ? null : record.hasUnion ? 1 : 0
    insertObservation.run(
      tx.newId(),
      roundId,
      enterpriseId,
      unitId,
      write.date,
      record.workers,
      record.women,
      record.insured,
      hasUnion,
      record.members,
      record.difficulty,
      record.row,
      further.foreignWorkers ?? null,
      further.withContracts ?? null,
      further.womenMembers ?? null,
      further.unionDecisionNumber ?? null,
      further.unionDecisionOn ?? null,
      toFlag(further.partyOrganisation),
      toFlag(further.youthOrganisation),
      difficultyCodes(record.difficulty),
    )
  }
}

function toFlag(said: boolean | undefined): number | null {
  return said === undefined ? null : Number(said)
}

function insertRound(tx: Transaction, { round, date }: ImportWrite): string {
  const id = tx.newId()
  tx.sqlite
    .prepare(
      'INSERT INTO survey_rounds (id, name, source, surveyed_on, file_name, file_hash, sheet, frozen) VALUES (?, ?, ?, ?, ?, ?, ?, 0)',
    )
    .run(id, round.name, round.source, date, round.fileName, round.fileHash, round.sheet)
  return id
}

interface UnitMaker {
  idOf(unit: UnitRef): string
  readonly codes: Map<string, string>
}

/** Makes each new unit once, right under the province, in the order the file names them. */
function createUnitMaker(tx: Transaction, write: ImportWrite): UnitMaker {
  const ids = new Map<string, string>()
  const codes = new Map<string, string>()
  const make = (unit: NewUnit): { id: string; code: string } => {
    const made = { id: tx.newId(), code: freeUnitCode(tx, unit.code), unit }
    insertNewUnit(tx, made, write.rootId, write.unitTypeIds.get(unit.type))
    return made
  }
  return {
    codes,
    idOf(unit) {
      if (unit.kind === 'existing') return unit.unit.id
      const known = ids.get(unit.key)
      if (known !== undefined) return known
      const made = make(unit.unit)
      ids.set(unit.key, made.id)
      codes.set(unit.key, made.code)
      return made.id
    },
  }
}
