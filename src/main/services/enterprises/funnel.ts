import type { Output, ParsedInput } from '#shared/contract/index.ts'
import type { AppResult } from '#shared/contract/errors.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { ok } from '#shared/kit/result.ts'
import type { TableValue } from '#shared/domain/table/view.ts'
import type { QueryContext } from '../service.ts'
import type { CodedColumn } from './coded-column.ts'
import { addCounts, emptyCounts, type Counts } from './counts.ts'
import type { CatalogueUnit, RegistryCatalogue } from './registry-catalogue.ts'
import { openView } from './registry-view.ts'

/** How far the enterprises are on the way to a union (domain: funnel), as of a day. */
export function readFunnel(
  context: QueryContext,
  { unit, asOf, minWorkers }: ParsedInput<'enterprises.funnel'>,
): AppResult<Output<'enterprises.funnel'>> {
  const opened = openView(context, { sort: [], filters: [], unit, search: '', asOf, round: null, minWorkers })
  if (!opened.ok) return opened
  const { rows, column, index } = opened.value
  const catalogue = index.catalogue()
  const stages = catalogue.stages.map(({ code, name, shortName, branch }) => ({
    code,
    name,
    shortName,
    branch,
    ...emptyCounts(),
    reached: 0,
  }))
  const lineOf = new Map<TableValue, number>(stages.map(({ code }, line) => [code, line]))
  const topOf = findTops(catalogue, unit, asOf)
  const tops = [...new Set(topOf.values())]
  const placeOf = new Map(tops.map((top, place) => [top, place]))
  const cells = countCells(
    rows,
    groupBy(column('stage'), stages.length, (code) => lineOf.get(code)),
    groupBy(column('unit'), tops.length, (code) => placeOf.get(topOf.get(String(code)) as CatalogueUnit)),
    column('workers'),
    column('members'),
  )
  const total = emptyCounts()
  const withoutStage = emptyCounts()
  const units: Output<'enterprises.funnel'>['units'] = []
  for (let place = 0; place <= tops.length; place++) {
    const top = tops[place]
    const byStage: Record<string, number> = {}
    const line = { code: top?.code ?? null, name: top?.shortName ?? '', ...emptyCounts(), withoutStage: 0, byStage }
    for (let at = 0; at <= stages.length; at++) {
      const counts = cells(at, place)
      if (counts.enterprises === 0) continue
      const stage = stages[at]
      for (const sum of [total, stage ?? withoutStage, line]) addCounts(sum, counts)
      if (stage === undefined) line.withoutStage += counts.enterprises
      else byStage[stage.code] = counts.enterprises
    }
    if (line.enterprises > 0) units.push(line)
  }
  // Who is at the congress has been through everything before it; the branch of difficulties is a way of its own.
  let reached = 0
  for (const stage of stages.toReversed()) {
    if (stage.branch === 'main') reached += stage.enterprises
    stage.reached = stage.branch === 'main' ? reached : stage.enterprises
  }
  const order = new Map([...catalogue.unitByCode.keys()].map((code, at) => [code, at]))
  return ok({
    asOf: asOf ?? context.today(),
    total,
    withoutStage,
    stages,
    units: units.toSorted((a, b) => (order.get(a.code ?? '') ?? Infinity) - (order.get(b.code ?? '') ?? Infinity)),
  })
}

interface Grouping {
  readonly codes: Int32Array
  /** Group by code of the column. */
  readonly of: Int32Array
  /** How many there are; the one behind them takes what belongs to none. */
  readonly count: number
}

function groupBy(
  { codes, values }: CodedColumn,
  count: number,
  groupOf: (value: TableValue) => number | undefined,
): Grouping {
  return { codes, of: Int32Array.from(values, (value) => groupOf(value) ?? count), count }
}

/**
 * Counts of the rows in each pair of groups. Values are looked at once each; of a row only its numbers are read, since
 * the strip is counted anew after every change of any enterprise.
 */
function countCells(
  rows: Int32Array,
  first: Grouping,
  second: Grouping,
  workers: CodedColumn,
  members: CodedColumn,
): (first: number, second: number) => Counts {
  const width = second.count + 1
  const sums = Array.from({ length: 4 }, () => new Float64Array((first.count + 1) * width))
  const [enterprises = NONE, worked = NONE, joined = NONE, missing = NONE] = sums
  const sizes = Float64Array.from(workers.values, numberOf)
  const unions = Float64Array.from(members.values, numberOf)
  for (const row of rows) {
    const at =
      (first.of[first.codes[row] ?? -1] ?? first.count) * width + (second.of[second.codes[row] ?? -1] ?? second.count)
    const size = sizes[workers.codes[row] ?? -1] ?? Number.NaN
    const member = unions[members.codes[row] ?? -1] ?? 0
    enterprises[at] = (enterprises[at] ?? 0) + 1
    joined[at] = (joined[at] ?? 0) + member
    // Where nobody said how many work there, nobody is known to be missing.
    if (Number.isNaN(size)) continue
    worked[at] = (worked[at] ?? 0) + size
    missing[at] = (missing[at] ?? 0) + Math.max(0, size - member)
  }
  return (one, other) => {
    const at = one * width + other
    return {
      enterprises: enterprises[at] ?? 0,
      workers: worked[at] ?? 0,
      members: joined[at] ?? 0,
      nonmembers: missing[at] ?? 0,
    }
  }
}

const NONE = new Float64Array(0)

function numberOf(value: TableValue): number {
  return typeof value === 'number' ? value : 0
}

/** For every unit the direct child of `unit` (or of the province) it stands below; for the unit itself, itself. */
export function findTops(
  { unitByCode, parentOn }: RegistryCatalogue,
  unit: string | null,
  day: IsoDate | null,
): ReadonlyMap<string, CatalogueUnit> {
  const byId = new Map([...unitByCode.values()].map((row) => [row.id, row]))
  const root = unit === null ? [...unitByCode.values()].find(({ parentId }) => parentId === null) : unitByCode.get(unit)
  const tops = new Map<string, CatalogueUnit>()
  for (const row of unitByCode.values()) {
    let at = row
    const seen = new Set<string>()
    while (at.id !== root?.id && !seen.has(at.id)) {
      seen.add(at.id)
      const parent = parentOn(at, day)
      const above = parent === null || parent === root?.id ? undefined : byId.get(parent)
      if (above === undefined) break
      at = above
    }
    tops.set(row.code, at)
  }
  return tops
}
