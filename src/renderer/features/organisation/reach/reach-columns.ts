import type { Output } from '#shared/contract/index.ts'
import type { ReachRow, WeakUnionRow } from '#shared/contract/funnel.ts'
import { organisationText } from '#renderer/text/organisation.ts'
import { reachText } from '#renderer/text/reach.ts'
import { registryText } from '#renderer/text/registry.ts'
import type { GridColumn, GridColumns } from '#renderer/ui/DataGrid/column.ts'

const text = reachText.columns

type Funnel = Output<'funnel.get'>
export type DifficultRow = Funnel['difficult'][number]
export type RoundRow = NonNullable<Funnel['withoutUnion']>['rows'][number]
export type UnitLine = Funnel['units'][number]

interface Named {
  readonly taxCode: string | null
  readonly name: string
  readonly unitName: string | null
  readonly workers: number | null
  readonly members: number | null
  readonly stageName: string | null
}

function makeNamed<Row extends Named>(): readonly GridColumn<Row>[] {
  return [
    { id: 'taxCode', title: text.taxCode, kind: 'text', width: 112, value: (row) => row.taxCode },
    {
      id: 'name',
      title: text.name,
      kind: 'text',
      flex: 2,
      minWidth: 200,
      value: (row) => row.name,
      hint: (row) => row.name,
    },
    { id: 'unit', title: text.unit, kind: 'text', width: 160, value: (row) => row.unitName },
    { id: 'workers', title: text.workers, kind: 'count', width: 96, value: (row) => row.workers },
    { id: 'members', title: text.members, kind: 'count', width: 96, aside: true, value: (row) => row.members },
    { id: 'stage', title: text.stage, kind: 'text', width: 140, value: (row) => row.stageName },
  ]
}

function makeWaiting<Row extends ReachRow>(): readonly GridColumn<Row>[] {
  return [
    { id: 'stageOn', title: text.stageOn, kind: 'date', width: 112, value: (row) => row.stageOn },
    { id: 'daysInStage', title: text.daysInStage, kind: 'count', width: 90, value: (row) => row.daysInStage },
    { id: 'officer', title: text.officer, kind: 'text', width: 170, sortAs: 'person', value: (row) => row.officer },
    { id: 'lastContactOn', title: text.lastContactOn, kind: 'date', width: 130, value: (row) => row.lastContactOn },
    {
      id: 'nextContactOn',
      title: text.nextContactOn,
      kind: 'date',
      width: 112,
      aside: true,
      value: (row) => row.nextContactOn,
    },
  ]
}

export const REACH_COLUMNS: GridColumns<ReachRow> = [...makeNamed<ReachRow>(), ...makeWaiting<ReachRow>()]

/** A day that is past says so in words too. */
const showDue = ({ dueOn, overdue }: Pick<DifficultRow, 'dueOn' | 'overdue'>): string | null =>
  overdue && dueOn !== null ? organisationText.pastDay(dueOn) : null

export const DIFFICULT_COLUMNS: GridColumns<DifficultRow> = [
  ...makeNamed<DifficultRow>(),
  {
    id: 'difficulties',
    title: text.difficulties,
    kind: 'text',
    flex: 2,
    minWidth: 200,
    value: ({ difficulties }) => difficulties.join('; ') || null,
    hint: ({ difficulties }) => difficulties.join('; ') || null,
  },
  {
    id: 'plan',
    title: text.plan,
    kind: 'text',
    flex: 2,
    minWidth: 200,
    // A plan may have been opened before anybody wrote what to do.
    value: ({ plan, remedyId }) => (remedyId === null ? reachText.noPlan : (plan ?? reachText.inWork)),
    tone: ({ remedyId }) => (remedyId === null ? 'warning' : null),
    hint: ({ plan }) => plan,
  },
  {
    id: 'dueOn',
    title: text.dueOn,
    kind: 'date',
    width: 160,
    value: ({ dueOn }) => dueOn,
    display: showDue,
    tone: ({ overdue }) => (overdue ? 'behind' : null),
  },
  ...makeWaiting<DifficultRow>().map((column) =>
    column.id === 'officer' || column.id === 'daysInStage' ? column : { ...column, aside: true },
  ),
  {
    id: 'reportedOn',
    title: text.reportedOn,
    kind: 'date',
    width: 120,
    aside: true,
    value: ({ reportedOn }) => reportedOn,
  },
]

