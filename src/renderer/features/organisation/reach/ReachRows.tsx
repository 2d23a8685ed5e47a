import { useMemo, useRef } from 'react'
import type { EnterpriseRow } from '#shared/contract/enterprises.ts'
import type { Output } from '#shared/contract/index.ts'
import type { ReachRow, WeakUnionRow } from '#shared/contract/funnel.ts'
import { useData } from '#renderer/api/data.ts'
import { reachText as text } from '#renderer/text/reach.ts'
import type { GridColumns } from '#renderer/ui/DataGrid/column.ts'
import { DataGrid } from '#renderer/ui/DataGrid/DataGrid.tsx'
import type { GridMenuItem } from '#renderer/ui/DataGrid/grid-model.ts'
import type { RemedySubject } from '#renderer/ui/remedies/RemedyDialog.tsx'
import { goTo } from '#renderer/ui/state/navigation.ts'
import {
  DIFFICULT_COLUMNS,
  listOfColumn,
  makeUnitColumns,
  REACH_COLUMNS,
  ROUND_COLUMNS,
  UNION_COLUMNS,
  type DifficultRow,
  type RoundRow,
  type UnitLine,
} from './reach-columns.ts'
import type { ReachList } from './reach-list.ts'

const NONE: readonly never[] = []
/** As many as the registry may hold; the number above and its rows are of the same enterprises. */
const ALL_ROWS = 100_000

interface ReachRowsProps {
  readonly list: ReachList
  readonly funnel: Output<'funnel.get'>
  readonly unions: readonly WeakUnionRow[]
  readonly unit: string | null
  readonly asOf: string
  /** Ids of enterprises and unions with a plan of their own that is not closed. */
  readonly planned: ReadonlySet<string>
  readonly onChoose: (row: RemedySubject | null) => void
  readonly onPlan: (row: RemedySubject) => void
  /** A number of one unit was opened. */
  readonly onUnit: (unit: { readonly code: string; readonly name: string }, list: ReachList) => void
}

/** The rows behind the number that was pressed. */
export function ReachRows({ list, funnel, unions, unit, asOf, planned, onChoose, onPlan, onUnit }: ReachRowsProps) {
  const shared = { planned, onChoose, onPlan }
  const round = funnel.withoutUnion
  switch (list.of) {
    case 'stage':
      return <StageRows stage={list.stage} unit={unit} asOf={asOf} {...shared} />
    case 'stuck': {
      const rows = funnel.stuck.filter(({ stage }) => list.stage === null || stage === list.stage)
      const name = funnel.stages.find(({ code }) => code === list.stage)?.name
      const label = name === undefined ? text.headings.stuck : text.headings.stuckIn(name)
      return (
        <EnterpriseRows<ReachRow> name="reach-stuck" label={label} columns={REACH_COLUMNS} rows={rows} {...shared} />
      )
    }
    case 'difficult':
    case 'noPlan':
    case 'noOfficer': {
      const rows = funnel.difficult.filter(
        (row) => list.of === 'difficult' || (list.of === 'noPlan' ? row.remedyId === null : row.officerId === null),
      )
      return (
        <EnterpriseRows<DifficultRow>
          name="reach-difficult"
          label={text.headings[list.of]}
          columns={DIFFICULT_COLUMNS}
          rows={rows}
          {...shared}
        />
      )
    }
    case 'ofRound':
    case 'without':
    case 'stillWithout': {
      const rows = (round?.rows ?? NONE).filter(
        (row) => list.of === 'ofRound' || (!row.hadUnion && (list.of === 'without' || !row.hasUnionNow)),
      )
      return (
        <EnterpriseRows<RoundRow>
          name="reach-round"
          label={text.headings[list.of](funnel.minWorkers)}
          columns={ROUND_COLUMNS}
          rows={rows}
          {...shared}
        />
      )
    }
    case 'weak':
    case 'memberless':
    case 'unmended': {
      const rows = unions.filter((row) => (list.of === 'unmended' ? row.remedyId === null : row.kind === list.of))
      return <UnionRows label={text.headings[list.of]} rows={rows} {...shared} />
    }
    case 'units':
      return <UnitRows funnel={funnel} onUnit={onUnit} />
  }
}

interface StageRowsProps {
  readonly stage: string | null
  readonly unit: string | null
  readonly asOf: string
  readonly planned: ReachRowsProps['planned']
  readonly onChoose: ReachRowsProps['onChoose']
  readonly onPlan: ReachRowsProps['onPlan']
}

