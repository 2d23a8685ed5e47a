import { Link } from '@fluentui/react-components'
import type { OverviewAnswer } from '#shared/contract/overview.ts'
import { overviewText } from '#renderer/text/overview.ts'
import { goTo } from '#renderer/ui/state/navigation.ts'

const SHOWN = 5
/** The part of Tổ chức where it is done. */
const PLACES = { followUp: 'visits', remedy: 'remedies', step: 'remedies', assignment: 'assignments' } as const

/** What somebody was to do by a day that is past, the longest overdue first, each leading to where it is closed. */
export function OverdueWork({ overdue: { count, rows } }: { readonly overdue: OverviewAnswer['overdue'] }) {
  if (count === 0) return null
  return (
    <section className="overdue-work" aria-label={overviewText.overdueTitle(count)}>
      <h2 className="overview-title">{overviewText.overdueTitle(count)}</h2>
      <ul className="side-list">
        {rows.slice(0, SHOWN).map(({ kind, id, what, about, who, daysLate }) => (
          <li key={id}>
            <span>
              <Link as="button" onClick={() => goTo('organisation', PLACES[kind])}>
                {what ?? overviewText.charge(about)}
              </Link>
              <span className="side-note">
                <span className="state-behind">{overviewText.daysLate(daysLate)}</span>
                {[what === null ? null : about, who].map((part) => (part === null ? '' : ` · ${part}`)).join('')}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {count > SHOWN ? <p className="side-note">{overviewText.more(count - SHOWN)}</p> : null}
    </section>
  )
}
