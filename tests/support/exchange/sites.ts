import type { ContentCells, ContentValue } from '#shared/domain/exchange/content.ts'
import { decideRow } from '#shared/domain/exchange/merge/decide.ts'
import { mergeRow, openEdits, type ClashChoice, type SentRow } from '#shared/domain/exchange/merge/merge-row.ts'
import { settleRow } from '#shared/domain/exchange/merge/register.ts'
import { othersOf, type Dot, type Stamp } from '#shared/domain/exchange/merge/stamp.ts'
import { readStamp, writeStamp } from '#shared/domain/exchange/merge/stamp-text.ts'
import type { Names, Shows, Truth } from './truth.ts'

export const COLUMNS = ['a', 'b', 'c'] as const

interface Row {
  cells: ContentCells
  gone: boolean
  shadow: { readonly cells: ContentCells; readonly stamp: Stamp } | null
  /** What was really done, and is shown here: by cell, '' for the row. */
  shows: Shows
  /** As it was when the row last travelled. */
  travelled: Shows
  /** Who brought what waits, by its edit. */
  readonly from: Map<string, string>
}

export interface Sent {
  readonly from: string
  readonly rows: readonly { readonly id: string; readonly row: SentRow; readonly shows: Shows }[]
}

/**
 * A site in memory: the same pure rules as the data file, with rows in maps, and beside them what really happened, so
 * that a lost edit is seen whatever the stamps believe.
 */
export class MemorySite {
  readonly rows = new Map<string, Row>()
  readonly name: string
  private count = 0
  private readonly ownerOf: (row: string) => string
  private readonly truth: Truth

  constructor(name: string, ownerOf: (row: string) => string, truth: Truth) {
    this.name = name
    this.ownerOf = ownerOf
    this.truth = truth
  }

  private owns(row: string): boolean {
    return this.ownerOf(row) === this.name
  }

  private tick(): Dot {
    return { site: this.name, count: ++this.count }
  }

  edit(id: string, column: string, value: ContentValue): void {
    const { truth } = this
    const row = this.rows.get(id) ?? {
      cells: { a: null, b: null, c: null },
      gone: false,
      shadow: null,
      shows: { '': truth.say(id, '', []) },
      travelled: {},
      from: new Map<string, string>(),
    }
    if (row.gone) return
    this.rows.set(id, row)
    if ((row.cells[column] ?? null) === value) return
    row.cells = { ...row.cells, [column]: value }
    const said = truth.say(id, column, row.shows[column] ?? new Set())
    row.shows = { ...row.shows, [column]: said }
    // Back to what it was when the row last travelled: nothing was edited; if nothing was ever said there, nothing is.
    if ((row.shadow?.cells[column] ?? null) !== value) return
    const before = row.travelled[column]
    if (before !== undefined && before.size > 0) truth.alike([said, before])
    else truth.retract(said)
  }

  remove(id: string): void {
    const row = this.rows.get(id)
    if (row === undefined || row.gone) return
    row.gone = true
    const over = Object.values(row.shows).flatMap((names) => [...names])
    row.shows = { ...row.shows, '': this.truth.say(id, '', over) }
    this.noteBack(row)
  }

  /** Whether it is there is as it was when it last travelled: nothing was done. */
  private noteBack({ shadow, gone, shows, travelled }: Row): void {
    if (shadow?.stamp.gone === gone) this.truth.alike([shows[''] ?? new Set(), travelled[''] ?? new Set()])
  }

  /** A row that was removed is put back as it was, as an undo does it. */
  putBack(id: string): void {
    const row = this.rows.get(id)
    if (row === undefined || !row.gone) return
    row.gone = false
    row.shows = { ...row.shows, '': this.truth.say(id, '', row.shows[''] ?? []) }
    this.noteBack(row)
  }

  private settle(id: string, row: Row, now: Dot): { readonly cells: ContentCells; readonly stamp: Stamp } {
    const { stamp } = settleRow(row.gone ? null : row.cells, row.shadow, COLUMNS, now)
    const cells = row.gone && row.shadow !== null ? row.shadow.cells : row.cells
    for (const column of ['', ...COLUMNS]) this.truth.name(id, column, now, row.shows[column])
    return { cells, stamp }
  }

  private remember(row: Row, cells: ContentCells, stamp: Stamp): void {
    // Through text and back, as a package and the data file do it.
    const read = readStamp(writeStamp(stamp))
    if (read === null) throw new Error('a stamp that cannot be read')
    row.shadow = { cells, stamp: read }
    row.travelled = row.shows
  }

  send(): Sent {
    const now = this.tick()
    const rows = [...this.rows].map(([id, row]) => {
      const { cells, stamp } = this.settle(id, row, now)
      this.remember(row, cells, stamp)
      return { id, row: { cells, base: {}, stamp: row.shadow?.stamp ?? stamp }, shows: row.shows }
    })
    return { from: this.name, rows }
  }

