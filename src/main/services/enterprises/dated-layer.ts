import { bandOf } from '#shared/domain/enterprises/size-bands.ts'
import { findRegistryColumn, type RegistryColumnId } from '#shared/domain/enterprises/columns.ts'
import { keyOfCell, textOfCell } from '#shared/domain/enterprises/cell-text.ts'
import type { TableValue } from '#shared/domain/table/view.ts'
import { daysBetween, type IsoDate } from '#shared/kit/dates.ts'
import {
  iterateContacts,
  iterateObservedCells,
  iterateStages,
  OBSERVED_CELLS,
  readMovedSince,
  readUnseen,
  type ObservationScope,
  type ObservedCell,
} from '../../db/queries/enterprise-columns.ts'
import { CodedColumn, type ValueRules } from './coded-column.ts'
import type { RegistryIndex } from './registry-index.ts'

/** Read together, because every list sums them. */
const MAIN_CELLS: readonly ObservedCell[] = ['workers', 'women', 'insured', 'hasUnion', 'members']
export const FLAGS = new Set<string>(['hasUnion', 'partyOrganisation', 'youthOrganisation'])

export type DatedColumnId =
  | ObservedCell
  | 'unit'
  | 'surveyedOn'
  | 'stage'
  | 'stageOn'
  | 'daysInStage'
  | 'lastContactOn'
  | 'nextContactOn'
  | 'contacts'
  | 'nonmembers'
  | 'sizeBand'

export function rulesOf(index: RegistryIndex, id: RegistryColumnId): ValueRules {
  const column = findRegistryColumn(id)
  if (column === null) throw new Error(`the registry has no column ${id}`)
  return {
    text: (value) => textOfCell(column, value, index.catalogue().lists),
    key: (value) => keyOfCell(column, value, index.catalogue().lists),
  }
}

/** What is known as of one day (or from one round): figures, stages, contacts, and what follows from them. */
export class DatedLayer {
  private readonly index: RegistryIndex
  private readonly scope: ObservationScope
  private readonly today: () => IsoDate
  private readonly columns = new Map<DatedColumnId, CodedColumn>()
  /** Rows the view of this day does not show: surveys know them only later, or the round does not know them. */
  private hidden: Uint8Array | null = null

  constructor(index: RegistryIndex, scope: ObservationScope, today: () => IsoDate) {
    this.index = index
    this.scope = scope
    this.today = today
  }

  /** Days pass between two questions; what is counted in days is counted anew. */
  forgetDays(): void {
    this.columns.delete('daysInStage')
  }

  column(id: DatedColumnId): CodedColumn {
    const known = this.columns.get(id)
    if (known !== undefined) return known
    if (id === 'surveyedOn' || isMain(id)) this.loadFigures(MAIN_CELLS, true, null)
    else if (isObserved(id)) this.loadFigures([id], false, null)
    else if (id === 'unit') this.loadUnits(null)
    else if (id === 'stage' || id === 'stageOn') this.loadStages(null)
    else if (id === 'lastContactOn' || id === 'nextContactOn' || id === 'contacts') this.loadContacts(null)
    else this.compute(id, null)
    return this.columns.get(id) ?? this.fresh(id)
  }

  isHidden(): Uint8Array | null {
    const { day, round } = this.scope
    if (day === null && round === null) return null
    this.hidden ??= this.hide(new Uint8Array(this.index.size()), null)
    return this.hidden
  }

  /** Marks the rows that are not shown, of all enterprises or of some. */
  private hide(hidden: Uint8Array, ids: readonly string[] | null): Uint8Array {
    const { day, round } = this.scope
    const rows = ids === null ? hidden.keys() : ids.flatMap((id) => this.index.rowOf(id) ?? [])
    const seen = round === null ? null : this.column('surveyedOn')
    for (const row of rows) hidden[row] = seen !== null && seen.get(row) === null ? 1 : 0
    for (const id of day === null ? [] : readUnseen(this.index.sqlite, day, ids)) {
      const row = this.index.rowOf(id)
      if (row !== undefined) hidden[row] = 1
    }
    return hidden
  }

  /** Reads again what changed of these enterprises, in the columns that were asked for so far. */
  refresh(ids: readonly string[]): void {
    const loaded = [...this.columns.keys()]
    if (loaded.some((id) => id === 'surveyedOn' || isMain(id))) this.loadFigures(MAIN_CELLS, true, ids)
    for (const id of loaded) if (isObserved(id) && !isMain(id)) this.loadFigures([id], false, ids)
    if (this.columns.has('unit')) this.loadUnits(ids)
    if (this.columns.has('stage')) this.loadStages(ids)
    if (this.columns.has('contacts')) this.loadContacts(ids)
    for (const id of ['daysInStage', 'nonmembers', 'sizeBand'] as const) if (this.columns.has(id)) this.compute(id, ids)
    if (this.hidden === null) return
    if (this.hidden.length < this.index.size()) {
      const longer = new Uint8Array(Math.ceil(this.index.size() * 1.25))
      longer.set(this.hidden)
      this.hidden = longer
    }
    this.hide(this.hidden, ids)
  }

  private fresh(id: DatedColumnId): CodedColumn {
    const column = new CodedColumn(this.index.size(), rulesOf(this.index, id))
    this.columns.set(id, column)
    return column
  }

