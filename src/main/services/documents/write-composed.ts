import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { OfficialDocument } from '#shared/domain/documents/tree.ts'
import { ok } from '#shared/kit/result.ts'
import type { Transaction } from '../../db/store.ts'
import { sheetsOf } from '../../documents/annex/sheets-of.ts'
import { writeAnnexes } from '../../exchange/formats/xlsx/write-annex.ts'
import type { JobContext } from '../service.ts'
import type { Prepared } from './prepare.ts'
import { recordMade } from './record-made.ts'
import { renderMade } from './render-made.ts'
import { checkWritable, type DocumentFile, placeStaged, stageFile } from './write-file.ts'

type WriteContext = Pick<JobContext, 'store' | 'resources' | 'clock' | 'signal' | 'newId'>

/** Where a document is to be written, looked at before the work is done. */
export function checkTarget(target: DocumentFile): AppResult<null> {
  return checkWritable(target.file)
}

/**
 * Writes a composed document as Word, PDF or, of its tables, Excel. The Word file is recorded with its figures in the
 * same step; PDF and Excel are copies of what is composed and leave no record. Answers the id of the record.
 */
export async function writeComposed(
  context: WriteContext,
  { file, kind }: DocumentFile,
  prepared: Prepared,
  tree: OfficialDocument,
  alongside: (tx: Transaction, id: string) => void = () => undefined,
): Promise<AppResult<string | null>> {
  const id = context.newId()
  const rendered = await renderAs(context, kind, id, prepared, tree)
  if (!rendered.ok) return rendered
  const bytes = rendered.value
  if (context.signal.aborted) return fail('CANCELLED')
  const staged = stageFile(file, bytes)
  if (!staged.ok) return staged
  const placed = placeStaged(staged.value, () => {
    if (kind !== 'docx') {
      staged.value.place()
      return
    }
    context.store.write({ kind: 'documents.make', label: `Tạo ${tree.title}` }, (tx) => {
      recordMade(tx, { id, prepared, tree, bytes, file })
      alongside(tx, id)
      // Last of all: a document that cannot be recorded is not left lying about, nor a record without its document.
      staged.value.place()
      return null
    })
  })
  if (!placed.ok) return placed
  return ok(kind === 'docx' ? id : null)
}

async function renderAs(
  { resources, clock }: Pick<WriteContext, 'resources' | 'clock'>,
  kind: DocumentFile['kind'],
  id: string,
  prepared: Prepared,
  tree: OfficialDocument,
): Promise<AppResult<Uint8Array>> {
  switch (kind) {
    case 'docx':
      return ok(await renderMade(resources, id, prepared, tree))
    case 'pdf':
      return ok(await renderPdf(resources, tree, prepared, clock()))
    case 'xlsx': {
      const sheets = sheetsOf(tree, prepared.rules)
      return sheets.length === 0
        ? fail('DOCUMENT_WITHOUT_TABLE', { title: prepared.type.title })
        : ok(await writeAnnexes(sheets, tree.title, clock()))
    }
  }
}

/** The pages of a composed document, the same the window previews. */
export async function renderPdf(
  resources: string,
  tree: OfficialDocument,
  { rules }: Pick<Prepared, 'rules'>,
  made: Date,
): Promise<Uint8Array> {
  const [{ writePdf }, { buildPreview }, { findFonts }] = await Promise.all([
    import('../../documents/pdf/write-pdf.ts'),
    import('../../documents/preview/build-preview.ts'),
    import('../../documents/pdf/fonts.ts'),
  ])
  return writePdf(buildPreview(tree, rules), findFonts(resources), made)
}
