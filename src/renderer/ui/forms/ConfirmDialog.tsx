import type { AppResult } from '#shared/contract/errors.ts'
import { FormDialog } from './FormDialog.tsx'

interface ConfirmDialogProps {
  readonly title: string
  readonly text: string
  readonly confirmLabel: string
  readonly onConfirm: () => Promise<AppResult<unknown>>
  readonly onClose: () => void
}

/** Asks before something that is not simply taken back by typing. */
export function ConfirmDialog({ title, text, confirmLabel, onConfirm, onClose }: ConfirmDialogProps) {
  return (
    <FormDialog title={title} submitLabel={confirmLabel} onSubmit={onConfirm} onClose={onClose} width={480}>
      <p style={{ margin: 0 }}>{text}</p>
    </FormDialog>
  )
}
