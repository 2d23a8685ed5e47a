import { Button } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { IndicatorRow } from '#shared/contract/indicators.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import { useData } from '#renderer/api/data.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { commonText } from '#renderer/text/common.ts'
import { reportImportText } from '#renderer/text/report-import.ts'
import { resultsText } from '#renderer/text/results.ts'
import { sourcesText } from '#renderer/text/sources.ts'
import { ConfirmDialog } from '#renderer/ui/forms/ConfirmDialog.tsx'
import { SidePanel } from '#renderer/ui/layout/SidePanel.tsx'
import { NumberLink } from '#renderer/ui/sources/NumberLink.tsx'
import {
  orderReports,
  orderTargets,
  showAmount,
  showTarget,
  type SourceReport,
  type SourceTarget,
} from '#renderer/ui/sources/source-lines.ts'
import { partsBehind, type FocusedFigure } from './figure-parts.ts'
import type { ResultGridRow } from './result-rows.ts'

const text = resultsText.sourcePanel
const fileText = reportImportText.fileCells

interface SourcePanelProps {
  readonly plan: string
  readonly asOf: string
  readonly view: 'then' | 'now'
  readonly cell: FocusedFigure | null
  readonly rows: readonly ResultGridRow[]
  readonly indicators: readonly IndicatorRow[]
  readonly onOpenFile: (file: string) => void
  readonly onClose: () => void
}

