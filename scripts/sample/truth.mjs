// What a perfect reading of a list finds, counted from what was written into it.

/** @param {readonly import('./office-files.mjs').Listed[]} rows those that get applied */
export function describeTruth(rows) {
  /** @type {Record<string, { enterprises: number, workers: number, withUnion: number, members: number }>} */
  const perPlace = {}
  for (const row of rows) {
    const place = (perPlace[row.place] ??= { enterprises: 0, workers: 0, withUnion: 0, members: 0 })
    place.enterprises += 1
    place.workers += row.workers
    place.withUnion += row.hasUnion ? 1 : 0
    place.members += row.members
  }
  const sum = (/** @type {(row: import('./office-files.mjs').Listed) => number} */ of) =>
    rows.reduce((total, row) => total + of(row), 0)
  return {
    applied: rows.length,
    workers: sum((row) => row.workers),
    members: sum((row) => row.members),
    withUnion: sum((row) => (row.hasUnion ? 1 : 0)),
    ge20WithoutUnion: sum((row) => (row.workers >= 20 && !row.hasUnion ? 1 : 0)),
    perPlace,
  }
}
