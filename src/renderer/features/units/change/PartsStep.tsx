import { Checkbox, SearchBox, Select } from '@fluentui/react-components'
import { type ReactNode, useState } from 'react'
import type { Output } from '#shared/contract/index.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import { formatNumber } from '#shared/domain/text/format.ts'
import { useData } from '#renderer/api/data.ts'
import { unitChangesText } from '#renderer/text/unit-changes.ts'
import { ChoiceField, type Option } from '#renderer/ui/forms/fields.tsx'
import '#renderer/ui/layout/simple-table.css'
import type { StepProps } from './ChangeDialog.tsx'
import { TargetParts } from './TargetParts.tsx'

const text = unitChangesText.parts
/** More lines than anybody reads through; typing a name finds the others. */
const MOST_SHOWN = 100

interface Part {
  readonly key: string
  readonly what: 'unit' | 'enterprise' | 'union'
  readonly name: string
  readonly detail: string
}

type Contents = Output<'units.contents'>

/** Split: who gets what. Transfer: what goes. */
export function PartsStep({ form, patch, units }: StepProps) {
  const [unit = ''] = form.units
  const code = form.kind === 'transfer' ? form.contentsOf : unit
  const contents = useData('units.contents', { unit: code, on: form.on ?? '' }, { enabled: form.on !== null }).data
  if (contents === undefined) return null
  const groups = partsOf(contents).filter(
    ({ parts, what }) => parts.length > 0 && (form.kind === 'split' || what !== 'unit'),
  )
  const receivers = form.receivers.map((receiver, at): Option => ({
    value: String(at + 1),
    label: receiver.isNew ? receiver.name : (units.find((row) => row.code === receiver.unit)?.name ?? receiver.unit),
  }))
  if (form.kind === 'transfer')
    return (
      <>
        {groups.length === 0 ? <p>{text.nothing}</p> : null}
        {groups.map(({ title, parts }) => (
          <PartList key={title} title={title} parts={parts}>
            {(shown) => <MovingChecks form={form} patch={patch} parts={parts} shown={shown} />}
          </PartList>
        ))}
      </>
    )
  return (
    <>
      <ChoiceField
        label={text.rest}
        value={form.rest}
        onChange={(rest) => patch({ rest })}
        options={[...(form.goesOn ? [{ value: '', label: text.restStays }] : []), ...receivers]}
      />
      {contents.targets.length === 0 ? null : (
        <TargetParts form={form} patch={patch} targets={contents.targets} receivers={receivers} />
      )}
      {groups.map(({ title, parts }) => (
        <PartList key={title} title={title} parts={parts}>
          {(shown) => <ReceiverChoices form={form} patch={patch} shown={shown} receivers={receivers} />}
        </PartList>
      ))}
    </>
  )
}

function partsOf({ children, enterprises, unions }: Contents) {
  const people = (workers: number, members: number): string =>
    `${text.workers} ${formatNumber(workers)} · ${text.members} ${formatNumber(members)}`
  return [
    {
      what: 'unit' as const,
      title: text.children(children.length),
      parts: children.map((child): Part => ({ key: child.code, what: 'unit', name: child.name, detail: child.code })),
    },
    {
      what: 'enterprise' as const,
      title: text.enterprises(enterprises.length),
      parts: enterprises.map(({ id, name, taxCode, workers, members }): Part => ({
        key: id,
        what: 'enterprise',
        name,
        detail: [taxCode, people(workers, members)].filter(Boolean).join(' · '),
      })),
    },
    {
      what: 'union' as const,
      title: text.unions(unions.length),
      parts: unions.map(({ id, name, members }): Part => ({
        key: id,
        what: 'union',
        name,
        detail: `${text.members} ${formatNumber(members)}`,
      })),
    },
  ]
}

interface PartListProps {
  readonly title: string
  readonly parts: readonly Part[]
  readonly children: (shown: readonly Part[]) => ReactNode
}

function PartList({ title, parts, children }: PartListProps) {
  const [search, setSearch] = useState('')
  const wanted = foldText(search)
  const found = wanted === '' ? parts : parts.filter((part) => foldText(`${part.name} ${part.detail}`).includes(wanted))
  const shown = found.slice(0, MOST_SHOWN)
  return (
    <fieldset className="change-checks">
      <legend>{title}</legend>
      {parts.length <= 8 ? null : (
        <SearchBox
          size="small"
          placeholder={text.find}
          aria-label={`${text.find}: ${title}`}
          value={search}
          onChange={(_, { value }) => setSearch(value)}
        />
      )}
      {children(shown)}
      {shown.length < found.length ? <p className="change-hint">{text.shown(shown.length, found.length)}</p> : null}
    </fieldset>
  )
}

interface ChoicesProps extends Omit<StepProps, 'units'> {
  readonly shown: readonly Part[]
}

function ReceiverChoices({ form, patch, shown, receivers }: ChoicesProps & { readonly receivers: readonly Option[] }) {
  const choose = (part: Part, to: string): void => {
    const parts = new Map(form.parts)
    if (to === '') parts.delete(part.key)
    else parts.set(part.key, { what: part.what, to })
    patch({ parts })
  }
  return (
    <table className="simple-table" aria-label={text.to}>
      <thead>
        <tr>
          <th scope="col">{text.name}</th>
          <th scope="col" style={{ width: '240px' }}>
            {text.to}
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map((part) => (
          <tr key={part.key}>
            <td>
              <PartName part={part} />
            </td>
            <td>
              <Select
                size="small"
                aria-label={text.toOf(part.name)}
                value={form.parts.get(part.key)?.to ?? ''}
                onChange={(_, { value }) => choose(part, value)}
              >
                <option value="">{text.asRest}</option>
                {receivers.map((receiver) => (
                  <option key={receiver.value} value={receiver.value}>
                    {receiver.label}
                  </option>
                ))}
              </Select>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function MovingChecks({ form, patch, parts, shown }: ChoicesProps & { readonly parts: readonly Part[] }) {
  const set = (chosen: readonly Part[], checked: boolean): void => {
    const moving = new Map<string, 'enterprise' | 'union'>(form.moving)
    for (const { key, what } of chosen) {
      if (!checked) moving.delete(key)
      else if (what !== 'unit') moving.set(key, what)
    }
    patch({ moving })
  }
  return (
    <div className="change-list">
      <Checkbox
        label={text.all}
        checked={parts.every(({ key }) => form.moving.has(key))}
        onChange={(_, { checked }) => set(parts, checked === true)}
      />
      {shown.map((part) => (
        <Checkbox
          key={part.key}
          label={<PartName part={part} />}
          checked={form.moving.has(part.key)}
          onChange={(_, { checked }) => set([part], checked === true)}
        />
      ))}
    </div>
  )
}

function PartName({ part }: { readonly part: Part }) {
  return (
    <>
      {part.name} <span className="change-hint">{part.detail}</span>
    </>
  )
}
