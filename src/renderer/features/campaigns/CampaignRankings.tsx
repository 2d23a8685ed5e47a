import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { CampaignRanking, CampaignReport } from '#shared/contract/campaigns.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { campaignsText } from '#renderer/text/campaigns.ts'
import { resultsText } from '#renderer/text/results.ts'
import { type AskedNumber } from '#renderer/ui/sources/SourcesDialog.tsx'
import { DataGrid } from '#renderer/ui/DataGrid/DataGrid.tsx'
import type { GridMenuItem } from '#renderer/ui/DataGrid/grid-model.ts'
import { FilterSelect } from '#renderer/ui/layout/FilterSelect.tsx'
import { notify, notifyError } from '#renderer/ui/state/notices.ts'
import { ExcludeDialog } from './ExcludeDialog.tsx'
import { RANKING_COLUMNS, type RankedRow } from './ranking-columns.ts'

const text = campaignsText

interface CampaignRankingsProps {
  readonly report: CampaignReport
  readonly onGoToTargets: () => void
  readonly onOpen: (number: Omit<AskedNumber, 'asOf'>) => void
}

/** Who leads, in the column of targets that is chosen, and why the others have no rank. */
export function CampaignRankings({ report, onGoToTargets, onOpen }: CampaignRankingsProps) {
  const { rankings } = report
  const [chosen, setChosen] = useState<string | null>(null)
  const [excluding, setExcluding] = useState<{ readonly unit: string; readonly name: string } | null>(null)
  const ranking = rankings.find((one) => keyOf(one) === chosen) ?? rankings[0]
  if (ranking === undefined)
    return (
      <section aria-label={text.ranking}>
        <h2 className="campaign-title">{text.ranking}</h2>
        <p className="simple-empty">
          {text.noRanking}{' '}
          <Button size="small" appearance="subtle" onClick={onGoToTargets}>
            {text.goToTargets}
          </Button>
        </p>
      </section>
    )
  const menu = (row: RankedRow): readonly GridMenuItem[] =>
    row.unit === null
      ? []
      : [
          {
            label: resultsText.source,
            run: () =>
              onOpen({ plan: ranking.plan, unit: row.unit, indicator: ranking.indicator, basis: ranking.basis }),
          },
          { label: text.exclude, run: () => setExcluding({ unit: row.unit ?? '', name: row.name }) },
        ]
  return (
    <section aria-label={text.ranking}>
      <div className="campaign-ranking-head">
        <h2 className="campaign-title">{text.ranking}</h2>
        <FilterSelect
          label={text.rankingOf}
          value={keyOf(ranking)}
          options={rankings.map((one) => ({
            value: keyOf(one),
            label: text.rankingChoice(
              one.indicatorName,
              one.assigner,
              one.plan === report.code ? text.whole : one.planName,
              one.basis === 'cumulative',
            ),
          }))}
          onChange={setChosen}
        />
      </div>
      <div className="campaign-grid">
        <DataGrid<RankedRow>
          name="campaign-ranking"
          label={text.ranking}
          columns={RANKING_COLUMNS}
          rows={ranking.rows}
          rowId={idOf}
          menu={menu}
        />
      </div>
      <Excluded ranking={ranking} />
      {excluding === null ? null : (
        <ExcludeDialog plan={ranking.plan} unit={excluding} onClose={() => setExcluding(null)} />
      )}
    </section>
  )
}

function Excluded({ ranking }: { readonly ranking: CampaignRanking }) {
  if (ranking.excluded.length === 0) return null
  const include = async (unit: string, name: string): Promise<void> => {
    const answer = await runCommand('campaigns.include', { plan: ranking.plan, units: [unit] })
    if (answer.ok) notify('success', text.includedNow(name))
    else notifyError(answer.error)
  }
  return (
    <>
      <h3 className="campaign-phase-name">{text.excluded}</h3>
      <ul className="campaign-excluded" aria-label={text.excluded}>
        {ranking.excluded.map(({ unit, name, why, sentence }) => (
          <li key={unit}>
            {`${name}: ${sentence}`}
            {why === 'decided' ? (
              <Button size="small" appearance="subtle" onClick={() => void include(unit, name)}>
                {text.include}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}

function keyOf({ plan, indicator, assignerCode, kind, basis }: CampaignRanking): string {
  return `${plan}|${indicator}|${assignerCode}|${kind}|${basis}`
}

function idOf(row: RankedRow): string {
  return row.unit ?? row.name
}
