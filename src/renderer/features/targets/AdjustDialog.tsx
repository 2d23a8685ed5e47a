import { useState } from 'react'
import type { PlanVersionRow } from '#shared/contract/plan-versions.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { targetVersionsText } from '#renderer/text/target-versions.ts'
import { DateField, TextField } from '#renderer/ui/forms/fields.tsx'
import { FormDialog } from '#renderer/ui/forms/FormDialog.tsx'
import { refuse } from '#renderer/ui/forms/refuse.ts'
import { notify } from '#renderer/ui/state/notices.ts'
import { lookAtVersion } from './target-view.ts'

const text = targetVersionsText.adjustDialog

interface AdjustDialogProps {
  readonly plan: string
  /** An adjustment whose decision is mended; null begins a new one. */
  readonly version: PlanVersionRow | null
  readonly onClose: () => void
}

/** The decision an issued plan is changed by: number, day, reason, and from when it counts. */
export function AdjustDialog({ plan, version, onClose }: AdjustDialogProps) {
  const [number, setNumber] = useState(version?.decisionNumber ?? '')
  const [decidedOn, setDecidedOn] = useState<string | null>(version?.decidedOn ?? null)
  const [by, setBy] = useState(version?.decidedBy ?? '')
  const [effectiveOn, setEffectiveOn] = useState<string | null>(version?.effectiveOn ?? null)
  const [reason, setReason] = useState(version?.reason ?? '')
  // Most decisions count from their own day.
  const effective = effectiveOn ?? decidedOn
  const missing =
    number.trim() === ''
      ? text.numberMissing
      : effective === null
        ? text.effectiveMissing
        : reason.trim() === ''
          ? text.reasonMissing
          : null
  return (
    <FormDialog
      title={version === null ? text.title : text.editTitle}
      submitLabel={version === null ? text.submit : targetVersionsText.save}
      missing={missing}
      onClose={onClose}
      onSubmit={async () => {
        if (effective === null) return refuse(text.effectiveMissing)
        const decision = {
          decisionNumber: number,
          decidedOn,
          decidedBy: by.trim() === '' ? null : by,
          effectiveOn: effective,
          reason,
        }
        if (version !== null)
          return runCommand('plans.updateVersion', { plan, version: version.number, patch: decision })
        const made = await runCommand('plans.adjust', { plan, ...decision })
        if (made.ok) {
          lookAtVersion(plan, made.value.number)
          notify('success', text.done(made.value.name))
        }
        return made
      }}
    >
      {version === null ? <p className="dialog-note">{text.intro}</p> : null}
      <div className="form-row">
        <TextField label={text.number} hint={text.numberHint} required value={number} onChange={setNumber} />
        <DateField label={text.date} value={decidedOn} onChange={setDecidedOn} />
      </div>
      <div className="form-row">
        <TextField label={text.by} value={by} onChange={setBy} />
        <DateField label={text.effective} hint={text.effectiveHint} value={effectiveOn} onChange={setEffectiveOn} />
      </div>
      <TextField label={text.reason} required lines={2} value={reason} onChange={setReason} />
    </FormDialog>
  )
}
