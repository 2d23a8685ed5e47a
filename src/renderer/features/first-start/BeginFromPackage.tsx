import { Button, Spinner } from '@fluentui/react-components'
import { useState } from 'react'
import { chooseMany, chooseSave } from '#renderer/api/commands.ts'
import { useDefaultFolder } from '#renderer/api/default-folder.ts'
import { beginFromPackage } from '#renderer/api/data-file.ts'
import { commonText } from '#renderer/text/common.ts'
import { firstStartText } from '#renderer/text/first-start.ts'
import { TextField } from '#renderer/ui/forms/fields.tsx'
import { ErrorBar } from '#renderer/ui/layout/ErrorBar.tsx'
import { goTo } from '#renderer/ui/state/navigation.ts'
import { notify } from '#renderer/ui/state/notices.ts'
import { takeReceivedFiles } from '#renderer/ui/state/received-files.ts'

interface BeginFromPackageProps {
  readonly sent: string
  readonly onChoose: (file: string) => void
  readonly onDone: () => void
  readonly onBack: () => void
}

/** A unit that has nothing but the file the province sent: where its data shall lie, and that is all. */
export function BeginFromPackage({ sent, onChoose, onDone, onBack }: BeginFromPackageProps) {
  const folder = useDefaultFolder()
  const [chosen, setChosen] = useState<string | null>(null)
  const [userName, setUserName] = useState('')
  const [passphrase, setPassphrase] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const name = firstStartText.fileName((sent.split(/[\\/]/).at(-1) ?? '').replace(/\.[^.]*$/, ''))
  const file = chosen ?? (folder === null ? null : folder + name)

  const begin = async (): Promise<void> => {
    if (file === null) return setProblem(firstStartText.fileMissing)
    setBusy(true)
    setProblem(null)
    const answer = await beginFromPackage({ file, sent, passphrase, userName })
    setBusy(false)
    if (!answer.ok) {
      // Asked for only where the file is sealed.
      if (answer.error.code === 'PACKAGE_PASSPHRASE_NEEDED') setPassphrase('')
      return setProblem(answer.error.message)
    }
    const { unitName, outcome } = answer.value
    takeReceivedFiles()
    goTo('exchange')
    notify(
      'success',
      firstStartText.begun(unitName, outcome.created + outcome.updated, outcome.trust?.fingerprint ?? null),
    )
    onDone()
  }

  return (
    <main className="wizard begin">
      <form
        className="wizard-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void begin()
        }}
      >
        <h1 className="wizard-title">{firstStartText.beginTitle}</h1>
        <p className="welcome-lead">{firstStartText.beginLead}</p>
        <div className="form">
          <TextField label={firstStartText.sent} value={sent} readOnly onChange={() => undefined} />
          <div>
            <Button
              size="small"
              onClick={() =>
                void chooseMany('exchange').then(([other]) => (other === undefined ? null : onChoose(other)))
              }
            >
              {firstStartText.chooseSent}
            </Button>
          </div>
          {passphrase === null ? null : (
            <TextField
              label={firstStartText.passphrase}
              hint={firstStartText.passphraseHint}
              value={passphrase}
              onChange={setPassphrase}
            />
          )}
          <TextField
            label={firstStartText.userName}
            hint={firstStartText.userNameHint}
            value={userName}
            onChange={setUserName}
          />
          <TextField
            label={firstStartText.file}
            hint={firstStartText.fileHint}
            value={file ?? ''}
            readOnly
            onChange={() => undefined}
          />
          <div>
            <Button
              size="small"
              onClick={() =>
                void chooseSave('data', file ?? name).then((other) => (other === null ? null : setChosen(other)))
              }
            >
              {firstStartText.chooseFile}
            </Button>
          </div>
          {problem === null ? null : <ErrorBar sentence={problem} />}
        </div>
        <div className="wizard-actions">
          <Button onClick={onBack} disabledFocusable={busy}>
            {commonText.back}
          </Button>
          <Button appearance="primary" type="submit" disabledFocusable={busy}>
            {firstStartText.beginNow}
          </Button>
          {busy ? <Spinner size="tiny" label={firstStartText.beginning} /> : null}
        </div>
      </form>
    </main>
  )
}
