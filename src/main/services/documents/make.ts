import type { MadeDocument } from '#shared/contract/documents.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import { figuresOf } from '#shared/domain/documents/snapshot.ts'
import { ok } from '#shared/kit/result.ts'
import type { JobContext } from '../service.ts'
import { type DocumentChoice, prepare } from './prepare.ts'
import { recordMade } from './record-made.ts'
import { refuseIncomplete, renderMade } from './render-made.ts'
import { checkWritable, placeStaged, resolveWordFile, stageFile } from './write-file.ts'

type MakeContext = Pick<JobContext, 'store' | 'resources' | 'today' | 'signal' | 'progress' | 'newId'>

/** Gathers, composes, lays out and writes one document, and records it with its figures; all or nothing. */
export async function makeDocument(
  { store, resources, today, signal, progress, newId }: MakeContext,
  input: DocumentChoice & { readonly out: string },
): Promise<AppResult<MadeDocument>> {
  const file = resolveWordFile(input.out)
  if (!file.ok) return file
  const writable = checkWritable(file.value)
  if (!writable.ok) return writable
  progress({ step: 'Đang lấy số liệu', done: 0, total: 3 })
  const prepared = prepare(store, resources, input, today())
  if (!prepared.ok) return prepared
  const { type, facts, problems } = prepared.value
  const complete = refuseIncomplete(prepared.value)
  if (!complete.ok) return complete
  progress({ step: 'Đang soạn văn bản', done: 1, total: 3 })
  const tree = type.compose(facts)
  const id = newId()
  const bytes = await renderMade(id, prepared.value, tree)
  if (signal.aborted) return fail('CANCELLED')
  progress({ step: 'Đang ghi tệp', done: 2, total: 3 })
  const staged = stageFile(file.value, bytes)
  if (!staged.ok) return staged

  const placed = placeStaged(staged.value, () =>
    store.write({ kind: 'documents.make', label: `Tạo ${tree.title}` }, (tx) => {
      recordMade(tx, { id, prepared: prepared.value, tree, bytes, file: file.value })
      // Last of all: a document that cannot be recorded is not left lying about, nor a record without its document.
      staged.value.place()
      return null
    }),
  )
  if (!placed.ok) return placed
  progress({ step: 'Đã xong', done: 3, total: 3 })
  return ok({
    type: type.id,
    file: file.value,
    title: tree.title,
    plan: facts.plan.code,
    unit: facts.scope.unit.code,
    asOf: facts.asOf,
    figures: figuresOf(tree).length,
    problems,
  })
}
