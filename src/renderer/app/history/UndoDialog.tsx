import { useEffect, useState } from 'react'
import type { OperationRow, UndoPreview } from '#shared/contract/history.ts'
import { call } from '#renderer/api/bridge.ts'
import { runJob } from '#renderer/api/jobs.ts'
import { historyText } from '#renderer/text/history.ts'
import { FormDialog } from '#renderer/ui/forms/FormDialog.tsx'
import { notify, notifyError } from '#renderer/ui/state/notices.ts'
import { undoStep } from '../step-back.ts'

export interface UndoChoice {
  readonly operation: OperationRow
  /** The steps after it instead of it. */
  readonly above: boolean
}

const SHOWN = 12

/** Says how many steps would go and what would stay, before anything is done. */
export function UndoDialog({ choice, onClose }: { readonly choice: UndoChoice; readonly onClose: () => void }) {
  const { operation, above } = choice
  const [preview, setPreview] = useState<UndoPreview | null>(null)
  useEffect(() => {
    let left = false
    void call('history.preview', { operationId: operation.id, above }).then((answer) => {
      if (left) return
      if (answer.ok) setPreview(answer.value)
      else {
        notifyError(answer.error)
        onClose()
      }
    })
    return () => {
      left = true
    }
  }, [operation.id, above, onClose])
  const count = preview?.stepCount ?? 0
  return (
    <FormDialog
      title={historyText.confirmTitle}
      submitLabel={historyText.undoing(count)}
      waiting={preview === null}
      width={600}
      onClose={onClose}
      onSubmit={async () => {
        if (!above) return undoStep(operation.id)
        const answer = await runJob('history.undoAbove', { operationId: operation.id }, historyText.undoing(count))
        if (answer.ok) notify('success', historyText.undoneMany(answer.value.steps))
        return answer
      }}
    >
      {preview === null ? <p className="history-note">{historyText.trying}</p> : null}
      {preview === null ? null : (
        <>
          <p className="history-question">
            {above
              ? historyText.confirmMany(count, operation.label)
              : historyText.confirmOne(preview.steps[0]?.label ?? operation.label)}
          </p>
          {above ? <Lines lines={preview.steps.map(({ label }) => label)} total={count} /> : null}
          <p className="history-question">
            {preview.keptCount === 0 ? historyText.keepsNothing : historyText.keeps(preview.keptCount)}
          </p>
          <Lines lines={preview.kept.map(({ sentence }) => sentence)} total={preview.keptCount} />
        </>
      )}
    </FormDialog>
  )
}

function Lines({ lines, total }: { readonly lines: readonly string[]; readonly total: number }) {
  if (total === 0) return null
  const shown = lines.slice(0, SHOWN)
  return (
    <ul className="history-lines">
      {shown.map((line, index) => (
        // Two steps may well carry the same name.
        <li key={`${index} ${line}`}>{line}</li>
      ))}
      {total > shown.length ? <li>{historyText.andMore(total - shown.length)}</li> : null}
    </ul>
  )
}
