import { Select } from '@fluentui/react-components'
import { useState } from 'react'
import type { PlanRow } from '#shared/contract/plans.ts'
import type { ProgressAnswer } from '#shared/contract/results.ts'
import { paceOf } from '#shared/domain/results/pace.ts'
import { formatNumber } from '#shared/domain/text/format.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { overviewText } from '#renderer/text/overview.ts'
import { resultsText } from '#renderer/text/results.ts'
import { SimpleTable } from '#renderer/ui/layout/SimpleTable.tsx'
import type { KeyFigure, ProgressRow } from './key-figures.ts'

interface UnitRankingProps {
  readonly progress: ProgressAnswer
  readonly figures: readonly KeyFigure[]
  readonly plan: PlanRow
  readonly asOf: IsoDate
  readonly assigner: string
}

/** The province's direct units by percent, the furthest first; who is behind stands at the end with its word. */
export function UnitRanking({ progress, figures, plan, asOf, assigner }: UnitRankingProps) {
  const [chosen, setChosen] = useState<string | null>(null)
  const ranked = figures.filter(({ row }) => unitsOf(progress, row).length > 0)
  const figure =
    ranked.find(({ key }) => key === chosen) ??
    ranked.find(({ row }) => row.assignerCode === assigner) ??
    ranked[0]
  if (figure === undefined) return null
  const rows = unitsOf(progress, figure.row).toSorted(
    (a, b) => (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER),
  )
  return (
    <section className="overview-section" aria-label={overviewText.unitsTitle(figure.indicator.name)}>
      <div className="overview-head">
        <h2 className="overview-title">{overviewText.unitsTitle(figure.indicator.name)}</h2>
        <Select
          size="small"
          aria-label={overviewText.chooseIndicator}
          value={figure.key}
          onChange={(_, { value }) => setChosen(value)}
        >
          {ranked.map(({ key, indicator, row }) => (
            <option key={key} value={key}>
              {`${indicator.shortName} (${row.assigner ?? ''})`}
            </option>
          ))}
        </Select>
      </div>
      <SimpleTable
        label={overviewText.unitsTitle(figure.indicator.name)}
        rows={rows}
        rowKey={(row) => row.unit ?? ''}
        empty={overviewText.noUnits}
        columns={[
          { title: overviewText.rank, align: 'right', width: '64px', cell: (row) => row.rank ?? '' },
          { title: overviewText.unit, cell: (row) => row.name },
          { title: overviewText.target, align: 'right', cell: (row) => show(row.target) },
          { title: overviewText.result, align: 'right', cell: (row) => show(row.result) },
          { title: overviewText.percent, align: 'right', cell: (row) => row.percentText ?? '' },
          {
            title: overviewText.state,
            width: '120px',
            cell: (row) => {
              if (!row.reported && row.result === null) return <span className="state-missing">{resultsText.missing}</span>
              const pace = paceOf(row.percent, figure.indicator.kind, plan, asOf)
              return pace === null ? '' : <span className={`state-${pace}`}>{overviewText.paces[pace]}</span>
            },
          },
        ]}
      />
    </section>
  )
}

function unitsOf(progress: ProgressAnswer, of: ProgressRow): readonly ProgressRow[] {
  return progress.rows.filter(
    (row) =>
      row.level === 'unit' &&
      row.depth === 1 &&
      row.indicator === of.indicator &&
      row.assignerCode === of.assignerCode &&
      row.kind === of.kind,
  )
}

function show(value: number | null): string {
  return value === null ? '' : formatNumber(value)
}
