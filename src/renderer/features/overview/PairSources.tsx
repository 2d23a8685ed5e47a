import type { ReconcileRow } from '#shared/contract/reconcile.ts'
import type { UnionRow } from '#shared/contract/unions.ts'
import { formatNumber } from '#shared/domain/text/format.ts'
import { useData } from '#renderer/api/data.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { reconcileText } from '#renderer/text/reconcile.ts'
import { inUseFirst, showAmount, type SourceReport } from '#renderer/ui/sources/source-lines.ts'
import { showSide } from './reconcile-columns.ts'

interface PairSourcesProps {
  readonly pair: ReconcileRow
  readonly plan: string
}

/** More are not read one by one; the number says how many there are. */
const MOST_LINES = 40

/** The sentence about a pair, and behind each of its numbers the reports with their files, units below or decisions. */
export function PairSources({ pair, plan }: PairSourcesProps) {
  const { kind, left, right } = pair
  return (
    <section className="pair-sources" aria-label={pair.sentence}>
      <p className="pair-sentence">{pair.sentence}</p>
      <div className="pair-sides">
        <div>
          <h3>{`${left.label}: ${showSide(pair, 'left')}`}</h3>
          {kind === 'target' ? <Targets pair={pair} plan={plan} isBelow={false} /> : null}
          {kind === 'target'
            ? null
            : left.indicators.map((code) => <Reports key={code} pair={pair} plan={plan} indicator={code} />)}
        </div>
        <div>
          <h3>{`${right.label}: ${showSide(pair, 'right')}`}</h3>
          {kind === 'unions' ? <Decisions pair={pair} /> : null}
          {kind === 'children' || kind === 'nets' ? <Below pair={pair} plan={plan} /> : null}
          {kind === 'target' ? <Targets pair={pair} plan={plan} isBelow /> : null}
          {kind === 'unions' || kind === 'children' || kind === 'nets' || kind === 'target'
            ? null
            : right.indicators.map((code) => <Reports key={code} pair={pair} plan={plan} indicator={code} />)}
        </div>
      </div>
    </section>
  )
}

interface ReportsProps extends PairSourcesProps {
  readonly indicator: string
}

function Reports({ pair, plan, indicator }: ReportsProps) {
  const sources = useData('progress.sources', { plan, unit: pair.unit, indicator, asOf: pair.asOf }).data
  const catalogue = useData('indicators.list', {}).data
  if (sources === undefined) return null
  const name = catalogue?.find(({ code }) => code === indicator)?.shortName ?? indicator
  return (
    <Lines
      title={name}
      empty={reconcileText.noReports}
      lines={inUseFirst(sources.reports).map((report) => ({ key: report.id, text: describeReport(report, pair.unit) }))}
    />
  )
}

function describeReport(report: SourceReport, unit: string): string {
  const { qualifierWord, qualifier, value, from, asOf, basis, use, file, source } = report
  const told = reconcileText.report(showAmount(value, qualifierWord, qualifier), from, asOf, reconcileText.bases[basis])
  return [
    report.unit === unit ? told : `${report.unitName}: ${told}`,
    file === null ? (source ?? reconcileText.typed) : reconcileText.place(file.name, file.sheet, file.cell),
    ...(reconcileText.uses[use] === '' ? [] : [reconcileText.uses[use]]),
  ].join('; ')
}

/** What the units right below show. */
function Below({ pair, plan }: PairSourcesProps) {
  const answer = useData('progress.get', { plan, unit: pair.unit, asOf: pair.asOf }).data
  if (answer === undefined) return null
  const rows = answer.rows.filter(({ indicator }) => indicator === pair.indicator)
  const depth = (rows.find(({ unit }) => unit === pair.unit)?.depth ?? 0) + 1
  const below = new Map(
    rows
      .filter((row) => row.depth === depth && row.reported)
      .map((row) => [row.unit ?? '', `${row.name}: ${formatNumber(row.result ?? 0)}`]),
  )
  return (
    <Lines
      title={reconcileText.below}
      empty={reconcileText.noReports}
      lines={[...below].map(([key, text]) => ({ key, text }))}
    />
  )
}

function Targets({ pair, plan, isBelow }: PairSourcesProps & { readonly isBelow: boolean }) {
  // Targets are those in force on the day that is looked at, whatever days the pair speaks of.
  const asOf = useWorkingContext((context) => context.asOf)
  const answer = useData('progress.get', { plan, unit: pair.unit, asOf }).data
  if (answer === undefined) return null
  const rows = answer.rows.filter(
    ({ indicator, assigner, target }) => indicator === pair.indicator && assigner === pair.assigner && target !== null,
  )
  const own = rows.find(({ unit }) => unit === pair.unit)
  const shown = isBelow ? rows.filter(({ depth }) => depth === (own?.depth ?? 0) + 1) : own === undefined ? [] : [own]
  return (
    <Lines
      title={isBelow ? reconcileText.below : pair.indicatorName}
      empty={reconcileText.noReports}
      lines={shown.map((row) => ({ key: row.unit ?? '', text: `${row.name}: ${formatNumber(row.target ?? 0)}` }))}
    />
  )
}

function Decisions({ pair }: { readonly pair: ReconcileRow }) {
  const answer = useData('unions.list', { unit: pair.unit, asOf: pair.asOf }).data
  if (answer === undefined) return null
  const lines = answer.rows.flatMap((union) => {
    const text = describeUnion(union, pair)
    return text === null ? [] : [{ key: union.id, text }]
  })
  return <Lines title={reconcileText.decisions} empty={reconcileText.noDecisions} lines={lines} />
}

/** Null where the decision says nothing of the number: of endings the founding, of a level what is over. */
function describeUnion(union: UnionRow, { indicator, from, asOf }: ReconcileRow): string | null {
  const isWithin = (day: string | null): day is string =>
    day !== null && (from === null || day >= from) && (asOf === null || day <= asOf)
  const decision = (number: string | null): string => (number === null ? '' : reconcileText.decision(number))
  if (indicator.startsWith('CDCS_GIAM'))
    return isWithin(union.endedOn)
      ? reconcileText.ended(union.name, union.endedOn, decision(union.endDecisionNumber))
      : null
  const isOver = union.endedOn !== null && asOf !== null && union.endedOn <= asOf
  if (from === null && isOver) return null
  return isWithin(union.foundedOn)
    ? reconcileText.founded(union.name, union.foundedOn, decision(union.decisionNumber))
    : null
}

interface LinesProps {
  readonly title: string
  readonly empty: string
  readonly lines: readonly { readonly key: string; readonly text: string }[]
}

function Lines({ title, empty, lines }: LinesProps) {
  const left = lines.length - MOST_LINES
  return (
    <>
      <h4>{title}</h4>
      {lines.length === 0 ? <p className="side-note">{empty}</p> : null}
      <ul aria-label={title}>
        {lines.slice(0, MOST_LINES).map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
      {left > 0 ? <p className="side-note">{reconcileText.more(left)}</p> : null}
    </>
  )
}
