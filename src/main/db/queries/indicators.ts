import { asc } from '../orm.ts'
import type { IndicatorRow } from '#shared/contract/indicators.ts'
import type { IndicatorCut, IndicatorFormula } from '#shared/domain/indicators/indicator.ts'
import { indicators } from '../schema/index.ts'
import type { ReadStore } from '../store.ts'

/** The catalogue in its order. What formula and cut hold was checked when they were written. */
export function readIndicators(store: Pick<ReadStore, 'db'>): IndicatorRow[] {
  const rows = store.db.select().from(indicators).orderBy(asc(indicators.sortOrder), asc(indicators.code)).all()
  const codeById = new Map(rows.map((row) => [row.id, row.code]))
  return rows.map(({ parentId, ...row }) => ({
    ...row,
    formula: row.formula as IndicatorFormula | null as IndicatorRow['formula'],
    parent: parentId === null ? null : (codeById.get(parentId) ?? null),
    cut: row.cut as IndicatorCut | null,
  }))
}
