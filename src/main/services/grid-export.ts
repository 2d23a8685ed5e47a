import path from 'node:path'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import { MOST_SHEET_ROWS, type gridExportContract } from '#shared/contract/grid-export.ts'
import { err, ok } from '#shared/kit/result.ts'
import { isUsableName, removeBeside, replaceWith, startBeside } from '../db/beside-file.ts'
import { startSheet, type SheetWriter } from '../exchange/formats/xlsx/write-sheet.ts'
import { checkWritable, describeFailure } from './documents/write-file.ts'
import type { Service } from './service.ts'

interface OpenExport {
  /** The file is begun with the first rows: an export that is only announced leaves nothing behind. */
  readonly writer: () => SheetWriter
  readonly begun: () => SheetWriter | null
  readonly file: string
  readonly beside: string
  usedAt: number
}

/** Exports under way, by id. A window that went away in the middle leaves its own here until the next one begins. */
const open = new Map<string, OpenExport>()
const LEFT_ALONE_MS = 10 * 60_000

export const gridExportService: Service<keyof typeof gridExportContract> = {
  'grid.export': ({ newId, clock }, { file: wanted, layout }) => {
    const file = resolveWorkbook(wanted)
    if (!file.ok) return file
    const writable = checkWritable(file.value)
    if (!writable.ok) return writable
    const now = clock().getTime()
    for (const [id, { usedAt }] of open) if (now - usedAt > LEFT_ALONE_MS) void discard(id)
    const id = newId()
    const beside = startBeside(file.value)
    let writer: SheetWriter | null = null
    open.set(id, {
      writer: () => (writer ??= startSheet(beside, layout, clock())),
      begun: () => writer,
      file: file.value,
      beside,
      usedAt: now,
    })
    return ok({ id, file: file.value })
  },

  'grid.exportRows': async ({ clock }, { id, rows }) => {
    const found = open.get(id)
    if (found === undefined) return fail('CANCELLED')
    found.usedAt = clock().getTime()
    if ((found.begun()?.count() ?? 0) + rows.length > MOST_SHEET_ROWS) {
      await discard(id)
      return fail('EXPORT_TOO_LONG', { limit: MOST_SHEET_ROWS.toLocaleString('vi-VN') })
    }
    return guard(id, found, async () => {
      const writer = found.writer()
      await writer.write(rows)
      return { rows: writer.count() }
    })
  },

  'grid.exportFinish': async (_, { id }) => {
    const found = open.get(id)
    if (found === undefined) return fail('CANCELLED')
    return guard(id, found, async () => {
      const writer = found.writer()
      await writer.finish()
      open.delete(id)
      replaceWith(found.beside, found.file)
      return { file: found.file, rows: writer.count() }
    })
  },

  'grid.exportCancel': async (_, { id }) => {
    await discard(id)
    return ok({})
  },
}

async function guard<T>(id: string, { file, beside }: OpenExport, work: () => Promise<T>): Promise<AppResult<T>> {
  try {
    return ok(await work())
  } catch (thrown) {
    await discard(id)
    removeBeside(beside)
    return err(describeFailure(thrown, file))
  }
}

async function discard(id: string): Promise<void> {
  const found = open.get(id)
  if (found === undefined) return
  open.delete(id)
  await found.begun()?.abandon()
  removeBeside(found.beside)
}

/** A full path of an Excel file: a bare name gets ".xlsx", and so does one with another ending ("Chỉ tiêu 30.6"). */
function resolveWorkbook(out: string): AppResult<string> {
  const file = path.resolve(out)
  if (/[\\/]$/.test(out)) return fail('FILE_IS_FOLDER', { file: path.basename(file) })
  const whole = path.extname(file).toLowerCase() === '.xlsx' ? file : `${file}.xlsx`
  return isUsableName(path.basename(whole)) ? ok(whole) : fail('FILE_NAME_INVALID', { file: path.basename(whole) })
}
