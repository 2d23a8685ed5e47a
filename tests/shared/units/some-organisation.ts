import * as fc from 'fast-check'
import type { Indicator } from '#shared/domain/indicators/indicator.ts'
import type { ReportedEntry } from '#shared/domain/results/reported-entry.ts'
import type { DatedUnit } from '#shared/domain/units/dated-unit.ts'
import type { HeldTarget, Holding, Organisation } from '#shared/domain/units/organisation.ts'
import type { ResultSources } from '#shared/domain/units/totals.ts'
import type { FreshUnit, UnitChange } from '#shared/domain/units/unit-change.ts'
import { addDays } from '#shared/kit/dates.ts'

export const YEAR = { from: '2025-01-01', to: '2025-12-31' } as const

export function makeDatedUnit(id: string, parentId: string | null, more: Partial<DatedUnit> = {}): DatedUnit {
  return {
    id,
    code: id.toUpperCase(),
    name: `Đơn vị ${id}`,
    shortName: id,
    typeId: parentId === null ? 't-tinh' : 't-huyen',
    parentId,
    sortOrder: 10,
    validFrom: null,
    validTo: null,
    pasts: [],
    aliases: [],
    ...more,
  }
}

export function makeOrganisation(units: readonly DatedUnit[], more: Partial<Organisation> = {}): Organisation {
  return {
    units: new Map(units.map((unit) => [unit.id, unit])),
    relations: [],
    holdings: [],
    plans: [],
    targetMoves: [],
    ...more,
  }
}

export function makeFresh(id: string, parentId: string): FreshUnit {
  return { id, code: id.toUpperCase(), name: `Đơn vị ${id}`, shortName: id, typeId: 't-huyen', parentId, aliases: [] }
}

export const MEMBERS_NEW: Indicator & { readonly id: string } = {
  id: 'i-moi',
  code: 'DV_MOI',
  name: 'Kết nạp mới đoàn viên',
  shortName: 'ĐV mới',
  unitLabel: 'người',
  kind: 'flow',
  formula: null,
  parent: null,
  cut: null,
  sortOrder: 10,
  validFrom: null,
  validTo: null,
}
export const MEMBERS_ALL: Indicator & { readonly id: string } = {
  ...MEMBERS_NEW,
  id: 'i-tong',
  code: 'DV_TONG',
  name: 'Tổng số đoàn viên',
  kind: 'stock',
}

export type Entries = Readonly<Record<string, ReadonlyMap<string, readonly ReportedEntry[]>>>

export function makeSources(entries: Entries): ResultSources {
  return {
    indicators: [MEMBERS_NEW, MEMBERS_ALL],
    entriesOf: (code) => entries[code] ?? new Map(),
    window: { ...YEAR, basis: 'cumulative' },
  }
}

export function makeEntry(asOf: string, value: number, more: Partial<ReportedEntry> = {}): ReportedEntry {
  return {
    from: YEAR.from,
    asOf,
    basis: 'cumulative',
    value,
    qualifier: null,
    word: null,
    statedPercent: null,
    ...more,
  }
}

const day = fc.integer({ min: 1, max: 363 }).map((days) => addDays(YEAR.from, days))

export interface World {
  readonly organisation: Organisation
  readonly entries: Entries
}

/**
 * A province with units under it and units under those, enterprises and unions anywhere, and targets and results of the
 * units right under the root, as offices have them.
 */
