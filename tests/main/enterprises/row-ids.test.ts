import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { RowIds } from '#main/services/enterprises/row-ids.ts'

test('rows are found by their ids and ids by their rows, whatever the ids look like', () => {
  const id = fc.oneof(
    { weight: 4, arbitrary: fc.uuid() },
    { weight: 1, arbitrary: fc.uuid().map((text) => text.toUpperCase()) },
    { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 40 }) },
  )
  fc.assert(
    fc.property(fc.uniqueArray(id, { maxLength: 300 }), fc.nat(200), id, (ids, expected, other) => {
      const rows = new RowIds(expected)
      const known = new Map(ids.map((text) => [text, rows.add(text)]))
      expect([...known.values()]).toEqual(ids.map((_, row) => row))
      expect(rows.size).toBe(ids.length)
      for (const [text, row] of known) {
        expect(rows.rowOf(text)).toBe(row)
        expect(rows.idOf(row)).toBe(text)
      }
      expect(rows.rowOf(other)).toBe(known.get(other))
      expect(rows.idOf(ids.length)).toBe('')
    }),
    { numRuns: 200 },
  )
})
