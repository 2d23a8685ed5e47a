import { useMemo, useState } from 'react'
import type { UnitRow } from '#shared/contract/units.ts'
import { parsePlace } from '#shared/domain/survey/places.ts'
import { unitFromPlace } from '#shared/domain/survey/new-units.ts'
import { isValidOn } from '#shared/kit/dates.ts'
import { useData } from '#renderer/api/data.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { unitsText } from '#renderer/text/units.ts'
import { ChoiceField, DateField, TextField } from '#renderer/ui/forms/fields.tsx'
import { FormDialog } from '#renderer/ui/forms/FormDialog.tsx'
import { notify } from '#renderer/ui/state/notices.ts'
import { unitTree } from './unit-columns.ts'

interface UnitDialogProps {
  /** Null: a new one. */
  readonly unit: UnitRow | null
  readonly parent: string | null
  readonly units: readonly UnitRow[]
  /** The day the row is shown as of; null: as it is last. */
  readonly shownAsOf: string | null
  readonly onClose: () => void
}

const text = unitsText.form
const DEFAULT_TYPE = 'TRUC_THUOC'

export function UnitDialog({ unit, parent: firstParent, units, shownAsOf, onClose }: UnitDialogProps) {
  const asOf = useWorkingContext((context) => context.asOf)
  const types = useData('unitTypes.list', {}).data ?? []
  const [name, setName] = useState(unit?.name ?? '')
  const [shortName, setShortName] = useState(unit === null || unit.shortName === unit.name ? '' : unit.shortName)
  const [typedCode, setCode] = useState<string | null>(unit?.code ?? null)
  const [typedType, setType] = useState<string | null>(unit?.type ?? null)
  const [chosenParent, setParent] = useState(firstParent)
  const [validFrom, setFrom] = useState(unit?.validFrom ?? null)
  const [validTo, setTo] = useState(unit?.validTo ?? null)
  const [aliases, setAliases] = useState((unit?.aliases ?? []).join('\n'))
  const [note, setNote] = useState(unit?.note ?? '')
  const suggested = useMemo(() => suggestUnit(name, asOf), [name, asOf])
  const code = typedCode ?? suggested?.code ?? ''
  const type = typedType ?? suggested?.type ?? DEFAULT_TYPE
  const tree = useMemo(() => unitTree(units), [units])
  const isRoot = unit !== null && unit.parent === null
  // The dialog may be opened before the units are there.
  const top = units.find((row) => row.parent === null)?.code ?? null
  const parent = isRoot ? null : (chosenParent ?? top)

  const submit = async () => {
    const shared = {
      code,
      name,
      ...(shortName.trim() === '' ? {} : { shortName }),
      type,
      parent,
      validFrom,
      validTo,
      note: note.trim() === '' ? null : note,
      aliases: aliases.split('\n').filter((line) => line.trim() !== ''),
    }
    const answer =
      unit === null
        ? await runCommand('units.add', shared)
        : await runCommand('units.update', { id: unit.id, patch: shared, asOf: shownAsOf })
    if (answer.ok) notify('success', unit === null ? text.added(answer.value.name) : text.changed(answer.value.name))
    return answer
  }

  return (
    <FormDialog
      title={unit === null ? text.addTitle : text.editTitle}
      missing={name.trim() === '' || code.trim() === '' ? text.missing : null}
      onSubmit={submit}
      onClose={onClose}
      width={620}
    >
      <TextField label={text.name} hint={text.nameHint} required value={name} onChange={setName} />
      <div className="form-row">
        <TextField label={text.code} hint={text.codeHint} required value={code} onChange={setCode} />
        <TextField label={text.shortName} hint={text.shortNameHint} value={shortName} onChange={setShortName} />
      </div>
      {isRoot ? null : (
        <div className="form-row">
          <ChoiceField
            label={text.type}
            value={type}
            onChange={setType}
            options={types
              .filter((row) => row.code === type || isValidOn(asOf, row.validFrom, row.validTo))
              .map((row) => ({ value: row.code, label: row.name }))}
          />
          <ChoiceField
            label={text.parent}
            value={parent ?? ''}
            onChange={setParent}
            options={units
              .filter((row) => row.id !== unit?.id)
              .map((row) => ({ value: row.code, label: `${'\u2003'.repeat(tree.depthOf(row))}${row.name}` }))}
          />
        </div>
      )}
      <div className="form-row">
        <DateField label={text.from} hint={text.datesHint} value={validFrom} onChange={setFrom} />
        <DateField label={text.to} value={validTo} onChange={setTo} />
      </div>
      <TextField label={text.aliases} hint={text.aliasesHint} lines={2} value={aliases} onChange={setAliases} />
      <TextField label={text.note} value={note} onChange={setNote} />
    </FormDialog>
  )
}

/** Code and type from the name, as the import would make them: "LĐLĐ huyện Gio Linh" → H-GIO-LINH, LDLD_HUYEN. */
function suggestUnit(name: string, asOf: string): { readonly code: string; readonly type: string } | null {
  const place = name.trim() === '' ? null : parsePlace(name)
  return place === null ? null : unitFromPlace(place, undefined, asOf)
}
