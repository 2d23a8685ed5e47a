import { Button } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { SignerRow } from '#shared/contract/settings.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { commonText } from '#renderer/text/common.ts'
import { firstStartText } from '#renderer/text/first-start.ts'
import { settingsText } from '#renderer/text/settings.ts'
import { TextField } from '#renderer/ui/forms/fields.tsx'
import { ConfirmDialog } from '#renderer/ui/forms/ConfirmDialog.tsx'
import { FormDialog } from '#renderer/ui/forms/FormDialog.tsx'
import { SimpleTable } from '#renderer/ui/layout/SimpleTable.tsx'
import { notify } from '#renderer/ui/state/notices.ts'
import { describeDates } from './dated.ts'
import { DatesFields } from './DatesFields.tsx'

const text = settingsText.signers
const NEW_ROW: SignerRow = {
  id: null,
  fullName: '',
  authority: firstStartText.authorityDefault,
  position: firstStartText.positionDefault,
  validFrom: null,
  validTo: null,
}

export function SignersSection({ rows }: { readonly rows: readonly SignerRow[] }) {
  const [editing, setEditing] = useState<SignerRow | null>(null)
  const [removing, setRemoving] = useState<SignerRow | null>(null)
  return (
    <>
      <p className="settings-intro">{text.intro}</p>
      <SimpleTable
        label={settingsText.sections.signers}
        rows={rows}
        rowKey={(row) => row.id ?? ''}
        empty={text.empty}
        columns={[
          { title: text.fullName, cell: (row) => row.fullName },
          { title: text.authority, cell: (row) => row.authority },
          { title: text.position, cell: (row) => row.position },
          { title: settingsText.from, cell: describeDates },
        ]}
        rowName={(row) => row.fullName}
        onEdit={setEditing}
        onRemove={setRemoving}
      />
      <div className="settings-actions">
        <Button icon={<AddRegular />} onClick={() => setEditing(NEW_ROW)}>
          {text.add}
        </Button>
      </div>
      {editing === null ? null : <SignerDialog row={editing} onClose={() => setEditing(null)} />}
      {removing === null ? null : (
        <ConfirmDialog
          title={settingsText.removeTitle}
          text={settingsText.removeText(removing.fullName)}
          confirmLabel={commonText.remove}
          onClose={() => setRemoving(null)}
          onConfirm={() => runCommand('signers.remove', { id: removing.id ?? '' })}
        />
      )}
    </>
  )
}

function SignerDialog({ row, onClose }: { readonly row: SignerRow; readonly onClose: () => void }) {
  const [form, setForm] = useState(row)
  return (
    <FormDialog
      title={row.id === null ? text.add : text.edit}
      missing={form.fullName.trim() === '' || form.position.trim() === '' ? text.missing : null}
      onClose={onClose}
      onSubmit={async () => {
        const answer = await runCommand('signers.save', form)
        if (answer.ok) notify('success', settingsText.saved)
        return answer
      }}
    >
      <TextField
        label={text.fullName}
        required
        value={form.fullName}
        onChange={(fullName) => setForm({ ...form, fullName })}
      />
      <TextField
        label={text.authority}
        hint={text.authorityHint}
        value={form.authority}
        onChange={(authority) => setForm({ ...form, authority })}
      />
      <TextField
        label={text.position}
        required
        value={form.position}
        onChange={(position) => setForm({ ...form, position })}
      />
      <DatesFields from={form.validFrom} to={form.validTo} onChange={(dates) => setForm({ ...form, ...dates })} />
    </FormDialog>
  )
}
