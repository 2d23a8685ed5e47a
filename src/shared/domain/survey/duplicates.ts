import type { Findings } from './findings.ts'
import type { PlacedRecord } from './settle-places.ts'
import { rootOfTaxCode } from './tax-code.ts'

export interface DuplicateGroup {
  /** Null for rows recognised by name and place. */
  readonly mst: string | null
  readonly name: string
  /** All its rows, the one that counts first. */
  readonly rows: number[]
}

export interface Deduplicated {
  readonly kept: readonly PlacedRecord[]
  readonly groups: readonly DuplicateGroup[]
  /** Rows that do not count because an earlier one does. */
  readonly duplicateRows: number
}

/**
 * Finds rows that are the same enterprise: the same MST, or without an MST the same name (legal form normalised)
 * in the same place. The first row counts, except that a row with an MST counts before one without. Rows with an
 * error take no part: an unusable first row must not hide a good second one.
 */
export function findDuplicates(records: readonly PlacedRecord[], findings: Findings): Deduplicated {
  const byCode = new Map<string, number>()
  const byName = new Map<string, number>()
  const groups = new Map<number, DuplicateGroup>()
  const dropped = new Set<number>()
  const join = (first: number, later: number): void => {
    const kept = records[first]
    const gone = records[later]
    if (kept === undefined || gone === undefined) return
    const group = groups.get(first) ?? { mst: kept.record.taxCode, name: kept.record.name, rows: [kept.record.row] }
    group.rows.push(gone.record.row)
    groups.set(first, group)
    dropped.add(later)
  }
  records.forEach((placed, index) => {
    const { record } = placed
    if (record.hasError) return
    const nameAndPlace = `${record.nameKey}|${placed.placeKey}`
    const sameCode = record.taxCode === null ? undefined : byCode.get(record.taxCode)
    const sameName = byName.get(nameAndPlace)
    if (sameCode !== undefined) {
      join(sameCode, index)
      return
    }
    if (sameName !== undefined) {
      const other = records[sameName]?.record
      if (record.taxCode === null) {
        findings.hint('sameNameNoCode', record.row, null, record.name)
        join(sameName, index)
        return
      }
      if (other?.taxCode === null) {
        // The earlier row has no MST, this one has: it says more, so it counts and takes the other's twins along.
        findings.hint('sameNameNoCode', other.row, null, other.name)
        takeOver(groups, sameName, index, records)
        dropped.add(sameName)
      } else if (other !== undefined && rootOfTaxCode(other.taxCode ?? '') !== rootOfTaxCode(record.taxCode))
        findings.hint('sameNameOtherCode', record.row, null, record.name)
    }
    if (record.taxCode !== null) byCode.set(record.taxCode, index)
    byName.set(nameAndPlace, index)
  })
  return {
    kept: records.filter((placed, index) => !dropped.has(index) && !placed.record.hasError),
    groups: [...groups.values()],
    duplicateRows: dropped.size,
  }
}

function takeOver(
  groups: Map<number, DuplicateGroup>,
  from: number,
  to: number,
  records: readonly PlacedRecord[],
): void {
  const record = records[to]?.record
  const earlier = records[from]?.record
  if (record === undefined || earlier === undefined) return
  const rows = groups.get(from)?.rows ?? [earlier.row]
  groups.delete(from)
  groups.set(to, { mst: record.taxCode, name: record.name, rows: [record.row, ...rows] })
}
