import { Select } from '@fluentui/react-components'
import type { PlanRow } from '#shared/contract/plans.ts'
import { paceOf } from '#shared/domain/results/pace.ts'
import { formatNumber } from '#shared/domain/text/format.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { overviewText } from '#renderer/text/overview.ts'
import { resultsText } from '#renderer/text/results.ts'
import { SimpleTable, type SimpleColumn } from '#renderer/ui/layout/SimpleTable.tsx'
import type { ProgressRow } from './key-figures.ts'
import type { RankedFigure } from './unit-standings.ts'

export interface RankingScope {
  readonly plan: PlanRow
  readonly asOf: IsoDate
}

interface UnitRankingProps extends RankingScope {
  readonly ranked: readonly RankedFigure[]
  readonly chosen: RankedFigure
  readonly onChoose: (key: string) => void
}

/** The province's direct units by percent, the furthest first; who is behind stands at the end with its word. */
export function UnitRanking({ ranked, chosen, onChoose, plan, asOf }: UnitRankingProps) {
  const title = overviewText.unitsTitle(chosen.indicator.name)
  return (
    <section aria-label={title}>
      <div className="overview-head">
        <h2 className="overview-title">{title}</h2>
        <Select
          size="small"
          aria-label={overviewText.chooseIndicator}
          value={chosen.key}
          onChange={(_, { value }) => onChoose(value)}
        >
          {ranked.map(({ key, indicator, row }) => (
            <option key={key} value={key}>
              {`${indicator.shortName} (${row.assigner ?? ''})`}
            </option>
          ))}
        </Select>
      </div>
      <SimpleTable
        label={title}
        rows={chosen.units}
        rowKey={(row) => row.unit ?? ''}
        empty={overviewText.noUnits}
        columns={columnsOf(chosen, { plan, asOf })}
      />
    </section>
  )
}

function columnsOf({ indicator }: RankedFigure, scope: RankingScope): readonly SimpleColumn<ProgressRow>[] {
  return [
    { title: overviewText.rank, align: 'right', width: '64px', cell: (row) => row.rank ?? '' },
    { title: overviewText.unit, cell: (row) => row.name },
    { title: overviewText.target, align: 'right', width: '90px', cell: (row) => show(row.target) },
    {
      title: overviewText.result,
      align: 'right',
      width: '90px',
      cell: (row) => (row.reported ? show(row.result) : ''),
    },
    {
      title: overviewText.percent,
      align: 'right',
      width: '80px',
      cell: (row) => (row.reported ? (row.percentText ?? '') : ''),
    },
    { title: overviewText.state, width: '120px', cell: (row) => stateOf(row, indicator.kind, scope) },
  ]
}

function stateOf(row: ProgressRow, kind: RankedFigure['indicator']['kind'], { plan, asOf }: RankingScope) {
  if (!row.reported) return <span className="state-missing">{resultsText.missing}</span>
  const pace = paceOf(row.percent, kind, plan, asOf)
  return pace === null ? '' : <span className={`state-${pace}`}>{overviewText.paces[pace]}</span>
}

function show(value: number | null): string {
  return value === null ? '' : formatNumber(value)
}
