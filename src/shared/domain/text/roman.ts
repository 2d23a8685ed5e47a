const SIGNS: readonly (readonly [number, string])[] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

/** Numbers of groups in annexes: 4 → "IV". From 1 to 399. */
export function toRoman(value: number): string {
  let rest = value
  let text = ''
  for (const [size, sign] of SIGNS) {
    while (rest >= size) {
      text += sign
      rest -= size
    }
  }
  return text
}
