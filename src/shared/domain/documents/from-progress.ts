import type { IsoDate } from '../../kit/dates.ts'
import { exceededPercent } from '../results/percent.ts'
import type { ProgressRow } from '../results/progress-row.ts'
import { groupByType, type TreeUnit, type TreeUnitType, type UnitTree } from '../units/tree.ts'
import type { GroupFact, Measure, RegistryCounts, TargetNote, UnitFact } from './facts.ts'

/** A unit of the tree with the short name lists print. */
export interface NamedUnit extends TreeUnit {
  readonly shortName: string
}

export interface ProgressFacts {
  readonly own: readonly Measure[]
  readonly groups: readonly GroupFact[]
  readonly total: readonly Measure[]
}

export interface BesideProgress {
  /** First day of the plan: what was reported before it is no report of its results. */
  readonly planFrom: IsoDate
  /** By unit id. */
  readonly registryOf: (unitId: string) => RegistryCounts | null
  /** Results before the plan, by unit code. */
  readonly previousOf: (unitCode: string) => readonly Measure[]
  /** Notes at its targets, by unit code. */
  readonly notesOf?: (unitCode: string) => readonly TargetNote[]
  /** Of a phase: a figure of the year's total is marked, for it is another than that of the phase's own days. */
  readonly marksYear?: boolean
}

/**
 * Progress rows sorted into what documents speak of: the unit at the root of the tree, its direct children by
 * kind, and their sum. Every child valid that day is listed, with or without figures: no unit disappears.
 */
export function factsFromProgress(
  rows: readonly ProgressRow[],
  tree: UnitTree<NamedUnit>,
  unitTypes: readonly TreeUnitType[],
  beside: BesideProgress,
): ProgressFacts {
  const [root] = tree.roots
  const rowsOfUnit = new Map<string, ProgressRow[]>()
  for (const row of rows) {
    if (row.level !== 'unit' || row.unit === null) continue
    const list = rowsOfUnit.get(row.unit)
    if (list === undefined) rowsOfUnit.set(row.unit, [row])
    else list.push(row)
  }
  const marked = (row: ProgressRow, code: string): Measure =>
    beside.marksYear === true && row.basis === 'cumulative'
      ? { ...measureOf(row, code), isCumulative: true }
      : measureOf(row, code)
  const measuresOf = (code: string): Measure[] => (rowsOfUnit.get(code) ?? []).map((row) => marked(row, code))
  const children = root === undefined ? [] : tree.childrenOf(root.id)
  return {
    own: root === undefined ? [] : measuresOf(root.code),
    groups: groupByType(children, unitTypes).map(({ type, units }) => ({
      code: type.code,
      title: type.groupTitle,
      units: units.map((unit) => ({
        unit: unitFact(unit),
        hasReport: (rowsOfUnit.get(unit.code) ?? []).some(
          (row) => row.reported && row.resultAsOf !== null && row.resultAsOf >= beside.planFrom,
        ),
        measures: measuresOf(unit.code),
        registry: beside.registryOf(unit.id),
        previous: beside.previousOf(unit.code),
        notes: beside.notesOf?.(unit.code) ?? [],
      })),
      measures: rows
        .filter((row) => row.level === 'group' && row.unit === type.code)
        .map((row) => marked(row, type.code)),
    })),
    total: rows.filter((row) => row.level === 'total').map((row) => marked(row, 'TOTAL')),
  }
}

export function unitFact(unit: Pick<NamedUnit, 'code' | 'name' | 'shortName'>): UnitFact {
  return { code: unit.code, name: unit.name, shortName: unit.shortName }
}

/**
 * In a document a unit that has reported nothing shows neither 0 nor 0 %: it is named among those without a
 * report instead.
 */
export function measureOf(row: ProgressRow, unit: string): Measure {
  const silent = !row.reported
  return {
    unit,
    indicator: row.indicator,
    assigner: row.assignerCode,
    kind: row.kind,
    target: row.target,
    result:
      row.result === null || silent ? null : { value: row.result, qualifier: row.qualifier, word: row.qualifierWord },
    percent: silent ? null : row.percent,
    exceeded: silent || row.percent === null ? null : exceededPercent(row.percent),
    remaining: row.remaining,
    rank: silent ? null : row.rank,
    resultWithoutTarget: row.resultWithoutTarget,
    statedPercent: row.statedPercent,
    implied: row.implied,
  }
}
