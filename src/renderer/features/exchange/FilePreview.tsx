import { Button, Checkbox, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import type { PackagePreview } from '#shared/contract/exchange-rows.ts'
import { KIND_RULES } from '#shared/domain/exchange/kinds.ts'
import { commonText } from '#renderer/text/common.ts'
import { exchangeText } from '#renderer/text/exchange.ts'
import { describeMoment } from '#renderer/ui/describe-moment.ts'
import { TextField } from '#renderer/ui/forms/fields.tsx'
import { ErrorBar } from '#renderer/ui/layout/ErrorBar.tsx'
import { TabBar } from '#renderer/ui/layout/TabBar.tsx'
import { ChangesTable } from './ChangesTable.tsx'
import type { Receiving, ReceivedFile } from './use-received.ts'

const text = exchangeText.receiveDialog
const TABS = ['changes', 'clashes', 'problems', 'missing', 'gaps'] as const
type PreviewTab = (typeof TABS)[number]

interface FilePreviewProps {
  readonly received: ReceivedFile
  readonly flow: Receiving
}

/** What one file holds: from whom, what it answers, what it would change, what is wrong or missing in it. */
export function FilePreview({ received, flow }: FilePreviewProps) {
  const { preview, error, file } = received
  if (error !== null) return <Refused received={received} flow={flow} />
  if (preview === null) return <p className="exchange-note">{text.reading(file.split(/[\\/]/).at(-1) ?? file)}</p>
  return <Understood preview={preview} received={received} flow={flow} />
}

function Refused({ received, flow }: FilePreviewProps) {
  const [password, setPassword] = useState('')
  const { error, file } = received
  const isSealed = error?.code.includes('PASSPHRASE') === true
  return (
    <>
      <ErrorBar sentence={error?.message ?? ''} />
      {isSealed ? (
        <div className="form-row">
          <TextField label={text.password} value={password} onChange={setPassword} />
          <Button disabled={password === ''} onClick={() => flow.reread(file, { passphrase: password })}>
            {text.openSealed}
          </Button>
        </div>
      ) : (
        <div>
          <Button onClick={() => flow.reread(file, {})}>{commonText.retry}</Button>
        </div>
      )}
    </>
  )
}

function Understood({ preview, received, flow }: FilePreviewProps & { readonly preview: PackagePreview }) {
  const lists = useMemo(
    () => ({
      changes: preview.changes.filter(({ what }) => what !== 'clash'),
      clashes: preview.changes.filter(({ what }) => what === 'clash'),
    }),
    [preview],
  )
  const counts: Readonly<Record<PreviewTab, number>> = {
    changes: preview.changeCount - lists.clashes.length,
    clashes: lists.clashes.length,
    problems: preview.problems.length,
    missing: preview.missing.length,
    gaps: preview.gaps.length,
  }
  const tabs = TABS.filter((tab) => tab === 'changes' || counts[tab] > 0)
  const [chosen, setChosen] = useState<PreviewTab>(() => firstTab(counts))
  const tab = tabs.includes(chosen) ? chosen : 'changes'
  const hidden = preview.changeCount - preview.changes.length
  return (
    <>
      <p className="exchange-note">
        <strong>{text.from(preview.from.name, KIND_RULES[preview.kind].title)}</strong>
        {' · '}
        {text.made(describeMoment(preview.madeAt), preview.madeBy)}
        {preview.answers === null
          ? null
          : ` · ${text.answers(KIND_RULES[preview.answers.kind].title, preview.answers.at.slice(0, 10))}`}
      </p>
      <Trust preview={preview} />
      {preview.appliedAt === null ? null : (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{text.appliedBefore(describeMoment(preview.appliedAt))}</MessageBarBody>
        </MessageBar>
      )}
      <p className="exchange-note" role="status">
        {preview.changeCount === 0 && preview.gaps.length === 0
          ? text.nothing
          : text.counts(preview.created, preview.updated, preview.deleted, preview.clashes)}
      </p>
      <TabBar
        label={text.tabsLabel}
        ids={tabs}
        titleOf={(id) => text.tab(text.tabs[id], counts[id])}
        shown={tab}
        onShow={setChosen}
      />
      {tab === 'changes' || tab === 'clashes' ? (
        <ChangesTable
          key={tab}
          changes={lists[tab]}
          isClashes={tab === 'clashes'}
          received={received}
          onChange={(patch) => flow.change(received.file, patch)}
        />
      ) : null}
      {tab === 'changes' && hidden > 0 ? <p className="exchange-note">{text.moreChanges(hidden)}</p> : null}
      {tab === 'problems' ? <Lines lines={preview.problems.map(({ message }) => message)} /> : null}
      {tab === 'missing' ? (
        <>
          <p className="exchange-note">{text.missingText}</p>
          <Lines lines={preview.missing.map(({ title }) => title)} />
        </>
      ) : null}
      {tab === 'gaps' ? (
        <>
          <Lines lines={preview.gaps.map(({ sentence }) => sentence)} />
          <Checkbox
            label={text.review}
            checked={received.review}
            onChange={(_, { checked }) => flow.reread(received.file, { review: checked === true })}
          />
        </>
      ) : null}
    </>
  )
}

/** What most needs a look comes first. */
function firstTab(counts: Readonly<Record<PreviewTab, number>>): PreviewTab {
  if (counts.gaps > 0) return 'gaps'
  if (counts.clashes > 0) return 'clashes'
  return counts.changes === 0 && counts.problems > 0 ? 'problems' : 'changes'
}

function Trust({ preview: { trust } }: { readonly preview: PackagePreview }) {
  const fingerprint = trust.fingerprint ?? ''
  switch (trust.state) {
    case 'unsigned':
      return <p className="exchange-note">{text.trust.unsigned}</p>
    case 'verified':
      return <p className="exchange-note">{text.trust.verified}</p>
    case 'changed':
      return (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody className="exchange-fingerprint">
            {text.trust.changed(fingerprint, trust.knownFingerprint ?? '')}
          </MessageBarBody>
        </MessageBar>
      )
    case 'new':
    case 'seen':
      return (
        <MessageBar intent={trust.state === 'new' ? 'warning' : 'info'} layout="multiline">
          <MessageBarBody>{text.trust[trust.state](fingerprint)}</MessageBarBody>
        </MessageBar>
      )
  }
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul className="exchange-lines">
      {lines.map((line, index) => (
        <li key={`${index} ${line}`}>{line}</li>
      ))}
    </ul>
  )
}
