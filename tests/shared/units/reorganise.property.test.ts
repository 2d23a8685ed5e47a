import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isActive } from '#shared/domain/units/dated-unit.ts'
import { type Organisation, treeOn } from '#shared/domain/units/organisation.ts'
import { proveChange } from '#shared/domain/units/prove-change.ts'
import { reachesRoot } from '#shared/domain/units/reorganise.ts'
import { successorsOf } from '#shared/domain/units/successors.ts'
import { totalsOn } from '#shared/domain/units/totals.ts'
import { addDays } from '#shared/kit/dates.ts'
import { grant, makeSources, wish, world } from './some-organisation.ts'
import { TYPES } from './some-units.ts'

const RUNS = { numRuns: Number(process.env['CHITIEU_RUNS'] ?? 300) }

/** Days on which anything begins or ends, and the days beside them. */
function daysOf({ units }: Organisation): readonly string[] {
  const days = new Set(['2025-01-01', '2025-12-31'])
  for (const unit of units.values()) {
    for (const edge of [unit.validFrom, unit.validTo, ...unit.pasts.map(({ until }) => until)])
      if (edge !== null) for (const by of [-1, 0, 1]) days.add(addDays(edge, by))
  }
  return [...days].filter((day) => day.startsWith('2025')).toSorted()
}

describe('any reorganisations one after another', () => {
  test('keep the totals of every day, earlier days whole, and a tree on each', () => {
    let applied = 0
    fc.assert(
      fc.property(world, fc.array(wish, { minLength: 1, maxLength: 5 }), ({ organisation, entries }, wishes) => {
        const sources = makeSources(entries)
        let current = organisation
        wishes.forEach((wished, index) => {
          const change = grant(wished, current, index)
          const proven = proveChange(current, change, TYPES, sources)
          if (!proven.ok) return
          const { after, totals } = proven.value
          const counted = totals.filter(({ what }) => what !== 'target' && what !== 'result')
          expect(counted.filter(({ difference }) => difference !== 0)).toEqual([])
          // Figures may stand in the way of a change; then nothing may be written.
          if (totals.some(({ difference }) => difference !== 0)) return
          const before = current
          current = after
          applied += 1
          for (const day of daysOf(after)) {
            if (day >= change.on) continue
            expect(totalsOn(after, TYPES, sources, day)).toEqual(totalsOn(before, TYPES, sources, day))
            const known = treeOn(before.units.values(), TYPES, day)
            expect(
              treeOn(after.units.values(), TYPES, day).units.map(({ id, name, parentId }) => [id, name, parentId]),
            ).toEqual(known.units.map(({ id, name, parentId }) => [id, name, parentId]))
          }
        })
        const lost = daysOf(current).flatMap((day) =>
          [...current.units.values()].flatMap((unit) =>
            isActive(unit, day) && !reachesRoot(current, unit.id, day) ? [[unit.id, day]] : [],
          ),
        )
        expect(lost).toEqual([])
      }),
      RUNS,
    )
    expect(applied).toBeGreaterThan(RUNS.numRuns / 3)
  })

  test('lead every unit of a day to units of any later day, whole ones to one', () => {
    fc.assert(
      fc.property(world, fc.array(wish, { minLength: 1, maxLength: 5 }), ({ organisation, entries }, wishes) => {
        let current = organisation
        wishes.forEach((wished, index) => {
          const proven = proveChange(current, grant(wished, current, index), TYPES, makeSources(entries))
          if (proven.ok) current = proven.value.after
        })
        const days = daysOf(current)
        for (const from of days.filter((_, at) => at % 4 === 0)) {
          for (const to of days.filter((day) => day >= from)) {
            for (const unit of current.units.values()) {
              if (!isActive(unit, from)) continue
              const found = successorsOf(unit.id, current.units, current.relations, from, to)
              for (const { unitId } of found) {
                const successor = current.units.get(unitId)
                expect(successor !== undefined && isActive(successor, to)).toBe(true)
              }
              const isNamed = found.some(({ unitId }) => unitId === unit.id)
              expect(isNamed || !isActive(unit, to)).toBe(true)
              expect(found.length === 1 || found.every(({ whole }) => !whole)).toBe(true)
            }
          }
        }
      }),
      RUNS,
    )
  })
})
