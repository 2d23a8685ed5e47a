import { parseTaxCodeText } from '#shared/domain/survey/tax-code.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import type { ReadStore } from '../../db/store.ts'

interface Named {
  readonly id: string
  readonly code: string | null
  readonly names: readonly string[]
}

/** What a typed word stands for; `several` when more than one thing goes by that name. */
export type Match = { readonly id: string } | 'unknown' | 'several'

/** Finds rows by id, code or name, accents and case aside; read once for all the cells of one call. */
export class KnownThings {
  private readonly byId = new Map<string, string>()
  private readonly byName = new Map<string, string | null>()

  constructor(things: readonly Named[]) {
    for (const { id, code, names } of things) {
      this.byId.set(id, id)
      if (code !== null) this.byId.set(code, id)
      for (const name of new Set(names.map(foldText))) this.byName.set(name, this.byName.has(name) ? null : id)
    }
  }

  find(text: string): Match {
    const exact = this.byId.get(text)
    if (exact !== undefined) return { id: exact }
    const named = this.byName.get(foldText(text))
    return named === undefined ? 'unknown' : named === null ? 'several' : { id: named }
  }
}

export interface UnionSurroundings {
  readonly types: KnownThings
  readonly units: KnownThings
  readonly endReasons: KnownThings
  /** Made when first asked for: there may be 100,000 enterprises, and most edits name none. */
  readonly enterprises: () => { readonly find: (text: string) => Match }
  readonly unions: () => KnownThings
}

export function readUnionSurroundings(store: Pick<ReadStore, 'sqlite'>): UnionSurroundings {
  const read = (sql: string): Named[] =>
    store.sqlite
      .prepare<[], { id: string; code: string | null; name: string; shortName: string | null }>(sql)
      .all()
      .map(({ id, code, name, shortName }) => ({ id, code, names: shortName === null ? [name] : [name, shortName] }))
  let unions: KnownThings | null = null
  return {
    types: new KnownThings(
      read(`SELECT id, code, name, short_name AS shortName FROM unit_types WHERE level = 'grassroots'`),
    ),
    units: new KnownThings(read('SELECT id, code, name, short_name AS shortName FROM units')),
    endReasons: new KnownThings(read(`SELECT id, code, name, NULL AS shortName FROM reasons WHERE kind = 'ending'`)),
    enterprises: () => ({ find: (text) => findEnterprise(store, text) }),
    unions: () => {
      unions ??= new KnownThings(read('SELECT id, NULL AS code, name, NULL AS shortName FROM grassroots_unions'))
      return unions
    },
  }
}

function findEnterprise({ sqlite }: Pick<ReadStore, 'sqlite'>, text: string): Match {
  const byId = sqlite.prepare<[string], { id: string }>('SELECT id FROM enterprises WHERE id = ?').get(text)
  if (byId !== undefined) return byId
  const { code } = parseTaxCodeText(text)
  const byCode =
    code === null
      ? undefined
      : sqlite.prepare<[string], { id: string }>('SELECT id FROM enterprises WHERE tax_code = ?').get(code)
  if (byCode !== undefined) return byCode
  const named = sqlite
    .prepare<[string], { id: string }>('SELECT id FROM enterprises WHERE name_folded = ? LIMIT 2')
    .all(foldText(text))
  const [only] = named
  return only === undefined ? 'unknown' : named.length > 1 ? 'several' : only
}
