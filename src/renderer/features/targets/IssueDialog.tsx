import { useState } from 'react'
import type { PlanRow } from '#shared/contract/plans.ts'
import type { PlanVersionRow } from '#shared/contract/plan-versions.ts'
import { useData } from '#renderer/api/data.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { targetVersionsText } from '#renderer/text/target-versions.ts'
import { DateField, TextField } from '#renderer/ui/forms/fields.tsx'
import { FormDialog } from '#renderer/ui/forms/FormDialog.tsx'
import { notify } from '#renderer/ui/state/notices.ts'
import { useStatus } from '#renderer/ui/state/status.ts'
import { lookAtVersion } from './target-view.ts'

const text = targetVersionsText.issueDialog

interface IssueDialogProps {
  readonly plan: PlanRow
  readonly version: PlanVersionRow
  readonly onClose: () => void
}

/** Says what issuing means before it is done: it is not undone. Cells typed wrong hold it back. */
export function IssueDialog({ plan, version, onClose }: IssueDialogProps) {
  const isAdjustment = version.state === 'adjusting'
  const [number, setNumber] = useState(version.decisionNumber ?? '')
  const [decidedOn, setDecidedOn] = useState<string | null>(version.decidedOn)
  const wrongCells = useStatus(({ unsaved }) => unsaved.targets ?? 0)
  const base = version.basedOn ?? version.number
  const differing = useData('plans.compare', { plan: plan.code, a: base, b: version.number }, { enabled: isAdjustment })
    .data?.differing
  return (
    <FormDialog
      title={isAdjustment ? text.titleAdjustment : text.title}
      submitLabel={text.submit}
      missing={wrongCells > 0 ? text.wrongCells(wrongCells) : null}
      waiting={isAdjustment && differing === undefined}
      onClose={onClose}
      onSubmit={async () => {
        const issued = await runCommand('plans.issue', {
          plan: plan.code,
          version: version.number,
          decisionNumber: number.trim() === '' ? null : number,
          decidedOn,
        })
        if (issued.ok) {
          // From now on the day decides which version is shown.
          lookAtVersion(plan.code, null)
          notify('success', text.done(isAdjustment ? issued.value.name : plan.name))
        }
        return issued
      }}
    >
      <p className="dialog-note">
        {isAdjustment
          ? text.textAdjustment(version.name, differing ?? 0, version.effectiveOn ?? plan.from)
          : text.text(plan.name, version.name)}
      </p>
      {wrongCells > 0 ? <p className="dialog-note">{text.wrongCells(wrongCells)}</p> : null}
      <div className="form-row">
        <TextField label={text.number} value={number} onChange={setNumber} />
        <DateField label={text.date} value={decidedOn} onChange={setDecidedOn} />
      </div>
    </FormDialog>
  )
}
