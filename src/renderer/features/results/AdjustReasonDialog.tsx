import { useState } from 'react'
import { ok } from '#shared/kit/result.ts'
import { periodsText } from '#renderer/text/periods.ts'
import { TextField } from '#renderer/ui/forms/fields.tsx'
import { FormDialog } from '#renderer/ui/forms/FormDialog.tsx'

const text = periodsText.adjust

export interface AskedReason {
  readonly sentence: string
  readonly answer: (reason: string | null) => void
}

/** A figure of a closed period is only adjusted, and says why. */
export function AdjustReasonDialog({ asked, onClose }: { readonly asked: AskedReason; readonly onClose: () => void }) {
  const [reason, setReason] = useState('')
  return (
    <FormDialog
      title={text.title}
      submitLabel={text.submit}
      missing={reason.trim() === '' ? text.reasonMissing : null}
      onSubmit={() => {
        asked.answer(reason.trim())
        return Promise.resolve(ok(null))
      }}
      onClose={() => {
        // Answered already when it closes after sending; a second answer changes nothing.
        asked.answer(null)
        onClose()
      }}
    >
      <p style={{ margin: 0 }}>{asked.sentence}</p>
      <TextField label={text.reason} required value={reason} onChange={setReason} />
    </FormDialog>
  )
}
