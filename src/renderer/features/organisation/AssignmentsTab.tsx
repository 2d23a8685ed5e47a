import { Checkbox } from '@fluentui/react-components'
import { CalendarCancelRegular, DocumentTextRegular, PersonAddRegular } from '@fluentui/react-icons'
import { useEffect, useMemo, useState } from 'react'
import type { AssignmentRow } from '#shared/contract/organisation-rows.ts'
import { useData } from '#renderer/api/data.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { organisationText } from '#renderer/text/organisation.ts'
import type { GridColumns } from '#renderer/ui/DataGrid/column.ts'
import { Screen, type ScreenAction } from '#renderer/ui/layout/Screen.tsx'
import { goTo } from '#renderer/ui/state/navigation.ts'
import { notify } from '#renderer/ui/state/notices.ts'
import { showWarnings } from '#renderer/ui/state/status.ts'
import { AssignDialog } from './AssignDialog.tsx'
import { EndAssignmentsDialog } from './EndAssignmentsDialog.tsx'
import { EmptyTab } from './EmptyTab.tsx'
import type { TabProps } from './OrganisationScreen.tsx'
import { makeRecordColumns, pick, type RecordChoices } from './record-columns.ts'
import { RecordGrid } from './RecordGrid.tsx'
import { useRecordChoices } from './use-record-choices.ts'

const text = organisationText
const NONE: readonly never[] = []
/** More than anybody reads at the foot of a window; the table has all of them. */
const MOST_WARNINGS = 200

/** Who is in charge of which unit, enterprise or union, from when to when. */
export function AssignmentsTab({ unit, choices: filters }: TabProps) {
  const asOf = useWorkingContext((context) => context.asOf)
  const [currentOnly, setCurrentOnly] = useState(true)
  const [warned, setWarned] = useState(false)
  const [open, setOpen] = useState<'assign' | readonly AssignmentRow[] | null>(null)
  const [selected, setSelected] = useState<readonly AssignmentRow[]>(NONE)
  const [focused, setFocused] = useState<AssignmentRow | null>(null)
  const choices = useRecordChoices()
  const listed = useData('assignments.list', { asOf, unit, state: currentOnly ? 'current' : null }).data ?? NONE
  const rows = useMemo(() => {
    const shown = warned ? listed.filter((row) => row.warnings.length > 0) : listed
    // Who looks after which area is asked more often than which enterprise: a few rows before many.
    return shown.toSorted((a, b) => Number(a.subject !== 'unit') - Number(b.subject !== 'unit'))
  }, [listed, warned])
  const everything = useData('assignments.list', { asOf }, { enabled: listed.length === 0 }).data
  const hasPeople = useData('people.list', { asOf }).data?.length !== 0
  const columns = useMemo(() => makeColumns(choices), [choices])
  useEffect(() => {
    const found = listed.flatMap((row) =>
      row.warnings.map(({ message }) => ({ text: `${row.subjectName}: ${message}` })),
    )
    showWarnings(found.slice(0, MOST_WARNINGS))
    return () => showWarnings([])
  }, [listed])
  const chosen = selected.length > 0 ? selected : focused === null ? NONE : [focused]
  const actions: ScreenAction[] = [
    { label: text.assign, icon: <PersonAddRegular />, main: true, run: () => setOpen('assign') },
    {
      label: text.endAssignments,
      icon: <CalendarCancelRegular />,
      run: () => {
        if (chosen.length === 0) notify('info', text.chooseFirst)
        else setOpen(chosen)
      },
    },
    { label: text.makeNotice, icon: <DocumentTextRegular />, run: () => goTo('documents', 'thong-bao-phan-cong') },
  ]
  return (
    <Screen
      title={text.title}
      subtitle={text.summary.assignments(
        listed.filter(({ state }) => state === 'current').length,
        new Set(listed.flatMap(({ state, personId }) => (state === 'current' ? [personId] : []))).size,
      )}
      actions={actions}
      filters={
        <>
          {filters}
          <Checkbox
            label={text.currentOnly}
            checked={currentOnly}
            onChange={(_, { checked }) => setCurrentOnly(checked === true)}
          />
          <Checkbox label={text.warned} checked={warned} onChange={(_, { checked }) => setWarned(checked === true)} />
        </>
      }
    >
      <EmptyTab
        everything={listed.length > 0 ? listed : everything}
        title={text.empty.assignments}
        text={hasPeople ? text.empty.assignmentsText : text.empty.assignmentsPeople}
        actions={[
          hasPeople
            ? { label: text.assign, main: true, run: () => setOpen('assign') }
            : { label: text.empty.openPeople, main: true, run: () => goTo('settings', 'people') },
        ]}
      >
        <RecordGrid<AssignmentRow>
          table="assignments"
          label={text.tables.assignments}
          columns={columns}
          rows={rows}
          onFocusRow={setFocused}
          onSelect={setSelected}
          menu={(row) => [{ label: text.endAssignments, run: () => setOpen([row]) }]}
        />
      </EmptyTab>
      {open === 'assign' ? <AssignDialog unit={unit} onClose={() => setOpen(null)} /> : null}
      {open === null || open === 'assign' ? null : (
        <EndAssignmentsDialog ids={open.map(({ id }) => id)} onClose={() => setOpen(null)} />
      )}
    </Screen>
  )
}

