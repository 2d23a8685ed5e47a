import { flattenColumns, type GridColumn, type GridColumns } from '../column.ts'

/** How the clerk wants a table's columns, by ids. What is not said stays as the screen made it. */
export interface ColumnLayout {
  /** Columns that are not in it (a new indicator) keep their place behind their neighbour. */
  readonly order?: readonly string[]
  readonly hidden?: readonly string[]
  /** Pixels. */
  readonly widths?: Readonly<Record<string, number>>
  /** The last column that stays in sight; null: none. */
  readonly frozen?: string | null
}

export const DEFAULT_LAYOUT: ColumnLayout = {}

export interface LaidOutColumn {
  readonly hidden: boolean
  readonly frozen: boolean
  readonly width: number | null
}

export interface LaidOutColumns<Row> {
  readonly columns: GridColumns<Row>
  readonly looks: ReadonlyMap<string, LaidOutColumn>
}

/** The columns in the clerk's order and how each is shown. Columns under one title stay together. */
export function layOutColumns<Row>(columns: GridColumns<Row>, layout: ColumnLayout): LaidOutColumns<Row> {
  const order = completeOrder(columns, layout.order ?? [])
  const place = new Map(order.map((id, index) => [id, index]))
  const placeOf = (column: GridColumn<Row>): number => place.get(column.id) ?? 0
  const ordered = columns
    .map((column) =>
      'columns' in column ? { ...column, columns: column.columns.toSorted((a, b) => placeOf(a) - placeOf(b)) } : column,
    )
    .toSorted((a, b) => firstPlace(a, placeOf) - firstPlace(b, placeOf))
  const frozen = frozenIds(ordered, layout.frozen)
  const all = flattenColumns(columns)
  const aside = all.flatMap((column) => (column.aside === true ? [column.id] : []))
  const hidden = hiddenIds(all, layout.hidden ?? aside)
  const looks = new Map(
    flattenColumns(ordered).map(({ id, pinned }) => [
      id,
      {
        hidden: hidden.has(id),
        frozen: frozen === null ? pinned === true : frozen.has(id),
        width: layout.widths?.[id] ?? null,
      },
    ]),
  )
  return { columns: ordered, looks }
}

function firstPlace<Row>(column: GridColumns<Row>[number], placeOf: (column: GridColumn<Row>) => number): number {
  const [first] = 'columns' in column ? column.columns : [column]
  return first === undefined ? 0 : placeOf(first)
}

/** Ids of all columns: those ordered by hand as they were put, the others behind the one they come after. */
function completeOrder<Row>(columns: GridColumns<Row>, order: readonly string[]): readonly string[] {
  const all = flattenColumns(columns).map(({ id }) => id)
  const known = new Set(all)
  const complete = order.filter((id, index) => known.has(id) && order.indexOf(id) === index)
  all.forEach((id, index) => {
    if (complete.includes(id)) return
    const before = all[index - 1]
    complete.splice(before === undefined ? 0 : complete.indexOf(before) + 1, 0, id)
  })
  return complete
}

/** A table of no columns could not be brought back by hand: then nothing is hidden. */
function hiddenIds<Row>(columns: readonly GridColumn<Row>[], hidden: readonly string[]): ReadonlySet<string> {
  const wanted = new Set(hidden)
  return columns.every(({ id }) => wanted.has(id)) ? new Set() : wanted
}

/** All columns up to the frozen one; a title over several columns is frozen whole. Null: as the screen made it. */
function frozenIds<Row>(columns: GridColumns<Row>, frozen: string | null | undefined): ReadonlySet<string> | null {
  if (frozen === undefined) return null
  if (frozen === null) return new Set()
  const at = columns.findIndex((column) =>
    'columns' in column ? column.columns.some(({ id }) => id === frozen) : column.id === frozen,
  )
  return at < 0 ? null : new Set(flattenColumns(columns.slice(0, at + 1)).map(({ id }) => id))
}

/** Moves one column (or one title with its columns) past its neighbour. Null where there is no neighbour. */
export function moveColumn<Row>(columns: GridColumns<Row>, id: string, step: 1 | -1): readonly string[] | null {
  const top = columns.findIndex((column) =>
    'columns' in column ? column.columns.some((child) => child.id === id) : column.id === id,
  )
  const group = columns[top]
  if (group === undefined) return null
  if ('columns' in group) {
    const inner = swap(
      group.columns,
      group.columns.findIndex((child) => child.id === id),
      step,
    )
    if (inner !== null)
      return flattenColumns(columns.map((column) => (column === group ? { ...group, columns: inner } : column))).map(
        (column) => column.id,
      )
  }
  const outer = swap(columns, top, step)
  return outer === null ? null : flattenColumns(outer).map((column) => column.id)
}

function swap<T>(list: readonly T[], at: number, step: 1 | -1): readonly T[] | null {
  const [one, other] = [list[at], list[at + step]]
  if (one === undefined || other === undefined) return null
  return list.map((item, index) => (index === at ? other : index === at + step ? one : item))
}

/** Reads what an earlier start kept; anything that is not a layout counts as none. */
export function readLayout(kept: unknown): ColumnLayout {
  if (typeof kept !== 'object' || kept === null) return DEFAULT_LAYOUT
  const { order, hidden, widths, frozen } = kept as Readonly<Record<string, unknown>>
  const isTexts = (list: unknown): list is string[] =>
    Array.isArray(list) && list.every((item) => typeof item === 'string')
  const sizes =
    typeof widths === 'object' && widths !== null
      ? Object.entries(widths).filter(
          (entry): entry is [string, number] => typeof entry[1] === 'number' && entry[1] >= 20 && entry[1] <= 2000,
        )
      : []
  return {
    ...(isTexts(order) ? { order } : {}),
    ...(isTexts(hidden) ? { hidden } : {}),
    ...(sizes.length > 0 ? { widths: Object.fromEntries(sizes) } : {}),
    ...(typeof frozen === 'string' || frozen === null ? { frozen } : {}),
  }
}

/**
 * The order after columns were dropped before or behind another one. Columns under one title leave it only all
 * together: dropped elsewhere, the whole title goes along. Null where nothing changes.
 */
export function orderAfterDrop<Row>(
  columns: GridColumns<Row>,
  moved: readonly string[],
  target: string,
  after: boolean,
): readonly string[] | null {
  const siblings = (id: string): readonly string[] => {
    const group = columns.find((column) => 'columns' in column && column.columns.some((child) => child.id === id))
    return group !== undefined && 'columns' in group ? group.columns.map((child) => child.id) : [id]
  }
  const isInside = siblings(target).length > 1 && moved.every((id) => siblings(target).includes(id))
  const going = new Set(isInside ? moved : moved.flatMap(siblings))
  if (going.has(target)) return null
  const all = flattenColumns(columns).map(({ id }) => id)
  const rest = all.filter((id) => !going.has(id))
  // Beside a title that stays whole, the place is before its first or behind its last column.
  const beside = isInside ? [target] : siblings(target)
  const edge = after ? beside.at(-1) : beside[0]
  const at = rest.indexOf(edge ?? target) + (after ? 1 : 0)
  const order = [...rest.slice(0, at), ...all.filter((id) => going.has(id)), ...rest.slice(at)]
  return order.every((id, index) => id === all[index]) ? null : order
}
