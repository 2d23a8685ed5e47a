import { fail, type AppResult } from '#shared/contract/errors.ts'
import { assertNever } from '#shared/kit/assert-never.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import type { AllocationRefusal } from '#shared/domain/targets/allocation.ts'
import { type WhyContext, weightsInWords } from '#shared/domain/targets/why.ts'
import { formatDate, formatNumber } from '#shared/domain/text/format.ts'
import type { TreeUnit } from '#shared/domain/units/tree.ts'

/** The sentence for an allocation that cannot be made; every one names the shortfall. */
export function refuseAllocation(
  refusal: AllocationRefusal,
  request: WhyContext & { readonly total: number },
  facts: { readonly owner: TreeUnit; readonly children: readonly TreeUnit[]; readonly day: IsoDate },
): AppResult<never> {
  const shortfall = formatNumber(refusal.shortfall)
  const details = { shortfall: refusal.shortfall }
  switch (refusal.code) {
    case 'NO_UNITS':
      return facts.children.length === 0
        ? fail('ALLOCATION_NO_UNITS', { name: facts.owner.name, date: formatDate(facts.day), shortfall }, details)
        : fail('ALLOCATION_ALL_LOCKED', { shortfall }, details)
    case 'ALL_WEIGHTS_ZERO':
      return fail('ALLOCATION_WEIGHTS_ZERO', { weights: weightsInWords(request), shortfall }, details)
    case 'LOCKED_ABOVE': {
      const places = { locked: formatNumber(refusal.locked), total: formatNumber(request.total), shortfall }
      return fail('ALLOCATION_LOCKED_ABOVE', places, details)
    }
    case 'FLOORS_ABOVE': {
      const places = { floors: formatNumber(refusal.floors), rest: formatNumber(refusal.rest), shortfall }
      return fail('ALLOCATION_FLOORS_ABOVE', places, details)
    }
    case 'CAPS_BELOW': {
      const places = { caps: formatNumber(refusal.caps), rest: formatNumber(refusal.rest), shortfall }
      return fail('ALLOCATION_CAPS_BELOW', places, details)
    }
    case 'FLOOR_ABOVE_CAP': {
      const name = facts.children.find((child) => child.code === refusal.unit)?.name ?? refusal.unit
      return fail('ALLOCATION_FLOOR_ABOVE_CAP', { name, shortfall }, details)
    }
    default:
      return assertNever(refusal)
  }
}
