import { Select } from '@fluentui/react-components'

export interface FilterOption {
  readonly value: string
  readonly label: string
}

interface FilterSelectProps {
  readonly label: string
  readonly value: string
  readonly options: readonly FilterOption[]
  readonly onChange: (value: string) => void
  /** How wide it may be; the class belongs to the screen. */
  readonly className?: string
}

/** One question above a table, answered from a list: "Đơn vị: Tất cả". */
export function FilterSelect({ label, value, options, onChange, className }: FilterSelectProps) {
  return (
    <label className="filter">
      {label}
      <Select
        size="small"
        {...(className === undefined ? {} : { className })}
        value={value}
        onChange={(_, chosen) => onChange(chosen.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
    </label>
  )
}

interface UnitFilterProps {
  readonly label: string
  /** What stands for all of them. */
  readonly every: string
  readonly units: readonly { readonly code: string; readonly name: string }[]
  readonly value: string
  readonly onChange: (code: string) => void
  readonly className?: string
}

/** The same over units, by code; '' is all of them. */
export function UnitFilter({ every, units, ...select }: UnitFilterProps) {
  const options = [{ value: '', label: every }, ...units.map(({ code, name }) => ({ value: code, label: name }))]
  return <FilterSelect options={options} {...select} />
}
