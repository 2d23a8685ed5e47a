import { Radio, RadioGroup } from '@fluentui/react-components'
import { registryText } from '#renderer/text/registry.ts'

const text = registryText.scope

export type Scope = 'selected' | 'listed'

interface ScopeFieldProps {
  readonly selected: number
  readonly listed: number
  readonly value: Scope
  readonly onChange: (value: Scope) => void
}

/** Whether an act is for the rows chosen in the table or for all that pass its filters, loaded or not. */
export function ScopeField({ selected, listed, value, onChange }: ScopeFieldProps) {
  return (
    <RadioGroup
      aria-label={text.label}
      value={value}
      onChange={(_, data) => onChange(data.value === 'listed' ? 'listed' : 'selected')}
    >
      {selected === 0 ? null : <Radio value="selected" label={text.selected(selected)} />}
      <Radio value="listed" label={text.listed(listed)} />
    </RadioGroup>
  )
}
