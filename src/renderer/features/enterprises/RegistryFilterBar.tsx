import { Button, Input, SearchBox } from '@fluentui/react-components'
import { memo } from 'react'
import type { PersonRow, ReasonRow } from '#shared/contract/catalogues.ts'
import { enterprisesText } from '#renderer/text/enterprises.ts'
import { registryText } from '#renderer/text/registry.ts'
import { FilterSelect, UnitFilter } from '#renderer/ui/layout/FilterSelect.tsx'
import { ANY_DIFFICULTY, NO_DIFFICULTY, NOBODY, type RegistryFilters } from './registry-filters.ts'

const text = enterprisesText.filters
const more = registryText.filters

interface RegistryFilterBarProps {
  readonly filters: RegistryFilters
  readonly change: (patch: Partial<RegistryFilters>) => void
  readonly units: readonly { readonly code: string; readonly name: string }[]
  readonly people: readonly PersonRow[]
  readonly difficulties: readonly ReasonRow[]
  /** Left out where nothing is filtered. */
  readonly onClear?: () => void
}

/** The questions a clerk asks of the registry every day; the table's own filters ask the rest. */
export const RegistryFilterBar = memo(function RegistryFilterBar({
  filters,
  change,
  units,
  people,
  difficulties,
  onClear,
}: RegistryFilterBarProps) {
  return (
    <>
      <SearchBox
        size="small"
        className="registry-search"
        placeholder={text.find}
        aria-label={text.find}
        value={filters.search}
        onChange={(_, { value }) => change({ search: value })}
      />
      <UnitFilter
        label={text.unit}
        every={text.everyUnit}
        units={units}
        className="registry-select"
        value={filters.unit}
        onChange={(unit) => change({ unit })}
      />
      <label className="filter">
        {text.minWorkers}
        <Input
          size="small"
          className="registry-size"
          value={filters.minWorkers}
          onChange={(_, { value }) => change({ minWorkers: value })}
        />
        {text.workers}
      </label>
      <FilterSelect
        label={text.union}
        className="registry-select-narrow"
        value={filters.union}
        onChange={(union) => change({ union })}
        options={[
          { value: '', label: text.every },
          { value: 'yes', label: text.hasUnion },
          { value: 'no', label: text.noUnion },
        ]}
      />
      <FilterSelect
        label={more.difficulty}
        className="registry-select-narrow"
        value={filters.difficulty}
        onChange={(difficulty) => change({ difficulty })}
        options={[
          { value: '', label: more.every },
          { value: ANY_DIFFICULTY, label: more.anyDifficulty },
          { value: NO_DIFFICULTY, label: more.noDifficulty },
          ...difficulties.map(({ name }) => ({ value: name, label: name })),
        ]}
      />
      <FilterSelect
        label={more.officer}
        className="registry-select-narrow"
        value={filters.officer ?? ''}
        onChange={(officer) => change({ officer: officer === '' ? null : officer })}
        options={[
          { value: '', label: more.everyOfficer },
          { value: NOBODY, label: more.noOfficer },
          ...people.map(({ id, fullName }) => ({ value: id, label: fullName })),
        ]}
      />
      {onClear === undefined ? null : (
        <Button size="small" appearance="subtle" onClick={onClear}>
          {enterprisesText.clearFilters}
        </Button>
      )}
    </>
  )
})
