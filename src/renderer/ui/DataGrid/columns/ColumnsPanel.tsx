import {
  Button,
  Field,
  Popover,
  PopoverSurface,
  Select,
  type PositioningVirtualElement,
} from '@fluentui/react-components'
import { ArrowDownRegular, ArrowUpRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { tablesText } from '#renderer/text/tables.ts'
import { useReturnFocus } from '../../forms/use-return-focus.ts'
import { flattenColumns } from '../column.ts'
import type { ColumnLayouts } from './use-column-layout.ts'

const text = tablesText.columns

interface ColumnsPanelProps<Row> {
  readonly layouts: ColumnLayouts<Row>
  readonly titles: ReadonlyMap<string, string>
  readonly target: DOMRect
  readonly onFit: () => void
  readonly onClose: () => void
}

/** Which columns are shown, in what order, and up to which they stay in sight. Every change shows at once. */
export function ColumnsPanel<Row>({ layouts, titles, target, onFit, onClose }: ColumnsPanelProps<Row>) {
  useReturnFocus()
  const [problem, setProblem] = useState<string | null>(null)
  const columns = flattenColumns(layouts.columns)
  const titleOf = (id: string): string => titles.get(id) ?? id
  const frozen = columns.findLast(({ id }) => layouts.looks.get(id)?.frozen === true)?.id ?? ''
  const show = (id: string, on: boolean): void => {
    const left = columns.filter((column) => column.id !== id && layouts.looks.get(column.id)?.hidden !== true)
    setProblem(!on && left.length === 0 ? text.last : null)
    if (on || left.length > 0) layouts.setHidden(id, !on)
  }
  const anchor: PositioningVirtualElement = { getBoundingClientRect: () => target }
  return (
    <Popover
      open
      trapFocus
      positioning={{ target: anchor, position: 'below', align: 'end', autoSize: 'height-always' }}
      onOpenChange={(_, { open }) => {
        if (!open) onClose()
      }}
    >
      <PopoverSurface className="columns-panel" aria-label={text.title}>
        <div className="filter-panel-title">{text.title}</div>
        <p className="columns-panel-text">{text.text}</p>
        <div className="columns-list" role="group" aria-label={text.list}>
          {columns.map(({ id }, index) => (
            <div key={id} className="columns-item">
              <label className="filter-value">
                <input
                  type="checkbox"
                  checked={layouts.looks.get(id)?.hidden !== true}
                  onChange={(event) => show(id, event.target.checked)}
                />
                <span className="filter-value-text" title={titleOf(id)}>
                  {titleOf(id)}
                </span>
              </label>
              <Button
                size="small"
                appearance="subtle"
                icon={<ArrowUpRegular />}
                aria-label={text.up(titleOf(id))}
                title={text.up(titleOf(id))}
                disabledFocusable={index === 0}
                onClick={() => layouts.move(id, -1)}
              />
              <Button
                size="small"
                appearance="subtle"
                icon={<ArrowDownRegular />}
                aria-label={text.down(titleOf(id))}
                title={text.down(titleOf(id))}
                disabledFocusable={index === columns.length - 1}
                onClick={() => layouts.move(id, 1)}
              />
            </div>
          ))}
        </div>
        {problem === null ? null : (
          <div className="filter-panel-problem" role="alert">
            {problem}
          </div>
        )}
        <Field label={text.frozen} size="small">
          <Select
            size="small"
            value={frozen}
            onChange={(_, { value }) => layouts.change({ frozen: value === '' ? null : value })}
          >
            <option value="">{text.noneFrozen}</option>
            {columns.map(({ id }) => (
              <option key={id} value={id}>
                {titleOf(id)}
              </option>
            ))}
          </Select>
        </Field>
        <div className="filter-panel-buttons">
          <Button size="small" onClick={onFit}>
            {text.fit}
          </Button>
          <Button size="small" disabledFocusable={layouts.isDefault} onClick={layouts.reset}>
            {text.reset}
          </Button>
        </div>
      </PopoverSurface>
    </Popover>
  )
}
