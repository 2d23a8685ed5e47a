import { describe, expect, test } from 'vitest'
import type { ContentCells } from '#shared/domain/exchange/content.ts'
import { mergeRow, openEdits, type MergeRules, type RowSide } from '#shared/domain/exchange/merge/merge-row.ts'
import { settleRow } from '#shared/domain/exchange/merge/register.ts'
import { newStamp, type Dot, type Stamp } from '#shared/domain/exchange/merge/stamp.ts'
import { readStamp, writeStamp } from '#shared/domain/exchange/merge/stamp-text.ts'
import { bringTogether, play, type Event, type Played } from '#tests/support/exchange/histories.ts'

/** Sites of the histories: 0 is the province, 1 and 2 are units; row n is that of site n. */
function end(events: readonly Event[]): Played {
  const played = play(events)
  expect(bringTogether(played, (list) => list)).toBeGreaterThan(0)
  expect(played.truth.lost((row) => played.sites.map((site) => site.showsOf(row)))).toEqual([])
  return played
}

describe('histories that once went wrong', () => {
  test('a row removed by who does not own it while another who does not own it edits it', () => {
    const { sites } = end([
      { do: 'remove', site: 2, row: 1 },
      { do: 'send', site: 2 },
      { do: 'edit', site: 0, row: 1, column: 1, value: 3 },
      { do: 'send', site: 0 },
      { do: 'receive', site: 0, package: 0, choice: 1 },
      { do: 'receive', site: 2, package: 1, choice: 1 },
    ])
    // The removal comes to the owner first; the edit then asks, and the owner leaves it removed.
    expect(sites.map((site) => site.picture()['r1'])).toEqual([undefined, undefined, undefined])
  })

  test('two who do not own a row give way to each other: the owner is asked all the same', () => {
    const { sites } = end([
      { do: 'edit', site: 2, row: 2, column: 2, value: 1 },
      { do: 'send', site: 2 },
      { do: 'edit', site: 1, row: 2, column: 2, value: 2 },
      { do: 'send', site: 1 },
      { do: 'receive', site: 1, package: 0, choice: 1 },
      { do: 'receive', site: 0, package: 0, choice: 0 },
      { do: 'receive', site: 0, package: 1, choice: 1 },
    ])
    // The owner's own word is what everybody has at last.
    expect(sites.map((site) => site.picture()['r2']?.['c'])).toEqual([1, 1, 1])
  })

  test('a decision that says again what one side said is no writing over it', () => {
    const { sites } = end([
      { do: 'edit', site: 1, row: 0, column: 0, value: 2 },
      { do: 'edit', site: 2, row: 0, column: 0, value: 1 },
      { do: 'send', site: 2 },
      { do: 'receive', site: 0, package: 0, choice: 0 },
      { do: 'send', site: 1 },
      { do: 'receive', site: 0, package: 1, choice: 0 },
      { do: 'receive', site: 0, package: 0, choice: 0 },
      { do: 'edit', site: 1, row: 0, column: 0, value: 0 },
    ])
    // The unit cleared its own 2 while the province had decided for 1: that is a clash, and the province keeps its word.
    expect(sites.map((site) => site.picture()['r0']?.['a'])).toEqual([1, 1, 1])
  })

  test('a row removed while an edit of it waits for its owner: the edit is not gone with it', () => {
    const { sites } = end([
      { do: 'edit', site: 1, row: 0, column: 1, value: 1 },
      { do: 'edit', site: 2, row: 0, column: 1, value: 2 },
      { do: 'send', site: 2 },
      { do: 'receive', site: 1, package: 0, choice: 4 },
      { do: 'remove', site: 1, row: 0 },
      { do: 'send', site: 1 },
    ])
    expect(sites[0]?.picture()['r0']).toMatchObject({ b: 2 })
  })
})

const rules: MergeRules = {
  columns: ['a', 'b'],
  decides: false,
  fromOwner: true,
  prevails: null,
  choose: () => 'leave',
  refuses: () => null,
  decision: { site: 'P', count: 9 },
}

function edited(side: RowSide, cells: ContentCells, now: Dot): RowSide {
  return { cells, stamp: settleRow(cells, side, ['a', 'b'], now).stamp }
}

