import type { UnitRow } from '#shared/contract/units.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { commonText } from '#renderer/text/common.ts'
import { unitsText } from '#renderer/text/units.ts'
import { ConfirmDialog } from '#renderer/ui/forms/ConfirmDialog.tsx'
import { notify } from '#renderer/ui/state/notices.ts'

const text = unitsText.removing

interface RemoveUnitsDialogProps {
  readonly units: readonly UnitRow[]
  readonly onClose: () => void
}

export function RemoveUnitsDialog({ units, onClose }: RemoveUnitsDialogProps) {
  const [first] = units
  if (first === undefined) return null
  const isOne = units.length === 1
  return (
    <ConfirmDialog
      title={isOne ? text.title : text.titleMany(units.length)}
      text={isOne ? text.text(first.name) : text.textMany(units.length)}
      confirmLabel={commonText.remove}
      onClose={onClose}
      onConfirm={() => (isOne ? removeOne(first) : removeMany(units))}
    />
  )
}

/** One that has to stay says why in the dialog itself. */
async function removeOne(unit: UnitRow) {
  const answer = await runCommand('units.remove', { id: unit.id })
  if (answer.ok) notify('success', text.done(unit.name))
  return answer
}

async function removeMany(units: readonly UnitRow[]) {
  const answer = await runCommand('units.removeMany', { ids: units.map(({ id }) => id) })
  if (answer.ok) {
    if (answer.value.removed > 0) notify('success', text.doneMany(answer.value.removed))
    for (const { reason } of answer.value.kept) notify('warning', reason)
  }
  return answer
}
