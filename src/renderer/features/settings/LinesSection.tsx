import { Button, Select } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { DocumentLineRow } from '#shared/contract/settings.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { commonText } from '#renderer/text/common.ts'
import { settingsText } from '#renderer/text/settings.ts'
import { ChoiceField, CountField, TextField } from '#renderer/ui/forms/fields.tsx'
import { ConfirmDialog } from '#renderer/ui/forms/ConfirmDialog.tsx'
import { FormDialog } from '#renderer/ui/forms/FormDialog.tsx'
import { SimpleTable } from '#renderer/ui/layout/SimpleTable.tsx'
import { notify } from '#renderer/ui/state/notices.ts'
import { describeDates } from './dated.ts'
import { DatesFields } from './DatesFields.tsx'
import { useDocumentTypeNames } from './document-type-names.ts'

type LineKind = 'recipients' | 'legalBases'

interface LinesSectionProps {
  readonly kind: LineKind
  readonly rows: readonly DocumentLineRow[]
}

const ORDER_STEP = 10

/** Nơi nhận and Căn cứ: lines in the order they are printed, for every type of document or for one. */
export function LinesSection({ kind, rows }: LinesSectionProps) {
  const text = settingsText[kind]
  const typeNames = useDocumentTypeNames()
  const [shownType, setShownType] = useState('')
  const [editing, setEditing] = useState<DocumentLineRow | null>(null)
  const [removing, setRemoving] = useState<DocumentLineRow | null>(null)
  const shown = shownType === '' ? rows : rows.filter((row) => ['', shownType].includes(row.documentType))
  const nameOf = (type: string): string => (type === '' ? settingsText.lines.everyType : (typeNames.get(type) ?? type))
  const lastOrder = Math.max(0, ...rows.filter((row) => row.documentType === shownType).map((row) => row.sortOrder))
  return (
    <>
      <p className="settings-intro">{text.intro}</p>
      <div className="settings-actions">
        <Select
          size="small"
          aria-label={settingsText.lines.documentType}
          value={shownType}
          onChange={(_, { value }) => setShownType(value)}
        >
          <option value="">{commonText.all}</option>
          {[...typeNames].map(([type, name]) => (
            <option key={type} value={type}>
              {name}
            </option>
          ))}
        </Select>
        <Button
          size="small"
          icon={<AddRegular />}
          onClick={() =>
            setEditing({
              id: null,
              documentType: shownType,
              text: '',
              sortOrder: lastOrder + ORDER_STEP,
              validFrom: null,
              validTo: null,
            })
          }
        >
          {text.add}
        </Button>
      </div>
      <SimpleTable
        label={settingsText.sections[kind]}
        rows={shown}
        rowKey={(row) => row.id ?? ''}
        empty={text.empty}
        columns={[
          { title: text.text, cell: (row) => row.text },
          { title: settingsText.lines.documentType, cell: (row) => nameOf(row.documentType), width: '220px' },
          { title: settingsText.lines.order, cell: (row) => row.sortOrder, align: 'right', width: '90px' },
          { title: settingsText.from, cell: describeDates, width: '190px' },
        ]}
        rowName={(row) => row.text}
        onEdit={setEditing}
        onRemove={setRemoving}
      />
      {editing === null ? null : (
        <LineDialog kind={kind} row={editing} typeNames={typeNames} onClose={() => setEditing(null)} />
      )}
      {removing === null ? null : (
        <ConfirmDialog
          title={settingsText.removeTitle}
          text={settingsText.removeText(removing.text)}
          confirmLabel={commonText.remove}
          onClose={() => setRemoving(null)}
          onConfirm={() =>
            kind === 'recipients'
              ? runCommand('recipients.remove', { id: removing.id ?? '' })
              : runCommand('legalBases.remove', { id: removing.id ?? '' })
          }
        />
      )}
    </>
  )
}

interface LineDialogProps {
  readonly kind: LineKind
  readonly row: DocumentLineRow
  readonly typeNames: ReadonlyMap<string, string>
  readonly onClose: () => void
}

function LineDialog({ kind, row, typeNames, onClose }: LineDialogProps) {
  const text = settingsText[kind]
  const [form, setForm] = useState(row)
  return (
    <FormDialog
      title={row.id === null ? text.add : text.edit}
      missing={form.text.trim() === '' ? settingsText.lines.missing : null}
      onClose={onClose}
      onSubmit={async () => {
        const answer = await (kind === 'recipients'
          ? runCommand('recipients.save', form)
          : runCommand('legalBases.save', form))
        if (answer.ok) notify('success', settingsText.saved)
        return answer
      }}
    >
      <TextField
        label={text.text}
        required
        lines={3}
        value={form.text}
        onChange={(line) => setForm({ ...form, text: line })}
      />
      <div className="form-row">
        <ChoiceField
          label={settingsText.lines.documentType}
          value={form.documentType}
          onChange={(documentType) => setForm({ ...form, documentType })}
          options={[
            { value: '', label: settingsText.lines.everyType },
            ...[...typeNames].map(([value, label]) => ({ value, label })),
          ]}
        />
        <CountField
          label={settingsText.lines.order}
          value={form.sortOrder}
          onChange={(order) => setForm({ ...form, sortOrder: order ?? form.sortOrder })}
        />
      </div>
      <DatesFields from={form.validFrom} to={form.validTo} onChange={(dates) => setForm({ ...form, ...dates })} />
    </FormDialog>
  )
}
