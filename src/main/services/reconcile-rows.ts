import type { ReconcileReport, ReconcileUnion } from '#shared/contract/reconcile.ts'
import { codesOfFormula, type Indicator } from '#shared/domain/indicators/indicator.ts'
import type { CountWindow } from '#shared/domain/results/as-of.ts'
import type { EntriesByUnit } from '#shared/domain/results/inherit.ts'
import type { Reconciliation } from '#shared/domain/results/reconcile-pair.ts'
import { type UnionReconcileInput, unionsCounted } from '#shared/domain/results/reconcile-unions.ts'
import type { ReportedEntry } from '#shared/domain/results/reported-entry.ts'
import { usedEntries } from '#shared/domain/results/sources.ts'
import type { TreeUnit } from '#shared/domain/units/tree.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { readOrigins } from '../db/queries/report-files.ts'
import type { StoredEntry } from '../db/queries/reports.ts'
import type { ReadStore } from '../db/store.ts'

/** The rows one of the two numbers rests on. */
export interface SideRows {
  readonly reports: ReconcileReport[]
  readonly unions: ReconcileUnion[]
}

export interface RowSearch extends Pick<UnionReconcileInput, 'tree' | 'unionsOf' | 'continued'> {
  readonly store: Pick<ReadStore, 'sqlite'>
  readonly indicators: ReadonlyMap<string, Indicator>
  readonly entriesOf: (code: string) => EntriesByUnit
  readonly window: CountWindow
  readonly day: IsoDate
}

export const NO_ROWS: SideRows = { reports: [], unions: [] }

/** What each side of a pair comes from: reports with their cells, unions with their decisions. Targets have none here. */
export function rowsBehind(
  search: RowSearch,
  row: Reconciliation,
): { readonly left: SideRows; readonly right: SideRows } {
  const unit = search.tree.byId.get(row.unitId)
  if (unit === undefined || row.kind === 'target') return { left: NO_ROWS, right: NO_ROWS }
  const on = row.asOf ?? search.day
  const told = row.told.codes.flatMap((code) => (row.kind === 'nets' ? below : own)(search, unit, code, on))
  const left = { reports: publish(search, told), unions: [] }
  const indicator = search.indicators.get(row.indicator)
  if (row.kind === 'unions' && indicator !== undefined)
    return { left, right: { reports: [], unions: unionsCounted(search, unit, indicator, on).map(tellUnion) } }
  const computed =
    row.kind === 'nets'
      ? search.tree.childrenOf(unit.id).flatMap((child) => netParts(search, child, indicator, on))
      : row.kind === 'children'
        ? search.tree.childrenOf(unit.id).flatMap((child) => below(search, child, row.indicator, on))
        : row.kind === 'stock'
          ? levelAndMoves(search, unit, row, on)
          : row.computed.codes.flatMap((code) => below(search, unit, code, on))
  return { left, right: { reports: publish(search, computed), unions: [] } }
}

interface Found {
  readonly unit: TreeUnit
  readonly code: string
  readonly entry: ReportedEntry
}

/** What the unit itself told that counts on a day. */
function own({ indicators, entriesOf, window }: RowSearch, unit: TreeUnit, code: string, on: IsoDate): Found[] {
  const kind = indicators.get(code)?.kind
  const entries = entriesOf(code).get(unit.id)
  if (kind === undefined || entries === undefined) return []
  return usedEntries(entries, kind, window, on)
    .filter(({ use }) => use === 'counted')
    .map(({ entry }) => ({ unit, code, entry }))
}

/** The same, or where it told nothing what the units below it did; of a figure with a formula its parts. */
function below(search: RowSearch, unit: TreeUnit, code: string, on: IsoDate): Found[] {
  const told = own(search, unit, code, on)
  if (told.length > 0) return told
  const parts = search.tree.childrenOf(unit.id).flatMap((child) => below(search, child, code, on))
  if (parts.length > 0) return parts
  return codesOfFormula(search.indicators.get(code)?.formula ?? null)
    .filter((part) => part !== code)
    .flatMap((part) => own(search, unit, part, on))
}

/** What a unit's net is made of; nothing where a part is untold, for then it has none. */
function netParts(search: RowSearch, unit: TreeUnit, indicator: Indicator | undefined, on: IsoDate): Found[] {
  const formula = indicator?.formula ?? null
  if (indicator === undefined || formula === null || !('plus' in formula)) return []
  const told = own(search, unit, indicator.code, on)
  if (told.length > 0) return told
  const parts = codesOfFormula(formula).map((code) => ({ code, found: below(search, unit, code, on) }))
  const isKnown = parts.every(({ code, found }) => found.length > 0 || formula.optional?.includes(code) === true)
  return isKnown ? parts.flatMap(({ found }) => found) : []
}

/** The level a stock starts from, and what came and went after its day. */
function levelAndMoves(
  search: RowSearch,
  unit: TreeUnit,
  { indicator, opening, computed }: Reconciliation,
  on: IsoDate,
) {
  const since = opening?.on ?? ''
  const start = (search.entriesOf(indicator).get(unit.id) ?? []).filter(({ asOf }) => asOf === since)
  const moves = computed.codes
    .flatMap((code) => below(search, unit, code, on))
    .filter(({ entry }) => entry.asOf > since)
  return [...start.map((entry): Found => ({ unit, code: indicator, entry })), ...moves]
}

function publish({ store }: RowSearch, found: readonly Found[]): ReconcileReport[] {
  const stored = found.flatMap(({ unit, code, entry }) => (isStored(entry) ? [{ unit, code, entry }] : []))
  const origins = readOrigins(
    store,
    stored.map(({ entry }) => entry.id),
  )
  return stored.map(({ unit, code, entry }) => {
    const origin = origins.get(entry.id)
    const { id, from, asOf, basis, value, word } = entry
    return {
      id,
      unit: unit.code,
      unitName: unit.name,
      indicator: code,
      from,
      asOf,
      basis,
      value,
      word,
      file:
        origin === undefined
          ? null
          : { id: origin.fileId, name: origin.fileName, sheet: origin.sheet, cell: origin.cell },
    }
  })
}

/** A figure somebody told; those of predecessors taken together are none. */
function isStored(entry: ReportedEntry): entry is StoredEntry {
  return 'id' in entry
}

function tellUnion(union: ReturnType<typeof unionsCounted>[number]): ReconcileUnion {
  const { id, name, unit, foundedOn, decisionNumber, endedOn } = union
  return { id, name, unit, foundedOn, decision: decisionNumber, endedOn }
}
