import type { Indicator } from '../indicators/indicator.ts'
import { rollUp } from '../units/roll-up.ts'
import { groupByType, type TreeUnit, type TreeUnitType, type UnitTree } from '../units/tree.ts'
import { addTargets, combineRatioTargets, targetFigure, type TargetFigure } from './target-figure.ts'

/** A unit's own target as the grid knows it. */
export interface TableTarget {
  readonly id: string
  readonly unitId: string
  readonly indicator: string
  readonly value: number | null
  readonly locked: boolean
}

export interface TargetCell {
  readonly value: number | null
  readonly own: number | null
  readonly ofChildren: number | null
  /** Row id of the own entry; null where the value is summed. */
  readonly id: string | null
  readonly locked: boolean
}

export interface TargetTableRow {
  readonly level: 'unit' | 'group' | 'total'
  readonly unit: string | null
  readonly name: string
  readonly depth: number
  /** By indicator code. */
  readonly cells: Readonly<Record<string, TargetCell>>
}

/**
 * The grid unit × indicator of one assigner: the root, each group of its children followed by them and what is
 * below them, TỔNG CỘNG. Every unit of the tree has a row, for a target can be typed into each.
 */
export function buildTargetTable(
  tree: UnitTree,
  types: readonly TreeUnitType[],
  indicators: readonly Indicator[],
  targets: readonly TableTarget[],
  totalName: string,
): readonly TargetTableRow[] {
  const columns = indicators.flatMap((indicator) => {
    const own = new Map(
      targets.flatMap((target) => (target.indicator === indicator.code ? [[target.unitId, target]] : [])),
    )
    if (own.size === 0) return []
    const sum = (figures: readonly TargetFigure[]): TargetFigure =>
      indicator.kind === 'ratio'
        ? combineRatioTargets(figures.map((target) => ({ target, denominator: null })))
        : addTargets(figures)
    const ownFigure = (unit: TreeUnit): TargetFigure | null => {
      const target = own.get(unit.id)
      return target === undefined ? null : targetFigure(target.value)
    }
    return [{ code: indicator.code, own, sum, rolled: rollUp(tree, ownFigure, sum) }]
  })

  const unitRow = (unit: TreeUnit): TargetTableRow => {
    const cells: Record<string, TargetCell> = {}
    for (const { code, own, rolled } of columns) {
      const target = own.get(unit.id)
      const figures = rolled.get(unit.id)
      if (figures === undefined || figures.figure === null) continue
      cells[code] = {
        value: figures.figure.value,
        own: figures.own?.value ?? null,
        ofChildren: figures.ofChildren?.value ?? null,
        id: target?.id ?? null,
        locked: target?.locked ?? false,
      }
    }
    return { level: 'unit', unit: unit.code, name: unit.name, depth: tree.depthOf(unit.id), cells }
  }
  const sumRow = (
    level: 'group' | 'total',
    unit: string | null,
    name: string,
    members: readonly TreeUnit[],
  ): TargetTableRow => {
    const cells: Record<string, TargetCell> = {}
    for (const { code, sum, rolled } of columns) {
      const figures = members.flatMap((member) => rolled.get(member.id)?.figure ?? [])
      if (figures.length === 0) continue
      const { value } = sum(figures)
      cells[code] = { value, own: null, ofChildren: value, id: null, locked: false }
    }
    return { level, unit, name, depth: 1, cells }
  }

  const rows: TargetTableRow[] = []
  const visit = (unit: TreeUnit): void => {
    rows.push(unitRow(unit))
    for (const child of tree.childrenOf(unit.id)) visit(child)
  }
  for (const root of tree.roots) {
    rows.push(unitRow(root))
    const children = tree.childrenOf(root.id)
    for (const { type, units } of groupByType(children, types)) {
      rows.push(sumRow('group', type.code, type.groupTitle, units))
      for (const unit of units) visit(unit)
    }
    if (children.length > 0) rows.push(sumRow('total', null, totalName, children))
  }
  return rows
}
