import { Link } from '@fluentui/react-components'
import type { RemedyRow } from '#shared/contract/organisation-rows.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import { remediesText as text } from '#renderer/text/remedies.ts'
import { goTo } from '../state/navigation.ts'
import './remedies.css'

/** What is done about a difficult enterprise or a weak union: causes, plan, who answers for it, steps. */
export function RemedyCard({ remedy }: { readonly remedy: RemedyRow }) {
  const due = remedy.dueOn === null ? null : `${text.due} ${formatDate(remedy.dueOn)}`
  return (
    <div className={remedy.overdue ? 'remedy late' : 'remedy'}>
      {remedy.causes === null ? null : <p>{remedy.causes}</p>}
      {remedy.plan === null ? null : <p className="side-panel-strong">{remedy.plan}</p>}
      <p className="side-panel-muted">
        {[
          `${text.officer}: ${remedy.officer ?? text.noOfficer}`,
          remedy.overdue && due !== null ? `${due} (${text.overdue})` : due,
          remedy.reportedOn === null ? null : text.reported(remedy.reportedOn),
          remedy.steps.length === 0 ? null : text.steps(remedy.stepsDone, remedy.steps.length),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {remedy.steps.length === 0 ? null : (
        <ol>
          {remedy.steps.map((step) => (
            <li key={step.id} className={step.doneOn === null ? undefined : 'remedy-done'}>
              {[
                step.content,
                step.doneOn === null
                  ? step.dueOn === null
                    ? null
                    : `${text.due.toLowerCase()} ${formatDate(step.dueOn)}`
                  : `✓ ${formatDate(step.doneOn)}`,
                step.result,
              ]
                .filter(Boolean)
                .join(' · ')}
            </li>
          ))}
        </ol>
      )}
      <Link as="button" onClick={() => goTo('organisation', 'remedies')}>
        {text.open}
      </Link>
    </div>
  )
}
