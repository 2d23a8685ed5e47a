import type { Output, ParsedInput } from '#shared/contract/index.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { EnterpriseRow } from '#shared/contract/enterprises.ts'
import { parseTaxCodeText } from '#shared/domain/survey/tax-code.ts'
import { normalizeText } from '#shared/domain/text/fold.ts'
import { parseDateText } from '#shared/domain/text/parse-date.ts'
import type { TableValue } from '#shared/domain/table/view.ts'
import { ok } from '#shared/kit/result.ts'
import { findEnterpriseId } from '../../db/queries/enterprise-rows.ts'
import { readUserName } from '../settings.ts'
import type { CommandContext } from '../service.ts'
import { decideCells, type NewRowWrite, type WritePlan } from './decide-cells.ts'
import { readEnterpriseRows } from './read-rows.ts'
import { ENTERPRISE_LABELS } from './text.ts'
import { writeCells } from './write-cells.ts'

const NOW = { day: null, round: null } as const

export function updateMany(
  context: CommandContext,
  { edits, added, observedOn, label, dryRun }: ParsedInput<'enterprises.updateMany'>,
): AppResult<Output<'enterprises.updateMany'>> {
  const plan = decideCells(
    // Compared with what stands on the day the figures are of.
    { ...context, day: observedOn ?? null },
    edits.map(({ id, column, value }, row) => ({ row, id, column, given: value })),
    added,
  )
  const none = plan.added.map(() => null)
  if (dryRun) return ok({ ...plan.answer, addedIds: none })
  const made = apply(context, plan, 'enterprises.updateMany', observedOn ?? null, label ?? describe(plan))
  return ok({ ...plan.answer, addedIds: made ?? none })
}

function describe({ changes, added, answer }: WritePlan): string {
  const born = added.filter((row) => row !== null)
  const [first] = born
  if (changes.length === 0 && born.length === 1) return ENTERPRISE_LABELS.add(String(first?.get('name') ?? ''))
  if (changes.length === 0) return ENTERPRISE_LABELS.addMany(born.length)
  const [only] = changes
  return changes.length === 1 && born.length === 0 && only !== undefined
    ? ENTERPRISE_LABELS.update(only.name)
    : ENTERPRISE_LABELS.updateMany(answer.written, changes.length + born.length)
}

/** Ids of the rows that were made; null when there was nothing to write. */
function apply(
  context: CommandContext,
  plan: WritePlan,
  kind: string,
  observedOn: string | null,
  label: string,
): (string | null)[] | null {
  if (plan.changes.length === 0 && plan.added.every((row) => row === null)) return null
  const who = readUserName(context.store)
  return context.store.write({ kind, label }, (tx) => writeCells(tx, plan, { observedOn, today: context.today(), who }))
}

export function addEnterprise(
  context: CommandContext,
  { cells, observedOn }: ParsedInput<'enterprises.add'>,
): AppResult<EnterpriseRow> {
  const row: NewRowWrite = { cells }
  const plan = decideCells({ ...context, day: observedOn ?? null }, [], [row])
  const [wrong] = plan.answer.refused
  if (wrong !== undefined) return fail('ENTERPRISE_CELL_REFUSED', { reason: wrong.reason }, { column: wrong.column })
  const name = String(plan.added[0]?.get('name') ?? '')
  const made = apply(context, plan, 'enterprises.add', observedOn ?? null, ENTERPRISE_LABELS.add(name))
  return answer(context, made?.[0] ?? '')
}

function answer({ store, today }: CommandContext, id: string): AppResult<EnterpriseRow> {
  const row = readEnterpriseRows(store, [id], NOW, today())[0]
  if (row === undefined) throw new Error(`enterprise ${id} was written and is not there`)
  return ok(row)
}

type Patch = ParsedInput<'enterprises.update'>['patch']

/** Cells of one enterprise, all or none of them. */
export function updateEnterprise(
  context: CommandContext,
  { id: given, observedOn, patch }: ParsedInput<'enterprises.update'>,
): AppResult<EnterpriseRow> {
  const id = findEnterpriseId(context.store.sqlite, given)
  if (id === null) return fail('ROW_UNKNOWN')
  const wrong = refusePatch(context, id, patch)
  if (wrong !== null) return wrong
  const { founded, ...rest } = patch
  const cells: Record<string, TableValue | undefined> = founded === undefined ? rest : { ...rest, foundedOn: founded }
  const plan = decideCells(
    { ...context, day: observedOn ?? null },
    Object.entries(cells).flatMap(([column, value]) =>
      value === undefined ? [] : [{ row: 0, id, column, given: value }],
    ),
  )
  const [refused] = plan.answer.refused
  if (refused !== undefined)
    return fail('ENTERPRISE_CELL_REFUSED', { reason: refused.reason }, { column: refused.column })
  const label = ENTERPRISE_LABELS.update(plan.changes[0]?.name ?? '')
  apply(context, plan, 'enterprises.update', observedOn ?? null, label)
  return answer(context, id)
}

/** What a single edit is refused with a code of its own for. */
function refusePatch(
  { store }: CommandContext,
  id: string,
  patch: Patch,
): { ok: false; error: ReturnType<typeof fail>['error'] } | null {
  const { sqlite } = store
  if (patch.taxCode !== undefined) {
    const parsed = parseTaxCodeText(patch.taxCode ?? '')
    if (parsed.state === 'malformed') return fail('ENTERPRISE_TAX_CODE_INVALID', { text: patch.taxCode ?? '' })
    const twin =
      parsed.code === null
        ? undefined
        : sqlite
            .prepare<[string, string], string>('SELECT name FROM enterprises WHERE tax_code = ? AND id <> ?')
            .pluck()
            .get(parsed.code, id)
    if (twin !== undefined) return fail('ENTERPRISE_TAX_CODE_TAKEN', { code: parsed.code ?? '', name: twin })
  }
  const isKnown = (table: 'units' | 'legal_forms', code: string): boolean =>
    sqlite.prepare<[string], number>(`SELECT 1 FROM ${table} WHERE code = ?`).pluck().get(code) !== undefined
  if (patch.unit !== undefined && !isKnown('units', patch.unit)) return fail('UNIT_UNKNOWN', { code: patch.unit })
  if (typeof patch.legalForm === 'string' && !isKnown('legal_forms', patch.legalForm))
    return fail('LEGAL_FORM_UNKNOWN', { code: patch.legalForm })
  const founded = normalizeText(patch.founded ?? '')
  if (founded !== '' && parseDateText(founded).kind === 'invalid') return fail('DATE_INVALID', { text: founded })
  return null
}
