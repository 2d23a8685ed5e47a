import type { ProgressAnswer } from '#shared/contract/results.ts'
import type { UnitRow, UnitTypeRow } from '#shared/contract/units.ts'
import { toRoman } from '#shared/domain/text/roman.ts'

export type ProgressRow = ProgressAnswer['rows'][number]

export interface ResultGridRow {
  readonly level: 'unit' | 'group' | 'total'
  readonly unit: string | null
  readonly name: string
  readonly depth: number
  readonly index: string
  /** By indicator code. */
  readonly cells: Readonly<Record<string, ProgressRow>>
}

export function rowKey(row: Pick<ResultGridRow, 'level' | 'unit'>): string {
  return `${row.level}:${row.unit ?? ''}`
}

export interface TableScope {
  readonly assigner: string
  readonly kind: string
}

/**
 * Progress rows, which come indicator by indicator, as one table: a row a unit, the root first, groups in the
 * order of annexes. Every unit of the day has a row, so that a report can be typed for it.
 */
export function tableOf(
  progress: ProgressAnswer | undefined,
  units: readonly UnitRow[],
  types: readonly UnitTypeRow[],
  scope: TableScope,
): { readonly rows: readonly ResultGridRow[]; readonly totals: readonly ResultGridRow[] } {
  const cells = new Map<string, Record<string, ProgressRow>>()
  for (const row of progress?.rows ?? []) {
    const key = rowKey(row)
    const byIndicator = cells.get(key) ?? {}
    cells.set(key, byIndicator)
    const isOurs = row.assignerCode === scope.assigner && row.kind === scope.kind
    // A result nobody of this scope set a target for is shown too, without a percent.
    if (isOurs) byIndicator[row.indicator] = row
    else byIndicator[row.indicator] ??= withoutTarget(row)
  }
  const make = (row: Omit<ResultGridRow, 'cells'>): ResultGridRow => ({ ...row, cells: cells.get(rowKey(row)) ?? {} })
  const childrenOf = (code: string | null): readonly UnitRow[] => units.filter((unit) => unit.parent === code)
  const rows: ResultGridRow[] = []
  const visit = (unit: UnitRow, depth: number, index: string): void => {
    rows.push(make({ level: 'unit', unit: unit.code, name: unit.name, depth, index }))
    for (const child of childrenOf(unit.code)) visit(child, depth + 1, '')
  }
  const [root] = childrenOf(null)
  if (root === undefined) return { rows: [], totals: [] }
  rows.push(make({ level: 'unit', unit: root.code, name: root.name, depth: 0, index: '' }))
  const closed = closedRows(progress, units)
  let groups = 0
  for (const type of types.toSorted((a, b) => a.sortOrder - b.sortOrder)) {
    const members = childrenOf(root.code).filter((unit) => unit.type === type.code)
    const ended = closed.get(type.code) ?? []
    if (members.length === 0 && ended.length === 0) continue
    groups += 1
    rows.push(make({ level: 'group', unit: type.code, name: type.groupTitle, depth: 1, index: toRoman(groups) }))
    members.forEach((unit, at) => visit(unit, 1, String(at + 1)))
    let index = members.length
    for (const { unit, name, depth } of ended) {
      if (depth === 1) index += 1
      rows.push(make({ level: 'unit', unit, name, depth, index: depth === 1 ? String(index) : '' }))
    }
  }
  for (const { unit, name, depth } of closed.get(null) ?? [])
    rows.push(make({ level: 'unit', unit, name, depth, index: '' }))
  const total = progress?.rows.find((row) => row.level === 'total')
  const totals =
    total === undefined ? [] : [make({ level: 'total', unit: total.unit, name: total.name, depth: 1, index: '' })]
  return { rows, totals }
}

/**
 * Units that are no more, and whose figures nobody took over whole, keep a row of their own in the group their figures
 * are added to, by the group's code; null: under none.
 */
function closedRows(
  progress: ProgressAnswer | undefined,
  units: readonly UnitRow[],
): ReadonlyMap<string | null, readonly ProgressRow[]> {
  const listed = new Set(units.map(({ code }) => code))
  const found = new Map<string | null, ProgressRow[]>()
  let group: string | null = null
  // A group's row stands before those of its units, the root's before all groups.
  for (const row of progress?.rows ?? []) {
    if (row.level === 'group') group = row.unit
    else if (row.level === 'total' || row.depth === 0) group = null
    else if (row.unit !== null && !listed.has(row.unit)) {
      listed.add(row.unit)
      found.set(group, [...(found.get(group) ?? []), row])
    }
  }
  return found
}

function withoutTarget(row: ProgressRow): ProgressRow {
  if (row.assigner === null) return row
  const none = { target: null, percent: null, percentText: null, remaining: null, rank: null, targetDifference: null }
  return { ...row, ...none, assigner: null, assignerCode: null, kind: null }
}
