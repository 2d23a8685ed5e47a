import { DocumentAddRegular, PrintRegular } from '@fluentui/react-icons'
import { useMemo, useState } from 'react'
import { useData } from '#renderer/api/data.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { overviewText } from '#renderer/text/overview.ts'
import { Waiting } from '#renderer/ui/layout/Waiting.tsx'
import { Screen, type ScreenAction } from '#renderer/ui/layout/Screen.tsx'
import { goTo } from '#renderer/ui/state/navigation.ts'
import { useTableChoice } from '#renderer/ui/state/table-choice.ts'
import { FirstSteps } from './FirstSteps.tsx'
import { KeyFigures } from './KeyFigures.tsx'
import { keyFiguresOf } from './key-figures.ts'
import './overview.css'
import { SilentUnits } from './SilentUnits.tsx'
import { LeadingUnits } from './LeadingUnits.tsx'
import { UnitRanking } from './UnitRanking.tsx'
import { rankedFiguresOf } from './unit-standings.ts'

const NONE: readonly never[] = []

/** Chúng ta đang ở đâu? */
export function OverviewScreen() {
  const { plan: planCode, asOf } = useWorkingContext()
  const { assigner } = useTableChoice()
  const plans = useData('plans.list', {}).data
  const plan = plans?.find(({ code }) => code === planCode)
  const catalogue = useData('indicators.list', {}).data ?? NONE
  const progress = useData('progress.get', { plan: planCode, asOf }, { enabled: plan !== undefined })
  const figures = useMemo(
    () => keyFiguresOf(progress.data, catalogue, plan, asOf),
    [progress.data, catalogue, plan, asOf],
  )
  const ranked = useMemo(
    () => (progress.data === undefined ? NONE : rankedFiguresOf(progress.data, figures)),
    [progress.data, figures],
  )
  const [rankedBy, setRankedBy] = useState<string | null>(null)
  const chosen =
    ranked.find(({ key }) => key === rankedBy) ?? ranked.find(({ row }) => row.assignerCode === assigner) ?? ranked[0]

  const actions: ScreenAction[] = [
    {
      label: overviewText.makeReport,
      icon: <DocumentAddRegular />,
      main: true,
      run: () => goTo('documents', 'results'),
    },
    { label: overviewText.print, icon: <PrintRegular />, run: () => window.print() },
  ]
  if (plans !== undefined && (plan === undefined || (progress.data !== undefined && figures.length === 0)))
    return (
      <Screen title={overviewText.title}>
        <FirstSteps hasPlan={plan !== undefined} />
      </Screen>
    )
  return (
    <Screen
      title={overviewText.title}
      subtitle={plan === undefined ? '' : overviewText.subtitle(plan.name, asOf)}
      actions={actions}
    >
      {plan === undefined || progress.data === undefined ? (
        <Waiting />
      ) : (
        <div className="screen-scroll overview">
          <div className="overview-main">
            <KeyFigures figures={figures} plan={plan} asOf={asOf} />
            {chosen === undefined ? null : (
              <UnitRanking ranked={ranked} chosen={chosen} onChoose={setRankedBy} plan={plan} asOf={asOf} />
            )}
          </div>
          <aside className="overview-side" aria-label={overviewText.attention}>
            <SilentUnits silent={progress.data.silent} />
            {chosen === undefined ? null : <LeadingUnits chosen={chosen} plan={plan} asOf={asOf} />}
          </aside>
        </div>
      )}
    </Screen>
  )
}
