import { Link } from '@fluentui/react-components'
import type { OverviewAnswer } from '#shared/contract/overview.ts'
import { overviewText } from '#renderer/text/overview.ts'
import { goTo } from '#renderer/ui/state/navigation.ts'
import { NumberLink } from '#renderer/ui/sources/NumberLink.tsx'
import { showAmount } from '#renderer/ui/sources/source-lines.ts'
import type { OpenNumber, RankedFigure, StandingUnit } from './ranked-figure.ts'
import { recentLines } from './recent-lines.ts'
import { stateOf, StateWord } from './state-word.tsx'

/** As many as fit in one look. */
const SHOWN = 5

/** The clock of every campaign and phase near the day, with its figures. */
export function CampaignClocks({
  campaigns,
  onOpen,
}: {
  readonly campaigns: OverviewAnswer['campaigns']
  readonly onOpen: OpenNumber
}) {
  if (campaigns.length === 0) return null
  return (
    <section aria-label={overviewText.campaigns}>
      <h2 className="overview-title">{overviewText.campaigns}</h2>
      {campaigns.map(({ plan, name, from, to, clock, figures }) => (
        <div key={plan} className="campaign">
          <p className="campaign-name">{name}</p>
          <p className="campaign-clock">{overviewText.daysLeft[clock.state](clock.daysLeft)}</p>
          <p className="side-note">{overviewText.period(from, to)}</p>
          <ul className="side-list">
            {figures.map((figure) => (
              <li key={`${figure.indicator} ${figure.assigner} ${figure.basis}`} className="side-figure">
                <span>
                  {figure.shortName}
                  <StateWord of={figure} />
                </span>
                <NumberLink
                  of={overviewText.of(figure.shortName, name)}
                  className="side-percent"
                  onOpen={() => onOpen({ plan, unit: null, indicator: figure.indicator, basis: figure.basis })}
                >
                  <span>{overviewText.against(amountOf(figure), figure.target)}</span>
                  <span className={`state-${stateOf(figure)?.tone ?? 'none'}`}>{figure.percentText ?? ''}</span>
                </NumberLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function amountOf({ result, qualifierWord, qualifier }: OverviewAnswer['campaigns'][number]['figures'][number]) {
  return result === null ? null : showAmount(result, qualifierWord, qualifier)
}

/** Who is behind and who is ahead, in the indicator that is ranked. */
export function LeadingUnits({ chosen, onOpen }: { readonly chosen: RankedFigure; readonly onOpen: OpenNumber }) {
  const { units } = chosen.standing
  // Those who sent nothing stand in their own list.
  const behind = units.filter(({ reported, pace }) => reported && pace === 'behind').toReversed()
  const ahead = units.filter(({ reported, pace }) => reported && pace !== null && pace !== 'behind')
  const { shortName, indicator } = chosen.figure
  const open = (unit: string | null): void => onOpen({ unit, indicator })
  const shared = { indicator: shortName, onOpen: open }
  return (
    <>
      <UnitList {...shared} title={overviewText.behindTitle(shortName)} rows={behind} none={overviewText.behindNone} />
      <UnitList {...shared} title={overviewText.aheadTitle(shortName)} rows={ahead} none={overviewText.aheadNone} />
    </>
  )
}

interface UnitListProps {
  readonly title: string
  readonly indicator: string
  readonly rows: readonly StandingUnit[]
  readonly none: string
  readonly onOpen: (unit: string | null) => void
}

function UnitList({ title, indicator, rows, none, onOpen }: UnitListProps) {
  return (
    <section aria-label={title}>
      <h2 className="overview-title">{title}</h2>
      {rows.length === 0 ? <p className="simple-empty">{none}</p> : null}
      <ol className="side-list">
        {rows.slice(0, SHOWN).map((row) => (
          <li key={row.unit}>
            <span>{row.name}</span>
            <NumberLink
              of={overviewText.of(indicator, row.name)}
              className={`side-percent state-${stateOf(row)?.tone ?? 'none'}`}
              onOpen={() => onOpen(row.unit)}
            >
              {row.percentText}
            </NumberLink>
          </li>
        ))}
      </ol>
      {rows.length > SHOWN ? <p className="side-note">{overviewText.moreUnits(rows.length - SHOWN)}</p> : null}
    </section>
  )
}

/** What came in since a week before, each leading to where it stands. */
export function RecentChanges({ changes }: { readonly changes: OverviewAnswer['changes'] }) {
  const title = overviewText.changesTitle(changes.since)
  const lines = recentLines(changes)
  return (
    <section aria-label={title}>
      <h2 className="overview-title">{title}</h2>
      {lines.length === 0 ? <p className="simple-empty">{overviewText.changesNone}</p> : null}
      <ul className="side-list">
        {lines.slice(0, 2 * SHOWN).map(({ key, text, note, hint, screen, focus }) => (
          <li key={key}>
            <span>
              <Link as="button" {...(hint === undefined ? {} : { title: hint })} onClick={() => goTo(screen, focus)}>
                {text}
              </Link>
            </span>
            <span className="side-note">{note}</span>
          </li>
        ))}
      </ul>
      {lines.length > 2 * SHOWN ? <p className="side-note">{overviewText.more(lines.length - 2 * SHOWN)}</p> : null}
    </section>
  )
}
