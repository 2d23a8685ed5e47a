import type { SearchKind } from '#shared/contract/search.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import { RANK, searchText } from '#shared/domain/text/search.ts'
import type { SqliteDatabase } from '../load-sqlite.ts'
import { readSearchedBeside } from '../search-index.ts'
import type { ReadStore } from '../store.ts'
import type { RankedHit } from './search-listed.ts'

/** What a row of a large table is listed as; `from` names its table `row`. */
interface Listed {
  readonly kind: SearchKind
  readonly table: string
  readonly select: string
  readonly from: string
}

interface ListedRow {
  readonly code: string | null
  readonly title: string
  /** Joined by " · "; empty ones are left out. */
  readonly first: string | null
  readonly second: string | null
}

const LISTED: readonly Listed[] = [
  {
    kind: 'enterprise',
    table: 'enterprises',
    select: 'row.tax_code AS code, row.name AS title, u.name AS first, row.address AS second',
    from: 'enterprises AS row LEFT JOIN units u ON u.id = row.unit_id',
  },
  {
    kind: 'union',
    table: 'grassroots_unions',
    select: 'NULL AS code, row.name AS title, u.name AS first, row.founded_on AS second',
    from: 'grassroots_unions AS row LEFT JOIN units u ON u.id = row.unit_id',
  },
  {
    kind: 'person',
    table: 'people',
    select: 'NULL AS code, row.full_name AS title, row.position AS first, u.name AS second',
    from: 'people AS row LEFT JOIN units u ON u.id = row.unit_id',
  },
  {
    kind: 'document',
    table: 'documents',
    select: 'row.type AS code, row.title AS title, p.name AS first, row.as_of AS second',
    from: 'documents AS row LEFT JOIN plans p ON p.id = row.plan_id',
  },
]

/**
 * Finds in the index of texts (search-index.ts): read from one end to the other, which takes some 30 ms for a
 * hundred thousand rows and finds the middle of a word as well as its beginning.
 */
export function readIndexed(
  { sqlite }: Pick<ReadStore, 'sqlite'>,
  query: string,
  kinds: ReadonlySet<SearchKind>,
  limit: number,
): RankedHit[] {
  return LISTED.filter(({ kind }) => kinds.has(kind)).flatMap((listed) => find(sqlite, listed, query, limit))
}

function find(sqlite: SqliteDatabase, listed: Listed, query: string, limit: number): RankedHit[] {
  const words = [...new Set(query.split(' '))]
  const every = (test: (at: number) => string): string => words.map((_, at) => `(${test(at)})`).join(' AND ')
  // The title is the text up to the first line's end; within it every word begins after a space.
  const inTitle = (place: string): string => `${place} BETWEEN 1 AND instr(text, :line)`
  // The second line holds the codes; a chair or an address in the third begins nothing.
  const firstCode = (place: string): string => `instr(text, ${place}) = instr(text, :line)`
  const begins = ` ${query}`
  const exact = `${begins} \n`
  const found = sqlite
    .prepare<[Record<string, string | number>], { id: string; rank: number }>(
      // What every row is held against is put together here, once, and not by SQLite for each of them.
      `SELECT row_id AS id, CASE
         WHEN substr(text, 1, :exactLength) = :exact OR ${firstCode(':exactCode')} THEN ${RANK.exact}
         WHEN substr(text, 1, :beginsLength) = :begins OR ${firstCode(':beginsCode')} THEN ${RANK.begins}
         WHEN ${inTitle('instr(text, :begins)')} THEN ${RANK.phrase}
         WHEN ${every((at) => inTitle(`instr(text, :s${at})`))} THEN ${RANK.words}
         WHEN ${every((at) => inTitle(`instr(text, :w${at})`))} THEN ${RANK.inside}
         WHEN instr(text, :begins) THEN ${RANK.beside}
         ELSE ${RANK.elsewhere} END AS rank
       FROM search_entries WHERE table_name = :table AND ${every((at) => `instr(text, :w${at})`)}
       ORDER BY rank, text LIMIT :limit`,
    )
    .all({
      table: listed.table,
      limit,
      line: '\n',
      exact,
      exactLength: exact.length,
      exactCode: `\n${exact}`,
      begins,
      beginsLength: begins.length,
      beginsCode: `\n${begins}`,
      ...Object.fromEntries(
        words.flatMap((word, at) => [
          [`w${at}`, word],
          [`s${at}`, ` ${word}`],
        ]),
      ),
    })
  const read = sqlite.prepare<[string], ListedRow>(`SELECT ${listed.select} FROM ${listed.from} WHERE row.id = ?`)
  return found.flatMap(({ id, rank }): RankedHit[] => {
    const row = read.get(id)
    if (row === undefined) return []
    const second = row.second !== null && /^\d{4}-\d\d-\d\d$/.test(row.second) ? formatDate(row.second) : row.second
    const shown = [row.first, second].filter((part) => part !== null && part !== '')
    const beside = rank >= RANK.beside ? whyFound(sqlite, listed.table, id, words, [row.title, ...shown]) : []
    const subtitle = [...beside, ...shown].join(' · ')
    return [{ kind: listed.kind, code: row.code ?? id, title: row.title, subtitle, id, rank }]
  })
}

/** The chair, the address …: what holds the words that nothing shown holds, so that a find does not look like a mistake. */
function whyFound(
  sqlite: SqliteDatabase,
  table: string,
  id: string,
  words: readonly string[],
  shown: readonly (string | null)[],
): readonly string[] {
  const told = searchText(shown.join(' '))
  const missing = words.filter((word) => !told.includes(word))
  if (missing.length === 0) return []
  return readSearchedBeside(sqlite, table, id).filter((text) => {
    const searched = searchText(text)
    return !told.includes(searched) && missing.some((word) => searched.includes(word))
  })
}
