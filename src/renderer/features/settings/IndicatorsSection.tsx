import { Button } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { IndicatorRow } from '#shared/contract/indicators.ts'
import { useData } from '#renderer/api/data.ts'
import { settingsText } from '#renderer/text/settings.ts'
import { SimpleTable } from '#renderer/ui/layout/SimpleTable.tsx'
import { describeDates } from './dated.ts'
import { IndicatorDialog } from './IndicatorDialog.tsx'

const text = settingsText.indicators

/** The catalogue of indicators: a row here is a column everywhere. */
export function IndicatorsSection() {
  const rows = useData('indicators.list', {}).data ?? []
  const [editing, setEditing] = useState<IndicatorRow | 'new' | null>(null)
  return (
    <>
      <p className="settings-intro">{text.intro}</p>
      <div className="settings-actions">
        <Button icon={<AddRegular />} onClick={() => setEditing('new')}>
          {text.add}
        </Button>
      </div>
      <SimpleTable
        label={settingsText.sections.indicators}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { title: text.name, cell: (row) => row.name },
          { title: text.shortName, cell: (row) => row.shortName, width: '190px' },
          { title: text.code, cell: (row) => row.code, width: '150px' },
          { title: text.unitLabel, cell: (row) => row.unitLabel, width: '90px' },
          { title: text.kind, cell: (row) => text.shortKinds[row.kind], width: '110px' },
          { title: text.from, cell: describeDates, width: '130px' },
        ]}
        rowName={(row) => row.name}
        onEdit={setEditing}
      />
      {editing === null ? null : (
        <IndicatorDialog row={editing === 'new' ? null : editing} catalogue={rows} onClose={() => setEditing(null)} />
      )}
    </>
  )
}
