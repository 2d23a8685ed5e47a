import type { UnitRow } from '#shared/contract/units.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { commonText } from '#renderer/text/common.ts'
import { unitsText } from '#renderer/text/units.ts'
import { ConfirmDialog } from '#renderer/ui/forms/ConfirmDialog.tsx'
import { notify } from '#renderer/ui/state/notices.ts'

const text = unitsText.removing

export function RemoveUnitDialog({ unit, onClose }: { readonly unit: UnitRow; readonly onClose: () => void }) {
  return (
    <ConfirmDialog
      title={text.title}
      text={text.text(unit.name)}
      confirmLabel={commonText.remove}
      onClose={onClose}
      onConfirm={async () => {
        const answer = await runCommand('units.remove', { id: unit.id })
        if (answer.ok) notify('success', text.done(unit.name))
        return answer
      }}
    />
  )
}
