import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printLines, readLines, LINE_KINDS, type DraftLine } from '#shared/domain/documents/draft-lines.ts'
import { mergeLines } from '#shared/domain/documents/draft-merge.ts'

const line: fc.Arbitrary<string> = fc.constantFrom('a', 'b', 'c', 'd', 'e')
const lines = fc.array(line, { maxLength: 8 })

describe('three texts put together', () => {
  it('leave what nobody changed and take over what one side changed', () => {
    fc.assert(
      fc.property(lines, lines, (base, other) => {
        expect(mergeLines(base, base, other)).toEqual({ lines: other, clash: false })
        expect(mergeLines(base, other, base)).toEqual({ lines: other, clash: false })
        expect(mergeLines(base, other, other)).toEqual({ lines: other, clash: false })
      }),
      { numRuns: 500 },
    )
  })

  it('never lose a line only the clerk wrote', () => {
    fc.assert(
      fc.property(lines, lines, fc.nat(8), (base, theirs, at) => {
        const mine = base.toSpliced(at, 0, 'lời của văn thư')
        expect(mergeLines(base, mine, theirs).lines).toContain('lời của văn thư')
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    [['a', 'b', 'c'], ['a', 'B', 'c'], ['a', 'b', 'C'], ['a', 'B', 'C'], false],
    [['a', 'b', 'c'], ['a', 'B', 'c'], ['a', 'x', 'c'], ['a', 'B', 'c'], true],
    [['a', 'b'], ['a'], ['a', 'b', 'd'], ['a'], true],
    [['a', 'b', 'c'], ['b', 'c'], ['a', 'b', 'c', 'd'], ['b', 'c', 'd'], false],
  ])('of %j mine %j theirs %j become %j', (base, mine, theirs, merged, clash) => {
    expect(mergeLines(base, mine, theirs)).toEqual({ lines: merged, clash })
  })
})

describe('a section as one text', () => {
  it('is read back as it was', () => {
    const words = fc
      .string({ unit: fc.constantFrom('a', 'đ', ' ', '-', '[', ']', '\\', '{', '1', 'căn cứ', '.') })
      .map((text) => text.replace(/\s+/gu, ' ').trim())
      .filter((text) => text !== '')
    const one = fc.record({ kind: fc.constantFrom(...LINE_KINDS), text: words }) satisfies fc.Arbitrary<DraftLine>
    fc.assert(
      fc.property(fc.array(one), (section) => {
        expect(readLines(printLines(section))).toEqual(section)
      }),
      { numRuns: 1000 },
    )
  })
})
