import { Select } from '@fluentui/react-components'
import { useState } from 'react'
import type { OverviewAnswer } from '#shared/contract/overview.ts'
import { formatNumber } from '#shared/domain/text/format.ts'
import { overviewText } from '#renderer/text/overview.ts'
import { resultsText } from '#renderer/text/results.ts'
import { SimpleTable, type SimpleColumn } from '#renderer/ui/layout/SimpleTable.tsx'
import { TabBar } from '#renderer/ui/layout/TabBar.tsx'
import { UnitBars } from './FigureCharts.tsx'
import { NumberLink } from '#renderer/ui/sources/NumberLink.tsx'
import { showAmount } from '#renderer/ui/sources/source-lines.ts'
import type { OpenNumber, RankedFigure, StandingUnit } from './ranked-figure.ts'
import { StateWord } from './state-word.tsx'

const VIEWS = ['chart', 'table'] as const

interface UnitRankingProps {
  readonly overview: OverviewAnswer
  readonly ranked: readonly RankedFigure[]
  readonly chosen: RankedFigure
  readonly onChoose: (key: string) => void
  readonly onOpen: OpenNumber
}

/** The province's direct units by percent, the furthest first, as bars or as numbers. */
export function UnitRanking({ overview, ranked, chosen, onChoose, onOpen }: UnitRankingProps) {
  const [view, setView] = useState<(typeof VIEWS)[number]>('chart')
  const title = overviewText.unitsTitle(chosen.figure.name)
  return (
    <section aria-label={title}>
      <div className="overview-head">
        <h2 className="overview-title">{title}</h2>
        <div className="overview-choices">
          <TabBar
            label={overviewText.view}
            ids={VIEWS}
            titleOf={(name) => (name === 'table' ? overviewText.asTable : overviewText.asChart)}
            shown={view}
            onShow={setView}
          />
          <Select
            size="small"
            aria-label={overviewText.chooseIndicator}
            value={chosen.key}
            onChange={(_, { value }) => onChoose(value)}
          >
            {ranked.map(({ key, figure, standing }) => (
              <option key={key} value={key}>
                {`${figure.shortName} (${standing.assigner})`}
              </option>
            ))}
          </Select>
        </div>
      </div>
      {view === 'chart' ? (
        <UnitBars overview={overview} figure={chosen.figure} standing={chosen.standing} />
      ) : (
        <SimpleTable
          label={title}
          rows={chosen.standing.units}
          rowKey={(row) => row.unit ?? ''}
          empty={overviewText.noUnits}
          columns={columnsOf(chosen, onOpen)}
        />
      )}
    </section>
  )
}

function columnsOf({ figure }: RankedFigure, onOpen: OpenNumber): readonly SimpleColumn<StandingUnit>[] {
  const link = (row: StandingUnit, words: string | null) =>
    words === null ? (
      ''
    ) : (
      <NumberLink
        of={overviewText.of(figure.shortName, row.name)}
        onOpen={() => onOpen({ unit: row.unit, indicator: figure.indicator })}
      >
        {words}
      </NumberLink>
    )
  return [
    { title: overviewText.rank, align: 'right', width: '64px', cell: (row) => row.rank ?? '' },
    { title: overviewText.unit, cell: (row) => row.name },
    { title: overviewText.target, align: 'right', width: '90px', cell: (row) => link(row, show(row.target)) },
    {
      title: overviewText.result,
      align: 'right',
      width: '90px',
      cell: (row) => link(row, row.reported ? resultOf(row) : null),
    },
    {
      title: overviewText.percent,
      align: 'right',
      width: '80px',
      cell: (row) => link(row, row.reported ? row.percentText : null),
    },
    { title: overviewText.state, width: '120px', cell: stateOf },
  ]
}

function stateOf(row: StandingUnit) {
  return row.reported ? <StateWord of={row} /> : <span className="state-missing">{resultsText.missing}</span>
}

function resultOf({ result, qualifierWord, qualifier }: StandingUnit): string | null {
  return result === null ? null : showAmount(result, qualifierWord, qualifier)
}

function show(value: number | null): string | null {
  return value === null ? null : formatNumber(value)
}
