import type { IsoDate } from '../../kit/dates.ts'
import { groupBy } from '../../kit/group-by.ts'
import type { Indicator } from '../indicators/indicator.ts'
import type { Target } from '../targets/target.ts'
import { groupByType, type TreeUnit, type TreeUnitType, type UnitGroup, type UnitTree } from '../units/tree.ts'
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
  /** Which rows are made; left out: units, the groups of the root's children, and the total. */
  readonly show?: ShownRows
  /** Units that take no part in ranks, by id: a campaign may leave some out, with a reason of its own. */
  readonly unranked?: ReadonlySet<string>
}

/**
 * groups  the root's children by unit type, as annexes list them
 * types   every unit type wherever its units stand in the tree, each unit counted once
 */
export interface ShownRows {
  /** All, or the province's own row alone. */
  readonly units: boolean | 'roots'
  readonly groups: 'groups' | 'types' | null
  readonly total: boolean
}

const ALL_ROWS: ShownRows = { units: true, groups: 'groups', total: true }

export interface Progress {
  /** By indicator, then assigner: the root, each group followed by its units, TỔNG CỘNG. */
  readonly rows: readonly ProgressRow[]
  readonly findings: readonly PercentFinding[]
  /** By id: units that have a target, their own or their children's. */
  readonly asked: ReadonlySet<string>
  /** By id: the last day anything a unit shows speaks of. */
  readonly spoke: ReadonlyMap<string, IsoDate>
}

export const TOTAL_NAME = 'TỔNG CỘNG'

/** Progress of a plan as of a day: every row that has a target or a result, with percent, remaining and rank. */
export function buildProgress(input: ProgressInput): Progress {
  const rows: ProgressRow[] = []
  const findings: PercentFinding[] = []
  const asked = new Set<string>()
  const spoke = new Map<string, IsoDate>()
  const note = (cells: ReadonlyMap<string, ProgressCell>): void => {
    for (const [id, { target, result }] of cells) {
      if (target !== null && target.value !== null) asked.add(id)
      const day = result?.asOf ?? null
      if (day !== null && day > (spoke.get(id) ?? '')) spoke.set(id, day)
    }
  }
  const blocksByIndicator = groupTargets(input)
  for (const indicator of input.indicators) {
    const blocks = blocksByIndicator.get(indicator.code) ?? []
    const columns = blocks.map((block) => ({ block, cells: cellsOf(input, block) }))
    for (const { block, cells } of columns) {
      rows.push(...rowsOf(input, block, cells))
      note(cells)
    }
    findings.push(...findWrongPercents(columns))
    if (blocks.length === 0 && isCountedUnasked(indicator)) continue
    const apart: Block = { indicator, assigner: null, kind: null, basis: input.window.basis, targets: new Map() }
    const cells = cellsOf(input, apart, new Set(columns.flatMap((column) => [...column.cells.keys()])))
    rows.push(...rowsOf(input, apart, cells))
    note(cells)
  }
  return { rows, findings, asked, spoke }
}

/** Ratios counted from the survey exist for every threshold; they are shown where somebody set a target. */
function isCountedUnasked({ formula }: Indicator): boolean {
  return formula !== null && 'enterprises' in formula
}

/** The rows of one block in the order of annexes: the root, each group with its units below it, TỔNG CỘNG. */
function rowsOf(input: ProgressInput, block: Block, cells: ReadonlyMap<string, ProgressCell>): readonly ProgressRow[] {
  const { tree, unranked } = input
  const show = input.show ?? ALL_ROWS
  const ranked = show.units === 'roots' ? tree.roots.flatMap(({ id }) => cells.get(id) ?? []) : [...cells.values()]
  const ranks = show.units === false ? NO_RANKS : rankCells(ranked, unranked)
  const rows: ProgressRow[] = []
  const addUnit = (unit: TreeUnit): void => {
    const cell = cells.get(unit.id)
    if (cell !== undefined) rows.push(makeRow(block, 'unit', cell, ranks.get(unit.id) ?? null))
  }
  const visit = (unit: TreeUnit): void => {
    addUnit(unit)
    for (const child of tree.childrenOf(unit.id)) visit(child)
  }
  const summed = summedCells(tree, cells)
  const anyTargeted = summed.some(isTargeted)
  const addGroup = ({ type, units }: UnitGroup): void => {
    const members = units.flatMap((unit) => cells.get(unit.id) ?? [])
    if (members.length === 0) return
    const owner = { id: type.id, code: type.code, name: type.groupTitle }
    rows.push(makeRow(block, 'group', sumCells(block.indicator, members, owner, anyTargeted), null))
  }
  for (const root of tree.roots) {
    if (show.units !== false) addUnit(root)
    if (show.groups === null && show.units !== true) continue
    for (const group of groupByType(tree.childrenOf(root.id), input.unitTypes)) {
      if (show.groups === 'groups') addGroup(group)
      if (show.units === true) for (const unit of group.units) visit(unit)
    }
  }
  if (show.groups === 'types') for (const group of topmostByType(tree, input.unitTypes)) addGroup(group)
  if (show.total && summed.length > 0) {
    const total = sumCells(block.indicator, summed, { id: '', code: null, name: TOTAL_NAME }, anyTargeted)
    rows.push(makeRow(block, 'total', total, null))
  }
  return rows
}

const NO_RANKS: ReadonlyMap<string, number> = new Map()

/** All units by type; one that stands below another of its own type is a part of that one's figure already. */
function topmostByType(tree: UnitTree, types: readonly TreeUnitType[]): readonly UnitGroup[] {
  const isTopmost = (unit: TreeUnit): boolean => {
    for (
      let above = tree.byId.get(unit.parentId ?? '');
      above !== undefined;
      above = tree.byId.get(above.parentId ?? '')
    )
      if (above.typeId === unit.typeId) return false
    return true
  }
  return groupByType(tree.units.filter(isTopmost), types)
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
function rankCells(
  cells: readonly ProgressCell[],
  unranked: ReadonlySet<string> = new Set(),
): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>()
  for (const [, level] of groupBy(cells, (cell) => cell.depth)) {
    const candidates = level.flatMap((cell) => {
      if (unranked.has(cell.owner.id)) return []
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