  /** Column by column the newest observation that says something; a blank never wipes. */
  private loadFigures(cells: readonly ObservedCell[], withDay: boolean, ids: readonly string[] | null): void {
    const columns = cells.map((cell) => this.ready(cell, ids))
    const days = withDay ? this.ready('surveyedOn', ids) : null
    const flags = cells.map((cell) => FLAGS.has(cell))
    // The newest day so far, as a number (20240630). On the same day again the ids decide, which is rare.
    const newest = new Int32Array(this.index.size())
    const late = new Set<string>()
    const take = (row: number, on: string, values: readonly TableValue[]): void => {
      for (let at = 0; at < columns.length; at++) {
        const value = values[at + 3] ?? null
        if (value !== null) columns[at]?.set(row, flags[at] === true ? value === 1 : value)
      }
      days?.set(row, on)
    }
    for (const cell of iterateObservedCells(this.index.sqlite, cells, this.scope, ids)) {
      const [enterprise, on] = cell
      const row = this.index.rowOf(enterprise)
      if (row === undefined) continue
      const day = Number(on.replaceAll('-', ''))
      // Rows come nearly always in the order they were made; the few enterprises where not are read again below.
      if ((newest[row] ?? 0) >= day) {
        late.add(enterprise)
        continue
      }
      newest[row] = day
      take(row, on, cell)
    }
    if (late.size === 0) return
    const again = [...iterateObservedCells(this.index.sqlite, cells, this.scope, [...late])].toSorted((a, b) =>
      `${a[1]}${a[2]}` < `${b[1]}${b[2]}` ? -1 : 1,
    )
    for (const cell of again) take(this.index.rowOf(cell[0]) ?? 0, cell[1], cell)
  }

  /** Where they were placed on the day; units were merged and split since. */
  private loadUnits(ids: readonly string[] | null): void {
    const now = this.index.unitsNow()
    const column = this.ready('unit', ids)
    const rows = ids === null ? now.codes.keys() : ids.flatMap((id) => this.index.rowOf(id) ?? [])
    for (const row of rows) column.set(row, now.get(row))
    for (const { id, code } of this.scope.day === null ? [] : readMovedSince(this.index.sqlite, this.scope.day, ids)) {
      const row = this.index.rowOf(id)
      if (row !== undefined) column.set(row, code)
    }
  }

  private loadStages(ids: readonly string[] | null): void {
    const stages = this.ready('stage', ids)
    const days = this.ready('stageOn', ids)
    for (const [enterprise, stage, on] of iterateStages(this.index.sqlite, this.scope.day, ids)) {
      const row = this.index.rowOf(enterprise)
      if (row === undefined) continue
      // Days in a stage are counted from the day it was entered, not from a later word about it.
      if (stages.get(row) !== stage) days.set(row, on)
      stages.set(row, stage)
    }
  }

  private loadContacts(ids: readonly string[] | null): void {
    const counts = this.ready('contacts', ids)
    const last = this.ready('lastContactOn', ids)
    const next = this.ready('nextContactOn', ids)
    const rows = ids === null ? this.index.size() : 0
    for (let row = 0; row < rows; row++) counts.set(row, 0)
    for (const id of ids ?? []) {
      const row = this.index.rowOf(id)
      if (row !== undefined) counts.set(row, 0)
    }
    for (const [enterprise, on, nextOn] of iterateContacts(this.index.sqlite, this.scope.day, ids)) {
      const row = this.index.rowOf(enterprise)
      if (row === undefined) continue
      counts.set(row, Number(counts.get(row) ?? 0) + 1)
      last.set(row, on)
      next.set(row, nextOn)
    }
  }

  private compute(id: 'daysInStage' | 'nonmembers' | 'sizeBand', ids: readonly string[] | null): void {
    const rows = ids?.flatMap((one) => this.index.rowOf(one) ?? [])
    const fill = (valueOf: (row: number) => TableValue): void => {
      const column = this.columns.get(id) ?? this.fresh(id)
      if (rows !== undefined) for (const row of rows) column.set(row, valueOf(row))
      else for (let row = 0; row < this.index.size(); row++) column.set(row, valueOf(row))
    }
    if (id === 'daysInStage') {
      const on = this.column('stageOn')
      const day = this.scope.day ?? this.today()
      fill((row) => daysInStage(on.get(row), day))
    } else if (id === 'nonmembers') {
      const workers = this.column('workers')
      const members = this.column('members')
      fill((row) => nonmembersOf(workers.get(row), members.get(row)))
    } else {
      const workers = this.column('workers')
      const { bands } = this.index.catalogue().sizes
      fill((row) => {
        const value = workers.get(row)
        return typeof value === 'number' ? bandOf(bands, value) : null
      })
    }
  }

  /** The column, empty for what is about to be read. */
  private ready(id: DatedColumnId, ids: readonly string[] | null): CodedColumn {
    if (ids === null) return this.fresh(id)
    const column = this.columns.get(id) ?? this.fresh(id)
    for (const one of ids) {
      const row = this.index.rowOf(one)
      if (row !== undefined) column.set(row, null)
    }
    return column
  }
}

function isMain(id: DatedColumnId): boolean {
  return MAIN_CELLS.some((cell) => cell === id)
}

function isObserved(id: DatedColumnId): id is ObservedCell {
  return Object.hasOwn(OBSERVED_CELLS, id)
}

/** max(0, workers − members); null where nobody said how many workers there are. */
export function nonmembersOf(workers: TableValue, members: TableValue): number | null {
  if (typeof workers !== 'number') return null
  return Math.max(0, workers - (typeof members === 'number' ? members : 0))
}

/** Whole days since the stage was entered; one that is to begin later counts 0. */
export function daysInStage(on: TableValue, day: IsoDate): number | null {
  return typeof on === 'string' ? Math.max(0, daysBetween(on, day)) : null
}
