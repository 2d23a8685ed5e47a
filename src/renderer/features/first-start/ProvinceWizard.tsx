import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { useDefaultFolder } from '#renderer/api/default-folder.ts'
import { chooseSave } from '#renderer/api/commands.ts'
import { createDataFile } from '#renderer/api/data-file.ts'
import { today } from '#renderer/api/working-context.ts'
import { commonText } from '#renderer/text/common.ts'
import { firstStartText } from '#renderer/text/first-start.ts'
import { ErrorBar } from '#renderer/ui/layout/ErrorBar.tsx'
import { LetterheadPreview } from '#renderer/ui/LetterheadPreview.tsx'
import { notify } from '#renderer/ui/state/notices.ts'
import { goTo } from '#renderer/ui/state/navigation.ts'
import { emptyForm, fileNameOf, issuerOf, linesOf, placeOf, setupOf, type ProvinceForm } from './province-form.ts'
import { AgencyStep, DocumentStep, SavingStep } from './WizardSteps.tsx'

interface ProvinceWizardProps {
  readonly onDone: () => void
  readonly onBack: () => void
}

/** Three small steps to the office's own data file, with the head of its documents beside them. */
export function ProvinceWizard({ onDone, onBack }: ProvinceWizardProps) {
  const [form, setForm] = useState<ProvinceForm>(emptyForm)
  const [step, setStep] = useState(0)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const folder = useDefaultFolder()
  const file = form.file ?? (folder === null ? null : folder + fileNameOf(form))
  const change = (patch: Partial<ProvinceForm>): void => setForm((before) => ({ ...before, ...patch }))
  const last = step === firstStartText.steps.length - 1

  const create = async (): Promise<void> => {
    if (file === null) {
      setProblem(firstStartText.fileMissing)
      return
    }
    setBusy(true)
    const answer = await createDataFile(file, setupOf(form))
    setBusy(false)
    if (!answer.ok) {
      setProblem(answer.error.message)
      return
    }
    goTo('units')
    notify('success', firstStartText.created(answer.value.provinceName ?? form.name))
    onDone()
  }

  const goOn = (): void => {
    setProblem(null)
    if (form.name.trim() === '') {
      setStep(0)
      setProblem(firstStartText.nameMissing)
    } else if (last) void create()
    else setStep(step + 1)
  }

  const goBack = (): void => {
    setProblem(null)
    if (step === 0) onBack()
    else setStep(step - 1)
  }

  return (
    <main className="wizard">
      <form
        className="wizard-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          goOn()
        }}
      >
        <h1 className="wizard-title">{firstStartText.title}</h1>
        <ol className="wizard-steps" aria-label={firstStartText.stepOf(step + 1, firstStartText.steps.length)}>
          {firstStartText.steps.map((name, index) => (
            <li key={name} aria-current={index === step ? 'step' : undefined}>
              {index + 1}. {name}
            </li>
          ))}
        </ol>
        <div className="form">
          {step === 0 ? <AgencyStep form={form} change={change} /> : null}
          {step === 1 ? <DocumentStep form={form} change={change} /> : null}
          {step === 2 ? (
            <SavingStep
              form={form}
              change={change}
              file={file ?? ''}
              onChooseFile={() =>
                void chooseSave('data', file ?? fileNameOf(form)).then((chosen) => {
                  if (chosen !== null) change({ file: chosen })
                })
              }
            />
          ) : null}
          {problem === null ? null : <ErrorBar sentence={problem} />}
        </div>
        <div className="wizard-actions">
          <Button onClick={goBack} disabledFocusable={busy}>
            {commonText.back}
          </Button>
          <Button appearance="primary" type="submit" disabledFocusable={busy}>
            {last ? firstStartText.create : commonText.next}
          </Button>
        </div>
      </form>
      <div className="wizard-preview">
        <p className="wizard-preview-title">{firstStartText.preview}</p>
        <LetterheadPreview
          label={firstStartText.preview}
          superiorLines={linesOf(form.superior)}
          issuerLines={[issuerOf(form) || firstStartText.nameExample.toLocaleUpperCase('vi')]}
          codeSuffix={form.codeSuffix}
          place={form.name.trim() === '' && form.place.trim() === '' ? '…' : placeOf(form)}
          date={today()}
          signer={{ authority: form.signerAuthority, position: form.signerPosition, fullName: form.signerName }}
          recipients={linesOf(form.recipients)}
        />
      </div>
    </main>
  )
}
