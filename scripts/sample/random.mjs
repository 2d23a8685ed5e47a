// Chance that is the same on every machine: the sample is made again byte for byte from its seed.

/**
 * @typedef {object} Random
 * @property {() => number} next 0 ≤ x < 1
 * @property {(low: number, high: number) => number} int low..high, both included
 * @property {<T>(list: readonly T[]) => T} pick
 * @property {(chance: number) => boolean} yes true with this chance
 * @property {<T>(list: readonly T[]) => T[]} shuffle a shuffled copy
 */

/**
 * Mulberry32, a small generator with 32 bits of state; plenty for invented data.
 * @param {number} seed
 * @returns {Random}
 */
export function createRandom(seed) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  /** @type {Random['int']} */
  const int = (low, high) => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    int,
    pick: (list) => {
      const found = list[int(0, list.length - 1)]
      if (found === undefined) throw new Error('nothing to pick from')
      return found
    },
    yes: (chance) => next() < chance,
    shuffle: (list) => {
      const copy = [...list]
      for (let at = copy.length - 1; at > 0; at--) {
        const other = int(0, at)
        const [a, b] = [copy[at], copy[other]]
        if (a !== undefined && b !== undefined) [copy[at], copy[other]] = [b, a]
      }
      return copy
    },
  }
}
