import { createGrid, type GridApi, type GridOptions } from 'ag-grid-community'
import { useEffect, useLayoutEffect, useRef } from 'react'

interface AgGridProps<Row> {
  /** Only the first ones count: how the table behaves. */
  readonly options: GridOptions<Row>
  /** Handed on whenever one is another object: what the table shows. */
  readonly shown: GridOptions<Row>
  readonly onReady: (api: GridApi<Row>) => void
}

/**
 * AG Grid itself in a React tree. Its own wrapper makes each cell a component of React; our cells are plain elements,
 * and a page of them stands there in half the time without.
 */
export function AgGrid<Row>({ options, shown, onReady }: AgGridProps<Row>) {
  const place = useRef<HTMLDivElement>(null)
  const grid = useRef<{ readonly api: GridApi<Row>; shown: GridOptions<Row> } | null>(null)
  const first = useRef({ options, shown, onReady })
  useLayoutEffect(() => {
    if (place.current === null) return
    const start = first.current
    grid.current = { api: createGrid(place.current, { ...start.options, ...start.shown }), shown: start.shown }
    start.onReady(grid.current.api)
  }, [])
  // After the layout effects of the table around it, which let go of what the new rows say themselves.
  useEffect(() => {
    const { current } = grid
    if (current === null) return
    const changed = Object.fromEntries(
      Object.entries(shown).filter(([name, value]) => current.shown[name as keyof GridOptions<Row>] !== value),
    ) as GridOptions<Row>
    current.shown = shown
    if (Object.keys(changed).length === 0) return
    current.api.updateGridOptions(changed)
    // A cell is drawn again when its value changed; here only its words did, such as the title a code stands for.
    if (changed.columnDefs !== undefined) current.api.refreshCells({ force: true })
  })
  // The last to go: what hangs on the table still asks it while it is taken down.
  useEffect(
    () => () => {
      grid.current?.api.destroy()
      grid.current = null
    },
    [],
  )
  return <div className="ag-grid-place" ref={place} />
}
