import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { FolderOpenRegular, MoreHorizontalRegular, OpenRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import type { DocumentRow } from '#shared/contract/documents.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import { openFile, showInFolder } from '#renderer/api/commands.ts'
import { commonText } from '#renderer/text/common.ts'
import { composeText } from '#renderer/text/compose.ts'
import { documentsText } from '#renderer/text/documents.ts'
import { describeMoment } from '#renderer/ui/describe-moment.ts'
import { SimpleTable, type SimpleColumn } from '#renderer/ui/layout/SimpleTable.tsx'
import { notifyError } from '#renderer/ui/state/notices.ts'

interface MadeDocumentsProps {
  readonly rows: readonly DocumentRow[]
  readonly onIssue: (row: DocumentRow) => void
  readonly onCompare: (row: DocumentRow) => void
  readonly onSaveIssued: (row: DocumentRow) => void
  readonly onSavePdf: (row: DocumentRow) => void
  readonly onFigures: (row: DocumentRow) => void
  readonly onAmend: (row: DocumentRow) => void
}

/** What was made, newest first: its number once it is issued, its file, and what can be done with it. */
export function MadeDocuments({ rows, ...acts }: MadeDocumentsProps) {
  return (
    <section aria-label={documentsText.made}>
      <h2 className="documents-title">{documentsText.made}</h2>
      <SimpleTable
        label={documentsText.made}
        rows={rows}
        rowKey={(row) => row.id}
        empty={documentsText.empty}
        columns={makeColumns(acts)}
      />
    </section>
  )
}

function makeColumns(acts: Omit<MadeDocumentsProps, 'rows'>): readonly SimpleColumn<DocumentRow>[] {
  const text = documentsText.columns
  const title = (row: DocumentRow): ReactNode => <Title row={row} />
  const file = (row: DocumentRow): ReactNode => <FileName row={row} />
  const actions = (row: DocumentRow): ReactNode => <Actions row={row} {...acts} />
  return [
    { title: text.title, cell: title },
    { title: text.number, width: '90px', cell: (row) => row.code ?? '' },
    { title: text.state, width: '90px', cell: describeState },
    { title: text.asOf, width: '120px', cell: (row) => (row.asOf === null ? '' : formatDate(row.asOf)) },
    { title: text.madeAt, width: '140px', cell: (row) => describeMoment(row.madeAt) },
    { title: text.file, cell: file },
    { title: text.open, width: '290px', align: 'right', cell: actions },
  ]
}

/** A paper that corrects another says so wherever it is listed. */
function describeState({ status, corrects }: DocumentRow): string {
  if (status === 'draft') return documentsText.draft
  return corrects === null ? documentsText.issued : documentsText.amended
}

function Title({ row }: { readonly row: DocumentRow }) {
  return (
    <>
      {row.title}
      {row.corrects === null ? null : <div className="gallery-hint">{documentsText.corrects(row.corrects)}</div>}
    </>
  )
}

function FileName({ row }: { readonly row: DocumentRow }) {
  return (
    <span title={row.file}>
      {row.file.split(/[\\/]/).at(-1)}
      {row.fileExists ? null : <span className="file-gone"> ({documentsText.fileGone})</span>}
    </span>
  )
}

function Actions({
  row,
  onIssue,
  onCompare,
  onSaveIssued,
  onSavePdf,
  onFigures,
  onAmend,
}: Omit<MadeDocumentsProps, 'rows'> & { readonly row: DocumentRow }) {
  const isIssued = row.status === 'issued'
  return (
    <span className="row-acts">
      {row.fileExists ? (
        <>
          <Button
            size="small"
            appearance="subtle"
            icon={<OpenRegular />}
            onClick={() =>
              void openFile(row.file).then((answer) => (answer.ok ? undefined : notifyError(answer.error)))
            }
          >
            {commonText.openInWord}
          </Button>
          <Button
            size="small"
            appearance="subtle"
            icon={<FolderOpenRegular />}
            onClick={() => void showInFolder(row.file)}
          >
            {commonText.openFolder}
          </Button>
        </>
      ) : null}
      <Menu positioning="below-end">
        <MenuTrigger disableButtonEnhancement>
          <Button
            size="small"
            appearance="subtle"
            icon={<MoreHorizontalRegular />}
            aria-label={documentsText.more(row.title)}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {isIssued ? (
              <MenuItem onClick={() => onSaveIssued(row)}>{documentsText.saveIssued}</MenuItem>
            ) : row.fileExists ? (
              <MenuItem onClick={() => onIssue(row)}>{documentsText.issue}</MenuItem>
            ) : null}
            <MenuItem onClick={() => onSavePdf(row)}>{documentsText.savePdf}</MenuItem>
            <MenuItem onClick={() => onFigures(row)}>{composeText.figuresDialog.action}</MenuItem>
            {isIssued ? <MenuItem onClick={() => onAmend(row)}>{composeText.amend}</MenuItem> : null}
            {row.fileExists ? <MenuItem onClick={() => onCompare(row)}>{documentsText.compare}</MenuItem> : null}
          </MenuList>
        </MenuPopover>
      </Menu>
    </span>
  )
}
