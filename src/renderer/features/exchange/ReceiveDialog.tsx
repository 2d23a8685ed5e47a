import { Button, ToggleButton } from '@fluentui/react-components'
import { useState } from 'react'
import type { ApplyOutcome } from '#shared/contract/exchange-rows.ts'
import { exchangeText } from '#renderer/text/exchange.ts'
import { describeMoment } from '#renderer/ui/describe-moment.ts'
import { FilesDialog } from '#renderer/ui/layout/FilesDialog.tsx'
import { FilePreview } from './FilePreview.tsx'
import { useReceived, type ReceivedFile } from './use-received.ts'

const text = exchangeText.receiveDialog

interface ReceiveDialogProps {
  readonly files: readonly string[]
  readonly onClose: () => void
  readonly onMore: () => Promise<void>
}

/** From files to the data: what each would change is shown cell by cell; nothing is written before a yes. */
export function ReceiveDialog({ files: names, onClose, onMore }: ReceiveDialogProps) {
  const received = useReceived(names)
  const { files, outcomes, job, isWriting, refusal } = received
  const [shown, setShown] = useState(names[0] ?? '')
  const current = files.find(({ file }) => file === shown) ?? files[0]
  const ready = files.filter(({ preview }) => preview !== null && preview.state !== 'waiting')
  const isReading = files.some(({ preview, error }) => preview === null && error === null)
  return (
    <FilesDialog
      title={outcomes === null ? text.title : text.doneTitle}
      className="exchange-dialog"
      job={job}
      problems={[refusal]}
      isWriting={isWriting}
      isOver={outcomes !== null}
      isDone={outcomes !== null}
      onClose={onClose}
      actions={
        outcomes === null ? (
          <>
            <Button disabled={isWriting} onClick={() => void onMore()}>
              {text.chooseMore}
            </Button>
            <Button
              appearance="primary"
              disabled={isWriting || isReading || ready.length === 0}
              onClick={() => void received.apply()}
            >
              {text.apply(ready.length)}
            </Button>
          </>
        ) : null
      }
    >
      {outcomes !== null ? (
        <Outcomes outcomes={outcomes} />
      ) : (
        <>
          {files.length > 1 ? <FileTabs files={files} shown={current?.file ?? ''} onShow={setShown} /> : null}
          {current === undefined ? null : <FilePreview key={current.file} received={current} flow={received} />}
        </>
      )}
    </FilesDialog>
  )
}

interface FileTabsProps {
  readonly files: readonly ReceivedFile[]
  readonly shown: string
  readonly onShow: (file: string) => void
}

function FileTabs({ files, shown, onShow }: FileTabsProps) {
  return (
    <div className="exchange-files" role="group" aria-label={text.files}>
      {files.map(({ file, preview, error }) => (
        <ToggleButton
          key={file}
          size="small"
          checked={file === shown}
          title={file}
          onClick={() => onShow(file)}
          appearance={error === null ? 'secondary' : 'outline'}
        >
          {preview?.from.name ?? nameOf(file)}
          {error === null ? '' : ' ⚠'}
        </ToggleButton>
      ))}
    </div>
  )
}

function Outcomes({ outcomes }: { readonly outcomes: readonly ApplyOutcome[] }) {
  return (
    <ul className="exchange-lines" role="status">
      {outcomes.map((outcome) => (
        <li key={outcome.file}>
          {text.outcomeLine(outcome.from?.name ?? nameOf(outcome.file), saidOf(outcome))}
          {outcome.gaps.map(({ id, sentence }) => (
            <p key={id} className="exchange-note">
              {sentence}
            </p>
          ))}
        </li>
      ))}
    </ul>
  )
}

function saidOf(outcome: ApplyOutcome): string {
  switch (outcome.status) {
    case 'applied':
      return text.outcome.applied(outcome.created, outcome.updated, outcome.deleted, outcome.open)
    case 'again':
      return text.outcome.again(outcome.appliedAt === null ? '' : describeMoment(outcome.appliedAt))
    case 'waiting':
      return text.outcome.waiting
    case 'refused':
      return text.outcome.refused(outcome.error?.message.replace(/\.$/, '') ?? '')
  }
}

function nameOf(file: string): string {
  return file.split(/[\\/]/).at(-1) ?? file
}
