import { useState } from 'react'
import type { LetterheadRow } from '#shared/contract/settings.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { today } from '#renderer/api/working-context.ts'
import { settingsText } from '#renderer/text/settings.ts'
import { TextField } from '#renderer/ui/forms/fields.tsx'
import { FormDialog } from '#renderer/ui/forms/FormDialog.tsx'
import { LetterheadPreview } from '#renderer/ui/LetterheadPreview.tsx'
import { notify } from '#renderer/ui/state/notices.ts'
import { askForRow } from '#renderer/ui/state/row-request.ts'
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

/** A further one begins as the newest stands, from today: what changes is usually one line. */
export function newLetterhead(rows: readonly LetterheadRow[]): LetterheadRow {
  return { ...(rows.at(-1) ?? NEW_ROW), id: null, validFrom: today(), validTo: null }
}

/** A letterhead with how it will look on paper. */
export function LetterheadDialog({ row, onClose }: { readonly row: LetterheadRow; readonly onClose: () => void }) {
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
        if (answer.ok) {
          notify('success', settingsText.saved)
          if (answer.value.id !== null) askForRow('letterheads', answer.value.id)
        }
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
