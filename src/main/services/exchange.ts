import type { exchangeContract } from '#shared/contract/exchange.ts'
import type { Output } from '#shared/contract/index.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import { ok } from '#shared/kit/result.ts'
import { applyPackages } from './exchange/apply.ts'
import { listClashes } from './exchange/clashes.ts'
import { decideClashes } from './exchange/decide-clashes.ts'
import { listKeys, trustKey } from './exchange/keys.ts'
import { findPackage, listPackages } from './exchange/ledger.ts'
import { makePackage } from './exchange/make.ts'
import { readPackage } from './exchange/read.ts'
import { readRound, setOpinion, signCommitment } from './exchange/round.ts'
import { describeSite, renewOwnSite, setOwnSite } from './exchange/site.ts'
import { previewUndo, undoStep } from './history/undo.ts'
import type { CommandContext, Service } from './service.ts'

export const exchangeService: Service<keyof typeof exchangeContract> = {
  'exchange.site': ({ store }) => ok(describeSite(store)),
  'exchange.setSite': ({ store, newId }, { unit, name }) => {
    if (unit !== null && store.sqlite.prepare('SELECT 1 FROM units WHERE code = ?').get(unit) === undefined)
      return fail('UNIT_UNKNOWN', { code: unit })
    setOwnSite(store, newId, { unit, name })
    return ok(describeSite(store))
  },
  'exchange.renewSite': ({ store, newId }) => {
    renewOwnSite(store, newId)
    return ok(describeSite(store))
  },
  'exchange.keys': ({ store }) => ok(listKeys(store)),
  'exchange.trust': (context, input) => trustKey(context, input),
  'exchange.make': (context, input) => makePackage(context, input),
  'exchange.read': (context, input) => readPackage(context, input),
  'exchange.apply': (context, input) => applyPackages(context, input),
  'exchange.undo': (context, input) => undoPackage(context, input),
  'exchange.list': ({ store }, input) =>
    ok(listPackages(store, input).map(({ count: _count, sha256: _sha256, ...row }) => row)),
  'exchange.clashes': ({ store }, input) => ok(listClashes(store, input.package)),
  'exchange.decide': (context, input) => decideClashes(context, input),
  'exchange.round': ({ store }, input) => readRound(store, input),
  'exchange.setOpinion': (context, input) => setOpinion(context, input),
  'exchange.signCommitment': (context, input) => signCommitment(context, input),
}

/** Takes an import back at any later time, keeping what was edited since; or says what that would do. */
function undoPackage(
  { store }: CommandContext,
  { package: id, preview }: { readonly package: string; readonly preview: boolean },
): AppResult<Output<'exchange.undo'>> {
  const known = findPackage(store, id)
  if (known === null) return fail('PACKAGE_UNKNOWN', { code: id })
  if (known.direction === 'out' || known.state !== 'applied' || known.operationId === null)
    return fail('PACKAGE_NOT_APPLIED', { code: id })
  const { operationId } = known
  const counts = store.sqlite
    .prepare<[string], { label: string; rows: number; cells: number }>(
      'SELECT label, row_count AS rows, cell_count AS cells FROM operations WHERE id = ?',
    )
    .get(operationId)
  const told = { id, label: counts?.label ?? '', preview, rows: counts?.rows ?? 0, cells: counts?.cells ?? 0 }
  if (preview) {
    const seen = previewUndo(store, { operationId, above: false })
    return seen.ok ? ok({ ...told, kept: seen.value.kept, keptCount: seen.value.keptCount }) : seen
  }
  const undone = undoStep(store, operationId)
  return undone.ok ? ok({ ...told, kept: undone.value.kept, keptCount: undone.value.keptCount }) : undone
}
