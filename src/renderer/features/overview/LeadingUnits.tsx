import { paceOf } from '#shared/domain/results/pace.ts'
import { overviewText } from '#renderer/text/overview.ts'
import type { ProgressRow } from './key-figures.ts'
import type { RankingScope } from './UnitRanking.tsx'
import type { RankedFigure } from './unit-standings.ts'

interface LeadingUnitsProps extends RankingScope {
  readonly chosen: RankedFigure
}

/** As many as fit in one look. */
const SHOWN = 5

/** Who is behind and who is ahead, in the indicator that is ranked. */
export function LeadingUnits({ chosen, plan, asOf }: LeadingUnitsProps) {
  const paceAt = (row: ProgressRow) => paceOf(row.percent, chosen.indicator.kind, plan, asOf)
  // Those who sent nothing stand in their own list above.
  const behind = chosen.units.filter((row) => row.reported && paceAt(row) === 'behind').toReversed()
  const ahead = chosen.units.filter((row) => {
    const pace = paceAt(row)
    return pace !== null && pace !== 'behind'
  })
  return (
    <>
      <UnitList
        title={overviewText.behindTitle(chosen.indicator.shortName)}
        rows={behind}
        tone="behind"
        none={overviewText.behindNone}
      />
      <UnitList
        title={overviewText.aheadTitle(chosen.indicator.shortName)}
        rows={ahead}
        tone="reached"
        none={overviewText.aheadNone}
      />
    </>
  )
}

interface UnitListProps {
  readonly title: string
  readonly rows: readonly ProgressRow[]
  readonly tone: 'behind' | 'reached'
  readonly none: string
}

function UnitList({ title, rows, tone, none }: UnitListProps) {
  return (
    <section aria-label={title}>
      <h2 className="overview-title">{title}</h2>
      {rows.length === 0 ? <p className="simple-empty">{none}</p> : null}
      <ol className="unit-list">
        {rows.slice(0, SHOWN).map((row) => (
          <li key={row.unit}>
            <span className="unit-list-name">{row.name}</span>
            <span className={`unit-list-percent state-${tone}`}>{row.percentText}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
