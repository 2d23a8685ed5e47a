import type { exchangeContract } from '#shared/contract/exchange.ts'
import type { Output } from '#shared/contract/index.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import { EXCHANGE_TABLES } from '#shared/domain/exchange/tables.ts'
import { ok } from '#shared/kit/result.ts'
import type { ReadStore } from '../db/store.ts'
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

type UndoTold = Output<'exchange.undo'>

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

/** What an import did to what travels; what the exchange notes for itself is no news to anybody. */
function tellImport(
  { sqlite }: ReadStore,
  operationId: string,
): Omit<UndoTold, 'id' | 'preview' | 'kept' | 'keptCount'> {
  const label = sqlite.prepare<[string], string>('SELECT label FROM operations WHERE id = ?').pluck().get(operationId)
  const counts = sqlite
    .prepare<[string, string], Pick<UndoTold, 'removed' | 'restored' | 'rows' | 'cells'>>(
      `SELECT COUNT(CASE WHEN column_name = '' AND before IS NULL THEN 1 END) AS removed,
         COUNT(CASE WHEN column_name = '' AND after IS NULL THEN 1 END) AS restored,
         COUNT(DISTINCT CASE WHEN column_name <> '' THEN row_id END) AS rows,
         COUNT(CASE WHEN column_name <> '' THEN 1 END) AS cells
       FROM changes WHERE operation_id = ? AND table_name IN (SELECT value FROM json_each(?))`,
    )
    .get(operationId, JSON.stringify(EXCHANGE_TABLES.map(({ table }) => table)))
  return { label: label ?? '', ...(counts ?? { removed: 0, restored: 0, rows: 0, cells: 0 }) }
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
  const told = { id, ...tellImport(store, operationId), preview }
  if (preview) {
    const seen = previewUndo(store, { operationId, above: false })
    return seen.ok ? ok({ ...told, kept: seen.value.kept, keptCount: seen.value.keptCount }) : seen
  }
  const undone = undoStep(store, operationId)
  return undone.ok ? ok({ ...told, kept: undone.value.kept, keptCount: undone.value.keptCount }) : undone
}
