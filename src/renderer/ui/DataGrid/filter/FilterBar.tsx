import { Button } from '@fluentui/react-components'
import { ArrowClockwiseRegular, DismissRegular } from '@fluentui/react-icons'
import { tablesText } from '#renderer/text/tables.ts'

const text = tablesText.bar

export interface BarTag {
  readonly id: string
  readonly label: string
  readonly open: (from: HTMLElement) => void
  readonly remove: () => void
}

interface FilterBarProps {
  readonly filters: readonly BarTag[]
  readonly sorts: readonly BarTag[]
  /** "12 trong 345 dòng"; empty while it is being counted. */
  readonly count: string
  readonly isStale: boolean
  readonly onAgain: () => void
  readonly onClearFilters: () => void
  readonly onClearSorts: () => void
}

/** What hides rows or changes their order, always in sight: nobody reports from a filter that was forgotten. */
export function FilterBar(props: FilterBarProps) {
  const { filters, sorts, count, isStale } = props
  return (
    <div className="filter-bar" role="region" aria-label={text.label}>
      {filters.length === 0 ? null : (
        <>
          <span className="filter-bar-label">{text.filters}</span>
          <Tags tags={filters} remove={text.removeFilter} />
          <Button size="small" appearance="subtle" onClick={props.onClearFilters}>
            {text.clear}
          </Button>
        </>
      )}
      {sorts.length === 0 ? null : (
        <>
          <span className="filter-bar-label">{text.sort}</span>
          <Tags tags={sorts} remove={text.removeSort} />
          {sorts.length > 1 ? (
            <Button size="small" appearance="subtle" onClick={props.onClearSorts}>
              {text.clearSort}
            </Button>
          ) : null}
        </>
      )}
      {isStale ? (
        <Button size="small" icon={<ArrowClockwiseRegular />} onClick={props.onAgain}>
          {text.again}
        </Button>
      ) : null}
      <span className="filter-bar-count" role="status">
        {filters.length === 0 ? '' : count}
      </span>
    </div>
  )
}

function Tags({ tags, remove }: { readonly tags: readonly BarTag[]; readonly remove: (what: string) => string }) {
  return (
    <ul className="filter-tags">
      {tags.map((tag) => (
        <li key={tag.id} className="filter-tag">
          <button type="button" title={text.change(tag.label)} onClick={(event) => tag.open(event.currentTarget)}>
            {tag.label}
          </button>
          <button
            type="button"
            className="filter-tag-remove"
            aria-label={remove(tag.label)}
            title={remove(tag.label)}
            onClick={tag.remove}
          >
            <DismissRegular />
          </button>
        </li>
      ))}
    </ul>
  )
}
