import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { Output, ParsedInput } from '#shared/contract/index.ts'
import type { CommendationRow } from '#shared/contract/organisation-rows.ts'
import type { PlanRow } from '#shared/contract/plans.ts'
import { heldIndicators, proposePeople, proposeUnits, type PersonRecord } from '#shared/domain/organisation/commend.ts'
import type { RecordRow } from '#shared/domain/organisation/record-rules.ts'
import { formatNumber } from '#shared/domain/text/format.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { ok } from '#shared/kit/result.ts'
import { readIndicators } from '../../db/queries/indicators.ts'
import { readCommendations } from '../../db/queries/remedies.ts'
import type { ReadStore, Transaction } from '../../db/store.ts'
import { findPlan } from '../lookup.ts'
import { progressOf } from '../progress.ts'
import type { CommandContext } from '../service.ts'
import { readThings } from './things.ts'
import { insertRecord, twinsOf, updateRecord } from './write-rows.ts'

type Store = Pick<ReadStore, 'db' | 'sqlite'>
type Asked = ParsedInput<'commendations.propose'>

export function listCommendations(
  store: Store,
  { plan, state }: ParsedInput<'commendations.list'>,
): AppResult<CommendationRow[]> {
  if (plan !== null) {
    const found = findPlan(store, plan)
    if (!found.ok) return found
  }
  return ok(readCommendations(store, plan).filter((row) => state === null || row.state === state))
}

/** A row as it will be written: the subject's column with its id, and what is said of it. */
interface Staged {
  readonly subject: 'unit_id' | 'person_id'
  readonly id: string
  readonly cells: RecordRow
}

/** Proposes from the ranking; answers the list of the plan, under a dry run as it would be. */
export function propose(context: CommandContext, asked: Asked): AppResult<Output<'commendations.propose'>> {
  const { store } = context
  const found = findPlan(store, asked.plan)
  if (!found.ok) return found
  const plan = found.value
  const asOf = asked.asOf ?? clamp(context.today(), plan)
  const form = findForm(store, asked.form, 'group')
  if (!form.ok) return form
  const personForm = findForm(store, asked.personForm, 'person')
  if (!personForm.ok) return personForm
  const groups = stageUnits(store, plan, asOf, asked, form.value)
  if (!groups.ok) return groups
  const people = asked.people ? stagePeople(store, plan, asOf, asked, personForm.value) : []
  const staged = [...groups.value, ...people]
  const counts = countStaged(staged)
  const label = `Đề nghị khen thưởng ${formatNumber(counts.proposed)} tập thể, cá nhân theo xếp thứ ${plan.name}`
  const write = (tx: Pick<Transaction, 'sqlite' | 'newId'>): CommendationRow[] => {
    writeStaged(tx as Transaction, plan.id, staged, asked.people)
    return readCommendations({ sqlite: tx.sqlite }, plan.code)
  }
  const rows = asked.dryRun
    ? store.rehearse((tx) => write({ ...tx, newId: context.newId }))
    : store.write({ kind: 'commendations.propose', label }, write)
  return ok({ plan: plan.code, asOf, ...counts, rows })
}

function countStaged(staged: readonly Staged[]): { readonly proposed: number; readonly excluded: number } {
  const proposed = staged.filter(({ cells }) => cells['state'] === 'proposed').length
  return { proposed, excluded: staged.length - proposed }
}

function clamp(day: IsoDate, { from, to }: Pick<PlanRow, 'from' | 'to'>): IsoDate {
  if (day < from) return from
  return day > to ? to : day
}

/** The form asked for, else the first of the catalogue that fits. */
function findForm(store: Store, code: string | null, kind: 'group' | 'person'): AppResult<string | null> {
  if (code === null) return ok(null)
  const found = readThings(store).find('form', code)
  if (typeof found === 'string') return fail('RECORD_UNKNOWN', { word: 'hình thức khen thưởng', text: code })
  const of = store.sqlite
    .prepare<[string], string>('SELECT kind FROM commendation_forms WHERE id = ?')
    .pluck()
    .get(found.id)
  return of === 'both' || of === kind ? ok(found.id) : fail('COMMENDATION_FORM_WRONG')
}

