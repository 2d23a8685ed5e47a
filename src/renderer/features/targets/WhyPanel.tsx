import { useData } from '#renderer/api/data.ts'
import { targetsText } from '#renderer/text/targets.ts'
import { describeMoment } from '#renderer/ui/describe-moment.ts'
import { SidePanel } from '#renderer/ui/layout/SidePanel.tsx'
import type { TargetGridRow } from './target-rows.ts'

const text = targetsText.whyPanel

interface WhyPanelProps {
  readonly plan: string
  readonly assigner: string
  readonly cell: { readonly row: TargetGridRow; readonly indicator: string } | null
  readonly indicatorName: string
  readonly onClose: () => void
}

/** Where a unit's number comes from, in a sentence the clerk can say to the unit. */
export function WhyPanel({ plan, assigner, cell, indicatorName, onClose }: WhyPanelProps) {
  const unit = cell?.row.level === 'unit' ? cell.row.unit : null
  const why = useData(
    'targets.why',
    { plan, assigner, unit: unit ?? '', indicator: cell?.indicator ?? '' },
    { enabled: unit !== null && cell !== null },
  ).data
  const figures = cell === null ? undefined : cell.row.cells[cell.indicator]
  return (
    <SidePanel title={text.title} onClose={onClose}>
      {cell === null || unit === null ? (
        <p>{text.choose}</p>
      ) : (
        <>
          <p className="side-panel-strong">
            {cell.row.name} · {indicatorName}
          </p>
          {figures === undefined ? <p>{text.none}</p> : null}
          {figures !== undefined && figures.own === null ? <p>{text.summed}</p> : null}
          {figures !== undefined && figures.own !== null && why === null ? <p>{text.typed}</p> : null}
          {why === null || why === undefined || figures === undefined ? null : (
            <>
              <p>{why.why}</p>
              <p>{text.total(why.total, targetsText.weights[why.by])}</p>
              {why.changedSince ? <p>{text.changed(why.allocated)}</p> : null}
              <p className="side-panel-muted">{text.madeAt(describeMoment(why.madeAt))}</p>
            </>
          )}
        </>
      )}
    </SidePanel>
  )
}
