import { Button } from '@fluentui/react-components'
import { CheckmarkRegular, QuestionRegular } from '@fluentui/react-icons'
import { useMemo, useState } from 'react'
import type { BoardPeriod, BoardRow } from '#shared/contract/exchange-board.ts'
import { BOARD_STATES, type BoardState } from '#shared/domain/exchange/board/board.ts'
import { PERIOD_KINDS, type PeriodKind } from '#shared/domain/report-files/calendar.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { useData } from '#renderer/api/data.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { exchangeText } from '#renderer/text/exchange.ts'
import { DataGrid } from '#renderer/ui/DataGrid/DataGrid.tsx'
import type { GridMenuItem } from '#renderer/ui/DataGrid/grid-model.ts'
import { EmptyState } from '#renderer/ui/layout/EmptyState.tsx'
import { FilterSelect, type FilterOption } from '#renderer/ui/layout/FilterSelect.tsx'
import { goTo } from '#renderer/ui/state/navigation.ts'
import { notify, notifyError } from '#renderer/ui/state/notices.ts'
import { AskDialog } from './AskDialog.tsx'
import { entryOf, makeBoardColumns } from './board-columns.ts'
import type { SendWish } from './ExchangeScreen.tsx'

const text = exchangeText.board
const NONE: readonly never[] = []
const STATE_CHOICES: readonly FilterOption<BoardState | ''>[] = [
  { value: '', label: text.states.every },
  ...BOARD_STATES.map((one) => ({ value: one, label: text.states[one] })),
]

interface BoardViewProps {
  readonly isUnit: boolean
  readonly onSend: (wish: SendWish) => void
}

interface Place {
  readonly row: BoardRow
  readonly period: BoardPeriod
}

/** Units × periods: who sent, who is late, what was accepted and what was asked back. */
export function BoardView({ isUnit, onSend }: BoardViewProps) {
  const asOf = useWorkingContext((context) => context.asOf)
  const [kind, setKind] = useState<PeriodKind>('month')
  const [state, setState] = useState<BoardState | ''>('')
  const board = useData('board.get', { kind, asOf }).data
  const [selected, setSelected] = useState<{ rows: readonly BoardRow[]; columns: readonly string[] }>({
    rows: NONE,
    columns: NONE,
  })
  const [focused, setFocused] = useState<{ row: BoardRow; column: string } | null>(null)
  const [asking, setAsking] = useState<Place | null>(null)
  const periods = board?.periods ?? NONE
  const columns = useMemo(() => makeBoardColumns(periods), [periods])
  // The last period that is over is what everybody asks about first.
  const current = periods.findLast(({ to }) => to <= asOf) ?? periods.at(-1)
  const rows = useMemo(
    () =>
      (board?.rows ?? NONE).filter(
        (row) => state === '' || current === undefined || entryOf(row, current.code)?.state === state,
      ),
    [board, state, current],
  )

  const chosenPeriod = (column: string): BoardPeriod | undefined => periods.find(({ code }) => code === column)
  /** Units by period of the selection; the period of the active cell where names were selected. */
  const chosen = (): ReadonlyMap<BoardPeriod, readonly BoardRow[]> => {
    const units = selected.rows.length > 0 ? selected.rows : focused === null ? NONE : [focused.row]
    const wanted = selected.columns.length > 0 ? selected.columns : focused === null ? NONE : [focused.column]
    const found = wanted.flatMap((column) => chosenPeriod(column) ?? [])
    const asked = found.length > 0 ? found : current === undefined ? NONE : [current]
    return new Map(units.length === 0 ? [] : asked.map((period) => [period, units]))
  }
  const accept = async (accepted: boolean): Promise<void> => {
    const places = chosen()
    if (places.size === 0) {
      notify('info', text.chooseCells)
      return
    }
    let changed = 0
    for (const [period, units] of places) {
      const answer = await runCommand('board.accept', {
        units: units.map(({ unit }) => unit),
        period: period.code,
        accepted,
      })
      if (!answer.ok) {
        notifyError(answer.error)
        return
      }
      changed += answer.value.changed
    }
    notify('success', accepted ? text.accepted(changed) : text.unaccepted(changed))
  }
  const ask = (place: Place | null): void => {
    if (place === null) notify('info', text.chooseCells)
    else setAsking(place)
  }
  const placeOf = (row: BoardRow, column: string): Place | null => {
    const period = chosenPeriod(column) ?? current
    return period === undefined ? null : { row, period }
  }
  const menu = (row: BoardRow, column: string): readonly GridMenuItem[] => {
    const place = placeOf(row, column)
    return isUnit || place === null
      ? []
      : [
          { label: exchangeText.accept, run: () => void accept(true) },
          { label: text.unaccept, run: () => void accept(false) },
          { label: exchangeText.ask, run: () => ask(place) },
          {
            label: exchangeText.send,
            run: () => onSend({ kind: 'report-form', units: [row.unit], period: place.period.code }),
          },
        ]
  }
  if (board !== undefined && board.rows.length === 0)
    return (
      <EmptyState
        title={text.emptyTitle}
        text={text.emptyText}
        actions={[{ label: text.unit, main: true, run: () => goTo('units') }]}
      />
    )
  return (
    <>
      <div className="exchange-bar">
        <FilterSelect
          label={text.period}
          value={kind}
          options={PERIOD_KINDS.map((one) => ({ value: one, label: text.kinds[one] }))}
          onChange={setKind}
        />
        <FilterSelect label={text.stateFilter} value={state} options={STATE_CHOICES} onChange={setState} />
        {isUnit ? null : (
          <>
            <Button size="small" icon={<CheckmarkRegular />} onClick={() => void accept(true)}>
              {exchangeText.accept}
            </Button>
            <Button
              size="small"
              icon={<QuestionRegular />}
              onClick={() => ask(focused === null ? null : placeOf(focused.row, focused.column))}
            >
              {exchangeText.ask}
            </Button>
          </>
        )}
        {current === undefined ? null : (
          <p className="exchange-note" role="status">
            {text.counts(current.name, current.dueOn, current.counts)}
          </p>
        )}
      </div>
      <DataGrid<BoardRow>
        name={`exchange-board-${kind}`}
        label={text.table}
        columns={columns}
        rows={rows}
        rowId={unitOf}
        onFocusRow={(row, column) => setFocused(row === null || column === null ? null : { row, column })}
        onSelect={(all, ids) => setSelected({ rows: all, columns: ids })}
        menu={menu}
      />
      {asking === null ? null : <AskDialog place={asking} onClose={() => setAsking(null)} />}
    </>
  )
}

function unitOf(row: BoardRow): string {
  return row.unit
}
