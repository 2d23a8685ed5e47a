import path from 'node:path'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { PackageContent } from '#shared/domain/exchange/content.ts'
import type { HiddenPart } from '#shared/domain/exchange/form/form-hidden.ts'
import { ok } from '#shared/kit/result.ts'
import type { ReadStore } from '../db/store.ts'
import { readFormFile, writeFormFile } from '../exchange/form/carrier.ts'
import { gatherFormFacts, openQuestionsOnly } from './exchange-form/gather-facts.ts'
import type { FormCarrier } from './exchange/form-port.ts'

/** The .xlsx form as a carrier of packages: composed with what stands in the data file, read back with what was sent. */
export const formCarrier: FormCarrier = {
  async encode({ store, clock }, content) {
    const asked = openQuestionsOnly(content)
    const made = await writeFormFile(asked, gatherFormFacts(store, asked), { made: clock() })
    if (!made.ok) return made
    keepSent(store, content.head.id, made.value.hidden, clock())
    return ok(made.value.bytes)
  },

  decode({ store, clock }, workbook, file): AppResult<PackageContent> | null {
    const read = readFormFile(workbook, {
      readAt: clock().toISOString(),
      findSent: (id) => findSent(store, id),
    })
    if (read === null) return null
    if (read.ok) return ok(read.value.content)
    // A table's sentence does not name the file; here it is known.
    return read.error.code === 'FORM_TABLE_UNREADABLE'
      ? fail('FORM_TABLE_UNREADABLE', { what: `Tệp “${path.basename(file)}”: ${read.error.message}` })
      : read
  },
}

/** The log of forms that were sent; no data, so no step of the history. */
function keepSent(store: Pick<ReadStore, 'sqlite'>, id: string, hidden: HiddenPart, at: Date): void {
  store.sqlite
    .prepare('INSERT OR REPLACE INTO sent_forms (id, version, sha256, content, sent_at) VALUES (?, ?, ?, ?, ?)')
    .run(id, hidden.version, hidden.sha256, hidden.text, at.toISOString())
}

function findSent(store: Pick<ReadStore, 'sqlite'>, id: string): HiddenPart | null {
  return (
    store.sqlite
      .prepare<[string], HiddenPart>('SELECT version, sha256, content AS text FROM sent_forms WHERE id = ?')
      .get(id) ?? null
  )
}
