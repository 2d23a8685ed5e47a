import path from 'node:path'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import { editCells, turnRow } from '#shared/domain/exchange/merge/register.ts'
import { joinKnows, newStamp, type Dot } from '#shared/domain/exchange/merge/stamp.ts'
import { readStamp, writeStamp } from '#shared/domain/exchange/merge/stamp-text.ts'
import type { ContentRow, PackageContent } from '#shared/domain/exchange/content.ts'
import { ok } from '#shared/kit/result.ts'
import { readForeignWorkbook } from '../../exchange/parse/read-foreign.ts'
import type { PackageReader } from '../../exchange/parse/read-packages.ts'
import type { JobContext } from '../service.ts'
import type { Arrival } from './check-sender.ts'
import { decodeForm } from './form-port.ts'
import { withPresentUnits } from './former-codes.ts'
import { findPackage, listPackages } from './ledger.ts'

/** Reads a file of either carrier; what carries it is told by its content, not by its name. */
export async function readArrival(
  context: JobContext,
  reader: PackageReader,
  file: string,
  passphrase: string | null,
): Promise<AppResult<Arrival>> {
  const name = path.basename(file)
  const read = await reader.read(file, passphrase)
  if (!read.ok) return read
  const reading = read.value
  if (reading.carrier === 'package') {
    const { content, sha256, signature, province } = reading
    return ok({
      file: name,
      content: withPresentUnits(context.store.sqlite, content),
      carrier: 'package',
      sha256,
      signature,
      province,
    })
  }
  const workbook = await readForeignWorkbook(context.foreign.start, file, { sheet: null, signal: context.signal })
  if (!workbook.ok)
    return workbook.error.code === 'FILE_NOT_TABLE'
      ? fail('PACKAGE_FOREIGN', { file: name, what: 'một loại tệp khác' })
      : workbook
  const decoded = decodeForm(context, workbook.value, name)
  if (decoded === null) return fail('PACKAGE_FOREIGN', { file: name, what: 'bảng tính thường' })
  if (!decoded.ok) return decoded
  const content = stampForm(context, withPresentUnits(context.store.sqlite, decoded.value))
  if (content === null) return fail('PACKAGE_FORM_UNKNOWN', { file: name })
  return ok({ file: name, content, carrier: 'form', sha256: workbook.value.sha256, signature: null, province: null })
}

/**
 * What a form says are edits of what it was sent out with. Each time it comes back it is as if one more site had edited
 * its rows: it has seen what the form showed, and what its earlier returns said. Null: we never sent such a form.
 */
function stampForm({ store }: JobContext, content: PackageContent): PackageContent | null {
  const { head } = content
  const asked = head.answers === null ? null : findPackage(store, head.answers)
  if (asked === null || asked.direction !== 'out') return null
  const returns = listPackages(store, { unit: asked.to.unit, kind: null, limit: 10_000 }).filter(
    (row) => row.direction === 'in' && row.carrier === 'form' && row.answers === asked.id && row.id !== head.id,
  )
  const dot: Dot = { site: `form:${asked.id}`, count: returns.length + 1 }
  return {
    ...content,
    tables: Object.fromEntries(
      Object.entries(content.tables).map(([table, rows]) => [table, rows.map((row) => stampFormRow(row, dot))]),
    ),
  }
}

/** What the form says as it was sent out is nothing said: of such cells it knows no more than it did then. */
function stampFormRow(row: ContentRow, dot: Dot): ContentRow {
  const given = row.stamp === undefined ? null : readStamp(row.stamp)
  if (given === null) return { ...row, stamp: writeStamp(newStamp(dot.site, dot.count)) }
  const { base } = row
  const news = Object.fromEntries(
    Object.entries(row.cells).filter(([column, value]) => base === undefined || (base[column] ?? null) !== value),
  )
  const edited = editCells({ ...given, hands: {} }, base ?? {}, news, dot)
  const stamp = row.deleted === true && !edited.gone ? turnRow(edited, dot) : edited
  const lags = { ...stamp.lags }
  for (const column of Object.keys(row.cells)) if (!Object.hasOwn(news, column)) lags[column] ??= given.knows
  return {
    ...row,
    stamp: writeStamp({ ...stamp, knows: joinKnows(stamp.knows, { [dot.site]: dot.count }), lags }),
  }
}
