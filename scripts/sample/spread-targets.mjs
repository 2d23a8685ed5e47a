// The year's targets of the units, spread by the program's own rule, so that the results made here fit them.
import { allocate } from '#shared/domain/targets/allocation.ts'

/**
 * @typedef {{ indicator: string, total: number, by: string, threshold?: number, floors?: Record<string, number>, caps?: Record<string, number> }} Spec
 * @typedef {import('./enterprises.mjs').Enterprise} Enterprise
 */

/**
 * @param {readonly Spec[]} specs the content of allocations.json
 * @param {readonly Enterprise[]} enterprises
 * @param {readonly import('./unit-parameters.mjs').UnitParameters[]} units
 */
export function spreadTargets(specs, enterprises, units) {
  const of = (/** @type {string} */ indicator) => {
    const spec = specs.find((candidate) => candidate.indicator === indicator)
    if (spec === undefined) throw new Error(`allocations.json says nothing of ${indicator}`)
    const spread = allocate(
      spec.total,
      units.map(({ code }, at) => ({
        unit: code,
        sortOrder: at,
        weight: weightOf(
          enterprises.filter((enterprise) => enterprise.unit === code),
          spec,
        ),
        floor: spec.floors?.[code] ?? 0,
        cap: spec.caps?.[code] ?? null,
      })),
    )
    if (!spread.ok) throw new Error(`${indicator} cannot be spread: ${spread.error.code}`)
    return new Map(spread.value.shares.map((share) => [share.unit, share.value]))
  }
  return {
    DV_MOI: of('DV_MOI'),
    DV_MOI_NNN: of('DV_MOI_NNN'),
    CDCS_MOI: of('CDCS_MOI'),
    CDCS_MOI_25: of('CDCS_MOI_25'),
  }
}

/** @param {readonly Enterprise[]} own @param {Spec} spec */
function weightOf(own, spec) {
  if (spec.by === 'nonmembers') return own.reduce((sum, enterprise) => sum + enterprise.workers - enterprise.members, 0)
  if (spec.by === 'enterprises')
    return own.filter((e) => e.workers >= (spec.threshold ?? 25) && e.has_union === '').length
  throw new Error(`no weight ${spec.by} here`)
}
