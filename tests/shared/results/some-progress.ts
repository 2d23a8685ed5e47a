import type { Indicator } from '#shared/domain/indicators/indicator.ts'
import type { CountWindow } from '#shared/domain/results/as-of.ts'
import { createFigures, type EnterpriseCount } from '#shared/domain/results/figures.ts'
import { buildProgress, type Progress } from '#shared/domain/results/progress.ts'
import type { ProgressRow } from '#shared/domain/results/progress-row.ts'
import type { ReportedEntry } from '#shared/domain/results/reported-entry.ts'
import type { Target } from '#shared/domain/targets/target.ts'
import { buildUnitTree, type TreeUnit } from '#shared/domain/units/tree.ts'
import { groupBy } from '#shared/kit/group-by.ts'
import { makeUnit, TYPES } from '#tests/shared/units/some-units.ts'

export const YEAR_2024: CountWindow = { from: '2024-01-01', to: '2024-12-31', basis: 'cumulative' }

/** A province with two districts and a sector union. */
export const PROVINCE: readonly TreeUnit[] = [
  makeUnit('tinh', null),
  makeUnit('a', 'tinh', { sortOrder: 1 }),
  makeUnit('b', 'tinh', { sortOrder: 2 }),
  makeUnit('nganh', 'tinh', { typeId: 't-nganh', sortOrder: 3 }),
]

export function makeIndicator(code: string, more: Partial<Indicator> = {}): Indicator {
  return {
    code,
    name: code,
    shortName: code,
    unitLabel: 'người',
    kind: 'flow',
    formula: null,
    parent: null,
    cut: null,
    sortOrder: 0,
    validFrom: null,
    validTo: null,
    ...more,
  }
}

export interface Reported extends Partial<ReportedEntry> {
  readonly unit: string
  readonly indicator?: string
  readonly value: number
}

export interface Situation {
  readonly units?: readonly TreeUnit[]
  /** Units that are listed, their root without one above it; left out: all. Figures are counted in all the same. */
  readonly listed?: readonly TreeUnit[]
  readonly indicators?: readonly Indicator[]
  readonly targets?: readonly (Partial<Target> & Pick<Target, 'unitId' | 'value'>)[]
  readonly reports?: readonly Reported[]
  readonly enterprises?: Readonly<Record<string, EnterpriseCount>>
  readonly window?: CountWindow
  readonly day?: string
  readonly basisMatters?: boolean
}

/** Progress of a few facts: indicator DV unless named, cumulative to 30/6/2024 unless dated, assigner BCH. */
export function progressOf(situation: Situation): Progress {
  const { units = PROVINCE, indicators = [makeIndicator('DV')], window = YEAR_2024, day = '2024-06-30' } = situation
  const tree = buildUnitTree(units, TYPES, day)
  const entries = groupBy(
    (situation.reports ?? []).map(({ unit, indicator = 'DV', ...more }) => {
      const entry: ReportedEntry = {
        from: '2024-01-01',
        asOf: '2024-06-30',
        basis: 'cumulative',
        qualifier: null,
        word: null,
        statedPercent: null,
        ...more,
      }
      return { unit, indicator, entry }
    }),
    (row) => row.indicator,
  )
  const index = new Map(
    [...entries].map(([code, rows]) => [
      code,
      new Map([...groupBy(rows, (row) => row.unit)].map(([unit, list]) => [unit, list.map((row) => row.entry)])),
    ]),
  )
  const entriesOf = (code: string): ReadonlyMap<string, readonly ReportedEntry[]> => index.get(code) ?? new Map()
  const { enterprises } = situation
  const figures = createFigures({
    tree,
    indicators: new Map(indicators.map((indicator) => [indicator.code, indicator])),
    entriesOf,
    enterprisesOf: () => (enterprises === undefined ? null : new Map(Object.entries(enterprises))),
    window,
    day,
  })
  return buildProgress({
    tree: situation.listed === undefined ? tree : buildUnitTree(situation.listed, TYPES, day),
    unitTypes: TYPES,
    indicators,
    assigners: [
      { code: 'TLD', name: 'TLĐ', sortOrder: 20 },
      { code: 'BCH', name: 'BCH LĐLĐ tỉnh', sortOrder: 10 },
    ],
    targets: (situation.targets ?? []).map((target) => ({
      indicator: 'DV',
      assigner: 'BCH',
      kind: 'assigned',
      basis: 'cumulative',
      ...target,
    })),
    figures,
    entriesOf,
    window,
    day,
    basisMatters: situation.basisMatters ?? false,
  })
}

/** The row of a unit (by id), a group (by type code) or the total, of one indicator and assigner. */
export function rowOf({ rows }: Progress, who: string, indicator = 'DV', assigner: string | null = 'BCH'): ProgressRow {
  const row = rows.find(
    (candidate) =>
      (who === 'total' ? candidate.level === 'total' : candidate.unit === who.toUpperCase()) &&
      candidate.indicator === indicator &&
      candidate.assignerCode === assigner,
  )
  if (row === undefined) throw new Error(`no row of ${who}, ${indicator}, ${assigner}`)
  return row
}
