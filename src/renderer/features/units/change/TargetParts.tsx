import { Input } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { Output } from '#shared/contract/index.ts'
import { formatNumber } from '#shared/domain/text/format.ts'
import { addDecimals } from '#shared/kit/fraction.ts'
import { unitChangesText } from '#renderer/text/unit-changes.ts'
import { parseCell } from '#renderer/ui/DataGrid/cell-text.ts'
import type { Option } from '#renderer/ui/forms/fields.tsx'
import '#renderer/ui/layout/simple-table.css'
import type { StepProps } from './ChangeDialog.tsx'

const text = unitChangesText.parts
type Target = Output<'units.contents'>['targets'][number]

interface TargetPartsProps extends Omit<StepProps, 'units'> {
  readonly targets: readonly Target[]
  readonly receivers: readonly Option[]
}

/** How much of each target goes to whom, with what is left of it while typing. */
export function TargetParts({ form, patch, targets, receivers }: TargetPartsProps) {
  const set = (target: Target, to: string, value: number | null): void => {
    const parts = new Map(form.targets)
    if (value === null) parts.delete(`${keyOf(target)}|${to}`)
    else parts.set(`${keyOf(target)}|${to}`, value)
    patch({ targets: parts })
  }
  const given = (target: Target, to: string): number | null => form.targets.get(`${keyOf(target)}|${to}`) ?? null
  const left = (target: Target): number =>
    receivers.reduce((rest, { value }) => addDecimals(rest, -(given(target, value) ?? 0)), target.value)
  /** Nothing given leaves the target where it is; what is begun goes to the last one when the unit ends. */
  const isWrong = (target: Target): boolean => {
    const rest = left(target)
    return rest < 0 || (!form.goesOn && rest > 0 && rest < target.value)
  }
  return (
    <fieldset className="change-checks">
      <legend>{text.targets}</legend>
      <p className="change-hint">{text.targetsHint}</p>
      <table className="simple-table" aria-label={text.targets}>
        <thead>
          <tr>
            <th scope="col">{text.indicator}</th>
            <th scope="col" className="simple-right">
              {text.given}
            </th>
            {receivers.map((receiver) => (
              <th key={receiver.value} scope="col">
                {receiver.label}
              </th>
            ))}
            <th scope="col" className="simple-right">
              {text.left}
            </th>
          </tr>
        </thead>
        <tbody>
          {targets.map((target) => (
            <tr key={keyOf(target)}>
              <td>{`${target.indicatorName} (${target.plan}, ${target.assignerName})`}</td>
              <td className="simple-right">{formatNumber(target.value)}</td>
              {receivers.map((receiver) => (
                <td key={receiver.value}>
                  <PartInput
                    label={`${target.indicatorName}, ${receiver.label}`}
                    value={given(target, receiver.value)}
                    onChange={(value) => set(target, receiver.value, value)}
                  />
                </td>
              ))}
              <td className={isWrong(target) ? 'simple-right change-wrong' : 'simple-right'}>
                {formatNumber(left(target))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </fieldset>
  )
}

function keyOf({ plan, indicator, assigner, kind }: Target): string {
  return [plan, indicator, assigner, kind].join('|')
}

interface PartInputProps {
  readonly label: string
  readonly value: number | null
  readonly onChange: (value: number | null) => void
}

/** A number as people type it; what can't be read holds the step back with the reason. */
function PartInput({ label, value, onChange }: PartInputProps) {
  const [typed, setTyped] = useState(value === null ? '' : formatNumber(value))
  const input = useRef<HTMLInputElement>(null)
  const parsed = parseCell({ kind: 'number' }, typed)
  const problem = parsed.ok ? '' : parsed.reason
  useEffect(() => {
    input.current?.setCustomValidity(problem)
  }, [problem])
  return (
    <Input
      size="small"
      className="number-input change-number"
      input={{ ref: input, 'aria-label': label }}
      value={typed}
      onChange={(_, data) => {
        setTyped(data.value)
        const read = parseCell({ kind: 'number' }, data.value)
        if (read.ok) onChange(typeof read.value === 'number' ? read.value : null)
      }}
    />
  )
}
