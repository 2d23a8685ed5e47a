import { DocumentTextRegular, TrophyRegular } from '@fluentui/react-icons'
import { useMemo, useState } from 'react'
import type { CommendationRow } from '#shared/contract/organisation-rows.ts'
import { useData } from '#renderer/api/data.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { organisationText } from '#renderer/text/organisation.ts'
import type { GridColumns } from '#renderer/ui/DataGrid/column.ts'
import { EmptyState } from '#renderer/ui/layout/EmptyState.tsx'
import { Screen } from '#renderer/ui/layout/Screen.tsx'
import { goTo } from '#renderer/ui/state/navigation.ts'
import { notify } from '#renderer/ui/state/notices.ts'
import { EmptyTab } from './EmptyTab.tsx'
import type { TabProps } from './OrganisationScreen.tsx'
import { ProposeDialog } from './ProposeDialog.tsx'
import { makeRecordColumns, pick, type RecordChoices } from './record-columns.ts'
import { RecordGrid } from './RecordGrid.tsx'
import { useRecordChoices } from './use-record-choices.ts'

const text = organisationText
const NONE: readonly never[] = []

/** Who is proposed for commendation in the chosen plan or campaign, and why the others are not. */
export function CommendationsTab({ choices: filters }: TabProps) {
  const plan = useWorkingContext((context) => context.plan)
  const [proposing, setProposing] = useState(false)
  const choices = useRecordChoices()
  const plans = useData('plans.list', {}).data ?? NONE
  const listed = useData('commendations.list', { plan }, { enabled: plan !== null }).data
  const rows = listed ?? NONE
  const columns = useMemo(() => makeColumns(choices), [choices])
  const first = useMemo(() => [{ column: 'plan', value: plan ?? '' }], [plan])
  const planName = plans.find(({ code }) => code === plan)?.name ?? plan ?? ''
  const propose = (): void => {
    if (plan === null) notify('info', text.empty.commendationsPlan)
    else setProposing(true)
  }
  return (
    <Screen
      title={text.title}
      subtitle={
        plan === null
          ? text.summary.noPlan
          : text.summary.commendations(
              rows.filter(({ state }) => state !== 'excluded').length,
              rows.filter(({ state }) => state === 'excluded').length,
              planName,
            )
      }
      actions={[
        { label: text.propose, icon: <TrophyRegular />, main: true, run: propose },
        {
          label: text.makeProposal,
          icon: <DocumentTextRegular />,
          run: () => goTo('documents', 'to-trinh-khen-thuong'),
        },
      ]}
      filters={filters}
    >
      {plan === null ? (
        <EmptyState
          title={text.empty.commendations}
          text={text.empty.commendationsPlan}
          actions={[{ label: text.empty.openTargets, main: true, run: () => goTo('targets') }]}
        />
      ) : (
        <EmptyTab
          everything={listed}
          title={text.empty.commendations}
          text={text.empty.commendationsText}
          actions={[{ label: text.propose, main: true, run: propose }]}
        >
          <RecordGrid<CommendationRow>
            table="commendations"
            label={text.tables.commendations}
            columns={columns}
            rows={rows}
            first={first}
          />
        </EmptyTab>
      )}
      {proposing && plan !== null ? (
        <ProposeDialog plan={plan} planName={planName} onClose={() => setProposing(false)} />
      ) : null}
    </Screen>
  )
}

function makeColumns(choices: RecordChoices): GridColumns<CommendationRow> {
  const muted = (row: CommendationRow) => (row.state === 'excluded' ? ('muted' as const) : null)
  const columns = makeRecordColumns<CommendationRow>(
    'commendations',
    {
      rank: { width: 84, readOnly: true, tone: muted },
      kind: { width: 100, tone: muted },
      name: { minWidth: 220, flex: 1, tone: muted },
      unit: { width: 180, aside: true },
      union: { width: 180, aside: true },
      person: { width: 170, aside: true },
      position: { width: 180, aside: true },
      form: { width: 170 },
      reason: { minWidth: 200, flex: 2, tone: muted },
      state: {
        width: 130,
        tone: (row) => (row.state === 'awarded' ? 'reached' : row.state === 'excluded' ? 'muted' : null),
      },
      exclusion: { minWidth: 200, flex: 1, tone: muted },
      decisionNumber: { width: 130, aside: true },
      decisionOn: { width: 112, aside: true },
      amount: { width: 130, aside: true },
      asOf: { width: 112, aside: true },
      note: { width: 140, aside: true },
    },
    choices,
  )
  return pick(
    columns,
    ...['rank', 'kind', 'name', 'state', 'form', 'reason', 'exclusion'],
    ...['unit', 'union', 'person', 'position', 'decisionNumber', 'decisionOn', 'amount', 'asOf', 'note'],
  )
}
