import type { EnterpriseRow } from '#shared/contract/enterprises.ts'
import type { Input } from '#shared/contract/index.ts'
import { fetchData } from '#renderer/api/data.ts'
import type { Scope } from './ScopeField.tsx'

/** Rows an act may be for: those chosen in the table, or all that pass, whether they are loaded or not. */
export interface ChosenRows {
  readonly selected: readonly EnterpriseRow[]
  readonly listed: number
  readonly idsOf: (scope: Scope) => Promise<string[]>
}

/** Larger pages than a screen's: only the ids are wanted. */
const PAGE = 5000

export function makeChosenRows(
  selected: readonly EnterpriseRow[],
  listed: number,
  view: Input<'enterprises.list'>,
): ChosenRows {
  return {
    selected,
    listed,
    idsOf: async (scope) => {
      if (scope === 'selected') return selected.map(({ id }) => id)
      const ids: string[] = []
      for (;;) {
        const page = await fetchData('enterprises.list', { ...view, offset: ids.length, limit: PAGE })
        ids.push(...page.rows.map(({ id }) => id))
        if (page.rows.length < PAGE) return ids
      }
    },
  }
}
