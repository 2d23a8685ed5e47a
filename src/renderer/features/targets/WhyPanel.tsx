import type { TargetOrigin } from '#shared/contract/target-origin.ts'
import { formatNumber } from '#shared/domain/text/format.ts'
import { useData } from '#renderer/api/data.ts'
import { targetsText } from '#renderer/text/targets.ts'
import { describeMoment } from '#renderer/ui/describe-moment.ts'
import { SidePanel } from '#renderer/ui/layout/SidePanel.tsx'
import type { TargetGridRow } from './target-rows.ts'
import type { TargetSet } from './target-view.ts'

const text = targetsText.whyPanel

interface WhyPanelProps {
  readonly plan: string
  readonly version: number
  readonly cell: { readonly row: TargetGridRow; readonly set: TargetSet; readonly indicator: string } | null
  readonly indicatorName: string
  readonly onClose: () => void
}

/** Where a figure comes from, in sentences the clerk can say to the unit that got it. */
export function WhyPanel({ plan, version, cell, indicatorName, onClose }: WhyPanelProps) {
  const row = cell === null || cell.row.differenceOf !== null ? null : cell.row
  const { assigner, kind } = cell?.set ?? { assigner: '-', kind: 'assigned' as const }
  const origin = useData(
    'targets.origin',
    {
      plan,
      version,
      level: row?.level ?? 'total',
      unit: row?.unit ?? null,
      indicator: cell?.indicator ?? '-',
      assigner,
      kind,
    },
    { enabled: row !== null },
  ).data
  return (
    <SidePanel title={text.title} onClose={onClose}>
      {row === null ? (
        <p>{text.choose}</p>
      ) : (
        <>
          <p className="side-panel-strong">
            {row.name} · {indicatorName}
            {origin === undefined || origin.value === null ? '' : `: ${formatNumber(origin.value)}`}
          </p>
          {origin === undefined ? null : <Origin origin={origin} />}
        </>
      )}
    </SidePanel>
  )
}

function Origin({ origin }: { readonly origin: TargetOrigin }) {
  const { allocated, adjusted, typed, own, parts, ofChildren } = origin
  if (origin.value === null && own === null && adjusted === null) return <p>{text.none}</p>
  const isAllocated = allocated !== null && !allocated.changedSince
  return (
    <>
      {adjusted === null ? null : <Adjusted adjusted={adjusted} now={own} />}
      {origin.locked ? <p>{text.lockedNow}</p> : null}
      {allocated === null ? null : <Allocated allocated={allocated} />}
      {own === null || typed === null || isAllocated ? null : (
        <>
          {allocated === null ? <p>{text.typed}</p> : null}
          <p>{text.step(typed.label)}</p>
          <p className="side-panel-muted">{text.by(typed.who, describeMoment(typed.at))}</p>
        </>
      )}
      {origin.note === null ? null : <p>{text.noteIs(origin.note)}</p>}
      {parts.length === 0 || (own !== null && ofChildren === own) ? null : (
        <>
          <p>{own === null ? text.summed : text.ownDiffers(ofChildren ?? 0)}</p>
          <table className="why-parts" aria-label={text.parts}>
            <tbody>
              {parts.map(({ unit, name, value }) => (
                <tr key={unit}>
                  <td>{name}</td>
                  <td>{formatNumber(value)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </>
  )
}

function Allocated({ allocated }: { readonly allocated: NonNullable<TargetOrigin['allocated']> }) {
  return (
    <>
      <p>{allocated.why}</p>
      <p>{text.total(allocated.total, allocated.units, targetsText.weights[allocated.by])}</p>
      <table className="why-parts" aria-label={text.record}>
        <tbody>
          <tr>
            <td>{text.weight}</td>
            <td>{formatNumber(allocated.weight)}</td>
          </tr>
          <tr>
            <td>{text.exact}</td>
            <td>{shareText(allocated.exact)}</td>
          </tr>
          {allocated.floor === 0 ? null : (
            <tr>
              <td>{text.floor}</td>
              <td>{formatNumber(allocated.floor)}</td>
            </tr>
          )}
          {allocated.cap === null ? null : (
            <tr>
              <td>{text.cap}</td>
              <td>{formatNumber(allocated.cap)}</td>
            </tr>
          )}
        </tbody>
      </table>
      {allocated.changedSince ? <p>{text.changed(allocated.allocated)}</p> : null}
      <p className="side-panel-muted">{text.allocatedAt(describeMoment(allocated.madeAt))}</p>
    </>
  )
}

/** "81050/150" as the record keeps it → "540,33". */
function shareText(exact: string): string {
  const [numerator = '0', denominator = '1'] = exact.split('/')
  return formatNumber(Math.round((Number(numerator) / Number(denominator)) * 100) / 100)
}

function Adjusted({
  adjusted,
  now,
}: {
  readonly adjusted: NonNullable<TargetOrigin['adjusted']>
  readonly now: number | null
}) {
  const { before, decisionNumber, decidedOn, decidedBy, effectiveOn, reason, issued } = adjusted
  return (
    <>
      <p>{issued ? text.adjusted(before, now) : text.adjusting(before, now)}</p>
      {decisionNumber === null ? null : <p>{text.decision(decisionNumber, decidedOn, decidedBy)}</p>}
      {effectiveOn === null ? null : <p>{text.effective(effectiveOn)}</p>}
      {reason === null ? null : <p>{text.reason(reason)}</p>}
    </>
  )
}
