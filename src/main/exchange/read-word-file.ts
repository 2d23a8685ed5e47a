import path from 'node:path'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { WordFile } from '#shared/domain/documents/word-file.ts'
import { ok } from '#shared/kit/result.ts'
import { ForeignFailure } from './foreign-failure.ts'
import { readWord } from './formats/docx.ts'
import { readBytes } from './read-foreign-file.ts'
import { recognise, type FileKind } from './recognise.ts'

/** Opens, recognises and parses a Word file of any office; runs in the parse process like every foreign file. */
export async function readWordFile(file: string): Promise<AppResult<WordFile>> {
  const name = path.basename(file)
  try {
    const bytes = readBytes(file)
    const kind = recognise(bytes)
    if (kind !== 'zip') throw new ForeignFailure('FILE_NOT_WORD', { what: nameOf(kind) })
    return ok(await readWord(bytes))
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
