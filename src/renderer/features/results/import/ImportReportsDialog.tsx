import { Button, Checkbox, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useState } from 'react'
import type { IndicatorRow } from '#shared/contract/indicators.ts'
import type { ReportImport } from '#shared/contract/report-import.ts'
import type { UnitRow } from '#shared/contract/units.ts'
import { chooseMany } from '#renderer/api/commands.ts'
import { commonText } from '#renderer/text/common.ts'
import { reportImportText as text } from '#renderer/text/report-import.ts'
import { DateField, TextField } from '#renderer/ui/forms/fields.tsx'
import { ErrorBar } from '#renderer/ui/layout/ErrorBar.tsx'
import { FilesDialog } from '#renderer/ui/layout/FilesDialog.tsx'
import { TabBar } from '#renderer/ui/layout/TabBar.tsx'
import './report-import.css'
import { FindingsTable, MissingTable, ReportsTable, ValuesTable } from './report-tables.tsx'
import { ReportQuestions } from './ReportQuestions.tsx'
import { useReportImport, type ReportFlow } from './use-report-import.ts'

interface ImportReportsDialogProps {
  readonly files: readonly string[]
  readonly indicators: readonly IndicatorRow[]
  readonly units: readonly UnitRow[]
  readonly onClose: () => void
}

type ReportTab = keyof typeof text.tabs
const TABS = Object.keys(text.tabs) as ReportTab[]

/** Reports from files: what was understood cell by cell and what is wrong is shown first; nothing is written before a yes. */
export function ImportReportsDialog({ files, indicators, units, onClose }: ImportReportsDialogProps) {
  const flow = useReportImport(files)
  const [tab, setTab] = useState<ReportTab | null>(null)
  const { stage, shown } = flow
  const answer = stage.kind === 'preview' || stage.kind === 'done' ? stage.answer : shown
  return (
    <FilesDialog
      title={stage.kind === 'done' ? text.doneTitle : text.title}
      className="report-import"
      job={stage.kind === 'reading' || stage.kind === 'writing' ? flow.job : null}
      problems={[stage.kind === 'failed' ? stage.error.message : null, flow.refusal]}
      isWriting={stage.kind === 'writing'}
      isOver={stage.kind === 'done' || stage.kind === 'failed'}
      isDone={stage.kind === 'done'}
      onClose={onClose}
      actions={
        <>
          {stage.kind === 'preview' || stage.kind === 'failed' ? (
            <Button
              className="report-more"
              onClick={() =>
                void chooseMany('report').then((more) => {
                  if (more.length > 0) flow.change({ files: [...new Set([...flow.choice.files, ...more])] })
                })
              }
            >
              {text.moreFiles}
            </Button>
          ) : null}
          {stage.kind === 'failed' ? <Button onClick={flow.retry}>{commonText.retry}</Button> : null}
          {stage.kind === 'preview' ? (
            <Button appearance="primary" disabled={stage.answer.taken === 0} onClick={() => void flow.apply()}>
              {stage.answer.taken === 0 ? text.nothingNew : text.apply(stage.answer.taken)}
            </Button>
          ) : null}
        </>
      }
    >
      {answer === null ? null : (
        <>
          {answer.failed.map(({ file, message }) => (
            <ErrorBar key={file} sentence={text.failed(file, message)} />
          ))}
          {stage.kind === 'done' ? (
            <MessageBar intent="success" role="status">
              <MessageBarBody>{text.done(answer.taken, answer.corrected, answer.unchanged)}</MessageBarBody>
            </MessageBar>
          ) : (
            <Asked answer={answer} flow={flow} />
          )}
          <NewUnits answer={answer} flow={flow} />
          <Counts answer={answer} />
          <Tabs answer={answer} flow={flow} tab={tab} onTab={setTab} indicators={indicators} units={units} />
        </>
      )}
    </FilesDialog>
  )
}

