import { checkTaxCode } from '#shared/domain/enterprises/tax-check.ts'
import type { RegistryColumnId } from '#shared/domain/enterprises/columns.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import {
  readRegistryCells,
  readEnterpriseKeys,
  readLastChange,
  readRegistryChanges,
  readSearchTexts,
  type ObservationScope,
  type RegistryCell,
} from '../../db/queries/enterprise-columns.ts'
import type { ReadStore } from '../../db/store.ts'
import { CodedColumn } from './coded-column.ts'
import { DatedLayer, rulesOf, type DatedColumnId } from './dated-layer.ts'
import { readCatalogue, type RegistryCatalogue } from './registry-catalogue.ts'

const MOST_LAYERS = 3
/** From so many moved names on they are put in order all together. */
const MANY = 500
/** Columns kept; the one that was not asked for longest is let go. */
const MOST_COLUMNS = 24

/**
 * The registry as lists need it: per connection, columns read when they are first asked for, brought up to date from
 * the recorded changes. What pages show is read from the file by ids; this only says which rows and in what order.
 */
export class RegistryIndex {
  readonly sqlite: ReadStore['sqlite']
  private sequence = -1
  private ids: string[] = []
  private rows = new Map<string, number>()
  private alive = new Uint8Array(0)
  private keys: string[] = []
  /** Rows in Vietnamese order of names. */
  private ordered: number[] = []
  private columns = new Map<RegistryColumnId, CodedColumn>()
  private layers = new Map<string, DatedLayer>()
  private searched: string[] | null = null
  private names: RegistryCatalogue | null = null
  private day: IsoDate | null = null
  private ranks: { readonly version: number; readonly of: Int32Array } | null = null
  /** Rises with everything that may change an answer. */
  version = 0

  constructor(sqlite: ReadStore['sqlite']) {
    this.sqlite = sqlite
  }

  size(): number {
    return this.ids.length
  }
  rowOf(id: string): number | undefined {
    return this.rows.get(id)
  }
  idOf(row: number): string {
    return this.ids[row] ?? ''
  }
  isAlive(row: number): boolean {
    return this.alive[row] === 1
  }
  inNameOrder(): readonly number[] {
    return this.ordered
  }
  catalogue(): RegistryCatalogue {
    this.names ??= readCatalogue({ sqlite: this.sqlite })
    return this.names
  }

  column(id: RegistryColumnId, scope: ObservationScope, today: () => IsoDate): CodedColumn {
    if (id === 'taxCheck') return this.taxChecks()
    if (id === 'unit' && scope.day !== null) return this.layer(scope, today).column(id)
    return isDated(id) ? this.layer(scope, today).column(id) : this.registryColumn(id)
  }

  /** A column for one look at all of it; it is not kept for that. */
  columnOnce(id: RegistryColumnId, scope: ObservationScope, today: () => IsoDate): CodedColumn {
    if (id === 'taxCheck' || id === 'unit' || isDated(id)) return this.column(id, scope, today)
    return this.columns.get(id) ?? this.readColumn(id)
  }

  layer(scope: ObservationScope, today: () => IsoDate): DatedLayer {
    const key = `${scope.day ?? ''}|${scope.round ?? ''}`
    const known = this.layers.get(key)
    const layer = known ?? new DatedLayer(this, scope, today)
    // The one asked for last stands last; the oldest goes first.
    this.layers.delete(key)
    this.layers.set(key, layer)
    for (const old of this.layers.keys()) {
      if (this.layers.size <= MOST_LAYERS) break
      this.layers.delete(old)
    }
    return layer
  }

  /** Brings everything up to what the file holds now. */
  refresh(today: IsoDate): void {
    if (this.day !== today) {
      this.day = today
      for (const layer of this.layers.values()) layer.forgetDays()
      this.version++
    }
    if (this.sequence >= 0 && readLastChange(this.sqlite) === this.sequence) return
    this.version++
    if (this.sequence < 0) {
      this.readAll(readLastChange(this.sqlite))
      return
    }
    const changes = readRegistryChanges(this.sqlite, this.sequence)
    if (changes.enterprises === null) {
      this.readAll(changes.sequence)
      return
    }
    if (changes.catalogues) this.forgetNames()
    if (changes.enterprises.size > 0) this.readAgain([...changes.enterprises])
    this.sequence = changes.sequence
  }

  /** Folded texts a search looks in, by row. */
  searchTexts(): readonly string[] {
    if (this.searched === null) {
      const texts = Array.from({ length: this.ids.length }, () => '')
      for (const [id, text] of readSearchTexts(this.sqlite, null)) {
        const row = this.rows.get(id)
        if (row !== undefined) texts[row] = text
      }
      this.searched = texts
    }
    return this.searched
  }

  private readAll(sequence: number): void {
    const rows = readEnterpriseKeys(this.sqlite, null)
    this.ids = rows.map(([id]) => id)
    this.keys = rows.map(([, key]) => key)
    this.rows = new Map(this.ids.map((id, row) => [id, row]))
    this.alive = new Uint8Array(this.ids.length).fill(1)
    this.ordered = this.ids.map((_, row) => row)
    this.columns = new Map()
    this.layers = new Map()
    this.searched = null
    this.names = null
    this.sequence = sequence
  }

  private forgetNames(): void {
    this.names = null
    // What is shown and ordered by may be another word now; the values themselves are read again with them.
    this.columns = new Map()
    this.layers = new Map()
  }

