import type { EnterpriseRow } from '#shared/contract/enterprises.ts'
import type { Output } from '#shared/contract/index.ts'
import { findRegistryColumn } from '#shared/domain/enterprises/columns.ts'
import { registryText } from '#renderer/text/registry.ts'
import { formatCell } from '#renderer/ui/DataGrid/cell-text.ts'
import { flattenColumns, type GridColumns } from '#renderer/ui/DataGrid/column.ts'

const text = registryText.reviewForm

export type Pair = Output<'enterprises.duplicates'>['pairs'][number]
export type PairSide = 'first' | 'second'

interface PairTableProps {
  readonly pair: Pair
  readonly columns: GridColumns<EnterpriseRow>
  readonly sides: Readonly<Record<string, PairSide>>
  readonly onChoose: (column: string, side: PairSide) => void
}

const SIDES = ['first', 'second'] as const

/** Two rows side by side: what differs is marked and can be chosen, what is the same stands as it is. */
export function PairTable({ pair, columns, sides, onChoose }: PairTableProps) {
  const differences = new Map(pair.differences.map((difference) => [difference.column, difference]))
  const rows = flattenColumns(columns).flatMap((column) => {
    const difference = differences.get(column.id)
    const same = column.display?.(pair.first) ?? formatCell(column, column.value(pair.first))
    if (difference === undefined && same === '') return []
    return [{ id: column.id, title: column.title, difference, same }]
  })
  return (
    <>
      <p className="dialog-note">{pair.reasons.map((reason) => reason.text).join(' ')}</p>
      <p className="dialog-note">{text.intro}</p>
      <div className="review-body">
        <table className="review-table" aria-label={text.title}>
          <thead>
            <tr>
              <th scope="col">{text.column}</th>
              <th scope="col">{text.first}</th>
              <th scope="col">{text.second}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, title, difference, same }) => (
              <tr key={id} className={difference === undefined ? '' : 'review-differs'}>
                <th scope="row">
                  {difference === undefined ? null : <span aria-hidden="true">{text.differsSign} </span>}
                  {title}
                  {difference === undefined ? null : <span className="sr-only"> ({text.differs})</span>}
                </th>
                {SIDES.map((side) =>
                  difference === undefined || findRegistryColumn(id)?.editable !== true ? (
                    <td key={side}>{difference === undefined ? same : difference[side] || text.empty}</td>
                  ) : (
                    <ChoiceCell
                      key={side}
                      name={`${pair.first.id} ${id}`}
                      text={difference[side] || text.empty}
                      // A blank is filled from the other side without being asked.
                      checked={(sides[id] ?? (difference.first === '' ? 'second' : 'first')) === side}
                      onChoose={() => onChoose(id, side)}
                    />
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

interface ChoiceCellProps {
  readonly name: string
  readonly text: string
  readonly checked: boolean
  readonly onChoose: () => void
}

function ChoiceCell({ name, text: value, checked, onChoose }: ChoiceCellProps) {
  return (
    <td>
      <label className="review-choice">
        <input type="radio" name={name} checked={checked} onChange={onChoose} />
        {value}
      </label>
    </td>
  )
}
