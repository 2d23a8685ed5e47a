/** What was chosen before, newest first: a matter of this PC, kept in the window's own storage. */
const KEY = 'chitieu.recent'
const MOST_KEPT = 30

export interface RecentChoice {
  readonly key: string
  readonly title: string
  readonly subtitle: string
}

export function readRecent(file: string): readonly RecentChoice[] {
  return readAll()[file] ?? []
}

/** Ids of one data file mean nothing in another: each has its own list. */
export function noteChoice(file: string, choice: RecentChoice): void {
  const all = readAll()
  const others = (all[file] ?? []).filter(({ key }) => key !== choice.key)
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...all, [file]: [choice, ...others].slice(0, MOST_KEPT) }))
  } catch {
    // Without storage nothing is remembered.
  }
}

function readAll(): Readonly<Record<string, readonly RecentChoice[]>> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return typeof kept === 'object' && kept !== null ? (kept as Record<string, readonly RecentChoice[]>) : {}
  } catch {
    return {}
  }
}