/** What the number of a cell rests on: of a sum its units, of a unit its reports, files and targets. */
export function SourcePanel({ plan, asOf, view, cell, rows, indicators, onOpenFile, onClose }: SourcePanelProps) {
  const [picked, setPicked] = useState<string | null>(null)
  const place = cell === null ? '' : `${cell.row.level} ${cell.row.unit ?? ''} ${cell.indicator}`
  useEffect(() => setPicked(null), [place])
  const isSum = cell !== null && cell.row.level !== 'unit'
  const unit = cell === null ? null : isSum ? picked : cell.row.unit
  const indicator = indicators.find(({ code }) => code === cell?.indicator)
  const sources = useData(
    'progress.sources',
    { plan, asOf, view, unit, indicator: cell?.indicator ?? '', compare: cell?.before ?? null },
    { enabled: cell !== null && unit !== null },
  )
  const [removing, setRemoving] = useState<SourceReport | null>(null)
  const found = sources.isPlaceholderData ? undefined : sources.data
  return (
    <SidePanel title={text.title} onClose={onClose}>
      {cell === null || indicator === undefined ? (
        <p>{text.choose}</p>
      ) : unit === null ? (
        <Parts cell={cell} rows={rows} indicator={indicator} onPick={setPicked} />
      ) : (
        <>
          {isSum ? (
            <Button size="small" onClick={() => setPicked(null)}>
              {sourcesText.backToWhole}
            </Button>
          ) : null}
          {found === undefined ? null : (
            <>
              <p className="side-panel-strong">{`${found.name} · ${indicator.shortName}`}</p>
              <p>
                {found.result === null
                  ? sourcesText.noFigure(found.asOf)
                  : sourcesText.figure(showAmount(found.result, found.qualifierWord), indicator.unitLabel, found.asOf)}
              </p>
              {found.round === null ? null : (
                <p className="side-panel-muted">
                  {sourcesText.round(
                    found.round.name,
                    found.round.surveyedOn,
                    found.round.file ?? found.round.source ?? '',
                  )}
                </p>
              )}
              <TargetNotes targets={found.targets} unit={unit} />
              {found.reports.length === 0 && found.round === null ? <p>{text.none}</p> : null}
              <ul className="source-list" aria-label={sourcesText.reports}>
                {orderReports(found.reports).map((report) => (
                  <Report
                    key={`${report.id} ${report.use}`}
                    report={report}
                    unit={unit}
                    names={report.indicator === indicator.code ? null : indicators}
                    onOpenFile={onOpenFile}
                    onRemove={setRemoving}
                  />
                ))}
              </ul>
            </>
          )}
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

interface PartsProps {
  readonly cell: FocusedFigure
  readonly rows: readonly ResultGridRow[]
  readonly indicator: IndicatorRow
  readonly onPick: (unit: string) => void
}

/** A group or TỔNG CỘNG: the units it adds up, each opening its own reports. */
function Parts({ cell, rows, indicator, onPick }: PartsProps) {
  const parts = partsBehind(rows, cell)
  return (
    <>
      <p className="side-panel-strong">{`${cell.row.name} · ${indicator.shortName}`}</p>
      <p>{sourcesText.partsOf(parts.filter(({ isAdded }) => isAdded).length)}</p>
      <ul className="source-list" aria-label={sourcesText.reports}>
        {parts.map(({ unit, name, shown, isAdded }) => (
          <li key={unit} className="source-part">
            <span>
              {name}
              {isAdded ? null : <span className="side-panel-muted">{sourcesText.withoutTarget}</span>}
            </span>
            <NumberLink of={`${indicator.shortName}, ${name}`} onOpen={() => onPick(unit)}>
              {shown ?? resultsText.missing}
            </NumberLink>
          </li>
        ))}
      </ul>
    </>
  )
}

function TargetNotes({ targets, unit }: { readonly targets: readonly SourceTarget[]; readonly unit: string }) {
  const shown = orderTargets(targets).filter((target) => target.unit === unit)
  return shown.length === 0 ? null : (
    <ul className="source-targets" aria-label={sourcesText.targets}>
      {shown.map((target) => (
        <li key={`${target.version} ${target.assigner} ${target.kind}`}>
          {sourcesText.targetNote(showTarget(target), target.assigner, sourcesText.kinds[target.kind])}
          <span className="side-panel-muted">{`, ${describeVersion(target)}`}</span>
        </li>
      ))}
    </ul>
  )
}

/** "Bản ban hành, QĐ 12/QĐ-LĐLĐ ngày 15/1/2024, có hiệu lực từ 1/7/2024". */
function describeVersion({ versionName, decision, effectiveOn, inForce }: SourceTarget): string {
  return [
    versionName,
    ...(decision === null ? [] : [decision]),
    ...(effectiveOn === null ? [] : [sourcesText.effective(formatDate(effectiveOn))]),
    ...(inForce ? [] : [sourcesText.replaced]),
  ].join(', ')
}

interface ReportProps {
  readonly report: SourceReport
  readonly unit: string
  /** The catalogue, where the number is made of reports of other indicators. */
  readonly names: readonly IndicatorRow[] | null
  readonly onOpenFile: (file: string) => void
  readonly onRemove: (report: SourceReport) => void
}

function Report({ report, unit, names, onOpenFile, onRemove }: ReportProps) {
  const { file, source, use, indicator } = report
  const isOwn = report.unit === unit
  const about = [
    ...(isOwn ? [] : [report.unitName]),
    ...(names === null ? [] : [names.find(({ code }) => code === indicator)?.shortName ?? indicator]),
  ]
  return (
    <li data-use={use}>
      {about.length === 0 ? null : <span>{about.join(' · ')}</span>}
      <span className="source-value">{describeValue(report)}</span>
      <span>{`${text.period(report.from, report.asOf)} (${text.bases[report.basis]})`}</span>
      <span className="side-panel-muted">{sourcesText.uses[use]}</span>
      {file === null ? null : (
        <>
          <span className="side-panel-muted">{fileText.origin(file.name, file.sheet, file.cell)}</span>
          {file.text === null ? null : <span className="side-panel-muted">{fileText.text(file.text)}</span>}
          <Button size="small" appearance="subtle" onClick={() => onOpenFile(file.id)}>
            {fileText.open}
          </Button>
        </>
      )}
      {source === null || source === file?.name ? null : <span className="side-panel-muted">{source}</span>}
      {isOwn ? (
        <Button size="small" appearance="subtle" onClick={() => onRemove(report)}>
          {text.remove}
        </Button>
      ) : null}
    </li>
  )
}

function describeValue({ value, qualifier, qualifierWord }: SourceReport): string {
  return showAmount(value, qualifierWord, qualifier)
}
