import path from 'node:path'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { PreviewDocument } from '#shared/domain/documents/preview.ts'
import type { WordFile } from '#shared/domain/documents/word-file.ts'
import { ok } from '#shared/kit/result.ts'
import { ForeignFailure } from './foreign-failure.ts'
import { readWord, readWordPages } from './formats/docx.ts'
import { readBytes } from './read-foreign-file.ts'
import { recognise, type FileKind } from './recognise.ts'

/** Opens, recognises and parses a Word file of any office; runs in the parse process like every foreign file. */
export function readWordFile(file: string): Promise<AppResult<WordFile>> {
  return read(file, readWord)
}

/** The same file as pages to be drawn. */
export function readWordFilePages(file: string): Promise<AppResult<PreviewDocument>> {
  return read(file, readWordPages)
}

async function read<T>(file: string, parse: (bytes: Buffer) => Promise<T>): Promise<AppResult<T>> {
  const name = path.basename(file)
  try {
    const bytes = readBytes(file)
    const kind = recognise(bytes)
    if (kind !== 'zip') throw new ForeignFailure('FILE_NOT_WORD', { what: nameOf(kind) })
    return ok(await parse(bytes))
  } catch (thrown) {
    if (thrown instanceof ForeignFailure) return fail(thrown.code, { file: name, ...thrown.places }, thrown.details)
    return fail('FILE_DAMAGED', { file: name })
  }
}

function nameOf(kind: FileKind): string {
  if (typeof kind === 'object') return kind.alien
  switch (kind) {
    case 'ole':
      return 'văn bản Word kiểu cũ hoặc tệp có mật khẩu'
    case 'html':
      return 'trang web HTML'
    case 'xmlSpreadsheet':
    case 'biff':
      return 'bảng tính'
    default:
      return 'tệp chữ thường'
  }
}
