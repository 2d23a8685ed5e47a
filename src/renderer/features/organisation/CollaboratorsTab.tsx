import { Checkbox } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import type { CollaboratorRow } from '#shared/contract/organisation-rows.ts'
import { useData } from '#renderer/api/data.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { organisationText } from '#renderer/text/organisation.ts'
import type { GridColumns } from '#renderer/ui/DataGrid/column.ts'
import { Screen } from '#renderer/ui/layout/Screen.tsx'
import { EmptyTab } from './EmptyTab.tsx'
import type { TabProps } from './OrganisationScreen.tsx'
import { makeRecordColumns, pick, type RecordChoices } from './record-columns.ts'
import { RecordGrid } from './RecordGrid.tsx'
import { useRecordChoices } from './use-record-choices.ts'

const text = organisationText
const NONE: readonly never[] = []

/** The network outside the office: cộng tác viên, tình nguyện viên, the core of workers in an enterprise. */
export function CollaboratorsTab({ unit, choices: filters }: TabProps) {
  const asOf = useWorkingContext((context) => context.asOf)
  const [activeOnly, setActiveOnly] = useState(true)
  const choices = useRecordChoices()
  const rows = useData('collaborators.list', { asOf, unit, state: activeOnly ? 'active' : null }).data ?? NONE
  const everything = useData('collaborators.list', { asOf }, { enabled: rows.length === 0 }).data
  const columns = useMemo(() => makeColumns(choices), [choices])
  const first = useMemo(() => (unit === null ? [] : [{ column: 'unit', value: unit }]), [unit])
  return (
    <Screen
      title={text.title}
      subtitle={text.summary.collaborators(rows.length)}
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
        title={text.empty.collaborators}
        text={text.empty.collaboratorsText}
        actions={[]}
      >
        <RecordGrid<CollaboratorRow>
          table="collaborators"
          label={text.tables.collaborators}
          columns={columns}
          rows={rows}
          first={first}
        />
      </EmptyTab>
    </Screen>
  )
}

function makeColumns(choices: RecordChoices): GridColumns<CollaboratorRow> {
  const muted = (row: CollaboratorRow) => (row.active ? null : ('muted' as const))
  const columns = makeRecordColumns<CollaboratorRow>(
    'collaborators',
    {
      fullName: { width: 200, tone: muted },
      kind: { width: 150 },
      unit: { width: 200 },
      enterprise: { minWidth: 220, flex: 2 },
      position: { minWidth: 160, flex: 1 },
      phone: { width: 120 },
      validFrom: { width: 112 },
      validTo: { width: 112 },
      note: { width: 160, aside: true },
    },
    choices,
  )
  return pick(
    columns,
    ...['fullName', 'kind', 'unit', 'enterprise', 'position', 'phone', 'validFrom', 'validTo', 'note'],
  )
}
