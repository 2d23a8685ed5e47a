import type { MadeDocument } from '#shared/contract/documents.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import { figuresOf } from '#shared/domain/documents/snapshot.ts'
import type { OfficialDocument } from '#shared/domain/documents/tree.ts'
import { ok } from '#shared/kit/result.ts'
import { findFonts } from '../../documents/pdf/fonts.ts'
import type { Prepared } from './prepare.ts'

/** The property by which a file that comes back from Word is known again. */
export const DOCUMENT_ID_PROPERTY = 'Mã văn bản'

/** The Word file of a composed document. The Word writer is large; loaded here it costs nothing at start. */
export async function renderMade(
  resources: string,
  id: string,
  prepared: Prepared,
  tree: OfficialDocument,
): Promise<Uint8Array> {
  const { renderDocx } = await import('../../documents/layout/render.ts')
  const { type, facts, rules } = prepared
  return renderDocx(tree, rules, findFonts(resources), {
    [DOCUMENT_ID_PROPERTY]: id,
    'Loại văn bản': type.id,
    'Kế hoạch': facts.plan.code,
    'Đơn vị': (facts.extractOf ?? facts.scope.unit).code,
    'Số liệu đến ngày': facts.asOf,
    'Thể thức': rules.id,
  })
}

/** What keeps a document from being made, in one sentence; a warning does not. */
export function refuseIncomplete({ type, problems }: Prepared): AppResult<null> {
  const blocking = problems.filter((problem) => problem.severity === 'error')
  if (blocking.length === 0) return ok(null)
  const what = blocking.map((problem) => problem.message).join(' ')
  return fail('DOCUMENT_INCOMPLETE', { title: type.title, what }, { problems })
}

/** What was made, for whoever asked for it. */
export function tellMade({ type, facts, problems }: Prepared, tree: OfficialDocument, file: string): MadeDocument {
  return {
    type: type.id,
    file,
    title: tree.title,
    plan: facts.plan.code,
    unit: facts.scope.unit.code,
    asOf: facts.asOf,
    figures: figuresOf(tree).length,
    problems,
  }
}
