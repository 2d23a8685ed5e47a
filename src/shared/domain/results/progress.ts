import type { IsoDate } from '../../kit/dates.ts'
import type { Indicator } from '../indicators/indicator.ts'
import type { Target } from '../targets/target.ts'
import { groupByType, type TreeUnit, type TreeUnitType, type UnitGroup, type UnitTree } from '../units/tree.ts'
import type { CountWindow } from './as-of.ts'
import type { Figures } from './figures.ts'
import { type Block, type Cells, cellsOf, groupTargets } from './progress-block.ts'
import { type CellOwner, isTargeted, type ProgressCell, sumCells } from './progress-cell.ts'
import { makeRow, type PercentFinding, type ProgressRow } from './progress-row.ts'
import { type RankCandidate, rankOf } from './rank.ts'
import type { EntriesByUnit } from './inherit.ts'
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
  readonly entriesOf: (indicatorCode: string) => EntriesByUnit
  /** The plan's days and what its targets count by default. */
  readonly window: CountWindow
  readonly day: IsoDate
  /** False for a plan that begins with its reporting year: there both bases count the same days. */
  readonly basisMatters: boolean
  /** Which rows are made; left out: units, the groups of the root's children, and the total. */
  readonly show?: ShownRows
  /** `targets` put into columns before, by `groupTargets` over the same tree; left out: it is done here. */
  readonly grouped?: ReadonlyMap<string, readonly Block[]>
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
  const heard = createHeard(input.tree)
  const order = orderRows(input)
  const blocksByIndicator = input.grouped ?? groupTargets(input)
  for (const indicator of input.indicators) {
    const blocks = blocksByIndicator.get(indicator.code) ?? []
    const columns = blocks.map((block) => ({ block, cells: cellsOf(input, block) }))
    for (const { block, cells } of columns) {
      addRows(rows, input, order, block, cells)
      heard.note(cells)
    }
    findings.push(...findWrongPercents(columns))
    if (blocks.length === 0 && isCountedUnasked(indicator)) continue
    const apart: Block = {
      indicator,
      assigner: null,
      kind: null,
      basis: input.window.basis,
      targets: new Map(),
      rolled: null,
    }
    const cells = cellsOf(
      input,
      apart,
      columns.map((column) => column.cells),
    )
    addRows(rows, input, order, apart, cells)
    heard.note(cells)
  }
  return { rows, findings, asked: heard.asked(), spoke: heard.spoke() }
}

/** Gathers over all columns whose target is asked for and who spoke last when. */
function createHeard({ units }: UnitTree) {
  const asked = units.map(() => false)
  const spoke: IsoDate[] = units.map(() => '')
  return {
    note: (cells: Cells): void => {
      for (let place = 0; place < cells.length; place += 1) {
        const cell = cells[place]
        if (cell === undefined) continue
        if (isTargeted(cell)) asked[place] = true
        const day = cell.result?.asOf ?? null
        if (day !== null && day > (spoke[place] ?? '')) spoke[place] = day
      }
    },
    asked: () => new Set(units.flatMap(({ id }, place) => (asked[place] === true ? [id] : []))),
    spoke: () =>
      new Map(units.flatMap(({ id }, place) => (spoke[place] === '' ? [] : [[id, spoke[place] ?? ''] as const]))),
  }
}

/** Ratios counted from the survey exist for every threshold; they are shown where somebody set a target. */
function isCountedUnasked({ formula }: Indicator): boolean {
  return formula !== null && 'enterprises' in formula
}

/** The order of rows, which is the same for every column of a view. Units are told by their place in the tree. */
interface RowOrder {
  /** Each root with its children by type. */
  readonly roots: readonly { readonly place: number; readonly groups: readonly PlacedGroup[] }[]
  /** Every unit of a type wherever it stands; only where such groups are shown. */
  readonly types: readonly PlacedGroup[]
}

interface PlacedGroup {
  readonly owner: CellOwner
  readonly places: readonly number[]
}

function orderRows({ tree, unitTypes, show = ALL_ROWS }: ProgressInput): RowOrder {
  const placed = ({ type, units }: UnitGroup): PlacedGroup => ({
    owner: { id: type.id, code: type.code, name: type.groupTitle },
    places: placesOf(tree, units),
  })
  return {
    roots: tree.roots.map(({ id }) => ({
      place: tree.placeOf(id) ?? 0,
      groups: groupByType(tree.childrenOf(id), unitTypes).map(placed),
    })),
    types: show.groups === 'types' ? topmostByType(tree, unitTypes).map(placed) : [],
  }
}

