import { memo } from 'react'
import type { Output } from '#shared/contract/index.ts'
import { formatNumber } from '#shared/domain/text/format.ts'
import { registryText } from '#renderer/text/registry.ts'
import { NO_STAGE } from './registry-filters.ts'

const text = registryText.funnel

interface FunnelStripProps {
  /** Undefined until it is counted; its room is kept, so that the table does not move. */
  readonly funnel: Output<'enterprises.funnel'> | undefined
  /** The stage the table shows. */
  readonly chosen: string | null
  readonly onChoose: (stage: string | null) => void
}

/** How many enterprises stand in each stage; a click shows them, another one all. */
export const FunnelStrip = memo(function FunnelStrip({ funnel, chosen, onChoose }: FunnelStripProps) {
  if (funnel === undefined) return <div className="funnel funnel-empty" />
  const stages = [
    {
      code: NO_STAGE,
      name: text.without,
      shortName: text.withoutShort,
      branch: 'main' as const,
      ...funnel.withoutStage,
    },
    ...funnel.stages,
  ]
  return (
    <div className="funnel" role="group" aria-label={text.label}>
      {stages.map((stage) => (
        <button
          key={stage.code}
          type="button"
          className={stage.branch === 'difficult' ? 'funnel-stage funnel-difficult' : 'funnel-stage'}
          aria-pressed={chosen === stage.code}
          title={text.count(stage.name, stage.enterprises, stage.workers)}
          onClick={() => onChoose(chosen === stage.code ? null : stage.code)}
        >
          <span className="stage-figure">{formatNumber(stage.enterprises)}</span>
          <span className="stage-name">{stage.shortName}</span>
        </button>
      ))}
    </div>
  )
})
