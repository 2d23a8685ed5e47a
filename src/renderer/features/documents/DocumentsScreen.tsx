import { Button } from '@fluentui/react-components'
import { DocumentTextRegular, FolderOpenRegular, OpenRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { DocumentRow, DocumentTypeRow } from '#shared/contract/documents.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import { useData } from '#renderer/api/data.ts'
import { openFile, showInFolder } from '#renderer/api/commands.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { commonText } from '#renderer/text/common.ts'
import { documentsText } from '#renderer/text/documents.ts'
import { describeMoment } from '#renderer/ui/describe-moment.ts'
import { EmptyState } from '#renderer/ui/layout/EmptyState.tsx'
import { Screen } from '#renderer/ui/layout/Screen.tsx'
import { SimpleTable, type SimpleColumn } from '#renderer/ui/layout/SimpleTable.tsx'
import { goTo } from '#renderer/ui/state/navigation.ts'
import { notifyError } from '#renderer/ui/state/notices.ts'
import './documents.css'
import { MakeDocumentDialog } from './MakeDocumentDialog.tsx'

const NONE: readonly never[] = []

/** Giấy tờ nào cần ra? */
export function DocumentsScreen() {
  const plan = useWorkingContext((context) => context.plan)
  const plans = useData('plans.list', {}).data
  const types = useData('documents.types', {}).data ?? NONE
  const made = useData('documents.list', {}).data ?? NONE
  const [making, setMaking] = useState<DocumentTypeRow | null>(null)
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
    <Screen title={documentsText.title}>
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
        <section aria-label={documentsText.made}>
          <h2 className="documents-title">{documentsText.made}</h2>
          <SimpleTable
            label={documentsText.made}
            rows={made}
            rowKey={(row) => row.id}
            empty={documentsText.empty}
            columns={COLUMNS}
          />
        </section>
      </div>
      {making === null || plan === null ? null : (
        <MakeDocumentDialog type={making} firstPlan={plan} onClose={() => setMaking(null)} />
      )}
    </Screen>
  )
}

function hintOf(type: string): string {
  const hints: Readonly<Record<string, string>> = documentsText.hints
  return hints[type] ?? documentsText.defaultHint
}

function FileCell({ row }: { readonly row: DocumentRow }) {
  return (
    <span title={row.file}>
      {row.file.split(/[\\/]/).at(-1)}
      {row.fileExists ? null : <span className="file-gone"> ({documentsText.fileGone})</span>}
    </span>
  )
}

function FileActions({ row }: { readonly row: DocumentRow }) {
  if (!row.fileExists) return null
  return (
    <>
      <Button
        size="small"
        appearance="subtle"
        icon={<OpenRegular />}
        onClick={() => void openFile(row.file).then((answer) => (answer.ok ? undefined : notifyError(answer.error)))}
      >
        {commonText.openInWord}
      </Button>
      <Button size="small" appearance="subtle" icon={<FolderOpenRegular />} onClick={() => void showInFolder(row.file)}>
        {commonText.openFolder}
      </Button>
    </>
  )
}

const COLUMNS: readonly SimpleColumn<DocumentRow>[] = [
  { title: documentsText.columns.title, cell: (row) => row.title },
  {
    title: documentsText.columns.asOf,
    width: '130px',
    cell: (row) => (row.asOf === null ? '' : formatDate(row.asOf)),
  },
  { title: documentsText.columns.madeAt, width: '150px', cell: (row) => describeMoment(row.madeAt) },
  { title: documentsText.columns.file, cell: (row) => <FileCell row={row} /> },
  { title: documentsText.columns.open, width: '250px', align: 'right', cell: (row) => <FileActions row={row} /> },
]
