import type { AppResult } from '#shared/contract/errors.ts'
import type { Output } from '#shared/contract/index.ts'
import { ok } from '#shared/kit/result.ts'
import type { JobContext } from '../service.ts'
import { type DocumentChoice, prepare } from './prepare.ts'
import { refuseIncomplete, tellMade } from './render-made.ts'
import { checkTarget, writeComposed } from './write-composed.ts'
import { resolveDocumentFile } from './write-file.ts'

/** Gathers, composes, lays out and writes one document, and records it with its figures; all or nothing. */
export async function makeDocument(
  context: JobContext,
  input: DocumentChoice & { readonly out: string },
): Promise<AppResult<Output<'documents.make'>>> {
  const { store, resources, today, progress } = context
  const target = resolveDocumentFile(input.out)
  if (!target.ok) return target
  const writable = checkTarget(target.value)
  if (!writable.ok) return writable
  progress({ step: 'Đang lấy số liệu', done: 0, total: 3 })
  const prepared = prepare(store, resources, input, today())
  if (!prepared.ok) return prepared
  const { type, facts } = prepared.value
  const complete = refuseIncomplete(prepared.value)
  if (!complete.ok) return complete
  progress({ step: 'Đang soạn văn bản', done: 1, total: 3 })
  const tree = type.compose(facts)
  const written = await writeComposed(context, target.value, prepared.value, tree)
  if (!written.ok) return written
  progress({ step: 'Đã xong', done: 3, total: 3 })
  return ok({ ...tellMade(prepared.value, tree, target.value.file), document: written.value })
}
