import type { IndicatorRow } from '#shared/contract/indicators.ts'
import type { SheetCell, SheetRow } from '#shared/contract/targets.ts'
import { toRoman } from '#shared/domain/text/roman.ts'
import { subtractDecimals } from '#shared/kit/fraction.ts'
import { targetsText } from '#renderer/text/targets.ts'

export type TargetCells = Readonly<Record<string, SheetCell>>

/** A row of the grid: the sheet's own, or a line that compares the units below with the number above them. */
export interface TargetGridRow {
  readonly level: SheetRow['level']
  readonly unit: string | null
  readonly name: string
  readonly depth: number
  readonly parent: string | null
  /** One per assigner shown, the main one first. */
  readonly sets: readonly TargetCells[]
  readonly index: string
  /** Code of the type a unit is listed under: what group rows add up. */
  readonly group: string | null
  /** The row whose own number the units below are held against; null on all other rows. */
  readonly differenceOf: TargetGridRow | null
}

export interface SplitTable {
  readonly rows: readonly TargetGridRow[]
  readonly totals: readonly TargetGridRow[]
  readonly root: TargetGridRow | null
}

export function rowKey(row: TargetGridRow): string {
  if (row.differenceOf !== null) return row.differenceOf.depth === 0 ? 'difference' : `difference:${row.unit ?? ''}`
  return `${row.level}:${row.unit ?? ''}`
}

/**
 * Numbers the rows as annexes do (I, II for groups; 1, 2 inside) and takes TỔNG CỘNG to the foot. Behind a unit
 * whose units have targets too stands a line with what is left of its own number.
 */
export function splitTable(sheet: readonly SheetRow[]): SplitTable {
  let group = 0
  let unit = 0
  let groupCode: string | null = null
  const body: TargetGridRow[] = []
  const totals: TargetGridRow[] = []
  /** Units with a number of their own above others, still open. */
  const parents: TargetGridRow[] = []
  const close = (depth: number): void => {
    for (let last = parents.at(-1); last !== undefined && last.depth >= depth; last = parents.at(-1)) {
      body.push(differenceRow(last))
      parents.pop()
    }
  }
  for (const { level, unit: code, name, depth, parent, sets } of sheet) {
    const row = { level, unit: code, name, depth, parent, sets, index: '', group: groupCode, differenceOf: null }
    if (level !== 'unit') {
      close(1)
      if (level === 'total') totals.push({ ...row, group: null })
      else {
        group += 1
        unit = 0
        groupCode = code
        body.push({ ...row, group: null, index: toRoman(group) })
      }
      continue
    }
    close(depth)
    if (depth === 1) unit += 1
    const listed: TargetGridRow = { ...row, index: depth === 1 ? String(unit) : '' }
    body.push(listed)
    if (depth > 0 && isHeldAgainst(listed)) parents.push(listed)
  }
  close(1)
  const root = body.find(({ level, depth }) => level === 'unit' && depth === 0) ?? null
  const [total] = totals
  if (root !== null && total !== undefined) totals.push({ ...differenceRow(root), sets: total.sets })
  return { rows: body, totals, root }
}

function isHeldAgainst({ sets }: TargetGridRow): boolean {
  return sets.some((cells) => Object.values(cells).some(({ own, ofChildren }) => own !== null && ofChildren !== null))
}

function differenceRow(of: TargetGridRow): TargetGridRow {
  const name = of.depth === 0 ? targetsText.differenceRow : targetsText.differenceRowOf(of.name)
  return { ...of, name, index: '', differenceOf: of }
}

/**
 * What a unit's own number has left to give to those below: positive = not yet given; null without an own number.
 * A ratio is not given out in parts, so it has no rest.
 */
export function differenceOf(
  owner: TargetGridRow | null,
  given: TargetGridRow,
  { code, kind }: Pick<IndicatorRow, 'code' | 'kind'>,
  set = 0,
): number | null {
  const wanted = owner?.sets[set]?.[code]?.own ?? null
  if (wanted === null || kind === 'ratio') return null
  const cell = given.sets[set]?.[code]
  // Beside the main assigner stand others who ask it of the whole only: what they left ungiven is no rest. Nor is
  // what a unit's own units have no number of at all: it was never given on.
  if (owner?.depth === 0 ? set > 0 && cell?.value == null : cell?.ofChildren == null) return null
  // At the foot the sum is TỔNG CỘNG's, behind a unit it is the sum of the units below it.
  const sum = owner?.depth === 0 ? cell?.value : cell?.ofChildren
  return subtractDecimals(wanted, sum ?? 0)
}

export function describeDifference(difference: number | null): string | null {
  if (difference === null) return null
  if (difference > 0) return targetsText.unallocated(difference)
  return difference < 0 ? targetsText.overAllocated(-difference) : targetsText.allocatedAll
}

/** Notes of a unit's targets by one assigner, each once: what the annex prints beside it. */
export function notesOf(row: TargetGridRow): readonly string[] {
  const notes = Object.values(row.sets[0] ?? {}).flatMap(({ note }) => note ?? [])
  return [...new Set(notes)]
}
