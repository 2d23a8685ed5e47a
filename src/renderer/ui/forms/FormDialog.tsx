import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarBody,
} from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import type { AppResult } from '#shared/contract/errors.ts'
import { useReturnFocus } from './use-return-focus.ts'
import { findWrongField } from './wrong-field.ts'
import { commonText } from '#renderer/text/common.ts'

interface FormDialogProps {
  readonly title: string
  readonly submitLabel?: string
  readonly children: ReactNode
  /** Null when the form may be sent, else what is missing. */
  readonly missing?: string | null
  /** What the form needs is still being read: it can't be sent yet. */
  readonly waiting?: boolean
  /** An expected failure stays in the dialog as a sentence; success closes it. */
  readonly onSubmit: () => Promise<AppResult<unknown>>
  readonly onClose: () => void
  readonly width?: number
  /** More buttons, left of the others. */
  readonly extra?: ReactNode
}

/** A dialog is only for a decision: a small form with one answer. Enter sends it, Esc leaves it. */
export function FormDialog(props: FormDialogProps) {
  const {
    title,
    submitLabel = commonText.save,
    children,
    missing = null,
    waiting = false,
    onSubmit,
    onClose,
    width = 560,
    extra,
  } = props
  useReturnFocus()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  const submit = async (form: HTMLFormElement): Promise<void> => {
    if (busy || waiting) return
    const wrong = findWrongField(form) ?? missing
    if (wrong !== null) {
      setProblem(wrong)
      return
    }
    setBusy(true)
    setProblem(null)
    const result = await onSubmit()
    setBusy(false)
    if (result.ok) onClose()
    else setProblem(result.error.message)
  }

  return (
    <Dialog
      open
      onOpenChange={(_, { open }) => {
        if (!open && !busy) onClose()
      }}
    >
      <DialogSurface style={{ maxWidth: `${width}px` }}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void submit(event.currentTarget)
          }}
        >
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className="form" data-region="dialog">
              {children}
              {problem === null ? null : (
                <MessageBar className="form-error" intent="error" layout="multiline">
                  <MessageBarBody>{problem}</MessageBarBody>
                </MessageBar>
              )}
            </DialogContent>
            <DialogActions data-region="dialog-actions" fluid={extra !== undefined}>
              {extra}
              <Button appearance="primary" type="submit" disabledFocusable={busy || waiting}>
                {submitLabel}
              </Button>
              <Button appearance="secondary" disabledFocusable={busy} onClick={onClose}>
                {commonText.cancel}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
