import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { SenderMapping } from '#shared/contract/exchange-board.ts'
import type { SenderKey, SiteRow } from '#shared/contract/exchange-rows.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { useData } from '#renderer/api/data.ts'
import { exchangeText } from '#renderer/text/exchange.ts'
import { ChoiceField, TextField } from '#renderer/ui/forms/fields.tsx'
import { ConfirmDialog } from '#renderer/ui/forms/ConfirmDialog.tsx'
import { FormDialog } from '#renderer/ui/forms/FormDialog.tsx'
import { SimpleTable, type SimpleColumn } from '#renderer/ui/layout/SimpleTable.tsx'
import { notify, notifyError } from '#renderer/ui/state/notices.ts'

const text = exchangeText.keys

/** Who we are, whose keys we know, how the columns of senders' lists are read. */
export function KeysView() {
  const site = useData('exchange.site', {}).data
  const keys = useData('exchange.keys', {}).data ?? []
  const senders = useData('senders.list', {}).data ?? []
  const [trusting, setTrusting] = useState<SenderKey | null>(null)
  const [changing, setChanging] = useState(false)
  return (
    <div className="exchange-keys">
      <section aria-label={text.own}>
        <h2>{text.own}</h2>
        {site === undefined ? null : (
          <>
            <p className="exchange-note">
              {[site.unitName, site.name, text.mode[site.mode]].filter(Boolean).join(' · ')}
            </p>
            <p className="exchange-note">
              {text.fingerprint}:{' '}
              {site.fingerprint === null ? (
                text.noFingerprint
              ) : (
                <strong className="exchange-fingerprint">{site.fingerprint}</strong>
              )}
            </p>
            <p className="exchange-note">{text.fingerprintHint}</p>
            <Button size="small" onClick={() => setChanging(true)}>
              {text.change}
            </Button>
          </>
        )}
      </section>
      <section aria-label={text.known}>
        <h2>{text.known}</h2>
        <SimpleTable<SenderKey>
          label={text.known}
          empty={text.knownEmpty}
          rows={keys}
          rowKey={(key) => key.site}
          columns={keyColumns(setTrusting)}
        />
      </section>
      <section aria-label={text.senders}>
        <h2>{text.senders}</h2>
        <SimpleTable<SenderMapping>
          label={text.senders}
          empty={text.sendersEmpty}
          rows={senders}
          rowKey={(sender) => sender.id}
          rowName={(sender) => sender.sender}
          onRemove={(sender) => void forget(sender)}
          columns={[
            { title: text.senderColumns.sender, cell: (sender) => sender.sender },
            { title: text.senderColumns.fields, cell: (sender) => sender.titles.filter(Boolean).join(', ') },
            { title: text.senderColumns.usedOn, cell: (sender) => formatDate(sender.usedOn) },
          ]}
        />
      </section>
      {trusting === null ? null : (
        <ConfirmDialog
          title={text.trustTitle}
          text={text.trustText(trusting.unitName, trusting.refused ?? trusting.fingerprint)}
          confirmLabel={trusting.refused === null ? text.trust : text.trustNew}
          onClose={() => setTrusting(null)}
          onConfirm={async () => {
            const answer = await runCommand('exchange.trust', {
              site: trusting.site,
              fingerprint: trusting.refused ?? trusting.fingerprint,
            })
            if (answer.ok) notify('success', text.trusted(trusting.unitName))
            return answer
          }}
        />
      )}
      {changing && site !== undefined ? <SiteDialog site={site} onClose={() => setChanging(false)} /> : null}
    </div>
  )
}

/** The fingerprint stands in groups, as it is read aloud. */
function keyColumns(onTrust: (key: SenderKey) => void): readonly SimpleColumn<SenderKey>[] {
  return [
    { title: text.columns.unit, cell: (key) => key.unitName },
    {
      title: text.columns.fingerprint,
      cell: (key) => <span className="exchange-fingerprint">{key.fingerprint}</span>,
    },
    { title: text.columns.state, cell: (key) => text.state[key.state] },
    {
      title: text.columns.refused,
      cell: (key) => <span className="exchange-fingerprint">{key.refused ?? ''}</span>,
    },
    { title: text.trust, cell: (key) => <TrustButton sender={key} onTrust={onTrust} /> },
  ]
}

function TrustButton({ sender, onTrust }: { readonly sender: SenderKey; readonly onTrust: (key: SenderKey) => void }) {
  if (sender.state === 'verified' && sender.refused === null) return null
  return (
    <Button size="small" onClick={() => onTrust(sender)}>
      {sender.refused === null ? text.trust : text.trustNew}
    </Button>
  )
}

function SiteDialog({ site, onClose }: { readonly site: SiteRow; readonly onClose: () => void }) {
  const units = useData('units.list', { asOf: null }).data ?? []
  const [unit, setUnit] = useState(site.unit)
  const [name, setName] = useState(site.name)
  return (
    <FormDialog
      title={text.siteTitle}
      onClose={onClose}
      onSubmit={() => runCommand('exchange.setSite', { unit, name })}
    >
      <ChoiceField
        label={text.ownUnit}
        value={unit}
        onChange={setUnit}
        options={units.map((row) => ({ value: row.code, label: row.name }))}
      />
      <TextField label={text.ownName} value={name} onChange={setName} />
    </FormDialog>
  )
}

async function forget(sender: SenderMapping): Promise<void> {
  const answer = await runCommand('senders.forget', { id: sender.id })
  if (!answer.ok) notifyError(answer.error)
}