describe('one row', () => {
  const first: RowSide = { cells: { a: 'x', b: null }, stamp: newStamp('P', 1) }

  test('what both said alike and one wrote over is taken; what was written over here stays', () => {
    const ours = edited(first, { a: 'y', b: null }, { site: 'P', count: 2 })
    const theirs = edited(first, { a: 'y', b: null }, { site: 'A', count: 1 })
    const met = mergeRow(ours, { ...theirs, base: {} }, rules)
    expect(met).toMatchObject({ what: 'none', outcomes: [] })
    const later = edited(theirs, { a: 'z', b: null }, { site: 'A', count: 2 })
    const taken = mergeRow({ cells: met.after, stamp: met.stamp }, { ...later, base: {} }, rules)
    expect(taken).toMatchObject({ what: 'update', cells: { a: 'z' }, outcomes: [{ what: 'take' }] })
    const back = mergeRow(later, { cells: met.after, stamp: met.stamp, base: {} }, { ...rules, decides: true })
    expect(back).toMatchObject({ what: 'none', outcomes: [], after: { a: 'z' } })
    expect(openEdits(back.stamp)).toEqual([])
  })

  test('a cell the sender has no word for stays, and what others say there is still news', () => {
    const at = edited(first, { a: 'x', b: 'new' }, { site: 'A', count: 1 })
    // A program that does not know column b passes the row on; it has seen A's edit and cannot carry it.
    const passed = { cells: { a: 'x' }, stamp: { ...first.stamp, knows: { P: 1, A: 1 } }, base: {} }
    const kept = mergeRow(first, passed, rules)
    expect(kept.after).toEqual({ a: 'x', b: null })
    const taken = mergeRow({ cells: kept.after, stamp: kept.stamp }, { ...at, base: {} }, rules)
    expect(taken).toMatchObject({ what: 'update', cells: { b: 'new' } })
  })

  test('what cannot be written here waits, also for others, and is tried again', () => {
    const theirs = edited(first, { a: 'q', b: null }, { site: 'A', count: 1 })
    const refused = mergeRow(first, { ...theirs, base: {} }, { ...rules, refuses: () => 'impossible' })
    expect(refused).toMatchObject({ what: 'none', after: { a: 'x' }, outcomes: [{ what: 'keep', theirs: 'q' }] })
    const again = mergeRow({ cells: refused.after, stamp: refused.stamp }, { ...theirs, base: {} }, rules)
    expect(again).toMatchObject({ what: 'update', cells: { a: 'q' } })
    const third = mergeRow(first, { cells: refused.after, stamp: refused.stamp, base: {} }, rules)
    expect(openEdits(third.stamp).map(({ edit }) => edit.value)).toEqual(['q'])
  })

  test('a row without a stamp says what differs from its base', () => {
    const bare = { stamp: newStamp('form:1', 1), isBare: true }
    const ours = edited(first, { a: 'x', b: 'here' }, { site: 'P', count: 2 })
    const same = { ...bare, cells: { a: 'n', b: null }, base: { a: 'x', b: null } }
    expect(mergeRow(ours, same, rules)).toMatchObject({ what: 'update', cells: { a: 'n' }, after: { b: 'here' } })
    const both = { ...bare, cells: { a: 'n', b: 'there' }, base: { a: 'x', b: null } }
    expect(mergeRow(ours, both, rules).outcomes.map(({ column, what }) => [column, what])).toEqual([
      ['a', 'take'],
      ['b', 'clash'],
    ])
  })
})

describe('a stamp', () => {
  test('is the same after a way through text', () => {
    const stamp: Stamp = {
      knows: { A: 3, P: 2 },
      born: { site: 'P', count: 1 },
      gone: true,
      shown: { '': [{ site: 'A', count: 3 }], a: [] },
      others: { a: [{ site: 'A', count: 2, value: null, by: 'Lê Văn Cường', at: '2024-06-30T01:00:00.000Z' }] },
      lags: { b: { P: 1 } },
      hands: { '': { by: 'Trần Thị Bình', at: null } },
    }
    expect(readStamp(writeStamp(stamp))).toEqual(stamp)
  })

  test('of the first versions is read: each edit of a cell also speaks for the row', () => {
    const text = '{"k":{"A":2,"P":1},"b":["P",1],"c":{"a":["A",2]},"o":{"b":[["B",1]]},"t":{"a":[["P",1]]}}'
    expect(readStamp(text)).toEqual({
      knows: { A: 2, P: 1 },
      born: { site: 'P', count: 1 },
      gone: false,
      shown: {
        '': [
          { site: 'P', count: 1 },
          { site: 'A', count: 2 },
        ],
        a: [
          { site: 'A', count: 2 },
          { site: 'P', count: 1 },
        ],
      },
      others: { b: [{ site: 'B', count: 1, value: undefined }] },
      lags: {},
      hands: {},
    })
    expect(readStamp('{"k":{"P":2},"b":["P",1],"g":["P",2]}')).toMatchObject({
      gone: true,
      shown: { '': [{ site: 'P', count: 2 }] },
    })
  })

  test.each([
    '',
    '[]',
    '{"k":{}}',
    '{"k":{"P":-1},"b":["P",1]}',
    '{"k":{"P":1},"b":["P",1],"d":{"__proto__":3,"A":[]}}',
  ])('is refused where it is none: %s', (text) => {
    expect(readStamp(text)).toBeNull()
  })
})
