import { fail, type AppResult } from '#shared/contract/errors.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import type { DatedUnit } from '#shared/domain/units/dated-unit.ts'
import { ok } from '#shared/kit/result.ts'
import type { GatheredOrganisation } from './gather-organisation.ts'

export function findUnit({ organisation }: GatheredOrganisation, code: string): AppResult<DatedUnit> {
  for (const unit of organisation.units.values()) if (unit.code === code) return ok(unit)
  return fail('UNIT_UNKNOWN', { code })
}

export function findUnits(gathered: GatheredOrganisation, codes: readonly string[]): AppResult<readonly DatedUnit[]> {
  const found: DatedUnit[] = []
  for (const code of codes) {
    const unit = findUnit(gathered, code)
    if (!unit.ok) return unit
    found.push(unit.value)
  }
  return ok(found)
}

/** Enterprises by id, MST or name; unions by id or name, accents and case aside. A name that two have finds neither. */
export function holdingFinder(
  { organisation, names }: GatheredOrganisation,
  kind: 'enterprise' | 'union',
): (text: string) => AppResult<string> {
  const byText = new Map<string, string | null>()
  for (const holding of organisation.holdings) {
    const known = names.get(holding.id)
    if (holding.kind !== kind || known === undefined) continue
    const folded = foldText(known.name)
    byText.set(folded, byText.has(folded) ? null : holding.id)
    if (known.taxCode !== null) byText.set(known.taxCode, holding.id)
    byText.set(holding.id, holding.id)
  }
  return (text) => {
    const id = byText.get(text) ?? byText.get(foldText(text)) ?? null
    const what = kind === 'enterprise' ? 'doanh nghiệp' : 'công đoàn cơ sở'
    return id === null ? fail('UNIT_CHANGE_HOLDING_UNKNOWN', { what, name: text }) : ok(id)
  }
}
