import type { IsoDate } from '../../kit/dates.ts'
import { groupBy } from '../../kit/group-by.ts'
import type { Indicator } from '../indicators/indicator.ts'
import type { Target } from '../targets/target.ts'
import { groupByType, type TreeUnit, type TreeUnitType, type UnitTree } from '../units/tree.ts'
import type { CountWindow } from './as-of.ts'
import type { Figures } from './figures.ts'
import { achievedFraction } from './percent.ts'
import { type Block, cellsOf, groupTargets } from './progress-block.ts'
import { isTargeted, type ProgressCell, sumCells } from './progress-cell.ts'
import { makeRow, type PercentFinding, type ProgressRow } from './progress-row.ts'
import { rankOf } from './rank.ts'
import type { ReportedEntry } from './reported-entry.ts'
import { disagreement } from './stated-percent.ts'

export interface Assigner {
  readonly code: string
  readonly name: string
  readonly sortOrder: number
}

/** Everything progress is computed from, gathered before. */
export interface ProgressInput {
  readonly tree: UnitTree
  readonly unitTypes: readonly TreeUnitType[]
  /** Those to be shown, in catalogue order. */
  readonly indicators: readonly Indicator[]
  readonly assigners: readonly Assigner[]
  readonly targets: readonly Target[]
  readonly figures: Figures
  readonly entriesOf: (indicatorCode: string) => ReadonlyMap<string, readonly ReportedEntry[]>
  /** The plan's days and what its targets count by default. */
  readonly window: CountWindow
  readonly day: IsoDate
  /** False for a plan that begins with its reporting year: there both bases count the same days. */
  readonly basisMatters: boolean
}

export interface Progress {
  /** By indicator, then assigner: the root, each group followed by its units, TỔNG CỘNG. */
  readonly rows: readonly ProgressRow[]
  readonly findings: readonly PercentFinding[]
}

export const TOTAL_NAME = 'TỔNG CỘNG'

/** Progress of a plan as of a day: every row that has a target or a result, with percent, remaining and rank. */
export function buildProgress(input: ProgressInput): Progress {
  const rows: ProgressRow[] = []
  const findings: PercentFinding[] = []
  const blocksByIndicator = groupTargets(input)
  for (const indicator of input.indicators) {
    const blocks = blocksByIndicator.get(indicator.code) ?? []
    const columns = blocks.map((block) => ({ block, cells: cellsOf(input, block) }))
    for (const { block, cells } of columns) rows.push(...rowsOf(input, block, cells))
    findings.push(...findWrongPercents(columns))
    if (blocks.length === 0 && isCountedUnasked(indicator)) continue
    const apart: Block = { indicator, assigner: null, kind: null, basis: input.window.basis, targets: new Map() }
    const cells = cellsOf(input, apart, new Set(columns.flatMap((column) => [...column.cells.keys()])))
    rows.push(...rowsOf(input, apart, cells))
  }
  return { rows, findings }
}

/** Ratios counted from the survey exist for every threshold; they are shown where somebody set a target. */
function isCountedUnasked({ formula }: Indicator): boolean {
  return formula !== null && 'enterprises' in formula
}

/** The rows of one block in the order of annexes: the root, each group with its units below it, TỔNG CỘNG. */
function rowsOf(input: ProgressInput, block: Block, cells: ReadonlyMap<string, ProgressCell>): readonly ProgressRow[] {
  const { tree } = input
  const ranks = rankCells([...cells.values()])
  const rows: ProgressRow[] = []
  const visit = (unit: TreeUnit): void => {
    const cell = cells.get(unit.id)
    if (cell !== undefined) rows.push(makeRow(block, 'unit', cell, ranks.get(unit.id) ?? null))
    for (const child of tree.childrenOf(unit.id)) visit(child)
  }
  const summed = summedCells(tree, cells)
  const anyTargeted = summed.some(isTargeted)
  for (const root of tree.roots) {
    const rootCell = cells.get(root.id)
    if (rootCell !== undefined) rows.push(makeRow(block, 'unit', rootCell, ranks.get(root.id) ?? null))
    for (const { type, units } of groupByType(tree.childrenOf(root.id), input.unitTypes)) {
      const members = units.flatMap((unit) => cells.get(unit.id) ?? [])
      if (members.length > 0) {
        const group = sumCells(
          block.indicator,
          members,
          { id: type.id, code: type.code, name: type.groupTitle },
          anyTargeted,
        )
        rows.push(makeRow(block, 'group', group, null))
      }
      for (const unit of units) visit(unit)
    }
  }
  if (summed.length > 0) {
    const total = sumCells(block.indicator, summed, { id: '', code: null, name: TOTAL_NAME }, anyTargeted)
    rows.push(makeRow(block, 'total', total, null))
  }
  return rows
}

/**
 * The rows TỔNG CỘNG sums: the root's children that are listed. A province without units below it, or whose own
 * target alone is known, is its own total.
 */
function summedCells(tree: UnitTree, cells: ReadonlyMap<string, ProgressCell>): readonly ProgressCell[] {
  return tree.roots.flatMap((root) => {
    const children = tree.childrenOf(root.id).flatMap((child) => cells.get(child.id) ?? [])
    return children.length > 0 ? children : (cells.get(root.id) ?? [])
  })
}

/** Ranks by unit id, each level of the tree by itself. */
function rankCells(cells: readonly ProgressCell[]): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>()
  for (const [, level] of groupBy(cells, (cell) => cell.depth)) {
    const candidates = level.flatMap((cell) => {
      const achieved = achievedFraction(cell.exactResult, cell.target?.exact ?? null)
      if (achieved === null || cell.shownResult === null) return []
      return [{ key: cell.owner.id, achieved, result: cell.shownResult }]
    })
    for (const [id, rank] of rankOf(candidates)) ranks.set(id, rank)
  }
  return ranks
}

interface Column {
  readonly block: Block
  readonly cells: ReadonlyMap<string, ProgressCell>
}

/**
 * Stated percents that none of the indicator's targets bears out. A report seldom says of whose target its
 * percent is, so one that fits any assigner's is right.
 */
function findWrongPercents(columns: readonly Column[]): readonly PercentFinding[] {
  const fitting = new Set<string>()
  const findings: (PercentFinding & { readonly unitId: string })[] = []
  for (const { block, cells } of columns) {
    for (const { owner, statement, target } of cells.values()) {
      if (statement === null || target === null || target.value === null || target.value === 0) continue
      const computed = disagreement(statement, target.value)
      if (computed === null) fitting.add(owner.id)
      else {
        findings.push({
          kind: 'percent',
          unitId: owner.id,
          unit: owner.code ?? '',
          name: owner.name,
          indicator: block.indicator.code,
          assigner: block.assigner?.name ?? '',
          asOf: statement.asOf,
          stated: statement.percent,
          computed,
        })
      }
    }
  }
  return findings.flatMap(({ unitId, ...finding }) => (fitting.has(unitId) ? [] : [finding]))
}
