import type { PreviewBlock, PreviewSection, PreviewTable } from '#shared/domain/documents/preview.ts'

/** A block, or the rows of a table that fall on one page with its header rows over them. */
export interface PagePiece {
  /** Place of the block in its section, from 0. */
  readonly block: number
  /** Of a table: the body rows printed here, from (included), to (not). */
  readonly rows: readonly [number, number] | null
}

export interface Page {
  readonly section: number
  readonly pieces: readonly PagePiece[]
}

/** Heights as the window draws them, in one unit whatever it is. */
export interface Measured {
  readonly blocks: readonly number[]
  /** By block: the heights of all rows of a table. */
  readonly rows: ReadonlyMap<number, readonly number[]>
}

/**
 * Puts blocks on pages: no row is cut, header rows stand on every page, what keeps with the next goes with it as long
 * as that fills less than a page. Word may break a line elsewhere; text and order are the same.
 */
export function paginate(section: PreviewSection, at: number, measured: Measured, room: number): Page[] {
  const pages: PagePiece[][] = [[]]
  let used = 0
  const put = (piece: PagePiece, height: number): void => {
    if (used > 0 && used + height > room) {
      pages.push([])
      used = 0
    }
    pages.at(-1)?.push(piece)
    used += height
  }
  for (let index = 0; index < section.blocks.length;) {
    const block = section.blocks[index]
    if (block?.kind === 'table') {
      used = putTable(block, index, measured.rows.get(index) ?? [], { pages, used, room })
      index += 1
      continue
    }
    // A chain that keeps together moves as one where it fits a page.
    let end = index + 1
    while (keepsNext(section.blocks[end - 1]) && end < section.blocks.length && section.blocks[end]?.kind !== 'table')
      end += 1
    const heights = measured.blocks.slice(index, end)
    const after = section.blocks[end]
    const tail =
      keepsNext(section.blocks[end - 1]) && after?.kind === 'table' ? headHeight(after, measured.rows.get(end)) : 0
    const chain = heights.reduce((sum, height) => sum + height, tail)
    if (used > 0 && used + chain > room && chain < room) {
      pages.push([])
      used = 0
    }
    heights.forEach((height, offset) => put({ block: index + offset, rows: null }, height))
    index = end
  }
  return pages.filter((pieces) => pieces.length > 0).map((pieces) => ({ section: at, pieces }))
}

function keepsNext(block: PreviewBlock | undefined): boolean {
  return block?.kind === 'rule' || ((block?.kind === 'paragraph' || block?.kind === 'picture') && block.keepNext)
}

/** Header and first row: what a caption must not be parted from. */
function headHeight(table: PreviewTable, rows: readonly number[] = []): number {
  return rows.slice(0, table.headerRows + 1).reduce((sum, height) => sum + height, 0)
}

interface Filling {
  readonly pages: PagePiece[][]
  readonly used: number
  readonly room: number
}

function putTable(table: PreviewTable, block: number, rows: readonly number[], filling: Filling): number {
  const { pages, room } = filling
  let { used } = filling
  const head = rows.slice(0, table.headerRows).reduce((sum, height) => sum + height, 0)
  let from = table.headerRows
  const close = (to: number): void => {
    if (to > from || table.headerRows === to) pages.at(-1)?.push({ block, rows: [from, to] })
    from = to
  }
  if (used > 0 && used + headHeight(table, rows) > room) {
    pages.push([])
    used = 0
  }
  used += head
  for (let row = table.headerRows; row < table.rows.length; row += 1) {
    // A row goes with the ones it is kept with.
    let end = row + 1
    while (table.rows[end - 1]?.keepNext === true && end < table.rows.length) end += 1
    const height = rows.slice(row, end).reduce((sum, one) => sum + one, 0)
    const fits = used + height <= room || (height > room && used + (rows[row] ?? 0) <= room)
    if (!fits && row > from) {
      close(row)
      pages.push([])
      used = head
    }
    used += rows[row] ?? 0
  }
  close(table.rows.length)
  return used
}
