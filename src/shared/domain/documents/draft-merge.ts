/**
 * Three texts, line by line: what the clerk changed stays, what only the program changed is taken over. Where both
 * changed the same lines the clerk's stay and the clash is told, so that both can be shown.
 */
export function mergeLines(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): { readonly lines: readonly string[]; readonly clash: boolean } {
  const inMine = matchLines(base, mine)
  const inTheirs = matchLines(base, theirs)
  const lines: string[] = []
  let clash = false
  let at = { base: 0, mine: 0, theirs: 0 }
  const take = (to: { base: number; mine: number; theirs: number }): void => {
    const before = base.slice(at.base, to.base)
    const own = mine.slice(at.mine, to.mine)
    const other = theirs.slice(at.theirs, to.theirs)
    // As many lines as before: they are the same paragraphs, each decided by itself.
    const pieces =
      own.length === before.length && other.length === before.length
        ? before.map((line, index) => [[line], own.slice(index, index + 1), other.slice(index, index + 1)] as const)
        : [[before, own, other] as const]
    for (const [was, ours, others] of pieces) {
      lines.push(...(same(ours, was) ? others : ours))
      if (!same(ours, was) && !same(others, was) && !same(others, ours)) clash = true
    }
  }
  base.forEach((line, index) => {
    const own = inMine[index]
    const other = inTheirs[index]
    // Lines that stand in all three hold the texts together; what lies between two of them is decided as one.
    if (own === undefined || other === undefined || own < at.mine || other < at.theirs) return
    take({ base: index, mine: own, theirs: other })
    lines.push(line)
    at = { base: index + 1, mine: own + 1, theirs: other + 1 }
  })
  take({ base: base.length, mine: mine.length, theirs: theirs.length })
  return { lines, clash }
}

/** For each line of `base` where it stands in `other`; undefined where it is gone. The longest common order. */
function matchLines(base: readonly string[], other: readonly string[]): (number | undefined)[] {
  const width = other.length + 1
  const longest = new Uint32Array((base.length + 1) * width)
  for (let row = base.length - 1; row >= 0; row -= 1)
    for (let column = other.length - 1; column >= 0; column -= 1)
      longest[row * width + column] =
        base[row] === other[column]
          ? (longest[(row + 1) * width + column + 1] ?? 0) + 1
          : Math.max(longest[(row + 1) * width + column] ?? 0, longest[row * width + column + 1] ?? 0)
  const matched = Array.from<number | undefined>({ length: base.length })
  let row = 0
  let column = 0
  while (row < base.length && column < other.length) {
    if (base[row] === other[column]) {
      matched[row] = column
      row += 1
      column += 1
    } else if ((longest[(row + 1) * width + column] ?? 0) >= (longest[row * width + column + 1] ?? 0)) row += 1
    else column += 1
  }
  return matched
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((line, index) => line === other[index])
}
