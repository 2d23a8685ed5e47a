import type { ReactNode } from 'react'
import type { OverviewAnswer, OverviewFigure } from '#shared/contract/overview.ts'
import { formatNumber, formatPercent } from '#shared/domain/text/format.ts'
import { subtractDecimals } from '#shared/kit/fraction.ts'
import { overviewText } from '#renderer/text/overview.ts'
import { NumberLink } from '#renderer/ui/sources/NumberLink.tsx'
import { showAmount } from '#renderer/ui/sources/source-lines.ts'
import type { OpenNumber, Standing } from './ranked-figure.ts'
import { stateOf, StateWord } from './state-word.tsx'

interface KeyFiguresProps {
  readonly overview: OverviewAnswer
  /** Indicator whose curve and units stand below. */
  readonly chosen: string | null
  readonly onChoose: (indicator: string) => void
  readonly onOpen: OpenNumber
}

export function KeyFigures({ overview, chosen, onChoose, onOpen }: KeyFiguresProps) {
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
            asOf={overview.asOf}
            elapsed={elapsed}
            isChosen={figure.indicator === chosen}
            onChoose={() => onChoose(figure.indicator)}
            onOpen={onOpen}
          />
        ))}
      </div>
    </section>
  )
}

interface FigureProps {
  readonly figure: OverviewFigure
  readonly asOf: string
  readonly elapsed: number
  readonly isChosen: boolean
  readonly onChoose: () => void
  readonly onOpen: OpenNumber
}

/** The result once, large, with its day; under it what the week brought, what each body asks and how far that is. */
function Figure({ figure, asOf, elapsed, isChosen, onChoose, onOpen }: FigureProps) {
  const { indicator, name, shortName, unitLabel, result, qualifier, qualifierWord, resultAsOf, standings } = figure
  const open = (before?: string): void =>
    onOpen({ unit: null, indicator, ...(before === undefined ? {} : { before, opens: 'before' }) })
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
            <NumberLink of={overviewText.ofProvince(shortName)} className="figure-result" onOpen={() => open()}>
              {showAmount(result, qualifierWord, qualifier)}
              {unitLabel === '%' ? '%' : ''}
            </NumberLink>{' '}
            {unitLabel === '%' ? null : <span className="figure-unit">{unitLabel}</span>}
            <span className="figure-day">{overviewText.figureDay(resultAsOf ?? asOf)}</span>
          </>
        )}
      </p>
      <p className="figure-beside">
        <Beside figure={figure} onOpen={open} />
      </p>
      {standings.map((standing) => (
        <StandingLine
          key={`${standing.assignerCode} ${standing.kind}`}
          standing={standing}
          indicator={shortName}
          elapsed={elapsed}
          onOpen={() => open()}
        />
      ))}
    </article>
  )
}

interface BesideProps {
  readonly figure: OverviewFigure
  readonly onOpen: (before: string) => void
}

/** "tuần qua +838 · cùng kỳ 3.120" */
function Beside({ figure: { shortName, weekBefore, yearBefore }, onOpen }: BesideProps): ReactNode {
  const week = weekBefore.change === null ? null : overviewText.week(weekBefore.change)
  const year = yearBefore.result === null ? null : overviewText.lastYear(yearBefore.result)
  const link = (words: string, day: string): ReactNode => (
    <NumberLink of={overviewText.of(shortName, words)} onOpen={() => onOpen(day)}>
      {words}
    </NumberLink>
  )
  return (
    <>
      {week === null ? null : link(week, weekBefore.asOf)}
      {week === null || year === null ? '' : ' · '}
      {year === null ? null : link(year, yearBefore.asOf)}
    </>
  )
}

interface StandingLineProps {
  readonly standing: Standing
  readonly indicator: string
  readonly elapsed: number
  readonly onOpen: () => void
}

function StandingLine({ standing, indicator, elapsed, onOpen }: StandingLineProps) {
  const { percent, percentText, target, assigner, kind, neededPerMonth } = standing
  const who = overviewText.assigner(assigner, overviewText.kinds[kind ?? 'assigned'])
  return (
    <div className="standing" data-pace={stateOf(standing)?.tone ?? 'none'}>
      <p className="standing-line">
        <span className="standing-who">
          {who}{' '}
          {target === null ? (
            overviewText.noTargetNumber
          ) : (
            <NumberLink of={overviewText.of(indicator, who)} onOpen={onOpen}>
              {formatNumber(target)}
            </NumberLink>
          )}
        </span>
        {percentText === null ? null : (
          <NumberLink of={overviewText.of(indicator, who)} className="standing-percent" onOpen={onOpen}>
            {percentText}
          </NumberLink>
        )}
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
            <StateWord of={standing} />
            <span>
              {[restOf(standing), ...(neededPerMonth === null ? [] : [overviewText.needed(neededPerMonth)])]
                .filter((words) => words !== '')
                .join(' · ')}
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
