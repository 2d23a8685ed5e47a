import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { SettingsValues } from '#shared/contract/settings.ts'
import { useCommand } from '#renderer/api/commands.ts'
import { commonText } from '#renderer/text/common.ts'
import { settingsText } from '#renderer/text/settings.ts'
import { ChoiceField, DateField, TextField } from '#renderer/ui/forms/fields.tsx'
import { notify, notifyError } from '#renderer/ui/state/notices.ts'

const text = settingsText.office

interface OfficeSectionProps {
  readonly root: { readonly name: string }
  readonly values: SettingsValues
}

export function OfficeSection({ root, values }: OfficeSectionProps) {
  const [form, setForm] = useState(values)
  const save = useCommand('settings.set')
  const change = (patch: Partial<SettingsValues>): void => setForm((before) => ({ ...before, ...patch }))
  return (
    <form
      className="form settings-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save
          .run(form)
          .then((answer) => (answer.ok ? notify('success', settingsText.saved) : notifyError(answer.error)))
      }}
    >
      <TextField label={text.name} hint={text.nameHint} value={root.name} readOnly onChange={() => undefined} />
      <TextField label={text.area} hint={text.areaHint} value={form.area} onChange={(area) => change({ area })} />
      <ChoiceField
        label={text.partyCommittee}
        value={form.partyCommittee}
        onChange={(partyCommittee) => change({ partyCommittee })}
        options={text.partyCommittees.map((name) => ({ value: name, label: name }))}
      />
      <ChoiceField
        label={text.yearStart}
        hint={text.yearStartHint}
        value={form.yearStart}
        onChange={(yearStart) => change({ yearStart })}
        options={Object.entries(text.yearStarts).map(([value, label]) => ({ value, label }))}
      />
      <ChoiceField
        label={text.registerSeries}
        hint={text.registerSeriesHint}
        value={form.registerSeries}
        onChange={(value) => change({ registerSeries: value === 'one' ? 'one' : 'type' })}
        options={Object.entries(text.registerSeriesChoices).map(([value, label]) => ({ value, label }))}
      />
      <DateField
        label={text.partyTermFrom}
        hint={text.partyTermFromHint}
        value={form.partyTermFrom === '' ? null : form.partyTermFrom}
        onChange={(day) => change({ partyTermFrom: day ?? '' })}
      />
      <TextField
        label={text.userName}
        hint={text.userNameHint}
        value={form.userName}
        onChange={(userName) => change({ userName })}
      />
      <div>
        <Button appearance="primary" type="submit" disabledFocusable={save.busy}>
          {commonText.save}
        </Button>
      </div>
    </form>
  )
}
