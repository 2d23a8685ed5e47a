import { Button } from '@fluentui/react-components'
import { type ReactNode, useState } from 'react'
import type { DraftRow } from '#shared/contract/document-drafts.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { composeText } from '#renderer/text/compose.ts'
import { describeMoment } from '#renderer/ui/describe-moment.ts'
import { ConfirmDialog } from '#renderer/ui/forms/ConfirmDialog.tsx'
import { type SimpleColumn, SimpleTable } from '#renderer/ui/layout/SimpleTable.tsx'
import { commonText } from '#renderer/text/common.ts'

const text = composeText.draftColumns

/** Documents being composed, newest first. */
export function DraftList({
  rows,
  onOpen,
}: {
  readonly rows: readonly DraftRow[]
  readonly onOpen: (id: string) => void
}) {
  const [removing, setRemoving] = useState<DraftRow | null>(null)
  if (rows.length === 0) return null
  return (
    <section aria-label={composeText.drafts}>
      <h2 className="documents-title">{composeText.drafts}</h2>
      <SimpleTable
        label={composeText.drafts}
        rows={rows}
        rowKey={(row) => row.id}
        rowName={(row) => row.title}
        onRemove={setRemoving}
        columns={columnsOf(onOpen)}
      />
      {removing === null ? null : (
        <ConfirmDialog
          title={composeText.removeTitle}
          text={composeText.removeText(removing.title)}
          confirmLabel={commonText.remove}
          onClose={() => setRemoving(null)}
          onConfirm={() => runCommand('drafts.remove', { id: removing.id })}
        />
      )}
    </section>
  )
}

function columnsOf(onOpen: (id: string) => void): readonly SimpleColumn<DraftRow>[] {
  const open = (row: DraftRow): ReactNode => (
    <Button size="small" onClick={() => onOpen(row.id)}>
      {composeText.goOn}
    </Button>
  )
  return [
    { title: text.title, cell: (row) => row.title },
    { title: text.asOf, width: '120px', cell: (row) => (row.asOf === null ? '' : formatDate(row.asOf)) },
    { title: text.changed, width: '90px', cell: (row) => composeText.changed(row.changed) },
    { title: text.openedAt, width: '140px', cell: (row) => describeMoment(row.openedAt) },
    { title: text.open, width: '110px', align: 'right', cell: open },
  ]
}
