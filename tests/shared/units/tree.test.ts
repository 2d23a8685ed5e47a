import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rollUp } from '#shared/domain/units/roll-up.ts'
import { buildUnitTree, groupByType, subtreeOf } from '#shared/domain/units/tree.ts'
import { makeUnit, TYPES } from './some-units.ts'

describe('the tree as of a day', () => {
  const units = [
    makeUnit('tinh', null),
    makeUnit('nganh', 'tinh', { typeId: 't-nganh', sortOrder: 1 }),
    makeUnit('b', 'tinh', { sortOrder: 20, validTo: '2025-06-30' }),
    makeUnit('a', 'tinh', { sortOrder: 10 }),
    makeUnit('c', 'tinh', { sortOrder: 20, validFrom: '2025-07-01' }),
    makeUnit('cs', 'b', { typeId: 't-cdcs' }),
  ]

  test('lists parents before children, types in their order, siblings in sort_order', () => {
    const tree = buildUnitTree(units, TYPES, '2025-06-30')
    expect(tree.units.map((unit) => unit.id)).toEqual(['tinh', 'a', 'b', 'cs', 'nganh'])
    expect(tree.units.map((unit) => tree.depthOf(unit.id))).toEqual([0, 1, 1, 2, 1])
  })

  test('the last day of a unit still has it, the day after does not', () => {
    const after = buildUnitTree(units, TYPES, '2025-07-01')
    expect(after.units.map((unit) => unit.id)).toEqual(['tinh', 'a', 'c', 'nganh'])
    expect(after.detached.map((unit) => unit.id)).toEqual(['cs'])
  })

  test('groups follow the order of unit types and empty types are left out', () => {
    const tree = buildUnitTree(units, TYPES, '2025-06-30')
    const groups = groupByType(tree.childrenOf('tinh'), TYPES.toReversed())
    expect(groups.map(({ type, units: members }) => [type.code, members.map((unit) => unit.id)])).toEqual([
      ['LDLD_HUYEN', ['a', 'b']],
      ['CD_NGANH', ['nganh']],
    ])
  })

  test('a subtree is the unit and all below it', () => {
    const tree = buildUnitTree(units, TYPES, '2025-06-30')
    expect(subtreeOf(tree, 'b').map((unit) => unit.id)).toEqual(['b', 'cs'])
    expect(subtreeOf(tree, 'nobody')).toEqual([])
  })
})

describe('roll-up', () => {
  const sum = (figures: readonly number[]): number => figures.reduce((a, b) => a + b, 0)

  test('a unit keeps its own figure and knows what its children make together', () => {
    const tree = buildUnitTree(
      [makeUnit('tinh', null), makeUnit('a', 'tinh'), makeUnit('b', 'tinh')],
      TYPES,
      '2024-01-01',
    )
    const own = new Map([
      ['tinh', 100],
      ['a', 40],
      ['b', 50],
    ])
    const rolled = rollUp(tree, (unit) => own.get(unit.id) ?? null, sum)
    expect(rolled.get('tinh')).toEqual({ figure: 100, own: 100, ofChildren: 90 })
  })

  test('without a figure anywhere below there is none', () => {
    const tree = buildUnitTree([makeUnit('tinh', null), makeUnit('a', 'tinh')], TYPES, '2024-01-01')
    expect(rollUp(tree, () => null, sum).get('tinh')).toEqual({ figure: null, own: null, ofChildren: null })
  })

  test('the root of any tree, on any day, is the sum of the leaves valid and attached that day', () => {
    const day = fc.constantFrom('2024-01-01', '2024-06-30', '2024-07-01', '2025-06-30', '2025-07-01')
    // Each unit hangs under one made before it, so every list of parents is a tree.
    const shapes = fc.array(
      fc.record({
        parent: fc.nat(),
        from: fc.option(day),
        to: fc.option(day),
        value: fc.integer({ min: 0, max: 1000 }),
      }),
      { minLength: 1, maxLength: 40 },
    )
    fc.assert(
      fc.property(shapes, day, (shape, on) => {
        const units = [
          makeUnit('u0', null),
          ...shape.map(({ parent, from, to }, index) =>
            makeUnit(`u${index + 1}`, `u${parent % (index + 1)}`, { validFrom: from, validTo: to }),
          ),
        ]
        const tree = buildUnitTree(units, TYPES, on)
        const valueOf = new Map(shape.map(({ value }, index) => [`u${index + 1}`, value]))
        const leaves = tree.units.filter((unit) => tree.childrenOf(unit.id).length === 0)
        const rolled = rollUp(
          tree,
          (unit) => (tree.childrenOf(unit.id).length === 0 ? (valueOf.get(unit.id) ?? 0) : null),
          sum,
        )
        const isThere = (id: string | null): boolean => {
          const unit = units.find((other) => other.id === id)
          if (unit === undefined) return true
          const valid = (unit.validFrom ?? '') <= on && on <= (unit.validTo ?? '9')
          return valid && (unit.parentId === null || isThere(unit.parentId))
        }
        expect(new Set(tree.units.map((unit) => unit.id))).toEqual(
          new Set(units.filter((unit) => isThere(unit.id)).map((unit) => unit.id)),
        )
        expect(rolled.get('u0')?.figure).toBe(sum(leaves.map((unit) => valueOf.get(unit.id) ?? 0)))
      }),
    )
  })
})
