import { Button } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { LetterheadRow } from '#shared/contract/settings.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { today } from '#renderer/api/working-context.ts'
import { commonText } from '#renderer/text/common.ts'
import { settingsText } from '#renderer/text/settings.ts'
import { TextField } from '#renderer/ui/forms/fields.tsx'
import { ConfirmDialog } from '#renderer/ui/forms/ConfirmDialog.tsx'
import { FormDialog } from '#renderer/ui/forms/FormDialog.tsx'
import { SimpleTable } from '#renderer/ui/layout/SimpleTable.tsx'
import { LetterheadPreview } from '#renderer/ui/LetterheadPreview.tsx'
import { notify } from '#renderer/ui/state/notices.ts'
import { describeDates } from './dated.ts'
import { DatesFields } from './DatesFields.tsx'

const text = settingsText.letterheads
const NEW_ROW: LetterheadRow = {
  id: null,
  superiorLines: [],
  issuerLines: [],
  codeSuffix: '',
  place: '',
  validFrom: null,
  validTo: null,
}

export function LetterheadsSection({ rows }: { readonly rows: readonly LetterheadRow[] }) {
  const [editing, setEditing] = useState<LetterheadRow | null>(null)
  const [removing, setRemoving] = useState<LetterheadRow | null>(null)
  return (
    <>
      <p className="settings-intro">{text.intro}</p>
      <SimpleTable
        label={settingsText.sections.letterheads}
        rows={rows}
        rowKey={(row) => row.id ?? ''}
        columns={[
          { title: text.issuer, cell: (row) => row.issuerLines.join(' / ') },
          { title: text.superior, cell: (row) => row.superiorLines.join(' / ') },
          { title: text.codeSuffix, cell: (row) => row.codeSuffix },
          { title: text.place, cell: (row) => row.place },
          { title: settingsText.from, cell: describeDates },
        ]}
        rowName={(row) => row.issuerLines.join(' ')}
        onEdit={setEditing}
        {...(rows.length > 1 ? { onRemove: setRemoving } : {})}
      />
      <div className="settings-actions">
        <Button
          icon={<AddRegular />}
          onClick={() => setEditing({ ...(rows.at(-1) ?? NEW_ROW), id: null, validFrom: today(), validTo: null })}
        >
          {text.add}
        </Button>
      </div>
      {editing === null ? null : <LetterheadDialog row={editing} onClose={() => setEditing(null)} />}
      {removing === null ? null : (
        <ConfirmDialog
          title={settingsText.removeTitle}
          text={settingsText.removeText(removing.issuerLines.join(' '))}
          confirmLabel={commonText.remove}
          onClose={() => setRemoving(null)}
          onConfirm={() => runCommand('letterheads.remove', { id: removing.id ?? '' })}
        />
      )}
    </>
  )
}

function LetterheadDialog({ row, onClose }: { readonly row: LetterheadRow; readonly onClose: () => void }) {
  const [form, setForm] = useState(row)
  const [superior, setSuperior] = useState(row.superiorLines.join('\n'))
  const [issuer, setIssuer] = useState(row.issuerLines.join('\n'))
  const superiorLines = linesOf(superior)
  const issuerLines = linesOf(issuer)
  const incomplete = issuerLines.length === 0 || form.codeSuffix.trim() === '' || form.place.trim() === ''
  return (
    <FormDialog
      title={row.id === null ? text.add : text.edit}
      missing={incomplete ? text.missing : null}
      width={640}
      onClose={onClose}
      onSubmit={async () => {
        const answer = await runCommand('letterheads.save', { ...form, superiorLines, issuerLines })
        if (answer.ok) notify('success', settingsText.saved)
        return answer
      }}
    >
      <TextField label={text.superior} lines={2} value={superior} onChange={setSuperior} />
      <TextField label={text.issuer} lines={2} required value={issuer} onChange={setIssuer} />
      <div className="form-row">
        <TextField
          label={text.codeSuffix}
          required
          value={form.codeSuffix}
          onChange={(codeSuffix) => setForm({ ...form, codeSuffix })}
        />
        <TextField label={text.place} required value={form.place} onChange={(place) => setForm({ ...form, place })} />
      </div>
      <DatesFields from={form.validFrom} to={form.validTo} onChange={(dates) => setForm({ ...form, ...dates })} />
      <LetterheadPreview
        label={text.preview}
        superiorLines={superiorLines}
        issuerLines={issuerLines}
        codeSuffix={form.codeSuffix}
        place={form.place}
        date={today()}
        signer={null}
        recipients={[]}
      />
    </FormDialog>
  )
}

function linesOf(lines: string): string[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
