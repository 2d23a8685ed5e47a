import * as fc from 'fast-check'
import { MemorySite, COLUMNS, type Sent } from '#tests/support/exchange/sites.ts'
import { Truth } from '#tests/support/exchange/truth.ts'

/** One thing that happens: at a site, or to a package on its way. */
export type Event =
  | {
      readonly do: 'edit'
      readonly site: number
      readonly row: number
      readonly column: number
      readonly value: number
    }
  | { readonly do: 'remove' | 'putBack'; readonly site: number; readonly row: number }
  | { readonly do: 'send'; readonly site: number }
  | { readonly do: 'receive'; readonly site: number; readonly package: number; readonly choice: number }
  | { readonly do: 'decide'; readonly site: number; readonly choice: number }

const site = fc.nat({ max: 2 })
/** Rows 0 to 2 are there from the beginning; from 3 on each site has rows of its own birth. */
const row = fc.nat({ max: 4 })

export const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      site,
      row,
      column: fc.nat({ max: 2 }),
      value: fc.nat({ max: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('remove' as const, 'remove' as const, 'putBack' as const), site, row }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('send' as const), site }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('receive' as const),
      site,
      package: fc.nat({ max: 30 }),
      choice: fc.nat({ max: 4 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('decide' as const), site, choice: fc.nat({ max: 1 }) }) },
)

const NAMES = ['P', 'A', 'B'] as const

/** Row r0 is the province's, r1 that of unit 1, r2 that of unit 2, and what was born at a site is its own. */
export function makeSites(truth = new Truth()): readonly MemorySite[] {
  const ownerOf = (id: string): string => NAMES.find((name, at) => id === `r${at}` || id.startsWith(name)) ?? ''
  const sites = NAMES.map((name) => new MemorySite(name, ownerOf, truth))
  const [first, ...others] = sites
  for (const id of ['r0', 'r1', 'r2']) first?.edit(id, 'a', id)
  const sent = first?.send()
  if (sent !== undefined) for (const site of others) site.receive(sent)
  return sites
}

/** What a row is called at the site it is edited at: one that was born there, or one of all. */
function rowName(site: number, row: number): string {
  return row < 3 ? `r${row}` : `${NAMES[site] ?? ''}${row}`
}

export interface Played {
  readonly sites: readonly MemorySite[]
  readonly packages: readonly Sent[]
  readonly truth: Truth
}

/** Packages are kept: any may come to anybody, at any later time, more than once. */
export function play(events: readonly Event[]): Played {
  const truth = new Truth()
  const sites = makeSites(truth)
  const packages: Sent[] = []
  for (const one of events) {
    const here = sites[one.site]
    if (here === undefined) continue
    switch (one.do) {
      case 'edit':
        here.edit(rowName(one.site, one.row), COLUMNS[one.column] ?? 'a', one.value === 0 ? null : one.value)
        break
      case 'remove':
        here.remove(rowName(one.site, one.row))
        break
      case 'putBack':
        here.putBack(rowName(one.site, one.row))
        break
      case 'send':
        packages.push(here.send())
        break
      case 'receive': {
        const sent = packages[one.package % Math.max(1, packages.length)]
        const choice = one.choice === 0 ? 'ours' : one.choice === 1 ? 'theirs' : 'leave'
        if (sent !== undefined && sent.from !== here.name) here.receive(sent, choice)
        break
      }
      case 'decide':
        here.decide(() => (one.choice === 0 ? 'ours' : 'theirs'))
    }
  }
  return { sites, packages, truth }
}

/** Everybody sends to everybody and owners decide, until nothing moves. Answers the rounds it took; -1: no end. */
export function bringTogether({ sites, packages }: Played, order: (list: readonly Sent[]) => readonly Sent[]): number {
  for (const here of sites) for (const sent of order(packages)) if (sent.from !== here.name) here.receive(sent)
  for (let round = 1; round <= 12; round++) {
    const sent = sites.map((here) => here.send())
    for (const here of sites) for (const one of order(sent)) if (one.from !== here.name) here.receive(one)
    let decided = 0
    for (const here of sites) decided += here.decide(() => 'ours')
    const pictures = new Set(sites.map((here) => JSON.stringify(here.picture())))
    if (decided === 0 && pictures.size === 1 && sites.every((here) => here.openCount() === 0)) return round
  }
  return -1
}
