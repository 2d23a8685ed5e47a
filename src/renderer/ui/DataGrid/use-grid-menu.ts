import { useCallback, useState, type RefObject } from 'react'
import type { OpenGridMenu } from './GridMenu.tsx'
import type { GridHands, MenuProvider, MenuTarget } from './hands.ts'
import { isDraft } from './places.ts'

export interface GridMenus<Row> {
  readonly menu: OpenGridMenu | null
  readonly open: (target: MenuTarget<Row>, x: number, y: number) => void
  readonly close: () => void
}

/**
 * The right-click menu, put together from its providers: what only this screen can do with the row comes `first`, what
 * every table can do behind it. The empty line for a new row is no row of the screen:
 * there only `ofCells` are asked, which look at places and not at rows.
 */
export function useGridMenu<Row>(
  hands: RefObject<GridHands<Row> | null>,
  first: readonly MenuProvider<Row>[],
  ofCells: readonly MenuProvider<Row>[],
  ofRows: readonly MenuProvider<Row>[],
): GridMenus<Row> {
  const [menu, setMenu] = useState<OpenGridMenu | null>(null)
  const open = (target: MenuTarget<Row>, x: number, y: number): void => {
    const current = hands.current
    if (current === null) return
    const isNew = target.kind === 'cells' && isDraft(target.row)
    const groups = [...(isNew ? [] : first), ...ofCells, ...(isNew ? [] : ofRows)]
      .map((provide) => provide(target, current.range.bounds(), current))
      .filter((items) => items.length > 0)
    if (groups.length > 0) setMenu({ groups, x, y })
  }
  return { menu, open, close: useCallback(() => setMenu(null), []) }
}

/** What the screen offers for the row. */
export function screenItems<Row>(
  target: MenuTarget<Row>,
  _: unknown,
  hands: GridHands<Row>,
): ReturnType<MenuProvider<Row>> {
  return target.kind === 'header' ? [] : (hands.props().menu?.(target.row, target.column.id) ?? [])
}
