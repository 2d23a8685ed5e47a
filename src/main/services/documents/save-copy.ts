import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { Output, ParsedInput } from '#shared/contract/index.ts'
import { ok } from '#shared/kit/result.ts'
import { readDocument, readDocuments } from '../../db/queries/document-rows.ts'
import { readForeignPages } from '../../exchange/parse/read-word.ts'
import type { JobContext } from '../service.ts'
import { checkWritable, type DocumentFile, placeStaged, resolveDocumentFile, stageFile } from './write-file.ts'

/** The issued bytes, not the file that may lie about; as PDF where the name asks for that. */
export async function saveIssued(
  context: JobContext,
  { id, out }: ParsedInput<'documents.saveIssued'>,
): Promise<AppResult<Output<'documents.saveIssued'>>> {
  const row = readDocument(context.store, id)
  if (row === null) return fail('ROW_UNKNOWN')
  if (row.content === null) return fail('DOCUMENT_NOT_ISSUED', { title: row.title })
  const bytes = Buffer.from(row.content, 'base64')
  const target = resolveDocumentFile(out, ['docx', 'pdf'])
  if (!target.ok) return target
  if (target.value.kind === 'docx') return save(target.value, bytes)
  return inTemporaryFile(bytes, (file) => savePages(context, file, target.value))
}

/** The pages of a made document as they stand now: the issued file, else what the clerk has made of the draft. */
export async function savePdf(
  context: JobContext,
  { id, out }: ParsedInput<'documents.savePdf'>,
): Promise<AppResult<Output<'documents.savePdf'>>> {
  const row = readDocument(context.store, id)
  if (row === null) return fail('ROW_UNKNOWN')
  const target = resolveDocumentFile(path.extname(out).toLowerCase() === '.pdf' ? out : `${out}.pdf`, ['pdf'])
  if (!target.ok) return target
  if (row.content !== null)
    return inTemporaryFile(Buffer.from(row.content, 'base64'), (file) => savePages(context, file, target.value))
  const file = readDocuments(context.store).find((document) => document.id === id)?.path ?? ''
  if (!fs.existsSync(file)) return fail('FILE_MISSING', { file: path.basename(file) })
  return savePages(context, file, target.value)
}

async function savePages(
  { foreign, resources, clock }: JobContext,
  file: string,
  target: DocumentFile,
): Promise<AppResult<{ file: string }>> {
  const writable = checkWritable(target.file)
  if (!writable.ok) return writable
  const pages = await readForeignPages(foreign.start, file)
  if (!pages.ok) return pages
  const [{ writePdf }, { findFonts }] = await Promise.all([
    import('../../documents/pdf/write-pdf.ts'),
    import('../../documents/pdf/fonts.ts'),
  ])
  return save(target, await writePdf(pages.value, findFonts(resources), clock()))
}

function save({ file }: DocumentFile, bytes: Uint8Array): AppResult<{ file: string }> {
  const writable = checkWritable(file)
  if (!writable.ok) return writable
  const staged = stageFile(file, bytes)
  if (!staged.ok) return staged
  const placed = placeStaged(staged.value, () => staged.value.place())
  return placed.ok ? ok({ file }) : placed
}

/** The parser reads files; what is kept in the data file is lent to it as one. */
async function inTemporaryFile<T>(bytes: Buffer, act: (file: string) => Promise<T>): Promise<T> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'chitieu-van-ban-'))
  try {
    const file = path.join(folder, 'van-ban.docx')
    fs.writeFileSync(file, bytes)
    return await act(file)
  } finally {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}
