import { Button } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { AssignerRow } from '#shared/contract/targets.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { useData } from '#renderer/api/data.ts'
import { settingsText } from '#renderer/text/settings.ts'
import { TextField } from '#renderer/ui/forms/fields.tsx'
import { FormDialog } from '#renderer/ui/forms/FormDialog.tsx'
import { SimpleTable } from '#renderer/ui/layout/SimpleTable.tsx'
import { notify } from '#renderer/ui/state/notices.ts'

const text = settingsText.assigners

/** Who sets targets. */
export function AssignersSection() {
  const rows = useData('assigners.list', {}).data ?? []
  const [editing, setEditing] = useState<AssignerRow | 'new' | null>(null)
  return (
    <>
      <p className="settings-intro">{text.intro}</p>
      <SimpleTable
        label={settingsText.sections.assigners}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { title: text.name, cell: (row) => row.name },
          { title: text.shortName, cell: (row) => row.shortName },
          { title: text.code, cell: (row) => row.code, width: '120px' },
        ]}
        rowName={(row) => row.name}
        onEdit={setEditing}
      />
      <div className="settings-actions">
        <Button icon={<AddRegular />} onClick={() => setEditing('new')}>
          {text.add}
        </Button>
      </div>
      {editing === null ? null : (
        <AssignerDialog row={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </>
  )
}

function AssignerDialog({ row, onClose }: { readonly row: AssignerRow | null; readonly onClose: () => void }) {
  const [name, setName] = useState(row?.name ?? '')
  const [shortName, setShortName] = useState(row?.shortName ?? '')
  const [code, setCode] = useState(row?.code ?? '')
  const [aliases, setAliases] = useState((row?.aliases ?? []).join('\n'))
  return (
    <FormDialog
      title={row === null ? text.add : text.edit}
      missing={name.trim() === '' || code.trim() === '' ? text.missing : null}
      onClose={onClose}
      onSubmit={async () => {
        const answer = await runCommand('assigners.save', {
          id: row?.id ?? null,
          name,
          code,
          ...(shortName.trim() === '' ? {} : { shortName }),
          aliases: aliases.split('\n').filter((line) => line.trim() !== ''),
        })
        if (answer.ok) notify('success', settingsText.saved)
        return answer
      }}
    >
      <TextField label={text.name} required value={name} onChange={setName} />
      <div className="form-row">
        <TextField label={text.shortName} value={shortName} onChange={setShortName} />
        <TextField label={text.code} required value={code} onChange={setCode} />
      </div>
      <TextField label={text.aliases} lines={3} value={aliases} onChange={setAliases} />
    </FormDialog>
  )
}
