import type { Output, ParsedInput } from '#shared/contract/index.ts'
import type { AppResult } from '#shared/contract/errors.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { ownValue } from '#shared/kit/own-value.ts'
import { ok } from '#shared/kit/result.ts'
import type { QueryContext } from '../service.ts'
import { addTo, emptyCounts } from './counts.ts'
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
  const stageOf = column('stage')
  const workers = column('workers')
  const members = column('members')
  const unitOf = column('unit')
  const total = emptyCounts()
  const withoutStage = emptyCounts()
  const stages = catalogue.stages.map(({ code, name, shortName, branch }) => ({
    code,
    name,
    shortName,
    branch,
    ...emptyCounts(),
    reached: 0,
  }))
  const byCode = new Map(stages.map((stage) => [stage.code, stage]))
  const topOf = findTops(catalogue, unit, asOf)
  const units = new Map<string, Output<'enterprises.funnel'>['units'][number]>()
  for (const row of rows) {
    const size = workers.get(row)
    const member = members.get(row)
    const stage = stageOf.get(row)
    const line = typeof stage === 'string' ? byCode.get(stage) : undefined
    addTo(total, size, member)
    addTo(line ?? withoutStage, size, member)
    const code = unitOf.get(row)
    const top = typeof code === 'string' ? (topOf.get(code) ?? null) : null
    const key = top?.code ?? ''
    const known = units.get(key) ?? {
      code: top?.code ?? null,
      name: top?.shortName ?? '',
      ...emptyCounts(),
      withoutStage: 0,
      byStage: {},
    }
    units.set(key, known)
    addTo(known, size, member)
    if (line === undefined) known.withoutStage++
    else known.byStage[line.code] = (ownValue(known.byStage, line.code) ?? 0) + 1
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
    units: [...units.values()].toSorted(
      (a, b) => (order.get(a.code ?? '') ?? Infinity) - (order.get(b.code ?? '') ?? Infinity),
    ),
  })
}

/** For every unit the direct child of `unit` (or of the province) it stands below; for the unit itself, itself. */
function findTops(
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
