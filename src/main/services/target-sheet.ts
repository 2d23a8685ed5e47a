import type { AppResult } from '#shared/contract/errors.ts'
import type { IndicatorRow } from '#shared/contract/indicators.ts'
import type { Output, ParsedInput } from '#shared/contract/index.ts'
import type { PlanRow } from '#shared/contract/plans.ts'
import type { SheetCell, targetsContract } from '#shared/contract/targets.ts'
import { TOTAL_NAME } from '#shared/domain/results/progress.ts'
import { reportingYearOf } from '#shared/domain/results/reporting-year.ts'
import { buildTargetTable, type TargetTableRow } from '#shared/domain/targets/target-table.ts'
import { isAdjustment } from '#shared/domain/targets/plan-version.ts'
import type { TargetKind } from '#shared/domain/targets/target.ts'
import { addDecimals } from '#shared/kit/fraction.ts'
import { addDays, yearOf } from '#shared/kit/dates.ts'
import { ok } from '#shared/kit/result.ts'
import { readIndicators } from '../db/queries/indicators.ts'
import { readNumberInForce } from '../db/queries/plan-versions.ts'
import { readPlans } from '../db/queries/plans.ts'
import { readAssigners, readTargets, type StoredTarget } from '../db/queries/targets.ts'
import type { DatedTree } from '../db/queries/unit-tree.ts'
import type { ReadStore } from '../db/store.ts'
import { gatherFigures, windowOf } from './figures.ts'
import { findVersion } from './find-version.ts'
import { findPlan, matchAssigner } from './lookup.ts'
import { publishVersion } from './plan-version-rows.ts'
import type { QueryContext, Service } from './service.ts'
import { readTargetTree } from './target-tree.ts'

type SheetOperation = 'targets.sheet' | 'targets.references'

export const sheetHandlers: Pick<Service<keyof typeof targetsContract>, SheetOperation> = {
  'targets.sheet': readSheet,
  'targets.references': readReferences,
}

function readSheet(
  { store, today }: QueryContext,
  input: ParsedInput<'targets.sheet'>,
): AppResult<Output<'targets.sheet'>> {
  const plan = findPlan(store, input.plan)
  if (!plan.ok) return plan
  const version = findVersion(store, plan.value, input.version, today())
  if (!version.ok) return version
  const dated = readTargetTree(store, plan.value)
  const indicators = readIndicators(store)
  const all = readTargets(store, plan.value.id, version.value.number)
  const { basedOn } = version.value
  const base = isAdjustment(version.value) && basedOn !== null ? readTargets(store, plan.value.id, basedOn) : null
  const known = readAssigners(store)
  const tables = input.sets.map(({ assigner, kind }) => {
    const of = pickSet(matchAssigner(known, assigner)?.id, kind)
    const own = all.filter(of)
    const notes = new Map(own.flatMap(({ id, note }) => (note === null ? [] : [[id, note]])))
    const rows = tableOf(dated, indicators, own)
    const before = base === null ? null : tableOf(dated, indicators, base.filter(of))
    return rows.map((row, at) => sheetCells(row, before?.[at], notes))
  })
  const parentOf = (code: string | null): string | null => {
    const unit = dated.tree.units.find((candidate) => candidate.code === code)
    return unit?.parentId == null ? null : (dated.tree.byId.get(unit.parentId)?.code ?? null)
  }
  const rows = tableOf(dated, indicators, []).map(({ cells: _, ...row }, at) => ({
    ...row,
    parent: row.level === 'unit' ? parentOf(row.unit) : null,
    sets: tables.map((table) => table[at] ?? {}),
  }))
  return ok({ plan: plan.value.code, version: publishVersion(store, plan.value, version.value, today()), rows })
}

/** Targets of one body and kind; a body that is not known has none. */
function pickSet(assignerId: string | undefined, kind: TargetKind): (target: StoredTarget) => boolean {
  return (target) => target.assignerId === assignerId && target.kind === kind
}

