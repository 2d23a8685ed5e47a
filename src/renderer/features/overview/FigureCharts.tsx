import { useMemo } from 'react'
import type { OverviewAnswer, OverviewFigure } from '#shared/contract/overview.ts'
import { drawCurve, drawUnitBars } from '#shared/domain/charts/overview-charts.ts'
import { SCREEN_FONT } from '#shared/domain/charts/svg.ts'
import { useData } from '#renderer/api/data.ts'
import { overviewText } from '#renderer/text/overview.ts'
import { Chart } from './Chart.tsx'
import type { Standing } from './ranked-figure.ts'

/** Wide enough for names of units, narrow enough for a laptop beside the column on the right. */
const WIDTH = 760

interface FigureChartsProps {
  readonly overview: OverviewAnswer
  readonly figure: OverviewFigure
  readonly standing: Standing | null
}

export function FigureCurve({ overview, figure, standing }: FigureChartsProps) {
  const { plan, asOf } = overview
  const curve = useData('overview.curve', { plan, asOf, indicator: figure.indicator }).data
  const svg = useMemo(
    () =>
      drawCurve(overview, { curve: [], curveBefore: [], ...curve, ...figure }, standing, {
        id: 'curve',
        width: WIDTH,
        font: SCREEN_FONT,
      }),
    [overview, curve, figure, standing],
  )
  return (
    <section aria-label={overviewText.curveTitle(figure.shortName)}>
      <h2 className="overview-title">{overviewText.curveTitle(figure.name)}</h2>
      <Chart svg={svg} />
    </section>
  )
}

export function UnitBars({ overview, figure, standing }: FigureChartsProps & { readonly standing: Standing }) {
  const svg = useMemo(
    () => drawUnitBars(overview, figure, standing, { id: 'units', width: WIDTH, font: SCREEN_FONT }),
    [overview, figure, standing],
  )
  return <Chart svg={svg} />
}
