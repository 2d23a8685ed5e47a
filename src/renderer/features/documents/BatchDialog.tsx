import { Checkbox } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { DocumentTypeRow } from '#shared/contract/documents.ts'
import { callHost } from '#renderer/api/bridge.ts'
import { openFile, showInFolder } from '#renderer/api/commands.ts'
import { runJob } from '#renderer/api/jobs.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { commonText } from '#renderer/text/common.ts'
import { documentsText } from '#renderer/text/documents.ts'
import { ChoiceField, TextField } from '#renderer/ui/forms/fields.tsx'
import { FormDialog } from '#renderer/ui/forms/FormDialog.tsx'
import { notify, notifyError } from '#renderer/ui/state/notices.ts'

const text = documentsText.batchDialog
/** What a province usually sends each of its units. */
const USUAL = 'cam-ket-don-vi'
/** Reasons a notice has room for; the rest are counted. */
const REASONS_SHOWN = 3

type Merge = keyof typeof text.mergeInto

interface BatchDialogProps {
  readonly types: readonly DocumentTypeRow[]
  readonly plan: string
  readonly onClose: () => void
}

/** One document per unit into a folder; the job's panel shows how far it is and stops it. */
export function BatchDialog({ types, plan, onClose }: BatchDialogProps) {
  const asOf = useWorkingContext((context) => context.asOf)
  const [type, setType] = useState(types.some((known) => known.type === USUAL) ? USUAL : (types[0]?.type ?? ''))
  const [folder, setFolder] = useState('')
  const [again, setAgain] = useState(false)
  const [merge, setMerge] = useState<Merge>('none')
  const [separator, setSeparator] = useState('/')
  useEffect(() => {
    void callHost('host.windowInfo', {}).then((info) => {
      if (!info.ok) return
      setFolder(info.value.defaultFolder + info.value.separator + text.folderName)
      setSeparator(info.value.separator)
    })
  }, [])
  const chosen = types.find((known) => known.type === type)
  return (
    <FormDialog
      title={text.title}
      submitLabel={text.submit}
      missing={folder.trim() === '' ? text.missing : null}
      onClose={onClose}
      onSubmit={async () => {
        const day = chosen?.speaksOf === 'day' ? asOf : null
        const name = text.mergedName((chosen?.title ?? '').replace(/[\\/:*?"<>|]/gu, '-'))
        const merged = merge === 'none' ? null : `${folder}${separator}${name}.${merge}`
        const answer = await runJob(
          'documents.batch',
          { type, plan, asOf: day, folder, again, merged },
          text.job(chosen?.title ?? ''),
        )
        if (answer.ok) {
          const { made, kept, failed, items, merged: whole } = answer.value
          const first = items.find((item) => item.file !== null)?.file ?? null
          const reasons = items.flatMap((item) => (item.outcome === 'failed' ? [`${item.name}: ${item.message}`] : []))
          const told = [text.done(made, kept, failed)]
          if (reasons.length > 0)
            told.push(text.failures(reasons.slice(0, REASONS_SHOWN), Math.max(0, reasons.length - REASONS_SHOWN)))
          notify(failed === 0 ? 'success' : 'warning', told.join(' '), [
            ...(whole === null ? [] : [{ label: text.openMerged, run: () => void openMerged(whole) }]),
            ...(first === null ? [] : [{ label: commonText.openFolder, run: () => void showInFolder(first) }]),
          ])
        }
        return answer
      }}
    >
      <p className="dialog-note">{text.note}</p>
      <ChoiceField
        label={text.type}
        value={type}
        onChange={setType}
        options={types.map((known) => ({ value: known.type, label: known.title }))}
      />
      <TextField label={text.folder} value={folder} onChange={setFolder} />
      <ChoiceField
        label={text.merge}
        value={merge}
        onChange={(value) => setMerge(value as Merge)}
        options={(Object.keys(text.mergeInto) as Merge[]).map((value) => ({ value, label: text.mergeInto[value] }))}
      />
      <Checkbox label={text.again} checked={again} onChange={(_, { checked }) => setAgain(checked === true)} />
    </FormDialog>
  )
}

async function openMerged(file: string): Promise<void> {
  const answer = await openFile(file)
  if (!answer.ok) notifyError(answer.error)
}
