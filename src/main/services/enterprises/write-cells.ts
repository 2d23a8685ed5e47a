import { nameKey, legalFormOfName } from '#shared/domain/survey/enterprise-name.ts'
import { isFoundingDay } from '#shared/domain/enterprises/read-cell.ts'
import type { RegistryColumnId } from '#shared/domain/enterprises/columns.ts'
import type { TableValue } from '#shared/domain/table/view.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import { sortKey } from '#shared/domain/text/sort-key.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { prepareOnce } from '../../db/prepare-once.ts'
import { OBSERVED_CELLS } from '../../db/queries/enterprise-columns.ts'
import type { Transaction } from '../../db/store.ts'
import { createOfficerNotes, type OfficerNotes } from '../organisation/officers.ts'
import type { WritePlan } from './decide-cells.ts'
import type { RegistryCatalogue } from './registry-catalogue.ts'
import { createUpdates } from './late-updates.ts'
import { createFigureWriter, type Figures } from './write-figures.ts'
import { createStageWriter } from './write-stages.ts'

type DbValue = string | number | null
type Values = ReadonlyMap<RegistryColumnId, TableValue>

/** Columns of the registry row that hold the cell's value as it is. */
const PLAIN: Readonly<Partial<Record<RegistryColumnId, string>>> = {
  taxCode: 'tax_code',
  officer: 'officer_id',
  feasibility: 'feasibility',
  attitude: 'attitude',
  expectedOn: 'expected_on',
  expectedMembers: 'expected_members',
  operatingStatus: 'operating_status',
  placeKind: 'place_kind',
  industry: 'industry',
  address: 'address',
  ward: 'ward',
  district: 'district',
  zone: 'zone',
  phone: 'phone',
  director: 'director',
  contactPerson: 'contact_person',
  country: 'country',
  shortName: 'short_name',
  foreignName: 'foreign_name',
  surveyCode: 'survey_code',
  source: 'source',
  parentEnterprise: 'parent_enterprise_id',
  note: 'note',
}

/** From so many rows on, births are recorded and observations looked up together. */
const MANY = 500

export interface WriteDays {
  /** The day figures are of; null: they correct what is known now, or are of today. */
  readonly observedOn: IsoDate | null
  readonly today: IsoDate
  readonly who: string
}

/** Writes what was decided, inside the one transaction. Answers the ids of the rows that were made. */
export function writeCells(
  tx: Transaction,
  plan: Pick<WritePlan, 'catalogue' | 'changes' | 'added'>,
  days: WriteDays,
): (string | null)[] {
  const { catalogue } = plan
  const isLarge = plan.changes.length >= MANY
  const rows = createRowWriter(tx)
  const updates = createUpdates(tx, 'enterprises', isLarge)
  const figures = createFigureWriter(tx, days, isLarge)
  const stages = createStageWriter(tx, catalogue, days)
  const charges = createOfficerNotes(tx, days.observedOn ?? days.today, days.today)
  if (isLarge) figures.prefetch(plan.changes.map(({ id }) => id))
  for (const { id, values } of plan.changes) {
    const columns = registryColumns(values, catalogue)
    if (Object.keys(columns).length > 0) updates.set(id, columns)
    noteOfficer(charges, id, columns)
    const said = observedFigures(values)
    if (Object.keys(said).length > 0) figures.write(id, said)
    const stage = values.get('stage')
    if (typeof stage === 'string') stages.enter(id, stage, days.observedOn ?? days.today, null)
  }
  updates.flush()
  figures.flush()
  charges.settle()
  const insert = (): (string | null)[] =>
    plan.added.map((values) => {
      if (values === null) return null
      const id = tx.newId()
      const columns = registryColumns(withForm(values), catalogue)
      rows.insert(id, columns)
      noteOfficer(charges, id, columns)
      const said = observedFigures(values)
      const unitId = columns['unit_id']
      if (Object.keys(said).length > 0) figures.writeFirst(id, typeof unitId === 'string' ? unitId : null, said)
      const stage = values.get('stage')
      if (typeof stage === 'string') stages.enter(id, stage, days.observedOn ?? days.today, null)
      return id
    })
  const added = plan.added.filter((row) => row !== null)
  if (added.length < MANY) return insert()
  // The round of hand entries is there before the births that refer to it are recorded.
  if (added.some((row) => Object.keys(observedFigures(row)).length > 0)) figures.prepareRound()
  return tx.insertMany(['enterprises', 'observations', 'enterprise_stages'], insert)
}

/** The history of who is in charge goes with the cell that says who is now. */
function noteOfficer(charges: OfficerNotes, id: string, columns: Readonly<Record<string, DbValue>>): void {
  const officer = columns['officer_id']
  if (officer !== undefined) charges.note(id, typeof officer === 'string' ? officer : null)
}

/** A name says its legal form, as it does for an import. */
function withForm(values: Values): Values {
  const name = values.get('name')
  const form = values.has('legalForm') || typeof name !== 'string' ? null : legalFormOfName(name)
  return form === null ? values : new Map([...values, ['legalForm', form]])
}

function registryColumns(values: Values, catalogue: RegistryCatalogue): Record<string, DbValue> {
  const columns: Record<string, DbValue> = {}
  for (const [id, value] of values) {
    const plain = PLAIN[id]
    if (plain !== undefined) columns[plain] = toDb(value)
    else if (id === 'name' && typeof value === 'string') {
      columns['name'] = value
      columns['name_folded'] = foldText(value)
      columns['sort_key'] = sortKey(value)
      columns['match_key'] = nameKey(value)
    } else if (id === 'unit') columns['unit_id'] = catalogue.unitByCode.get(String(value))?.id ?? null
    else if (id === 'legalForm') columns['legal_form_id'] = catalogue.legalFormIds.get(String(value)) ?? null
    else if (id === 'foundedOn') {
      columns['founded_on'] = isFoundingDay(value) ? value : null
      columns['founded_text'] = value === null || isFoundingDay(value) ? null : String(value)
    }
  }
  return columns
}

function observedFigures(values: Values): Figures {
  const figures: Record<string, DbValue> = {}
  for (const [id, value] of values)
    if (Object.hasOwn(OBSERVED_CELLS, id)) figures[OBSERVED_CELLS[id as keyof typeof OBSERVED_CELLS]] = toDb(value)
  return figures
}

function toDb(value: TableValue): DbValue {
  return typeof value === 'boolean' ? Number(value) : value
}

function createRowWriter(tx: Transaction) {
  const prepare = prepareOnce(tx.sqlite)
  return {
    // Names of columns come from the lists above, never from what was typed.
    insert(id: string, columns: Readonly<Record<string, DbValue>>): void {
      const names = ['id', ...Object.keys(columns)]
      prepare(`INSERT INTO enterprises (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`).run(
        id,
        ...Object.values(columns),
      )
    },
  }
}
