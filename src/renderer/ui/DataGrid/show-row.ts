import type { GridHands } from './hands.ts'

const TRIES = 60
const PAUSE_MS = 50

/**
 * Brings a row into view and makes it the active one. A screen that was just opened at a row has no rows yet: it is
 * looked for until they are there, three seconds at most. Rows that come by pages are found by their place.
 */
export async function showRow<Row>(table: () => GridHands<Row> | null, rowId: string): Promise<void> {
  let place: number | null = null
  for (let tries = 0; tries < TRIES; tries += 1) {
    const hands = table()
    if (hands !== null && !hands.setup.api.isDestroyed()) {
      const { api } = hands.setup
      const loaded = api.getRowNode(rowId)?.rowIndex
      const locate = hands.props().source?.locate
      place = typeof loaded === 'number' ? loaded : (place ?? (await locate?.(rowId, hands.view())) ?? null)
      if (place === null && locate !== undefined) return
      if (place !== null && place < api.getDisplayedRowCount()) {
        api.ensureIndexVisible(place, 'middle')
        hands.focus({ row: place, column: 0 })
        return
      }
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
}
