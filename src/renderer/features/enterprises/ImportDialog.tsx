import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarBody,
  Radio,
  RadioGroup,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { ImportReport } from '#shared/contract/survey.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { commonText } from '#renderer/text/common.ts'
import { importText } from '#renderer/text/enterprises.ts'
import { useReturnFocus } from '#renderer/ui/forms/use-return-focus.ts'
import { ErrorBar } from '#renderer/ui/layout/ErrorBar.tsx'
import { JobProgress } from '#renderer/ui/layout/JobProgress.tsx'
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
  useReturnFocus()
  const flow = useImport(file, workingDay)
  const [tab, setTab] = useState<ImportTab | null>(null)
  const { stage } = flow
  const busy = stage.kind === 'reading' || stage.kind === 'writing'
  return (
    <Dialog
      open
      onOpenChange={(_, { open }) => {
        if (!open && stage.kind !== 'writing') onClose()
      }}
    >
      <DialogSurface className="import-dialog">
        <DialogBody className="import-body">
          <DialogTitle>{stage.kind === 'done' ? importText.doneTitle : importText.title}</DialogTitle>
          <DialogContent className="import-content" data-region="dialog">
            <p className="import-file">
              {importText.file}: <strong>{file.split(/[\\/]/).at(-1)}</strong>
            </p>
            {busy && flow.job !== null ? <JobProgress job={flow.job} /> : null}
            {stage.kind === 'choose-sheet' ? <SheetChoice sheets={stage.sheets} flow={flow} /> : null}
            {stage.kind === 'failed' ? <ErrorBar sentence={stage.error.message} /> : null}
            {flow.refusal === null ? null : <ErrorBar sentence={flow.refusal} />}
            {stage.kind === 'preview' ? (
              <ImportPreview report={stage.report} flow={flow} tab={tab} onTab={setTab} />
            ) : null}
            {stage.kind === 'done' ? <ImportDone report={stage.report} /> : null}
          </DialogContent>
          <DialogActions fluid data-region="dialog-actions">
            {stage.kind === 'failed' || stage.kind === 'preview' ? (
              <Button className="import-other" onClick={onOtherFile}>
                {importText.otherFile}
              </Button>
            ) : null}
            {stage.kind === 'failed' ? <Button onClick={flow.retry}>{commonText.retry}</Button> : null}
            {stage.kind === 'preview' ? <ApplyButtons report={stage.report} flow={flow} /> : null}
            {stage.kind === 'writing' ? null : (
              <Button appearance={stage.kind === 'done' ? 'primary' : 'secondary'} onClick={onClose}>
                {stage.kind === 'done' || stage.kind === 'failed' ? commonText.close : commonText.cancel}
              </Button>
            )}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
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
