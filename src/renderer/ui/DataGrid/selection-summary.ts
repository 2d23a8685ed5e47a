import type { SelectionSummary } from '../state/status.ts'
import { countCells, isSingle, type RangeBounds } from './cell-range.ts'
import { columnsOf } from './cell-writer.ts'
import { isNumeric, type GridColumn } from './column.ts'
import { shownValue } from './column-defs.ts'
import type { GridHands } from './hands.ts'
import { makePeek } from './loaded-rows.ts'
import { isDraft } from './places.ts'

/** Rows that are not loaded are asked for only when the selection rests this long: not at every step of a drag. */
const REST_MS = 120

/**
 * "Chọn 12 ô · Tổng 1.240 · TB 103,3" in the status bar: percents and dates are counted, not added up. Over
 * rows that are not loaded the backend adds up.
 */
export class SelectionWatch<Row> {
  private readonly show: (summary: SelectionSummary | null) => void
  private timer: ReturnType<typeof setTimeout> | undefined
  private question = 0

  constructor(show: (summary: SelectionSummary | null) => void) {
    this.show = show
  }

  look(hands: GridHands<Row>, bounds: RangeBounds | null): void {
    this.stop()
    if (bounds === null || isSingle(bounds)) {
      this.show(null)
      return
    }
    const loaded = summarizeLoaded(hands, bounds)
    this.show(loaded ?? { cells: countCells(bounds), numbers: 0, sum: 0 })
    const spans = hands.props().source?.spans
    if (loaded !== null || spans === undefined) return
    const { question } = this
    this.timer = setTimeout(() => {
      const columns = summed(hands, bounds).map(({ id }) => id)
      void spans
        .summarize({ view: hands.view(), start: bounds.top, end: bounds.bottom + 1, columns })
        .then(({ numbers, sum }) => {
          if (question === this.question) this.show({ cells: countCells(bounds), numbers, sum })
        })
    }, REST_MS)
  }

  stop(): void {
    clearTimeout(this.timer)
    this.question += 1
  }
}

/** Null when some of the rows are not loaded. */
function summarizeLoaded<Row>(hands: GridHands<Row>, bounds: RangeBounds): SelectionSummary | null {
  const { api, context } = hands.setup
  const columns = summed(hands, bounds)
  const rowAt = makePeek(api)
  let numbers = 0
  let sum = 0
  for (let index = bounds.top; index <= bounds.bottom; index += 1) {
    const row = rowAt(index)
    if (row === undefined) return null
    if (isDraft(row)) continue
    for (const column of columns) {
      const value = shownValue(column, row, context)
      if (typeof value !== 'number') continue
      numbers += 1
      sum += value
    }
  }
  // The last binary digits of a sum of fractions say nothing.
  return { cells: countCells(bounds), numbers, sum: Number(sum.toPrecision(15)) }
}

function summed<Row>({ setup }: GridHands<Row>, bounds: RangeBounds): readonly GridColumn<Row>[] {
  return columnsOf(setup, bounds.left, bounds.right).filter(({ kind }) => isNumeric(kind) && kind !== 'percent')
}