function stageUnits(
  store: ReadStore,
  plan: PlanRow,
  asOf: IsoDate,
  asked: Asked,
  form: string | null,
): AppResult<Staged[]> {
  const indicators = readIndicators(store)
  const unknown = asked.indicators.find((code) => !indicators.some((row) => row.code === code))
  if (unknown !== undefined) return fail('INDICATOR_UNKNOWN', { code: unknown })
  const { rows } = progressOf(store, plan, asOf)
  // Ranks are among units of one level: the direct children of the province.
  const measures = rows.filter((row) => row.level === 'unit' && row.depth === 1)
  const excluded = new Map(
    store.sqlite
      .prepare<[string], { code: string; reason: string }>(
        `SELECT u.code, x.reason FROM campaign_exclusions x JOIN units u ON u.id = x.unit_id WHERE x.plan_id = ?`,
      )
      .all(plan.id)
      .map(({ code, reason }) => [code, reason]),
  )
  const rules = { ...asked, excluded }
  if (heldIndicators(measures, indicators, rules).length === 0)
    return fail('COMMENDATION_NO_TARGETS', { name: plan.name })
  const things = readThings(store)
  return ok(
    proposeUnits(measures, indicators, rules).flatMap(({ unit, name, rank, reason, exclusion }): Staged[] => {
      const found = things.find('unit', unit)
      if (typeof found === 'string') return []
      return [
        {
          subject: 'unit_id',
          id: found.id,
          cells: {
            ...judged(asOf, rank, reason, exclusion),
            kind: 'group',
            name,
            form_id: exclusion === null ? form : null,
          },
        },
      ]
    }),
  )
}

function judged(asOf: IsoDate, rank: number | null, reason: string, exclusion: string | null): RecordRow {
  return {
    as_of: asOf,
    rank,
    reason: reason === '' ? null : reason,
    state: exclusion === null ? 'proposed' : 'excluded',
    exclusion,
    source: 'ranking',
  }
}

/** Whoever was in charge of an enterprise on the day its union was recognised has founded it. */
function stagePeople(store: ReadStore, plan: PlanRow, asOf: IsoDate, { top }: Asked, form: string | null): Staged[] {
  const records = store.sqlite
    .prepare<{ from: string; to: string }, PersonRecord>(
      `SELECT p.id AS personId, p.full_name AS name, p.position,
         COUNT(DISTINCT g.id) AS unions, COALESCE(SUM(g.members_at_founding), 0) AS members
       FROM assignments a JOIN people p ON p.id = a.person_id
         LEFT JOIN grassroots_unions g ON g.enterprise_id = a.enterprise_id AND g.previous_id IS NULL
           AND COALESCE(g.decision_on, g.founded_on) BETWEEN :from AND :to
           AND (a.valid_from IS NULL OR a.valid_from <= COALESCE(g.decision_on, g.founded_on))
           AND (a.valid_to IS NULL OR a.valid_to >= COALESCE(g.decision_on, g.founded_on))
       WHERE a.enterprise_id IS NOT NULL AND a.role = 'lead'
         AND (a.valid_from IS NULL OR a.valid_from <= :to) AND (a.valid_to IS NULL OR a.valid_to >= :from)
       GROUP BY p.id ORDER BY p.sort_key, p.id`,
    )
    .all({ from: plan.from, to: asOf < plan.to ? asOf : plan.to })
  return proposePeople(records, top).map(({ personId, name, position, rank, reason, exclusion }): Staged => ({
    subject: 'person_id',
    id: personId,
    cells: {
      ...judged(asOf, rank, reason, exclusion),
      kind: 'person',
      name,
      position,
      form_id: exclusion === null ? form : null,
    },
  }))
}

interface Known {
  readonly id: string
  readonly source: string
  readonly state: string
  readonly formId: string | null
}

/** What the ranking said before is said anew; what a person put there or sent on stays. */
function writeStaged(tx: Transaction, planId: string, staged: readonly Staged[], withPeople: boolean): void {
  const isOwn = ({ source, state }: Known): boolean =>
    source === 'ranking' && (state === 'proposed' || state === 'excluded')
  const kept = new Set<string>()
  for (const { subject, id, cells } of staged) {
    const known = tx.sqlite
      .prepare<[string, string], Known>(
        `SELECT id, source, state, form_id AS formId FROM commendations WHERE plan_id = ? AND ${subject} = ?`,
      )
      .get(planId, id)
    if (known === undefined) {
      const rowId = tx.newId()
      insertRecord(tx, 'commendations', rowId, {
        plan_id: planId,
        [subject]: id,
        ...cells,
        ...twinsOf('commendations', cells),
      })
      kept.add(rowId)
      continue
    }
    kept.add(known.id)
    // A form chosen by hand for a row that is proposed again stays.
    const form = cells['form_id'] ?? (cells['state'] === 'proposed' ? known.formId : null)
    if (isOwn(known)) updateRecord(tx, 'commendations', known.id, { ...cells, form_id: form })
  }
  const before = tx.sqlite
    .prepare<[string], Known & { kind: string }>(
      'SELECT id, source, state, form_id AS formId, kind FROM commendations WHERE plan_id = ?',
    )
    .all(planId)
  for (const row of before)
    if (isOwn(row) && !kept.has(row.id) && (row.kind === 'group' || withPeople))
      tx.sqlite.prepare('DELETE FROM commendations WHERE id = ?').run(row.id)
}
