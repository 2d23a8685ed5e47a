import type { CatalogueId } from '#shared/domain/catalogues/catalogues.ts'
import { codesOfFormula } from '#shared/domain/indicators/indicator.ts'
import { readIndicators } from '../../db/queries/indicators.ts'
import type { ReadStore } from '../../db/store.ts'

/** Whether a code stands where no key of the data file holds it: in formulas, in lists of difficulties. */
export function isNamedElsewhere(store: ReadStore, id: CatalogueId, code: string): boolean {
  if (id === 'indicators') return readIndicators(store).some((row) => codesOfFormula(row.formula).includes(code))
  if (id !== 'reasons') return false
  return (
    store.sqlite
      .prepare<[string]>(
        `SELECT 1 FROM observations WHERE difficulty_codes IS NOT NULL
         AND instr(',' || difficulty_codes || ',', ',' || ? || ',') > 0 LIMIT 1`,
      )
      .get(code) !== undefined
  )
}
