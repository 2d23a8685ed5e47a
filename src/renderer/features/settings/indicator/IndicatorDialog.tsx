import { Checkbox } from '@fluentui/react-components'
import { useState } from 'react'
import { INDICATOR_KINDS } from '#shared/domain/indicators/indicator.ts'
import type { IndicatorRow } from '#shared/contract/indicators.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { settingsText } from '#renderer/text/settings.ts'
import { ChoiceField, CountField, TextField } from '#renderer/ui/forms/fields.tsx'
import { FormDialog } from '#renderer/ui/forms/FormDialog.tsx'
import { notify } from '#renderer/ui/state/notices.ts'
import { askForRow } from '#renderer/ui/state/row-request.ts'
import { DatesFields } from '../DatesFields.tsx'
import { FormulaFields, optionsOf } from './FormulaFields.tsx'
import {
  changeKind,
  changeSource,
  findMissing,
  type IndicatorForm,
  readForm,
  SOURCES,
  writeForm,
} from './indicator-form.ts'

const text = settingsText.indicators

interface IndicatorDialogProps {
  readonly row: IndicatorRow | null
  readonly catalogue: readonly IndicatorRow[]
  readonly onClose: () => void
}

/** An indicator with all it has: names, how it adds up, what it is computed from, which part of another it counts. */
export function IndicatorDialog({ row, catalogue, onClose }: IndicatorDialogProps) {
  const [form, setForm] = useState<IndicatorForm>(() => readForm(row))
  const change = (part: Partial<IndicatorForm>): void => setForm((before) => ({ ...before, ...part }))
  const others = catalogue.filter((other) => other.id !== row?.id)
  return (
    <FormDialog
      title={row === null ? text.add : text.edit}
      missing={findMissing(form)}
      width={680}
      onClose={onClose}
      onSubmit={async () => {
        const answer = await runCommand('indicators.save', writeForm(form, row?.id ?? null))
        if (answer.ok) {
          notify('success', settingsText.saved)
          askForRow('indicators', answer.value.id)
        }
        return answer
      }}
    >
      <TextField label={text.name} required value={form.name} onChange={(name) => change({ name })} />
      <div className="form-row">
        <TextField
          label={text.shortName}
          hint={text.shortNameHint}
          value={form.shortName}
          onChange={(shortName) => change({ shortName })}
        />
        <TextField
          label={text.code}
          hint={text.codeHint}
          required
          value={form.code}
          onChange={(code) => change({ code })}
        />
        <TextField
          label={text.unitLabel}
          hint={text.unitLabelHint}
          required
          value={form.unitLabel}
          onChange={(unitLabel) => change({ unitLabel })}
        />
      </div>
      <div className="form-row">
        {row === null ? (
          <ChoiceField
            label={text.kind}
            value={form.kind}
            onChange={(value) => {
              const kind = INDICATOR_KINDS.find((known) => known === value)
              if (kind !== undefined) setForm((before) => changeKind(before, kind))
            }}
            options={INDICATOR_KINDS.map((value) => ({ value, label: text.kinds[value] }))}
          />
        ) : (
          // Figures rest on it; another way of adding up is another indicator.
          <TextField label={text.kind} value={text.kinds[row.kind]} readOnly onChange={() => undefined} />
        )}
        <ChoiceField
          label={text.source}
          value={form.source}
          onChange={(value) => {
            const source = SOURCES[form.kind].find((known) => known === value)
            if (source !== undefined) setForm((before) => changeSource(before, source))
          }}
          options={SOURCES[form.kind].map((value) => ({
            value,
            label: form.kind === 'stock' && value === 'movements' ? text.sources.balance : text.sources[value],
          }))}
        />
      </div>
      <FormulaFields form={form} others={others} onChange={change} />
      <div className="form-row">
        <ChoiceField
          label={text.parent}
          hint={text.parentHint}
          value={form.parent}
          onChange={(parent) => change({ parent })}
          options={[
            { value: '', label: text.noParent },
            ...optionsOf(others.filter(({ kind, code }) => kind === form.kind || code === form.parent)),
          ]}
        />
        <ChoiceField
          label={text.sector}
          value={form.nonState ? 'non_state' : ''}
          onChange={(sector) => change({ nonState: sector === 'non_state' })}
          options={[
            { value: '', label: text.sectors.all },
            { value: 'non_state', label: text.sectors.nonState },
          ]}
        />
        <CountField
          label={text.cutWorkers}
          hint={text.cutWorkersHint}
          value={form.cutWorkers}
          onChange={(cutWorkers) => change({ cutWorkers })}
        />
      </div>
      <Checkbox
        label={text.side}
        checked={form.side}
        onChange={(_, { checked }) => change({ side: checked === true })}
      />
      <DatesFields from={form.validFrom} to={form.validTo} hint={text.datesHint} onChange={change} />
    </FormDialog>
  )
}
