import { Button, Checkbox, Input, Select, Spinner } from '@fluentui/react-components'
import { ArrowDownRegular, ArrowUpRegular, DismissRegular, SearchRegular } from '@fluentui/react-icons'
import { useEffect, useRef } from 'react'
import type { FindQuery } from '#shared/domain/table/find.ts'
import { tablesText } from '#renderer/text/tables.ts'

const text = tablesText.find

export interface FindBarProps {
  readonly query: FindQuery
  readonly by: string
  readonly column: string | null
  readonly columns: readonly { readonly id: string; readonly title: string }[]
  readonly canReplace: boolean
  readonly showsReplace: boolean
  /** Null while it is being searched. */
  readonly found: { readonly at: number; readonly total: number } | null
  readonly problem: string | null
  /** Changes each time the keys ask for the bar, so that its field takes the keyboard again. */
  readonly asked: number
  readonly onQuery: (patch: Partial<FindQuery>) => void
  readonly onBy: (by: string) => void
  readonly onColumn: (column: string | null) => void
  readonly onStep: (step: 1 | -1) => void
  readonly onShowReplace: () => void
  readonly onReplaceOne: () => void
  readonly onReplaceAll: () => void
  readonly onClose: () => void
}

/** Above the cells: what is looked for, how often it is there, and what takes its place. */
export function FindBar(props: FindBarProps) {
  const { query, found, showsReplace, canReplace, onQuery, onStep, onClose } = props
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const field = bar.current?.querySelector('input')
    field?.focus()
    field?.select()
  }, [props.asked])
  const keys = useRef({ onStep, onClose })
  keys.current = { onStep, onClose }
  useEffect(() => {
    const element = bar.current
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' && event.key !== 'F3') return
      event.preventDefault()
      event.stopPropagation()
      if (event.key === 'Escape') keys.current.onClose()
      else keys.current.onStep(event.shiftKey ? -1 : 1)
    }
    element?.addEventListener('keydown', press)
    return () => element?.removeEventListener('keydown', press)
  }, [])
  const hasText = query.text !== ''
  return (
    <div ref={bar} className="find-bar" role="search" aria-label={text.label}>
      <div className="find-line">
        <Input
          size="small"
          className="find-field"
          contentBefore={<SearchRegular />}
          aria-label={text.find}
          placeholder={text.findPlaceholder}
          value={query.text}
          onChange={(_, { value }) => onQuery({ text: value })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
            event.preventDefault()
            onStep(event.shiftKey ? -1 : 1)
          }}
        />
        <span className="find-count" role="status">
          {!hasText
            ? ''
            : found === null
              ? text.searching
              : found.total === 0
                ? text.none
                : text.count(found.at, found.total)}
        </span>
        {hasText && found === null ? <Spinner size="extra-tiny" /> : null}
        <Button
          size="small"
          appearance="subtle"
          icon={<ArrowUpRegular />}
          aria-label={text.previous}
          title={text.previous}
          disabledFocusable={(found?.total ?? 0) === 0}
          onClick={() => onStep(-1)}
        />
        <Button
          size="small"
          appearance="subtle"
          icon={<ArrowDownRegular />}
          aria-label={text.next}
          title={text.next}
          disabledFocusable={(found?.total ?? 0) === 0}
          onClick={() => onStep(1)}
        />
        <label className="filter">
          {text.columns}
          <Select
            size="small"
            value={props.column ?? ''}
            onChange={(_, { value }) => props.onColumn(value === '' ? null : value)}
          >
            <option value="">{text.everyColumn}</option>
            {props.columns.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </Select>
        </label>
        <Option label={text.matchCase} on={query.matchCase} set={(matchCase) => onQuery({ matchCase })} />
        <Option label={text.wholeCell} on={query.wholeCell} set={(wholeCell) => onQuery({ wholeCell })} />
        <Option label={text.withAccents} on={query.withAccents} set={(withAccents) => onQuery({ withAccents })} />
        <span className="find-space" />
        {canReplace && !showsReplace ? (
          <Button size="small" onClick={props.onShowReplace}>
            {text.showReplace}
          </Button>
        ) : null}
        <Button
          size="small"
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={text.close}
          title={text.close}
          onClick={onClose}
        />
      </div>
      {showsReplace && canReplace ? (
        <div className="find-line">
          <Input
            size="small"
            className="find-field"
            aria-label={text.replace}
            placeholder={text.replace}
            value={props.by}
            onChange={(_, { value }) => props.onBy(value)}
          />
          <Button size="small" disabledFocusable={(found?.total ?? 0) === 0} onClick={props.onReplaceOne}>
            {text.replaceOne}
          </Button>
          <Button size="small" disabledFocusable={(found?.total ?? 0) === 0} onClick={props.onReplaceAll}>
            {text.replaceAll}
          </Button>
          {props.problem === null ? null : (
            <span className="find-problem" role="alert">
              {props.problem}
            </span>
          )}
        </div>
      ) : null}
    </div>
  )
}

function Option({
  label,
  on,
  set,
}: {
  readonly label: string
  readonly on: boolean
  readonly set: (on: boolean) => void
}) {
  return (
    <Checkbox className="find-option" label={label} checked={on} onChange={(_, { checked }) => set(checked === true)} />
  )
}
