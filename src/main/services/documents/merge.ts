import type { AppResult } from '#shared/contract/errors.ts'
import type { PreviewDocument } from '#shared/domain/documents/preview.ts'
import type { OfficialDocument } from '#shared/domain/documents/tree.ts'
import { ok } from '#shared/kit/result.ts'
import { readForeignPages } from '../../exchange/parse/read-word.ts'
import type { JobContext } from '../service.ts'
import { batchWords } from './batch-words.ts'
import type { Prepared } from './prepare.ts'
import { findFonts } from '../../documents/pdf/fonts.ts'
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
  context: Pick<JobContext, 'resources' | 'clock' | 'foreign'>,
  { file, kind }: DocumentFile,
  papers: readonly MergedPaper[],
  prepared: Prepared,
): Promise<AppResult<null>> {
  const title = batchWords.mergedTitle(prepared.type.title, prepared.facts.plan.name)
  const trees = papers.map(({ tree }) => tree)
  const bytes =
    kind === 'pdf'
      ? await renderPages(context, papers, title, prepared)
      : ok(await renderWord(context.resources, mergeTrees(trees, title), trees.length, prepared))
  if (!bytes.ok) return bytes
  const staged = stageFile(file, bytes.value)
  return staged.ok ? placeStaged(staged.value, () => staged.value.place()) : staged
}

/** A composed document, or the file that stands for it: what a clerk changed by hand, or what was issued. */
interface MergedPaper {
  readonly tree: OfficialDocument
  readonly stands: string | null
}

/** The pages of all papers; those of a file that stands are read from it, as it will be sent. */
async function renderPages(
  { resources, clock, foreign }: Pick<JobContext, 'resources' | 'clock' | 'foreign'>,
  papers: readonly MergedPaper[],
  title: string,
  { rules }: Prepared,
): Promise<AppResult<Uint8Array>> {
  const [{ writePdf }, { buildPreview }] = await Promise.all([
    import('../../documents/pdf/write-pdf.ts'),
    import('../../documents/preview/build-preview.ts'),
  ])
  const fonts = findFonts(resources)
  const whole: PreviewDocument[] = []
  for (const { tree, stands } of papers) {
    if (stands === null) {
      whole.push(buildPreview(tree, rules))
      continue
    }
    const pages = await readForeignPages(foreign.start, stands)
    if (!pages.ok) return pages
    whole.push(pages.value)
  }
  const [first] = whole
  if (first === undefined) throw new Error('a merged file has papers')
  const merged = { ...first, title, sections: whole.flatMap(({ sections }) => sections) }
  return ok(await writePdf(merged, fonts, clock()))
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
