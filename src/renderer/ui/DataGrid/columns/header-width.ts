import { FONT_FAMILY } from '../../theme.ts'

/** What stands beside the title in a header: the padding of the cell, the gap and the button of its menu. */
const AROUND_PX = 32
/** A longer title is cut and told whole by its tip: a column is as wide as its values, not as its explanation. */
const WIDEST_PX = 190

const known = new Map<string, number>()
let pen: CanvasRenderingContext2D | null | undefined

/** How wide a column has to be, in px, for its title to be read whole; at most {@link WIDEST_PX}. */
export function headerWidth(title: string): number {
  const before = known.get(title)
  if (before !== undefined) return before
  pen ??= document.createElement('canvas').getContext('2d')
  if (pen === null) return 0
  // As theme.ts has headers.
  pen.font = `600 12px ${FONT_FAMILY}`
  const width = Math.min(WIDEST_PX, Math.ceil(pen.measureText(title).width) + AROUND_PX)
  known.set(title, width)
  return width
}
