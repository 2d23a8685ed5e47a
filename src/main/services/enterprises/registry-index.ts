import { checkTaxCode } from '#shared/domain/enterprises/tax-check.ts'
import type { RegistryColumnId } from '#shared/domain/enterprises/columns.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import {
  countEnterprises,
  iterateEnterpriseKeys,
  readKept,
  readLastChange,
  readRegistryCells,
  readRegistryChanges,
  type ObservationScope,
  type RegistryCell,
} from '../../db/queries/enterprise-columns.ts'
import { readOfficersOn } from '../../db/queries/enterprise-officers.ts'
import type { ReadStore } from '../../db/store.ts'
import { CodedColumn } from './coded-column.ts'
import { DatedLayer, rulesOf, type DatedColumnId } from './dated-layer.ts'
import { NameOrder } from './name-order.ts'
import { readCatalogue, type RegistryCatalogue } from './registry-catalogue.ts'
import { RowIds } from './row-ids.ts'
import { SearchTexts } from './search-texts.ts'

const MOST_LAYERS = 3
/** From so many moved names on the whole order is read anew. */
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
  private ids = new RowIds()
  private alive = new Uint8Array(0)
  private names: NameOrder
  private columns = new Map<RegistryColumnId, CodedColumn>()
  private layers = new Map<string, DatedLayer>()
  private searched: SearchTexts
  private words: RegistryCatalogue | null = null
  private day: IsoDate | null = null
  private ranks: { readonly version: number; readonly of: Int32Array } | null = null
  /** Rises with everything that may change an answer. */
  version = 0

  constructor(sqlite: ReadStore['sqlite']) {
    this.sqlite = sqlite
    this.names = this.emptyOrder()
    this.searched = this.noTexts()
  }

  size(): number {
    return this.ids.size
  }
  rowOf(id: string): number | undefined {
    return this.ids.rowOf(id)
  }
  idOf(row: number): string {
    return this.ids.idOf(row)
  }
  isAlive(row: number): boolean {
    return this.alive[row] === 1
  }
  inNameOrder(): readonly number[] {
    return this.names.inOrder()
  }
  catalogue(): RegistryCatalogue {
    this.words ??= readCatalogue({ sqlite: this.sqlite })
    return this.words
  }

  column(id: RegistryColumnId, scope: ObservationScope, today: () => IsoDate): CodedColumn {
    if (id === 'taxCheck') return this.taxChecks()
    if (id === 'unit' && scope.day !== null) return this.layer(scope, today).column(id)
    if (id === 'officer' && scope.day !== null) return this.officersOn(scope.day)
    return isDated(id) ? this.layer(scope, today).column(id) : this.registryColumn(id)
  }

  /** A column for one look at all of it; it is not kept for that. */
  columnOnce(id: RegistryColumnId, scope: ObservationScope, today: () => IsoDate): CodedColumn {
    if (id === 'taxCheck' || id === 'unit' || isDated(id)) return this.column(id, scope, today)
    if (id === 'officer' && scope.day !== null) return this.officersOn(scope.day)
    return this.columns.get(id) ?? this.readColumn(id)
  }

  /** Who was in charge that day. Not kept: charges of days past change without any row of the registry. */
  private officersOn(day: IsoDate): CodedColumn {
    const now = this.registryColumn('officer')
    const column = new CodedColumn(this.size(), rulesOf(this, 'officer'))
    for (let row = 0; row < this.size(); row++) column.set(row, now.get(row))
    for (const { id, officerId } of readOfficersOn(this.sqlite, day, null)) {
      const row = this.rowOf(id)
      if (row !== undefined) column.set(row, officerId)
    }
    return column
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
    if (changes.enterprises.size > 0) this.readAgain([...changes.enterprises], changes.renamed)
    this.sequence = changes.sequence
  }

  /** Whether every folded word stands in what is searched of a row. */
  searchTest(words: readonly string[]): (row: number) => boolean {
    return this.searched.test(words)
  }

  private noTexts(): SearchTexts {
    return new SearchTexts(this.sqlite, (id) => this.rowOf(id))
  }

  private readAll(sequence: number): void {
    this.ids = new RowIds(countEnterprises(this.sqlite))
    this.names = this.emptyOrder()
    this.readOrder((id) => this.ids.add(id))
    this.alive = new Uint8Array(this.ids.size).fill(1)
    this.columns = new Map()
    this.layers = new Map()
    this.searched.leave()
    this.searched = this.noTexts()
    this.words = null
    this.sequence = sequence
  }

  private emptyOrder(): NameOrder {
    return new NameOrder(this.sqlite, (row) => this.ids.idOf(row))
  }

  private readOrder(rowOf: (id: string) => number | undefined): void {
    let before: string | null = null
    for (const [id, key] of iterateEnterpriseKeys(this.sqlite)) {
      const row = rowOf(id)
      if (row !== undefined) this.names.append(row, key === before)
      before = key
    }
  }

  private forgetNames(): void {
    this.words = null
    // What is shown and ordered by may be another word now; the values themselves are read again with them.
    this.columns = new Map()
    this.layers = new Map()
  }

  private readAgain(ids: readonly string[], renamed: ReadonlySet<string>): void {
    const kept = readKept(this.sqlite, ids)
    const isThere = new Set(kept)
    const moved = new Set<number>()
    for (const id of ids) {
      const row = this.rowOf(id) ?? (isThere.has(id) ? this.addRow(id) : undefined)
      if (row === undefined) continue
      if (renamed.has(id) || isThere.has(id) !== this.isAlive(row)) moved.add(row)
      this.alive[row] = isThere.has(id) ? 1 : 0
    }
    if (moved.size > MANY) {
      this.names = this.emptyOrder()
      this.readOrder((id) => this.rowOf(id))
    } else if (moved.size > 0) this.names.move(moved, (row) => this.isAlive(row))
    this.columns.delete('parentEnterprise')
    this.columns.delete('taxCheck')
    const cells = [...this.columns.keys()] as RegistryCell[]
    if (cells.length > 0)
      for (const [id, ...values] of readRegistryCells(this.sqlite, cells, kept)) {
        const row = this.rowOf(id)
        if (row !== undefined) cells.forEach((cell, at) => this.columns.get(cell)?.set(row, values[at] ?? null))
      }
    for (const layer of this.layers.values()) layer.refresh(kept)
    this.searched.refresh(kept)
  }

  private addRow(id: string): number {
    const row = this.ids.add(id)
    if (row >= this.alive.length) {
      const longer = new Uint8Array(Math.ceil(row * 1.25) + 16)
      longer.set(this.alive)
      this.alive = longer
    }
    return row
  }

  unitsNow(): CodedColumn {
    return this.registryColumn('unit')
  }

  /** Place of each row in the order of names, rows of one name sharing theirs: what sorting by name needs. */
  nameRanks(): Int32Array {
    if (this.ranks?.version === this.version) return this.ranks.of
    const of = this.names.ranks(this.ids.size)
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
    const column = new CodedColumn(this.ids.size, rulesOf(this, id))
    for (const [enterprise, value] of readRegistryCells(this.sqlite, [id], null)) {
      const row = this.rowOf(enterprise)
      if (row !== undefined) column.set(row, value ?? null)
    }
    column.settle()
    return column
  }

  private taxChecks(): CodedColumn {
    const known = this.columns.get('taxCheck')
    if (known !== undefined) return known
    const codes = this.registryColumn('taxCode')
    const column = new CodedColumn(this.ids.size, rulesOf(this, 'taxCheck'))
    for (let row = 0; row < this.ids.size; row++) {
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
