import { Button } from '@fluentui/react-components'
import type { OverviewAnswer } from '#shared/contract/overview.ts'
import { overviewText } from '#renderer/text/overview.ts'
import { goTo } from '#renderer/ui/state/navigation.ts'

interface SilentUnitsProps {
  readonly silent: OverviewAnswer['silent']
}

/** Units with a target of which nothing has been reported, each with the way to type its report. */
export function SilentUnits({ silent }: SilentUnitsProps) {
  return (
    <section aria-label={overviewText.silentTitle}>
      <h2 className="overview-title">{overviewText.silentTitle}</h2>
      {silent.length === 0 ? <p className="simple-empty">{overviewText.silentNone}</p> : null}
      <ul className="side-list">
        {silent.map(({ unit, name, last }) => (
          <li key={unit}>
            <span>
              {name}
              <span className="side-note">{overviewText.lastReport(last)}</span>
            </span>
            <Button
              size="small"
              aria-label={`${overviewText.enterReport}: ${name}`}
              onClick={() => goTo('results', unit)}
            >
              {overviewText.enterReport}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
