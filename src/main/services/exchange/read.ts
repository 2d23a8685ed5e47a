import type { PackagePreview } from '#shared/contract/exchange-rows.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import { ok } from '#shared/kit/result.ts'
import { openPackageReader } from '../../exchange/parse/read-packages.ts'
import type { JobContext } from '../service.ts'
import { placeProblem } from './apply.ts'
import { readArrival } from './arrivals.ts'
import { describeChanges } from './describe-changes.ts'
import { findPackage, NO_COUNTS, tellHead } from './ledger.ts'
import { tellTables } from './make.ts'
import { compareArrival, decidesFor, judgeArrival, type Wishes } from './take-over.ts'
import { EXCHANGE_STEPS } from './text.ts'

/** What a file holds and what taking it over would do. Nothing is written, and nothing asked of the sender's rights is skipped. */
export async function readPackage(
  context: JobContext,
  { file, passphrase, review }: ParsedInput<'exchange.read'>,
): Promise<AppResult<PackagePreview>> {
  const { store, progress } = context
  progress({ step: EXCHANGE_STEPS.reading, done: 0, total: null })
  const reader = openPackageReader(context.foreign.start, context.signal)
  const read = await readArrival(context, reader, file, passphrase)
  reader.close()
  if (!read.ok) return read
  const arrival = read.value
  store.look()
  const judged = judgeArrival(store, arrival)
  if (!judged.ok) return judged
  const standing = judged.value
  const { head } = arrival.content
  const { known, gaps, sender } = standing
  progress({ step: EXCHANGE_STEPS.comparing, done: 0, total: null })
  const wishes: Wishes = { clashes: 'leave', reject: [], decide: [], review }
  const isApplied = known?.state === 'applied'
  const isWaiting = gaps.length > 0 && !review
  const comparison = isApplied || isWaiting ? null : compareArrival(context, arrival, standing, wishes)
  const [stranger] = comparison?.foreign ?? []
  if (stranger !== undefined)
    return fail('PACKAGE_NOT_THEIRS', {
      file: arrival.file,
      name: head.from.name,
      count: comparison?.foreign.length ?? 0,
      text: stranger.title,
    })
  const told =
    comparison === null
      ? { changes: [], count: 0 }
      : describeChanges(store, { comparison, decides: (owner) => decidesFor(sender, arrival, owner) })
  const answered = head.answers === null ? null : findPackage(store, head.answers)
  const rows = Object.values(arrival.content.tables).reduce((sum, part) => sum + part.length, 0)
  return ok({
    file: arrival.file,
    ...tellHead(head),
    carrier: arrival.carrier,
    madeAt: head.madeAt,
    madeBy: head.madeBy,
    state: isApplied ? 'applied' : isWaiting ? 'waiting' : known?.state === 'undone' ? 'undone' : 'new',
    appliedAt: isApplied ? known.at : null,
    trust: { ...sender.trust },
    ...(comparison === null ? { ...NO_COUNTS, unchanged: isApplied ? rows : 0 } : comparison.counts),
    tables: tellTables(arrival.content),
    changes: told.changes,
    changeCount: told.count,
    clashCells: told.changes.filter(({ what }) => what === 'clash'),
    problems: (comparison?.problems ?? arrival.content.problems).map(placeProblem),
    answers: answered,
    missing: arrival.content.missing.map(({ table, id, title }) => ({ table, row: id, title })),
    gaps: [...gaps],
  })
}
