import { CheckmarkStarburstRegular, DocumentAddRegular, PrintRegular, ScalesRegular } from '@fluentui/react-icons'
import { useMemo, useState } from 'react'
import { useData } from '#renderer/api/data.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { overviewText } from '#renderer/text/overview.ts'
import { reconcileText } from '#renderer/text/reconcile.ts'
import { Waiting } from '#renderer/ui/layout/Waiting.tsx'
import { Screen, type ScreenAction } from '#renderer/ui/layout/Screen.tsx'
import { goTo } from '#renderer/ui/state/navigation.ts'
import { type AskedNumber, SourcesDialog } from '#renderer/ui/sources/SourcesDialog.tsx'
import { useTableChoice } from '#renderer/ui/state/table-choice.ts'
import { ChecksDialog } from './ChecksDialog.tsx'
import { FigureCurve } from './FigureCharts.tsx'
import { FirstSteps } from './FirstSteps.tsx'
import { KeyFigures } from './KeyFigures.tsx'
import './overview.css'
import { OverdueWork } from './OverdueWork.tsx'
import { type OpenNumber, rankedFiguresOf } from './ranked-figure.ts'
import { ReconcileDialog } from './ReconcileDialog.tsx'
import { CampaignClocks, LeadingUnits, RecentChanges } from './SideLists.tsx'
import { SilentUnits } from './SilentUnits.tsx'
import { UnitRanking } from './UnitRanking.tsx'

const NONE: readonly never[] = []
/** What a secretary takes to a meeting: this page as one sheet, its figures kept as they were. */
const BRIEF = 'bao-cao-nhanh'

/** Chúng ta đang ở đâu? */
export function OverviewScreen() {
  const { plan: planCode, asOf } = useWorkingContext()
  const { assigner } = useTableChoice()
  const plans = useData('plans.list', {}).data
  const whose = useData('file.status', {}).data?.provinceName ?? ''
  const plan = plans?.find(({ code }) => code === planCode)
  const overview = useData('overview.get', { plan: planCode, asOf }, { enabled: plan !== undefined }).data
  const ranked = useMemo(() => (overview === undefined ? NONE : rankedFiguresOf(overview)), [overview])
  const [rankedBy, setRankedBy] = useState<string | null>(null)
  const [figureOf, setFigureOf] = useState<string | null>(null)
  const [isChecking, setIsChecking] = useState(false)
  const [isReconciling, setIsReconciling] = useState(false)
  const [asked, setAsked] = useState<AskedNumber | null>(null)
  const open: OpenNumber = (number) => setAsked({ plan: plan?.code ?? '', asOf, ...number })
  const chosen =
    ranked.find(({ key }) => key === rankedBy) ??
    ranked.find(({ standing }) => standing.assignerCode === assigner) ??
    ranked[0]
  const figure =
    overview?.figures.find(({ indicator }) => indicator === figureOf) ?? chosen?.figure ?? overview?.figures[0]

  /** The units follow the figure where they have it; a figure nobody spread leaves them as they were. */
  const choose = (indicator: string): void => {
    setFigureOf(indicator)
    const same = ranked.filter((one) => one.figure.indicator === indicator)
    const next = same.find(({ standing }) => standing.assignerCode === chosen?.standing.assignerCode) ?? same[0]
    if (next !== undefined) setRankedBy(next.key)
  }

  const actions: ScreenAction[] = [
    {
      label: overviewText.makeReport,
      icon: <DocumentAddRegular />,
      main: true,
      run: () => goTo('documents', BRIEF),
    },
    { label: overviewText.checks, icon: <CheckmarkStarburstRegular />, run: () => setIsChecking(true) },
    { label: reconcileText.action, icon: <ScalesRegular />, run: () => setIsReconciling(true) },
    { label: overviewText.print, icon: <PrintRegular />, run: () => window.print() },
  ]
  if (plans !== undefined && (plan === undefined || (overview !== undefined && overview.figures.length === 0)))
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
      {plan === undefined || overview === undefined ? (
        <Waiting />
      ) : (
        <div className="screen-scroll overview">
          <div className="overview-main">
            <p className="overview-whose">{whose}</p>
            <KeyFigures overview={overview} chosen={figure?.indicator ?? null} onChoose={choose} onOpen={open} />
            {figure === undefined ? null : (
              <FigureCurve
                overview={overview}
                figure={figure}
                standing={
                  figure.standings.find(({ assignerCode }) => assignerCode === chosen?.standing.assignerCode) ??
                  figure.standings[0] ??
                  null
                }
              />
            )}
            {chosen === undefined ? null : (
              <UnitRanking
                overview={overview}
                ranked={ranked}
                chosen={chosen}
                onOpen={open}
                onChoose={(key) => {
                  setRankedBy(key)
                  setFigureOf(ranked.find((one) => one.key === key)?.figure.indicator ?? null)
                }}
              />
            )}
          </div>
          <aside className="overview-side" aria-label={overviewText.attention}>
            <CampaignClocks campaigns={overview.campaigns} onOpen={open} />
            <SilentUnits silent={overview.silent} />
            <OverdueWork overdue={overview.overdue} />
            {chosen === undefined ? null : <LeadingUnits chosen={chosen} onOpen={open} />}
            <RecentChanges changes={overview.changes} />
          </aside>
        </div>
      )}
      {isChecking ? <ChecksDialog onClose={() => setIsChecking(false)} /> : null}
      {asked === null ? null : <SourcesDialog asked={asked} onClose={() => setAsked(null)} />}
      {isReconciling && plan !== undefined ? (
        <ReconcileDialog planName={plan.name} onClose={() => setIsReconciling(false)} />
      ) : null}
    </Screen>
  )
}
