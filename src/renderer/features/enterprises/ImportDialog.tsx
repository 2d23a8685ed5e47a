import { Button, MessageBar, MessageBarBody, Radio, RadioGroup } from '@fluentui/react-components'
import { useState } from 'react'
import type { AppError } from '#shared/contract/errors.ts'
import type { ImportReport } from '#shared/contract/survey.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { commonText } from '#renderer/text/common.ts'
import { importText } from '#renderer/text/enterprises.ts'
import { FilesDialog } from '#renderer/ui/layout/FilesDialog.tsx'
import './import.css'
import { ImportPreview } from './ImportPreview.tsx'
import type { ImportTab } from './ImportTabs.tsx'
import { errorRowsOf, isWithoutChange } from './import-counts.ts'
import { useImport, type ImportFlow } from './use-import.ts'

interface ImportDialogProps {
  readonly file: string
  readonly onOtherFile: () => void
  readonly onClose: () => void
}

/** From a file to the registry: what was understood and what is wrong is shown first; nothing is written before a yes. */
export function ImportDialog({ file, onOtherFile, onClose }: ImportDialogProps) {
  // Another file is another import, from the beginning.
  return <ImportOfFile key={file} file={file} onOtherFile={onOtherFile} onClose={onClose} />
}

function ImportOfFile({ file, onOtherFile, onClose }: ImportDialogProps) {
  const workingDay = useWorkingContext((context) => context.asOf)
  const flow = useImport(file, workingDay)
  const [tab, setTab] = useState<ImportTab | null>(null)
  const { stage } = flow
  const sheets = stage.kind === 'failed' ? sheetsToChoose(stage.error) : null
  const isFailed = stage.kind === 'failed' && sheets === null
  return (
    <FilesDialog
      title={stage.kind === 'done' ? importText.doneTitle : importText.title}
      className="import-dialog"
      job={stage.kind === 'reading' || stage.kind === 'writing' ? flow.job : null}
      problems={[stage.kind === 'failed' && sheets === null ? stage.error.message : null, flow.refusal]}
      isWriting={stage.kind === 'writing'}
      isOver={stage.kind === 'done' || isFailed}
      isDone={stage.kind === 'done'}
      onClose={onClose}
      actions={
        <>
          {isFailed || stage.kind === 'preview' ? (
            <Button className="import-other" onClick={onOtherFile}>
              {importText.otherFile}
            </Button>
          ) : null}
          {isFailed ? <Button onClick={flow.retry}>{commonText.retry}</Button> : null}
          {stage.kind === 'preview' ? <ApplyButtons report={stage.answer} flow={flow} /> : null}
        </>
      }
    >
      <p className="import-file">
        {importText.file}: <strong>{file.split(/[\\/]/).at(-1)}</strong>
      </p>
      {sheets === null ? null : <SheetChoice sheets={sheets} flow={flow} />}
      {stage.kind === 'preview' ? <ImportPreview report={stage.answer} flow={flow} tab={tab} onTab={setTab} /> : null}
      {stage.kind === 'done' ? <ImportDone report={stage.answer} /> : null}
    </FilesDialog>
  )
}

/** A file of several sheets that could be meant is refused with their names: the clerk picks one. */
function sheetsToChoose({ code, details }: AppError): readonly string[] | null {
  const sheets = details?.['sheets']
  return code === 'SHEET_NEEDED' && Array.isArray(sheets) ? sheets.map(String) : null
}

function SheetChoice({ sheets, flow }: { readonly sheets: readonly string[]; readonly flow: ImportFlow }) {
  const [sheet, setSheet] = useState(sheets[0] ?? '')
  return (
    <div className="form">
      <p className="import-file">{importText.chooseSheet}</p>
      <RadioGroup aria-label={importText.sheet} value={sheet} onChange={(_, { value }) => setSheet(value)}>
        {sheets.map((name) => (
          <Radio key={name} value={name} label={name} />
        ))}
      </RadioGroup>
      <div>
        <Button appearance="primary" onClick={() => flow.change({ sheet })}>
          {importText.readSheet}
        </Button>
      </div>
    </div>
  )
}

function ApplyButtons({ report, flow }: { readonly report: ImportReport; readonly flow: ImportFlow }) {
  const errors = errorRowsOf(report)
  const hasProblem = errors > 0 || report.leftOut > 0
  const applied = report.created + report.updated + report.unchanged
  return (
    <>
      {hasProblem ? <Button onClick={() => void flow.apply(true)}>{importText.applyAllOrNothing}</Button> : null}
      <Button
        appearance="primary"
        disabled={applied === 0 || isWithoutChange(report)}
        onClick={() => void flow.apply(false)}
      >
        {hasProblem ? importText.applyGood : importText.apply}
      </Button>
    </>
  )
}

function ImportDone({ report }: { readonly report: ImportReport }) {
  const errors = errorRowsOf(report)
  return (
    <MessageBar intent="success" layout="multiline" role="status">
      <MessageBarBody>
        <p className="import-line">{importText.done(report.created, report.updated, report.unchanged)}</p>
        {report.leftOut > 0 ? <p className="import-line">{importText.leftOut(report.leftOut)}</p> : null}
        {errors > 0 ? <p className="import-line">{importText.errorRows(errors)}</p> : null}
        <p className="import-line">
          {importText.totals(
            report.totals.workers,
            report.totals.members,
            report.totals.withUnion,
            report.totals.ge20WithoutUnion,
          )}
        </p>
      </MessageBarBody>
    </MessageBar>
  )
}
