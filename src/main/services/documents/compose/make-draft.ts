import type { AppResult } from '#shared/contract/errors.ts'
import type { Output, ParsedInput } from '#shared/contract/index.ts'
import { ok } from '#shared/kit/result.ts'
import { eq } from '../../../db/orm.ts'
import { documentDrafts } from '../../../db/schema/index.ts'
import type { JobContext } from '../../service.ts'
import { refuseIncomplete, tellMade } from '../render-made.ts'
import { checkTarget, writeComposed } from '../write-composed.ts'
import { resolveDocumentFile } from '../write-file.ts'
import { loadDraft } from './load-draft.ts'

/**
 * The Word file of a draft, recorded with its figures in the same step; the draft goes on being there. A name ending in
 * ".pdf" gets the pages, one in ".xlsx" the tables, and no record.
 */
export async function makeDraft(
  context: JobContext,
  { id: draftId, out }: ParsedInput<'drafts.make'>,
): Promise<AppResult<Output<'drafts.make'>>> {
  const { store, resources, today, progress } = context
  const target = resolveDocumentFile(out)
  if (!target.ok) return target
  const writable = checkTarget(target.value)
  if (!writable.ok) return writable
  progress({ step: 'Đang lấy số liệu', done: 0, total: 3 })
  const loaded = loadDraft(store, resources, draftId, today())
  if (!loaded.ok) return loaded
  const { prepared, assembled } = loaded.value
  const complete = refuseIncomplete(prepared)
  if (!complete.ok) return complete
  progress({ step: 'Đang soạn văn bản', done: 1, total: 3 })
  const tree = assembled.document
  const written = await writeComposed(context, target.value, prepared, tree, (tx, id) => {
    tx.db.update(documentDrafts).set({ documentId: id }).where(eq(documentDrafts.id, draftId)).run()
  })
  if (!written.ok) return written
  progress({ step: 'Đã xong', done: 3, total: 3 })
  return ok({ ...tellMade(prepared, tree, target.value.file), document: written.value })
}
