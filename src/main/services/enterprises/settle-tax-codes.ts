import { CELL_REASONS } from '#shared/domain/enterprises/cell-sentences.ts'
import type { ReadStore } from '../../db/store.ts'

/** An MST somebody asks for; null gives it up. `key`: the enterprise's id, or `new:<index>`. */
export interface TaxCodeWish {
  readonly key: string
  readonly code: string | null
}

export interface SettledTaxCodes {
  readonly refused: ReadonlyMap<string, string>
  /** Keys in an order in which every MST is free when it is taken. */
  readonly order: readonly string[]
}

/**
 * An MST belongs to one enterprise. One that another row keeps, or that two rows ask for, is refused; so is a ring of
 * rows that want each other's, which no order of writing could give them (and no order of undoing take back).
 */
export function settleTaxCodes({ sqlite }: Pick<ReadStore, 'sqlite'>, wishes: readonly TaxCodeWish[]): SettledTaxCodes {
  const holderOf = sqlite.prepare<[string], { id: string; name: string }>(
    'SELECT id, name FROM enterprises WHERE tax_code = ?',
  )
  const refused = new Map<string, string>()
  const byKey = new Map(wishes.map((wish) => [wish.key, wish]))
  /** The row that has to let go of the MST first, with its name. */
  const waitsFor = new Map<string, { readonly id: string; readonly name: string }>()
  const claimed = new Set<string>()
  for (const { key, code } of wishes) {
    if (code === null) continue
    if (claimed.has(code)) {
      refused.set(key, CELL_REASONS.taxCodeTwice())
      continue
    }
    claimed.add(code)
    const holder = holderOf.get(code)
    if (holder !== undefined && holder.id !== key) waitsFor.set(key, holder)
  }
  const order: string[] = []
  const state = new Map<string, 'open' | 'done'>()
  /** False when the row keeps the MST it has. */
  const settle = (key: string): boolean => {
    const wish = byKey.get(key)
    if (wish === undefined || refused.has(key)) return false
    if (state.get(key) === 'done') return true
    if (state.get(key) === 'open') return false
    state.set(key, 'open')
    const holder = waitsFor.get(key)
    if (holder !== undefined && !settle(holder.id)) {
      refused.set(key, CELL_REASONS.taxCodeTaken(holder.name))
      return false
    }
    state.set(key, 'done')
    order.push(key)
    return true
  }
  for (const { key } of wishes) settle(key)
  return { refused, order }
}
