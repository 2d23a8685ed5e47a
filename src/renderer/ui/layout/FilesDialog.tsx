import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { RunningJob } from '#renderer/api/jobs.ts'
import { commonText } from '#renderer/text/common.ts'
import { useReturnFocus } from '#renderer/ui/forms/use-return-focus.ts'
import { ErrorBar } from './ErrorBar.tsx'
import { JobProgress } from './JobProgress.tsx'

interface FilesDialogProps {
  readonly title: string
  /** How large it may be; the class belongs to the feature. */
  readonly className: string
  readonly job: RunningJob | null
  /** Sentences of what went wrong, above the rest. */
  readonly problems: readonly (string | null)[]
  /** It is being written: the dialog stays till the end of it. */
  readonly isWriting: boolean
  /** Nothing is left to decide: "Đóng" in place of "Hủy". */
  readonly isOver: boolean
  /** It all went well: closing is the one thing left to do. */
  readonly isDone: boolean
  readonly actions: ReactNode
  readonly children: ReactNode
  readonly onClose: () => void
}

/** What came in files, looked at before any of it is taken over: what is being read, what is wrong, what is offered. */
export function FilesDialog(props: FilesDialogProps) {
  const { title, className, job, problems, isWriting, isOver, isDone, actions, children, onClose } = props
  useReturnFocus()
  return (
    <Dialog
      open
      onOpenChange={(_, { open }) => {
        if (!open && !isWriting) onClose()
      }}
    >
      <DialogSurface className={className}>
        <DialogBody className="large-dialog-body">
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className="large-dialog-content" data-region="dialog">
            {job === null ? null : <JobProgress job={job} />}
            {problems.map((sentence) => (sentence === null ? null : <ErrorBar key={sentence} sentence={sentence} />))}
            {children}
          </DialogContent>
          <DialogActions fluid data-region="dialog-actions">
            {actions}
            {isWriting ? null : (
              <Button appearance={isDone ? 'primary' : 'secondary'} onClick={onClose}>
                {isOver ? commonText.close : commonText.cancel}
              </Button>
            )}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
