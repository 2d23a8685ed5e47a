import {
  Button,
  Checkbox,
  Divider,
  Field,
  Input,
  Popover,
  PopoverSurface,
  Select,
  type PositioningVirtualElement,
} from '@fluentui/react-components'
import { ArrowDownRegular, ArrowUpRegular, DismissRegular } from '@fluentui/react-icons'
import { useEffect, useState } from 'react'
import type { ColumnFilter, RowSort, TableValue } from '#shared/domain/table/view.ts'
import { tablesText } from '#renderer/text/tables.ts'
import { useReturnFocus } from '../../forms/use-return-focus.ts'
import { readBetween } from './between-text.ts'
import type { ValueNature } from './describe-filter.ts'
import { ValueList, type ListedValue } from './ValueList.tsx'

const text = tablesText.filters
type FilterKind = ColumnFilter['kind']

export interface FilterPanelProps {
  readonly column: string
  readonly title: string
  readonly nature: ValueNature
  readonly filter: ColumnFilter | null
  readonly sort: RowSort | null
  readonly canSort: boolean
  /** Other columns are sorted by already. */
  readonly hasOtherSort: boolean
  /** Null where the table's source cannot tell. */
  readonly loadValues: (() => Promise<readonly ListedValue[]>) | null
  readonly show: (edge: number | string) => string
  readonly target: DOMRect
  readonly onSort: (descending: boolean | null, keepOthers: boolean) => void
  readonly onFilter: (filter: ColumnFilter | null) => void
  readonly onClose: () => void
}

/** Order and filter of one column, in a clerk's words. Enter filters, Esc leaves. */
export function FilterPanel(props: FilterPanelProps) {
  const { column, title, nature, filter, sort, loadValues, target, onFilter, onClose } = props
  useReturnFocus()
  const kinds = kindsOf(nature, loadValues !== null)
  const [kind, setKind] = useState<FilterKind>(filter?.kind ?? kinds[0] ?? 'contains')
  const [values, setValues] = useState<readonly ListedValue[] | null>(null)
  const [chosen, setChosen] = useState<ReadonlySet<TableValue> | null>(
    filter?.kind === 'values' ? new Set(filter.values) : null,
  )
  const [search, setSearch] = useState('')
  const [words, setWords] = useState(filter?.kind === 'contains' ? filter.text : '')
  const [from, setFrom] = useState(filter?.kind === 'between' && filter.from !== null ? props.show(filter.from) : '')
  const [to, setTo] = useState(filter?.kind === 'between' && filter.to !== null ? props.show(filter.to) : '')
  const [keepOthers, setKeepOthers] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    let gone = false
    void loadValues?.().then((loaded) => {
      if (!gone) setValues(loaded)
    })
    return () => {
      gone = true
    }

    // oxlint-disable-next-line react-hooks/exhaustive-deps -- read once: the panel is made anew for each opening
  }, [])

  const apply = (): void => {
    const made = makeFilter()
    if (typeof made === 'string') return setProblem(made)
    onFilter(made)
    onClose()
  }
  const makeFilter = (): ColumnFilter | null | string => {
    switch (kind) {
      case 'values': {
        if (values === null) return filter
        const picked = ValueList.picked(values, chosen, search)
        if (picked.length === 0) return text.nothingChosen
        return picked.length === values.length ? null : { column, kind, values: picked }
      }
      case 'contains':
        return words.trim() === '' ? text.nothingTyped : { column, kind, text: words.trim() }
      case 'between': {
        const read = readBetween(from, to, nature)
        return read.ok ? { column, kind, from: read.from, to: read.to } : read.reason
      }
      case 'empty':
      case 'filled':
        return { column, kind }
    }
  }
  const order = (descending: boolean | null): void => {
    props.onSort(descending, keepOthers)
    onClose()
  }
  const anchor: PositioningVirtualElement = { getBoundingClientRect: () => target }
  return (
    <Popover
      open
      trapFocus
      inline={false}
      positioning={{ target: anchor, position: 'below', align: 'start', autoSize: 'height-always' }}
      onOpenChange={(_, { open }) => {
        if (!open) onClose()
      }}
    >
      <PopoverSurface className="filter-panel" aria-label={text.panel(title)}>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            apply()
          }}
        >
          <div className="filter-panel-title">{title}</div>
          {props.canSort ? (
            <>
              <div className="filter-panel-sort">
                <Button
                  size="small"
                  appearance={sort?.descending === false ? 'primary' : 'secondary'}
                  icon={<ArrowUpRegular />}
                  onClick={() => order(false)}
                >
                  {text.sortUp[nature]}
                </Button>
                <Button
                  size="small"
                  appearance={sort?.descending === true ? 'primary' : 'secondary'}
                  icon={<ArrowDownRegular />}
                  onClick={() => order(true)}
                >
                  {text.sortDown[nature]}
                </Button>
                {sort === null ? null : (
                  <Button
                    size="small"
                    appearance="subtle"
                    icon={<DismissRegular />}
                    aria-label={text.noSort}
                    title={text.noSort}
                    onClick={() => order(null)}
                  />
                )}
              </div>
              {props.hasOtherSort ? (
                <Checkbox
                  size="medium"
                  label={text.keepOthers}
                  checked={keepOthers}
                  onChange={(_, { checked }) => setKeepOthers(checked === true)}
                />
              ) : null}
              <Divider className="filter-panel-line" />
            </>
          ) : null}
          <Select
            size="small"
            aria-label={text.kind}
            value={kind}
            onChange={(_, { value }) => {
              setProblem(null)
              setKind(kinds.find((known) => known === value) ?? 'contains')
            }}
          >
            {kinds.map((one) => (
              <option key={one} value={one}>
                {text.kinds[one]}
              </option>
            ))}
          </Select>
          {kind === 'values' ? (
            <ValueList values={values} chosen={chosen} search={search} onSearch={setSearch} onChoose={setChosen} />
          ) : null}
          {kind === 'contains' ? (
            <Field label={text.containsLabel} size="small">
              <Input size="small" value={words} onChange={(_, { value }) => setWords(value)} />
            </Field>
          ) : null}
          {kind === 'between' ? (
            <div className="filter-panel-between">
              <Field label={text.from} size="small">
                <Input size="small" value={from} onChange={(_, { value }) => setFrom(value)} />
              </Field>
              <Field label={text.to} size="small">
                <Input size="small" value={to} onChange={(_, { value }) => setTo(value)} />
              </Field>
            </div>
          ) : null}
          {problem === null ? null : (
            <div className="filter-panel-problem" role="alert">
              {problem}
            </div>
          )}
          <div className="filter-panel-buttons">
            <Button size="small" appearance="primary" type="submit">
              {text.apply}
            </Button>
            {filter === null ? null : (
              <Button
                size="small"
                onClick={() => {
                  onFilter(null)
                  onClose()
                }}
              >
                {text.clear}
              </Button>
            )}
          </div>
        </form>
      </PopoverSurface>
    </Popover>
  )
}

function kindsOf(nature: ValueNature, hasValues: boolean): readonly FilterKind[] {
  const isRange = nature === 'number' || nature === 'date'
  return [...(hasValues ? ['values' as const] : []), isRange ? 'between' : 'contains', 'empty', 'filled']
}
