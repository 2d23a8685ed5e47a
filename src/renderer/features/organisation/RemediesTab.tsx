import { Checkbox } from '@fluentui/react-components'
import { ClipboardTaskAddRegular } from '@fluentui/react-icons'
import { useMemo, useState } from 'react'
import type { RemedyRow } from '#shared/contract/organisation-rows.ts'
import { useData } from '#renderer/api/data.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { organisationText } from '#renderer/text/organisation.ts'
import type { GridColumns } from '#renderer/ui/DataGrid/column.ts'
import { Screen } from '#renderer/ui/layout/Screen.tsx'
import { RemedyDialog } from '#renderer/ui/remedies/RemedyDialog.tsx'
import { EmptyTab } from './EmptyTab.tsx'
import type { TabProps } from './OrganisationScreen.tsx'
import { makeRecordColumns, pick, type RecordChoices } from './record-columns.ts'
import { RecordGrid } from './RecordGrid.tsx'
import { useRecordChoices } from './use-record-choices.ts'

const text = organisationText
const NONE: readonly never[] = []
type Step = RemedyRow['steps'][number]

/** Plans for difficult enterprises and weak unions above, the steps of the chosen one below. */
export function RemediesTab({ unit, choices: filters }: TabProps) {
  const asOf = useWorkingContext((context) => context.asOf)
  const [openOnly, setOpenOnly] = useState(true)
  const [chosenId, setChosen] = useState<string | null>(null)
  const [adding, setAdding] = useState(false)
  const choices = useRecordChoices()
  const rows = useData('remedies.list', { asOf, unit, state: openOnly ? 'open' : null }).data ?? NONE
  const everything = useData('remedies.list', { asOf }, { enabled: rows.length === 0 }).data
  const chosen = rows.find(({ id }) => id === chosenId) ?? rows[0] ?? null
  const columns = useMemo(() => makeColumns(choices), [choices])
  const stepColumns = useMemo(() => makeStepColumns(choices), [choices])
  const first = useMemo(() => [{ column: 'remedy', value: chosen?.id ?? '' }], [chosen?.id])
  return (
    <Screen
      title={text.title}
      subtitle={text.summary.remedies(
        rows.filter((row) => row.open).length,
        rows.filter((row) => row.overdue).length,
        rows.reduce((sum, row) => sum + row.steps.filter(({ overdue }) => overdue).length, 0),
      )}
      actions={[{ label: text.addRemedy, icon: <ClipboardTaskAddRegular />, main: true, run: () => setAdding(true) }]}
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
        everything={rows.length > 0 ? rows : everything}
        title={text.empty.remedies}
        text={text.empty.remediesText}
        actions={[{ label: text.addRemedy, main: true, run: () => setAdding(true) }]}
      >
        <div className="organisation-split">
          <div className="organisation-part large">
            <RecordGrid<RemedyRow>
              table="remedies"
              label={text.tables.remedies}
              columns={columns}
              rows={rows}
              onFocusRow={(row) => {
                if (row !== null) setChosen(row.id)
              }}
            />
          </div>
          <div className="organisation-part">
            {chosen === null ? (
              <p className="organisation-hint">{text.chooseRemedy}</p>
            ) : (
              <>
                <h2 className="organisation-heading">{text.stepsOf(chosen.subjectName)}</h2>
                <RecordGrid<Step>
                  key={chosen.id}
                  table="steps"
                  label={text.tables.steps}
                  columns={stepColumns}
                  rows={chosen.steps}
                  first={first}
                />
              </>
            )}
          </div>
        </div>
      </EmptyTab>
      {adding ? <RemedyDialog subject={null} onClose={() => setAdding(false)} /> : null}
    </Screen>
  )
}

function makeColumns(choices: RecordChoices): GridColumns<RemedyRow> {
  const muted = (row: RemedyRow) => (row.open ? null : ('muted' as const))
  const columns = makeRecordColumns<RemedyRow>(
    'remedies',
    {
      kind: { width: 170, tone: muted },
      enterprise: { width: 230, tone: muted },
      union: { width: 230, tone: muted },
      openedOn: { width: 112 },
      causes: { minWidth: 180, flex: 1 },
      plan: { minWidth: 220, flex: 2 },
      officer: { width: 170 },
      dueOn: { width: 160, tone: (row) => (row.overdue ? 'behind' : null), display: showDue },
      reportedOn: { width: 130, aside: true },
      closedOn: { width: 112, aside: true },
      outcome: { width: 140 },
      result: { width: 200, aside: true },
      note: { width: 140, aside: true },
    },
    choices,
  )
  return [
    ...pick(columns, 'kind', 'enterprise', 'union'),
    { id: 'placedIn', title: text.columns.placedIn, kind: 'text', width: 170, value: ({ unitName }) => unitName },
    ...pick(columns, 'causes', 'plan', 'officer', 'openedOn', 'dueOn'),
    {
      id: 'steps',
      title: text.columns.steps,
      kind: 'text',
      align: 'center',
      width: 100,
      value: ({ steps, stepsDone }) => (steps.length === 0 ? null : `${stepsDone}/${steps.length}`),
    },
    ...pick(columns, 'outcome', 'closedOn', 'result', 'reportedOn', 'note'),
  ]
}

function showDue({ dueOn, overdue }: { readonly dueOn: string | null; readonly overdue: boolean }): string | null {
  return overdue && dueOn !== null ? text.pastDay(dueOn) : null
}

function makeStepColumns(choices: RecordChoices): GridColumns<Step> {
  const columns = makeRecordColumns<Step>(
    'steps',
    {
      content: { minWidth: 260, flex: 2 },
      dueOn: { width: 160, tone: (row) => (row.overdue ? 'behind' : null), display: showDue },
      doneOn: { width: 112 },
      result: { minWidth: 200, flex: 1 },
      sortOrder: { width: 80, aside: true },
    },
    choices,
  )
  return pick(columns, 'content', 'dueOn', 'doneOn', 'result', 'sortOrder')
}
