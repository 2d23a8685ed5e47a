import { create } from 'zustand'

/**
 * How the columns of each table are laid out, by the table's name. A matter of this PC and its screen, not of the
 * data file: it is kept in the window's own storage. What is in it is read by the table itself.
 */
const KEY = 'chitieu.columns'

export const useTableLayouts = create<{ readonly layouts: Readonly<Record<string, unknown>> }>(() => ({
  layouts: readKept(),
}))

export function keepLayout(table: string, layout: unknown): void {
  useTableLayouts.setState(({ layouts }) => {
    const { [table]: _, ...others } = layouts
    const changed = layout === null ? others : { ...others, [table]: layout }
    try {
      localStorage.setItem(KEY, JSON.stringify(changed))
    } catch {
      // Without storage the layout lasts until the program is closed.
    }
    return { layouts: changed }
  })
}

function readKept(): Readonly<Record<string, unknown>> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return typeof kept === 'object' && kept !== null && !Array.isArray(kept) ? { ...kept } : {}
  } catch {
    return {}
  }
}
