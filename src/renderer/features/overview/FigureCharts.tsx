import { useCallback, useState } from 'react'
import type { OverviewAnswer, OverviewFigure } from '#shared/contract/overview.ts'
import { curveRows, drawCurve, drawUnitBars, type CurveRow } from '#shared/domain/charts/overview-charts.ts'
import { SCREEN_FONT } from '#shared/domain/charts/svg.ts'
import { formatDate, formatNumber } from '#shared/domain/text/format.ts'
import { useData } from '#renderer/api/data.ts'
import { overviewText } from '#renderer/text/overview.ts'
import { SimpleTable, type SimpleColumn } from '#renderer/ui/layout/SimpleTable.tsx'
import { TabBar } from '#renderer/ui/layout/TabBar.tsx'
import { Chart } from './Chart.tsx'
import type { Standing } from './ranked-figure.ts'

const VIEWS = ['chart', 'table'] as const

interface FigureChartsProps {
  readonly overview: OverviewAnswer
  readonly figure: OverviewFigure
  readonly standing: Standing | null
}

/** How a figure grew, as lines or, for who reads numbers or hears them read, day by day. */
export function FigureCurve({ overview, figure, standing }: FigureChartsProps) {
  const { plan, asOf } = overview
  const [view, setView] = useState<(typeof VIEWS)[number]>('chart')
  const curve = useData('overview.curve', { plan, asOf, indicator: figure.indicator }).data
  const draw = useCallback(
    (width: number) =>
      drawCurve(overview, { curve: [], curveBefore: [], ...curve, ...figure }, standing, {
        id: 'curve',
        width,
        font: SCREEN_FONT,
      }),
    [overview, curve, figure, standing],
  )
  return (
    <section aria-label={overviewText.curveTitle(figure.shortName)}>
      <div className="overview-head">
        <h2 className="overview-title">{overviewText.curveTitle(figure.name)}</h2>
        <TabBar
          label={overviewText.curveView}
          ids={VIEWS}
          titleOf={(name) => (name === 'table' ? overviewText.asTable : overviewText.asChart)}
          shown={view}
          onShow={setView}
        />
      </div>
      {view === 'chart' ? (
        <Chart draw={draw} />
      ) : (
        <SimpleTable
          label={overviewText.curveTitle(figure.name)}
          rows={curveRows({ curve: [], curveBefore: [], ...curve })}
          rowKey={({ day }) => day}
          empty={overviewText.noCurve}
          columns={COLUMNS}
        />
      )}
    </section>
  )
}

const COLUMNS: readonly SimpleColumn<CurveRow>[] = [
  { title: overviewText.curveDay, cell: ({ day }) => formatDate(day) },
  { title: overviewText.result, align: 'right', width: '140px', cell: ({ now }) => show(now) },
  { title: overviewText.curveBefore, align: 'right', width: '180px', cell: ({ before }) => show(before) },
]

function show(value: number | null): string {
  return value === null ? '' : formatNumber(value)
}

export function UnitBars({ overview, figure, standing }: FigureChartsProps & { readonly standing: Standing }) {
  const draw = useCallback(
    (width: number) => drawUnitBars(overview, figure, standing, { id: 'units', width, font: SCREEN_FONT }),
    [overview, figure, standing],
  )
  return <Chart draw={draw} />
}
