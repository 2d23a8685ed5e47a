import { DocumentMultipleRegular, DocumentSearchRegular, DocumentTextRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { DocumentRow, DocumentTypeRow } from '#shared/contract/documents.ts'
import { chooseOpen, chooseSave } from '#renderer/api/commands.ts'
import { useData } from '#renderer/api/data.ts'
import { runJob } from '#renderer/api/jobs.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { documentsText } from '#renderer/text/documents.ts'
import { EmptyState } from '#renderer/ui/layout/EmptyState.tsx'
import { Screen } from '#renderer/ui/layout/Screen.tsx'
import { goTo } from '#renderer/ui/state/navigation.ts'
import { notify, notifyError } from '#renderer/ui/state/notices.ts'
import { BatchDialog } from './BatchDialog.tsx'
import './documents.css'
import { type FileFindings, FindingsDialog } from './FindingsDialog.tsx'
import { IssueDialog } from './IssueDialog.tsx'
import { MadeDocuments } from './MadeDocuments.tsx'
import { MakeDocumentDialog } from './MakeDocumentDialog.tsx'
import { RegisterSection } from './RegisterSection.tsx'

const NONE: readonly never[] = []

/** Giấy tờ nào cần ra? */
export function DocumentsScreen() {
  const plan = useWorkingContext((context) => context.plan)
  const plans = useData('plans.list', {}).data
  const types = useData('documents.types', {}).data ?? NONE
  const made = useData('documents.list', {}).data ?? NONE
  const [making, setMaking] = useState<DocumentTypeRow | null>(null)
  const [issuing, setIssuing] = useState<DocumentRow | null>(null)
  const [batching, setBatching] = useState(false)
  const [findings, setFindings] = useState<FileFindings | null>(null)
  if (plans !== undefined && plans.length === 0)
    return (
      <Screen title={documentsText.title}>
        <EmptyState
          title={documentsText.gallery}
          text={documentsText.noPlanText}
          actions={[{ label: documentsText.goToTargets, main: true, run: () => goTo('targets') }]}
        />
      </Screen>
    )
  return (
    <Screen
      title={documentsText.title}
      actions={[
        { label: documentsText.batch, icon: <DocumentMultipleRegular />, run: () => setBatching(true) },
        {
          label: documentsText.checkFormat,
          icon: <DocumentSearchRegular />,
          run: () => void checkChosen().then(setFindings),
        },
      ]}
    >
      <div className="screen-scroll documents">
        <section aria-label={documentsText.gallery}>
          <h2 className="documents-title">{documentsText.gallery}</h2>
          <div className="gallery">
            {types.map((type) => (
              <button key={type.type} type="button" className="gallery-item" onClick={() => setMaking(type)}>
                <span className="gallery-icon" aria-hidden="true">
                  <DocumentTextRegular />
                </span>
                <span className="gallery-text">
                  <span className="gallery-name">{type.title}</span>
                  <span className="gallery-hint">{hintOf(type.type)}</span>
                </span>
              </button>
            ))}
          </div>
        </section>
        <MadeDocuments
          rows={made}
          onIssue={setIssuing}
          onCompare={(row) => void compare(row).then(setFindings)}
          onSaveIssued={(row) => void saveIssued(row)}
        />
        <RegisterSection />
      </div>
      {making === null || plan === null ? null : (
        <MakeDocumentDialog type={making} firstPlan={plan} onClose={() => setMaking(null)} />
      )}
      {issuing === null ? null : (
        <IssueDialog
          row={issuing}
          issued={made.filter((row) => row.status === 'issued')}
          onClose={() => setIssuing(null)}
        />
      )}
      {batching && plan !== null ? <BatchDialog types={types} plan={plan} onClose={() => setBatching(false)} /> : null}
      {findings === null ? null : <FindingsDialog findings={findings} onClose={() => setFindings(null)} />}
    </Screen>
  )
}

function hintOf(type: string): string {
  const hints: Readonly<Record<string, string>> = documentsText.hints
  return hints[type] ?? documentsText.defaultHint
}

async function checkChosen(): Promise<FileFindings | null> {
  const file = await chooseOpen('document')
  if (file === null) return null
  const name = nameOf(file)
  const answer = await runJob('documents.checkFile', { file }, documentsText.findings.job(name))
  if (!answer.ok) {
    notifyError(answer.error)
    return null
  }
  return {
    title: documentsText.findings.formatTitle(name),
    format: answer.value.findings,
    figures: null,
    unchanged: 0,
  }
}

async function compare(row: DocumentRow): Promise<FileFindings | null> {
  const name = nameOf(row.file)
  const answer = await runJob('documents.compareFile', { file: row.file }, documentsText.findings.job(name))
  if (!answer.ok) {
    notifyError(answer.error)
    return null
  }
  return { title: documentsText.findings.compareTitle(name), ...answer.value }
}

async function saveIssued(row: DocumentRow): Promise<void> {
  const out = await chooseSave('document', nameOf(row.file))
  if (out === null) return
  const answer = await runJob('documents.saveIssued', { id: row.id, out }, documentsText.saveIssued)
  if (answer.ok) notify('success', documentsText.issueDialog.savedIssued(nameOf(answer.value.file)))
  else notifyError(answer.error)
}

function nameOf(file: string): string {
  return file.split(/[\\/]/).at(-1) ?? file
}
