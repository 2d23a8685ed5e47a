import type { ContentCells, ContentValue } from '#shared/domain/exchange/content.ts'
import { openAfter } from '#shared/domain/exchange/merge/decide.ts'
import { mergeRow, type ClashChoice, type RowSide, type SentRow } from '#shared/domain/exchange/merge/merge-row.ts'
import {
  dotOf,
  editCells,
  joinKnows,
  newStamp,
  readStamp,
  withoutTwins,
  writeStamp,
  type Dot,
  type Stamp,
} from '#shared/domain/exchange/merge/stamp.ts'

/** What a clash left: theirs, to be decided. */
interface Waiting {
  /** The other side's stamp: a decision about the row has seen all it holds. */
  readonly stamp: Stamp
  readonly column: string
  readonly dot: Dot
  readonly cells: ContentCells | null
  /** It came from who owns the row: only then may another side give way. */
  readonly fromOwner: boolean
  /** Edits behind theirs, by column: what really happened, which no stamp is asked for. */
  readonly truth: Truth
}

/** Edits a row holds by column, whatever the stamps say: the newest, and all that were known when it was made. */
type Truth = ReadonlyMap<string, { readonly edit: string; readonly known: ReadonlySet<string> }>

interface Row {
  cells: Record<string, ContentValue>
  gone: boolean
  shadow: { cells: ContentCells; stamp: Stamp } | null
  waiting: Waiting[]
  /** Its edits when it last travelled. */
  travelled: Map<string, string>
  truth: Map<string, { edit: string; known: Set<string> }>
}

export interface Sent {
  readonly from: string
  readonly rows: readonly { readonly id: string; readonly row: SentRow; readonly truth: Truth }[]
}

/** Two people who said the same said one thing: whoever knows the one knows the other. */
let edits = 0
const alike = new Map<string, string>()

function nameOf(edit: string): string {
  let name = edit
  for (let next = alike.get(name); next !== undefined; next = alike.get(name)) name = next
  return name
}

function sayAlike(a: string, b: string): void {
  const [first, second] = [nameOf(a), nameOf(b)]
  if (first !== second) alike.set(first, second)
}

function knowsEdit(known: ReadonlySet<string>, edit: string): boolean {
  const name = nameOf(edit)
  return [...known].some((one) => nameOf(one) === name)
}

/** What waits for a decision stands for all that went before it. */
function isAsked({ waiting }: Row, column: string, edit: string): boolean {
  return waiting.some(
    (one) => (one.column === column || one.column === '') && knowsEdit(one.truth.get(column)?.known ?? new Set(), edit),
  )
}

export const COLUMNS = ['a', 'b', 'c'] as const
const ALL = ['', ...COLUMNS]

/**
 * A site in memory: the same pure rules as the data file, with rows, shadows and clashes in maps, and beside them what
 * really happened, so that a lost edit is seen whatever the stamps believe.
 */
export class MemorySite {
  readonly rows = new Map<string, Row>()
  /** Edits that were overwritten by somebody who had never seen them, without being asked. */
  readonly lost: string[] = []
  readonly name: string
  private count = 0
  private readonly ownerOf: (row: string) => string

  constructor(name: string, ownerOf: (row: string) => string) {
    this.name = name
    this.ownerOf = ownerOf
  }

  private owns(row: string): boolean {
    return this.ownerOf(row) === this.name
  }

  private note(row: Row, column: string): void {
    const edit = `${this.name}${++edits}`
    const known = new Set(row.truth.get(column)?.known ?? [])
    known.add(edit)
    row.truth.set(column, { edit, known })
  }

  edit(id: string, column: string, value: ContentValue): void {
    const known = this.rows.get(id)
    const row: Row = known ?? {
      cells: { a: null, b: null, c: null },
      gone: false,
      shadow: null,
      waiting: [],
      travelled: new Map(),
      truth: new Map(),
    }
    if (known?.gone === true) return
    if (known === undefined) {
      this.rows.set(id, row)
      for (const name of ALL) this.note(row, name)
    }
    if (row.cells[column] === value) return
    row.cells[column] = value
    const travelled = row.travelled.get(column)
    this.note(row, column)
    // Back to what it was when the row last travelled: nothing was edited.
    const edit = row.truth.get(column)?.edit
    if (
      edit !== undefined &&
      travelled !== undefined &&
      row.shadow !== null &&
      (row.shadow.cells[column] ?? null) === value
    )
      sayAlike(edit, travelled)
  }

  private remember(row: Row): void {
    row.travelled = new Map([...row.truth].map(([column, { edit }]) => [column, edit]))
  }

  remove(id: string): void {
    const row = this.rows.get(id)
    if (row === undefined || row.gone) return
    row.gone = true
    this.note(row, '')
  }

