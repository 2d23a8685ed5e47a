import { AddRegular, DocumentMultipleRegular, DocumentSearchRegular, DocumentTextRegular } from '@fluentui/react-icons'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { DocumentRow, DocumentTypeRow } from '#shared/contract/documents.ts'
import { chooseOpen, chooseSave, runCommand } from '#renderer/api/commands.ts'
import { useData } from '#renderer/api/data.ts'
import { runJob } from '#renderer/api/jobs.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { composeText } from '#renderer/text/compose.ts'
import { documentsText } from '#renderer/text/documents.ts'
import { EmptyState } from '#renderer/ui/layout/EmptyState.tsx'
import { Screen } from '#renderer/ui/layout/Screen.tsx'
import { goTo, takeFocus, useNavigation } from '#renderer/ui/state/navigation.ts'
import { notify, notifyError } from '#renderer/ui/state/notices.ts'
import { BatchDialog } from './BatchDialog.tsx'
import { Composer } from './compose/Composer.tsx'
import { DraftList } from './compose/DraftList.tsx'
import { FiguresDialog } from './compose/FiguresDialog.tsx'
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
  const [figures, setFigures] = useState<DocumentRow | null>(null)
  const [composing, setComposing] = useState<Composing | null>(null)
  const closeComposer = useCallback(() => setComposing(null), [])
  const drafts = useData('drafts.list', {}).data ?? NONE
  const gallery = useRef<HTMLElement>(null)
  const asked = useNavigation(({ focus }) => focus)
  useEffect(() => {
    const match = /^draft (\S+)(?: (\S+))?$/u.exec(asked ?? '')
    if (match === null) return
    takeFocus()
    setComposing({ id: match[1] ?? '', section: match[2] ?? null })
  }, [asked])
  // A type named on another screen ("Tạo báo cáo" of Tổng quan) opens its form at once.
  useEffect(() => {
    const type = types.find((row) => row.type === asked)
    if (type === undefined) return
    takeFocus()
    setMaking(type)
  }, [asked, types])
  if (composing !== null) return <Composer id={composing.id} section={composing.section} onClose={closeComposer} />
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
  // An office that has made nothing yet begins with what can be made; later the papers under way come first.
  const isNew = made.length === 0 && drafts.length === 0
  const choice = <Gallery ref={gallery} types={types} onChoose={setMaking} />
  return (
    <Screen
      title={documentsText.title}
      actions={[
        {
          label: documentsText.new,
          icon: <AddRegular />,
          main: true,
          run: () => {
            gallery.current?.scrollIntoView({ block: 'start' })
            gallery.current?.querySelector('button')?.focus()
          },
        },
        { label: documentsText.batch, icon: <DocumentMultipleRegular />, run: () => setBatching(true) },
        {
          label: documentsText.checkFormat,
          icon: <DocumentSearchRegular />,
          run: () => void checkChosen().then(setFindings),
        },
      ]}
    >
      <div className="screen-scroll documents">
        {isNew ? choice : null}
        <DraftList rows={drafts} onOpen={(id) => setComposing({ id, section: null })} />
        <MadeDocuments
          rows={made}
          onIssue={setIssuing}
          onCompare={(row) => void compare(row).then(setFindings)}
          onSaveIssued={(row) => void saveIssued(row)}
          onSavePdf={(row) => void savePdf(row)}
          onFigures={setFigures}
          onAmend={(row) =>
            void amend(row).then((id) => (id === null ? undefined : setComposing({ id, section: null })))
          }
        />
        <RegisterSection />
        {isNew ? null : choice}
      </div>
      {making === null || plan === null ? null : (
        <MakeDocumentDialog
          type={making}
          firstPlan={plan}
          onClose={() => setMaking(null)}
          onCompose={(id) => setComposing({ id, section: null })}
        />
      )}
      {issuing === null ? null : (
        <IssueDialog
          row={issuing}
          issued={made.filter((row) => row.status === 'issued')}
          onClose={() => setIssuing(null)}
        />
      )}
      {batching && plan !== null ? <BatchDialog types={types} plan={plan} onClose={() => setBatching(false)} /> : null}
      {figures === null ? null : <FiguresDialog row={figures} onClose={() => setFigures(null)} />}
      {findings === null ? null : <FindingsDialog findings={findings} onClose={() => setFindings(null)} />}
    </Screen>
  )
}

interface Composing {
  readonly id: string
  readonly section: string | null
}

/** The types that can be made, by what they are. */
function Gallery({
  types,
  onChoose,
  ref,
}: {
  readonly types: readonly DocumentTypeRow[]
  readonly onChoose: (type: DocumentTypeRow) => void
  readonly ref: RefObject<HTMLElement | null>
}) {
  const groups = documentsText.groups.map(({ title, begins }) => ({
    title,
    types: types.filter((type) => begins.some((start) => type.type.startsWith(start))),
  }))
  const grouped = new Set(groups.flatMap((group) => group.types))
  const others = { title: documentsText.otherTypes, types: types.filter((type) => !grouped.has(type)) }
  return (
    <section aria-label={documentsText.gallery} ref={ref}>
      <h2 className="documents-title">{documentsText.gallery}</h2>
      {[...groups, others].map((group) =>
        group.types.length === 0 ? null : (
          <div key={group.title} className="gallery-group">
            <h3 className="gallery-group-title">{group.title}</h3>
            <div className="gallery">
              {group.types.map((type) => (
                <button key={type.type} type="button" className="gallery-item" onClick={() => onChoose(type)}>
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
          </div>
        ),
      )}
    </section>
  )
}

/** A new draft of the same paper; its id, or null where the paper can no longer be composed. */
async function amend(row: DocumentRow): Promise<string | null> {
  const { type, plan, unit, asOf } = row
  const answer = await runCommand('drafts.open', { type, plan, unit, asOf })
  if (answer.ok) {
    notify('info', composeText.amendNote)
    return answer.value.id
  }
  notifyError(answer.error)
  return null
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
    file,
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

async function savePdf(row: DocumentRow): Promise<void> {
  const out = await chooseSave('pdf', nameOf(row.file).replace(/\.docx$/iu, '.pdf'))
  if (out === null) return
  const answer = await runJob('documents.savePdf', { id: row.id, out }, documentsText.savePdf)
  if (answer.ok) notify('success', documentsText.savedPdf(nameOf(answer.value.file)))
  else notifyError(answer.error)
}

function nameOf(file: string): string {
  return file.split(/[\\/]/).at(-1) ?? file
}
