import { useEffect, useState } from 'react'
import type { PackageRow } from '#shared/contract/exchange-rows.ts'
import type { Output } from '#shared/contract/index.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { exchangeText } from '#renderer/text/exchange.ts'
import { FormDialog } from '#renderer/ui/forms/FormDialog.tsx'
import { notify } from '#renderer/ui/state/notices.ts'

const text = exchangeText.packages

/** What taking a file back would do, before it is done: cells edited since stay as they are. */
export function UndoPackageDialog({ row, onClose }: { readonly row: PackageRow; readonly onClose: () => void }) {
  const [preview, setPreview] = useState<Output<'exchange.undo'> | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    let isGone = false
    void runCommand('exchange.undo', { package: row.id, preview: true }).then((answer) => {
      if (isGone) return
      if (answer.ok) setPreview(answer.value)
      else setProblem(answer.error.message)
    })
    return () => {
      isGone = true
    }
  }, [row.id])
  return (
    <FormDialog
      title={text.undoTitle}
      submitLabel={exchangeText.undo}
      waiting={preview === null}
      missing={problem}
      onClose={onClose}
      onSubmit={async () => {
        const answer = await runCommand('exchange.undo', { package: row.id })
        if (answer.ok) notify('success', text.undone(answer.value.label))
        return answer
      }}
    >
      {problem === null ? null : <p className="dialog-note">{problem}</p>}
      {preview === null ? null : (
        <>
          <p className="dialog-note">{text.undoText(preview.label)}</p>
          <p className="dialog-note">{text.undoCounts(preview)}</p>
          {preview.keptCount === 0 ? null : (
            <>
              <p className="dialog-note">{text.undoKept(preview.keptCount)}</p>
              <ul className="exchange-lines">
                {preview.kept.slice(0, 50).map((kept, index) => (
                  <li key={index}>{kept.sentence}</li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </FormDialog>
  )
}
