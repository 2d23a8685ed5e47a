import { Link } from '@fluentui/react-components'
import type { OverviewAnswer, OverviewFigure } from '#shared/contract/overview.ts'
import { formatNumber, formatPercent } from '#shared/domain/text/format.ts'
import { subtractDecimals } from '#shared/kit/fraction.ts'
import { overviewText } from '#renderer/text/overview.ts'
import { goTo } from '#renderer/ui/state/navigation.ts'
import type { Standing } from './ranked-figure.ts'

interface KeyFiguresProps {
  readonly overview: OverviewAnswer
  /** Indicator whose curve and units stand below. */
  readonly chosen: string | null
  readonly onChoose: (indicator: string) => void
}

export function KeyFigures({ overview, chosen, onChoose }: KeyFiguresProps) {
  const { clock, figures } = overview
  const { elapsed } = clock
  return (
    <section aria-label={overviewText.keyFigures}>
      <p className="overview-elapsed">
        <span className="bar-now-sample" aria-hidden="true" />
        {overviewText.elapsed(formatPercent(elapsed))}
      </p>
      <div className="figures">
        {figures.map((figure) => (
          <Figure
            key={figure.indicator}
            figure={figure}
            elapsed={elapsed}
            isChosen={figure.indicator === chosen}
            onChoose={() => onChoose(figure.indicator)}
          />
        ))}
      </div>
    </section>
  )
}

interface FigureProps {
  readonly figure: OverviewFigure
  readonly elapsed: number
  readonly isChosen: boolean
  readonly onChoose: () => void
}

/** The result once, large; beside it what the week brought; under it what each body asks and how far that is. */
function Figure({ figure, elapsed, isChosen, onChoose }: FigureProps) {
  const { name, shortName, unitLabel, result, qualifier, qualifierWord, standings } = figure
  return (
    <article className="figure" aria-label={name} data-chosen={isChosen}>
      <h2 className="figure-name">
        <button type="button" className="figure-choose" title={name} aria-pressed={isChosen} onClick={onChoose}>
          {name}
        </button>
      </h2>
      <p className="figure-value">
        {result === null ? (
          <span className="figure-none">{overviewText.noResult}</span>
        ) : (
          <>
            <Link
              as="button"
              appearance="subtle"
              className="figure-result"
              title={overviewText.openResults}
              onClick={() => goTo('results')}
            >
              {qualifier === null ? formatNumber(result) : `${qualifierWord ?? qualifier} ${formatNumber(result)}`}
            </Link>{' '}
            <span className="figure-unit">{unitLabel}</span>
          </>
        )}
      </p>
      <p className="figure-beside">{besideOf(figure)}</p>
      {standings.map((standing) => (
        <StandingLine
          key={`${standing.assignerCode} ${standing.kind}`}
          standing={standing}
          indicator={shortName}
          elapsed={elapsed}
        />
      ))}
    </article>
  )
}

/** "tuần qua +838 · cùng kỳ 3.120" */
function besideOf({ weekBefore, yearBefore }: OverviewFigure): string {
  const parts = [
    ...(weekBefore.change === null ? [] : [overviewText.week(weekBefore.change)]),
    ...(yearBefore.result === null ? [] : [overviewText.lastYear(yearBefore.result)]),
  ]
  return parts.join(' · ')
}

interface StandingLineProps {
  readonly standing: Standing
  readonly indicator: string
  readonly elapsed: number
}

function StandingLine({ standing, indicator, elapsed }: StandingLineProps) {
  const { pace, percent, percentText, target, assigner, kind, neededPerMonth } = standing
  const who = overviewText.assigner(assigner, overviewText.kinds[kind ?? 'assigned'])
  return (
    <div className="standing" data-pace={pace ?? 'none'}>
      <p className="standing-line">
        <span className="standing-who">
          {who} {target === null ? overviewText.noTargetNumber : formatNumber(target)}
        </span>
        <span className="standing-percent">{percentText ?? ''}</span>
      </p>
      {percent === null ? null : (
        <>
          <div
            className="bar"
            role="progressbar"
            aria-label={overviewText.progressLabel(`${indicator}, ${who}`, percentText ?? '')}
            aria-valuenow={Math.min(100, Math.round(percent))}
            aria-valuemin={0}
            aria-valuemax={100}
          >
            <div className="bar-fill" style={{ width: `${Math.min(100, percent)}%` }} />
            <div className="bar-now" style={{ left: `${elapsed}%` }} />
          </div>
          <p className="standing-foot">
            <span className="standing-state">{pace === null ? '' : overviewText.paces[pace]}</span>
            <span>
              {[restOf(standing), ...(neededPerMonth === null ? [] : [overviewText.needed(neededPerMonth)])].join(
                ' · ',
              )}
            </span>
          </p>
        </>
      )}
    </div>
  )
}

function restOf({ result, target, remaining }: Standing): string {
  if (remaining !== null && remaining > 0) return overviewText.remaining(remaining)
  if (result !== null && target !== null && result > target)
    return overviewText.exceeded(subtractDecimals(result, target))
  return ''
}
