import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { Output, ParsedInput } from '#shared/contract/index.ts'
import type { EnterpriseRow, surveyContract } from '#shared/contract/survey.ts'
import { nameKey } from '#shared/domain/survey/enterprise-name.ts'
import { sumFigures } from '#shared/domain/survey/figures.ts'
import { parseTaxCodeText } from '#shared/domain/survey/tax-code.ts'
import { foldText, normalizeText } from '#shared/domain/text/fold.ts'
import { parseDateText } from '#shared/domain/text/parse-date.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import { sortKey } from '#shared/domain/text/sort-key.ts'
import { ok } from '#shared/kit/result.ts'
import { HAND_SOURCE } from '../db/queries/survey-counts.ts'
import type { Transaction } from '../db/store.ts'
import { listRegistry, publish } from './enterprises/registry.ts'
import type { CommandContext, Service } from './service.ts'
import { IMPORT_LABELS } from './survey/text.ts'

type EnterpriseOperation = 'enterprises.list' | 'enterprises.update' | 'legalForms.list'
type Patch = ParsedInput<'enterprises.update'>['patch']

export const enterprisesService: Service<EnterpriseOperation & keyof typeof surveyContract> = {
  'enterprises.list': ({ store }, input) => {
    const rows = listRegistry(store, input)
    if (rows === null) return fail('UNIT_UNKNOWN', { code: input.unit ?? '' })
    const { enterprises: count, workers, members, withUnion } = sumFigures(rows)
    const page = rows.slice(input.offset, input.offset + input.limit).map(publish)
    return ok({ count, workers, members, withUnion, rows: page })
  },
  'enterprises.update': (context, { id, observedOn, patch }) =>
    updateEnterprise(context, id, observedOn ?? context.today(), patch),
  'legalForms.list': ({ store }) =>
    ok(
      store.sqlite
        .prepare<[], Output<'legalForms.list'>[number]>(
          'SELECT code, name, short_name AS shortName, sector FROM legal_forms ORDER BY sort_order',
        )
        .all(),
    ),
}

function updateEnterprise(context: CommandContext, id: string, day: string, patch: Patch): AppResult<EnterpriseRow> {
  const { store } = context
  const all = listRegistry(store, null) ?? []
  const current = all.find((row) => row.id === id)
  if (current === undefined) return fail('ROW_UNKNOWN')
  const columns = decideColumns(context, id, patch)
  if (!columns.ok) return columns
  const figures = Object.entries(FIGURE_COLUMNS).flatMap(([field, column]): [string, string | number | null][] => {
    const value = patch[field as keyof typeof FIGURE_COLUMNS]
    return value === undefined ? [] : [[column, typeof value === 'boolean' ? Number(value) : value]]
  })
  store.write({ kind: 'enterprises.update', label: IMPORT_LABELS.update(current.name) }, (tx) => {
    const names = Object.keys(columns.value)
    if (names.length > 0)
      tx.sqlite
        .prepare(`UPDATE enterprises SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`)
        .run(...Object.values(columns.value), id)
    if (figures.length > 0) writeFigures(tx, id, day, Object.fromEntries(figures))
    return null
  })
  const row = listRegistry(store, null)?.find((candidate) => candidate.id === id)
  if (row === undefined) throw new Error(`enterprise ${id} was written and is not there`)
  return ok(publish(row))
}

const FIGURE_COLUMNS = {
  workers: 'workers',
  women: 'women',
  insured: 'insured',
  hasUnion: 'has_union',
  members: 'members',
  difficulty: 'difficulty',
} as const

