import { SearchBox } from '@fluentui/react-components'
import { useMemo } from 'react'
import { matchesSearch } from '#shared/domain/table/words.ts'
import type { TableValue } from '#shared/domain/table/view.ts'
import { formatNumber } from '#shared/domain/text/format.ts'
import { tablesText } from '#renderer/text/tables.ts'

const text = tablesText.filters
/** Rows of the list that are drawn; the rest is found by typing. */
const MOST_SHOWN = 300

export interface ListedValue {
  readonly value: TableValue
  readonly text: string
  readonly count: number
}

interface ValueListProps {
  /** Null while they are being read. */
  readonly values: readonly ListedValue[] | null
  /** Null: every one. */
  readonly chosen: ReadonlySet<TableValue> | null
  readonly search: string
  readonly onSearch: (search: string) => void
  readonly onChoose: (chosen: ReadonlySet<TableValue>) => void
}

/** The values of a column with how often, to be ticked. With a search only what is found counts, as in Excel. */
export function ValueList({ values, chosen, search, onSearch, onChoose }: ValueListProps) {
  const found = useMemo(() => findValues(values ?? [], search), [values, search])
  const isChosen = (value: TableValue): boolean => chosen === null || chosen.has(value)
  const all = found.every(({ value }) => isChosen(value))
  const some = found.some(({ value }) => isChosen(value))
  const set = (changed: readonly ListedValue[], on: boolean): void => {
    const after = new Set(chosen ?? (values ?? []).map(({ value }) => value))
    for (const { value } of changed) {
      if (on) after.add(value)
      else after.delete(value)
    }
    onChoose(after)
  }
  return (
    <>
      <SearchBox
        size="small"
        placeholder={text.searchValues}
        aria-label={text.searchValues}
        value={search}
        onChange={(_, { value }) => onSearch(value)}
      />
      <div className="filter-values" role="group" aria-label={text.valueList}>
        {values === null ? <p className="filter-values-note">{text.loadingValues}</p> : null}
        {values !== null && found.length === 0 ? <p className="filter-values-note">{text.noValues}</p> : null}
        {found.length > 1 ? (
          <label className="filter-value">
            <input
              type="checkbox"
              checked={all}
              ref={(element) => {
                if (element !== null) element.indeterminate = some && !all
              }}
              onChange={(event) => set(found, event.target.checked)}
            />
            <span className="filter-value-text">{search.trim() === '' ? text.everyValue : text.foundValues}</span>
          </label>
        ) : null}
        {found.slice(0, MOST_SHOWN).map((one) => (
          <label key={`${typeof one.value} ${String(one.value)}`} className="filter-value">
            <input
              type="checkbox"
              checked={isChosen(one.value)}
              onChange={(event) => set([one], event.target.checked)}
            />
            <span className="filter-value-text" title={one.text}>
              {one.text}
            </span>
            <span className="filter-value-count">{formatNumber(one.count)}</span>
          </label>
        ))}
        {found.length > MOST_SHOWN ? (
          <p className="filter-values-note">{text.moreValues(found.length - MOST_SHOWN)}</p>
        ) : null}
      </div>
    </>
  )
}

ValueList.picked = (
  values: readonly ListedValue[],
  chosen: ReadonlySet<TableValue> | null,
  search: string,
): TableValue[] =>
  findValues(values, search).flatMap(({ value }) => (chosen === null || chosen.has(value) ? [value] : []))

function findValues(values: readonly ListedValue[], search: string): readonly ListedValue[] {
  return search.trim() === '' ? values : values.filter((one) => matchesSearch([one.text], search))
}
