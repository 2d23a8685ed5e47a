import type { RoundRow } from '#shared/contract/exchange-rows.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { PlanRow } from '#shared/contract/plans.ts'
import { ok } from '#shared/kit/result.ts'
import { readPlans } from '../../db/queries/plans.ts'
import type { ReadStore } from '../../db/store.ts'
import type { CommandContext } from '../service.ts'
import { readUserName } from '../settings.ts'
import { unitsBelow } from './scope.ts'
import { describeSite } from './site.ts'
import { EXCHANGE_LABELS } from './text.ts'

export function choosePlan(store: ReadStore, code: string | null): AppResult<PlanRow> {
  const plans = readPlans(store)
  const plan = code === null ? plans.find((row) => row.kind === 'year') : plans.find((row) => row.code === code)
  if (plan !== undefined) return ok(plan)
  return code === null ? fail('PACKAGE_PLAN_NEEDED') : fail('PLAN_UNKNOWN', { code })
}

interface TargetRow {
  readonly id: string
  readonly unit: string
  readonly unitName: string
  readonly indicator: string
  readonly indicatorName: string
  readonly assigner: string
  readonly kind: string
  readonly version: number
  readonly state: 'draft' | 'chosen' | 'issued' | 'adjusting' | 'adjusted'
  readonly effectiveOn: string | null
  readonly value: number | null
}

interface OpinionRow {
  readonly unit: string
  readonly indicator: string
  readonly assigner: string
  readonly kind: string
  readonly drafted: number | null
  readonly proposed: number | null
  readonly agreed: number
  readonly note: string | null
  readonly givenBy: string | null
  readonly givenOn: string | null
}

/**
 * Draft, opinion and what was issued of each target. The draft an opinion was given on is the one it names: once the
 * plan is issued under the same numbers' rows, only the opinion still knows what was asked.
 */
export function readRound(
  store: ReadStore,
  { plan: code, unit }: ParsedInput<'exchange.round'>,
): AppResult<RoundRow[]> {
  const plan = choosePlan(store, code)
  if (!plan.ok) return plan
  const site = describeSite(store)
  const about = unit ?? (site.mode === 'unit' ? site.unit : null)
  let units: readonly string[] | null = null
  if (about !== null) {
    const id = store.sqlite.prepare<[string], string>('SELECT id FROM units WHERE code = ?').pluck().get(about)
    if (id === undefined) return fail('UNIT_UNKNOWN', { code: about })
    units = unitsBelow(store.sqlite, [id])
  }
  const within = units === null ? null : JSON.stringify(units)
  const targets = store.sqlite
    .prepare<unknown[], TargetRow>(
      `SELECT t.id, u.code AS unit, u.name AS unitName, i.code AS indicator, i.short_name AS indicatorName,
         a.code AS assigner, t.kind, t.version, v.state, v.effective_on AS effectiveOn, t.value
       FROM targets t JOIN units u ON u.id = t.unit_id JOIN indicators i ON i.id = t.indicator_id
         JOIN assigners a ON a.id = t.assigner_id
         JOIN plan_versions v ON v.plan_id = t.plan_id AND v.number = t.version
       WHERE t.plan_id = :plan AND v.state <> 'draft'
         AND (:units IS NULL OR t.unit_id IN (SELECT value FROM json_each(:units)))
       ORDER BY u.sort_order, u.sort_key, i.sort_order, a.sort_order, t.kind, t.version`,
    )
    .all({ plan: plan.value.id, units: within })
  const opinions = store.sqlite
    .prepare<unknown[], OpinionRow>(
      `SELECT u.code AS unit, i.code AS indicator, a.code AS assigner, o.kind, o.drafted, o.proposed, o.agreed, o.note,
         o.given_by AS givenBy, o.given_on AS givenOn
       FROM target_opinions o JOIN units u ON u.id = o.unit_id JOIN indicators i ON i.id = o.indicator_id
         JOIN assigners a ON a.id = o.assigner_id
       WHERE o.plan_id = :plan AND (:units IS NULL OR o.unit_id IN (SELECT value FROM json_each(:units)))
       ORDER BY o.version`,
    )
    .all({ plan: plan.value.id, units: within })
  const draftedOf = readDrafted(store, plan.value.code)
  const opinionOf = new Map(opinions.map((row) => [keyOf(row), row]))
  const rows = new Map<string, RoundRow>()
  for (const target of targets) {
    const key = keyOf(target)
    const opinion = opinionOf.get(key)
    const row = rows.get(key) ?? {
      unit: target.unit,
      unitName: target.unitName,
      indicator: target.indicator,
      indicatorName: target.indicatorName,
      assigner: target.assigner,
      kind: target.kind,
      draft: opinion?.drafted ?? null,
      agreed: opinion === undefined ? null : opinion.agreed === 1,
      proposed: opinion?.proposed ?? null,
      note: opinion?.note ?? null,
      givenBy: opinion?.givenBy ?? null,
      givenOn: opinion?.givenOn ?? null,
      issued: null,
    }
    const isIssued = target.state === 'issued' || target.state === 'adjusted'
    const drafted = opinion?.drafted ?? draftedOf(target)
    rows.set(
      key,
      isIssued
        ? { ...row, draft: row.draft ?? drafted, issued: target.value }
        : { ...row, draft: drafted ?? target.value },
    )
  }
  return ok([...rows.values()])
}

/**
 * The number a target had when the draft was sent, or came in. A draft that is issued keeps its row, so what it said
 * before is in the history of that row alone. Null where no draft ever went out.
 */