/** Checks what is typed and turns it into columns of the registry row. */
function decideColumns({ store }: CommandContext, id: string, patch: Patch): AppResult<Record<string, string | null>> {
  const columns: Record<string, string | null> = {}
  if (patch.name !== undefined) {
    columns['name'] = patch.name
    columns['name_folded'] = foldText(patch.name)
    columns['sort_key'] = sortKey(patch.name)
    columns['match_key'] = nameKey(patch.name)
  }
  if (patch.taxCode !== undefined) {
    const parsed = parseTaxCodeText(patch.taxCode ?? '')
    if (parsed.state === 'malformed') return fail('ENTERPRISE_TAX_CODE_INVALID', { text: patch.taxCode ?? '' })
    const twin =
      parsed.code === null
        ? undefined
        : store.sqlite
            .prepare<[string, string], { name: string }>('SELECT name FROM enterprises WHERE tax_code = ? AND id <> ?')
            .get(parsed.code, id)
    if (twin !== undefined) return fail('ENTERPRISE_TAX_CODE_TAKEN', { code: parsed.code ?? '', name: twin.name })
    columns['tax_code'] = parsed.code
  }
  if (patch.unit !== undefined) {
    const unit = store.sqlite.prepare<[string], { id: string }>('SELECT id FROM units WHERE code = ?').get(patch.unit)
    if (unit === undefined) return fail('UNIT_UNKNOWN', { code: patch.unit })
    columns['unit_id'] = unit.id
  }
  if (patch.legalForm !== undefined) {
    const form =
      patch.legalForm === null
        ? null
        : store.sqlite
            .prepare<[string], { id: string }>('SELECT id FROM legal_forms WHERE code = ?')
            .get(patch.legalForm)
    if (form === undefined) return fail('LEGAL_FORM_UNKNOWN', { code: patch.legalForm ?? '' })
    columns['legal_form_id'] = form?.id ?? null
  }
  for (const field of ['address', 'industry', 'phone', 'note'] as const) {
    const text = patch[field]
    if (text !== undefined) columns[field] = text === null ? null : normalizeText(text) || null
  }
  if (patch.founded !== undefined) {
    const text = normalizeText(patch.founded ?? '')
    const parsed = text === '' ? null : parseDateText(text)
    if (parsed?.kind === 'invalid') return fail('DATE_INVALID', { text })
    columns['founded_on'] = parsed?.kind === 'day' ? parsed.date : null
    columns['founded_text'] = parsed?.kind === 'period' ? parsed.text : null
  }
  return ok(columns)
}

/**
 * A figure typed by the clerk corrects the newest observation, where history keeps what stood there. When that
 * belongs to a frozen round, which must stay the denominator it was, or there is none, it is an observation of its
 * own in the day's round of hand entries.
 */
function writeFigures(
  tx: Transaction,
  enterpriseId: string,
  day: string,
  figures: Readonly<Record<string, string | number | null>>,
): void {
  const newest = tx.sqlite
    .prepare<[string], { id: string; frozen: number }>(
      `SELECT o.id, r.frozen FROM observations o JOIN survey_rounds r ON r.id = o.round_id
       WHERE o.enterprise_id = ? ORDER BY o.observed_on DESC, o.id DESC LIMIT 1`,
    )
    .get(enterpriseId)
  const id = newest !== undefined && newest.frozen === 0 ? newest.id : insertByHand(tx, enterpriseId, day)
  const names = Object.keys(figures)
  tx.sqlite
    .prepare(`UPDATE observations SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`)
    .run(...Object.values(figures), id)
  // Clearing a figure must not bring back the one an older survey gave.
  for (const name of names.filter((column) => figures[column] === null))
    tx.sqlite
      .prepare(
        `UPDATE observations SET ${name} = NULL
         WHERE enterprise_id = ? AND round_id IN (SELECT id FROM survey_rounds WHERE frozen = 0)`,
      )
      .run(enterpriseId)
}

function insertByHand(tx: Transaction, enterpriseId: string, day: string): string {
  const round = tx.sqlite
    .prepare<[string, string], { id: string }>(
      'SELECT id FROM survey_rounds WHERE source = ? AND surveyed_on = ? AND file_hash IS NULL',
    )
    .get(HAND_SOURCE, day)
  const roundId = round?.id ?? tx.newId()
  if (round === undefined)
    tx.sqlite
      .prepare('INSERT INTO survey_rounds (id, name, source, surveyed_on, frozen) VALUES (?, ?, ?, ?, 0)')
      .run(roundId, IMPORT_LABELS.handRound(formatDate(day)), HAND_SOURCE, day)
  const id = tx.newId()
  tx.sqlite
    .prepare(
      `INSERT INTO observations (id, round_id, enterprise_id, unit_id, observed_on)
       SELECT ?, ?, id, unit_id, ? FROM enterprises WHERE id = ?`,
    )
    .run(id, roundId, day, enterpriseId)
  return id
}
