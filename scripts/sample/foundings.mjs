// Unions founded from January to September 2024, each in an enterprise of the survey that had none.

/** How the year's work spreads over its months: little at Tết, most in May and July (domain: annual cycle). */
export const MONTH_WEIGHTS = [4, 3, 8, 8, 14, 12, 16, 9, 9, 7, 6, 4]

/**
 * @typedef {object} Founding
 * @property {import('./enterprises.mjs').Enterprise} enterprise
 * @property {string} date ISO
 * @property {number} workers on that day
 * @property {number} members at founding
 */

/**
 * @param {import('./random.mjs').Random} random
 * @param {readonly import('./unit-parameters.mjs').UnitParameters[]} units
 * @param {readonly import('./enterprises.mjs').Enterprise[]} enterprises
 * @param {ReadonlyMap<string, number>} targets unions to found by unit
 * @param {string} silent unit of which nothing is known
 * @returns {Founding[]}
 */
export function drawFoundings(random, units, enterprises, targets, silent) {
  const foundings = units
    .filter((unit) => unit.code !== silent)
    .flatMap((unit) => {
      const without = enterprises.filter((enterprise) => enterprise.unit === unit.code && enterprise.has_union === '')
      const [large, small] = [
        without.filter((e) => e.workers >= 25 && e.workers <= 130),
        without.filter((e) => e.workers >= 10 && e.workers < 25),
      ]
      const wanted = Math.round((targets.get(unit.code) ?? 0) * unit.foundingPace)
      const chosen = [...random.shuffle(large).slice(0, Math.ceil(wanted * 0.75)), ...random.shuffle(small)].slice(
        0,
        wanted,
      )
      return chosen.map((enterprise) => found(random, enterprise))
    })
  return foundings.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

/** @param {import('./random.mjs').Random} random @param {import('./enterprises.mjs').Enterprise} enterprise @returns {Founding} */
function found(random, enterprise) {
  const months = MONTH_WEIGHTS.slice(0, 9).flatMap((weight, at) => Array.from({ length: weight }, () => at + 1))
  const [month, day] = [random.pick(months), random.int(1, 28)]
  const workers = Math.max(8, Math.round(enterprise.workers * (0.95 + random.next() * 0.15)))
  const pad = (/** @type {number} */ value) => String(value).padStart(2, '0')
  return {
    enterprise,
    date: `2024-${pad(month)}-${pad(day)}`,
    workers,
    members: Math.max(5, Math.min(workers, Math.round(workers * (0.5 + random.next() * 0.4)))),
  }
}
