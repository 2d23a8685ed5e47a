import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Radio,
  RadioGroup,
} from '@fluentui/react-components'
import { useState } from 'react'
import { fitsUpright } from '#shared/domain/table/print-page.ts'
import { commonText } from '#renderer/text/common.ts'
import { tablesText } from '#renderer/text/tables.ts'
import { useReturnFocus } from '../forms/use-return-focus.ts'
import type { ShownTable } from '../state/shown-tables.ts'
import { layoutOf, printTable, saveAsPdf, type SheetHead } from './export-table.ts'

const text = tablesText.print
type Side = 'auto' | 'portrait' | 'landscape'

interface PrintDialogProps {
  readonly table: ShownTable
  readonly head: SheetHead
  readonly onClose: () => void
}

/** What is printed and how the paper lies; the printer itself is asked for by the system. */
export function PrintDialog({ table, head, onClose }: PrintDialogProps) {
  useReturnFocus()
  const [sheet] = useState(() => table.sheet())
  const [side, setSide] = useState<Side>('auto')
  const layout = layoutOf(sheet, head)
  const landscape = side === 'auto' ? null : side === 'landscape'
  return (
    <Dialog
      open
      onOpenChange={(_, { open }) => {
        if (!open) onClose()
      }}
    >
      <DialogSurface style={{ maxWidth: '440px' }}>
        <DialogBody>
          <DialogTitle>{text.title}</DialogTitle>
          <DialogContent className="form" data-region="dialog">
            <div>
              <strong>{layout.title}</strong>
              {layout.notes.map((note) => (
                <div key={note}>{note}</div>
              ))}
              <div>{text.rows(sheet.count, sheet.columns.length)}</div>
            </div>
            <Field label={text.orientation}>
              <RadioGroup
                value={side}
                onChange={(_, { value }) => setSide(value === 'portrait' || value === 'landscape' ? value : 'auto')}
              >
                <Radio value="auto" label={`${text.automatic}. ${text.chosen(!fitsUpright(layout))}`} />
                <Radio value="portrait" label={text.portrait} />
                <Radio value="landscape" label={text.landscape} />
              </RadioGroup>
            </Field>
          </DialogContent>
          <DialogActions data-region="dialog-actions" fluid>
            <Button
              appearance="primary"
              onClick={() => {
                onClose()
                void printTable(table, head, landscape)
              }}
            >
              {text.print}
            </Button>
            <Button
              onClick={() => {
                onClose()
                void saveAsPdf(table, head, landscape)
              }}
            >
              {text.pdf}
            </Button>
            <Button onClick={onClose}>{commonText.cancel}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
