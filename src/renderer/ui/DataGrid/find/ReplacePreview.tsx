import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { formatNumber } from '#shared/domain/text/format.ts'
import { commonText } from '#renderer/text/common.ts'
import { tablesText } from '#renderer/text/tables.ts'
import { useReturnFocus } from '../../forms/use-return-focus.ts'
import { SimpleTable } from '../../layout/SimpleTable.tsx'
import type { ReplaceAnswer, ReplacedCell } from '../grid-model.ts'

const text = tablesText.find
/** Enough to see what happens; thousands of lines are read by nobody. */
const MOST_SHOWN = 200

interface ReplacePreviewProps {
  readonly answer: ReplaceAnswer
  readonly titleOf: (column: string) => string
  readonly onReplace: () => Promise<void>
  readonly onClose: () => void
}

/** What replacing all would do, cell by cell, before it is done. */
export function ReplacePreview({ answer, titleOf, onReplace, onClose }: ReplacePreviewProps) {
  useReturnFocus()
  const [busy, setBusy] = useState(false)
  // What is refused comes first: it is what the clerk has to decide on.
  const listed = [
    ...answer.changes.filter(({ reason }) => reason !== null),
    ...answer.changes.filter(({ reason }) => reason === null),
  ].slice(0, MOST_SHOWN)
  const all = answer.written + answer.refusedCount
  return (
    <Dialog
      open
      onOpenChange={(_, { open }) => {
        if (!open && !busy) onClose()
      }}
    >
      <DialogSurface className="replace-preview">
        <DialogBody>
          <DialogTitle>{text.previewTitle}</DialogTitle>
          <DialogContent data-region="dialog">
            <p className="replace-summary">
              {[
                answer.written === 0 ? text.previewNothing : text.previewCount(answer.written),
                answer.refusedCount === 0 ? '' : text.previewRefused(answer.refusedCount),
                answer.readOnly === 0 ? '' : text.previewReadOnly(answer.readOnly),
                listed.length < all ? text.previewFirst(listed.length) : '',
              ]
                .filter((sentence) => sentence !== '')
                .join(' ')}
            </p>

            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- long lists are scrolled by keys too */}
            <div className="replace-list" tabIndex={0} role="region" aria-label={text.previewTitle}>
              <SimpleTable
                label={text.previewTitle}
                rows={listed}
                rowKey={(change) => `${change.row} ${change.column}`}
                columns={[
                  { title: text.row, align: 'right', width: '56px', cell: ({ row }) => formatNumber(row + 1) },
                  { title: text.column, width: '150px', cell: ({ column }) => titleOf(column) },
                  { title: text.before, cell: ({ before }) => before },
                  { title: text.after, cell: ({ after }) => after },
                  {
                    title: text.note,
                    cell: showReason,
                  },
                ]}
              />
            </div>
          </DialogContent>
          <DialogActions data-region="dialog-actions">
            <Button
              appearance="primary"
              disabledFocusable={busy || answer.written === 0}
              onClick={() => {
                setBusy(true)
                void onReplace().finally(onClose)
              }}
            >
              {text.run(answer.written)}
            </Button>
            <Button disabledFocusable={busy} onClick={onClose}>
              {commonText.cancel}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function showReason({ reason }: ReplacedCell): ReactNode {
  return reason === null ? '' : <span className="filter-panel-problem">{reason}</span>
}
