import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { Output, ParsedInput } from '#shared/contract/index.ts'
import { formatNumber } from '#shared/domain/text/format.ts'
import { ok } from '#shared/kit/result.ts'
import { eq } from '../db/orm.ts'
import { checkNotes } from '../db/schema/index.ts'
import type { ReadStore } from '../db/store.ts'
import type { CommandContext } from './service.ts'
import { readUserName } from './settings.ts'

type Note = typeof checkNotes.$inferSelect

/** Explanations by the finding they are of. */
export function readCheckNotes({ db }: Pick<ReadStore, 'db'>): ReadonlyMap<string, Note> {
  return new Map(
    db
      .select()
      .from(checkNotes)
      .all()
      .map((note) => [note.finding, note]),
  )
}

export function explainFindings(
  { store, newId, today }: CommandContext,
  { findings, note }: ParsedInput<'checks.explain'>,
): AppResult<Output<'checks.explain'>> {
  const known = readCheckNotes(store)
  const [only] = findings
  const what =
    findings.length === 1 && only !== undefined ? only.subject : `${formatNumber(findings.length)} điều cần xem`
  const said = { note, notedOn: today(), notedBy: readUserName(store) }
  store.write({ kind: 'checks.explain', label: `Giải thích ${what}: ${note}`.slice(0, 200) }, (tx) => {
    for (const [id, { rule, subject, message }] of new Map(findings.map((finding) => [finding.id, finding]))) {
      const before = known.get(id)
      if (before === undefined)
        tx.db
          .insert(checkNotes)
          .values({ id: newId(), finding: id, rule, subject, message, ...said })
          .run()
      else tx.db.update(checkNotes).set(said).where(eq(checkNotes.id, before.id)).run()
    }
    return null
  })
  return ok({ explained: new Set(findings.map(({ id }) => id)).size })
}

export function withdrawNotes(
  { store }: CommandContext,
  { findings }: ParsedInput<'checks.withdraw'>,
): AppResult<Output<'checks.withdraw'>> {
  const known = readCheckNotes(store)
  const gone = [...new Set(findings)].flatMap((finding) => known.get(finding) ?? [])
  const [only] = gone
  if (only === undefined) return fail('CHECK_NOTE_UNKNOWN')
  const what = gone.length === 1 ? only.subject : `${formatNumber(gone.length)} điều cần xem`
  store.write({ kind: 'checks.withdraw', label: `Bỏ giải thích ${what}`.slice(0, 200) }, (tx) => {
    for (const { id } of gone) tx.db.delete(checkNotes).where(eq(checkNotes.id, id)).run()
    return null
  })
  return ok({ withdrawn: gone.length })
}
