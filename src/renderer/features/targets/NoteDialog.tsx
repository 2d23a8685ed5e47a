import { useState } from 'react'
import { runCommand } from '#renderer/api/commands.ts'
import { targetsText } from '#renderer/text/targets.ts'
import { TextField } from '#renderer/ui/forms/fields.tsx'
import { FormDialog } from '#renderer/ui/forms/FormDialog.tsx'
import type { TargetGridRow } from './target-rows.ts'
import type { TargetSet } from './target-view.ts'

interface NoteDialogProps {
  readonly plan: string
  readonly version: number
  readonly row: TargetGridRow
  readonly set: TargetSet
  /** Index of the assigner among those shown. */
  readonly at: number
  readonly indicator: string
  readonly indicatorName: string
  readonly onClose: () => void
}

/** The note of one target. */
export function NoteDialog(props: NoteDialogProps) {
  const { plan, version, row, set, at, indicator, indicatorName, onClose } = props
  const cell = row.sets[at]?.[indicator]
  const [note, setNote] = useState(cell?.note ?? '')
  return (
    <FormDialog
      title={targetsText.noteTitle(row.name, indicatorName)}
      width={480}
      onClose={onClose}
      onSubmit={() =>
        runCommand('targets.setMany', {
          plan,
          version,
          cells: [{ unit: row.unit ?? '', indicator, ...set, value: cell?.own ?? null, note }],
          label: targetsText.noteLabel(row.name),
        })
      }
    >
      <TextField label={targetsText.note} hint={targetsText.noteHint} lines={3} value={note} onChange={setNote} />
    </FormDialog>
  )
}
