import { Checkbox, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useState } from 'react'
import type { ImportReport } from '#shared/contract/survey.ts'
import { formatNumber } from '#shared/domain/text/format.ts'
import { importText } from '#renderer/text/enterprises.ts'
import { DateField, TextField } from '#renderer/ui/forms/fields.tsx'
import { TabBar } from '#renderer/ui/layout/TabBar.tsx'
import { duplicateRowsOf, errorRowsOf, isWithoutChange } from './import-counts.ts'
import { ImportTabContent, tabsOf, type ImportTab } from './ImportTabs.tsx'
import type { ImportFlow } from './use-import.ts'

interface ImportPreviewProps {
  readonly report: ImportReport
  readonly flow: ImportFlow
  /** Kept while the file is read again; null: what most needs a look. */
  readonly tab: ImportTab | null
  readonly onTab: (tab: ImportTab) => void
}

/** What the program understood of the file and what is wrong with it, with row and column as Excel shows them. */
export function ImportPreview({ report, flow, tab: chosen, onTab }: ImportPreviewProps) {
  const tabs = tabsOf(report)
  const tab = chosen ?? firstTab(report)
  const shown = tabs.some(({ id }) => id === tab) ? tab : 'units'
  const canMakeUnits = report.unmatched.length > 0 || flow.choice.createUnits
  return (
    <>
      <div className="import-head">
        <div>
          <p className="import-line">{importText.understood(report.sheet, report.headerRow)}</p>
          {report.source === null ? null : <p className="import-line">{importText.source(report.source)}</p>}
        </div>
        <SenderField report={report} flow={flow} />
        <div className="import-date">
          <DateField
            label={importText.surveyDate}
            hint={flow.choice.isWorkingDay ? importText.workingDay : importText.surveyDateFrom[report.surveyDateFrom]}
            value={report.surveyDate}
            onChange={(asOf) => {
              if (asOf !== null && asOf !== report.surveyDate) flow.change({ asOf, isWorkingDay: false })
            }}
          />
        </div>
      </div>
      <dl className="import-counts">
        <Count name={importText.counts.rows} count={report.rows} />
        <Count name={importText.counts.created} count={report.created} />
        <Count name={importText.counts.updated} count={report.updated} />
        <Count name={importText.counts.unchanged} count={report.unchanged} />
        <Count name={importText.counts.duplicates} count={duplicateRowsOf(report)} />
        <Count name={importText.counts.errors} count={errorRowsOf(report)} tone="error" />
        <Count name={importText.counts.leftOut} count={report.leftOut} tone="warning" />
      </dl>
      <p className="import-line">
        {importText.totals(
          report.totals.workers,
          report.totals.members,
          report.totals.withUnion,
          report.totals.ge20WithoutUnion,
        )}
      </p>
      {isWithoutChange(report) ? (
        <MessageBar intent="info" role="status">
          <MessageBarBody>{importText.nothingToDo}</MessageBarBody>
        </MessageBar>
      ) : null}
      {canMakeUnits ? (
        <Checkbox
          label={
            report.unmatched.length > 0 ? importText.createUnits(report.unmatched.length) : importText.createUnitsAgain
          }
          checked={flow.choice.createUnits}
          onChange={(_, { checked }) => flow.change({ createUnits: checked === true })}
        />
      ) : null}
      <TabBar
        label={importText.tabsLabel}
        ids={tabs.map(({ id }) => id)}
        titleOf={(id) => importText.tabCount(importText.tabs[id], tabs.find((tab) => tab.id === id)?.count ?? 0)}
        shown={shown}
        onShow={onTab}
      />
      <div className="import-tab">
        <ImportTabContent
          tab={shown}
          report={report}
          onFields={(fields) => flow.change({ columns: { ...flow.choice.columns, ...fields } })}
        />
      </div>
    </>
  )
}

/** Whose list it is: how its columns are read is remembered by it. */
function SenderField({ report, flow }: Pick<ImportPreviewProps, 'report' | 'flow'>) {
  const [sender, setSender] = useState(report.sender ?? '')
  return (
    <div
      className="import-date"
      onBlur={() => {
        if (sender.trim() !== '' && sender !== (flow.choice.sender ?? report.sender ?? '')) flow.change({ sender })
      }}
    >
      <TextField label={importText.sender} hint={importText.senderHint} value={sender} onChange={setSender} />
    </div>
  )
}

/** What most needs a look comes first. */
function firstTab(report: ImportReport): ImportTab {
  if (report.perUnit.length === 0 && report.unmatched.length > 0) return 'unmatched'
  return report.problems.length > 0 ? 'problems' : 'units'
}

interface CountProps {
  readonly name: string
  readonly count: number
  readonly tone?: 'error' | 'warning'
}

function Count({ name, count, tone }: CountProps) {
  return (
    <div className={count > 0 && tone !== undefined ? `import-count import-${tone}` : 'import-count'}>
      <dt>{name}</dt>
      <dd>{formatNumber(count)}</dd>
    </div>
  )
}
