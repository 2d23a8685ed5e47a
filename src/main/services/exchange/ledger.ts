import type { PackageRow } from '#shared/contract/exchange-rows.ts'
import { isPackageKind, type PackageHead, type PackageKind } from '#shared/domain/exchange/content.ts'
import { readSteps } from '../../db/queries/steps.ts'
import type { ReadStore } from '../../db/store.ts'
import { codesOf } from './former-codes.ts'

type Sqlite = Pick<ReadStore, 'sqlite'>['sqlite']

/** What a package says of itself, as answers of the contract tell it. */
export function tellHead({ id, kind, from, to, period, plan, sequence, base }: PackageHead) {
  return {
    id,
    kind,
    from: { ...from },
    to: { ...to },
    period: period === null ? null : { ...period },
    plan,
    sequence,
    base,
  }
}

/** A line of the log of what went in and out. */
export interface LedgerEntry {
  readonly head: PackageHead
  readonly direction: 'in' | 'out'
  readonly carrier: 'package' | 'form'
  readonly fileName: string
  readonly sha256: string
  readonly state: 'made' | 'applied' | 'waiting'
  readonly at: string
  readonly who: string
  readonly count: number
  readonly rows: number
  readonly counts: Counts
  readonly operationId: string | null
}

export interface Counts {
  readonly created: number
  readonly updated: number
  readonly deleted: number
  readonly unchanged: number
  readonly clashes: number
}

export const NO_COUNTS: Counts = { created: 0, updated: 0, deleted: 0, unchanged: 0, clashes: 0 }

/** Writes the line, or the newer one of the same package in its place: it was undone, or it waited. */
export function writeLedger(sqlite: Sqlite, entry: LedgerEntry): void {
  const { head, counts } = entry
  sqlite
    .prepare(
      `INSERT OR REPLACE INTO packages (id, direction, kind, carrier, from_unit, from_name, from_site, to_unit, to_name,
         to_site, period_from, period_to, plan_code, sequence, base, answers, file_name, sha256, state, at, who, count,
         row_count, created, updated, deleted, unchanged, clashes, operation_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      head.id,
      entry.direction,
      head.kind,
      entry.carrier,
      head.from.unit,
      head.from.name,
      head.from.site,
      head.to.unit,
      head.to.name,
      head.to.site,
      head.period?.from ?? null,
      head.period?.to ?? null,
      head.plan,
      head.sequence,
      head.base,
      head.answers,
      entry.fileName,
      entry.sha256,
      entry.state,
      entry.at,
      entry.who,
      entry.count,
      entry.rows,
      counts.created,
      counts.updated,
      counts.deleted,
      counts.unchanged,
      counts.clashes,
      entry.operationId,
    )
}

interface Stored {
  id: string
  direction: 'in' | 'out'
  kind: string
  carrier: 'package' | 'form'
  from_unit: string
  from_name: string
  from_site: string | null
  to_unit: string
  to_name: string
  to_site: string | null
  period_from: string | null
  period_to: string | null
  plan_code: string | null
  sequence: number
  base: string | null
  answers: string | null
  file_name: string
  sha256: string
  state: 'made' | 'applied' | 'waiting'
  at: string
  who: string
  count: number
  row_count: number
  created: number
  updated: number
  deleted: number
  unchanged: number
  clashes: number
  operation_id: string | null
  open: number
}

const SELECT = `SELECT p.*, (SELECT COUNT(*) FROM exchange_clashes c WHERE c.package_id = p.id) AS open FROM packages p`

/** A package with what became of it; `count` is for the making of later ones. */
export interface KnownPackage extends PackageRow {
  readonly count: number
  readonly sha256: string
}

export function findPackage(store: ReadStore, id: string): KnownPackage | null {
  const row = store.sqlite.prepare<[string], Stored>(`${SELECT} WHERE p.id = ?`).get(id)
  return row === undefined ? null : toRow(store, row)
}

/** Newest first. */
export function listPackages(
  store: ReadStore,
  { unit, kind, limit }: { readonly unit: string | null; readonly kind: PackageKind | null; readonly limit: number },
): KnownPackage[] {
  return store.sqlite
    .prepare<unknown[], Stored>(
      `${SELECT} WHERE (:unit IS NULL OR p.from_unit IN (SELECT value FROM json_each(:unit))
           OR p.to_unit IN (SELECT value FROM json_each(:unit))) AND (:kind IS NULL OR p.kind = :kind)
       ORDER BY p.at DESC, p.rowid DESC LIMIT :limit`,
    )
    .all({ unit: unit === null ? null : codesOf(store.sqlite, unit), kind, limit })
    .map((row) => toRow(store, row))
}

function toRow(store: ReadStore, row: Stored): KnownPackage {
  const { kind } = row
  if (!isPackageKind(kind)) throw new Error(`packages: kind ${kind}`)
  const isUndone = row.state === 'applied' && row.operation_id !== null && !readSteps(store).canUndo(row.operation_id)
  return {
    id: row.id,
    direction: row.direction,
    kind,
    carrier: row.carrier,
    from: { unit: row.from_unit, name: row.from_name, site: row.from_site },
    to: { unit: row.to_unit, name: row.to_name, site: row.to_site },
    period: row.period_from === null || row.period_to === null ? null : { from: row.period_from, to: row.period_to },
    plan: row.plan_code,
    sequence: row.sequence,
    base: row.base,
    answers: row.answers,
    file: row.file_name,
    state: isUndone ? 'undone' : row.state,
    at: row.at,
    who: row.who,
    rows: row.row_count,
    created: row.created,
    updated: row.updated,
    deleted: row.deleted,
    unchanged: row.unchanged,
    clashes: row.clashes,
    open: row.open,
    operationId: row.operation_id,
    count: row.count,
    sha256: row.sha256,
  }
}

/** Packages between this file and a unit about one thing, newest first. */
export function readStream(
  store: ReadStore,
  head: Pick<PackageHead, 'kind' | 'period' | 'plan'>,
  unit: string,
  direction: 'in' | 'out',
): KnownPackage[] {
  const column = direction === 'in' ? 'from_unit' : 'to_unit'
  return store.sqlite
    .prepare<unknown[], Stored>(
      `${SELECT} WHERE p.direction = ? AND p.${column} IN (SELECT value FROM json_each(?)) AND p.kind = ? AND p.period_from IS ? AND p.period_to IS ?
         AND p.plan_code IS ? ORDER BY p.rowid DESC`,
    )
    .all(
      direction,
      codesOf(store.sqlite, unit),
      head.kind,
      head.period?.from ?? null,
      head.period?.to ?? null,
      head.plan,
    )
    .map((row) => toRow(store, row))
}

/** Whether anything ever came from a unit. */
export function wasHeardFrom(store: ReadStore, unit: string): boolean {
  return (
    store.sqlite
      .prepare(
        `SELECT 1 FROM packages WHERE direction = 'in' AND state = 'applied'
           AND from_unit IN (SELECT value FROM json_each(?))`,
      )
      .get(codesOf(store.sqlite, unit)) !== undefined
  )
}

export function sitesOf(store: ReadStore, unit: string): string[] {
  return store.sqlite
    .prepare<[string], string>('SELECT id FROM sites WHERE unit_code IN (SELECT value FROM json_each(?))')
    .pluck()
    .all(codesOf(store.sqlite, unit))
}
