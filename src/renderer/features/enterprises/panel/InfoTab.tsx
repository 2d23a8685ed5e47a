import { Link } from '@fluentui/react-components'
import type { EnterpriseRow } from '#shared/contract/enterprises.ts'
import type { Output } from '#shared/contract/index.ts'
import { formatNumber } from '#shared/domain/text/format.ts'
import { findRegistryColumn, REGISTRY_COLUMNS, type RegistryColumnId } from '#shared/domain/enterprises/columns.ts'
import { REGISTRY_TITLES } from '#shared/domain/enterprises/column-titles.ts'
import { useData } from '#renderer/api/data.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { registryText } from '#renderer/text/registry.ts'
import { unionsText } from '#renderer/text/unions.ts'
import { formatCell } from '#renderer/ui/DataGrid/cell-text.ts'
import { flattenColumns, type GridColumns } from '#renderer/ui/DataGrid/column.ts'
import { EnterpriseCare } from '#renderer/ui/remedies/EnterpriseCare.tsx'
import { goTo } from '#renderer/ui/state/navigation.ts'

const text = registryText.panel
const NONE: readonly never[] = []

type Enterprise = Output<'enterprises.get'>

interface InfoTabProps {
  readonly enterprise: Enterprise
  /** The table's columns, so that a field reads here as it does there. */
  readonly columns: GridColumns<EnterpriseRow>
}

/** Every field that has something in it, the unions of the enterprise, and what its files said besides. */
export function InfoTab({ enterprise, columns }: InfoTabProps) {
  const asOf = useWorkingContext((context) => context.asOf)
  const unions = useData('unions.list', { enterprise: enterprise.id, asOf }).data?.rows ?? NONE
  const shown = new Map(flattenColumns(columns).map((column) => [column.id, column]))
  const facts = REGISTRY_COLUMNS.flatMap(({ id }) => {
    const column = shown.get(id)
    if (column === undefined || HEADLINE.has(id)) return []
    const value = column.display?.(enterprise) ?? formatCell(column, column.value(enterprise))
    return value === '' || (findRegistryColumn(id)?.kind === 'count' && value === '0' && ZERO_SAYS_NOTHING.has(id))
      ? []
      : [[REGISTRY_TITLES[id], value] as const]
  })
  return (
    <>
      <EnterpriseCare enterprise={enterprise} />
      <p className="side-panel-strong">{text.unions}</p>
      {unions.length === 0 ? <p className="side-panel-muted">{text.noUnion}</p> : null}
      <ul className="panel-list">
        {unions.map((union) => (
          <li key={union.id}>
            <Link as="button" onClick={() => goTo('unions', union.id)}>
              {union.name}
            </Link>
            <div className="side-panel-muted">
              {[
                unionsText.panel.decisionText(union.decisionNumber, union.decisionOn ?? union.foundedOn),
                unionsText.filters.states[union.state],
                union.members === null
                  ? null
                  : `${formatNumber(union.members)} ${unionsText.groups.members.toLowerCase()}`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </div>
          </li>
        ))}
      </ul>
      <dl className="details-list details-pairs">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {enterprise.branches.length === 0 ? null : (
        <>
          <p className="side-panel-strong">{text.branches}</p>
          <ul className="panel-list">
            {enterprise.branches.map((branch) => (
              <li key={branch.id}>{[branch.name, branch.taxCode].filter(Boolean).join(' · ')}</li>
            ))}
          </ul>
        </>
      )}
      {Object.keys(enterprise.extra).length === 0 ? null : (
        <>
          <p className="side-panel-strong">{text.extra}</p>
          <dl className="details-list">
            {Object.entries(enterprise.extra).map(([header, value]) => (
              <div key={header}>
                <dt>{header}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {enterprise.surveyedOn === null ? null : (
        <p className="side-panel-muted">{text.surveyed(enterprise.surveyedOn)}</p>
      )}
    </>
  )
}

const HEADLINE: ReadonlySet<RegistryColumnId> = new Set(['name', 'unit', 'surveyedOn'])
const ZERO_SAYS_NOTHING: ReadonlySet<RegistryColumnId> = new Set(['contacts'])
