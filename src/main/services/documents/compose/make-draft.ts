import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { Output, ParsedInput } from '#shared/contract/index.ts'
import { figuresOf } from '#shared/domain/documents/snapshot.ts'
import { ok } from '#shared/kit/result.ts'
import { eq } from '../../../db/orm.ts'
import { documentDrafts } from '../../../db/schema/index.ts'
import type { JobContext } from '../../service.ts'
import { recordMade } from '../record-made.ts'
import { refuseIncomplete, renderMade } from '../render-made.ts'
import { checkWritable, placeStaged, resolveWordFile, stageFile } from '../write-file.ts'
import { loadDraft } from './load-draft.ts'

/** The Word file of a draft, recorded with its figures in the same step; the draft goes on being there. */
export async function makeDraft(
  { store, resources, today, signal, progress, newId }: JobContext,
  { id: draftId, out }: ParsedInput<'drafts.make'>,
): Promise<AppResult<Output<'drafts.make'>>> {
  const file = resolveWordFile(out)
  if (!file.ok) return file
  const writable = checkWritable(file.value)
  if (!writable.ok) return writable
  progress({ step: 'Đang lấy số liệu', done: 0, total: 3 })
  const loaded = loadDraft(store, resources, draftId, today())
  if (!loaded.ok) return loaded
  const { prepared, assembled } = loaded.value
  const complete = refuseIncomplete(prepared)
  if (!complete.ok) return complete
  progress({ step: 'Đang soạn văn bản', done: 1, total: 3 })
  const id = newId()
  const tree = assembled.document
  const bytes = await renderMade(id, prepared, tree)
  if (signal.aborted) return fail('CANCELLED')
  progress({ step: 'Đang ghi tệp', done: 2, total: 3 })
  const staged = stageFile(file.value, bytes)
  if (!staged.ok) return staged
  const placed = placeStaged(staged.value, () =>
    store.write({ kind: 'documents.make', label: `Tạo ${tree.title}` }, (tx) => {
      recordMade(tx, { id, prepared, tree, bytes, file: file.value })
      tx.db.update(documentDrafts).set({ documentId: id }).where(eq(documentDrafts.id, draftId)).run()
      staged.value.place()
      return null
    }),
  )
  if (!placed.ok) return placed
  progress({ step: 'Đã xong', done: 3, total: 3 })
  const { type, facts, problems } = prepared
  return ok({
    type: type.id,
    file: file.value,
    title: tree.title,
    plan: facts.plan.code,
    unit: facts.scope.unit.code,
    asOf: facts.asOf,
    figures: figuresOf(tree).length,
    problems,
    document: id,
  })
}