function placesOf({ placeOf }: UnitTree, units: readonly TreeUnit[]): readonly number[] {
  return units.flatMap(({ id }) => placeOf(id) ?? [])
}

function cellsAt(cells: Cells, places: readonly number[]): readonly ProgressCell[] {
  const found: ProgressCell[] = []
  for (const place of places) {
    const cell = cells[place]
    if (cell !== undefined) found.push(cell)
  }
  return found
}

/** Adds the rows of one block in the order of annexes: the root, each group with its units below it, TỔNG CỘNG. */
function addRows(rows: ProgressRow[], input: ProgressInput, order: RowOrder, block: Block, cells: Cells): void {
  const { tree, unranked } = input
  const show = input.show ?? ALL_ROWS
  const ranked = show.units === 'roots' ? placesOf(tree, tree.roots) : tree.units.keys()
  const ranks = show.units === false || block.assigner === null ? NO_RANKS : rankCells(cells, ranked, unranked)
  const addUnit = (place: number): void => {
    const cell = cells[place]
    if (cell !== undefined) rows.push(makeRow(block, 'unit', cell, ranks.get(cell.owner.id) ?? null))
  }
  const visit = (place: number): void => {
    addUnit(place)
    for (const child of tree.childPlaces[place] ?? []) visit(child)
  }
  const summed = summedCells(tree, order, cells)
  const anyTargeted = summed.some(isTargeted)
  const addGroup = ({ owner, places }: PlacedGroup): void => {
    const members = cellsAt(cells, places)
    if (members.length === 0) return
    rows.push(makeRow(block, 'group', sumCells(block.indicator, members, owner, anyTargeted), null))
  }
  for (const root of order.roots) {
    if (show.units !== false) addUnit(root.place)
    if (show.groups === null && show.units !== true) continue
    for (const group of root.groups) {
      if (show.groups === 'groups') addGroup(group)
      if (show.units === true) for (const place of group.places) visit(place)
    }
  }
  for (const group of order.types) addGroup(group)
  if (show.total && summed.length > 0) {
    const total = sumCells(block.indicator, summed, { id: '', code: null, name: TOTAL_NAME }, anyTargeted)
    rows.push(makeRow(block, 'total', total, null))
  }
}

const NO_RANKS: ReadonlyMap<string, number> = new Map()

/** All units by type; one that stands below another of its own type is a part of that one's figure already. */
export function topmostByType<U extends TreeUnit>(
  tree: UnitTree<U>,
  types: readonly TreeUnitType[],
): readonly UnitGroup<U>[] {
  const isTopmost = (unit: U): boolean => {
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
function summedCells({ childPlaces }: UnitTree, { roots }: RowOrder, cells: Cells): readonly ProgressCell[] {
  const summed: ProgressCell[] = []
  for (const { place } of roots) {
    const children = cellsAt(cells, childPlaces[place] ?? [])
    summed.push(...(children.length > 0 ? children : cellsAt(cells, [place])))
  }
  return summed
}

/** Ranks by unit id, each level of the tree by itself. */
function rankCells(
  cells: Cells,
  places: Iterable<number>,
  unranked: ReadonlySet<string> = new Set(),
): ReadonlyMap<string, number> {
  const levels = new Map<number, RankCandidate[]>()
  for (const place of places) {
    const cell = cells[place]
    if (cell === undefined || cell.achieved === null || cell.shownResult === null) continue
    if (unranked.has(cell.owner.id)) continue
    const candidate = { key: cell.owner.id, achieved: cell.achieved, result: cell.shownResult }
    const level = levels.get(cell.depth)
    if (level === undefined) levels.set(cell.depth, [candidate])
    else level.push(candidate)
  }
  const ranks = new Map<string, number>()
  for (const level of levels.values()) for (const [id, rank] of rankOf(level)) ranks.set(id, rank)
  return ranks
}

interface Column {
  readonly block: Block
  readonly cells: Cells
}

/**
 * Stated percents that none of the indicator's targets bears out. A report seldom says of whose target its
 * percent is, so one that fits any assigner's is right.
 */
function findWrongPercents(columns: readonly Column[]): readonly PercentFinding[] {
  const fitting = new Set<string>()
  const findings: (PercentFinding & { readonly unitId: string })[] = []
  for (const { block, cells } of columns) {
    for (const cell of cells) {
      if (cell === undefined || cell.statement === null) continue
      const { owner, statement, target } = cell
      if (target === null || target.value === null || target.value === 0) continue
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
