/** How the rows of a table hang together; the screen's own columns of ids are behind it. */
export interface TableTree<Row> {
  readonly rowId: (row: Row) => string
  readonly parentOf: (row: Row) => string | null
}

/**
 * The rows that pass and everything above them, in the order they came: a unit that is found is shown where it
 * belongs. `matched` are those that pass themselves; the rest is there for the way.
 */
export function keepWithParents<Row>(
  rows: readonly Row[],
  passes: (row: Row) => boolean,
  { rowId, parentOf }: TableTree<Row>,
): { readonly rows: readonly Row[]; readonly matched: ReadonlySet<string> } {
  const byId = new Map(rows.map((row) => [rowId(row), row]))
  const matched = new Set<string>()
  const kept = new Set<string>()
  for (const row of rows) {
    if (!passes(row)) continue
    matched.add(rowId(row))
    // A parent that is kept has its own parents kept already; this also ends a loop in broken data.
    for (let at: Row | undefined = row; at !== undefined && !kept.has(rowId(at));) {
      kept.add(rowId(at))
      const parent = parentOf(at)
      at = parent === null ? undefined : byId.get(parent)
    }
  }
  return { rows: rows.filter((row) => kept.has(rowId(row))), matched }
}

/**
 * A tree in order: sisters are sorted among themselves and each keeps its own below it. Rows whose parent is not
 * among them count as the top.
 */
export function sortTree<Row>(
  rows: readonly Row[],
  sortSisters: (rows: readonly Row[]) => readonly Row[],
  { rowId, parentOf }: TableTree<Row>,
): readonly Row[] {
  const ids = new Set(rows.map(rowId))
  const below = new Map<string | null, Row[]>()
  for (const row of rows) {
    const parent = parentOf(row)
    const key = parent !== null && ids.has(parent) && parent !== rowId(row) ? parent : null
    const sisters = below.get(key)
    if (sisters === undefined) below.set(key, [row])
    else sisters.push(row)
  }
  const sorted: Row[] = []
  const placed = new Set<string>()
  const place = (parent: string | null): void => {
    for (const row of sortSisters(below.get(parent) ?? [])) {
      if (placed.has(rowId(row))) continue
      placed.add(rowId(row))
      sorted.push(row)
      place(rowId(row))
    }
  }
  place(null)
  // What hangs in a loop is never reached from the top; it is shown all the same.
  return sorted.length === rows.length ? sorted : [...sorted, ...rows.filter((row) => !placed.has(rowId(row)))]
}

/**
 * Rows under headings: each heading (a group row) has the rows up to the next heading. Rows are sorted and filtered
 * within their heading; a heading nobody stands under any more goes. Rows before the first heading stand alone.
 */
export function arrangeSections<Row>(
  rows: readonly Row[],
  isHeading: (row: Row) => boolean,
  arrange: (rows: readonly Row[]) => readonly Row[],
): readonly Row[] {
  const arranged: Row[] = []
  let heading: Row | null = null
  let section: Row[] = []
  const end = (): void => {
    const kept = arrange(section)
    // A heading that had nobody to begin with says so on purpose.
    if (heading !== null && (kept.length > 0 || section.length === 0)) arranged.push(heading)
    for (const row of kept) arranged.push(row)
    section = []
  }
  for (const row of rows) {
    if (!isHeading(row)) {
      section.push(row)
      continue
    }
    end()
    heading = row
  }
  end()
  return arranged
}