function makeColumns(choices: RecordChoices): GridColumns<AssignmentRow> {
  const warning = (codes: readonly string[]) => (row: AssignmentRow) =>
    row.warnings.some(({ code }) => codes.includes(code))
      ? ('warning' as const)
      : row.state === 'current'
        ? null
        : ('muted' as const)
  const hint = (row: AssignmentRow): string | null => row.warnings.map(({ message }) => message).join(' ') || null
  const columns = makeRecordColumns<AssignmentRow>(
    'assignments',
    {
      person: { width: 180, tone: warning(['PERSON_LEFT']), hint },
      role: { width: 130 },
      unit: { width: 200, tone: warning(['UNIT_ENDED']), hint },
      enterprise: { minWidth: 220, flex: 2, tone: warning([]) },
      union: { width: 220, aside: true, tone: warning(['UNION_ENDED']) },
      committee: { width: 200, aside: true },
      duties: { minWidth: 140, flex: 1 },
      validFrom: { width: 112 },
      validTo: { width: 112 },
      dueOn: { width: 112, tone: warning(['OVERDUE']), hint },
      decisionNumber: { width: 130, aside: true },
      decisionOn: { width: 112, aside: true },
      note: { width: 140, aside: true },
    },
    choices,
  )
  // Of an enterprise or a union the unit is where it is placed; only a charge of a unit itself names one.
  const own = columns.get('unit')
  const unitColumns =
    own === undefined
      ? []
      : [
          {
            ...own,
            value: (row: AssignmentRow) => (row.subject === 'unit' ? row.unit : null),
            display: (row: AssignmentRow) => (row.subject === 'unit' ? row.unitName : null),
          },
        ]
  return [
    ...pick(columns, 'person', 'role'),
    ...unitColumns,
    ...pick(columns, 'enterprise', 'union'),
    {
      id: 'placedIn',
      title: text.columns.placedIn,
      kind: 'text',
      width: 170,
      aside: true,
      value: ({ unitName }) => unitName,
    },
    ...pick(columns, 'validFrom', 'validTo', 'dueOn', 'duties'),
    {
      id: 'state',
      title: text.columns.state,
      kind: 'text',
      width: 120,
      value: ({ state }) => text.states[state],
      tone: ({ state }) => (state === 'current' ? null : 'muted'),
    },
    ...pick(columns, 'committee', 'decisionNumber', 'decisionOn', 'note'),
  ]
}