/** The day, where files leave it open or the clerk knows better; the reason, where a period is closed. */
function Asked({ answer, flow }: { readonly answer: ReportImport; readonly flow: ReportFlow }) {
  const [reason, setReason] = useState(flow.choice.adjustReason ?? '')
  const closed = answer.reports.reduce(
    (sum, { values }) => sum + values.filter(({ state }) => state === 'closed' || state === 'adjusted').length,
    0,
  )
  return (
    <div className="report-asked">
      <div className="report-day">
        <DateField
          label={text.asOf}
          hint={text.asOfHint}
          value={flow.choice.asOf}
          onChange={(asOf) => {
            if (asOf !== flow.choice.asOf) flow.change({ asOf })
          }}
        />
      </div>
      {closed === 0 ? null : (
        <>
          <TextField
            className="report-reason"
            label={text.adjustReason}
            hint={text.adjustHint(closed)}
            value={reason}
            onChange={setReason}
          />
          <Button
            size="small"
            disabled={reason.trim() === (flow.choice.adjustReason ?? '')}
            onClick={() => flow.change({ adjustReason: reason.trim() === '' ? null : reason.trim() })}
          >
            {text.applyReason}
          </Button>
        </>
      )}
    </div>
  )
}

/** Units the reports name and nobody knows: made only when the clerk says so, and named before. */
function NewUnits({ answer, flow }: { readonly answer: ReportImport; readonly flow: ReportFlow }) {
  const unknown = answer.questions.filter(({ kind }) => kind === 'unit').length
  const isDone = flow.stage.kind === 'done'
  return (
    <>
      {isDone || (unknown === 0 && !flow.choice.createUnits) ? null : (
        <Checkbox
          label={flow.choice.createUnits ? text.createUnitsAgain : text.createUnits(unknown)}
          checked={flow.choice.createUnits}
          onChange={(_, { checked }) => flow.change({ createUnits: checked === true })}
        />
      )}
      {answer.newUnits.length === 0 ? null : (
        <p className="import-line report-new-units">
          {text.newUnits(
            answer.newUnits.map(({ name }) => name),
            isDone,
          )}
        </p>
      )}
    </>
  )
}

function Counts({ answer }: { readonly answer: ReportImport }) {
  const open = answer.questions.length + answer.unmatched.length
  const counts: readonly (readonly [string, number, boolean])[] = [
    [text.counts.files, answer.files.length, false],
    [text.counts.units, Object.keys(answer.units).length, false],
    [text.counts.values, answer.taken, false],
    [text.counts.corrected, answer.corrected, false],
    [text.counts.questions, open, open > 0],
    [text.counts.findings, answer.findings.length, answer.findings.length > 0],
    [text.counts.missing, answer.missing.length, answer.missing.length > 0],
  ]
  return (
    <dl className="report-counts">
      {counts.map(([label, count, isWarning]) => (
        <div key={label} className={isWarning ? 'report-count report-warning' : 'report-count'}>
          <dt>{label}</dt>
          <dd>{count}</dd>
        </div>
      ))}
    </dl>
  )
}

interface TabsProps {
  readonly answer: ReportImport
  readonly flow: ReportFlow
  readonly tab: ReportTab | null
  readonly onTab: (tab: ReportTab) => void
  readonly indicators: readonly IndicatorRow[]
  readonly units: readonly UnitRow[]
}

function Tabs({ answer, flow, tab, onTab, indicators, units }: TabsProps) {
  const open = answer.questions.filter(({ kind }) => kind !== 'day').length + answer.unmatched.length
  // What must be answered comes first, until the clerk looks elsewhere.
  const current = tab ?? (open > 0 && flow.stage.kind !== 'done' ? 'questions' : 'values')
  const counts: Readonly<Record<ReportTab, number>> = {
    reports: answer.reports.length,
    values: answer.reports.reduce((sum, { values }) => sum + values.length, 0),
    questions: open,
    findings: answer.findings.length,
    missing: answer.missing.length,
  }
  return (
    <>
      <TabBar
        label={text.title}
        ids={TABS}
        titleOf={(id) => `${text.tabs[id]} (${counts[id]})`}
        shown={current}
        onShow={onTab}
      />
      <div className="report-tab">
        {current === 'reports' ? <ReportsTable answer={answer} /> : null}
        {current === 'values' ? <ValuesTable answer={answer} /> : null}
        {current === 'questions' ? (
          <ReportQuestions answer={answer} flow={flow} indicators={indicators} units={units} />
        ) : null}
        {current === 'findings' ? <FindingsTable answer={answer} /> : null}
        {current === 'missing' ? <MissingTable answer={answer} /> : null}
      </div>
    </>
  )
}
