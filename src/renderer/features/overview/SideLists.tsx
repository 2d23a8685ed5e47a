import type { OverviewAnswer } from '#shared/contract/overview.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import { overviewText } from '#renderer/text/overview.ts'
import type { RankedFigure, StandingUnit } from './ranked-figure.ts'

/** As many as fit in one look. */
const SHOWN = 5

/** The clock of every campaign and phase near the day, with its figures. */
export function CampaignClocks({ campaigns }: { readonly campaigns: OverviewAnswer['campaigns'] }) {
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
              <li key={`${figure.indicator} ${figure.assigner}`}>
                <span>{overviewText.against(figure.shortName, figure.result, figure.target)}</span>
                <span className={`side-percent state-${figure.pace ?? 'none'}`}>{figure.percentText ?? ''}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

/** Who is behind and who is ahead, in the indicator that is ranked. */
export function LeadingUnits({ chosen }: { readonly chosen: RankedFigure }) {
  const { units } = chosen.standing
  // Those who sent nothing stand in their own list.
  const behind = units.filter(({ reported, pace }) => reported && pace === 'behind').toReversed()
  const ahead = units.filter(({ reported, pace }) => reported && pace !== null && pace !== 'behind')
  const name = chosen.figure.shortName
  return (
    <>
      <UnitList title={overviewText.behindTitle(name)} rows={behind} tone="behind" none={overviewText.behindNone} />
      <UnitList title={overviewText.aheadTitle(name)} rows={ahead} tone="reached" none={overviewText.aheadNone} />
    </>
  )
}

interface UnitListProps {
  readonly title: string
  readonly rows: readonly StandingUnit[]
  readonly tone: 'behind' | 'reached'
  readonly none: string
}

function UnitList({ title, rows, tone, none }: UnitListProps) {
  return (
    <section aria-label={title}>
      <h2 className="overview-title">{title}</h2>
      {rows.length === 0 ? <p className="simple-empty">{none}</p> : null}
      <ol className="side-list">
        {rows.slice(0, SHOWN).map((row) => (
          <li key={row.unit}>
            <span>{row.name}</span>
            <span className={`side-percent state-${tone}`}>{row.percentText}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What came in since a week before. */
export function RecentChanges({ changes }: { readonly changes: OverviewAnswer['changes'] }) {
  const { since, reports, founded, ended, versions } = changes
  const lines = [
    ...versions.map(({ plan, name, on }) => ({
      key: `v ${plan} ${name}`,
      text: overviewText.newVersion(plan, name),
      note: formatDate(on),
    })),
    ...reports.map(({ unit, name, asOf, receivedOn, figures }) => ({
      key: `r ${unit} ${asOf} ${receivedOn}`,
      text: overviewText.newReport(name, asOf, figures),
      note: formatDate(receivedOn),
    })),
    ...founded.map(({ id, name, on }) => ({ key: `f ${id}`, text: overviewText.founded(name), note: formatDate(on) })),
    ...ended.map(({ id, name, on }) => ({ key: `e ${id}`, text: overviewText.ended(name), note: formatDate(on) })),
  ]
  return (
    <section aria-label={overviewText.changesTitle(since)}>
      <h2 className="overview-title">{overviewText.changesTitle(since)}</h2>
      {lines.length === 0 ? <p className="simple-empty">{overviewText.changesNone}</p> : null}
      <ul className="side-list">
        {lines.slice(0, 2 * SHOWN).map(({ key, text, note }) => (
          <li key={key}>
            <span>{text}</span>
            <span className="side-note">{note}</span>
          </li>
        ))}
      </ul>
      {lines.length > 2 * SHOWN ? <p className="side-note">{overviewText.more(lines.length - 2 * SHOWN)}</p> : null}
    </section>
  )
}
