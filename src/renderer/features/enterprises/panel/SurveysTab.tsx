import type { ObservationRow } from '#shared/contract/enterprises.ts'
import { REGISTRY_TITLES } from '#shared/domain/enterprises/column-titles.ts'
import { FLAG_TEXTS, NAME_SEPARATOR } from '#shared/domain/enterprises/cell-text.ts'
import { formatDate, formatNumber } from '#shared/domain/text/format.ts'
import { registryText } from '#renderer/text/registry.ts'

const text = registryText.panel

interface SurveysTabProps {
  readonly observations: readonly ObservationRow[]
  readonly reasonNames: ReadonlyMap<string, string>
}

/** What each survey round said, newest first: nothing of it is ever overwritten by the next. */
export function SurveysTab({ observations, reasonNames }: SurveysTabProps) {
  if (observations.length === 0) return <p>{text.noSurveys}</p>
  return (
    <ul className="panel-list">
      {observations.map((row) => (
        <li key={row.id}>
          <div className="side-panel-strong">{formatDate(row.observedOn)}</div>
          <div className="side-panel-muted">
            {[
              row.roundName,
              row.frozen ? text.frozen : null,
              row.sourceRow === null ? null : text.sourceRow(row.sourceRow),
            ]
              .filter(Boolean)
              .join(' · ')}
          </div>
          <dl className="details-list details-pairs">
            {factsOf(row, reasonNames).map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  )
}

const SAID = [
  'workers',
  'women',
  'foreignWorkers',
  'withContracts',
  'insured',
  'hasUnion',
  'members',
  'womenMembers',
  'unionDecisionNumber',
  'unionDecisionOn',
  'partyOrganisation',
  'youthOrganisation',
  'difficulty',
] as const

function factsOf(
  row: ObservationRow,
  reasonNames: ReadonlyMap<string, string>,
): readonly (readonly [string, string])[] {
  const facts = SAID.flatMap((id): readonly (readonly [string, string])[] => {
    const value = row[id]
    if (value === null) return []
    if (typeof value === 'boolean') return [[REGISTRY_TITLES[id], value ? FLAG_TEXTS.yes : FLAG_TEXTS.no]]
    if (typeof value === 'number') return [[REGISTRY_TITLES[id], formatNumber(value)]]
    return [[REGISTRY_TITLES[id], id === 'unionDecisionOn' ? formatDate(value) : value]]
  })
  if (row.difficultyCodes.length === 0) return facts
  const names = row.difficultyCodes.map((code) => reasonNames.get(code) ?? code).join(NAME_SEPARATOR)
  return [...facts, [REGISTRY_TITLES.difficultyCodes, names]]
}
