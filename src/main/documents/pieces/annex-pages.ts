import { roman } from './telling.ts'
import { ANNEX } from './wording.ts'

/** "Phụ lục" when there is one, "Phụ lục I", "Phụ lục II" … when there are more (NĐ 30/2020, Phụ lục I, mục III.1). */
export function annexLabel(index: number, of: number): string {
  return of === 1 ? ANNEX.label : `${ANNEX.label} ${roman(index + 1)}`
}

/** Groups of columns in order, as many to a page as fit; a group is not parted. */
export function splitColumns<T>(groups: readonly T[], widthOf: (group: T) => number, most: number): T[][] {
  const pages: T[][] = []
  let used = 0
  for (const group of groups) {
    const width = widthOf(group)
    const page = pages.at(-1)
    if (page === undefined || used + width > most) {
      pages.push([group])
      used = width
    } else {
      page.push(group)
      used += width
    }
  }
  return pages
}
