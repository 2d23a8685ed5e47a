import { Button } from '@fluentui/react-components'
import { AddRegular, DeleteRegular, EditRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { ContactRow } from '#shared/contract/enterprises.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { commonText } from '#renderer/text/common.ts'
import { registryText } from '#renderer/text/registry.ts'
import { ConfirmDialog } from '#renderer/ui/forms/ConfirmDialog.tsx'
import { ContactDialog } from '../ContactDialog.tsx'

const text = registryText.panel

interface ContactsTabProps {
  readonly enterprise: { readonly id: string; readonly name: string; readonly officerId: string | null }
  /** Newest first. */
  readonly contacts: readonly ContactRow[]
}

type Open = { readonly kind: 'add' } | { readonly kind: 'edit' | 'remove'; readonly contact: ContactRow }

/** Every meeting: the day, who went, what came of it, when the next one is due. */
export function ContactsTab({ enterprise, contacts }: ContactsTabProps) {
  const [open, setOpen] = useState<Open | null>(null)
  return (
    <>
      {contacts.length === 0 ? <p>{text.noContacts}</p> : null}
      <ul className="panel-list">
        {contacts.map((contact) => (
          <li key={contact.id} className="panel-line">
            <div className="panel-main">
              <div className="side-panel-strong">
                {[formatDate(contact.onDate), contact.kind].filter(Boolean).join(' · ')}
              </div>
              {contact.officerName === null ? null : <div className="side-panel-muted">{contact.officerName}</div>}
              {contact.content === null ? null : <div>{contact.content}</div>}
              {contact.result === null ? null : <div>{contact.result}</div>}
              {contact.nextOn === null ? null : <div className="side-panel-muted">{text.next(contact.nextOn)}</div>}
            </div>
            <div className="panel-buttons">
              <Button
                size="small"
                appearance="subtle"
                icon={<EditRegular />}
                aria-label={`${commonText.edit}: ${formatDate(contact.onDate)}`}
                onClick={() => setOpen({ kind: 'edit', contact })}
              />
              <Button
                size="small"
                appearance="subtle"
                icon={<DeleteRegular />}
                aria-label={`${commonText.remove}: ${formatDate(contact.onDate)}`}
                onClick={() => setOpen({ kind: 'remove', contact })}
              />
            </div>
          </li>
        ))}
      </ul>
      <Button size="small" icon={<AddRegular />} onClick={() => setOpen({ kind: 'add' })}>
        {text.addContact}
      </Button>
      {open?.kind === 'add' || open?.kind === 'edit' ? (
        <ContactDialog
          enterprise={enterprise}
          contact={open.kind === 'edit' ? open.contact : null}
          onClose={() => setOpen(null)}
        />
      ) : null}
      {open?.kind === 'remove' ? (
        <ConfirmDialog
          title={text.removeContact}
          text={text.removeContactText(open.contact.onDate)}
          confirmLabel={commonText.remove}
          onClose={() => setOpen(null)}
          onConfirm={() => runCommand('enterprises.removeContact', { id: open.contact.id })}
        />
      ) : null}
    </>
  )
}
