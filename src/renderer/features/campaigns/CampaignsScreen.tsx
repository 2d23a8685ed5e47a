import { DocumentTextRegular, FlagRegular } from '@fluentui/react-icons'
import { useMemo, useState } from 'react'
import type { CampaignReport } from '#shared/contract/campaigns.ts'
import { useData } from '#renderer/api/data.ts'
import { choosePlan, useWorkingContext } from '#renderer/api/working-context.ts'
import { campaignsText } from '#renderer/text/campaigns.ts'
import { EmptyState } from '#renderer/ui/layout/EmptyState.tsx'
import { FilterSelect } from '#renderer/ui/layout/FilterSelect.tsx'
import { Screen, type ScreenAction } from '#renderer/ui/layout/Screen.tsx'
import { Waiting } from '#renderer/ui/layout/Waiting.tsx'
import { type AskedNumber, SourcesDialog } from '#renderer/ui/sources/SourcesDialog.tsx'
import { goTo } from '#renderer/ui/state/navigation.ts'
import './campaigns.css'
import { CampaignRankings } from './CampaignRankings.tsx'
import { OpenCampaignDialog } from './OpenCampaignDialog.tsx'
import { PhaseFigures } from './PhaseFigures.tsx'
import { SummaryDialog } from './SummaryDialog.tsx'

const text = campaignsText

/** Đợt này về đích chưa? */
export function CampaignsScreen() {
  const asOf = useWorkingContext((context) => context.asOf)
  const campaigns = useData('campaigns.list', { asOf }).data
  const catalogue = useData('indicators.list', {}).data
  const [wanted, setWanted] = useState<string | null>(null)
  // One that was opened and undone again is no longer there.
  const chosen = campaigns?.some(({ code }) => code === wanted) === true ? wanted : null
  const hasAny = campaigns !== undefined && campaigns.length > 0
  const report = useData('campaigns.report', { campaign: chosen, asOf }, { enabled: hasAny }).data
  const [isOpening, setIsOpening] = useState(false)
  const [isClosing, setIsClosing] = useState(false)
  const [asked, setAsked] = useState<AskedNumber | null>(null)
  const names = useMemo(() => new Map((catalogue ?? []).map(({ code, shortName }) => [code, shortName])), [catalogue])

  const setTargets = (plan: string): void => {
    choosePlan(plan)
    goTo('targets')
  }
  const actions: ScreenAction[] = [
    { label: text.open, icon: <FlagRegular />, main: true, run: () => setIsOpening(true) },
    ...(hasAny && report !== undefined
      ? [{ label: text.summary[report.verdict], icon: <DocumentTextRegular />, run: () => setIsClosing(true) }]
      : []),
  ]
  const dialogs = (
    <>
      {asked === null ? null : <SourcesDialog asked={asked} onClose={() => setAsked(null)} />}
      {isOpening ? <OpenCampaignDialog onClose={() => setIsOpening(false)} onOpened={setWanted} /> : null}
      {isClosing && report !== undefined ? <SummaryDialog report={report} onClose={() => setIsClosing(false)} /> : null}
    </>
  )
  if (campaigns !== undefined && !hasAny)
    return (
      <Screen title={text.title} actions={actions}>
        <EmptyState
          title={text.emptyTitle}
          text={text.emptyText}
          actions={[{ label: text.open, main: true, run: () => setIsOpening(true) }]}
        />
        {dialogs}
      </Screen>
    )
  return (
    <Screen
      title={text.title}
      subtitle={report === undefined ? '' : text.subtitle(report.name, asOf)}
      actions={actions}
      filters={
        <FilterSelect
          label={text.campaign}
          value={chosen ?? report?.code ?? ''}
          options={(campaigns ?? []).map(({ code, name, from, to }) => ({
            value: code,
            label: `${name} (${text.period(from, to)})`,
          }))}
          onChange={setWanted}
        />
      }
    >
      {report === undefined ? (
        <Waiting />
      ) : (
        <div className="screen-scroll campaigns">
          <CampaignClock report={report} />
          <section aria-label={text.phases} className="campaign-phases">
            <h2 className="campaign-title">{text.phases}</h2>
            {phasesOf(report).map((phase) => (
              <PhaseFigures
                key={phase.code}
                phase={phase}
                nameOf={(code) => names.get(code) ?? code}
                onSetTargets={() => setTargets(phase.code)}
                onOpen={(row) =>
                  setAsked({ plan: phase.code, asOf, unit: null, indicator: row.indicator, basis: row.basis })
                }
              />
            ))}
          </section>
          <CampaignRankings
            report={report}
            onOpen={(number) => setAsked({ asOf, ...number })}
            onGoToTargets={() => setTargets(report.phases[0]?.code ?? report.code)}
          />
        </div>
      )}
      {dialogs}
    </Screen>
  )
}

/** The whole campaign stands first where it has targets of its own, or no phases. */
function phasesOf(report: CampaignReport): readonly (CampaignReport['phases'][number] | CampaignReport)[] {
  const hasOwn = report.phases.length === 0 || report.rows.some(({ target }) => target !== null)
  return hasOwn ? [{ ...report, name: text.whole }, ...report.phases] : report.phases
}

function CampaignClock({ report }: { readonly report: CampaignReport }) {
  const { clock, from, to } = report
  return (
    <section className="campaign-head" aria-label={text.clock}>
      <p className="campaign-left">{clock.words}</p>
      <p className="campaign-days">{text.period(from, to)}</p>
      <p className="campaign-days">{text.elapsed(clock.elapsed)}</p>
      <div className="campaign-bar" aria-hidden="true">
        <div className="campaign-bar-gone" style={{ width: `${clock.elapsed}%` }} />
      </div>
    </section>
  )
}
