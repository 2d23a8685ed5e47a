import { Checkbox } from '@fluentui/react-components'
import { NoteAddRegular, NoteEditRegular } from '@fluentui/react-icons'
import { useMemo, useState } from 'react'
import type { FollowUpRow, VisitRow } from '#shared/contract/organisation-rows.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import { useData } from '#renderer/api/data.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { organisationText } from '#renderer/text/organisation.ts'
import type { GridColumns } from '#renderer/ui/DataGrid/column.ts'
import { Screen, type ScreenAction } from '#renderer/ui/layout/Screen.tsx'
import { notify } from '#renderer/ui/state/notices.ts'
import { EmptyTab } from './EmptyTab.tsx'
import type { TabProps } from './OrganisationScreen.tsx'
import { makeRecordColumns, pick, type RecordChoices } from './record-columns.ts'
import { RecordGrid } from './RecordGrid.tsx'
import { useRecordChoices } from './use-record-choices.ts'
import { VisitDialog } from './VisitDialog.tsx'

const text = organisationText
const NONE: readonly never[] = []
type Open = { readonly visit: VisitRow | null }

/** What visits left to do above, late ones first; the visits themselves below. */
export function VisitsTab({ unit, choices: filters }: TabProps) {
  const asOf = useWorkingContext((context) => context.asOf)
  const [openOnly, setOpenOnly] = useState(true)
  const [open, setOpen] = useState<Open | null>(null)
  const [focused, setFocused] = useState<VisitRow | null>(null)
  const choices = useRecordChoices()
  const followUps = useData('visits.followUps', { asOf, unit, which: openOnly ? 'open' : 'all' }).data ?? NONE
  const visits = useData('visits.list', { asOf, unit }).data ?? NONE
  const everything = useData('visits.list', { asOf }, { enabled: visits.length === 0 }).data
  const followUpColumns = useMemo(() => makeFollowUpColumns(choices), [choices])
  const columns = useMemo(() => makeVisitColumns(choices), [choices])
  const actions: ScreenAction[] = [
    { label: text.addVisit, icon: <NoteAddRegular />, main: true, run: () => setOpen({ visit: null }) },
    {
      label: text.editVisit,
      icon: <NoteEditRegular />,
      run: () => {
        const visit = visits.find(({ id }) => id === focused?.id) ?? null
        if (visit === null) notify('info', text.chooseFirst)
        else setOpen({ visit })
      },
    },
  ]
  const overdue = followUps.filter((row) => row.overdue).length
  return (
    <Screen
      title={text.title}
      subtitle={text.summary.visits(visits.length, followUps.filter(({ state }) => state === 'open').length, overdue)}
      actions={actions}
      filters={
        <>
          {filters}
          <Checkbox
            label={text.openOnly}
            checked={openOnly}
            onChange={(_, { checked }) => setOpenOnly(checked === true)}
          />
        </>
      }
    >
      <EmptyTab
        everything={visits.length > 0 ? visits : everything}
        title={text.empty.visits}
        text={text.empty.visitsText}
        actions={[{ label: text.addVisit, main: true, run: () => setOpen({ visit: null }) }]}
      >
        <div className="organisation-split">
          <div className="organisation-part">
            <h2 className="organisation-heading">{text.dueFirst}</h2>
            <RecordGrid<FollowUpRow>
              table="followUps"
              label={text.tables.followUps}
              columns={followUpColumns}
              rows={followUps}
              canAddRows={false}
              onOpen={(row) => setOpen({ visit: visits.find(({ id }) => id === row.visitId) ?? null })}
            />
          </div>
          <div className="organisation-part">
            <h2 className="organisation-heading">{text.allVisits}</h2>
            <RecordGrid<VisitRow>
              table="visits"
              label={text.tables.visits}
              columns={columns}
              rows={visits}
              onFocusRow={setFocused}
              onOpen={(visit) => setOpen({ visit })}
              menu={(visit) => [{ label: text.editVisit, run: () => setOpen({ visit }) }]}
            />
          </div>
        </div>
      </EmptyTab>
      {open === null ? null : <VisitDialog visit={open.visit} unit={unit} onClose={() => setOpen(null)} />}
    </Screen>
  )
}

function makeFollowUpColumns(choices: RecordChoices): GridColumns<FollowUpRow> {
  const tone = (row: FollowUpRow) => (row.overdue ? ('behind' as const) : row.dueSoon ? ('warning' as const) : null)
  const columns = makeRecordColumns<FollowUpRow>(
    'followUps',
    {
      content: { minWidth: 260, flex: 2 },
      person: { width: 170 },
      unit: { width: 170 },
      dueOn: { width: 112, tone },
      state: { width: 110 },
      doneOn: { width: 112 },
      result: { minWidth: 160, flex: 1 },
    },
    choices,
  )
  return [
    ...pick(columns, 'dueOn'),
    {
      id: 'daysLeft',
      title: text.columns.daysLeft,
      kind: 'count',
      width: 120,
      value: ({ daysLeft }) => daysLeft,
      display: ({ daysLeft }) =>
        daysLeft === null ? '' : daysLeft < 0 ? text.overdue(-daysLeft) : text.dueIn(daysLeft),
      tone,
    },
    ...pick(columns, 'content', 'person', 'unit', 'state', 'doneOn', 'result'),
    {
      id: 'visit',
      title: text.columns.visit,
      kind: 'text',
      width: 210,
      value: ({ visitName, visitOn }) => `${visitName}, ${formatDate(visitOn)}`,
    },
  ]
}

function makeVisitColumns(choices: RecordChoices): GridColumns<VisitRow> {
  const columns = makeRecordColumns<VisitRow>(
    'visits',
    {
      onDate: { width: 112 },
      unit: { width: 190 },
      enterprise: { width: 190 },
      leader: { width: 160 },
      committee: { width: 180, aside: true },
      title: { minWidth: 200, flex: 2 },
      hosts: { width: 180, aside: true },
      state: { width: 110 },
      situation: { width: 220 },
      strengths: { width: 200, aside: true },
      difficulties: { width: 220 },
      causes: { width: 200 },
      solutions: { width: 220 },
      conclusion: { width: 180, aside: true },
      note: { width: 140, aside: true },
    },
    choices,
  )
  return [
    ...pick(columns, 'onDate'),
    ...pick(columns, 'unit').map((column) => ({
      ...column,
      value: (row: VisitRow) => (row.enterpriseId === null ? row.unit : null),
      display: (row: VisitRow) => (row.enterpriseId === null ? row.unitName : null),
    })),
    ...pick(columns, 'enterprise', 'leader'),
    {
      id: 'left',
      title: text.columns.left,
      kind: 'count',
      width: 100,
      value: ({ openFollowUps }) => openFollowUps,
      tone: ({ overdueFollowUps }) => (overdueFollowUps > 0 ? 'behind' : null),
      display: ({ openFollowUps, overdueFollowUps }) =>
        overdueFollowUps > 0 ? `${openFollowUps} (! ${overdueFollowUps})` : null,
    },
    ...pick(columns, 'state', 'title', 'situation', 'difficulties', 'causes', 'solutions'),
    ...pick(columns, 'strengths', 'conclusion', 'committee', 'hosts', 'note'),
    {
      id: 'people',
      title: text.columns.people,
      kind: 'text',
      width: 200,
      aside: true,
      value: ({ people }) => people.map(({ name }) => name).join(', ') || null,
    },
  ]
}