  private readAgain(ids: readonly string[]): void {
    const found = new Map(readEnterpriseKeys(this.sqlite, ids))
    const moved = new Set<number>()
    for (const id of ids) {
      const key = found.get(id)
      const row = this.rows.get(id) ?? (key === undefined ? undefined : this.addRow(id))
      if (row === undefined) continue
      if (key === this.keys[row] && (key !== undefined) === this.isAlive(row)) continue
      moved.add(row)
      this.alive[row] = key === undefined ? 0 : 1
      this.keys[row] = key ?? ''
    }
    if (moved.size > 0) this.placeAgain(moved)
    const kept = [...found.keys()]
    this.columns.delete('parentEnterprise')
    this.columns.delete('taxCheck')
    const cells = [...this.columns.keys()] as RegistryCell[]
    if (cells.length > 0)
      for (const [id, ...values] of readRegistryCells(this.sqlite, cells, kept)) {
        const row = this.rows.get(id)
        if (row !== undefined) cells.forEach((cell, at) => this.columns.get(cell)?.set(row, values[at] ?? null))
      }
    for (const layer of this.layers.values()) layer.refresh(kept)
    if (this.searched !== null)
      for (const [id, text] of readSearchTexts(this.sqlite, kept)) {
        const row = this.rows.get(id)
        if (row !== undefined) this.searched[row] = text
      }
  }

  private addRow(id: string): number {
    const row = this.ids.length
    this.ids.push(id)
    this.rows.set(id, row)
    this.keys.push('')
    if (row >= this.alive.length) {
      const longer = new Uint8Array(Math.ceil(row * 1.25) + 16)
      longer.set(this.alive)
      this.alive = longer
    }
    return row
  }

  private placeAgain(moved: ReadonlySet<number>): void {
    this.ordered = this.ordered.filter((row) => !moved.has(row))
    if (moved.size > MANY) {
      const added = [...moved].filter((row) => this.isAlive(row))
      this.ordered = [...this.ordered, ...added].toSorted((a, b) => this.compareRows(a, b))
      return
    }
    for (const row of moved) {
      if (!this.isAlive(row)) continue
      let low = 0
      let high = this.ordered.length
      while (low < high) {
        const middle = (low + high) >>> 1
        if (this.compareRows(this.ordered[middle] ?? 0, row) < 0) low = middle + 1
        else high = middle
      }
      this.ordered.splice(low, 0, row)
    }
  }

  private compareRows(a: number, b: number): number {
    const one = this.keys[a] ?? ''
    const other = this.keys[b] ?? ''
    if (one !== other) return one < other ? -1 : 1
    return this.idOf(a) < this.idOf(b) ? -1 : 1
  }

  unitsNow(): CodedColumn {
    return this.registryColumn('unit')
  }

  /** Place of each row in the order of names, rows of one name sharing theirs: what sorting by name needs. */
  nameRanks(): Int32Array {
    if (this.ranks?.version === this.version) return this.ranks.of
    const of = new Int32Array(this.ids.length).fill(-1)
    let place = -1
    let last: string | null = null
    for (const row of this.ordered) {
      const key = this.keys[row] ?? ''
      if (key !== last) place++
      last = key
      of[row] = place
    }
    this.ranks = { version: this.version, of }
    return of
  }

  private registryColumn(id: RegistryCell): CodedColumn {
    const known = this.columns.get(id)
    if (known !== undefined) {
      this.columns.delete(id)
      this.columns.set(id, known)
      return known
    }
    const column = this.readColumn(id)
    this.columns.set(id, column)
    for (const old of this.columns.keys()) {
      if (this.columns.size <= MOST_COLUMNS) break
      this.columns.delete(old)
    }
    return column
  }

  private readColumn(id: RegistryCell): CodedColumn {
    const column = new CodedColumn(this.ids.length, rulesOf(this, id))
    for (const [enterprise, value] of readRegistryCells(this.sqlite, [id], null)) {
      const row = this.rows.get(enterprise)
      if (row !== undefined) column.set(row, value ?? null)
    }
    column.settle()
    return column
  }

  private taxChecks(): CodedColumn {
    const known = this.columns.get('taxCheck')
    if (known !== undefined) return known
    const codes = this.registryColumn('taxCode')
    const column = new CodedColumn(this.ids.length, rulesOf(this, 'taxCheck'))
    for (let row = 0; row < this.ids.length; row++) {
      const code = codes.get(row)
      column.set(row, checkTaxCode(typeof code === 'string' ? code : null))
    }
    this.columns.set('taxCheck', column)
    return column
  }
}

const DATED = new Set<string>([
  'surveyedOn',
  'stage',
  'stageOn',
  'daysInStage',
  'lastContactOn',
  'nextContactOn',
  'contacts',
  'nonmembers',
  'sizeBand',
  'workers',
  'women',
  'foreignWorkers',
  'withContracts',
  'insured',
  'hasUnion',
  'members',
  'womenMembers',
  'unionDecisionNumber',
  'unionDecisionOn',
  'partyOrganisation',
  'youthOrganisation',
  'difficultyCodes',
  'difficulty',
] satisfies DatedColumnId[])

function isDated(id: RegistryColumnId): id is Exclude<RegistryColumnId & DatedColumnId, 'unit'> {
  return DATED.has(id)
}

const indices = new WeakMap<ReadStore['sqlite'], RegistryIndex>()

/** The index of a connection, up to date. */
export function openIndex({ sqlite }: Pick<ReadStore, 'sqlite'>, today: IsoDate): RegistryIndex {
  const known = indices.get(sqlite) ?? new RegistryIndex(sqlite)
  indices.set(sqlite, known)
  known.refresh(today)
  return known
}
