import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { DocumentTypeRow, MadeDocument } from '#shared/contract/documents.ts'
import type { PlanRow } from '#shared/contract/plans.ts'
import type { AppResult } from '#shared/contract/errors.ts'
import { chooseSave, openFile, runCommand, showInFolder } from '#renderer/api/commands.ts'
import { useData } from '#renderer/api/data.ts'
import { useDefaultFolder } from '#renderer/api/default-folder.ts'
import { runJob } from '#renderer/api/jobs.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { commonText } from '#renderer/text/common.ts'
import { composeText } from '#renderer/text/compose.ts'
import { documentsText } from '#renderer/text/documents.ts'
import { ChoiceField, DateField, TextField } from '#renderer/ui/forms/fields.tsx'
import { FormDialog } from '#renderer/ui/forms/FormDialog.tsx'
import { refuse } from '#renderer/ui/forms/refuse.ts'
import { goTo } from '#renderer/ui/state/navigation.ts'
import { notify, notifyError } from '#renderer/ui/state/notices.ts'
import { type MakeChoice, MakeChoices, USUAL_CHOICE } from './MakeChoices.tsx'
import { ProblemList } from './ProblemList.tsx'

const text = documentsText.dialog

interface MakeDocumentDialogProps {
  readonly type: DocumentTypeRow
  readonly firstPlan: string
  readonly onClose: () => void
  /** Goes on in the composer with a new draft. */
  readonly onCompose: (draft: string) => void
}

/** Which plan, as of which day, into which file; what is still missing is listed with the way to mend it. */
export function MakeDocumentDialog({ type, firstPlan, onClose, onCompose }: MakeDocumentDialogProps) {
  const day = useWorkingContext((context) => context.asOf)
  const plans = useData('plans.list', {}).data ?? []
  const [chosenPlan, setPlan] = useState<string | null>(null)
  const plan = chosenPlan ?? usualPlan(plans, type) ?? firstPlan
  const speaksOfDay = type.speaksOf === 'day'
  const [asOf, setAsOf] = useState<string | null>(speaksOfDay ? day : null)
  const [chosenFile, setFile] = useState<string | null>(null)
  const [choice, setChoice] = useState<MakeChoice>(USUAL_CHOICE)
  const [other, setOther] = useState<string | null>(null)
  const folder = useDefaultFolder()
  const check = useData('documents.check', { type: type.type, plan, asOf, ...choice }).data
  const file = chosenFile ?? (folder === null || check === undefined ? null : folder + check.fileName)
  const problems = check?.problems ?? []
  const missing = speaksOfDay && asOf === null ? text.missing : null

  const make = async (out: string): Promise<AppResult<MadeDocument>> => {
    const answer = await runJob('documents.make', { type: type.type, plan, asOf, ...choice, out }, text.job(type.title))
    if (answer.ok) sayMade(answer.value)
    else setOther(otherFileOf(out, answer.error.details))
    return answer
  }

  return (
    <FormDialog
      title={text.title(type.title)}
      submitLabel={other === null ? text.submit : commonText.retry}
      missing={missing}
      waiting={file === null}
      width={620}
      onClose={onClose}
      onSubmit={() => (file === null ? Promise.resolve(refuse(text.missing)) : make(file))}
      extra={
        <>
          {other === null ? null : (
            <Button
              onClick={() => {
                setFile(other)
                void make(other).then((answer) => {
                  if (answer.ok) onClose()
                  else notifyError(answer.error)
                })
              }}
            >
              {text.otherName(nameOf(other))}
            </Button>
          )}
          <Button
            onClick={() =>
              void runCommand('drafts.open', { type: type.type, plan, asOf, ...choice }).then((answer) => {
                if (!answer.ok) return notifyError(answer.error)
                onClose()
                onCompose(answer.value.id)
              })
            }
          >
            {composeText.open}
          </Button>
        </>
      }
    >
      <div className="form-row">
        <ChoiceField
          label={text.plan}
          value={plan}
          onChange={setPlan}
          options={plans.map(({ code, name }) => ({ value: code, label: name }))}
        />
        {speaksOfDay ? <DateField label={text.asOf} required value={asOf} onChange={setAsOf} /> : null}
        <ChoiceField
          label={text.kind}
          value={kindOf(file)}
          onChange={(kind) => {
            if (file !== null) setFile(withKind(file, kind as FileKind))
          }}
          options={KINDS.map((kind) => ({ value: kind, label: text.kinds[kind] }))}
        />
      </div>
      <MakeChoices type={type} asOf={asOf} value={choice} onChange={setChoice} />
      <div className="file-row">
        <TextField
          label={text.fileName}
          value={file === null ? '' : nameOf(file)}
          hint={file === null ? '' : `${text.folder}: ${folderOf(file)}`}
          onChange={(name) => {
            if (file !== null) setFile(folderOf(file) + name)
          }}
        />
        <Button
          size="small"
          onClick={() =>
            void chooseSave(PURPOSES[kindOf(file)], file ?? check?.fileName ?? type.title).then((chosen) => {
              if (chosen !== null) setFile(chosen)
            })
          }
        >
          {text.chooseFile}
        </Button>
      </div>
      {problems.length === 0 ? (
        <p className="dialog-note">{check === undefined ? '' : text.problemNone}</p>
      ) : (
        <section aria-label={text.problems}>
          <p className="dialog-note">{text.problems}:</p>
          <ProblemList
            label={text.problems}
            problems={problems}
            onMend={(problem, focus) => {
              onClose()
              goTo(problem.mend, focus)
            }}
          />
        </section>
      )}
    </FormDialog>
  )
}

/** The newest plan of the kind the type speaks of; null where there is none. */
function usualPlan(plans: readonly PlanRow[], { planKind }: DocumentTypeRow): string | null {
  const [newest] = plans.filter((plan) => plan.kind === planKind).toSorted((a, b) => (a.from < b.from ? 1 : -1))
  return newest?.code ?? null
}

function sayMade(made: MadeDocument): void {
  const sentence = [text.done(nameOf(made.file), made.figures)]
  if (made.problems.length > 0) sentence.push(text.doneProblems(made.problems.length))
  notify('success', sentence.join(' '), [
    {
      label: kindOf(made.file) === 'docx' ? commonText.openInWord : text.openFile,
      run: () => void openFile(made.file).then((answer) => (answer.ok ? undefined : notifyError(answer.error))),
    },
    { label: commonText.openFolder, run: () => void showInFolder(made.file) },
  ])
}

const KINDS = ['docx', 'pdf', 'xlsx'] as const
type FileKind = (typeof KINDS)[number]
const PURPOSES = { docx: 'document', pdf: 'pdf', xlsx: 'workbook' } as const

function kindOf(file: string | null): FileKind {
  return KINDS.find((kind) => file?.toLowerCase().endsWith(`.${kind}`) === true) ?? 'docx'
}

function withKind(file: string, kind: FileKind): string {
  const bare = file.toLowerCase().endsWith(`.${kindOf(file)}`) ? file.slice(0, -kindOf(file).length - 1) : file
  return `${bare}.${kind}`
}

function nameOf(file: string): string {
  return file.split(/[\\/]/).at(-1) ?? file
}

function folderOf(file: string): string {
  return file.slice(0, file.length - nameOf(file).length)
}

/** The free name the backend offers beside the locked one; it may come as a bare name. */
function otherFileOf(file: string, details: Readonly<Record<string, unknown>> | undefined): string | null {
  const offered = details?.['other']
  if (typeof offered !== 'string' || offered === '') return null
  return /[\\/]/.test(offered) ? offered : folderOf(file) + offered
}
