import type { PlanRow } from '#shared/contract/plans.ts'
import { elapsedPercent } from '#shared/domain/results/pace.ts'
import { formatNumber, formatPercent } from '#shared/domain/text/format.ts'
import { subtractDecimals } from '#shared/kit/fraction.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { overviewText } from '#renderer/text/overview.ts'
import type { KeyFigure, ProgressRow, Standing } from './key-figures.ts'

interface KeyFiguresProps {
  readonly figures: readonly KeyFigure[]
  readonly plan: PlanRow
  readonly asOf: IsoDate
}

export function KeyFigures({ figures, plan, asOf }: KeyFiguresProps) {
  const elapsed = Math.round(elapsedPercent(plan, asOf))
  return (
    <section aria-label={overviewText.keyFigures}>
      <p className="overview-elapsed">
        <span className="bar-now-sample" aria-hidden="true" />
        {overviewText.elapsed(formatPercent(elapsed))}
      </p>
      <div className="figures">
        {figures.map((figure) => (
          <Figure key={figure.indicator.code} figure={figure} elapsed={elapsed} />
        ))}
      </div>
    </section>
  )
}

/** The result once, large; under it what each body asks and how far that is reached. */
function Figure({ figure, elapsed }: { readonly figure: KeyFigure; readonly elapsed: number }) {
  const { indicator, standings } = figure
  const first = standings[0]?.row
  return (
    <article className="figure" aria-label={indicator.name}>
      <h2 className="figure-name" title={indicator.name}>
        {indicator.name}
      </h2>
      <p className="figure-value">
        {first === undefined || first.result === null ? (
          <span className="figure-none">{overviewText.noResult}</span>
        ) : (
          <>
            <span className="figure-result">{resultText(first)}</span>{' '}
            <span className="figure-unit">{indicator.unitLabel}</span>
          </>
        )}
      </p>
      {standings.map((standing) => (
        <StandingLine key={standing.key} standing={standing} indicator={indicator.shortName} elapsed={elapsed} />
      ))}
    </article>
  )
}

interface StandingLineProps {
  readonly standing: Standing
  readonly indicator: string
  readonly elapsed: number
}

function StandingLine({ standing, indicator, elapsed }: StandingLineProps) {
  const { row, pace } = standing
  const who = overviewText.assigner(row.assigner ?? '', overviewText.kinds[row.kind ?? 'assigned'])
  return (
    <div className="standing" data-pace={pace ?? 'none'}>
      <p className="standing-line">
        <span className="standing-who">
          {who} {row.target === null ? overviewText.noTargetNumber : formatNumber(row.target)}
        </span>
        <span className="standing-percent">{row.percentText ?? ''}</span>
      </p>
      {row.percent === null ? null : (
        <>
          <div
            className="bar"
            role="progressbar"
            aria-label={overviewText.progressLabel(`${indicator}, ${who}`, row.percentText ?? '')}
            aria-valuenow={Math.min(100, Math.round(row.percent))}
            aria-valuemin={0}
            aria-valuemax={100}
          >
            <div className="bar-fill" style={{ width: `${Math.min(100, row.percent)}%` }} />
            <div className="bar-now" style={{ left: `${elapsed}%` }} />
          </div>
          <p className="standing-foot">
            <span className="standing-state">{pace === null ? '' : overviewText.paces[pace]}</span>
            <span>{restOf(row)}</span>
          </p>
        </>
      )}
    </div>
  )
}

function resultText({ result, qualifier, qualifierWord }: ProgressRow): string {
  const number = result === null ? '' : formatNumber(result)
  return qualifier === null ? number : `${qualifierWord ?? qualifier} ${number}`
}

function restOf({ result, target, remaining }: ProgressRow): string {
  if (remaining !== null && remaining > 0) return overviewText.remaining(remaining)
  if (result !== null && target !== null && result > target)
    return overviewText.exceeded(subtractDecimals(result, target))
  return ''
}
