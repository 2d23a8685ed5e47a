import type { AppResult } from '#shared/contract/errors.ts'
import type { OfficialDocument } from '#shared/domain/documents/tree.ts'
import type { JobContext } from '../service.ts'
import { batchWords } from './batch-words.ts'
import type { Prepared } from './prepare.ts'
import { findFonts } from '../../documents/pdf/fonts.ts'
import { renderPdf } from './write-composed.ts'
import { checkWritable, type DocumentFile, placeStaged, resolveDocumentFile, stageFile } from './write-file.ts'

/** Looked at before the work is done. */
export function resolveMerged(out: string): AppResult<DocumentFile> {
  const target = resolveDocumentFile(out, ['docx', 'pdf'])
  if (!target.ok) return target
  const writable = checkWritable(target.value.file)
  return writable.ok ? target : writable
}

/** All documents of a batch one after another in one file, each in sections of its own with its own page numbers. */
export async function writeMerged(
  { resources, clock }: Pick<JobContext, 'resources' | 'clock'>,
  { file, kind }: DocumentFile,
  trees: readonly OfficialDocument[],
  prepared: Prepared,
): Promise<AppResult<null>> {
  const merged = mergeTrees(trees, batchWords.mergedTitle(prepared.type.title, prepared.facts.plan.name))
  const bytes =
    kind === 'pdf'
      ? await renderPdf(resources, merged, prepared, clock())
      : await renderWord(resources, merged, trees.length, prepared)
  const staged = stageFile(file, bytes)
  return staged.ok ? placeStaged(staged.value, () => staged.value.place()) : staged
}

async function renderWord(
  resources: string,
  merged: OfficialDocument,
  count: number,
  { type, facts, rules }: Prepared,
): Promise<Uint8Array> {
  const { renderDocx } = await import('../../documents/layout/render.ts')
  return renderDocx(merged, rules, findFonts(resources), {
    'Loại văn bản': type.id,
    'Kế hoạch': facts.plan.code,
    'Số văn bản gộp': String(count),
    'Số liệu đến ngày': facts.asOf,
    'Thể thức': rules.id,
  })
}

export function mergeTrees(trees: readonly OfficialDocument[], title: string): OfficialDocument {
  const [first] = trees
  return {
    type: first?.type ?? '',
    title,
    issuer: first?.issuer ?? '',
    keywords: first?.keywords ?? [],
    sections: trees.flatMap((tree, index) =>
      tree.sections.map((section) => ({ ...section, id: `${section.id}-${index + 1}` })),
    ),
  }
}