/** Every unit of the tree has a row whatever the targets, so that tables of one tree go row by row. */
function tableOf(
  { tree, types }: DatedTree,
  indicators: readonly IndicatorRow[],
  own: readonly StoredTarget[],
): readonly TargetTableRow[] {
  return buildTargetTable(tree, types, indicators, own, TOTAL_NAME)
}

function sheetCells(
  row: TargetTableRow,
  before: TargetTableRow | undefined,
  notes: ReadonlyMap<string, string>,
): Record<string, SheetCell> {
  const cells: Record<string, SheetCell> = {}
  const codes = new Set([...Object.keys(row.cells), ...Object.keys(before?.cells ?? {})])
  for (const code of codes) {
    const cell = row.cells[code] ?? { value: null, own: null, ofChildren: null, id: null, locked: false }
    const was = before?.cells[code]?.value ?? null
    cells[code] = {
      ...cell,
      note: cell.id === null ? null : (notes.get(cell.id) ?? null),
      before: was,
      changed: before !== undefined && was !== cell.value,
    }
  }
  return cells
}

/** Held against the units of today's plan: a unit that was not there the year before has no reference. */
function readReferences(
  { store }: QueryContext,
  input: ParsedInput<'targets.references'>,
): AppResult<Output<'targets.references'>> {
  const found = findPlan(store, input.plan)
  if (!found.ok) return found
  const plan = found.value
  const previous = previousPlan(readPlans(store), plan)
  const dated = readTargetTree(store, plan)
  const window = previous === null ? yearBefore(store, plan) : windowOf(store, previous)
  const { figures, indicators } = gatherFigures(store, dated.tree, window, window.to)
  const of = pickSet(matchAssigner(readAssigners(store), input.assigner)?.id, input.kind)
  const targets =
    previous === null
      ? []
      : readTargets(store, previous.id, readNumberInForce(store, previous.id, previous.to)).filter(of)
  const rows = tableOf(dated, indicators, targets)
  const resultOf = (code: string, unitId: string): number | null =>
    figures.of(code, window.basis).get(unitId)?.figure?.amount.value ?? null
  const membersOf = (row: TargetTableRow): readonly string[] => {
    if (row.level === 'unit') return dated.tree.units.flatMap(({ id, code }) => (code === row.unit ? [id] : []))
    const typeId = dated.types.find(({ code }) => code === row.unit)?.id
    return dated.tree.roots
      .flatMap((root) => dated.tree.childrenOf(root.id))
      .flatMap((unit) => (row.level === 'total' || unit.typeId === typeId ? [unit.id] : []))
  }
  return ok({
    plan: previous?.code ?? null,
    label: previous?.kind === 'year' || previous === null ? String(yearOf(window.to)) : previous.name,
    asOf: window.to,
    rows: rows.map((row) => {
      const members = membersOf(row)
      const cells: Record<string, { target: number | null; result: number | null }> = {}
      for (const { code, kind } of indicators) {
        const results = members.flatMap((id) => resultOf(code, id) ?? [])
        // Percents of several units do not add up; a group of them has no reference.
        const isSum = kind !== 'ratio' || members.length === 1
        const result = results.length === 0 || !isSum ? null : results.reduce(addDecimals, 0)
        const target = row.cells[code]?.value ?? null
        if (target !== null || result !== null) cells[code] = { target, result }
      }
      return { level: row.level, unit: row.unit, cells }
    }),
  })
}

/** The plan of the same kind that ended last before this one begins. */
function previousPlan(plans: readonly PlanRow[], plan: PlanRow): PlanRow | null {
  const earlier = plans.filter(({ kind, to }) => kind === plan.kind && to < plan.from)
  return earlier.toSorted((a, b) => (a.to < b.to ? 1 : a.to > b.to ? -1 : 0))[0] ?? null
}

/** Without an earlier plan: the reporting year before, as allocations by last year's results count it. */
function yearBefore(store: Pick<ReadStore, 'db'>, plan: PlanRow): ReturnType<typeof windowOf> {
  const window = windowOf(store, plan)
  const year = reportingYearOf(addDays(plan.from, -1), window.calendar)
  return { ...window, from: year.from, to: year.to, basis: 'cumulative' }
}
