import { Checkbox } from '@fluentui/react-components'
import { useState } from 'react'
import type { IndicatorRow } from '#shared/contract/indicators.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { settingsText } from '#renderer/text/settings.ts'
import { ChoiceField, TextField } from '#renderer/ui/forms/fields.tsx'
import { FormDialog } from '#renderer/ui/forms/FormDialog.tsx'
import { notify } from '#renderer/ui/state/notices.ts'
import { askForRow } from '#renderer/ui/state/row-request.ts'
import { DatesFields } from './DatesFields.tsx'

const text = settingsText.indicators
const NEW_KINDS = ['flow', 'loss', 'stock', 'ratio'] as const

interface IndicatorDialogProps {
  readonly row: IndicatorRow | null
  readonly catalogue: readonly IndicatorRow[]
  readonly onClose: () => void
}

/** A new indicator with what it counts, or the names of one that is there; formulas of the catalogue are kept. */
export function IndicatorDialog({ row, catalogue, onClose }: IndicatorDialogProps) {
  const [name, setName] = useState(row?.name ?? '')
  const [shortName, setShortName] = useState(row?.shortName ?? '')
  const [code, setCode] = useState(row?.code ?? '')
  const [unitLabel, setUnitLabel] = useState(row?.unitLabel ?? '')
  const [kind, setKind] = useState<IndicatorRow['kind']>(row?.kind ?? 'flow')
  const [parent, setParent] = useState(row?.parent ?? '')
  const [side, setSide] = useState(row?.side ?? false)
  const [quotient, setQuotient] = useState({ numerator: '', denominator: '' })
  const [dates, setDates] = useState({ validFrom: row?.validFrom ?? null, validTo: row?.validTo ?? null })
  const isNewRatio = row === null && kind === 'ratio'
  const stocks = catalogue
    .filter((other) => other.kind === 'stock')
    .map((other) => ({ value: other.code, label: other.name }))
  const missing =
    name.trim() === '' || code.trim() === '' || unitLabel.trim() === ''
      ? text.missing
      : isNewRatio && (quotient.numerator === '' || quotient.denominator === '')
        ? text.quotientMissing
        : null

  return (
    <FormDialog
      title={row === null ? text.add : text.edit}
      missing={missing}
      width={620}
      onClose={onClose}
      onSubmit={async () => {
        const answer = await runCommand('indicators.save', {
          id: row?.id ?? null,
          code,
          name,
          ...(shortName.trim() === '' ? {} : { shortName }),
          unitLabel,
          kind,
          formula: isNewRatio ? quotient : (row?.formula ?? null),
          parent: parent === '' ? null : parent,
          cut: row?.cut ?? null,
          side,
          ...dates,
        })
        if (answer.ok) {
          notify('success', settingsText.saved)
          askForRow('indicators', answer.value.id)
        }
        return answer
      }}
    >
      <TextField label={text.name} required value={name} onChange={setName} />
      <div className="form-row">
        <TextField label={text.shortName} hint={text.shortNameHint} value={shortName} onChange={setShortName} />
        <TextField label={text.code} hint={text.codeHint} required value={code} onChange={setCode} />
        <div className="form-narrow">
          <TextField
            label={text.unitLabel}
            hint={text.unitLabelHint}
            required
            value={unitLabel}
            onChange={setUnitLabel}
          />
        </div>
      </div>
      {row === null ? (
        <ChoiceField
          label={text.kind}
          value={kind}
          onChange={(value) => setKind(NEW_KINDS.find((known) => known === value) ?? 'flow')}
          options={NEW_KINDS.map((value) => ({ value, label: text.kinds[value] }))}
        />
      ) : (
        <TextField
          label={text.kind}
          value={text.kinds[row.kind]}
          readOnly
          onChange={() => undefined}
          {...(row.formula === null ? {} : { hint: text.computed })}
        />
      )}
      {isNewRatio ? (
        <div className="form-row">
          <ChoiceField
            label={text.numerator}
            value={quotient.numerator}
            onChange={(numerator) => setQuotient({ ...quotient, numerator })}
            options={[{ value: '', label: text.noParent }, ...stocks]}
          />
          <ChoiceField
            label={text.denominator}
            value={quotient.denominator}
            onChange={(denominator) => setQuotient({ ...quotient, denominator })}
            options={[{ value: '', label: text.noParent }, ...stocks]}
          />
        </div>
      ) : null}
      <ChoiceField
        label={text.parent}
        value={parent}
        onChange={setParent}
        options={[
          { value: '', label: text.noParent },
          ...catalogue
            .filter((other) => other.id !== row?.id && other.kind === kind)
            .map((other) => ({ value: other.code, label: other.name })),
        ]}
      />
      <Checkbox label={text.side} checked={side} onChange={(_, { checked }) => setSide(checked === true)} />
      <DatesFields
        from={dates.validFrom}
        to={dates.validTo}
        onChange={(changed) => setDates((before) => ({ ...before, ...changed }))}
      />
    </FormDialog>
  )
}