function readDrafted(store: ReadStore, plan: string): (target: TargetRow) => number | null {
  const sent = store.sqlite
    .prepare<[string], string>(
      `SELECT MAX(at) FROM packages WHERE kind = 'targets-draft' AND plan_code = ? AND state IN ('made', 'applied')`,
    )
    .pluck()
    .get(plan)
  const next = store.sqlite.prepare<[string, string], { before: number | null }>(
    `SELECT c.before FROM changes c JOIN operations o ON o.id = c.operation_id
     WHERE c.table_name = 'targets' AND c.row_id = ? AND c.column_name = 'value' AND o.at > ? ORDER BY c.sequence LIMIT 1`,
  )
  return (target) => {
    if (sent === undefined || sent === null) return null
    const change = next.get(target.id, sent)
    return change === undefined ? target.value : change.before
  }
}

function keyOf(row: Pick<TargetRow, 'unit' | 'indicator' | 'assigner' | 'kind'>): string {
  return [row.unit, row.indicator, row.assigner, row.kind].join('|')
}

interface DraftedTarget {
  readonly unit_id: string
  readonly indicator_id: string
  readonly assigner_id: string
  readonly kind: string
  readonly version: number
  readonly value: number | null
}

/** What a unit says to the draft of one of its targets; said again, it replaces what was said. */
export function setOpinion(context: CommandContext, input: ParsedInput<'exchange.setOpinion'>): AppResult<RoundRow> {
  const { store } = context
  const plan = choosePlan(store, input.plan)
  if (!plan.ok) return plan
  if (!input.agreed && input.proposed === null && (input.note ?? '') === '') return fail('OPINION_NEEDS')
  const unit = input.unit ?? describeSite(store).unit
  const target = store.sqlite
    .prepare<unknown[], DraftedTarget>(
      `SELECT t.unit_id, t.indicator_id, t.assigner_id, t.kind, t.version, t.value
       FROM targets t JOIN units u ON u.id = t.unit_id JOIN indicators i ON i.id = t.indicator_id
         JOIN assigners a ON a.id = t.assigner_id
         JOIN plan_versions v ON v.plan_id = t.plan_id AND v.number = t.version
       WHERE t.plan_id = :plan AND u.code = :unit AND i.code = :indicator AND (:assigner IS NULL OR a.code = :assigner)
         AND v.state <> 'draft'
       ORDER BY v.state IN ('chosen', 'adjusting') DESC, t.version DESC, t.kind = 'assigned' DESC, a.sort_order LIMIT 1`,
    )
    .get({ plan: plan.value.id, unit, indicator: input.indicator, assigner: input.assigner })
  if (target === undefined) return fail('OPINION_NO_DRAFT', { code: input.indicator })
  const known = store.sqlite
    .prepare<unknown[], string>(
      `SELECT id FROM target_opinions WHERE plan_id = ? AND unit_id = ? AND indicator_id = ? AND assigner_id = ?
         AND kind = ? AND version = ?`,
    )
    .pluck()
    .get(plan.value.id, target.unit_id, target.indicator_id, target.assigner_id, target.kind, target.version)
  const said = [
    target.value,
    input.agreed ? (input.proposed ?? target.value) : input.proposed,
    input.agreed ? 1 : 0,
    input.note === '' ? null : input.note,
    readUserName(store),
    context.today(),
  ]
  store.write({ kind: 'exchange.setOpinion', label: EXCHANGE_LABELS.opinion(unit, input.indicator) }, (tx) => {
    if (known === undefined)
      tx.sqlite
        .prepare(
          `INSERT INTO target_opinions (id, plan_id, unit_id, indicator_id, assigner_id, kind, version, drafted, proposed,
             agreed, note, given_by, given_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        )
        .run(
          tx.newId(),
          plan.value.id,
          target.unit_id,
          target.indicator_id,
          target.assigner_id,
          target.kind,
          target.version,
          ...said,
        )
    else
      tx.sqlite
        .prepare(
          `UPDATE target_opinions SET drafted = ?, proposed = ?, agreed = ?, note = ?, given_by = ?, given_on = ?
           WHERE id = ?`,
        )
        .run(...said, known)
    return null
  })
  const rows = readRound(store, { plan: plan.value.code, unit })
  if (!rows.ok) return rows
  const row = rows.value.find(
    (one) =>
      one.unit === unit &&
      one.indicator === input.indicator &&
      one.kind === target.kind &&
      (input.assigner === null || one.assigner === input.assigner),
  )
  return row === undefined ? fail('OPINION_NO_DRAFT', { code: input.indicator }) : ok(row)
}

/** The unit signs what it pledged. */
export function signCommitment(
  context: CommandContext,
  input: ParsedInput<'exchange.signCommitment'>,
): AppResult<{ plan: string; unit: string; signedBy: string; signedOn: string }> {
  const { store } = context
  const plan = choosePlan(store, input.plan)
  if (!plan.ok) return plan
  const unit = input.unit ?? describeSite(store).unit
  const asked = store.sqlite
    .prepare<[string, string], string>(
      'SELECT c.id FROM commitments c JOIN units u ON u.id = c.unit_id WHERE c.plan_id = ? AND u.code = ?',
    )
    .pluck()
    .get(plan.value.id, unit)
  if (asked === undefined) return fail('COMMITMENT_MISSING', { code: plan.value.code })
  const signedOn = input.on ?? context.today()
  store.write({ kind: 'exchange.signCommitment', label: EXCHANGE_LABELS.sign(unit) }, (tx) => {
    tx.sqlite
      .prepare(
        `UPDATE commitments SET signed_on = ?, signed_by = ?, signed_position = ?, number = ?, note = COALESCE(?, note)
         WHERE id = ?`,
      )
      .run(signedOn, input.by, input.position, input.number, input.note, asked)
    return null
  })
  return ok({ plan: plan.value.code, unit, signedBy: input.by, signedOn })
}
