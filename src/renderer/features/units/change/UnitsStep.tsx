import { Button, Checkbox, Radio, RadioGroup, SearchBox } from '@fluentui/react-components'
import { AddRegular, DismissRegular } from '@fluentui/react-icons'
import { useMemo, useState } from 'react'
import type { UnitRow } from '#shared/contract/units.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import { useData } from '#renderer/api/data.ts'
import { unitChangesText } from '#renderer/text/unit-changes.ts'
import { ChoiceField, type Option, TextField } from '#renderer/ui/forms/fields.tsx'
import { unitTree } from '../unit-columns.ts'
import { EMPTY_RECEIVER, type ReceiverForm } from './change-form.ts'
import type { StepProps } from './ChangeDialog.tsx'

const text = unitChangesText.units

/** Which units: what is changed, and who takes over. */
export function UnitsStep({ form, patch, units }: StepProps) {
  const options = useMemo(() => unitOptions(units), [units])
  const [unit = ''] = form.units
  const chooseOne = (label: string) => (
    <ChoiceField
      label={label}
      required
      value={unit}
      onChange={(code) => patch({ units: code === '' ? [] : [code] })}
      options={[{ value: '', label: text.choose }, ...options]}
    />
  )
  const setReceiver = (at: number, receiver: ReceiverForm): void =>
    patch({ receivers: form.receivers.map((other, index) => (index === at ? receiver : other)) })
  const [receiver = EMPTY_RECEIVER] = form.receivers
  switch (form.kind) {
    case 'merge':
      return (
        <>
          <UnitChecks
            label={text.merging}
            units={units}
            chosen={form.units}
            onChange={(codes) => patch({ units: codes })}
          />
          <ReceiverFields
            label={text.into}
            receiver={receiver}
            options={options}
            onChange={(next) => setReceiver(0, next)}
          />
        </>
      )
    case 'split':
      return (
        <>
          {chooseOne(text.splitting)}
          <Checkbox
            label={text.goesOn}
            checked={form.goesOn}
            onChange={(_, { checked }) => patch({ goesOn: checked === true, rest: checked === true ? '' : '1' })}
          />
          {form.receivers.map((other, at) => (
            <div key={at} className="change-receiver">
              <ReceiverFields
                label={text.receiverAt(at + 1)}
                receiver={other}
                options={options}
                onChange={(next) => setReceiver(at, next)}
              />
              {form.receivers.length === 1 ? null : (
                <Button
                  size="small"
                  appearance="subtle"
                  icon={<DismissRegular />}
                  aria-label={text.removeReceiver(at + 1)}
                  // What was given to it, or to one behind it, would go to another now.
                  onClick={() =>
                    patch({
                      receivers: form.receivers.filter((_, index) => index !== at),
                      parts: new Map(),
                      targets: new Map(),
                      rest: form.goesOn ? '' : '1',
                    })
                  }
                />
              )}
            </div>
          ))}
          <div>
            <Button
              size="small"
              icon={<AddRegular />}
              onClick={() => patch({ receivers: [...form.receivers, EMPTY_RECEIVER] })}
            >
              {text.addReceiver}
            </Button>
          </div>
        </>
      )
    case 'transfer':
      return (
        <>
          <ChoiceField
            label={text.receiver}
            required
            value={receiver.isNew ? '' : receiver.unit}
            onChange={(code) => setReceiver(0, { ...EMPTY_RECEIVER, isNew: false, unit: code })}
            options={[{ value: '', label: text.choose }, ...options]}
          />
          <UnitChecks
            label={text.moving}
            units={units}
            chosen={form.units}
            onChange={(codes) => patch({ units: codes })}
          />
          <ChoiceField
            label={text.contentsOf}
            value={form.contentsOf}
            onChange={(code) => patch({ contentsOf: code, moving: new Map() })}
            options={[{ value: '', label: text.contentsOfNone }, ...options]}
          />
        </>
      )
    case 'rename':
      return (
        <>
          {chooseOne(text.renaming)}
          <TextField
            label={text.name}
            hint={text.newNameHint}
            required
            value={form.name}
            onChange={(name) => patch({ name })}
          />
          <TextField
            label={text.shortName}
            hint={text.shortNameHint}
            value={form.shortName}
            onChange={(shortName) => patch({ shortName })}
          />
        </>
      )
    case 'end':
      return (
        <>
          {chooseOne(text.ending)}
          <ChoiceField
            label={text.receiver}
            value={receiver.isNew ? '' : receiver.unit}
            onChange={(code) => setReceiver(0, { ...EMPTY_RECEIVER, isNew: code === '', unit: code })}
            options={[{ value: '', label: text.noReceiver }, ...options]}
          />
        </>
      )
  }
}

