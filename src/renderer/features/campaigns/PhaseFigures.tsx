import { Button } from '@fluentui/react-components'
import type { CampaignReport } from '#shared/contract/campaigns.ts'
import type { MeasuredRow } from '#shared/contract/results.ts'
import { formatNumber } from '#shared/domain/text/format.ts'
import { campaignsText } from '#renderer/text/campaigns.ts'
import { resultsText } from '#renderer/text/results.ts'
import { NumberLink } from '#renderer/ui/sources/NumberLink.tsx'
import { showAmount } from '#renderer/ui/sources/source-lines.ts'
import { SimpleTable, type SimpleColumn } from '#renderer/ui/layout/SimpleTable.tsx'

const text = campaignsText

interface PhaseFiguresProps {
  readonly phase: Pick<CampaignReport['phases'][number], 'name' | 'from' | 'to' | 'clock' | 'rows'>
  /** Short names of indicators by code. */
  readonly nameOf: (indicator: string) => string
  readonly onSetTargets: () => void
  /** What a figure of one indicator rests on. */
  readonly onOpen: (row: MeasuredRow) => void
}

/** One phase, or the whole campaign: its days, and target against result of the province. */
export function PhaseFigures({ phase, nameOf, onSetTargets, onOpen }: PhaseFiguresProps) {
  const asked = phase.rows.filter(({ target, kind }) => target !== null || kind !== null)
  // Without a target of its own a phase shows what was done in its days; parts stand under their whole elsewhere.
  const rows = asked.length > 0 ? asked : phase.rows.filter(({ parent }) => parent === null)
  return (
    <section className="campaign-phase" aria-label={phase.name}>
      <div className="campaign-phase-head">
        <h3 className="campaign-phase-name">{phase.name}</h3>
        <p className="campaign-days">{text.period(phase.from, phase.to)}</p>
        <p className="campaign-days">
          {phase.clock.state === 'over' ? text.states.over : `${text.states[phase.clock.state]}, ${phase.clock.words}`}
        </p>
      </div>
      {rows.length === 0 ? (
        <p className="simple-empty">
          {text.noFigures}{' '}
          <Button size="small" appearance="subtle" onClick={onSetTargets}>
            {text.setTargets}
          </Button>
        </p>
      ) : (
        <SimpleTable label={phase.name} rows={rows} rowKey={keyOf} columns={columnsOf(phase.name, nameOf, onOpen)} />
      )}
    </section>
  )
}

function columnsOf(
  phase: string,
  nameOf: PhaseFiguresProps['nameOf'],
  onOpen: PhaseFiguresProps['onOpen'],
): readonly SimpleColumn<MeasuredRow>[] {
  const link = (row: MeasuredRow, words: string) =>
    words === '' ? (
      ''
    ) : (
      <NumberLink of={`${nameOf(row.indicator)}, ${phase}`} onOpen={() => onOpen(row)}>
        {words}
      </NumberLink>
    )
  return [
    { title: text.columns.indicator, cell: (row) => nameOf(row.indicator) },
    { title: text.columns.assigner, width: '130px', cell: (row) => row.assigner ?? '' },
    { title: text.columns.basis, width: '110px', cell: (row) => text.basis[row.basis] },
    { title: text.columns.target, width: '76px', align: 'right', cell: (row) => link(row, show(row.target)) },
    { title: text.columns.result, width: '100px', align: 'right', cell: (row) => link(row, resultOf(row)) },
    { title: text.columns.percent, width: '76px', align: 'right', cell: (row) => link(row, row.percentText ?? '') },
    { title: text.columns.remaining, width: '76px', align: 'right', cell: (row) => show(row.remaining) },
    { title: text.columns.needed, width: '84px', align: 'right', cell: (row) => show(row.neededPerMonth) },
    { title: text.columns.band, width: '120px', cell: bandOf },
  ]
}

function keyOf(row: MeasuredRow): string {
  return `${row.indicator} ${row.assignerCode ?? ''} ${row.kind ?? ''} ${row.basis}`
}

function resultOf({ result, qualifierWord, qualifier }: MeasuredRow): string {
  return result === null ? '' : showAmount(result, qualifierWord, qualifier)
}

function bandOf({ band }: MeasuredRow) {
  return band === null ? (
    ''
  ) : (
    <span className={`campaign-tone-${band.tone}`}>{`${resultsText.bandSigns[band.tone]}${band.name}`}</span>
  )
}

function show(value: number | null): string {
  return value === null ? '' : formatNumber(value)
}