  private settle(row: Row, now: Dot): RowSide {
    const { shadow } = row
    if (shadow === null)
      return { cells: row.cells, stamp: { ...newStamp(now.site, now.count), gone: row.gone ? now : null } }
    const { stamp } = shadow
    if (row.gone)
      return stamp.gone === null
        ? { cells: row.cells, stamp: { ...stamp, gone: now, knows: joinKnows(stamp.knows, { [now.site]: now.count }) } }
        : { cells: row.cells, stamp }
    const news = COLUMNS.filter((name) => row.cells[name] !== (shadow.cells[name] ?? null))
    return { cells: row.cells, stamp: editCells(stamp, news, now) }
  }

  private tick(): Dot {
    return { site: this.name, count: ++this.count }
  }

  send(): Sent {
    const now = this.tick()
    const rows = [...this.rows].map(([id, row]) => {
      const side = this.settle(row, now)
      // Through text and back, as a package does it.
      const stamp = readStamp(writeStamp(side.stamp))
      if (stamp === null) throw new Error('a stamp that cannot be read')
      row.shadow = { cells: { ...row.cells }, stamp }
      this.remember(row)
      return {
        id,
        row: { cells: { ...row.cells }, base: { ...row.shadow.cells }, stamp },
        truth: new Map([...row.truth].map(([column, { edit, known }]) => [column, { edit, known: new Set(known) }])),
      }
    })
    return { from: this.name, rows }
  }

  receive({ from, rows }: Sent, choose: ClashChoice = 'leave'): number {
    const now = this.tick()
    let clashes = 0
    for (const { id, row: sent, truth } of rows) clashes += this.receiveRow(id, sent, { truth, from }, now, choose)
    return clashes
  }

  private receiveRow(
    id: string,
    sent: SentRow,
    { truth, from }: { readonly truth: Truth; readonly from: string },
    now: Dot,
    choose: ClashChoice,
  ): number {
    const fromOwner = this.ownerOf(id) === from
    const known = this.rows.get(id)
    const ours = known === undefined ? null : this.settle(known, now)
    const merge = mergeRow(ours, sent, {
      columns: COLUMNS,
      decides: this.owns(id),
      fromOwner,
      joined: false,
      prevails: null,
      choose: () => choose,
      refuses: () => null,
      pending: (column) => (known?.waiting ?? []).filter((one) => one.column === column).map(({ dot }) => dot),
      decision: now,
    })
    const row: Row = known ?? {
      cells: { a: null, b: null, c: null },
      gone: false,
      shadow: null,
      waiting: [],
      travelled: new Map(),
      truth: new Map(),
    }
    this.rows.set(id, row)
    const asked = new Set(merge.outcomes.filter(({ what }) => what === 'clash').map(({ column }) => column))
    this.checkTruth(row, known !== undefined, sent, truth, merge, asked)
    Object.assign(row.cells, merge.cells)
    if (merge.what === 'delete') row.gone = true
    if (merge.what === 'create') row.gone = false
    if (known === undefined && merge.what === 'none') row.gone = true
    for (const { column, dot } of merge.closed)
      row.waiting = row.waiting.filter(
        (one) => one.column !== column || one.dot.site !== dot.site || one.dot.count !== dot.count,
      )
    for (const { column, dot } of merge.opened)
      if (!row.waiting.some((one) => one.column === column && one.dot.site === dot.site && one.dot.count === dot.count))
        row.waiting.push({
          stamp: sent.stamp,
          column,
          dot,
          cells: sent.stamp.gone === null ? sent.cells : null,
          fromOwner,
          truth,
        })
    row.shadow = { cells: { ...row.cells }, stamp: merge.stamp }
    this.remember(row)
    return asked.size
  }

  /** Without being asked, what is overwritten must have been known to who wrote over it. */
  private checkTruth(
    row: Row,
    wasHere: boolean,
    sent: SentRow,
    truth: Truth,
    merge: ReturnType<typeof mergeRow>,
    asked: ReadonlySet<string>,
  ): void {
    const decided = merge.outcomes.some((one) => one.what === 'clash' && one.decided !== null)
    const isWhole = merge.what === 'create' || merge.what === 'delete'
    for (const column of ALL) {
      const mine = row.truth.get(column)
      const theirs = truth.get(column)
      if (theirs === undefined) continue
      const took = !wasHere || isWhole || Object.hasOwn(merge.cells, column)
      if (wasHere && mine !== undefined && column !== '' && !asked.has(column) && !asked.has('')) {
        const bothThere = sent.stamp.gone === null && !row.gone
        const same = bothThere && row.cells[column] === sent.cells[column]
        if (same) sayAlike(mine.edit, theirs.edit)
        else if (took && !knowsEdit(theirs.known, mine.edit))
          this.lost.push(`${this.name}: ${mine.edit} under ${theirs.edit}`)
        else if (!took && bothThere && !knowsEdit(mine.known, theirs.edit) && !isAsked(row, column, theirs.edit))
          this.lost.push(`${this.name}: ${theirs.edit} before ${mine.edit}`)
      }
      if (took) row.truth.set(column, { edit: theirs.edit, known: new Set([...theirs.known, ...(mine?.known ?? [])]) })
      else if (!asked.has(column) || decided)
        row.truth.set(column, {
          edit: mine?.edit ?? theirs.edit,
          known: new Set([...theirs.known, ...(mine?.known ?? [])]),
        })
    }
  }