/** The funnel counts these and says no names: they come from the registry, by the same day. */
function StageRows({ stage, unit, asOf, ...shared }: StageRowsProps) {
  const stages = useData('stages.list', {}).data ?? NONE
  const listed = useData('enterprises.list', {
    unit,
    asOf,
    filters: [{ column: 'stage', kind: 'values', values: [stage] }],
    limit: ALL_ROWS,
  }).data
  const rows = useMemo(() => (listed?.rows ?? NONE).map(tellEnterprise), [listed])
  const name = stages.find(({ code }) => code === stage)?.name
  return (
    <EnterpriseRows<ReachRow>
      name="reach-stage"
      label={name === undefined ? text.headings.noStage : text.headings.stage(name)}
      columns={REACH_COLUMNS}
      rows={rows}
      {...shared}
    />
  )
}

interface EnterpriseRowsProps<Row> {
  readonly name: string
  readonly label: string
  readonly columns: GridColumns<Row>
  readonly rows: readonly Row[]
  readonly planned: ReachRowsProps['planned']
  readonly onChoose: ReachRowsProps['onChoose']
  readonly onPlan: ReachRowsProps['onPlan']
}

function EnterpriseRows<Row extends { readonly id: string; readonly name: string }>(props: EnterpriseRowsProps<Row>) {
  const { planned, onChoose, onPlan, ...grid } = props
  const choice = ({ id, name }: Row): RemedySubject => ({ kind: 'difficult', id, name })
  return (
    <DataGrid<Row>
      {...grid}
      rowId={idOf}
      noRowsText={text.nothing}
      onFocusRow={(row) => onChoose(row === null ? null : choice(row))}
      onOpen={(row) => goTo('enterprises', row.id)}
      menu={(row) => [
        { label: text.openEnterprise, run: () => goTo('enterprises', row.id) },
        planItem(choice(row), planned, onPlan),
      ]}
      historyOf={(row) => ({ table: 'enterprises', row: row.id })}
    />
  )
}

interface UnionRowsProps {
  readonly label: string
  readonly rows: readonly WeakUnionRow[]
  readonly planned: ReachRowsProps['planned']
  readonly onChoose: ReachRowsProps['onChoose']
  readonly onPlan: ReachRowsProps['onPlan']
}

function UnionRows({ label, rows, planned, onChoose, onPlan }: UnionRowsProps) {
  const choice = ({ id, name, kind }: WeakUnionRow): RemedySubject => ({ kind, id, name })
  return (
    <DataGrid<WeakUnionRow>
      name="reach-unions"
      label={label}
      columns={UNION_COLUMNS}
      rows={rows}
      rowId={idOf}
      noRowsText={text.nothing}
      onFocusRow={(row) => onChoose(row === null ? null : choice(row))}
      onOpen={(row) => goTo('unions', row.id)}
      menu={(row) => [
        { label: text.openUnion, run: () => goTo('unions', row.id) },
        planItem(choice(row), planned, onPlan),
      ]}
      historyOf={(row) => ({ table: 'grassroots_unions', row: row.id })}
    />
  )
}

interface UnitRowsProps {
  readonly funnel: Output<'funnel.get'>
  readonly onUnit: ReachRowsProps['onUnit']
}

/** Enterprises of each unit by stage; opening a number shows its rows in that unit. */
function UnitRows({ funnel, onUnit }: UnitRowsProps) {
  const column = useRef<string | null>(null)
  const columns = useMemo(() => makeUnitColumns(funnel.stages), [funnel.stages])
  const open = ({ code, name }: UnitLine, at: string | null): void => {
    if (code !== null) onUnit({ code, name }, listOfColumn(at) ?? { of: 'units' })
  }
  return (
    <DataGrid<UnitLine>
      name="reach-units"
      label={text.headings.units}
      columns={columns}
      rows={funnel.units}
      rowId={({ code }) => code ?? NO_UNIT}
      noRowsText={text.nothing}
      onFocusRow={(_, at) => void (column.current = at)}
      onOpen={(row) => open(row, column.current)}
      menu={(row, at) => [{ label: text.openUnit, run: () => open(row, at), disabled: row.code === null }]}
    />
  )
}

/** No code of a unit has a space. */
const NO_UNIT = 'no unit'

function planItem(
  choice: RemedySubject,
  planned: ReachRowsProps['planned'],
  onPlan: ReachRowsProps['onPlan'],
): GridMenuItem {
  return planned.has(choice.id)
    ? { label: text.openRemedy, run: () => goTo('organisation', 'remedies') }
    : { label: text.makeRemedy, run: () => onPlan(choice) }
}

function idOf({ id }: { readonly id: string }): string {
  return id
}

function tellEnterprise(row: EnterpriseRow): ReachRow {
  return { ...row, unit: row.unitCode, unitName: row.unitShortName, officer: row.officerName }
}
