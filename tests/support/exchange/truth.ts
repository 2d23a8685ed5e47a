import type { ContentValue } from '#shared/domain/exchange/content.ts'
import type { RowSide } from '#shared/domain/exchange/merge/merge-row.ts'
import { othersOf, presenceOf, type Dot } from '#shared/domain/exchange/merge/stamp.ts'

/** Names of edits people really made. */
export type Names = ReadonlySet<string>
/** What a site shows, by cell; '' is the row. */
export type Shows = Readonly<Record<string, Names>>

const COLUMNS = ['a', 'b', 'c'] as const

interface Merged {
  readonly ours: { readonly side: RowSide; readonly shows: Shows }
  readonly theirs: { readonly side: RowSide; readonly shows: Shows }
  readonly after: RowSide
  readonly decided: ReadonlyMap<string, 'ours' | 'theirs' | null>
  readonly decides: boolean
}

interface Answered {
  readonly side: RowSide
  readonly after: RowSide
  readonly shows: Shows
  readonly column: string
  readonly choice: 'ours' | 'theirs'
  readonly dot: Dot
  readonly decides: boolean
}

/**
 * What people really did at all sites: who wrote over what was before his eyes. It follows the values that are shown,
 * not what stamps say of who has seen what; of stamps it asks only which value an edit is that waits.
 */
export class Truth {
  private count = 0
  private readonly cells = new Map<string, string>()
  /** From an edit to those that were written over it, and to those that said the same. */
  private readonly next = new Map<string, Set<string>>()
  private readonly retracted = new Set<string>()
  private readonly byDot = new Map<string, Names>()

  /** A person writes into a cell over what is shown there. */
  say(row: string, column: string, over: Iterable<string>): Names {
    const edit = `e${++this.count}`
    this.cells.set(edit, `${row}.${column}`)
    for (const name of over) this.link(name, edit)
    return new Set([edit])
  }

  private link(from: string, to: string): void {
    const known = this.next.get(from) ?? new Set<string>()
    known.add(to)
    this.next.set(from, known)
  }

  /** Whoever wrote into an empty cell and cleared it before anybody saw it said nothing. */
  retract(names: Names): void {
    for (const name of names) this.retracted.add(name)
  }

  /** Who says the same as another said one thing with him. */
  alike(groups: readonly Names[]): void {
    const [first, ...rest] = groups.flatMap((names) => [...names])
    for (const name of rest)
      if (first !== undefined && first !== name) {
        this.link(first, name)
        this.link(name, first)
      }
  }

  /** What an edit is called in stamps: only to know what waits. */
  name(row: string, column: string, { site, count }: Dot, names: Names | undefined): void {
    const key = `${row}.${column}:${site}:${count}`
    if (names !== undefined && !this.byDot.has(key)) this.byDot.set(key, names)
  }

  private waiting(row: string, column: string, { stamp }: RowSide): { value: ContentValue; names: Names }[] {
    return othersOf(stamp, column).flatMap(({ site, count, value }) =>
      value === undefined
        ? []
        : [{ value, names: this.byDot.get(`${row}.${column}:${site}:${count}`) ?? new Set<string>() }],
    )
  }

  private asked(row: string, column: string, side: RowSide): string[] {
    return this.waiting(row, column, side).flatMap(({ names }) => [...names])
  }

  merge(row: string, { ours, theirs, after, decided, decides }: Merged): Shows {
    const shows: Record<string, Names> = { ...ours.shows }
    for (const column of ['', ...COLUMNS]) {
      const mine = ours.shows[column] ?? new Set<string>()
      const sent = theirs.shows[column] ?? new Set<string>()
      const [here, there, now] = [ours.side, theirs.side, after].map((side) => valueOf(side, column))
      const groups = [
        { value: here, names: mine },
        { value: there, names: sent },
        ...this.waiting(row, column, ours.side),
        ...this.waiting(row, column, theirs.side),
      ]
      for (const { value } of groups)
        this.alike(groups.filter((group) => group.value === value).map(({ names }) => names))
      const choice = decided.get(column) ?? null
      const said = groups.filter(({ value }) => value === now).flatMap(({ names }) => [...names])
      if (choice !== null && decides) {
        const over = [...mine, ...sent, ...this.asked(row, column, ours.side), ...this.asked(row, column, theirs.side)]
        const all = column === '' ? [...over, ...this.goneWith(row, ours, theirs, now)] : over
        shows[column] = this.say(row, column, all)
        if (column === '') continue
      } else if (choice === 'theirs') {
        const own = this.say(row, column, mine)
        shows[column] = own
        this.alike([own, new Set(said)])
      } else shows[column] = now === here && now !== there ? mine : new Set(said)
    }
    return shows
  }

  /** Who decides that a row is gone decides about all that was said in it. */
  private goneWith(
    row: string,
    ours: Merged['ours'],
    theirs: Merged['theirs'],
    now: ContentValue | undefined,
  ): string[] {
    if (now !== 'gone') return []
    return COLUMNS.flatMap((column) => [
      ...(ours.shows[column] ?? []),
      ...(theirs.shows[column] ?? []),
      ...this.asked(row, column, ours.side),
      ...this.asked(row, column, theirs.side),
    ])
  }

  decide(row: string, { side, after, shows, column, choice, dot, decides }: Answered): Shows {
    const answered: Record<string, Names> = { ...shows }
    const names = column === '' ? ['', ...COLUMNS] : [column]
    for (const name of names) {
      const before = valueOf(side, name)
      const now = valueOf(after, name)
      if (name !== column && now === before && valueOf(after, '') !== 'gone') continue
      const mine = shows[name] ?? new Set<string>()
      const waiting = this.byDot.get(`${row}.${name}:${dot.site}:${dot.count}`) ?? new Set<string>()
      const over = decides ? [...mine, ...this.asked(row, name, side)] : mine
      if (name !== column && valueOf(after, '') === 'gone') {
        for (const one of over) for (const to of answered[''] ?? []) this.link(one, to)
        continue
      }
      answered[name] = this.say(row, name, over)
      if (!decides && choice === 'theirs') this.alike([answered[name] ?? new Set(), waiting])
    }
    return answered
  }

  /** Edits that neither stand anywhere at the end nor were written over by somebody who saw them. */
  lost(shown: (row: string) => readonly ReadonlyMap<string, Names>[]): string[] {
    return [...this.cells].flatMap(([edit, cell]) => {
      const [row = '', column = ''] = cell.split('.')
      const stands = new Set(shown(row).flatMap((site) => [...(site.get(column) ?? []), ...(site.get('') ?? [])]))
      const seen = new Set([edit])
      for (const name of seen) {
        if (stands.has(name) || this.retracted.has(name)) return []
        for (const to of this.next.get(name) ?? []) seen.add(to)
      }
      return [`${edit} of ${cell}`]
    })
  }
}

function valueOf(side: RowSide, column: string): ContentValue {
  return column === '' ? presenceOf(side.stamp) : (side.cells[column] ?? null)
}