  /** Answers how many clashes were met. */
  receive({ from, rows }: Sent, choose: ClashChoice = 'leave'): number {
    const now = this.tick()
    let clashes = 0
    for (const { id, row, shows } of rows) clashes += this.receiveRow(id, row, { shows, from }, now, choose)
    return clashes
  }

  private receiveRow(
    id: string,
    sent: SentRow,
    { shows, from }: { readonly shows: Shows; readonly from: string },
    now: Dot,
    choose: ClashChoice,
  ): number {
    const known = this.rows.get(id)
    const ours = known === undefined ? null : this.settle(id, known, now)
    const decides = this.owns(id)
    const merge = mergeRow(ours, sent, {
      columns: COLUMNS,
      decides,
      fromOwner: this.ownerOf(id) === from,
      prevails: null,
      choose: () => choose,
      refuses: () => null,
      decision: now,
    })
    const row: Row = known ?? { cells: {}, gone: true, shadow: null, shows: {}, travelled: {}, from: new Map() }
    this.rows.set(id, row)
    if (ours === null) row.shows = shows
    else
      row.shows = this.truth.merge(id, {
        ours: { side: ours, shows: row.shows },
        theirs: { side: sent, shows },
        after: { cells: merge.after, stamp: merge.stamp },
        decided: new Map(merge.outcomes.map(({ column, decided }) => [column, decided])),
        decides,
      })
    row.gone = merge.stamp.gone
    row.cells = merge.after
    for (const column of ['', ...COLUMNS]) this.truth.name(id, column, now, row.shows[column])
    this.remember(row, merge.after, merge.stamp)
    for (const { column, edit } of openEdits(merge.stamp)) {
      const key = `${column}:${edit.site}:${edit.count}`
      if (!row.from.has(key)) row.from.set(key, from)
    }
    return merge.outcomes.filter(({ what }) => what === 'clash').length
  }

  /** Decides what waits: whose row it is, as it likes; the other side may only take the owner's. */
  decide(choice: (column: string) => 'ours' | 'theirs'): number {
    let decided = 0
    for (const [id, row] of this.rows) {
      const decides = this.owns(id)
      for (const { column, edit } of row.shadow === null ? [] : openEdits(row.shadow.stamp)) {
        const chosen = choice(column)
        const from = row.from.get(`${column}:${edit.site}:${edit.count}`)
        if (!decides && (chosen === 'ours' || from !== this.ownerOf(id))) continue
        const now = this.tick()
        const side = this.settle(id, row, now)
        const after = decideRow(side, { column, dot: edit, choice: chosen, decides, now })
        if (after === null) continue
        row.shows = this.truth.decide(id, { side, after, shows: row.shows, column, choice: chosen, dot: edit, decides })
        row.gone = after.stamp.gone
        row.cells = after.cells
        for (const name of ['', ...COLUMNS]) this.truth.name(id, name, now, row.shows[name])
        this.remember(row, after.cells, after.stamp)
        decided++
      }
    }
    return decided
  }

  /** What a person sees: rows that are there, cell by cell. */
  picture(): Record<string, ContentCells> {
    return Object.fromEntries(
      [...this.rows]
        .filter(([, row]) => !row.gone)
        .map(([id, row]) => [id, { ...row.cells }] as const)
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    )
  }

  /** Cells of rows with what they show and what waits beside it; of a row about which is asked, also that it is gone. */
  values(): Map<string, ReadonlySet<string>> {
    const values = new Map<string, Set<string>>()
    for (const [id, { cells, gone, shadow }] of this.rows) {
      const open = shadow === null ? [] : openEdits(shadow.stamp)
      const isAsked = open.some(({ column }) => column === '')
      if (gone && !isAsked) continue
      for (const column of COLUMNS) {
        const waiting = shadow === null ? [] : othersOf(shadow.stamp, column).map(({ value }) => value ?? null)
        const said = [cells[column] ?? null, ...waiting].map((value) => JSON.stringify(value))
        values.set(`${id}.${column}`, new Set([...said, ...(isAsked ? ['gone'] : [])]))
      }
    }
    return values
  }

  showsOf(id: string): ReadonlyMap<string, Names> {
    return new Map(Object.entries(this.rows.get(id)?.shows ?? {}))
  }

  /** Rows and cells that wait for a decision: which of both is shown meanwhile depends on what came first. */
  open(): Set<string> {
    return new Set(
      [...this.rows].flatMap(([id, { shadow }]) =>
        (shadow === null ? [] : openEdits(shadow.stamp)).map(({ column }) => (column === '' ? id : `${id}.${column}`)),
      ),
    )
  }

  openCount(): number {
    return this.open().size
  }
}
