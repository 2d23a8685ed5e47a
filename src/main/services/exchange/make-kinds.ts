import type { ParsedInput } from '#shared/contract/index.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { ContentRow, PackageContent } from '#shared/domain/exchange/content.ts'
import { newStamp } from '#shared/domain/exchange/merge/stamp.ts'
import { writeStamp } from '#shared/domain/exchange/merge/stamp-text.ts'
import { addDays } from '#shared/kit/dates.ts'
import { ok } from '#shared/kit/result.ts'
import type { Transaction } from '../../db/store.ts'
import { startOfYearOf } from '../figures.ts'
import type { JobContext } from '../service.ts'
import type { MakeParties } from './make-parties.ts'
import type { OwnSite } from './site.ts'
import { EXCHANGE_LABELS } from './text.ts'

type MakeInput = ParsedInput<'exchange.make'>

export interface PreparedKind {
  /** Ids of what a transfer moves. */
  readonly enterprises: readonly string[]
  readonly unions: readonly string[]
}

/** What has to be true in the data before a package of the kind is made: a step of its own, which can be undone. */
export function prepareKind(context: JobContext, parties: MakeParties, input: MakeInput): AppResult<PreparedKind> {
  if (input.kind === 'transfer') return moveToReceiver(context, parties, input)
  if (input.kind === 'commitment' && parties.plan !== null) askForSignature(context, parties, parties.plan.id)
  return ok({ enterprises: [], unions: [] })
}

function askForSignature(context: JobContext, parties: MakeParties, planId: string): void {
  const { sqlite } = context.store
  const known = sqlite
    .prepare('SELECT 1 FROM commitments c JOIN units u ON u.id = c.unit_id WHERE c.plan_id = ? AND u.code = ?')
    .get(planId, parties.to.unit)
  if (known !== undefined) return
  context.store.write({ kind: 'exchange.ask', label: EXCHANGE_LABELS.ask(parties.to.name) }, (tx) => {
    tx.sqlite
      .prepare(`INSERT INTO commitments (id, plan_id, unit_id, asked_on) SELECT ?, ?, id, ? FROM units WHERE code = ?`)
      .run(tx.newId(), planId, context.today(), parties.to.unit)
    return null
  })
}

interface Movable {
  readonly id: string
  readonly name: string
  readonly unitId: string | null
}

function moveToReceiver(context: JobContext, parties: MakeParties, input: MakeInput): AppResult<PreparedKind> {
  const { store } = context
  if (input.enterprises.length + input.unions.length === 0) return fail('PACKAGE_TRANSFER_NEEDS')
  const enterprises = findMovable(context, 'enterprises', input.enterprises)
  if (!enterprises.ok) return enterprises
  const unions = findMovable(context, 'grassroots_unions', input.unions)
  if (!unions.ok) return unions
  const receiver = store.sqlite
    .prepare<[string], string>('SELECT id FROM units WHERE code = ?')
    .pluck()
    .get(parties.to.unit)
  if (receiver === undefined) return fail('UNIT_UNKNOWN', { code: parties.to.unit })
  // An enterprise takes its unions along.
  const also = store.sqlite
    .prepare<[string], Movable>(
      `SELECT id, name, unit_id AS unitId FROM grassroots_unions WHERE enterprise_id IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(enterprises.value.map(({ id }) => id)))
  const movedUnions = [...new Map([...unions.value, ...also].map((row) => [row.id, row])).values()]
  const leaving = (rows: readonly Movable[]): Movable[] => rows.filter(({ unitId }) => unitId !== receiver)
  const count = leaving(enterprises.value).length + leaving(movedUnions).length
  const day = input.on ?? context.today()
  if (count > 0)
    store.write({ kind: 'exchange.transfer', label: EXCHANGE_LABELS.transfer(count, parties.to.name) }, (tx) => {
      for (const row of leaving(enterprises.value)) move(tx, 'enterprises', row, receiver, day)
      for (const row of leaving(movedUnions)) move(tx, 'grassroots_unions', row, receiver, day)
      return null
    })
  return ok({
    enterprises: enterprises.value.map(({ id }) => id),
    unions: movedUnions.map(({ id }) => id),
  })
}

/** Where it was is kept: figures of an earlier day are read there (docs/adr/0024). */
function move(
  tx: Transaction,
  table: 'enterprises' | 'grassroots_unions',
  { id, unitId }: Movable,
  receiver: string,
  day: string,
): void {
  const column = table === 'enterprises' ? 'enterprise_id' : 'union_id'
  tx.sqlite
    .prepare(`INSERT OR IGNORE INTO former_places (id, "${column}", unit_id, until) VALUES (?, ?, ?, ?)`)
    .run(tx.newId(), id, unitId, addDays(day, -1))
  tx.sqlite.prepare(`UPDATE "${table}" SET unit_id = ? WHERE id = ?`).run(receiver, id)
}

function findMovable(
  { store }: JobContext,
  table: 'enterprises' | 'grassroots_unions',
  names: readonly string[],
): AppResult<Movable[]> {
  const key = table === 'enterprises' ? 'OR tax_code = :name' : ''
  const find = store.sqlite.prepare<[{ name: string }], Movable>(
    `SELECT id, name, unit_id AS unitId FROM "${table}" WHERE id = :name ${key}`,
  )
  const found: Movable[] = []
  for (const name of names) {
    const row = find.get({ name })
    if (row === undefined) return fail('PACKAGE_TRANSFER_UNKNOWN', { text: name })
    found.push(row)
  }
  return ok(found)
}

/** Adds to a package what stands in no table: the empty report a form asks for. */
export function synthesise(
  { newId, store }: JobContext,
  parties: MakeParties,
  content: PackageContent,
  site: OwnSite,
): PackageContent {
  const { head } = content
  if (head.kind !== 'report-form' || head.period === null) return content
  const indicators = (content.tables['indicators'] ?? []).map((row) => String(row.cells['code']))
  const notes = { ...head.notes, asOf: head.period.to, basis: 'cumulative', indicators: indicators.join(',') }
  const rows = content.tables['reports'] ?? []
  const isThere = rows.some(
    ({ cells }) =>
      cells['unit'] === parties.to.unit && cells['as_of'] === head.period?.to && cells['basis'] === 'cumulative',
  )
  if (isThere) return { ...content, head: { ...head, notes } }
  const asked: ContentRow = {
    id: newId(),
    title: parties.to.name,
    cells: {
      unit: parties.to.unit,
      // Cumulative figures count from the reporting year's first day, whatever period is asked for.
      from_date: startOfYearOf(store, head.period.to),
      as_of: head.period.to,
      basis: 'cumulative',
      received_on: null,
      status: 'draft',
      source: null,
    },
    stamp: writeStamp(newStamp(site.id, site.count)),
  }
  return { ...content, head: { ...head, notes }, tables: { ...content.tables, reports: [...rows, asked] } }
}
