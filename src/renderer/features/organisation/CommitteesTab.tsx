import { Checkbox } from '@fluentui/react-components'
import { AddRegular, DocumentTextRegular, EditRegular, PeopleSwapRegular } from '@fluentui/react-icons'
import { useMemo, useState } from 'react'
import type { CommitteeMemberRow, CommitteeRow } from '#shared/contract/organisation-rows.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import { useData } from '#renderer/api/data.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { organisationText } from '#renderer/text/organisation.ts'
import type { GridColumns } from '#renderer/ui/DataGrid/column.ts'
import { Screen, type ScreenAction } from '#renderer/ui/layout/Screen.tsx'
import { goTo } from '#renderer/ui/state/navigation.ts'
import { notify } from '#renderer/ui/state/notices.ts'
import { CommitteeDialog } from './CommitteeDialog.tsx'
import { EmptyTab } from './EmptyTab.tsx'
import type { TabProps } from './OrganisationScreen.tsx'
import { makeRecordColumns, pick, type RecordChoices } from './record-columns.ts'
import { RecordGrid } from './RecordGrid.tsx'
import { RestaffDialog } from './RestaffDialog.tsx'
import { useRecordChoices } from './use-record-choices.ts'

const text = organisationText
const NONE: readonly never[] = []
type Open = { readonly kind: 'add' } | { readonly kind: 'edit' | 'restaff'; readonly committee: CommitteeRow }

/** Committees at every level above, the members of the chosen one below. */
export function CommitteesTab({ unit, choices: filters }: TabProps) {
  const asOf = useWorkingContext((context) => context.asOf)
  const [activeOnly, setActiveOnly] = useState(true)
  const [everyMember, setEveryMember] = useState(false)
  const [chosenId, setChosen] = useState<string | null>(null)
  const [open, setOpen] = useState<Open | null>(null)
  const choices = useRecordChoices()
  const listed = useData('committees.list', { asOf, unit, state: activeOnly ? 'active' : null, everyMember }).data
  const rows = listed ?? NONE
  const chosen = rows.find(({ id }) => id === chosenId) ?? rows[0] ?? null
  const columns = useMemo(() => committeeColumns(choices), [choices])
  const memberColumns = useMemo(() => makeMemberColumns(choices), [choices])
  const first = useMemo(() => [{ column: 'committee', value: chosen?.id ?? '' }], [chosen?.id])
  const withChosen = (run: (committee: CommitteeRow) => void) => () => {
    if (chosen === null) notify('info', text.chooseFirst)
    else run(chosen)
  }
  const actions: ScreenAction[] = [
    { label: text.addCommittee, icon: <AddRegular />, main: true, run: () => setOpen({ kind: 'add' }) },
    {
      label: text.restaff,
      icon: <PeopleSwapRegular />,
      run: withChosen((committee) => setOpen({ kind: 'restaff', committee })),
    },
    {
      label: text.editCommittee,
      icon: <EditRegular />,
      run: withChosen((committee) => setOpen({ kind: 'edit', committee })),
    },
    { label: text.makeDecision, icon: <DocumentTextRegular />, run: () => goTo('documents', 'quyet-dinh-ban-chi-dao') },
  ]
  const everything = useData('committees.list', { asOf }, { enabled: rows.length === 0 }).data
  return (
    <Screen
      title={text.title}
      subtitle={text.summary.committees(
        rows.filter(({ active }) => active).length,
        rows.reduce((sum, row) => sum + row.members.filter(({ active }) => active).length, 0),
      )}
      actions={actions}
      filters={
        <>
          {filters}
          <Checkbox
            label={text.activeOnly}
            checked={activeOnly}
            onChange={(_, { checked }) => setActiveOnly(checked === true)}
          />
        </>
      }
    >
      <EmptyTab
        everything={rows.length > 0 ? rows : everything}
        title={text.empty.committees}
        text={text.empty.committeesText}
        actions={[{ label: text.addCommittee, main: true, run: () => setOpen({ kind: 'add' }) }]}
      >
        <div className="organisation-split">
          <div className="organisation-part">
            <RecordGrid<CommitteeRow>
              table="committees"
              label={text.tables.committees}
              columns={columns}
              rows={rows}
              onFocusRow={(row) => {
                if (row !== null) setChosen(row.id)
              }}
              onOpen={(committee) => setOpen({ kind: 'edit', committee })}
              menu={(committee) => [
                { label: text.restaff, run: () => setOpen({ kind: 'restaff', committee }) },
                { label: text.editCommittee, run: () => setOpen({ kind: 'edit', committee }) },
              ]}
            />
          </div>
          <div className="organisation-part large">
            {chosen === null ? (
              <p className="organisation-hint">{text.chooseCommittee}</p>
            ) : (
              <>
                <div className="organisation-heading-row">
                  <h2 className="organisation-heading">{text.membersOf(chosen.name)}</h2>
                  <Checkbox
                    label={text.everyMember}
                    checked={everyMember}
                    onChange={(_, { checked }) => setEveryMember(checked === true)}
                  />
                </div>
                <RecordGrid<CommitteeMemberRow>
                  key={chosen.id}
                  table="members"
                  label={text.tables.members}
                  columns={memberColumns}
                  rows={chosen.members}
                  first={first}
                />
              </>
            )}
          </div>
        </div>
      </EmptyTab>
      {open?.kind === 'add' ? <CommitteeDialog committee={null} unit={unit} onClose={() => setOpen(null)} /> : null}
      {open?.kind === 'edit' ? (
        <CommitteeDialog committee={open.committee} unit={unit} onClose={() => setOpen(null)} />
      ) : null}
      {open?.kind === 'restaff' ? <RestaffDialog committee={open.committee} onClose={() => setOpen(null)} /> : null}
    </Screen>
  )
}

