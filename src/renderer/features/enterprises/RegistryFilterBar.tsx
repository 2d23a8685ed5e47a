import { Button, Input, SearchBox, Select } from '@fluentui/react-components'
import type { PersonRow, ReasonRow } from '#shared/contract/catalogues.ts'
import { enterprisesText } from '#renderer/text/enterprises.ts'
import { registryText } from '#renderer/text/registry.ts'
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
export function RegistryFilterBar({ filters, change, units, people, difficulties, onClear }: RegistryFilterBarProps) {
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
      <label className="filter">
        {text.unit}
        <Select
          size="small"
          className="registry-select"
          value={filters.unit}
          onChange={(_, { value }) => change({ unit: value })}
        >
          <option value="">{text.everyUnit}</option>
          {units.map((unit) => (
            <option key={unit.code} value={unit.code}>
              {unit.name}
            </option>
          ))}
        </Select>
      </label>
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
      <label className="filter">
        {text.union}
        <Select
          size="small"
          className="registry-select-narrow"
          value={filters.union}
          onChange={(_, { value }) => change({ union: value === 'yes' || value === 'no' ? value : '' })}
        >
          <option value="">{text.every}</option>
          <option value="yes">{text.hasUnion}</option>
          <option value="no">{text.noUnion}</option>
        </Select>
      </label>
      <label className="filter">
        {more.difficulty}
        <Select
          size="small"
          className="registry-select-narrow"
          value={filters.difficulty}
          onChange={(_, { value }) => change({ difficulty: value })}
        >
          <option value="">{more.every}</option>
          <option value={ANY_DIFFICULTY}>{more.anyDifficulty}</option>
          <option value={NO_DIFFICULTY}>{more.noDifficulty}</option>
          {difficulties.map((reason) => (
            <option key={reason.code} value={reason.name}>
              {reason.name}
            </option>
          ))}
        </Select>
      </label>
      <label className="filter">
        {more.officer}
        <Select
          size="small"
          className="registry-select-narrow"
          value={filters.officer ?? ''}
          onChange={(_, { value }) => change({ officer: value === '' ? null : value })}
        >
          <option value="">{more.everyOfficer}</option>
          <option value={NOBODY}>{more.noOfficer}</option>
          {people.map((person) => (
            <option key={person.id} value={person.id}>
              {person.fullName}
            </option>
          ))}
        </Select>
      </label>
      {onClear === undefined ? null : (
        <Button size="small" appearance="subtle" onClick={onClear}>
          {enterprisesText.clearFilters}
        </Button>
      )}
    </>
  )
}