/** The tree as a list to choose from; depth shows as indent. */
function unitOptions(units: readonly UnitRow[]): readonly Option[] {
  const tree = unitTree(units)
  return units.map((unit) => ({ value: unit.code, label: `${'\u2003'.repeat(tree.depthOf(unit))}${unit.name}` }))
}

interface UnitChecksProps {
  readonly label: string
  readonly units: readonly UnitRow[]
  readonly chosen: readonly string[]
  readonly onChange: (codes: readonly string[]) => void
}

/** Some of many: a list that is narrowed by typing; what is chosen stays on top. */
function UnitChecks({ label, units, chosen, onChange }: UnitChecksProps) {
  const [search, setSearch] = useState('')
  const tree = useMemo(() => unitTree(units), [units])
  const wanted = foldText(search)
  const rows = units.filter(
    (unit) =>
      unit.parent !== null &&
      (wanted === '' || [unit.name, unit.code, ...unit.aliases].some((name) => foldText(name).includes(wanted))),
  )
  return (
    <fieldset className="change-checks">
      <legend>
        {label} <span className="change-hint">{text.chosen(chosen.length)}</span>
      </legend>
      <SearchBox
        size="small"
        placeholder={text.find}
        aria-label={text.find}
        value={search}
        onChange={(_, { value }) => setSearch(value)}
      />
      <div className="change-list">
        {rows.map((unit) => (
          <Checkbox
            key={unit.id}
            size="medium"
            style={{ marginInlineStart: `${Math.max(0, tree.depthOf(unit) - 1) * 16}px` }}
            label={unit.name}
            checked={chosen.includes(unit.code)}
            onChange={(_, { checked }) =>
              onChange(checked === true ? [...chosen, unit.code] : chosen.filter((code) => code !== unit.code))
            }
          />
        ))}
      </div>
    </fieldset>
  )
}

interface ReceiverFieldsProps {
  readonly label: string
  readonly receiver: ReceiverForm
  readonly options: readonly Option[]
  readonly onChange: (receiver: ReceiverForm) => void
}

function ReceiverFields({ label, receiver, options, onChange }: ReceiverFieldsProps) {
  const types = useData('unitTypes.list', {}).data ?? []
  const set = (patch: Partial<ReceiverForm>): void => onChange({ ...receiver, ...patch })
  return (
    <fieldset className="change-checks">
      <legend>{label}</legend>
      <RadioGroup
        layout="horizontal"
        aria-label={label}
        value={receiver.isNew ? 'new' : 'known'}
        onChange={(_, { value }) => set({ isNew: value === 'new' })}
      >
        <Radio value="new" label={text.intoNew} />
        <Radio value="known" label={text.intoKnown} />
      </RadioGroup>
      {receiver.isNew ? (
        <>
          <TextField
            label={text.newName}
            hint={text.newNameHint}
            required
            value={receiver.name}
            onChange={(name) => set({ name })}
          />
          <div className="form-row">
            <TextField
              label={text.code}
              hint={text.codeHint}
              value={receiver.code}
              onChange={(code) => set({ code })}
            />
            <ChoiceField
              label={text.type}
              value={receiver.type}
              onChange={(type) => set({ type })}
              options={[
                { value: '', label: text.typeByName },
                ...types.map((type) => ({ value: type.code, label: type.name })),
              ]}
            />
            <ChoiceField
              label={text.parent}
              value={receiver.parent}
              onChange={(parent) => set({ parent })}
              options={[{ value: '', label: text.parentSame }, ...options]}
            />
          </div>
        </>
      ) : (
        <ChoiceField
          label={text.receiver}
          required
          value={receiver.unit}
          onChange={(unit) => set({ unit })}
          options={[{ value: '', label: text.choose }, ...options]}
        />
      )}
    </fieldset>
  )
}
