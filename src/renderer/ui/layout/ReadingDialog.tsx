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
import { commonText } from '#renderer/text/common.ts'
import { useReturnFocus } from '../forms/use-return-focus.ts'

interface ReadingDialogProps {
  readonly title: string
  /** The widest it gets, in pixels; left out where the class says it. */
  readonly width?: number
  /** Classes of the surface, the frame within and the content. */
  readonly className?: string
  readonly bodyClass?: string
  readonly contentClass?: string
  /** Buttons left of "Đóng". */
  readonly extra?: ReactNode
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Something to look through and close again; what asks for an answer is a FormDialog. */
export function ReadingDialog(props: ReadingDialogProps) {
  const { title, width, className, bodyClass, contentClass, extra = null, onClose, children } = props
  useReturnFocus()
  return (
    <Dialog
      open
      onOpenChange={(_, { open }) => {
        if (!open) onClose()
      }}
    >
      <DialogSurface className={className} style={width === undefined ? {} : { maxWidth: `${width}px` }}>
        <DialogBody className={bodyClass}>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={contentClass} data-region="dialog">
            {children}
          </DialogContent>
          <DialogActions data-region="dialog-actions" fluid={extra !== null}>
            {extra}
            <Button appearance="primary" onClick={onClose}>
              {commonText.close}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
