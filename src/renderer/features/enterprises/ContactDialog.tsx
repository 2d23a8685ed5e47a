import { useState } from 'react'
import type { ContactRow } from '#shared/contract/enterprises.ts'
import { ok } from '#shared/kit/result.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { useData } from '#renderer/api/data.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { registryText } from '#renderer/text/registry.ts'
import { ChoiceField, DateField, TextField } from '#renderer/ui/forms/fields.tsx'
import { FormDialog } from '#renderer/ui/forms/FormDialog.tsx'

const text = registryText.contactForm
const NONE: readonly never[] = []

interface ContactDialogProps {
  readonly enterprise: { readonly id: string; readonly name: string; readonly officerId: string | null }
  /** Null: a new one. */
  readonly contact: ContactRow | null
  readonly onClose: () => void
}

/** Who met whom, what came of it, and when they meet again. */
export function ContactDialog({ enterprise, contact, onClose }: ContactDialogProps) {
  const asOf = useWorkingContext((context) => context.asOf)
  const people = useData('people.list', {}).data ?? NONE
  const [onDate, setDay] = useState<string | null>(contact?.onDate ?? asOf)
  const [officerId, setOfficer] = useState(contact === null ? (enterprise.officerId ?? '') : (contact.officerId ?? ''))
  const [kind, setKind] = useState(contact?.kind ?? '')
  const [content, setContent] = useState(contact?.content ?? '')
  const [result, setResult] = useState(contact?.result ?? '')
  const [nextOn, setNext] = useState(contact?.nextOn ?? null)
  return (
    <FormDialog
      title={contact === null ? text.addTitle(enterprise.name) : text.editTitle(enterprise.name)}
      missing={onDate === null ? text.missing : null}
      onClose={onClose}
      width={600}
      onSubmit={async () => {
        if (onDate === null) return ok(null)
        return runCommand('enterprises.saveContact', {
          id: contact?.id ?? null,
          enterpriseId: enterprise.id,
          onDate,
          officerId: officerId === '' ? null : officerId,
          kind,
          content,
          result,
          nextOn,
        })
      }}
    >
      <div className="form-row">
        <DateField className="form-narrow" label={text.day} required value={onDate} onChange={setDay} />
        <ChoiceField
          label={text.officer}
          value={officerId}
          onChange={setOfficer}
          options={[
            { value: '', label: text.nobody },
            ...people.map((row) => ({ value: row.id, label: row.fullName })),
          ]}
        />
      </div>
      <TextField label={text.kind} hint={text.kindHint} value={kind} onChange={setKind} />
      <TextField label={text.content} lines={3} value={content} onChange={setContent} />
      <TextField label={text.result} lines={2} value={result} onChange={setResult} />
      <DateField className="form-narrow" label={text.next} value={nextOn} onChange={setNext} />
    </FormDialog>
  )
}
