import { Select } from '@fluentui/react-components'

export interface FilterOption<T extends string = string> {
  readonly value: T
  readonly label: string
}

interface FilterSelectProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly options: readonly FilterOption<T>[]
  readonly onChange: (value: T) => void
  /** How wide it may be; the class belongs to the screen. */
  readonly className?: string
}

/** One question above a table, answered from a list: "Đơn vị: Tất cả". */
export function FilterSelect<T extends string>({ label, value, options, onChange, className }: FilterSelectProps<T>) {
  return (
    <label className="filter">
      {label}
      <Select
        size="small"
        {...(className === undefined ? {} : { className })}
        value={value}
        onChange={(_, { value: wanted }) => {
          const chosen = options.find((option) => option.value === wanted)
          if (chosen !== undefined) onChange(chosen.value)
        }}
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
