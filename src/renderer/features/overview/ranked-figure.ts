import type { OverviewAnswer, OverviewFigure } from '#shared/contract/overview.ts'
import type { AskedNumber } from '#renderer/ui/sources/SourcesDialog.tsx'

export type Standing = OverviewFigure['standings'][number]
export type StandingUnit = Standing['units'][number]

/** Opens what a number of the page rests on; the page's own plan and day where none are said. */
export type OpenNumber = (number: Omit<AskedNumber, 'plan' | 'asOf'> & { readonly plan?: string }) => void

/** One indicator as one body set it for the units: what units are ranked by. */
export interface RankedFigure {
  readonly key: string
  readonly figure: OverviewFigure
  readonly standing: Standing
}

/** Figures that were also spread over the province's direct units. */
export function rankedFiguresOf({ figures }: OverviewAnswer): readonly RankedFigure[] {
  return figures.flatMap((figure) =>
    figure.standings.flatMap((standing) =>
      standing.units.length === 0
        ? []
        : [{ key: [figure.indicator, standing.assignerCode, standing.kind].join(' '), figure, standing }],
    ),
  )
}
