import { Button } from '@fluentui/react-components'
import { overviewText } from '#renderer/text/overview.ts'
import { goTo } from '#renderer/ui/state/navigation.ts'

/** An empty province: what is needed before there is anything to see here. */
export function FirstSteps({ hasPlan }: { readonly hasPlan: boolean }) {
  return (
    <div className="empty">
      <p className="empty-title">{overviewText.emptyTitle}</p>
      <p className="empty-text">{hasPlan ? overviewText.noTargets : overviewText.emptyText}</p>
      <ol className="first-steps">
        <li>
          <Button onClick={() => goTo('units')}>{overviewText.steps.units}</Button>
        </li>
        <li>
          <Button onClick={() => goTo('targets')}>{overviewText.steps.plan}</Button>
        </li>
        <li>
          <Button onClick={() => goTo('enterprises')}>{overviewText.steps.enterprises}</Button>
        </li>
      </ol>
    </div>
  )
}
