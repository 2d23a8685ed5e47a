import { dataRegion } from './field-place.ts'
import type { GridHands } from './hands.ts'
import { makePeek } from './loaded-rows.ts'
import { isDraft, shownColumns } from './places.ts'
import type { MoveWorld } from './range-moves.ts'
import { shownValue } from './column-defs.ts'

/** Rows are as tall as the theme says; for counting how many a page has, the nearest is enough. */
const ROW_PX = 27

/** What a motion of the keyboard needs to know of the table. */
export function moveWorld<Row>({ range, setup, root }: GridHands<Row>): MoveWorld {
  const columns = shownColumns(setup.api)
  const region = dataRegion(root)
  const rowAt = makePeek(setup.api)
  return {
    size: range.size(),
    pageRows: Math.max(1, Math.floor((region.bottom - region.top) / ROW_PX) - 1),
    isFilled: ({ row, column }) => {
      const data = rowAt(row)
      const definition = setup.columns.get(columns[column]?.getColId() ?? '')
      if (data === undefined) return null
      if (definition === undefined || isDraft(data)) return false
      const text = definition.display?.(data)
      if (text !== undefined && text !== null) return text !== ''
      const value = shownValue(definition, data, setup.context)
      return value !== null && value !== ''
    },
  }
}
