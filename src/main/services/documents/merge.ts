import type { AppResult } from '#shared/contract/errors.ts'
import type { OfficialDocument } from '#shared/domain/documents/tree.ts'
import { ok } from '#shared/kit/result.ts'
import { batchWords } from './batch-words.ts'
import type { Prepared } from './prepare.ts'
import { checkWritable, placeStaged, resolveWordFile, stageFile } from './write-file.ts'

export interface MergeTarget {
  /** Absolute. */
  readonly file: string
}

/** Looked at before the work is done. */
export function resolveMerged(out: string): AppResult<MergeTarget> {
  const file = resolveWordFile(out)
  if (!file.ok) return file
  const writable = checkWritable(file.value)
  return writable.ok ? ok({ file: file.value }) : writable
}

/** All documents of a batch one after another in one file, each in sections of its own with its own page numbers. */
export async function writeMerged(
  { file }: MergeTarget,
  trees: readonly OfficialDocument[],
  { type, facts, rules }: Prepared,
): Promise<AppResult<null>> {
  const { renderDocx } = await import('../../documents/layout/render.ts')
  const bytes = await renderDocx(mergeTrees(trees, batchWords.mergedTitle(type.title, facts.plan.name)), rules, {
    'Loại văn bản': type.id,
    'Kế hoạch': facts.plan.code,
    'Số văn bản gộp': String(trees.length),
    'Số liệu đến ngày': facts.asOf,
    'Thể thức': rules.id,
  })
  const staged = stageFile(file, bytes)
  return staged.ok ? placeStaged(staged.value, () => staged.value.place()) : staged
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