function committeeColumns(choices: RecordChoices): GridColumns<CommitteeRow> {
  const muted = (row: CommitteeRow) => (row.active ? null : ('muted' as const))
  const columns = makeRecordColumns<CommitteeRow>(
    'committees',
    {
      unit: { width: 170, tone: muted },
      name: { minWidth: 230, flex: 2, tone: muted },
      issuerKind: { width: 120, title: text.columns.foundedBy },
      issuer: { width: 210, aside: true },
      period: { width: 148 },
      duties: { width: 240, aside: true },
      regime: { width: 200, aside: true },
      validFrom: { width: 112 },
      validTo: { width: 112 },
      note: { width: 140, aside: true },
    },
    choices,
  )
  return [
    ...pick(columns, 'unit', 'name', 'issuerKind', 'issuer', 'period'),
    {
      id: 'founding',
      title: text.columns.founded,
      kind: 'text',
      width: 170,
      value: ({ decisions }) => {
        const last = decisions.at(-1)
        return last === undefined ? null : [last.number, formatDate(last.decidedOn)].filter(Boolean).join(' · ')
      },
      hint: ({ decisions }) =>
        decisions.map(({ number, decidedOn }) => [number, formatDate(decidedOn)].filter(Boolean).join(', ')).join('; '),
    },
    {
      id: 'head',
      title: text.columns.head,
      kind: 'text',
      width: 150,
      sortAs: 'person',
      value: ({ members }) => members.find(({ active }) => active)?.person ?? null,
    },
    {
      id: 'members',
      title: text.columns.members,
      kind: 'count',
      width: 92,
      value: ({ members }) => members.filter(({ active }) => active).length,
    },
    ...pick(columns, 'validFrom', 'validTo', 'duties', 'regime', 'note'),
  ]
}

function makeMemberColumns(choices: RecordChoices): GridColumns<CommitteeMemberRow> {
  const muted = (row: CommitteeMemberRow) => (row.active ? null : ('muted' as const))
  const columns = makeRecordColumns<CommitteeMemberRow>(
    'members',
    {
      person: { width: 190, tone: muted },
      role: { width: 200, tone: muted },
      position: { width: 230 },
      duties: { minWidth: 220, flex: 2 },
      sortOrder: { width: 80, aside: true },
      validFrom: { width: 112 },
      validTo: { width: 112 },
    },
    choices,
  )
  return [
    ...pick(columns, 'person', 'role', 'position', 'duties'),
    {
      id: 'areas',
      title: text.columns.areas,
      kind: 'text',
      minWidth: 180,
      flex: 1,
      value: ({ areas }) => (areas.length === 0 ? null : areas.map(({ name }) => name).join(', ')),
      hint: ({ areas }) => areas.map(({ name }) => name).join(', ') || null,
    },
    ...pick(columns, 'validFrom', 'validTo', 'sortOrder'),
  ]
}
