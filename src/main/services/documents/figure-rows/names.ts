import type { FigureNames } from '#shared/domain/documents/figure-words.ts'
import { readIndicators } from '../../../db/queries/indicators.ts'
import { readPlans } from '../../../db/queries/plans.ts'
import { readAssigners } from '../../../db/queries/targets.ts'
import { unitTypes, units } from '../../../db/schema/index.ts'
import type { ReadStore } from '../../../db/store.ts'

/** Names of everything a figure's id may speak of, whatever the day. */
export function readFigureNames(store: ReadStore): FigureNames {
  const indicators = new Map(readIndicators(store).map(({ code, shortName }) => [code, shortName]))
  const assigners = new Map(readAssigners(store).map(({ code, shortName }) => [code, shortName]))
  const places = new Map<string, string>([
    ['TOTAL', 'các đơn vị trực thuộc'],
    ...store.db
      .select({ code: unitTypes.code, name: unitTypes.groupTitle })
      .from(unitTypes)
      .all()
      .map((row): [string, string] => [row.code, row.name]),
    ...store.db
      .select({ code: units.code, name: units.shortName })
      .from(units)
      .all()
      .map((row): [string, string] => [row.code, row.name]),
  ])
  const plans = new Map(readPlans(store).map(({ code, name }) => [code, name]))
  return {
    indicator: (code) => indicators.get(code) ?? code,
    assigner: (code) => assigners.get(code) ?? code,
    unit: (code) => places.get(code) ?? code,
    phase: (code) => plans.get(code) ?? code,
  }
}
