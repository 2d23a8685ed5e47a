import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReportedRow } from '#shared/contract/results.ts'
import { formatNumber } from '#shared/domain/text/format.ts'
import { useData } from '#renderer/api/data.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { commonText } from '#renderer/text/common.ts'
import { reportImportText } from '#renderer/text/report-import.ts'
import { resultsText } from '#renderer/text/results.ts'
import { ConfirmDialog } from '#renderer/ui/forms/ConfirmDialog.tsx'
import { SidePanel } from '#renderer/ui/layout/SidePanel.tsx'
import type { ResultGridRow } from './result-rows.ts'

const text = resultsText.sourcePanel
const fileText = reportImportText.fileCells

interface SourcePanelProps {
  readonly plan: string
  readonly cell: { readonly row: ResultGridRow; readonly indicator: string } | null
  readonly indicatorName: string
  readonly onOpenFile: (file: string) => void
  readonly onClose: () => void
}

/** The reports a figure was counted from, newest last, each with the file or document it came in. */
export function SourcePanel({ plan, cell, indicatorName, onOpenFile, onClose }: SourcePanelProps) {
  const unit = cell?.row.level === 'unit' ? cell.row.unit : null
  const reports = useData(
    'reports.list',
    { unit, indicator: cell?.indicator ?? null, plan },
    { enabled: unit !== null && cell !== null },
  ).data
  const [removing, setRemoving] = useState<ReportedRow | null>(null)
  return (
    <SidePanel title={text.title} onClose={onClose}>
      {cell === null || unit === null ? (
        <p>{text.choose}</p>
      ) : (
        <>
          <p className="side-panel-strong">
            {cell.row.name} · {indicatorName}
          </p>
          {reports?.length === 0 ? <p>{text.none}</p> : null}
          <ul className="source-list">
            {(reports ?? []).map((report) => (
              <li key={report.id}>
                <span className="source-value">{describeValue(report)}</span>
                <span>
                  {text.period(report.from, report.asOf)} ({text.bases[report.basis]})
                </span>
                {report.file === null ? null : (
                  <>
                    <span className="side-panel-muted">
                      {fileText.origin(report.file.name, report.file.sheet, report.file.cell)}
                    </span>
                    {report.file.text === null ? null : (
                      <span className="side-panel-muted">{fileText.text(report.file.text)}</span>
                    )}
                    <FileButton id={report.file.id} onOpen={onOpenFile} />
                  </>
                )}
                {report.source === null || report.source === report.file?.name ? null : (
                  <span className="side-panel-muted">{report.source}</span>
                )}
                <Button size="small" appearance="subtle" onClick={() => setRemoving(report)}>
                  {text.remove}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {removing === null ? null : (
        <ConfirmDialog
          title={text.removeTitle}
          text={text.removeText(describeValue(removing), text.period(removing.from, removing.asOf))}
          confirmLabel={commonText.remove}
          onClose={() => setRemoving(null)}
          onConfirm={() => runCommand('reports.remove', { id: removing.id })}
        />
      )}
    </SidePanel>
  )
}

function FileButton({ id, onOpen }: { readonly id: string; readonly onOpen: (file: string) => void }) {
  return (
    <Button size="small" appearance="subtle" onClick={() => onOpen(id)}>
      {fileText.open}
    </Button>
  )
}

function describeValue({ value, qualifier, qualifierWord }: ReportedRow): string {
  return qualifier === null ? formatNumber(value) : `${qualifierWord ?? qualifier} ${formatNumber(value)}`
}