const tellUnion = (has: boolean): string => (has ? reachText.yes : reachText.no)

export const ROUND_COLUMNS: GridColumns<RoundRow> = [
  ...makeNamed<RoundRow>(),
  { id: 'unionThen', title: text.unionThen, kind: 'text', width: 150, value: ({ hadUnion }) => tellUnion(hadUnion) },
  {
    id: 'unionNow',
    title: text.unionNow,
    kind: 'text',
    width: 130,
    value: ({ hasUnionNow }) => tellUnion(hasUnionNow),
    tone: ({ hasUnionNow }) => (hasUnionNow ? 'reached' : null),
  },
  { id: 'officer', title: text.officer, kind: 'text', width: 170, sortAs: 'person', value: ({ officer }) => officer },
]

export const UNION_COLUMNS: GridColumns<WeakUnionRow> = [
  {
    id: 'name',
    title: text.union,
    kind: 'text',
    flex: 2,
    minWidth: 200,
    value: ({ name }) => name,
    hint: ({ name }) => name,
  },
  { id: 'unit', title: text.unit, kind: 'text', width: 160, value: ({ unitName }) => unitName },
  { id: 'members', title: text.members, kind: 'count', width: 96, value: ({ members }) => members },
  {
    id: 'membersOn',
    title: text.membersOn,
    kind: 'date',
    width: 130,
    aside: true,
    value: ({ membersOn }) => membersOn,
  },
  { id: 'workers', title: text.workers, kind: 'count', width: 96, value: ({ workers }) => workers },
  {
    id: 'reasons',
    title: text.reasons,
    kind: 'text',
    flex: 3,
    minWidth: 220,
    value: ({ reasons }) => reasons.map(({ message }) => message).join(' '),
    hint: ({ reasons }) => reasons.map(({ message }) => message).join(' '),
  },
  {
    id: 'consolidation',
    title: text.consolidation,
    kind: 'text',
    width: 140,
    value: ({ remedyId }) => (remedyId === null ? reachText.noPlan : reachText.inWork),
    tone: ({ remedyId }) => (remedyId === null ? 'warning' : null),
  },
  {
    id: 'steps',
    title: text.steps,
    kind: 'text',
    align: 'center',
    width: 100,
    value: ({ steps, stepsDone }) => (steps === 0 ? null : `${stepsDone}/${steps}`),
  },
  { id: 'officer', title: text.officer, kind: 'text', width: 170, sortAs: 'person', value: ({ officer }) => officer },
  {
    id: 'dueOn',
    title: text.dueOn,
    kind: 'date',
    width: 160,
    value: ({ dueOn }) => dueOn,
    display: showDue,
    tone: ({ overdue }) => (overdue ? 'behind' : null),
  },
]

/** A column for each stage, as the funnel has them. */
export function makeUnitColumns(stages: Funnel['stages']): GridColumns<UnitLine> {
  const count = (id: string, title: string, value: (row: UnitLine) => number, hint?: string): GridColumn<UnitLine> => ({
    id,
    title,
    kind: 'count',
    width: 104,
    total: 'sum',
    ...(hint === undefined ? {} : { titleHint: hint }),
    value,
  })
  return [
    {
      id: 'name',
      title: text.unit,
      kind: 'text',
      flex: 1,
      minWidth: 190,
      pinned: true,
      value: ({ code, name }) => (code === null ? text.noUnit : name),
    },
    count('enterprises', text.enterprises, (row) => row.enterprises),
    count('workers', text.workers, (row) => row.workers),
    count('withoutStage', registryText.funnel.withoutShort, (row) => row.withoutStage, registryText.funnel.without),
    ...stages.map(({ code, name, shortName }) =>
      count(`stage ${code}`, shortName, (row) => row.byStage[code] ?? 0, name),
    ),
    count('stuck', text.stuck, (row) => row.stuck),
    count('difficult', text.difficult, (row) => row.difficult),
  ]
}

/** The list a number of that table is the count of; null for a column that counts no list. */
export function listOfColumn(
  column: string | null,
): { readonly of: 'stage' | 'stuck'; readonly stage: string | null } | { readonly of: 'difficult' } | null {
  if (column === 'stuck') return { of: 'stuck', stage: null }
  if (column === 'difficult') return { of: 'difficult' }
  if (column === 'withoutStage') return { of: 'stage', stage: null }
  return column?.startsWith('stage ') === true ? { of: 'stage', stage: column.slice('stage '.length) } : null
}
