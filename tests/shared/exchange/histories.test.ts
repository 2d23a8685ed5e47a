import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MemorySite } from '#tests/support/exchange/sites.ts'
import { bringTogether, event, play } from '#tests/support/exchange/histories.ts'

/**
 * Cells that do not stand alike at a site after two orders, but for those that wait in both. What waits in one order may
 * have been taken in the other: of two who typed the same, one went on, and whoever met them while they agreed knows it
 * (semantics: O = T, then O = B). It is then one of the values the other order asks about.
 */
function differing(one: MemorySite, other: MemorySite): string[] {
  const [first, second] = [one.values(), other.values()]
  return [...new Set([...first.keys(), ...second.keys()])].filter((cell) => {
    const [a, b] = [first.get(cell) ?? NOT_THERE, second.get(cell) ?? NOT_THERE]
    return ![...a].some((value) => b.has(value)) || (a.size === 1 && b.size === 1 && [...a][0] !== [...b][0])
  })
}

const NOT_THERE: ReadonlySet<string> = new Set(['gone'])

/** A few hundred here; `npm run torture -- --only exchange` asks ten thousand. */
const RUNS = Number(process.env['CHITIEU_HISTORIES'] ?? 400)
/** The same histories each time; the torture plays new ones with every start (CHITIEU_SEED=new, or a number). */
const SEED = process.env['CHITIEU_SEED'] ?? '1164016458'
const options = { numRuns: RUNS, ...(SEED === 'new' ? {} : { seed: Number(SEED) }) }
const histories = fc.array(event, { minLength: 5, maxLength: 60 })

describe('three sites that edit, send, receive late, twice or never, and decide', { timeout: 3_600_000 }, () => {
  test('come to the same data once all was exchanged and decided', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const played = play(events)
        const rounds = bringTogether(played, (list) => list)
        expect(rounds, JSON.stringify(played.sites.map((site) => site.picture()))).toBeGreaterThan(0)
      }),
      options,
    )
  })

  test('two who do not own a row do not swap their edits behind the back of its owner', () => {
    const played = play([
      { do: 'edit', site: 2, row: 2, column: 2, value: 1 },
      { do: 'send', site: 2 },
      { do: 'edit', site: 1, row: 2, column: 2, value: 2 },
      { do: 'send', site: 1 },
      { do: 'receive', site: 1, package: 0, choice: 1 },
      { do: 'receive', site: 0, package: 0, choice: 0 },
      { do: 'receive', site: 0, package: 1, choice: 1 },
    ])
    expect(bringTogether(played, (list) => list)).toBeGreaterThan(0)
  })

  test('lose no edit: nothing is overwritten or passed over by somebody who had not seen it, without a question', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const played = play(events)
        bringTogether(played, (list) => list)
        expect(played.truth.lost((row) => played.sites.map((site) => site.showsOf(row)))).toEqual([])
      }),
      options,
    )
  })

  test('take a package twice as once', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const { sites, packages } = play(events)
        for (const here of sites)
          for (const sent of packages) {
            if (sent.from === here.name) continue
            here.receive(sent)
            const before = JSON.stringify([here.picture(), here.openCount()])
            here.receive(sent)
            expect(JSON.stringify([here.picture(), here.openCount()])).toBe(before)
          }
      }),
      options,
    )
  })

  test('stand alike whatever the order the packages came in, but for what waits for a decision', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const one = play(events)
        const other = play(events)
        for (const here of one.sites) for (const sent of one.packages) if (sent.from !== here.name) here.receive(sent)
        for (const here of other.sites)
          for (const sent of other.packages.toReversed()) if (sent.from !== here.name) here.receive(sent)
        expect(one.sites.map((site, at) => differing(site, other.sites[at] ?? site))).toEqual([[], [], []])
      }),
      options,
    )
  })
})
