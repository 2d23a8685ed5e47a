import { Button, Field, Input } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { useDeferredValue, useId, useState } from 'react'
import { useData } from '#renderer/api/data.ts'
import { unionsText } from '#renderer/text/unions.ts'
import './unions.css'

const text = unionsText.foundForm
const MOST = 6

export interface PickedEnterprise {
  readonly id: string
  readonly name: string
  readonly unit: string | null
}

interface EnterprisePickerProps {
  readonly value: PickedEnterprise | null
  readonly onChange: (value: PickedEnterprise | null) => void
}

/** Finds one enterprise of a registry of tens of thousands by a few letters. Arrow keys and Enter choose. */
export function EnterprisePicker({ value, onChange }: EnterprisePickerProps) {
  const list = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const search = useDeferredValue(typed.trim())
  const isAsking = value === null && search.length >= 2
  const found = useData('enterprises.list', { search, limit: MOST }, { enabled: isAsking }).data?.rows ?? []
  const choose = (row: (typeof found)[number] | undefined): void => {
    if (row === undefined) return
    onChange({ id: row.id, name: row.name, unit: row.unitCode })
    setTyped('')
    setAt(0)
  }
  if (value !== null)
    return (
      <div className="picked">
        <span>{text.chosen(value.name)}</span>
        <Button
          size="small"
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={text.clearEnterprise}
          onClick={() => onChange(null)}
        />
      </div>
    )
  return (
    <div className="picker">
      <Field label={text.enterprise} hint={text.enterpriseHint} size="small">
        <Input
          value={typed}
          role="combobox"
          aria-expanded={isAsking}
          aria-controls={list}
          aria-autocomplete="list"
          {...(isAsking && found[at] !== undefined ? { 'aria-activedescendant': `${list}-${at}` } : {})}
          onChange={(_, data) => {
            setTyped(data.value)
            setAt(0)
          }}
          onKeyDown={(event) => {
            const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
            if (step !== 0) {
              event.preventDefault()
              setAt((now) => Math.max(0, Math.min(found.length - 1, now + step)))
            }
            if (event.key === 'Enter' && isAsking && found[at] !== undefined) {
              event.preventDefault()
              choose(found[at])
            }
          }}
        />
      </Field>
      {isAsking ? (
        <div className="picker-list" id={list} role="listbox" aria-label={text.enterprise}>
          {found.length === 0 ? <div className="picker-none">{text.noEnterprise}</div> : null}
          {found.map((row, index) => (
            <div
              key={row.id}
              id={`${list}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              className="picker-option"
              onMouseDown={(event) => {
                event.preventDefault()
                choose(row)
              }}
            >
              <span>{row.name}</span>
              <span className="picker-more">{[row.taxCode, row.unitName].filter(Boolean).join(' · ')}</span>
            </div>
          ))}
        </div>
      ) : null}
    </div>
  )
}
