import type { PlanRow } from '#shared/contract/plans.ts'
import { elapsedPercent } from '#shared/domain/results/pace.ts'
import { formatNumber, formatPercent } from '#shared/domain/text/format.ts'
import { subtractDecimals } from '#shared/kit/fraction.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { overviewText } from '#renderer/text/overview.ts'
import type { KeyFigure } from './key-figures.ts'

interface KeyFiguresProps {
  readonly figures: readonly KeyFigure[]
  readonly plan: PlanRow
  readonly asOf: IsoDate
}

export function KeyFigures({ figures, plan, asOf }: KeyFiguresProps) {
  const elapsed = Math.round(elapsedPercent(plan, asOf))
  return (
    <section aria-label={overviewText.keyFigures}>
      <p className="overview-elapsed">{overviewText.elapsed(formatPercent(elapsed))}</p>
      <div className="figures">
        {figures.map((figure) => (
          <Figure key={figure.key} figure={figure} elapsed={elapsed} />
        ))}
      </div>
    </section>
  )
}

function Figure({ figure, elapsed }: { readonly figure: KeyFigure; readonly elapsed: number }) {
  const { indicator, row, pace } = figure
  const who = overviewText.assigner(row.assigner ?? '', overviewText.kinds[row.kind ?? 'assigned'])
  return (
    <article className="figure" data-pace={pace ?? 'none'}>
      <h2 className="figure-name" title={indicator.name}>
        {indicator.name}
      </h2>
      <p className="figure-who">{who}</p>
      <p className="figure-value">
        {row.result === null ? (
          <span className="figure-none">{overviewText.noResult}</span>
        ) : (
          <span className="figure-result">
            {row.qualifier === null ? '' : `${row.qualifierWord ?? row.qualifier} `}
            {formatNumber(row.result)}
          </span>
        )}{' '}
        <span className="figure-target">
          {row.target === null ? overviewText.noTargetNumber : overviewText.of(row.target, indicator.unitLabel)}
        </span>
      </p>
      {row.percent === null ? null : (
        <>
          <div
            className="bar"
            role="progressbar"
            aria-label={overviewText.progressLabel(indicator.shortName, row.percentText ?? '')}
            aria-valuenow={Math.min(100, Math.round(row.percent))}
            aria-valuemin={0}
            aria-valuemax={100}
          >
            <div className="bar-fill" style={{ width: `${Math.min(100, row.percent)}%` }} />
            <div className="bar-now" style={{ left: `${elapsed}%` }} />
          </div>
          <p className="figure-foot">
            <span className="figure-percent">{row.percentText}</span>
            <span className="figure-state">{pace === null ? '' : overviewText.paces[pace]}</span>
            <span className="figure-rest">{restOf(row)}</span>
          </p>
        </>
      )}
    </article>
  )
}

function restOf({ result, target, remaining }: KeyFigure['row']): string {
  if (remaining !== null && remaining > 0) return overviewText.remaining(remaining)
  if (result !== null && target !== null && result > target)
    return overviewText.exceeded(subtractDecimals(result, target))
  return ''
}
