import type { PackageContent } from '#shared/domain/exchange/content.ts'
import type { ReadStore } from '../../db/store.ts'

type Sqlite = Pick<ReadStore, 'sqlite'>['sqlite']

// Files speak codes, and a code may be given anew between a file's making and its coming back: "XA-01" that is now
// "26734" by the state's list. Whoever was told under the old one still means the same unit. What a row was called is
// told by the history; nothing is kept for it.

/** Rows by codes they no longer have; a code that was several rows' in turn is the last one's. */
export function readFormerCodes(sqlite: Sqlite, table: string): ReadonlyMap<string, string> {
  return new Map(
    sqlite
      .prepare<[string], { id: string; code: string }>(
        `SELECT row_id AS id, before AS code FROM changes
         WHERE table_name = ? AND column_name = 'code' AND before IS NOT NULL ORDER BY sequence`,
      )
      .all(table)
      .map(({ id, code }) => [code, id]),
  )
}

/** The code a unit has now; the code itself where no unit has it or ever had. */
export function presentCode(sqlite: Sqlite, code: string): string {
  if (sqlite.prepare('SELECT 1 FROM units WHERE code = ?').get(code) !== undefined) return code
  const id = readFormerCodes(sqlite, 'units').get(code)
  const now =
    id === undefined
      ? undefined
      : sqlite.prepare<[string], string>('SELECT code FROM units WHERE id = ?').pluck().get(id)
  return now ?? code
}

/** All codes a unit has and had, for the logs that tell it by the one of their day. As JSON, for `json_each`. */
export function codesOf(sqlite: Sqlite, code: string): string {
  const now = presentCode(sqlite, code)
  const id = sqlite.prepare<[string], string>('SELECT id FROM units WHERE code = ?').pluck().get(now)
  const former = [...readFormerCodes(sqlite, 'units')].filter(([, unit]) => unit === id).map(([one]) => one)
  return JSON.stringify([...new Set([code, now, ...former])])
}

/**
 * A package with sender and receiver under the codes they have here: the sender may already call one otherwise, and says
 * so by the row of that unit, or may not have heard of the new code yet.
 */
export function withPresentUnits(sqlite: Sqlite, content: PackageContent): PackageContent {
  const rows = content.tables['units'] ?? []
  const find = sqlite
    .prepare<[{ id: string }], string>(
      `SELECT code FROM units WHERE id = :id
         OR id = (SELECT row_id FROM exchange_aliases WHERE table_name = 'units' AND alias_id = :id)`,
    )
    .pluck()
  const codeHere = (code: string): string => {
    const row = rows.find(({ cells, deleted }) => deleted !== true && cells['code'] === code)
    for (const id of row === undefined ? [] : [row.id, ...(row.aliases ?? [])]) {
      const here = find.get({ id })
      if (here !== undefined) return here
    }
    return presentCode(sqlite, code)
  }
  const { from, to } = content.head
  const here = { from: codeHere(from.unit), to: codeHere(to.unit) }
  if (here.from === from.unit && here.to === to.unit) return content
  return {
    ...content,
    head: { ...content.head, from: { ...from, unit: here.from }, to: { ...to, unit: here.to } },
  }
}
