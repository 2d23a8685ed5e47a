import { useEffect, useState } from 'react'
import type { Output } from '#shared/contract/index.ts'
import type { DocumentRow } from '#shared/contract/documents.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { runOwnJob } from '#renderer/api/jobs.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { documentsText } from '#renderer/text/documents.ts'
import { ChoiceField, DateField, TextField } from '#renderer/ui/forms/fields.tsx'
import { FormDialog } from '#renderer/ui/forms/FormDialog.tsx'
import { refuse } from '#renderer/ui/forms/refuse.ts'
import { notify } from '#renderer/ui/state/notices.ts'

const text = documentsText.issueDialog

interface IssueDialogProps {
  readonly row: DocumentRow
  /** Issued ones it may correct. */
  readonly issued: readonly DocumentRow[]
  readonly onClose: () => void
}

/** Number and day of a draft that leaves the office. */
export function IssueDialog({ row, issued, onClose }: IssueDialogProps) {
  const today = useWorkingContext((context) => context.asOf)
  const [number, setNumber] = useState('')
  const [on, setOn] = useState<string | null>(today)
  const [corrects, setCorrects] = useState('')
  const findings = useFindings(row.file)
  return (
    <FormDialog
      title={text.title}
      submitLabel={text.submit}
      missing={on === null ? text.missing : null}
      onClose={onClose}
      onSubmit={async () => {
        if (on === null) return refuse(text.missing)
        const answer = await runCommand('documents.issue', {
          id: row.id,
          number: number.trim() === '' ? null : number,
          on,
          corrects: corrects === '' ? null : corrects,
        })
        if (answer.ok)
          notify(
            answer.value.filled ? 'success' : 'warning',
            answer.value.filled ? text.done(answer.value.code) : text.doneUnfilled(answer.value.code),
          )
        return answer
      }}
    >
      <p className="dialog-note">{row.title}</p>
      <p className="dialog-note">{text.note}</p>
      <Findings findings={findings} />
      <div className="form-row">
        <TextField label={text.number} hint={text.numberHint} value={number} onChange={setNumber} />
        <DateField label={text.on} required value={on} onChange={setOn} />
      </div>
      {issued.length === 0 ? null : (
        <ChoiceField
          label={text.corrects}
          value={corrects}
          onChange={setCorrects}
          options={[
            { value: '', label: text.correctsNone },
            ...issued.map((document) => ({ value: document.id, label: `${document.code ?? ''} ${document.title}` })),
          ]}
        />
      )}
    </FormDialog>
  )
}

type Finding = Output<'documents.checkFile'>['findings'][number]

/** What the file still has wrong, looked at while the clerk fills in the number; null until it is known. */
function useFindings(file: string): readonly Finding[] | null {
  const [findings, setFindings] = useState<readonly Finding[] | null>(null)
  useEffect(() => {
    let isShown = true
    const asked = runOwnJob('documents.checkFile', { file }, text.job(file))
    void asked.then((answer) => {
      // A file that cannot be read says so when it is issued.
      if (isShown) setFindings(answer.ok ? answer.value.findings : [])
    })
    return () => {
      isShown = false
    }
  }, [file])
  return findings
}

function Findings({ findings }: { readonly findings: readonly Finding[] | null }) {
  if (findings === null || findings.length === 0)
    return <p className="dialog-note">{findings === null ? text.checking : text.checked}</p>
  return (
    <section className="issue-findings" aria-label={text.findings(findings.length)}>
      <p className="dialog-note">{text.findings(findings.length)}</p>
      <ul className="problem-list">
        {findings.map((finding) => (
          <li key={`${finding.rule} ${finding.where} ${finding.found}`}>
            <span className={`problem-${finding.severity}`}>
              {finding.title}: {finding.found}. {finding.where}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