export const world: fc.Arbitrary<World> = fc
  .record({
    tops: fc.integer({ min: 1, max: 5 }),
    below: fc.array(fc.nat(), { maxLength: 8 }),
    dates: fc.array(fc.option(fc.tuple(fc.boolean(), day)), { minLength: 14, maxLength: 14 }),
    holdings: fc.array(fc.record({ at: fc.nat(), isUnion: fc.boolean(), workers: fc.nat(500), members: fc.nat(300) }), {
      maxLength: 20,
    }),
    targets: fc.array(fc.record({ at: fc.nat(), value: fc.nat(900), isOther: fc.boolean() }), { maxLength: 8 }),
    reports: fc.array(fc.record({ at: fc.nat(), month: fc.nat(11), value: fc.nat(900), isLevel: fc.boolean() }), {
      maxLength: 14,
    }),
  })
  .map(({ tops, below, dates, holdings, targets, reports }) => {
    const units = [makeDatedUnit('goc', null)]
    for (let at = 0; at < tops; at += 1) {
      const date = dates[at]
      const isNew = date?.[0] === true
      units.push(makeDatedUnit(`u${at}`, 'goc', { validFrom: isNew ? date[1] : null }))
    }
    below.forEach((at, index) => {
      const parent = units[1 + (at % (units.length - 1))]
      if (parent !== undefined) units.push(makeDatedUnit(`v${index}`, parent.id, { validFrom: parent.validFrom }))
    })
    const pick = (at: number): DatedUnit => units[at % units.length] ?? makeDatedUnit('goc', null)
    const top = (at: number): string => `u${at % tops}`
    const placed = holdings.map((holding, index): Holding => {
      const { at, isUnion, workers, members } = holding
      const kind = isUnion ? ('union' as const) : ('enterprise' as const)
      return { kind, id: `h${index}`, unitId: pick(at).id, pasts: [], workers: isUnion ? 0 : workers, members }
    })
    const held = new Map<string, HeldTarget>()
    for (const { at, value, isOther } of targets) {
      const indicatorId = isOther ? 'i-tong' : 'i-moi'
      const unitId = top(at)
      held.set(`${unitId}|${indicatorId}`, {
        unitId,
        indicatorId,
        assignerId: 'bch',
        kind: 'assigned',
        basis: 'cumulative',
        value,
        isRatio: false,
      })
    }
    const entries: Record<string, Map<string, ReportedEntry[]>> = { DV_MOI: new Map(), DV_TONG: new Map() }
    for (const { at, month, value, isLevel } of reports) {
      const unit = units.find(({ id }) => id === top(at))
      const asOf = addDays(`2025-${String(month + 1).padStart(2, '0')}-01`, 27)
      if (unit === undefined || (unit.validFrom !== null && unit.validFrom > asOf)) continue
      const ofUnit = entries[isLevel ? 'DV_TONG' : 'DV_MOI']
      const list = ofUnit?.get(unit.id) ?? []
      if (list.every((entry) => entry.asOf !== asOf)) list.push(makeEntry(asOf, value))
      ofUnit?.set(unit.id, list)
    }
    const plan = { id: 'p', ...YEAR, versionFrom: null, targets: [...held.values()] }
    return { organisation: makeOrganisation(units, { holdings: placed, plans: [plan] }), entries }
  })

/** Some change of whatever units there are, sensible or not; numbers choose among them. */
export interface Wish {
  readonly kind: 'merge' | 'merge-new' | 'split' | 'part' | 'transfer' | 'rename' | 'end'
  readonly on: string
  readonly a: number
  readonly b: number
  readonly c: number
  readonly stay: boolean
}

export const wish: fc.Arbitrary<Wish> = fc.record({
  kind: fc.constantFrom('merge', 'merge-new', 'split', 'part', 'transfer', 'rename', 'end'),
  on: day,
  a: fc.nat(),
  b: fc.nat(),
  c: fc.nat(),
  stay: fc.boolean(),
})

export function grant(wished: Wish, organisation: Organisation, index: number): UnitChange {
  const ids = [...organisation.units.keys()]
  const [a, b, c] = [wished.a, wished.b, wished.c].map((at) => ids[at % ids.length] ?? 'goc') as [
    string,
    string,
    string,
  ]
  const { on } = wished
  const figures = wished.stay ? 'stay' : 'follow'
  const parentOf = (id: string): string => organisation.units.get(id)?.parentId ?? 'goc'
  switch (wished.kind) {
    case 'merge':
      return { kind: 'merge', on, fromIds: [a, b], into: { id: c }, figures }
    case 'merge-new':
      return { kind: 'merge', on, fromIds: [a, b], into: makeFresh(`n${index}`, parentOf(a)), figures }
    case 'split':
    case 'part': {
      const receivers = [makeFresh(`n${index}a`, parentOf(a)), makeFresh(`n${index}b`, parentOf(a))]
      const holdings = organisation.holdings.filter(({ unitId }) => unitId === a).map(({ id }) => id)
      return {
        kind: 'split',
        on,
        fromId: a,
        receivers,
        ends: wished.kind === 'split',
        division: {
          children: new Map(),
          holdings: new Map(holdings.slice(0, wished.b % 3).map((id) => [id, `n${index}a`])),
          restId: wished.kind === 'split' ? `n${index}b` : null,
          targets: [],
        },
      }
    }
    case 'transfer':
      return {
        kind: 'transfer',
        on,
        toId: b,
        unitIds: [a],
        holdingIds: organisation.holdings.slice(0, wished.c % 4).map(({ id }) => id),
      }
    case 'rename':
      return { kind: 'rename', on, unitId: a, name: `Tên mới ${index}`, shortName: `mới ${index}` }
    case 'end':
      return { kind: 'end', on, unitId: a, toId: wished.b % 2 === 0 ? null : b, figures }
  }
}