  /** Decides what waits: whose row it is, as it likes; the other side may only take theirs. */
  decide(choice: (column: string) => 'ours' | 'theirs'): number {
    let decided = 0
    for (const [id, row] of this.rows) {
      if (row.waiting.length === 0) continue
      const owns = this.owns(id)
      for (const waiting of [...row.waiting]) {
        if (!row.waiting.includes(waiting)) continue
        const chosen = choice(waiting.column)
        if (!owns && (chosen === 'ours' || !waiting.fromOwner)) continue
        this.decideOne(row, waiting, chosen, owns)
        decided++
      }
    }
    return decided
  }

  private decideOne(row: Row, waiting: Waiting, choice: 'ours' | 'theirs', owns: boolean): void {
    const { column, dot, cells, truth } = waiting
    const now = this.tick()
    const side = this.settle(row, now)
    const asked = owns ? row.waiting.filter((one) => one.column === column) : [waiting]
    const stamps = asked.map((one) => one.stamp)
    const open = openAfter(side.stamp, stamps, column, dot, owns)
    const chosen = owns ? now : dot
    const stamp = {
      ...side.stamp,
      open,
      knows: owns ? joinKnows(side.stamp.knows, { [now.site]: now.count }) : side.stamp.knows,
    }
    if (column === '') this.decideRow(row, side, stamp, { choice, chosen, cells })
    else {
      if (choice === 'theirs') row.cells[column] = cells?.[column] ?? null
      row.shadow = {
        cells: { ...row.cells },
        stamp: { ...stamp, twins: withoutTwins(stamp.twins, [column]), cells: { ...stamp.cells, [column]: chosen } },
      }
    }
    row.waiting = row.waiting.filter((one) => one.column !== column || (!owns && one.dot !== dot))
    for (const name of column === '' ? ALL : [column]) {
      const theirs = truth.get(name)
      const mine = row.truth.get(name)
      const known = new Set([
        ...asked.flatMap((one) => [...(one.truth.get(name)?.known ?? [])]),
        ...(mine?.known ?? []),
      ])
      row.truth.set(name, { edit: (choice === 'theirs' ? theirs : mine)?.edit ?? '', known })
      if (owns) this.note(row, name)
    }
  }

  private decideRow(
    row: Row,
    side: RowSide,
    stamp: Stamp,
    {
      choice,
      chosen,
      cells,
    }: { readonly choice: 'ours' | 'theirs'; readonly chosen: Dot; readonly cells: ContentCells | null },
  ): void {
    const staysGone = choice === 'ours' ? row.gone : cells === null
    if (staysGone) {
      row.gone = true
      row.shadow = {
        cells: { ...row.cells },
        stamp: { ...stamp, twins: withoutTwins(stamp.twins, ['']), gone: chosen },
      }
      return
    }
    if (choice === 'theirs') Object.assign(row.cells, cells)
    row.gone = false
    const named = Object.fromEntries(
      COLUMNS.map((name) => [name, choice === 'theirs' ? chosen : dotOf(side.stamp, name)]),
    )
    row.shadow = {
      cells: { ...row.cells },
      stamp: {
        ...stamp,
        born: chosen,
        cells: named,
        gone: null,
        twins: choice === 'theirs' ? {} : withoutTwins(stamp.twins, ['']),
      },
    }
  }

  /** What a person sees: rows that are there, cell by cell. */
  picture(): Record<string, Record<string, ContentValue>> {
    return Object.fromEntries(
      [...this.rows]
        .filter(([, row]) => !row.gone)
        .map(([id, row]) => [id, { ...row.cells }] as const)
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    )
  }

  /** Rows and cells that wait for a decision: which of both is shown meanwhile depends on what came first. */
  open(): Set<string> {
    return new Set(
      [...this.rows].flatMap(([id, row]) => row.waiting.map(({ column }) => (column === '' ? id : `${id}.${column}`))),
    )
  }

  openCount(): number {
    return [...this.rows.values()].reduce((sum, row) => sum + row.waiting.length, 0)
  }
}
