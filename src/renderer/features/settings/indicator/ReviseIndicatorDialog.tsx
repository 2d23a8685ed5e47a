import { useState } from 'react'
import type { IndicatorRow } from '#shared/contract/indicators.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { settingsText } from '#renderer/text/settings.ts'
import { DateField, TextField } from '#renderer/ui/forms/fields.tsx'
import { FormDialog } from '#renderer/ui/forms/FormDialog.tsx'
import { notify } from '#renderer/ui/state/notices.ts'
import { askForRow } from '#renderer/ui/state/row-request.ts'

const text = settingsText.reviseIndicator

interface ReviseIndicatorDialogProps {
  readonly row: IndicatorRow
  readonly onClose: () => void
}

/** The same indicator otherwise from a day on: the row ends the day before, the next one begins. */
export function ReviseIndicatorDialog({ row, onClose }: ReviseIndicatorDialogProps) {
  const [on, setOn] = useState<string | null>(null)
  const [code, setCode] = useState('')
  const [name, setName] = useState(row.name)
  const [shortName, setShortName] = useState(row.shortName)
  const [unitLabel, setUnitLabel] = useState(row.unitLabel)
  const missing = on === null || name.trim() === '' || unitLabel.trim() === '' ? text.missing : null
  return (
    <FormDialog
      title={text.title(row.shortName)}
      missing={missing}
      width={620}
      onClose={onClose}
      onSubmit={async () => {
        const answer = await runCommand('indicators.revise', {
          indicator: row.code,
          on: on ?? '',
          ...(code.trim() === '' ? {} : { code }),
          name,
          ...(shortName.trim() === '' ? {} : { shortName }),
          unitLabel,
        })
        if (answer.ok) {
          const { added, ended, usedIn } = answer.value
          if (usedIn.length === 0) notify('success', text.done(added.code))
          else
            notify(
              'warning',
              text.usedIn(
                ended.code,
                usedIn.map((one) => one.name),
              ),
            )
          askForRow('indicators', added.id)
        }
        return answer
      }}
    >
      <p className="settings-hint">{text.intro}</p>
      <div className="form-row">
        <DateField label={text.on} required value={on} onChange={setOn} />
        <TextField label={settingsText.indicators.code} hint={text.codeHint} value={code} onChange={setCode} />
      </div>
      <TextField label={settingsText.indicators.name} required value={name} onChange={setName} />
      <div className="form-row">
        <TextField label={settingsText.indicators.shortName} value={shortName} onChange={setShortName} />
        <TextField label={settingsText.indicators.unitLabel} required value={unitLabel} onChange={setUnitLabel} />
      </div>
    </FormDialog>
  )
}
