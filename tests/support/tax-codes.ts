const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3]

/**
 * A valid 10-digit tax code from a running number: the prefix and a check digit; numbers whose check digit would
 * be 10 are skipped, so that neighbours may come out alike for different seeds only by a multiple of `step`.
 */
export function taxCode(seed: number, prefix = '32'): string {
  for (let number = seed * 10; ; number++) {
    const nine = prefix + String(number).padStart(9 - prefix.length, '0')
    const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(nine[at]), 0)
    const check = 10 - (sum % 11)
    if (check < 10) return `${nine}${check}`
  }
}
