import type { EnterpriseRow } from '#shared/contract/survey.ts'
import type { ReadStore } from '../store.ts'

/** An enterprise with its current figures, and what lists are sorted and searched by. */
export interface StoredEnterprise extends EnterpriseRow {
  readonly unitId: string | null
  readonly sortKey: string
  readonly nameFolded: string
}

export interface CurrentFigures {
  workers: number | null
  women: number | null
  insured: number | null
  hasUnion: boolean | null
  members: number | null
  difficulty: string | null
}

export interface ObservedRow {
  readonly enterprise_id: string
  readonly observed_on: string
  readonly round_id: string
  readonly workers: number | null
  readonly women: number | null
  readonly insured: number | null
  readonly has_union: number | null
  readonly members: number | null
  readonly difficulty: string | null
}

/** All observations, oldest first: laid over each other in this order the last word of every column stands. */
export function iterateObservations(store: Pick<ReadStore, 'sqlite'>): IterableIterator<ObservedRow> {
  return store.sqlite
    .prepare<[], ObservedRow>(
      `SELECT enterprise_id, observed_on, round_id, workers, women, insured, has_union, members, difficulty
       FROM observations ORDER BY observed_on, id`,
    )
    .iterate()
}

/** A blank never wipes: only what the row says is laid over. */
export function layOver(figures: CurrentFigures, row: ObservedRow): void {
  figures.workers = row.workers ?? figures.workers
  figures.women = row.women ?? figures.women
  figures.insured = row.insured ?? figures.insured
  figures.hasUnion = row.has_union === null ? figures.hasUnion : row.has_union === 1
  figures.members = row.members ?? figures.members
  figures.difficulty = row.difficulty ?? figures.difficulty
}

export function emptyFigures(): CurrentFigures {
  return { workers: null, women: null, insured: null, hasUnion: null, members: null, difficulty: null }
}

type Columns = Omit<StoredEnterprise, keyof CurrentFigures | 'extra' | 'surveyedOn'> & { readonly extra: string }

/** Every enterprise of the file, in Vietnamese order of names. */
export function readEnterprises(store: Pick<ReadStore, 'sqlite'>): StoredEnterprise[] {
  const known = new Map<string, { figures: CurrentFigures; surveyedOn: string }>()
  for (const row of iterateObservations(store)) {
    const said = known.get(row.enterprise_id) ?? { figures: emptyFigures(), surveyedOn: '' }
    known.set(row.enterprise_id, said)
    said.surveyedOn = row.observed_on
    layOver(said.figures, row)
  }
  const rows = store.sqlite
    .prepare<[], Columns>(
      `SELECT e.id, e.tax_code AS taxCode, e.name, f.code AS legalForm, f.short_name AS legalFormName,
         u.code AS unitCode, u.name AS unitName, e.address, e.industry, e.phone, e.founded_on AS foundedOn,
         e.founded_text AS foundedText, e.note, e.extra, e.unit_id AS unitId, e.sort_key AS sortKey,
         e.name_folded AS nameFolded
       FROM enterprises e LEFT JOIN legal_forms f ON f.id = e.legal_form_id LEFT JOIN units u ON u.id = e.unit_id
       ORDER BY e.sort_key, e.id`,
    )
    .all()
  return rows.map((row) => {
    const said = known.get(row.id)
    return {
      ...row,
      ...(said?.figures ?? emptyFigures()),
      surveyedOn: said?.surveyedOn ?? null,
      extra: row.extra === '{}' ? {} : (JSON.parse(row.extra) as Record<string, string>),
    }
  })
}

/** Number of the newest operation: while it stands still, nothing in the file has changed. */
export function readNewestOperation(store: Pick<ReadStore, 'sqlite'>): number {
  return (
    store.sqlite.prepare<[], { newest: number }>('SELECT COALESCE(MAX(sequence), 0) AS newest FROM operations').get()
      ?.newest ?? 0
  )
}
