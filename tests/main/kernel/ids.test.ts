import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createIds } from '#main/ids.ts'

const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

test('an id is a UUID of version 7 and carries the time', () => {
  const at = Date.UTC(2024, 5, 30, 3, 4, 5, 678)
  const id = createIds(() => at)()
  expect(id).toMatch(UUID_V7)
  expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(at)
})

test('ids of one site rise whatever the clock does, also when it stands or goes back', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 200 }), (steps) => {
      let now = 1_720_000_000_000
      const newId = createIds(() => now)
      const made = steps.map((step) => {
        now += step
        return newId()
      })
      expect(made).toEqual(made.toSorted())
      expect(new Set(made).size).toBe(made.length)
      for (const id of made) expect(id).toMatch(UUID_V7)
    }),
  )
})

test('more rows in one millisecond than its counter holds still rise', () => {
  const newId = createIds(() => 1_720_000_000_000)
  const made = Array.from({ length: 20_000 }, () => newId())
  expect(made).toEqual(made.toSorted())
  expect(new Set(made).size).toBe(made.length)
})

test('two sites that start in the same millisecond do not clash', () => {
  const [one, other] = [createIds(() => 1_720_000_000_000), createIds(() => 1_720_000_000_000)]
  const made = Array.from({ length: 2000 }, () => [one(), other()]).flat()
  expect(new Set(made).size).toBe(made.length)
})
