import { Button, Checkbox } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import type { RoundRow } from '#shared/contract/exchange-rows.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { useData } from '#renderer/api/data.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { exchangeText } from '#renderer/text/exchange.ts'
import { DataGrid } from '#renderer/ui/DataGrid/DataGrid.tsx'
import type { GridColumn, GridColumns } from '#renderer/ui/DataGrid/column.ts'
import type { CellRefusal, WriteCells } from '#renderer/ui/DataGrid/grid-model.ts'
import { EmptyState } from '#renderer/ui/layout/EmptyState.tsx'
import { goTo } from '#renderer/ui/state/navigation.ts'

const text = exchangeText.round
const NONE: readonly never[] = []

/** A consultation round: the draft, what units said to it and what was issued, side by side. */
export function RoundView({ isUnit, own }: { readonly isUnit: boolean; readonly own: string | null }) {
  const plan = useWorkingContext((context) => context.plan)
  const round = useData('exchange.round', { plan }, { enabled: plan !== null }).data
  const [onlyOpen, setOnlyOpen] = useState(false)
  // The province does not consult itself about its own targets.
  const all = useMemo(() => (round ?? NONE).filter((row) => isUnit || row.unit !== own), [round, isUnit, own])
  const rows = useMemo(() => all.filter((row) => !onlyOpen || row.agreed !== true), [all, onlyOpen])
  const columns = useMemo(() => makeColumns(isUnit), [isUnit])
  const write = useMemo(() => makeWriteOpinions(plan), [plan])
  const [focused, setFocused] = useState<RoundRow | null>(null)
  if (plan === null || (round !== undefined && all.length === 0))
    return (
      <EmptyState
        title={text.emptyTitle}
        text={text.emptyText}
        actions={[{ label: text.columns.indicator, main: true, run: () => goTo('targets') }]}
      />
    )
  const count = (agreed: boolean | null): number => all.filter((row) => row.agreed === agreed).length
  return (
    <>
      <div className="exchange-bar">
        <Checkbox
          label={text.onlyOpen}
          checked={onlyOpen}
          onChange={(_, { checked }) => setOnlyOpen(checked === true)}
        />
        {isUnit ? (
          <Button
            size="small"
            disabled={focused === null}
            onClick={() => {
              if (focused !== null) void say(plan, focused, { agreed: true, proposed: null, note: focused.note })
            }}
          >
            {text.agreed}
          </Button>
        ) : null}
        <p className="exchange-note" role="status">
          {text.summary(all.length, count(true), count(false), count(null))}
        </p>
      </div>
      <DataGrid<RoundRow>
        name="exchange-round"
        label={text.table}
        columns={columns}
        rows={rows}
        rowId={keyOf}
        onFocusRow={(row) => setFocused(row)}
        {...(isUnit ? { write } : {})}
      />
    </>
  )
}

function keyOf({ unit, indicator, assigner, kind }: RoundRow): string {
  return [unit, indicator, assigner, kind].join('|')
}

interface Opinion {
  readonly agreed: boolean
  readonly proposed: number | null
  readonly note: string | null
}

function say(plan: string | null, { unit, indicator, assigner }: RoundRow, opinion: Opinion) {
  return runCommand('exchange.setOpinion', { plan, unit, indicator, assigner, ...opinion })
}

/** A unit types its own figure and its reason straight into the table. */
function makeWriteOpinions(plan: string | null): WriteCells<RoundRow> {
  return async (edits) => {
    const refused: CellRefusal[] = []
    for (const { row, rowId, column, value } of edits) {
      const proposed = column === 'proposed' ? (typeof value === 'number' ? value : null) : row.proposed
      const note = column === 'note' ? (value === null ? null : String(value)) : row.note
      const answer = await say(plan, row, { agreed: proposed === null && row.agreed === true, proposed, note })
      if (!answer.ok) refused.push({ rowId, column, reason: answer.error.message })
    }
    return refused
  }
}

function makeColumns(isUnit: boolean): GridColumns<RoundRow> {
  const own = (id: string, title: string, width: number, value: (row: RoundRow) => string | null) =>
    ({ id, title, kind: 'text', width, value }) satisfies GridColumn<RoundRow>
  const figure = (id: string, title: string, value: (row: RoundRow) => number | null) =>
    ({ id, title, kind: 'number', width: 104, value }) satisfies GridColumn<RoundRow>
  return [
    { ...own('unit', text.columns.unit, 260, (row) => row.unitName), pinned: true },
    { ...own('indicator', text.columns.indicator, 210, (row) => row.indicatorName), pinned: true },
    own('assigner', text.columns.assigner, 130, (row) => row.assigner),
    figure('draft', text.columns.draft, (row) => row.draft),
    {
      ...own('agreed', text.columns.agreed, 124, (row) =>
        row.agreed === null ? text.silent : row.agreed ? text.agreed : text.other,
      ),
      tone: (row) => (row.agreed === null ? 'muted' : row.agreed ? 'reached' : 'warning'),
    },
    { ...figure('proposed', text.columns.proposed, (row) => row.proposed), ...(isUnit ? { edit: {} } : {}) },
    figure('difference', text.columns.difference, (row) =>
      row.proposed === null || row.draft === null ? null : row.proposed - row.draft,
    ),
    { ...figure('issued', text.columns.issued, (row) => row.issued), strong: true },
    {
      ...own('note', text.columns.note, 260, (row) => row.note),
      flex: 1,
      minWidth: 160,
      ...(isUnit ? { edit: {} } : {}),
    },
    { ...own('by', text.columns.by, 160, (row) => row.givenBy), aside: true },
  ]
}
